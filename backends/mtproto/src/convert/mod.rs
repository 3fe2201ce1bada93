//! TL turned into the vocabulary, and requests turned into TL: the one place for both, in pure functions.

mod chat;
mod entity;
pub(crate) mod error;
pub(crate) mod inline_id;
mod keyboard;
mod message;
pub(crate) mod outgoing;
pub(crate) mod peer;
mod raw;
#[cfg(test)]
mod testing;
mod update;
mod user;

use std::collections::HashMap;

use ambigram_core::types::{Chat, ChatId, Message, User, UserId};

pub(crate) use chat::chat;
pub(crate) use message::{Names, message, replied};
pub(crate) use update::{Incoming, incoming};
pub(crate) use user::{me, user};

/// What is known of those whom TL names by number only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Users, the bot's own account among them.
    pub(crate) users: HashMap<UserId, User>,
    /// Chats, private ones aside.
    pub(crate) chats: HashMap<ChatId, Chat>,
    /// The message that the message in question answers.
    pub(crate) answered: Option<Message>,
    /// The message under which a button was pressed.
    pub(crate) pressed: Option<Message>,
}
