//! The session: who the bot is to Telegram, how far it has come, and whom it has met; one SQLite file.

use ambigram_core::types::{Chat, ChatId, User, UserId};
use grammers_tl_types::enums;

/// The users and chats that the account has come across: their names, and the access hashes by which it names them.
///
/// Kept in memory (the most recent of them) and written behind to the session's file.
#[derive(Debug)]
pub(crate) struct Peers;

impl Peers {
    /// Remembers users and chats that came along with an answer or an update. What is told in full is not replaced by
    /// what is told in part (`min`).
    pub(crate) fn learn(&self, users: &[enums::User], chats: &[enums::Chat]) {
        let _ = (users, chats);
    }

    /// A user, as far as known.
    pub(crate) fn user(&self, id: UserId) -> Option<User> {
        let _ = id;
        None
    }

    /// A chat (private ones aside), as far as known.
    pub(crate) fn chat(&self, id: ChatId) -> Option<Chat> {
        let _ = id;
        None
    }

    /// A chat as RPCs name it. One that was never met is named with the access hash 0, as bots may.
    pub(crate) fn input_peer(&self, chat: ChatId) -> enums::InputPeer {
        let _ = chat;
        enums::InputPeer::Empty
    }

    /// A user as RPCs name them.
    pub(crate) fn input_user(&self, user: UserId) -> enums::InputUser {
        let _ = user;
        enums::InputUser::Empty
    }

    /// A supergroup or channel as RPCs name it; `None` where the id is not one's.
    pub(crate) fn input_channel(&self, chat: ChatId) -> Option<enums::InputChannel> {
        let _ = chat;
        None
    }
}
