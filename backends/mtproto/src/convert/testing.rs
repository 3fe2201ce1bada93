//! TL values in few words, for tables.

use ambigram_core::types::{Chat, ChatId, ChatKind, User, UserId};
use grammers_tl_types::{Deserializable, Serializable, enums, types};

use super::Known;

/// The bot.
pub(super) const BOT: i64 = 42;
/// A user whom it knows.
pub(super) const ALICE: i64 = 7;
/// A basic group.
pub(super) const GROUP: i64 = 8;
/// A supergroup.
pub(super) const SUPERGROUP: i64 = 1_000_000_009;
/// A supergroup with topics.
pub(super) const FORUM: i64 = 1_000_000_010;
/// A channel.
pub(super) const CHANNEL: i64 = 1_000_000_011;

/// Bare types have no default; one is read from fields that are all zero, after those that are given.
fn blank<T: Deserializable>(start: &[u8]) -> T {
    let mut bytes = start.to_vec();
    bytes.extend([0; 256]);
    T::from_bytes(&bytes).unwrap()
}

pub(super) fn at_user(user_id: i64) -> enums::Peer {
    types::PeerUser { user_id }.into()
}

pub(super) fn at_group(chat_id: i64) -> enums::Peer {
    types::PeerChat { chat_id }.into()
}

pub(super) fn at_channel(channel_id: i64) -> enums::Peer {
    types::PeerChannel { channel_id }.into()
}

pub(super) fn user(id: i64, first_name: &str) -> types::User {
    types::User { id, first_name: Some(first_name.to_owned()), ..blank(&[]) }
}

pub(super) fn channel(id: i64, title: &str) -> types::Channel {
    // Flags, more flags, the number and the title come before the photo, which is boxed.
    let mut bytes = [0_u8; 16].to_vec();
    title.to_owned().serialize(&mut bytes);
    enums::ChatPhoto::Empty.serialize(&mut bytes);
    types::Channel { id, ..blank(&bytes) }
}

/// A text by whoever it is where nothing is said: the other in a private chat, else the chat itself.
pub(super) fn written(id: i32, place: enums::Peer, text: &str) -> types::Message {
    let mut bytes = [0_u8; 12].to_vec();
    place.serialize(&mut bytes);
    types::Message { id, date: 1_700_000_000, message: text.to_owned(), ..blank(&bytes) }
}

pub(super) fn happened(id: i32, place: enums::Peer, action: enums::MessageAction) -> types::MessageService {
    let mut bytes = [0_u8; 8].to_vec();
    place.serialize(&mut bytes);
    bytes.extend([0; 4]);
    action.serialize(&mut bytes);
    types::MessageService { id, date: 1_700_000_000, ..blank(&bytes) }
}

pub(super) fn reply_to(id: i32) -> types::MessageReplyHeader {
    types::MessageReplyHeader { reply_to_msg_id: Some(id), ..blank(&[]) }
}

pub(super) fn no_rights() -> types::ChatAdminRights {
    blank(&[])
}

pub(super) fn nothing_forbidden() -> types::ChatBannedRights {
    blank(&[])
}

/// All of the above as the bot knows them.
pub(super) fn known() -> Known {
    let bot = User { is_bot: true, username: Some("test_bot".into()), ..User::new(BOT, "Bot") };
    let chat = |id, kind, title: &str| {
        let id = ChatId(id);
        (id, Chat { title: Some(title.into()), ..Chat::new(id, kind) })
    };
    let mut known = Known::default();
    known.users.extend([(UserId(BOT), bot), (UserId(ALICE), User::new(ALICE, "Alice"))]);
    known.chats.extend([
        chat(-GROUP, ChatKind::Group, "Group"),
        chat(-1_000_000_000_000 - SUPERGROUP, ChatKind::Supergroup, "Supergroup"),
        chat(-1_000_000_000_000 - FORUM, ChatKind::Supergroup, "Forum"),
        chat(-1_000_000_000_000 - CHANNEL, ChatKind::Channel, "Channel"),
    ]);
    if let Some(forum) = known.chats.get_mut(&ChatId(-1_000_000_000_000 - FORUM)) {
        forum.is_forum = true;
    }
    known
}
