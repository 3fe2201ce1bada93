//! Requests to be let into a chat.

use super::define::object;
use super::{Chat, ChatId, ChatInviteLink, JoinRequestQueryId, User};

object! {
    /// A user asks to be let into a chat. <https://core.telegram.org/bots/api#chatjoinrequest>
    ChatJoinRequest {
        required {
            /// The chat.
            chat: Chat,
            /// Who asks.
            from: User,
            /// The private chat with the user: for 5 minutes, and until the request is answered, the bot may write
            /// there even to a user who never started it.
            user_chat_id: ChatId,
            /// When, in seconds since 1970.
            date: i64,
        }
        optional {
            /// What the user says about themselves.
            bio: String,
            /// The link that they followed.
            invite_link: Box<ChatInviteLink>,
            /// By what the request is answered, where the bot is the one to decide.
            query_id: JoinRequestQueryId,
        }
    }
}
