//! What an account is told.

use std::sync::Arc;

use ambigram_core::types::{ChatAction, ChatId, MessageId, ThreadId, UserId};

use super::{CallbackAnswer, CallbackQuery, MessageView, QueryId};
use crate::rules::MemberStatus;

/// Something that one account is told. It holds what was true then: later changes do not reach it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A message was written.
    NewMessage(MessageView),
    /// A message has a new version.
    EditedMessage(MessageView),
    /// Messages are gone.
    DeletedMessages {
        /// Their chat, as the account names it.
        chat: ChatId,
        /// Their numbers for the account.
        messages: Vec<MessageId>,
    },
    /// A button was pressed. Only the message's bot is told.
    CallbackQuery {
        /// The press.
        query: Arc<CallbackQuery>,
        /// The message with the button.
        message: PressedMessage,
    },
    /// A press was answered. Only the user who pressed is told.
    CallbackAnswered {
        /// The press.
        query: QueryId,
        /// The bot that answered.
        bot: UserId,
        /// What the user is shown.
        answer: CallbackAnswer,
    },
    /// An account's status in a chat changed: the told account's own, or, for administrators, another's.
    MemberChanged(MemberChange),
    /// Somebody appears to be typing, or the like, for five seconds or until their next message.
    ChatAction {
        /// Where.
        chat: ChatId,
        /// Who.
        user: UserId,
        /// In which topic.
        thread: Option<ThreadId>,
        /// What they appear to be doing.
        action: ChatAction,
    },
    /// Messages were read: the account's own by another, or others' by the account itself in another of its programs.
    /// Only users are told.
    Read {
        /// The chat, as the account names it.
        chat: ChatId,
        /// The last message that was read, by its number for the account.
        through: MessageId,
        /// Whose messages were read.
        side: Side,
    },
    /// A bot's command menu changed. Users who have a chat with the bot are told.
    CommandsChanged {
        /// The bot.
        bot: UserId,
    },
}

/// Whose messages were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Others', by the account.
    Others {
        /// How many of them are left.
        unread: usize,
    },
    /// The account's own, by another.
    Own,
}

/// The message under which a button was pressed, as its bot sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct PressedMessage {
    /// The chat, as the bot names it.
    pub chat: ChatId,
    /// The number for the bot.
    pub id: MessageId,
    /// The message, where the bot can read it.
    pub view: Option<MessageView>,
}

/// A changed status. <https://core.telegram.org/bots/api#chatmemberupdated>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberChange {
    /// The chat, as the told account names it: a private chat where a user blocked or unblocked a bot.
    pub chat: ChatId,
    /// Who did it.
    pub by: UserId,
    /// Whose status changed.
    pub user: UserId,
    /// When, in seconds since 1970.
    pub date: i64,
    /// The status before.
    pub old: MemberStatus,
    /// The status since.
    pub new: MemberStatus,
}
