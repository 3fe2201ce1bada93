//! Where messages are written.

use super::define::{names, object};
use super::{ChatId, Name, User};

object! {
    /// A chat, as far as every update tells it. <https://core.telegram.org/bots/api#chat>
    Chat {
        required {
            /// The chat's number, in the Bot API's marked form.
            id: ChatId,
            /// Private, group, supergroup or channel.
            #[serde(rename = "type")]
            kind: ChatKind,
        }
        optional {
            /// The title of a group, supergroup or channel.
            title: Name,
            /// The public name, without the `@`.
            username: Name,
            /// The other's first name, in a private chat.
            first_name: Name,
            /// The other's last name, in a private chat.
            last_name: Name,
        }
        flags {
            /// Whether the supergroup has topics.
            is_forum,
            /// Whether the chat holds a channel's direct messages.
            is_direct_messages,
        }
    }
}

names! {
    /// The kind of a chat.
    ChatKind {
        /// A chat of two.
        Private = "private",
        /// A basic group.
        Group = "group",
        /// A supergroup, forums included.
        Supergroup = "supergroup",
        /// A channel.
        Channel = "channel",
        /// For inline queries: the private chat of the user with the bot.
        Sender = "sender",
    }
}

impl Chat {
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
