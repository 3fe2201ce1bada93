//! Where forwarded messages were first written.

use crate::types::define::{object, union};
use crate::types::{Chat, MessageId, Name, User};

union! {
    /// Where a message was first written. <https://core.telegram.org/bots/api#messageorigin>
    MessageOrigin by "type" {
        /// By a user.
        User("user"): MessageOriginUser,
        /// By a user who is not named.
        HiddenUser("hidden_user"): MessageOriginHiddenUser,
        /// In a group, in a chat's name.
        Chat("chat"): MessageOriginChat,
        /// In a channel.
        Channel("channel"): MessageOriginChannel,
    }
}

object! {
    /// Written by a user. <https://core.telegram.org/bots/api#messageoriginuser>
    MessageOriginUser {
        required {
            /// When, in seconds since 1970.
            date: i64,
            /// Who wrote it.
            sender_user: User,
        }
    }
}

object! {
    /// Written by a user who is not named. <https://core.telegram.org/bots/api#messageoriginhiddenuser>
    MessageOriginHiddenUser {
        required {
            /// When, in seconds since 1970.
            date: i64,
            /// What the user is called.
            sender_user_name: Name,
        }
    }
}

object! {
    /// Written in a group, in a chat's name. <https://core.telegram.org/bots/api#messageoriginchat>
    MessageOriginChat {
        required {
            /// When, in seconds since 1970.
            date: i64,
            /// In whose name.
            sender_chat: Chat,
        }
        optional {
            /// The title of an anonymous administrator.
            author_signature: Name,
        }
    }
}

object! {
    /// Written in a channel. <https://core.telegram.org/bots/api#messageoriginchannel>
    MessageOriginChannel {
        required {
            /// When, in seconds since 1970.
            date: i64,
            /// The channel.
            chat: Chat,
            /// The post's number there.
            message_id: MessageId,
        }
        optional {
            /// Who signed it.
            author_signature: Name,
        }
    }
}

impl MessageOrigin {
    /// When the message was first written, in seconds since 1970; `None` for an origin that this version does not know.
    pub fn date(&self) -> Option<i64> {
        match self {
            Self::User(origin) => Some(origin.date),
            Self::HiddenUser(origin) => Some(origin.date),
            Self::Chat(origin) => Some(origin.date),
            Self::Channel(origin) => Some(origin.date),
            Self::Unknown(raw) => raw.field("date").ok().flatten(),
        }
    }
}
