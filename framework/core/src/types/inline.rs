//! Inline mode: what users ask from any chat, and what they pick.

use super::define::object;
use super::{ChatKind, InlineMessageId, InlineQueryId, Location, Name, User};

object! {
    /// A user writes the bot's name and a query into the input field of some chat.
    /// <https://core.telegram.org/bots/api#inlinequery>
    InlineQuery {
        required {
            /// By what it is answered.
            id: InlineQueryId,
            /// Who asks.
            from: User,
            /// What was written, up to 256 characters.
            query: String,
            /// Where the next results begin, as the bot itself said in its answer; empty at first.
            offset: Name,
        }
        optional {
            /// The kind of the chat where it was written; absent for secret chats and some apps.
            chat_type: ChatKind,
            /// Where the user is, if the bot asks for it and the user agrees.
            location: Box<Location>,
        }
    }
}

object! {
    /// A user picked a result of an inline query, and sent it. Told only where the bot's owner turned it on.
    /// <https://core.telegram.org/bots/api#choseninlineresult>
    ChosenInlineResult {
        required {
            /// The result, as the bot named it.
            result_id: Name,
            /// Who picked it.
            from: User,
            /// The query to which it was a result.
            query: String,
        }
        optional {
            /// Where the user is, if the bot asks for it and the user agrees.
            location: Box<Location>,
            /// The message that was sent, for editing it; only where it has an inline keyboard.
            inline_message_id: InlineMessageId,
        }
    }
}
