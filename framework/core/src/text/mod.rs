//! Text and its formatting.
//!
//! Telegram's text is always plain characters plus a list of [entities](crate::types::MessageEntity).
//! HTML and MarkdownV2 are two ways of writing that down; both are read here, so that nothing
//! depends on the server reading them.

use crate::types::MessageEntity;

/// Text with its formatting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
