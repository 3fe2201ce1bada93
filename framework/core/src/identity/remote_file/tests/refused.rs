//! Texts that are no file ids: each is refused with what was expected and what came.

use crate::identity::{GeneratedFile, RemoteFile};
use crate::types::FileId;

#[test]
fn what_is_no_file_id_is_refused_with_what_is_wrong() {
    let table = [
        ("", "expected an id, got an empty text"),
        ("not an id", "expected base64url text, got `not an id`: Wrong string length"),
        (
            "https://e.org/a.png",
            "expected base64url text, got `https://e.org/a.png`: Wrong character in the string",
        ),
        // gotd's: too short, of a version of before, of a version that there is not.
        ("AQ", "expected an id of version 2 or 4, got version 1"),
        ("AQI", "expected 4 bytes of the file type, got 1"),
        ("ARQ", "expected an id of version 2 or 4, got version 20"),
        ("BA", "expected 1 bytes of the sub-version, got 0"),
        // Pyrogram's: a kind that there is not.
        (
            "RQACAgIAAx0CAAGgr9AAAgmPX7b4UxbjNoFEO_L0I4s6wrXNJA8AAgQAA4GkuUm9FFvIaOhXWR4E",
            "expected a number from 0 to 27 as the file type, got 69",
        ),
        // Pyrogram's: a source that there is not.
        (
            "AAMCAgADHQIAAaCv0AACCY9ftvhTFuM2gUQ78vQjizrCtc0kDwACBAADgaS5Sb0UW8ho6FdZIH3qihAAA6QBAAIeBA",
            "expected 0 to 5 as the source of the photo's size, got 420",
        ),
        // Pyrogram reads this one; TDLib does not.
        ("BQADBAADQNKSZqjl5DcROGn_eu5JtgAEAgAEAg", "expected the id to end, got 9 more bytes"),
        // Put together by hand: wrong in one place each.
        ("BwADAgADAQAHAgAHPQQ", "expected that of a file on Telegram's servers as the file type, got Temp"),
        ("BQADAgADAQAHPQQ", "expected 8 bytes of access hash, got 0"),
        ("BQADAgADAQAHAgAHAwADPQQ", "expected the id to end, got 4 more bytes"),
        ("BQACAgIAAwlhYj0E", "expected 9 bytes of file reference, got 2"),
        ("AgADAgADAQAHAgAHAQAHbQADPQQ", "expected that of the file as the thumbnail's file type, got 0"),
        (
            "AQADAgADAQAHAgAHAQADAQADbQADPQQ",
            "expected a photo or a thumbnail as the file type, got ChatPhoto",
        ),
        ("AgADAgADAQAHAgAHAQADAgADgAADPQQ", "expected an ASCII character as the thumbnail's size, got 128"),
        ("AgADAgADAQAHAgAHAgADBwAHCAAHPQQ", "expected ChatPhoto as the file type, got Photo"),
        ("AQADAgADAQAHAgAHAgALCAAHPQQ", "expected that of a user, a group or a channel as chat id, got 0"),
        (
            "AQADAgADAQAHAgAHAgAD_9-1Vi7-__8IAAc9BA",
            "expected that of a user, a group or a channel as chat id, got -2000000000001",
        ),
        ("AgADAgADAQAHAgAHCQADBwAHCAAHAQADPQQ", "expected Thumbnail as the file type, got Photo"),
        ("AgADAgADAQAHAgALBwAHPQQ", "expected 1 to 3 or 5 to 9 as the source of the photo's size, got 0"),
        (
            "AgADAgADAQAHAgAHCgADBwAHPQQ",
            "expected 1 to 3 or 5 to 9 as the source of the photo's size, got 10",
        ),
        ("AQADAgADAQAHAgAHBgADBwAHCAAHCQAH_____z0E", "expected 0 or more as local id, got -1"),
        ("AQADAgADAQAHAgAHCQAHBgADBwAHCAADHwQ", "expected 0 to 5 as the source of the photo's size, got 6"),
        (
            "BAACAQAEAf8AAgkABz0E",
            "expected a text in UTF-8 as url, got invalid utf-8 sequence of 1 bytes from index 0",
        ),
    ];
    for (id, words) in table {
        let error = RemoteFile::decode(&FileId::from(id)).unwrap_err();
        assert_eq!(error.to_string(), words, "{id}");
    }
}

#[test]
fn a_refusal_is_told_in_telegrams_words() {
    let words = |id: &str| RemoteFile::decode(&FileId::from(id)).unwrap_err().file_id_text();
    let wrong = "Wrong remote file identifier specified: can't unserialize it";
    assert_eq!(words("ARQ"), format!("{wrong}. Wrong last symbol"));
    assert_eq!(words("BQADAgADAQAHPQQ"), wrong);
    assert_eq!(words("BQADAgADAQAHAgAHAwADPQQ"), wrong);
    assert_eq!(words("BwADAgADAQAHAgAHPQQ"), wrong);
}

#[test]
fn what_is_no_generated_file_is_refused_with_what_is_wrong() {
    let table = [
        ("CAADBAADwwADmFmqDf6xBrPTReqHAg", "expected an id of version 3, got version 2"),
        ("AgADAAgD", "expected that of a thumbnail (0 or 11) as the file type, got 2"),
        ("AAwD", "expected `#map#…` or `#audio_t#…` as the conversion, got "),
        ("AAgD", "expected 1 bytes of the conversion, got 0"),
    ];
    for (id, words) in table {
        let error = GeneratedFile::decode(&FileId::from(id)).unwrap_err();
        assert_eq!(error.to_string(), words, "{id}");
    }
}
