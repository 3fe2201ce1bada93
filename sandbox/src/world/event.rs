//! What an account is told.

use std::sync::Arc;

use ambigram_core::types::{ChatAction, ChatId, MessageId, ThreadId, UserId};

use super::inline::{InlineId, InlineQuery};
use super::payments::{Checkout, Shipping};
use super::{BusinessConnection, GuestQuery};
use super::{
    CallbackAnswer, CallbackQuery, Draft, GroupEvent, Invite, MemberDetails, MessageView, Poll, QueryId,
};
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
    /// A user asks in the middle of a chat. Only the asked bot is told.
    InlineQuery(Arc<InlineQuery>),
    /// A user sent what the told bot offered.
    ChosenInlineResult {
        /// What was asked.
        query: Arc<InlineQuery>,
        /// The name of what was chosen.
        result: String,
        /// By what the bot may edit the message, where that has buttons.
        inline: Option<InlineId>,
    },
    /// Somebody asks the told bot in a chat where it is no member.
    GuestQuery(Arc<GuestQuery>),
    /// The told bot was connected to a business account, or disconnected, or may do other things there.
    BusinessConnection(Arc<BusinessConnection>),
    /// There is a message in a business account to which the told bot is connected.
    BusinessMessage {
        /// The connection.
        connection: Arc<BusinessConnection>,
        /// The message, as the account sees it.
        message: MessageView,
        /// Whether it was there before, and this is its new version.
        is_edit: bool,
    },
    /// Messages in a business account to which the told bot is connected are gone.
    BusinessDeleted {
        /// The connection.
        connection: Arc<BusinessConnection>,
        /// Their chat, as the account names it.
        chat: ChatId,
        /// Their numbers for the account.
        messages: Vec<MessageId>,
    },
    /// A bot that the told one manages was made, or changed.
    ManagedBot {
        /// Whose it is.
        user: UserId,
        /// It.
        bot: UserId,
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
    /// A poll stands differently, or is over.
    PollChanged {
        /// The poll, as it is since.
        poll: Arc<Poll>,
    },
    /// Somebody voted in a poll of the told bot's in which voters are seen.
    PollVote {
        /// The poll, as it is since.
        poll: Arc<Poll>,
        /// Who.
        voter: UserId,
        /// For which options, counted from 0; none where the vote was taken back.
        chosen: Vec<usize>,
    },
    /// A buyer told where goods are to be sent: the told bot is asked how.
    ShippingQuery(Arc<Shipping>),
    /// A user is about to pay: the told bot is asked whether it takes the payment.
    PreCheckoutQuery(Arc<Checkout>),
    /// A user bought paid media of the told bot's.
    PaidMediaPurchased {
        /// Who.
        user: UserId,
        /// What the bot wrote beside them.
        payload: String,
    },
    /// The told user has more Stars, or fewer.
    StarsChanged {
        /// How many they are now.
        balance: i64,
    },
    /// A bot shows the told user a message that it is still writing.
    Draft {
        /// Where.
        chat: ChatId,
        /// The bot.
        user: UserId,
        /// In which topic.
        thread: Option<ThreadId>,
        /// What there is of it.
        draft: Draft,
    },
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
    /// Requests, pins, reactions, boosts.
    Group(GroupEvent),
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
    /// What else was kept of the member before.
    pub old_details: MemberDetails,
    /// What else is kept of the member since.
    pub new_details: MemberDetails,
    /// The link by which the member came.
    pub invite: Option<Arc<Invite>>,
    /// Whether the member asked to be let in, without a link.
    pub via_request: bool,
}
