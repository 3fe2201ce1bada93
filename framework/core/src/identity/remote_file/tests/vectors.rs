//! Ids that Telegram gave: what they say, how they are written today, and the ids that the files have for everyone.

use crate::identity::{FileType, GeneratedFile, PhotoSizeSource, RemoteFile, RemoteLocation};
use crate::types::{ChatId, FileId};

fn file(kind: FileType, dc_id: i32, reference: &str, location: RemoteLocation) -> RemoteFile {
    let hex = reference.as_bytes().chunks(2).map(|digits| str::from_utf8(digits).unwrap());
    let file_reference = hex.map(|digits| u8::from_str_radix(digits, 16).unwrap()).collect();
    RemoteFile { kind, dc_id, file_reference, location }
}

fn common(id: i64, access_hash: i64) -> RemoteLocation {
    RemoteLocation::Common { id, access_hash }
}

fn photo(id: i64, access_hash: i64, source: PhotoSizeSource) -> RemoteLocation {
    RemoteLocation::Photo { id, access_hash, source }
}

fn sized(id: i64, access_hash: i64, size: u8) -> RemoteLocation {
    photo(id, access_hash, PhotoSizeSource::Thumbnail { size })
}

fn chat(chat_id: i64, access_hash: i64, big: bool, volume_id: i64, local_id: i32) -> PhotoSizeSource {
    PhotoSizeSource::DialogPhotoLegacy { chat_id: ChatId(chat_id), access_hash, big, volume_id, local_id }
}

