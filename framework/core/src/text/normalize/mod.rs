//! Text as Telegram keeps it: what becomes of characters and entities on their way into a message.

mod clean;
mod given;
mod nest;
mod split;
#[cfg(test)]
mod tests;

pub(super) use nest::fix as nested;

use super::{Text, TextError, kind, utf16_len};
use crate::types::MessageEntity;

impl Text {
    /// The text as Telegram keeps it once it is sent.
    ///
    /// - Control characters become spaces; carriage returns, Unicode's line and direction controls
    ///   (U+2028 to U+202E) and three of the combining lines go.
    /// - Links are spelt in Telegram's way; one to `tg://user?id=…` becomes a mention.
    /// - Entities are sorted and lie properly inside each other. Where they overlap, styles (bold and
    ///   its like) are cut, and of all others the first stays. Code and dates hold nothing and stand
    ///   only in quotations; quotations hold no quotations.
    /// - Spaces and line feeds at both ends go; at the start only up to the first entity.
    /// - Entities that Telegram finds by itself (mentions, links, commands…) are dropped: they are
    ///   found anew in whatever is sent, see [`normalize_with`]. So are kinds that this version does not
    ///   know, of which it cannot be said what they may hold.
    ///
    /// Nothing is cut off for its length. Text that has been normalised stays as it is.
    ///
    /// # Errors
    /// When nothing visible is left, or an entity cannot be: see [`TextError`].
    pub fn normalized(self) -> Result<Self, TextError> {
        normalize_with(self, |_| Vec::new())
    }
}

/// [Normalises](Text::normalized) a text, and adds what is found in it.
///
/// `find` is given the text in its final form and says which mentions, links, commands and the like are
/// in it, in UTF-16 units. Of those that overlap each other the first is taken. What the sender
/// made takes precedence: what is found in or around code, a date, a link, a mention or a custom emoji is
/// left out, as is what crosses the edge of a quotation; styles are cut at its ends.
///
/// # Errors
/// As [`Text::normalized`].
pub fn normalize_with(text: Text, find: impl FnOnce(&str) -> Vec<MessageEntity>) -> Result<Text, TextError> {
    let Text { text, mut entities } = text;
    given::accept(&mut entities)?;
    nest::fix(&mut entities);
    let mut text = clean::clean(text, &mut entities)?;
    entities.retain(|entity| entity.length > 0);
    // Characters that went may have brought entities together.
    nest::fix(&mut entities);
    trim(&mut text, &mut entities)?;
    nest::add_found(&mut entities, find(&text));
    Ok(Text { text, entities })
}

/// Takes the spaces off both ends.
fn trim(text: &mut String, entities: &mut Vec<MessageEntity>) -> Result<(), TextError> {
    const SPACES: [char; 2] = [' ', '\n'];
    text.truncate(text.trim_end_matches(SPACES).len());
    if text.chars().all(clean::is_blank) {
        return Err(TextError::Empty);
    }
    if !entities.is_empty() {
        let end = utf16_len(text);
        entities.retain(|entity| entity.offset < end);
        for entity in entities.iter_mut() {
            entity.length = entity.length.min(end.saturating_sub(entity.offset));
        }
        kind::sort(entities);
    }
    let spaces = text.len() - text.trim_start_matches(SPACES).len();
    // Spaces are one byte and one unit each, so that both count the same here.
    let spaces = entities.first().map_or(spaces, |first| spaces.min(first.offset as usize));
    if spaces > 0 {
        text.drain(..spaces);
        for entity in entities {
            entity.offset = entity.offset.saturating_sub(spaces as u32);
        }
    }
    Ok(())
}
