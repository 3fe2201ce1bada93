//! HTML, one of the two ways to write text with entities down. <https://core.telegram.org/bots/api#html-style>

mod parse;
mod reference;
mod render;
mod source;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use parse::parse;
pub use source::{__private, Html, ToHtml};

/// Text as HTML that shows just that text: `&`, `<`, `>` and `"` are written as references.
///
/// Good between tags and within an attribute's double quotes. The `html!` macro does it by itself.
///
/// ```
/// use ambigram_core::text::html;
///
/// assert_eq!(html::escape("1 < 2 & 3 > 2"), "1 &lt; 2 &amp; 3 &gt; 2");
/// ```
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| escaped(byte).is_some()) {
        let mut html = String::with_capacity(text.len() + text.len() / 4 + 8);
        push_escaped(&mut html, text);
        Cow::Owned(html)
    } else {
        Cow::Borrowed(text)
    }
}

fn push_escaped(html: &mut String, mut text: &str) {
    while let Some((at, reference)) =
        text.bytes().enumerate().find_map(|(at, byte)| Some((at, escaped(byte)?)))
        && let (Some(plain), Some(rest)) = (text.get(..at), text.get(at + 1..))
    {
        html.push_str(plain);
        html.push_str(reference);
        text = rest;
    }
    html.push_str(text);
}

fn escaped(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}