/// What each id says, and its file's unique id.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, RemoteFile, &'static str)> {
    use FileType::*;
    let profile = |hash, source| file(ProfilePhoto, 2, "", photo(0, hash, source));
    vec![
        // Version 2: luckydonald/telegram_file_id and mtcute.
        ("CAADBAADwwADmFmqDf6xBrPTReqHAg", file(Sticker, 4, "", common(984_697_977_903_775_939, -8_653_026_958_495_010_306)), "AgADwwADmFmqDQ"),
        ("CAADAQADegAD997LEUiQZafDlhIeAg", file(Sticker, 1, "", common(1_282_363_671_355_326_586, 2_166_960_137_789_870_152)), "AgADegAD997LEQ"),
        ("AgADAgADRaoxG64rCUlfm3fj3nihW3PHUQ8ABA0Pma0G3xt2bLABAAEC",
            file(Photo, 2, "", photo(5_262_785_666_339_678_789, 6_602_691_427_396_197_215, PhotoSizeSource::Legacy { volume_id: 257_017_715, local_id: 110_700, secret: 8_510_641_140_621_971_213 })),
            "AQADc8dRDwAEbLABAAE"),
        // Version 4.22 and 4.27: luckydonald/telegram_file_id and tg-file-decoder.
        ("CAADBAADwwADmFmqDf6xBrPTReqHFgQ", file(Sticker, 4, "", common(984_697_977_903_775_939, -8_653_026_958_495_010_306)), "AgADwwADmFmqDQ"),
        ("CAACAgQAAxkBAAIC4l9CWDGzVUcDejU0TETLWbOdfsCoAALDAAOYWaoN_rEGs9NF6ocbBA",
            file(Sticker, 4, "01000002e25f425831b35547037a35344c44cb59b39d7ec0a8", common(984_697_977_903_775_939, -8_653_026_958_495_010_306)), "AgADwwADmFmqDQ"),
        ("AgADAgADRaoxG64rCUlfm3fj3nihW3PHUQ8ABAEAAwIAA3gAA2uwAQABFgQ", file(Photo, 2, "", sized(5_262_785_666_339_678_789, 6_602_691_427_396_197_215, b'x')), "AQADRaoxG64rCUl9"),
        // Version 4.27 to 4.31: mtcute.
        ("CAACAgEAAx0CVgtngQACAuFfU1GY9wiRG7A7jlIBbP2yvAostAACegAD997LEUiQZafDlhIeGwQ",
            file(Sticker, 1, "02560b6781000002e15f535198f708911bb03b8e52016cfdb2bc0a2cb4", common(1_282_363_671_355_326_586, 2_166_960_137_789_870_152)), "AgADegAD997LEQ"),
        ("CAACAgIAAxkBAAEJny9gituz1_V_uSKBUuG_nhtzEtFOeQACXFoAAuCjggfYjw_KAAGSnkgfBA",
            file(Sticker, 2, "0100099f2f608adbb3d7f57fb9228152e1bf9e1b7312d14e79", common(541_175_087_705_905_756, 5_232_780_349_138_767_832)), "AgADXFoAAuCjggc"),
        ("BQACAgIAAxkBAAEJnzNgit00IDsKd07OdSeanwz8osecYAACdAwAAueoWEicaPvNdOYEwB8E",
            file(Document, 2, "0100099f33608add34203b0a774ece75279a9f0cfca2c79c60", common(5_213_102_278_772_264_052, -4_610_306_729_174_144_868)), "AgADdAwAAueoWEg"),
        ("AAMCAgADGQEAAQmfM2CK3TQgOwp3Ts51J5qfDPyix5xgAAJ0DAAC56hYSJxo-8105gTAT_bYoy4AAwEAB20AA0JBAAIfBA",
            file(Thumbnail, 2, "0100099f33608add34203b0a774ece75279a9f0cfca2c79c60", sized(5_213_102_278_772_264_052, -4_610_306_729_174_144_868, b'm')), "AQADdAwAAueoWEhy"),
        ("AQADAgATqfDdly4AAwMAA4siCOX_____AAhKowIAAR4E", profile(0, chat(-452_451_701, 0, true, 200_116_400_297, 172_874)), "AQADqfDdly4AA0qjAgAB"),
        ("AQADAgATqfDdly4AAwIAA4siCOX_____AAhIowIAAR4E", profile(0, chat(-452_451_701, 0, false, 200_116_400_297, 172_872)), "AQADqfDdly4AA0ijAgAB"),
        ("AQADAgATySHBDgAEAwAD0npI3Bb___-wfxjpg7QCPf8pBQABHwQ", profile(0, chat(-1_001_326_609_710, 4_396_274_664_911_437_744, true, 247_538_121, 338_431)), "AQADySHBDgAE_ykFAAE"),
        ("AQADAgATySHBDgAEAgAD0npI3Bb___-wfxjpg7QCPf0pBQABHwQ", profile(0, chat(-1_001_326_609_710, 4_396_274_664_911_437_744, false, 247_538_121, 338_429)), "AQADySHBDgAE_SkFAAE"),
        // Version 4.30: Pyrogram.
        ("AQADAgADrKcxGylBBQAJIH3qihAAAwIAAylBBQAF7bDHYwABnc983KcAAh4E",
            file(ProfilePhoto, 2, "", photo(1_479_019_689_256_876, 0, chat(344_361, 8_993_579_605_881_762_029, false, 71_050_100_000, 42_972))), "AQADIH3qihAAA9ynAAI"),
        ("BAACAgIAAx0CAAGgr9AAAgmRX7b4Xv9f-4BK5VR_5ppIOF6UIp0AAgYAA4GkuUmhnZz2xC37wR4E",
            file(Video, 2, "0200a0afd0000009915fb6f85eff5ffb804ae5547fe69a48385e94229d", common(5_312_458_109_417_947_142, -4_468_927_881_260_786_271)), "AgADBgADgaS5SQ"),
        // Version 4.34: gotd.
        ("CAACAgIAAxkBAAM6YZlDEHCmaTKrUhCIjxAPtPtjVx4AAicAA4dXjx6dGLyHwXVNcCIE",
            file(Sticker, 2, "010000003a6199431070a66932ab5210888f100fb4fb63571e", common(2_202_074_980_139_663_399, 8_092_253_579_521_038_493)), "AgADJwADh1ePHg"),
        ("AgACAgIAAxkBAAM9YZqXG-B0WHEv7lFlQxOQDs6jrGQAAoa7MRvdfNlIhJa73cDxR0kBAAMCAAN4AAMiBA",
            file(Photo, 2, "010000003d619a971be07458712fee51654313900ecea3ac64", sized(5_249_364_129_762_884_486, 5_280_454_898_771_269_252, b'x')), "AQADhrsxG9182Uh9"),
        ("AAMCAgADGQEAA0BhnONKQJVjtO2unaX3Z4JDNhjFUQACShEAAkhgoUhGKifAlPPiQgEAB20AAyIE",
            file(Thumbnail, 2, "0100000040619ce34a409563b4edae9da5f76782433618c551", sized(5_233_570_104_335_143_242, 4_819_682_371_444_353_606, b'm')), "AQADShEAAkhgoUhy"),
        ("AQADAgAD7a8xG75QcEkACAMAA2jAIuIW____cd7THMWjNdIiBA",
            file(ProfilePhoto, 2, "", photo(5_291_818_339_590_582_253, 0, PhotoSizeSource::DialogPhoto { chat_id: ChatId(-1_001_228_418_968), access_hash: -3_299_551_084_991_488_399, big: true })),
            "AQAD7a8xG75QcEkB"),
        ("CQACAgIAAxkBAANEYZzt3rDAw5CkHSU8RZA8AzTTsyMAAvACAAKoAAF4SjhQUd8y3lIoIgQ",
            file(Audio, 2, "0100000044619ceddeb0c0c390a41d253c45903c0334d3b323", common(5_366_039_677_566_452_464, 2_905_629_019_683_770_424)), "AgAD8AIAAqgAAXhK"),
        // Put together by hand, after TDLib's parsing: sources of before 4.32 that no project has an id of.
        ("AAQCABMNAAcEAAMMAAcOAAcPAAMWBA",
            file(Thumbnail, 2, "", photo(0, 0, PhotoSizeSource::StickerSetThumbnailLegacy { set_id: 12, access_hash: 14, volume_id: 13, local_id: 15 })), "AQADDQAHDwAD"),
        ("CwADAgADAQAHAgAHDQALDgAH8f___xYE", file(EncryptedThumbnail, 2, "", photo(1, 2, PhotoSizeSource::Legacy { volume_id: 13, local_id: -15, secret: 14 })), "AQADDQAH8f___w"),
        ("AgADAgADAQAHAgAHDQAHBQADFAAHFQAHFgADFwADHgQ", file(Photo, 2, "", photo(1, 2, PhotoSizeSource::Legacy { volume_id: 20, local_id: 22, secret: 21 })), "AQADFAAHFgAD"),
        // The same: files elsewhere on the web.
        ("BAACAQAED2h0dHBzOi8vZS5vcmcvYQkABz0E",
            file(Video, 0, "", RemoteLocation::Web { url: "https://e.org/a".to_owned(), access_hash: 9 }), "AAQPaHR0cHM6Ly9lLm9yZy9h"),
    ]
}

