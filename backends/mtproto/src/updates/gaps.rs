//! Updates that are put off, or that say that something is missing.

use std::collections::{BTreeSet, VecDeque};

use grammers_session::updates::UpdatesLike;
use grammers_tl_types::{enums, types};

use super::uncounted;

/// How many updates that Telegram does not keep may wait while the bot is behind. Of more, the oldest are lost: who
/// pressed a button that long ago has gone on.
const MOST_FLEETING: usize = 10_000;

/// What was pushed while there was no room for it: what can be asked for again is noted, the rest kept.
#[derive(Debug, Default)]
pub(super) struct PutOff {
    /// Channels of which something was put off.
    pub(super) channels: BTreeSet<i64>,
    /// Updates that Telegram does not keep.
    fleeting: VecDeque<enums::Update>,
}

impl PutOff {
    /// Puts a packet off. Tells of each channel in it where it was before the packet.
    pub(super) fn put_off(&mut self, packet: UpdatesLike, mut before: impl FnMut(i64, i32)) {
        let UpdatesLike::Updates(packet) = packet else { return };
        let updates = match packet {
            enums::Updates::Updates(packet) => packet.updates,
            enums::Updates::Combined(packet) => packet.updates,
            enums::Updates::UpdateShort(packet) => vec![packet.update],
            _ => return,
        };
        for update in updates {
            if let Some((channel, pts)) = channel_of(&update) {
                before(channel, pts);
                self.channels.insert(channel);
            } else if is_fleeting(&update) {
                if self.fleeting.len() >= MOST_FLEETING {
                    tracing::warn!("a press of a button is lost: too many wait for the bot's handlers");
                    self.fleeting.pop_front();
                }
                self.fleeting.push_back(update);
            }
        }
    }

    /// What Telegram does not keep, to be handled when the bot has caught up.
    pub(super) fn take_fleeting(&mut self) -> Option<UpdatesLike> {
        let updates = Vec::from(std::mem::take(&mut self.fleeting));
        (!updates.is_empty()).then(|| packet(updates))
    }
}

/// Takes out of a packet what would be lost if the packet turned out to come too early: only numbered packets do.
pub(super) fn take_fleeting(updates: &mut UpdatesLike) -> Option<UpdatesLike> {
    let updates = match updates {
        UpdatesLike::Updates(enums::Updates::Updates(packet)) if packet.seq != 0 => &mut packet.updates,
        UpdatesLike::Updates(enums::Updates::Combined(packet)) if packet.seq_start != 0 => {
            &mut packet.updates
        }
        _ => return None,
    };
    if !updates.iter().any(is_fleeting) {
        return None;
    }
    let (fleeting, rest) = std::mem::take(updates).into_iter().partition(is_fleeting);
    *updates = rest;
    Some(packet(fleeting))
}

/// Takes a packet apart where its updates stand in different rows. grammers sorts a packet's updates by their numbers,
/// and those of different rows do not compare: a press could come before the message that it follows.
///
/// A packet that is numbered itself stays whole, since it counts as one.
pub(super) fn rows(packet: UpdatesLike) -> Vec<UpdatesLike> {
    match packet {
        UpdatesLike::Updates(enums::Updates::Updates(mut whole))
            if whole.seq == 0 && whole.updates.windows(2).any(|pair| !are_of_one_row(pair)) =>
        {
            let updates = std::mem::take(&mut whole.updates);
            let mut parts: Vec<types::Updates> = Vec::new();
            for update in updates {
                let (users, chats) = (std::mem::take(&mut whole.users), std::mem::take(&mut whole.chats));
                match parts.last_mut() {
                    Some(part) if part.updates.last().is_some_and(|last| row(last) == row(&update)) => {
                        part.updates.push(update);
                    }
                    // Whom they name is known once the first is processed.
                    _ => parts.push(types::Updates {
                        updates: vec![update],
                        users,
                        chats,
                        date: whole.date,
                        seq: 0,
                    }),
                }
            }
            parts.into_iter().map(|part| UpdatesLike::Updates(part.into())).collect()
        }
        whole => vec![whole],
    }
}

