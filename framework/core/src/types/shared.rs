//! Users and chats that were picked by a button of a keyboard.

use super::define::object;
use super::{ChatId, Name, Photo, UserId};

object! {
    /// A user who was picked. Names and photo are told where the button asked for them.
    /// <https://core.telegram.org/bots/api#shareduser>
    SharedUser {
        required {
            /// The user. The bot may have no access to them, unless it knows them otherwise.
            user_id: UserId,
        }
        optional {
            /// The first name.
            first_name: Name,
            /// The last name.
            last_name: Name,
            /// The public name, without the `@`.
            username: Name,
            /// The photo.
            photo: Photo,
        }
    }
}

object! {
    /// Users were picked. <https://core.telegram.org/bots/api#usersshared>
    UsersShared {
        required {
            /// The number that the bot gave to the button.
            request_id: i32,
            /// Who was picked.
            users: Vec<SharedUser>,
        }
    }
}

object! {
    /// A chat was picked. Names and photo are told where the button asked for them.
    /// <https://core.telegram.org/bots/api#chatshared>
    ChatShared {
        required {
            /// The number that the bot gave to the button.
            request_id: i32,
            /// The chat. The bot may have no access to it, unless it knows it otherwise.
            chat_id: ChatId,
        }
        optional {
            /// The title.
            title: Name,
            /// The public name, without the `@`.
            username: Name,
            /// The photo.
            photo: Photo,
        }
    }
}