#[test]
fn ids_of_all_versions_say_which_file_they_mean() {
    for (id, file, unique) in table() {
        let read = RemoteFile::decode(&FileId::from(id)).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(read, file, "{id}");
        assert_eq!(read.unique_id().as_str(), unique, "{id}");
        // Whatever the version was, it is written in today's, and means the same.
        assert_eq!(RemoteFile::decode(&read.encode()), Ok(file), "{id}");
    }
}

#[test]
fn files_are_written_as_telegram_writes_them_today() {
    // gotd's ids with today's sub-version in the place of 34, the form being the same; and what was put together by hand.
    let table = [
        (
            "CAACAgIAAxkBAAM6YZlDEHCmaTKrUhCIjxAPtPtjVx4AAicAA4dXjx6dGLyHwXVNcCIE",
            "CAACAgIAAxkBAAM6YZlDEHCmaTKrUhCIjxAPtPtjVx4AAicAA4dXjx6dGLyHwXVNcD0E",
        ),
        (
            "AgACAgIAAxkBAAM9YZqXG-B0WHEv7lFlQxOQDs6jrGQAAoa7MRvdfNlIhJa73cDxR0kBAAMCAAN4AAMiBA",
            "AgACAgIAAxkBAAM9YZqXG-B0WHEv7lFlQxOQDs6jrGQAAoa7MRvdfNlIhJa73cDxR0kBAAMCAAN4AAM9BA",
        ),
        (
            "AQADAgAD7a8xG75QcEkACAMAA2jAIuIW____cd7THMWjNdIiBA",
            "AQADAgAD7a8xG75QcEkACAMAA2jAIuIW____cd7THMWjNdI9BA",
        ),
        ("BAACAQAED2h0dHBzOi8vZS5vcmcvYQkABz0E", "BAACAQAED2h0dHBzOi8vZS5vcmcvYQkABz0E"),
    ];
    for (id, today) in table {
        assert_eq!(RemoteFile::decode(&FileId::from(id)).unwrap().encode().as_str(), today, "{id}");
    }
}

