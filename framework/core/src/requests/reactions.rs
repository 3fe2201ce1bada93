//! Requests about reactions.

use super::Recipient;
use super::define::request;
use crate::types::{ChatId, MessageId, ReactionType, UserId};

request! {
    /// Changes the bot's reaction to a message. Bots have one reaction a message, and none that is paid.
    /// <https://core.telegram.org/bots/api#setmessagereaction>
    SetMessageReaction("setMessageReaction", set_message_reaction) -> () {
        required {
            /// Where the message stands.
            chat_id: Recipient,
            /// Its number there. In an album the reaction goes to its first message.
            message_id: MessageId,
        }
        optional {
            /// The reaction; taken away where empty or absent.
            reaction: Vec<ReactionType>,
        }
        flags {
            /// Shows it with a big animation.
            is_big,
        }
    }
}

request! {
    /// Takes another's reaction to a message away. <https://core.telegram.org/bots/api#deletemessagereaction>
    DeleteMessageReaction("deleteMessageReaction", delete_message_reaction) -> () {
        required {
            /// Where the message stands.
            chat_id: Recipient,
            /// Its number there.
            message_id: MessageId,
        }
        optional {
            /// Whose reaction: a user's…
            user_id(of_user): UserId,
            /// …or a chat's.
            actor_chat_id(of_chat): ChatId,
        }
    }
}

request! {
    /// Takes all of another's latest reactions in a chat away.
    /// <https://core.telegram.org/bots/api#deleteallmessagereactions>
    DeleteAllMessageReactions("deleteAllMessageReactions", delete_all_message_reactions) -> () {
        required {
            /// The chat.
            chat_id: Recipient,
        }
        optional {
            /// Whose reactions: a user's…
            user_id(of_user): UserId,
            /// …or a chat's.
            actor_chat_id(of_chat): ChatId,
        }
    }
}
