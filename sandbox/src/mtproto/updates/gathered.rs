//! What a difference is made of: events that were missed, told as things are now.

use std::collections::{HashMap, HashSet};

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types as tl;

use super::Named;
use crate::mtproto::write;
use crate::world::{Event, MessageKey, MessageView, Queued, Row, World};

/// Events that were missed. A message is told once and as it is now, even where it was edited since; one that was
/// deleted since is not told at all.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) messages: Vec<tl::enums::Message>,
    pub(super) updates: Vec<tl::enums::Update>,
    pub(super) named: Named,
    told: HashSet<MessageKey>,
    /// Which is the last version of a message, by the number of its event.
    last_version: HashMap<MessageKey, u64>,
    rows: HashMap<ChatId, Told>,
}

/// What was told of a channel's row.
#[derive(Debug, Default)]
struct Told {
    /// The place of the last update among the updates.
    last: Option<usize>,
    /// What the next update counts for beside itself.
    owed: i32,
}

/// Where new messages of channels are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The difference of an account: among the updates, with their place in the channel's row.
    Account,
    /// The difference of one channel: among the messages.
    Channel,
}

impl Gathered {
    pub(super) fn gather(world: &World, viewer: UserId, of: Of, events: &[&Queued]) -> Self {
        let mut gathered = Self::default();
        for queued in events {
            if let Event::EditedMessage(view) = &queued.event {
                gathered.last_version.insert(view.message.key, queued.seq);
            }
        }
        for queued in events {
            gathered.event(world, viewer, of, queued);
        }
        gathered
    }

    fn event(&mut self, world: &World, viewer: UserId, of: Of, queued: &Queued) {
        let now = |view: &MessageView| world.view(viewer, view.message.key);
        let update = match &queued.event {
            Event::NewMessage(view) => now(view).and_then(|view| {
                self.told.insert(view.message.key);
                self.named.message(&view);
                if of == Of::Account && matches!(queued.row, Row::Channel { .. }) {
                    return Some(write::update::new_message(world, &view, queued.row));
                }
                self.messages.push(write::message::message(world, &view));
                None
            }),
            Event::EditedMessage(view) => {
                let key = view.message.key;
                let is_news = !self.told.contains(&key) && self.last_version.get(&key) == Some(&queued.seq);
                now(view).filter(|_| is_news).map(|view| {
                    self.named.message(&view);
                    write::update::edited_message(world, &view, queued.row)
                })
            }
            _ => {
                self.named.event(queued);
                write::update::update(world, viewer, queued)
            }
        };
        self.put(update, queued.row);
    }

    /// Whoever adds up the updates of a channel is to come out where the row is, so what is not told is counted with
    /// what is.
    fn put(&mut self, update: Option<tl::enums::Update>, row: Row) {
        let Row::Channel { chat, pts, count } = row else {
            self.updates.extend(update);
            return;
        };
        let told = self.rows.entry(chat).or_default();
        match (update, told.last.and_then(|last| self.updates.get_mut(last))) {
            (Some(mut update), _) => {
                if let Some((_, own)) = numbers(&mut update) {
                    *own += std::mem::take(&mut told.owed);
                }
                told.last = Some(self.updates.len());
                self.updates.push(update);
            }
            (None, Some(last)) => {
                if let Some((last_pts, last_count)) = numbers(last) {
                    *last_pts = pts;
                    *last_count += count;
                }
            }
            (None, None) => told.owed += count,
        }
    }
}

/// The place of an update in its channel's row, and for how many events it counts.
fn numbers(update: &mut tl::enums::Update) -> Option<(&mut i32, &mut i32)> {
    use tl::enums::Update;
    match update {
        Update::NewChannelMessage(update) => Some((&mut update.pts, &mut update.pts_count)),
        Update::EditChannelMessage(update) => Some((&mut update.pts, &mut update.pts_count)),
        Update::DeleteChannelMessages(update) => Some((&mut update.pts, &mut update.pts_count)),
        _ => None,
    }
}
