//! How the bytes of an id become text: runs of zeros are shortened, the rest is base64url.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::DecodeError;

/// How much of a wrong text is told.
const SHOWN: usize = 64;

/// How long a run of zeros may be until the next one begins: TDLib's number, part of the form.
const LONGEST_RUN: u8 = 250;

pub(super) fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Padding is never written, and may be there when it is right.
pub(super) fn from_text(text: &str) -> Result<Vec<u8>, DecodeError> {
    if text.is_empty() {
        return Err(DecodeError::Empty);
    }
    let bare = text.trim_end_matches('=');
    let padding = text.len() - bare.len();
    let decoded = match padding {
        3.. => Err("Wrong string padding"),
        1.. if !text.len().is_multiple_of(4) => Err("Wrong padding length"),
        _ if bare.len() % 4 == 1 => Err("Wrong string length"),
        _ => URL_SAFE_NO_PAD.decode(bare).map_err(|error| match error {
            base64::DecodeError::InvalidLastSymbol(..) => "Wrong padding in the string",
            _ => "Wrong character in the string",
        }),
    };
    decoded.map_err(|fault| DecodeError::Base64 { fault, got: text.chars().take(SHOWN).collect() })
}

/// Writes each run of zeros as a zero and the run's length.
pub(super) fn shorten_zeros(bytes: &[u8]) -> Vec<u8> {
    let mut short = Vec::with_capacity(bytes.len());
    let mut run = 0;
    for &byte in bytes {
        if run > 0 && (byte != 0 || run == LONGEST_RUN) {
            short.extend([0, run]);
            run = 0;
        }
        match byte {
            0 => run += 1,
            _ => short.push(byte),
        }
    }
    if run > 0 {
        short.extend([0, run]);
    }
    short
}

/// Undoes [`shorten_zeros`]. A zero with no length after it stands for itself.
pub(super) fn expand_zeros(bytes: &[u8]) -> Vec<u8> {
    let mut long = Vec::with_capacity(bytes.len());
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        let length = if byte == 0 { bytes.next().unwrap_or(1) } else { 1 };
        long.resize(long.len() + usize::from(length), byte);
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_zeros_are_written_by_their_lengths() {
        // The first five are mtcute's.
        let table: [(&[u8], &[u8]); 8] = [
            (&[0xaa, 0xee, 0xff], &[0xaa, 0xee, 0xff]),
            (&[0, 0, 0, 0, 0xaa], &[0, 4, 0xaa]),
            (&[0, 0, 0, 0, 0xaa, 0, 0, 0, 0xaa], &[0, 4, 0xaa, 0, 3, 0xaa]),
            (&[0, 0, 0, 0, 0xaa, 0, 0], &[0, 4, 0xaa, 0, 2]),
            (&[0, 0xaa, 0], &[0, 1, 0xaa, 0, 1]),
            (&[], &[]),
            (&[0; 250], &[0, 250]),
            (&[0; 251], &[0, 250, 0, 1]),
        ];
        for (long, short) in table {
            assert_eq!(shorten_zeros(long), short);
            assert_eq!(expand_zeros(short), long);
        }
        assert_eq!(expand_zeros(&[0, 4, 0xaa, 0, 0]), [0, 0, 0, 0, 0xaa], "mtcute's: a run of none");
        assert_eq!(expand_zeros(&[7, 0]), [7, 0], "a zero without a length");
    }

    #[test]
    fn a_wrong_text_is_refused_in_telegrams_words() {
        let table = [
            ("", "Remote file identifier must be non-empty"),
            ("Ag+D", "Wrong remote file identifier specified: Wrong character in the string"),
            ("AgäDA", "Wrong remote file identifier specified: Wrong character in the string"),
            ("AgADA", "Wrong remote file identifier specified: Wrong string length"),
            ("AB", "Wrong remote file identifier specified: Wrong padding in the string"),
            ("AAA==", "Wrong remote file identifier specified: Wrong padding length"),
            ("AA===", "Wrong remote file identifier specified: Wrong string padding"),
            ("A=AA", "Wrong remote file identifier specified: Wrong character in the string"),
        ];
        for (text, words) in table {
            assert_eq!(from_text(text).unwrap_err().file_id_text(), words, "{text}");
        }
        assert_eq!(from_text("AgE="), from_text("AgE"), "padding may be there");
        let long = from_text(&"ä".repeat(1000)).unwrap_err().to_string();
        assert!(long.chars().count() < 200, "only the beginning of a long text is told: {long}");
    }
}