fn are_of_one_row(pair: &[enums::Update]) -> bool {
    matches!(pair, [one, other] if row(one) == row(other))
}

/// What numbers an update.
#[derive(PartialEq, Eq)]
enum Row {
    Channel(i64),
    Secondary,
    /// Nothing does.
    Fleeting,
    /// The common row, or nothing that matters.
    Common,
}

fn row(update: &enums::Update) -> Row {
    use enums::Update as Tl;
    match update {
        Tl::NewEncryptedMessage(_)
        | Tl::ChatParticipant(_)
        | Tl::ChannelParticipant(_)
        | Tl::BotStopped(_)
        | Tl::BotChatInviteRequester(_)
        | Tl::BotChatBoost(_)
        | Tl::BotMessageReaction(_)
        | Tl::BotMessageReactions(_)
        | Tl::BotNewBusinessMessage(_)
        | Tl::BotEditBusinessMessage(_)
        | Tl::BotDeleteBusinessMessage(_)
        | Tl::BotPurchasedPaidMedia(_) => Row::Secondary,
        update if uncounted::number(update).is_some() => Row::Secondary,
        update if is_fleeting(update) => Row::Fleeting,
        update => channel_of(update).map_or(Row::Common, |(channel, _)| Row::Channel(channel)),
    }
}

/// A packet that no row numbers.
pub(super) fn packet(updates: Vec<enums::Update>) -> UpdatesLike {
    let packet = types::Updates { updates, users: Vec::new(), chats: Vec::new(), date: 0, seq: 0 };
    UpdatesLike::Updates(packet.into())
}

/// A packet that says that something is missing in channels.
pub(super) fn channels_too_long(channels: impl IntoIterator<Item = i64>) -> UpdatesLike {
    let too_long = |channel_id| types::UpdateChannelTooLong { channel_id, pts: None }.into();
    packet(channels.into_iter().map(too_long).collect())
}

/// The updates of a packet, to be looked at before it is processed.
pub(super) fn updates_of(packet: &mut UpdatesLike) -> &mut [enums::Update] {
    match packet {
        UpdatesLike::Updates(enums::Updates::Updates(packet)) => &mut packet.updates,
        UpdatesLike::Updates(enums::Updates::Combined(packet)) => &mut packet.updates,
        UpdatesLike::Updates(enums::Updates::UpdateShort(packet)) => std::slice::from_mut(&mut packet.update),
        _ => &mut [],
    }
}

/// Takes the place that a channel is at out of the updates that say that something is missing there: grammers would
/// go there at once and ask for what comes after. Tells of each such channel.
pub(super) fn keep_place(updates: &mut [enums::Update], mut missing: impl FnMut(i64)) {
    for update in updates {
        if let enums::Update::ChannelTooLong(update) = update {
            update.pts = None;
            missing(update.channel_id);
        }
    }
}

/// The channel that an update numbers, and its number before the update.
fn channel_of(update: &enums::Update) -> Option<(i64, i32)> {
    use enums::Update as Tl;
    let (channel, pts, count) = match update {
        Tl::NewChannelMessage(update) => (channel_with(&update.message)?, update.pts, update.pts_count),
        Tl::EditChannelMessage(update) => (channel_with(&update.message)?, update.pts, update.pts_count),
        Tl::DeleteChannelMessages(update) => (update.channel_id, update.pts, update.pts_count),
        Tl::ChannelWebPage(update) => (update.channel_id, update.pts, update.pts_count),
        Tl::PinnedChannelMessages(update) => (update.channel_id, update.pts, update.pts_count),
        Tl::ChannelTooLong(update) => (update.channel_id, 1, 0),
        _ => return None,
    };
    Some((channel, pts.saturating_sub(count).max(1)))
}

fn channel_with(message: &enums::Message) -> Option<i64> {
    let peer = match message {
        enums::Message::Empty(message) => message.peer_id.as_ref()?,
        enums::Message::Message(message) => &message.peer_id,
        enums::Message::Service(message) => &message.peer_id,
    };
    match peer {
        enums::Peer::Channel(channel) => Some(channel.channel_id),
        _ => None,
    }
}

