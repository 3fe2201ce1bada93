//! Whom and what requests are about: chats by number or public name, messages by number or inline id.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::param::{Mention, Param};
use crate::types::{Chat, ChatId, InlineMessageId, Message, MessageId, Name, User, UserId};

/// A chat that a request is about: by its id, or by the public name of a channel, supergroup or bot.
///
/// ```
/// # use ambigram_core::{requests::Recipient, types::ChatId};
/// assert_eq!(Recipient::from("@durov"), Recipient::Username("durov".into()));
/// assert_eq!(Recipient::from("-1001234567890"), Recipient::Id(ChatId(-1_001_234_567_890)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// By its id.
    Id(ChatId),
    /// By its public name, without the `@`.
    Username(Name),
}

impl Recipient {
    /// The id, where the chat is named by it.
    pub fn id(&self) -> Option<ChatId> {
        match self {
            Self::Id(id) => Some(*id),
            Self::Username(_) => None,
        }
    }
}

impl fmt::Display for Recipient {
    /// As the Bot API writes it: the number, or the name with its `@`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Username(name) => write!(f, "@{name}"),
        }
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => id.serialize(serializer),
            Self::Username(_) => serializer.collect_str(self),
        }
    }
}

impl Param for Recipient {
    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        if let Self::Id(id) = self {
            seen(Mention::Chat(id));
        }
    }
}

macro_rules! from_id {
    ($($type:ty: $value:ident => $id:expr),+ $(,)?) => {
        $(impl From<$type> for Recipient {
            fn from($value: $type) -> Self {
                Self::Id($id)
            }
        })+
    };
}

from_id! {
    ChatId: id => id,
    UserId: id => id.into(),
    i64: id => ChatId(id),
    &Chat: chat => chat.id,
    &User: user => user.id.into(),
}

impl From<&str> for Recipient {
    /// A number is an id; anything else a public name, with its `@` or without.
    fn from(text: &str) -> Self {
        match text.parse() {
            Ok(id) => Self::Id(id),
            Err(_) => Self::Username(text.strip_prefix('@').unwrap_or(text).into()),
        }
    }
}

impl From<String> for Recipient {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl PartialEq<ChatId> for Recipient {
    fn eq(&self, other: &ChatId) -> bool {
        self.id() == Some(*other)
    }
}

/// Which message an edit is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MessageTarget {
    /// A message of a chat.
    Message {
        /// The chat.
        chat_id: Recipient,
        /// The message's number there.
        message_id: MessageId,
    },
    /// A message that was sent by way of inline mode.
    Inline {
        /// What stands for it.
        inline_message_id: InlineMessageId,
    },
}

impl<C: Into<Recipient>> From<(C, MessageId)> for MessageTarget {
    fn from((chat_id, message_id): (C, MessageId)) -> Self {
        Self::Message { chat_id: chat_id.into(), message_id }
    }
}

impl From<&Message> for MessageTarget {
    fn from(message: &Message) -> Self {
        message.place().into()
    }
}

impl From<InlineMessageId> for MessageTarget {
    fn from(inline_message_id: InlineMessageId) -> Self {
        Self::Inline { inline_message_id }
    }
}

impl Serialize for MessageTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.put("", &mut map)?;
        map.end()
    }
}

impl Param for MessageTarget {
    fn put<M: SerializeMap>(&self, _: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Message { chat_id, message_id } => {
                map.serialize_entry("chat_id", chat_id)?;
                map.serialize_entry("message_id", message_id)
            }
            Self::Inline { inline_message_id } => map.serialize_entry("inline_message_id", inline_message_id),
        }
    }

    fn names(_: &'static str, names: &mut Vec<&'static str>) {
        names.extend(["chat_id", "message_id", "inline_message_id"]);
    }

    fn mentions(&mut self, seen: &mut dyn FnMut(Mention<'_>)) {
        if let Self::Message { chat_id, .. } = self {
            chat_id.mentions(seen);
            seen(Mention::Message);
        }
    }
}
