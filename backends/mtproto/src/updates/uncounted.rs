//! Updates that Telegram numbers and grammers does not count: each comes next to be told once, in its turn.
//!
//! grammers would take the number after such an update for a gap, ask for what is missing, and be told of it again.

use std::collections::BTreeMap;

use grammers_tl_types::{enums, types};

/// How many may wait for those before them. More wait only where something is missing, and then all is asked for.
const MOST: usize = 1000;

/// Updates that others stand for while grammers counts, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Uncounted(BTreeMap<i32, enums::Update>);

/// The number of an update that grammers leaves out of its count. <https://core.telegram.org/api/updates>
pub(super) fn number(update: &enums::Update) -> Option<i32> {
    use enums::Update as Tl;
    Some(match update {
        Tl::BotBusinessConnect(update) => update.qts,
        Tl::BotGuestChatQuery(update) => update.qts,
        Tl::ManagedBot(update) => update.qts,
        Tl::MessagePollVote(update) => update.qts,
        Tl::BotStarsSubscription(update) => update.qts,
        _ => return None,
    })
}

impl Uncounted {
    /// Puts an update that is counted, and that no user brings about, in the place of each that is not.
    pub(super) fn replace(&mut self, updates: &mut [enums::Update]) {
        for update in updates {
            // What has no number is told as it comes.
            let Some(qts) = number(update).filter(|qts| *qts > 0) else { continue };
            let stand_in = types::UpdateBotStopped { user_id: 0, date: 0, stopped: false, qts };
            self.0.insert(qts, std::mem::replace(update, stand_in.into()));
            if self.0.len() > MOST {
                self.0.pop_first();
            }
        }
    }

    /// What an update stands for; itself, where it stands for none. `None` where that is no longer known: it was
    /// asked for meanwhile.
    pub(super) fn put_back(&mut self, update: enums::Update) -> Option<enums::Update> {
        match &update {
            enums::Update::BotStopped(stopped) if stopped.user_id == 0 => self.0.remove(&stopped.qts),
            _ => Some(update),
        }
    }

    /// Forgets what was asked for meanwhile: all up to a number.
    pub(super) fn forget_through(&mut self, qts: i32) {
        self.0.retain(|number, _| *number > qts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn managed(qts: i32) -> enums::Update {
        types::UpdateManagedBot { user_id: 7, bot_id: 8, qts }.into()
    }

    #[test]
    fn an_update_is_counted_by_one_that_stands_for_it() {
        let mut uncounted = Uncounted::default();
        let mut updates = [managed(5), managed(6), managed(0)];
        uncounted.replace(&mut updates);
        assert!(updates.iter().map(number).eq([None, None, Some(0)]), "{updates:?}");
        let [five, six, unnumbered] = updates;
        assert_eq!(uncounted.put_back(five), Some(managed(5)));
        assert_eq!(uncounted.put_back(unnumbered), Some(managed(0)));
        uncounted.forget_through(6);
        assert_eq!(uncounted.put_back(six), None);
    }
}