/// Whether Telegram does not keep an update, though a bot is to have it.
fn is_fleeting(update: &enums::Update) -> bool {
    use enums::Update as Tl;
    matches!(
        update,
        Tl::BotCallbackQuery(_)
            | Tl::InlineBotCallbackQuery(_)
            | Tl::BusinessBotCallbackQuery(_)
            | Tl::BotInlineQuery(_)
            | Tl::BotInlineSend(_)
            | Tl::BotShippingQuery(_)
            | Tl::BotPrecheckoutQuery(_)
            | Tl::BotWebhookJson(_)
            | Tl::BotWebhookJsonquery(_)
            | Tl::MessagePoll(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(query_id: i64) -> enums::Update {
        let peer = types::PeerUser { user_id: 7 }.into();
        let (user_id, msg_id, chat_instance) = (7, 1, 1);
        let (data, game_short_name) = (None, None);
        types::UpdateBotCallbackQuery {
            query_id,
            user_id,
            peer,
            msg_id,
            chat_instance,
            data,
            game_short_name,
        }
        .into()
    }

    fn deletion(pts: i32) -> enums::Update {
        types::UpdateDeleteChannelMessages { channel_id: 5, messages: vec![1, 2], pts, pts_count: 2 }.into()
    }

    #[test]
    fn of_what_is_put_off_presses_are_kept_and_channels_noted() {
        let mut put_off = PutOff::default();
        let mut places = Vec::new();
        put_off.put_off(packet(vec![deletion(12), press(1)]), |channel, pts| places.push((channel, pts)));
        put_off.put_off(packet(vec![press(2)]), |channel, pts| places.push((channel, pts)));
        assert_eq!((places, &put_off.channels), (vec![(5, 10)], &BTreeSet::from([5])));
        let mut kept = put_off.take_fleeting().unwrap();
        assert_eq!(updates_of(&mut kept).len(), 2);
        assert!(put_off.take_fleeting().is_none());
    }

    #[test]
    fn the_kept_presses_are_bounded_and_the_oldest_go() {
        let mut put_off = PutOff::default();
        for id in 0..=MOST_FLEETING as i64 {
            put_off.put_off(packet(vec![press(id)]), |_, _| {});
        }
        let mut kept = put_off.take_fleeting().unwrap();
        let kept = updates_of(&mut kept);
        assert_eq!((kept.len(), &kept[0]), (MOST_FLEETING, &press(1)));
    }

    #[test]
    fn updates_of_different_rows_keep_their_order() {
        let updates = vec![deletion(12), deletion(14), press(1), deletion(16), press(2), press(3)];
        let mut rows = super::rows(packet(updates));
        let lengths: Vec<_> = rows.iter_mut().map(|part| updates_of(part).len()).collect();
        assert_eq!(lengths, [2, 1, 1, 2]);
        assert_eq!(super::rows(packet(vec![deletion(12), deletion(14)])).len(), 1);
    }

    #[test]
    fn presses_are_taken_out_of_numbered_packets_alone() {
        assert!(take_fleeting(&mut packet(vec![press(1)])).is_none());
        let (users, chats) = (Vec::new(), Vec::new());
        let numbered = types::Updates { updates: vec![deletion(3), press(1)], users, chats, date: 1, seq: 4 };
        let mut numbered = UpdatesLike::Updates(numbered.into());
        let mut taken = take_fleeting(&mut numbered).unwrap();
        assert_eq!(updates_of(&mut taken), [press(1)]);
        assert_eq!(updates_of(&mut numbered), [deletion(3)]);
    }

    #[test]
    fn a_channel_where_something_is_missing_stays_where_it_is() {
        let mut updates = [types::UpdateChannelTooLong { channel_id: 5, pts: Some(50) }.into()];
        let mut missing = Vec::new();
        keep_place(&mut updates, |channel| missing.push(channel));
        assert_eq!(missing, [5]);
        assert_eq!(updates, [types::UpdateChannelTooLong { channel_id: 5, pts: None }.into()]);
    }
}
