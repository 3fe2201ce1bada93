//! What accounts are told of chats beside their messages and members: requests, pins, reactions, boosts.

use std::sync::Arc;

use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};

use super::{Boost, JoinRequest, MessageKey, Sender};
use crate::rules::reactions::Reaction;

/// Something that one account is told of a chat.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GroupEvent {
    /// Somebody asks to be let in. Only bots that may let them in are told.
    JoinRequested(Arc<JoinRequest>),
    /// Who waits to be let in. Only users who may let them in are told.
    RequestsPending {
        /// The chat.
        chat: ChatId,
        /// Who waits, the latest first.
        users: Vec<UserId>,
    },
    /// Messages were pinned or unpinned.
    Pinned {
        /// The chat, as the account names it.
        chat: ChatId,
        /// The messages, by their numbers for the account.
        messages: Vec<MessageId>,
        /// Whether they are pinned now.
        is_pinned: bool,
    },
    /// Somebody changed their reactions. Only bots are told.
    Reacted(ReactionChange),
    /// The reactions of nameless readers changed. Only bots are told.
    ReactionsCounted {
        /// The chat.
        chat: ChatId,
        /// The message, by its number for the account.
        message: MessageId,
        /// When, in seconds since 1970.
        date: i64,
        /// How often each reaction stands there.
        counts: Vec<(Reaction, usize)>,
    },
    /// The reactions under a message changed. Only users are told.
    Reactions {
        /// The chat, as the account names it.
        chat: ChatId,
        /// The message, by its number for the account.
        message: MessageId,
        /// The topic that it stands in.
        thread: Option<ThreadId>,
        /// The message's number in the world.
        key: MessageKey,
    },
    /// A chat was boosted, or a boost is gone. Only bots are told.
    Boosted {
        /// The chat.
        chat: ChatId,
        /// The boost.
        boost: Boost,
        /// When it went, in seconds since 1970, where it did.
        removed: Option<i64>,
    },
    /// A bot's menu button changed. Users who have a chat with the bot are told.
    MenuButtonChanged {
        /// The bot.
        bot: UserId,
    },
}

/// Reactions that somebody changed. <https://core.telegram.org/bots/api#messagereactionupdated>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReactionChange {
    /// The chat, as the told account names it.
    pub chat: ChatId,
    /// The message, by its number for the account.
    pub message: MessageId,
    /// Who did it: a user, or the chat itself for anonymous administrators.
    pub by: Sender,
    /// When, in seconds since 1970.
    pub date: i64,
    /// The reactions before.
    pub old: Vec<Reaction>,
    /// The reactions since.
    pub new: Vec<Reaction>,
}
