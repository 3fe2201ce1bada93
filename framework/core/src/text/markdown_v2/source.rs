//! MarkdownV2 that a bot wrote.

use std::fmt;

use super::parse;
use crate::text::{ParseError, Text};

/// The source of a text in MarkdownV2, as a bot wrote it. It is not checked before it becomes a [`Text`].
///
/// ```
/// use ambigram_core::text::{MarkdownV2, Text};
///
/// let markdown = MarkdownV2::new("_Hello_");
/// assert_eq!(Text::try_from(markdown).unwrap().text, "Hello");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct MarkdownV2(String);

impl MarkdownV2 {
    /// Takes MarkdownV2 as it is; what users wrote must be [escaped](super::escape).
    pub fn new(markdown: impl Into<String>) -> Self {
        Self(markdown.into())
    }

    /// The source.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MarkdownV2 {
    /// Writes the source.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<MarkdownV2> for String {
    fn from(markdown: MarkdownV2) -> Self {
        markdown.0
    }
}

impl TryFrom<MarkdownV2> for Text {
    type Error = ParseError;

    fn try_from(markdown: MarkdownV2) -> Result<Self, ParseError> {
        parse(&markdown.0)
    }
}

impl TryFrom<&MarkdownV2> for Text {
    type Error = ParseError;

    fn try_from(markdown: &MarkdownV2) -> Result<Self, ParseError> {
        parse(&markdown.0)
    }
}
