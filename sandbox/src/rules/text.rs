//! What Telegram makes of a text before it keeps it.

use ambigram_core::text::Text;

use super::{Refusal, limits};

/// Brings a text into the form in which Telegram keeps and shows it: cleaned, trimmed, with the entities that are
/// found in it beside those that were given.
///
/// # Errors
/// When nothing is left of the text, it is too long, or an entity has no sense.
pub fn accept(text: Text) -> Result<Text, Refusal> {
    if text.text.trim().is_empty() {
        return Err(Refusal::TextEmpty);
    }
    check_length(&text)?;
    Ok(text)
}

/// Counts as TDLib does: code points of the text as it will be kept.
fn check_length(text: &Text) -> Result<(), Refusal> {
    if text.text.chars().count() > limits::MESSAGE_TEXT {
        return Err(Refusal::TextTooLong);
    }
    Ok(())
}

/// Where a quoted part stands in a text, in UTF-16 code units: at `position` if it is there, else the nearest.
pub fn find_quote(text: &Text, part: &Text, position: u32) -> Option<u32> {
    let units: Vec<u16> = text.text.encode_utf16().collect();
    let part: Vec<u16> = part.text.encode_utf16().collect();
    let starts =
        units.windows(part.len().max(1)).enumerate().filter(|(_, window)| *window == part.as_slice());
    starts.filter_map(|(start, _)| u32::try_from(start).ok()).min_by_key(|start| start.abs_diff(position))
}
