//! In whose name a message appears. <https://core.telegram.org/bots/api#message> (`from`, `sender_chat`)

use ambigram_core::types::{Chat, ChatId, User, UserId};

use super::Header;
use crate::convert::Known;
use crate::convert::peer::chat_id;

/// Who wrote a message, and the chat in whose name it was written.
///
/// Telegram puts an account of its own in the place of those who write in a chat's name, except in channels.
pub(super) fn sender(header: &Header<'_>, own: UserId, known: &Known) -> (Option<User>, Option<Chat>) {
    let chat = header.chat_id();
    let sender = match header.from {
        Some(from) => chat_id(from),
        // In a private chat it is one of the two.
        None if header.is_own && chat.is_user() => ChatId::from(own),
        None => chat,
    };
    if sender.is_user() {
        return (Some(known.user(UserId(sender.0))), None);
    }
    let from = match (header.is_in_channel(known), header.is_automatic_forward) {
        (true, _) => None,
        (false, true) => Some(User::new(777_000, "Telegram")),
        (false, false) if sender == chat => Some(stand_in(1_087_968_824, "Group", "GroupAnonymousBot")),
        (false, false) => Some(stand_in(136_817_688, "Channel", "Channel_Bot")),
    };
    (from, Some(known.chat(sender)))
}

fn stand_in(id: i64, first_name: &str, username: &str) -> User {
    User { is_bot: true, username: Some(username.into()), ..User::new(id, first_name) }
}
