//! Quotes of answered messages.

use super::MessageEntity;
use super::define::object;
use crate::text::Text;

object! {
    /// The part of the answered message that is quoted. <https://core.telegram.org/bots/api#textquote>
    TextQuote {
        required {
            /// The quoted part.
            text: String,
            /// Where the part begins in the answered message, in UTF-16 code units; roughly, for the message may have
            /// been edited since.
            position: u32,
        }
        lists {
            /// The formatting of the part: bold, italic, underlined, struck out, spoilers and custom emoji only.
            entities: MessageEntity,
        }
        flags {
            /// Whether the sender chose the part; else Telegram added it.
            is_manual,
        }
    }
}

impl TextQuote {
    /// The quoted part with its formatting.
    pub fn to_text(&self) -> Text {
        Text { text: self.text.clone(), entities: self.entities.clone() }
    }
}
