//! What the buttons of a reply keyboard ask the user for.

use crate::types::define::object;
use crate::types::{ChatAdministratorRights, Name, PollKind};

object! {
    /// Asks the user to pick users; the bot gets them as a message of kind `users_shared`.
    /// <https://core.telegram.org/bots/api#keyboardbuttonrequestusers>
    KeyboardButtonRequestUsers {
        required {
            /// By what the answer is known: any number, one for each button of the message.
            request_id: i32,
        }
        optional {
            /// Whether they must be bots, or must not; either where absent.
            user_is_bot: bool,
            /// Whether they must have Telegram Premium, or must not; either where absent.
            user_is_premium: bool,
            /// How many may be picked, 1–10; 1 where absent.
            max_quantity: u32,
        }
        flags {
            /// Whether the bot is told their names.
            request_name,
            /// Whether the bot is told their public names.
            request_username,
            /// Whether the bot is told their photos.
            request_photo,
        }
    }
}

object! {
    /// Asks the user to pick a chat; the bot gets it as a message of kind `chat_shared`.
    /// <https://core.telegram.org/bots/api#keyboardbuttonrequestchat>
    KeyboardButtonRequestChat {
        required {
            /// By what the answer is known: any number, one for each button of the message.
            request_id: i32,
            /// Whether a channel is asked for, or else a group or supergroup.
            chat_is_channel: bool,
        }
        optional {
            /// Whether it must be a forum, or must not; either where absent.
            chat_is_forum: bool,
            /// Whether it must have a public name, or must not; either where absent.
            chat_has_username: bool,
            /// What the user must be allowed to do there; at least all that the bot must.
            user_administrator_rights: Box<ChatAdministratorRights>,
            /// What the bot must be allowed to do there; at most what the user must.
            bot_administrator_rights: Box<ChatAdministratorRights>,
        }
        flags {
            /// Whether the user must own it.
            chat_is_created,
            /// Whether the bot must be a member.
            bot_is_member,
            /// Whether the bot is told its title.
            request_title,
            /// Whether the bot is told its public name.
            request_username,
            /// Whether the bot is told its photo.
            request_photo,
        }
    }
}

object! {
    /// Asks the user to create a bot that this bot manages; the bot gets it as a message of kind `managed_bot_created`.
    /// <https://core.telegram.org/bots/api#keyboardbuttonrequestmanagedbot>
    KeyboardButtonRequestManagedBot {
        required {
            /// By what the answer is known: any number, one for each button of the message.
            request_id: i32,
        }
        optional {
            /// What the bot could be called.
            suggested_name: Name,
            /// The public name that the bot could have, without the `@`.
            suggested_username: Name,
        }
    }
}

object! {
    /// Asks the user to write a poll. <https://core.telegram.org/bots/api#keyboardbuttonpolltype>
    KeyboardButtonPollType {
        optional {
            /// The kind that it must have; any where absent.
            #[serde(rename = "type")]
            kind: PollKind,
        }
    }
}