#[test]
#[rustfmt::skip]
fn every_source_is_written_and_read_in_todays_form() {
    use PhotoSizeSource::*;
    // gotd's values, put together by hand after TDLib's parsing.
    let (chat_id, access_hash, volume_id, local_id) = (ChatId(-1_001_228_418_968), 15, 13, 14);
    let table = [
        (FileType::Photo, Thumbnail { size: b'x' }, "AgADAgADAQAHCQAHAQADAgADeAADPQQ"),
        (FileType::ProfilePhoto, DialogPhoto { chat_id, access_hash, big: false }, "AQADAgADAQAHCQAHAgADaMAi4hb___8PAAc9BA"),
        (FileType::ProfilePhoto, DialogPhoto { chat_id, access_hash, big: true }, "AQADAgADAQAHCQAHAwADaMAi4hb___8PAAc9BA"),
        (FileType::Photo, Legacy { volume_id, local_id, secret: 15 }, "AgADAgADAQAHCQAHBQADDQAHDwAHDgADPQQ"),
        (FileType::ProfilePhoto, DialogPhotoLegacy { chat_id, access_hash, big: false, volume_id, local_id }, "AQADAgADAQAHCQAHBgADaMAi4hb___8PAAcNAAcOAAM9BA"),
        (FileType::ProfilePhoto, DialogPhotoLegacy { chat_id, access_hash, big: true, volume_id, local_id }, "AQADAgADAQAHCQAHBwADaMAi4hb___8PAAcNAAcOAAM9BA"),
        (FileType::Thumbnail, StickerSetThumbnailLegacy { set_id: 12, access_hash, volume_id, local_id }, "AAQCAAMBAAcJAAcIAAMMAAcPAAcNAAcOAAM9BA"),
        (FileType::Thumbnail, StickerSetThumbnail { set_id: 12, access_hash, version: 1 }, "AAQCAAMBAAcJAAcJAAMMAAcPAAcBAAM9BA"),
    ];
    for (kind, source, text) in table {
        let file = file(kind, 2, "", photo(1, 9, source));
        assert_eq!(file.encode().as_str(), text);
        assert_eq!(RemoteFile::decode(&FileId::from(text)), Ok(file));
    }
}

#[test]
fn the_unique_id_of_a_picture_tells_its_size() {
    let unique = |kind, source| file(kind, 2, "", photo(1, 9, source)).unique_id();
    let sized = |size| unique(FileType::Photo, PhotoSizeSource::Thumbnail { size });
    let chat = |chat_id, big| {
        unique(
            FileType::ProfilePhoto,
            PhotoSizeSource::DialogPhoto { chat_id: ChatId(chat_id), access_hash: 8, big },
        )
    };
    let set = PhotoSizeSource::StickerSetThumbnail { set_id: 12, access_hash: 13, version: 1 };
    // A chat's photo is the same picture as the sizes `a` and `c` of the photo it was made from, whosever it is.
    assert_eq!((sized(b'a'), sized(b'c')), (chat(7, false), chat(-7, true)));
    assert_eq!((sized(b'a').as_str(), sized(b'c').as_str()), ("AQADAQAI", "AQADAQAHAQ"));
    assert_ne!(sized(b'a'), sized(b's'));
    // A sticker set has no photo: it is told by the set and the version.
    assert_eq!(unique(FileType::Thumbnail, set).as_str(), "AQADAgwABwEAAw");
}

#[test]
fn the_unique_id_is_that_of_the_class_and_the_number() {
    let unique = |kind| file(kind, 2, "00", common(1, 9)).unique_id().to_string();
    let table = [
        (FileType::Video, "AgADAQAH"),
        (FileType::Sticker, "AgADAQAH"),
        (FileType::SelfDestructingLivePhoto, "AgADAQAH"),
        (FileType::SecureEncrypted, "AwADAQAH"),
        (FileType::Encrypted, "BAADAQAH"),
    ];
    for (kind, text) in table {
        assert_eq!(unique(kind), text, "{kind}");
    }
}

#[test]
fn a_reference_that_the_server_refused_is_none() {
    let mut refused = file(FileType::Video, 2, "23", common(1, 9));
    let id = refused.encode();
    refused.file_reference.clear();
    assert_eq!((id, RemoteFile::decode(&refused.encode())), (refused.encode(), Ok(refused)));
    // As TDLib would have written it.
    let read = RemoteFile::decode(&FileId::from("BAACAgIAAwEjAAIBAAcJAAc9BA")).unwrap();
    assert_eq!(read, file(FileType::Video, 2, "", common(1, 9)));
}

#[test]
fn a_generated_file_has_an_id_of_its_own_form() {
    // Put together by hand, after TDLib's parsing.
    let map = GeneratedFile {
        kind: FileType::Thumbnail,
        original_path: String::new(),
        conversion: "#map#15#1#2#100#100#1".to_owned(),
    };
    let id = FileId::from("AAgVI21hcCMxNSMxIzIjMTAwIzEwMCMxAAID");
    assert_eq!(GeneratedFile::decode(&id), Ok(map.clone()));
    assert_eq!(
        (map.encode(), map.unique_id().as_str()),
        (id.clone(), "_wAIFSNtYXAjMTUjMSMyIzEwMCMxMDAjMQAC")
    );
    let error = RemoteFile::decode(&id).unwrap_err();
    assert_eq!(error.to_string(), "expected an id of version 2 or 4, got version 3");
}
