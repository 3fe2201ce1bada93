//! Telegram's unit of length.

/// How long a text is in UTF-16 code units, the unit of Telegram's offsets and lengths.
///
/// ```
/// assert_eq!(ambigram_core::text::utf16_len("aя🎲"), 4);
/// ```
pub fn utf16_len(text: &str) -> u32 {
    // Each character has one byte that does not continue another; those of four bytes make a surrogate pair.
    let units: usize =
        text.bytes().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}
