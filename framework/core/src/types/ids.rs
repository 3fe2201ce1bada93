//! Identifiers, each a type of its own: the same value means the same thing on both wires.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that was expected to be an identifier and is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, got `{got}`")]
pub struct ParseIdError {
    expected: &'static str,
    got: String,
}

macro_rules! numeric_id {
    ($(#[$doc:meta])* $name:ident($inner:ty), $expected:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }

        impl From<$name> for $inner {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text.parse() {
                    Ok(value) => Ok(Self(value)),
                    Err(_) => Err(ParseIdError { expected: $expected, got: text.to_owned() }),
                }
            }
        }
    };
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(super::Name);

        impl $name {
            /// The identifier as Telegram wrote it.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_str().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }
    };
}

numeric_id! {
    /// A chat, in the Bot API's marked form: users are positive, basic groups negative,
    /// supergroups and channels start with `-100`.
    ChatId(i64), "a chat id"
}
numeric_id! {
    /// A user or a bot.
    UserId(i64), "a user id"
}
numeric_id! {
    /// A message, unique within its chat as the bot sees it.
    MessageId(i32), "a message id"
}
numeric_id! {
    /// A topic of a forum, or a thread of replies in a supergroup.
    ThreadId(i32), "a thread id"
}
numeric_id! {
    /// An update. Within one bot the numbers grow, though not always by one.
    UpdateId(i64), "an update id"
}

text_id! {
    /// A press of an inline button.
    CallbackQueryId
}
text_id! {
    /// A message that was sent by way of inline mode.
    InlineMessageId
}
text_id! {
    /// A file that this bot can download or send again. Another bot can't use it, and it may change with time.
    FileId
}
text_id! {
    /// A file, the same text for every bot and at all times; it can't be downloaded or sent by it.
    FileUniqueId
}
text_id! {
    /// A custom emoji.
    CustomEmojiId
}

text_id! {
    /// An inline query.
    InlineQueryId
}

text_id! {
    /// A shipping query.
    ShippingQueryId
}

text_id! {
    /// A pre-checkout query.
    PreCheckoutQueryId
}

text_id! {
    /// A Web App that was opened from an inline keyboard or the attachment menu, for sending a message in the user's name.
    WebAppQueryId
}

text_id! {
    /// A guest query: a message in a chat without the bot that names it.
    GuestQueryId
}

text_id! {
    /// A request to join that this bot is asked to decide.
    JoinRequestQueryId
}

text_id! {
    /// A business account that the bot is connected to.
    BusinessConnectionId
}

text_id! {
    /// A poll.
    PollId
}

text_id! {
    /// An option of a poll, the same whatever becomes of those before it.
    PollOptionId
}

text_id! {
    /// Messages that were sent together as an album.
    MediaGroupId
}

text_id! {
    /// An effect that is added to a message.
    EffectId
}

text_id! {
    /// A payment, as Telegram names it.
    PaymentChargeId
}

impl ChatId {
    /// The channel id of -1: ids of supergroups and channels are this less their bare number.
    const CHANNEL_BASE: i64 = -1_000_000_000_000;

    /// Whether the id is that of a private chat, whose id is the user's own.
    pub const fn is_user(self) -> bool {
        self.0 > 0
    }

    /// Whether the id is that of a basic group (not of a supergroup).
    pub const fn is_group(self) -> bool {
        self.0 < 0 && self.0 > Self::CHANNEL_BASE
    }

    /// Whether the id is that of a supergroup or a channel.
    pub const fn is_channel(self) -> bool {
        self.0 < Self::CHANNEL_BASE
    }
}

impl From<UserId> for ChatId {
    /// The private chat with a user has the user's number.
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_id_tells_its_kind() {
        let kinds = |id: i64| {
            let id = ChatId(id);
            (id.is_user(), id.is_group(), id.is_channel())
        };
        assert_eq!(kinds(7), (true, false, false));
        assert_eq!(kinds(-7), (false, true, false));
        assert_eq!(kinds(-1_001_234_567_890), (false, false, true));
    }

    #[test]
    fn a_bad_id_says_what_was_expected_and_what_came() {
        let error = "x7".parse::<ChatId>().unwrap_err();
        assert_eq!(error.to_string(), "expected a chat id, got `x7`");
    }
}
