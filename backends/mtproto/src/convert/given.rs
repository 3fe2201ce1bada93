//! What TL tells by an empty text, a zero or a signed number, as the vocabulary tells it.

use ambigram_core::types::Name;

/// A text that is not empty.
pub(super) fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A short text that is not empty.
pub(super) fn name(text: &str) -> Option<Name> {
    (!text.is_empty()).then(|| text.into())
}

/// A number that cannot be negative: a width, a length, a count.
pub(super) fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// A count that is not 0.
pub(super) fn some(number: Option<i32>) -> Option<u32> {
    number.map(count).filter(|number| *number != 0)
}

/// An amount that is not 0.
pub(super) fn amount(number: Option<i64>) -> Option<i64> {
    number.filter(|number| *number > 0)
}

/// A size in bytes, unless it is not known.
pub(super) fn size(bytes: i64) -> Option<u64> {
    u64::try_from(bytes).ok().filter(|bytes| *bytes != 0)
}

/// Bytes that are meant to be a text, such as a payload that a bot wrote.
pub(super) fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
