//! What Telegram makes of a text before it keeps it.

use ambigram_core::text::{Text, TextError, normalize_with};
use ambigram_core::types::EntityKind;
use ambigram_core::types::LinkPreviewOptions;

use super::{Refusal, entities, limits};

/// Brings a text into the form in which Telegram keeps and shows it: cleaned, trimmed, with the entities that are
/// found in it beside those that were given.
///
/// # Errors
/// When nothing is left of the text, it is too long, or an entity has no sense.
pub fn accept(mut text: Text) -> Result<Text, Refusal> {
    if text.text.is_empty() {
        return Err(Refusal::TextEmpty);
    }
    text.entities.truncate(limits::MESSAGE_ENTITIES);
    let text = normalize_with(text, entities::find).map_err(Refusal::BadText)?;
    // Telegram counts code points, of the text as it will be kept.
    if text.text.chars().count() > limits::MESSAGE_TEXT {
        return Err(Refusal::TextTooLong);
    }
    Ok(text)
}

/// Brings what is written beside a file into the form in which Telegram keeps it; it may be empty.
///
/// # Errors
/// When it is too long, or an entity has no sense.
pub fn accept_caption(mut caption: Text, most: usize) -> Result<Text, Refusal> {
    caption.entities.truncate(limits::MESSAGE_ENTITIES);
    let caption = match normalize_with(caption, entities::find) {
        Err(TextError::Empty) => return Ok(Text::default()),
        caption => caption.map_err(Refusal::BadText)?,
    };
    if caption.text.chars().count() > most {
        return Err(Refusal::CaptionTooLong);
    }
    Ok(caption)
}

/// The stretch of a text that an entity covers, measured in UTF-16 code units; `None` where it is not in the text or
/// cuts a character.
pub fn stretch(text: &str, offset: u32, length: u32) -> Option<&str> {
    let start = byte_at(text, offset)?;
    let end = byte_at(text, offset.checked_add(length)?)?;
    text.get(start..end)
}

/// The byte where the UTF-16 code unit of this number begins.
fn byte_at(text: &str, unit: u32) -> Option<usize> {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= unit {
            return (units == unit).then_some(byte);
        }
        units += if character.len_utf16() == 2 { 2 } else { 1 };
    }
    (units == unit).then_some(text.len())
}

/// The address that a text is previewed by: the first in it, written out or behind words.
pub fn first_link(text: &Text) -> Option<&str> {
    text.entities.iter().find_map(|entity| match &entity.kind {
        EntityKind::TextLink { url } => Some(url.as_str()),
        EntityKind::Url => stretch(&text.text, entity.offset, entity.length),
        _ => None,
    })
}

/// How the address in a text is previewed: a size that was asked for without an address is for the first one there, as
/// TDLib has it.
pub fn preview(options: LinkPreviewOptions, text: &Text) -> LinkPreviewOptions {
    let is_sized = options.prefer_small_media || options.prefer_large_media;
    let first = || first_link(text).filter(|_| is_sized && !options.is_disabled).map(str::to_owned);
    LinkPreviewOptions { url: options.url.clone().or_else(first), ..options }
}

/// Where a quoted part stands in a text, in UTF-16 code units: the place nearest to `position`.
pub fn find_quote(text: &Text, part: &Text, position: u32) -> Option<u32> {
    let units: Vec<u16> = text.text.encode_utf16().collect();
    let part: Vec<u16> = part.text.encode_utf16().collect();
    let starts =
        units.windows(part.len().max(1)).enumerate().filter(|(_, window)| *window == part.as_slice());
    starts.filter_map(|(start, _)| u32::try_from(start).ok()).min_by_key(|start| start.abs_diff(position))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_measured_in_utf_16_and_never_cuts_a_character() {
        let cases = [
            ("/start@bot now", 0, 10, Some("/start@bot")),
            ("👍 @bot", 3, 4, Some("@bot")),
            ("👍 @bot", 0, 2, Some("👍")),
            ("👍 @bot", 1, 2, None),
            ("👍 @bot", 0, 1, None),
            ("👍 @bot", 3, 5, None),
            ("👍 @bot", 7, 0, Some("")),
            ("", 0, 0, Some("")),
            ("hi", u32::MAX, 1, None),
        ];
        for (text, offset, length, expected) in cases {
            assert_eq!(stretch(text, offset, length), expected, "{length} from {offset} of “{text}”");
        }
    }

    #[test]
    fn a_hundred_entities_are_kept_of_those_that_are_given() {
        use ambigram_core::types::{EntityKind, MessageEntity};
        let entities = (0..150).map(|at| MessageEntity::new(at * 2, 1, EntityKind::Bold)).collect();
        let text = accept(Text { text: "a ".repeat(150), entities }).unwrap();
        assert_eq!(text.entities.len(), limits::MESSAGE_ENTITIES);
    }
}
