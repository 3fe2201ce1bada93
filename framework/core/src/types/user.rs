//! People and bots.

use super::define::object;
use super::{ChatId, Name, UserId};

object! {
    /// A user or a bot. <https://core.telegram.org/bots/api#user>
    User {
        required {
            /// The user's number, which is also the id of the private chat with them.
            id: UserId,
            /// The first name; never empty, except for deleted accounts.
            first_name: Name,
        }
        optional {
            /// The last name.
            last_name: Name,
            /// The public name, without the `@`.
            username: Name,
            /// The language of the user's app, as an IETF tag.
            language_code: Name,
        }
        flags {
            /// Whether the user has Telegram Premium.
            is_premium,
            /// Whether the user added the bot to the attachment menu.
            added_to_attachment_menu,
        }
        told {
            /// Whether this is a bot.
            is_bot,
        }
    }
}

impl User {
    /// First and last name, as Telegram's apps show them.
    pub fn full_name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.to_string(),
        }
    }

    /// The private chat with the user.
    pub fn chat_id(&self) -> ChatId {
        self.id.into()
    }
}
