//! Text and its formatting.
//!
//! Telegram's text is always plain characters plus a list of [entities](crate::types::MessageEntity).
//! HTML and MarkdownV2 are two ways of writing that down; both are read here, so that nothing
//! depends on the server reading them.

mod date_format;
mod error;
pub mod html;
mod into_text;
mod kind;
pub mod link;
pub mod markdown_v2;
mod normalize;
mod render;
#[cfg(test)]
mod testing;
mod utf16;

pub use error::{ParseError, TextError};
pub use html::Html;
pub use into_text::IntoText;
pub use link::LinkError;
pub use markdown_v2::MarkdownV2;
pub use normalize::normalize_with;
pub use utf16::utf16_len;

use crate::types::MessageEntity;

/// Text with its formatting.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The plain characters.
    pub text: String,
    /// What stretches of them are, in UTF-16 units, sorted by offset.
    pub entities: Vec<MessageEntity>,
}

impl Text {
    /// Text without formatting.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), entities: Vec::new() }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}
