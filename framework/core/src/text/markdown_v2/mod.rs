//! MarkdownV2, the other way to write text with entities down.
//! <https://core.telegram.org/bots/api#markdownv2-style>

mod parse;
mod render;
mod source;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use parse::parse;
pub use source::MarkdownV2;

/// Text as MarkdownV2 that shows just that text: each character that could have a meaning gets a backslash.
///
/// Good everywhere: in text, in code, and in a link's address.
///
/// ```
/// use ambigram_core::text::markdown_v2;
///
/// assert_eq!(markdown_v2::escape("2 * 2 = 4."), r"2 \* 2 \= 4\.");
/// ```
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(has_meaning) {
        return Cow::Borrowed(text);
    }
    let mut markdown = String::with_capacity(text.len() + text.len() / 4 + 8);
    for character in text.chars() {
        if has_meaning(character) {
            markdown.push('\\');
        }
        markdown.push(character);
    }
    Cow::Owned(markdown)
}

fn has_meaning(character: char) -> bool {
    character == '\\' || u8::try_from(character).is_ok_and(parse::is_reserved)
}
