//! Where an update happened and who did it, told once for each type that an update can hold.

use super::UpdateOrder;
use crate::types::{
    BusinessConnection, BusinessMessagesDeleted, CallbackQuery, Chat, ChatBoostRemoved, ChatBoostUpdated,
    ChatJoinRequest, ChatMemberUpdated, ChosenInlineResult, InlineQuery, ManagedBotUpdated, Message,
    MessageReactionCountUpdated, MessageReactionUpdated, PaidMediaPurchased, Poll, PollAnswer,
    PreCheckoutQuery, ShippingQuery, User,
};

/// What an update holds.
pub(super) trait Content {
    /// The chat where it happened.
    fn chat(&self) -> Option<&Chat> {
        None
    }

    /// Who did it.
    fn user(&self) -> Option<&User> {
        None
    }

    /// The message that it is about, as a whole.
    fn message(&self) -> Option<&Message> {
        None
    }

    /// What it must be handled in order with.
    fn order(&self) -> UpdateOrder {
        match (self.chat(), self.user()) {
            (Some(chat), _) => UpdateOrder::Chat(chat.id),
            (None, Some(user)) => UpdateOrder::User(user.id),
            (None, None) => UpdateOrder::Common,
        }
    }
}

/// Writes what each type says: an expression of the content, or nothing.
macro_rules! contents {
    ($($type:ty: |$content:ident| { $($what:ident: $value:expr),* $(,)? })+) => {
        $(impl Content for $type {
            $(contents!(method $what, $content, $value);)*
        })+
    };
    (method chat, $content:ident, $value:expr) => {
        fn chat(&self) -> Option<&Chat> {
            let $content = self;
            $value
        }
    };
    (method user, $content:ident, $value:expr) => {
        fn user(&self) -> Option<&User> {
            let $content = self;
            $value
        }
    };
    (method message, $content:ident, $value:expr) => {
        fn message(&self) -> Option<&Message> {
            let $content = self;
            $value
        }
    };
    (method order, $content:ident, $value:expr) => {
        fn order(&self) -> UpdateOrder {
            let $content = self;
            $value
        }
    };
}

contents! {
    Message: |message| { chat: Some(&message.chat), user: message.from.as_ref(), message: Some(message) }
    BusinessConnection: |connection| { user: Some(&connection.user) }
    BusinessMessagesDeleted: |deleted| { chat: Some(&deleted.chat) }
    MessageReactionUpdated: |reaction| { chat: Some(&reaction.chat), user: reaction.user.as_deref() }
    MessageReactionCountUpdated: |reactions| { chat: Some(&reactions.chat) }
    InlineQuery: |query| { user: Some(&query.from) }
    ChosenInlineResult: |result| { user: Some(&result.from) }
    CallbackQuery: |query| {
        chat: query.chat(),
        user: Some(&query.from),
        message: query.message.as_ref().and_then(|message| message.message()),
    }
    ShippingQuery: |query| { user: Some(&query.from) }
    PreCheckoutQuery: |query| { user: Some(&query.from) }
    PaidMediaPurchased: |purchase| { user: Some(&purchase.from) }
    Poll: |_poll| {}
    PollAnswer: |answer| {
        user: answer.user.as_deref(),
        // The chat is the one that voted, not the one where the poll stands: it tells the order only.
        order: match (&answer.user, &answer.voter_chat) {
            (Some(user), _) => UpdateOrder::User(user.id),
            (None, Some(chat)) => UpdateOrder::Chat(chat.id),
            (None, None) => UpdateOrder::Common,
        },
    }
    ChatMemberUpdated: |change| { chat: Some(&change.chat), user: Some(&change.from) }
    ChatJoinRequest: |request| { chat: Some(&request.chat), user: Some(&request.from) }
    ChatBoostUpdated: |boosted| { chat: Some(&boosted.chat), user: boosted.boost.source.user() }
    ChatBoostRemoved: |removed| { chat: Some(&removed.chat), user: removed.source.user() }
    ManagedBotUpdated: |managed| { user: Some(&managed.user) }
}
