//! The kinds of updates, and which of them a bot asked for.
//! <https://core.telegram.org/bots/api#getupdates> (`allowed_updates`)

use serde_json::Value;

/// A kind of update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UpdateType {
    /// A new message in a chat.
    Message,
    /// A new version of one.
    EditedMessage,
    /// A new post in a channel.
    ChannelPost,
    /// A new version of one.
    EditedChannelPost,
    /// A question in the middle of a chat.
    InlineQuery,
    /// What a user chose of the answer to one.
    ChosenInlineResult,
    /// A message to the bot in a chat of others.
    GuestMessage,
    /// A business account that the bot is, or is no more, connected to.
    BusinessConnection,
    /// A new message of such an account.
    BusinessMessage,
    /// A new version of one.
    EditedBusinessMessage,
    /// Such messages are gone.
    DeletedBusinessMessages,
    /// A bot that the bot manages.
    ManagedBot,
    /// A pressed button.
    CallbackQuery,
    /// Where goods are to be sent.
    ShippingQuery,
    /// A payment that is about to be made.
    PreCheckoutQuery,
    /// Media that were bought.
    PurchasedPaidMedia,
    /// A poll that stands differently.
    Poll,
    /// A vote.
    PollAnswer,
    /// The bot's own status in a chat.
    MyChatMember,
    /// Another's status in a chat.
    ChatMember,
    /// Somebody who asks to be let in.
    ChatJoinRequest,
    /// A boost of a chat.
    ChatBoost,
    /// A boost that is gone.
    RemovedChatBoost,
    /// Somebody's reactions.
    MessageReaction,
    /// Reactions of nameless readers.
    MessageReactionCount,
}

impl UpdateType {
    /// Telegram's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::EditedMessage => "edited_message",
            Self::ChannelPost => "channel_post",
            Self::EditedChannelPost => "edited_channel_post",
            Self::InlineQuery => "inline_query",
            Self::ChosenInlineResult => "chosen_inline_result",
            Self::GuestMessage => "guest_message",
            Self::BusinessConnection => "business_connection",
            Self::BusinessMessage => "business_message",
            Self::EditedBusinessMessage => "edited_business_message",
            Self::DeletedBusinessMessages => "deleted_business_messages",
            Self::ManagedBot => "managed_bot",
            Self::CallbackQuery => "callback_query",
            Self::ShippingQuery => "shipping_query",
            Self::PreCheckoutQuery => "pre_checkout_query",
            Self::PurchasedPaidMedia => "purchased_paid_media",
            Self::Poll => "poll",
            Self::PollAnswer => "poll_answer",
            Self::MyChatMember => "my_chat_member",
            Self::ChatMember => "chat_member",
            Self::ChatJoinRequest => "chat_join_request",
            Self::ChatBoost => "chat_boost",
            Self::RemovedChatBoost => "removed_chat_boost",
            Self::MessageReaction => "message_reaction",
            Self::MessageReactionCount => "message_reaction_count",
        }
    }
}

/// All kinds that Telegram has, in its order, whether the sandbox ever sends them or not.
const NAMES: [&str; 25] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
    "managed_bot",
    "guest_message",
];

/// What a bot gets only where it asks for it by name.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// The kinds that a bot asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AllowedUpdates(u32);

impl Default for AllowedUpdates {
    fn default() -> Self {
        Self::of(|name| !ON_REQUEST.contains(&name))
    }
}

impl AllowedUpdates {
    /// Reads `allowed_updates`; `None` where it says nothing, so that what was said before holds on. A list
    /// without any name that is known stands for the default.
    pub(crate) fn read(json: &str) -> Option<Self> {
        let Ok(Value::Array(names)) = serde_json::from_str(json) else { return None };
        let names: Vec<_> =
            names.iter().map(|name| name.as_str().map(str::to_ascii_lowercase)).collect::<Option<_>>()?;
        let asked = Self::of(|name| names.iter().any(|asked| asked == name));
        Some(if asked.0 == 0 { Self::default() } else { asked })
    }

    /// Whether a kind is among them.
    pub(crate) fn includes(self, kind: UpdateType) -> bool {
        self.names().any(|name| name == kind.name())
    }

    /// Telegram's names of the kinds.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().enumerate().filter(move |(bit, _)| self.0 >> bit & 1 == 1).map(|(_, name)| name)
    }

    fn of(is_in: impl Fn(&str) -> bool) -> Self {
        Self(
            NAMES
                .into_iter()
                .enumerate()
                .filter(|(_, name)| is_in(name))
                .fold(0, |bits, (bit, _)| bits | 1 << bit),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_before_holds_until_something_else_is_said() {
        for (json, expected) in [
            ("", None),
            ("{}", None),
            ("nonsense", None),
            (r#"["message",7]"#, None),
            ("[]", Some(AllowedUpdates::default())),
            (r#"["teleport"]"#, Some(AllowedUpdates::default())),
        ] {
            assert_eq!(AllowedUpdates::read(json), expected, "{json}");
        }
        let asked = AllowedUpdates::read(r#"["MESSAGE","chat_member"]"#).unwrap();
        assert_eq!(asked.names().collect::<Vec<_>>(), ["message", "chat_member"]);
    }

    #[test]
    fn some_kinds_come_on_request_only() {
        let default = AllowedUpdates::default();
        assert!(default.includes(UpdateType::MyChatMember));
        assert!(!default.includes(UpdateType::ChatMember));
    }
}
