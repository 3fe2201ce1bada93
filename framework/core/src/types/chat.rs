//! Where messages are written.

use serde::{Deserialize, Serialize};

use super::user::is_false;
use super::{ChatId, User};

/// A chat, as far as every update tells it. <https://core.telegram.org/bots/api#chat>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chat {
    /// The chat's number, in the Bot API's marked form.
    pub id: ChatId,
    /// Private, group, supergroup or channel.
    #[serde(rename = "type")]
    pub kind: ChatKind,
    /// The title of a group, supergroup or channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The public name, without the `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The other's first name, in a private chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// The other's last name, in a private chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Whether the supergroup has topics.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_forum: bool,
    /// Whether the chat holds a channel's direct messages.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_direct_messages: bool,
}

/// The kind of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ChatKind {
    /// A chat of two.
    Private,
    /// A basic group.
    Group,
    /// A supergroup, forums included.
    Supergroup,
    /// A channel.
    Channel,
    /// A kind that Telegram added later, by the name that it gave.
    Unknown(Box<str>),
}

impl ChatKind {
    /// Telegram's name of the kind.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup => "supergroup",
            Self::Channel => "channel",
            Self::Unknown(name) => name,
        }
    }

    fn read(name: &str) -> Self {
        match name {
            "private" => Self::Private,
            "group" => Self::Group,
            "supergroup" => Self::Supergroup,
            "channel" => Self::Channel,
            other => Self::Unknown(other.into()),
        }
    }
}

impl Serialize for ChatKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

super::raw::read_from_str!(ChatKind, "the kind of a chat");

impl Chat {
    /// A chat of which only the number and the kind are known.
    pub fn new(id: impl Into<ChatId>, kind: ChatKind) -> Self {
        Self {
            id: id.into(),
            kind,
            title: None,
            username: None,
            first_name: None,
            last_name: None,
            is_forum: false,
            is_direct_messages: false,
        }
    }

    /// The private chat with a user.
    pub fn private(user: &User) -> Self {
        Self {
            username: user.username.clone(),
            first_name: Some(user.first_name.clone()),
            last_name: user.last_name.clone(),
            ..Self::new(user.id, ChatKind::Private)
        }
    }

    /// Whether this is a chat of two.
    pub fn is_private(&self) -> bool {
        self.kind == ChatKind::Private
    }

    /// Whether this is a basic group or a supergroup.
    pub fn is_group(&self) -> bool {
        matches!(self.kind, ChatKind::Group | ChatKind::Supergroup)
    }
}
