//! What can be sent as a text.

use std::borrow::Cow;

use super::{Html, MarkdownV2, ParseError, Text};

/// What can be sent as a text: `&str`, `String`, [`Text`], [`Html`], [`MarkdownV2`].
///
/// Strings are plain text, whatever characters are in them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text",
    note = "a text is a `&str`, a `String`, a `Text`, an `Html` or a `MarkdownV2`"
)]
pub trait IntoText {
    /// The text with its entities.
    ///
    /// # Errors
    /// When it is markup that cannot be read.
    fn into_text(self) -> Result<Text, ParseError>;
}

impl IntoText for Text {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(self)
    }
}

impl IntoText for &Text {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(self.clone())
    }
}

impl IntoText for String {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(Text::plain(self))
    }
}

impl IntoText for &String {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(Text::plain(self))
    }
}

impl IntoText for &str {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(Text::plain(self))
    }
}

impl IntoText for Cow<'_, str> {
    fn into_text(self) -> Result<Text, ParseError> {
        Ok(Text::plain(self))
    }
}

impl IntoText for Html {
    fn into_text(self) -> Result<Text, ParseError> {
        self.try_into()
    }
}

impl IntoText for MarkdownV2 {
    fn into_text(self) -> Result<Text, ParseError> {
        self.try_into()
    }
}
