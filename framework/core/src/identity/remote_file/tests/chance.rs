//! Files and texts by chance: what is written is read back, and nothing that is read panics.

use proptest::prelude::*;
use proptest::sample::select;

use crate::identity::encoding::to_text;
use crate::identity::{
    FileClass, FileType, GeneratedFile, PhotoSizeSource, RemoteFile, RemoteInlineMessage, RemoteLocation,
};
use crate::types::{ChatId, FileId, InlineMessageId};

/// Numbers with runs of zeros in them, as they often are, and without.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), -9..9_i64, (0..56_u32).prop_map(|shift| 1 << shift)]
}

fn chat_id() -> impl Strategy<Value = ChatId> {
    let ids = prop_oneof![
        1..1_i64 << 40,
        -999_999_999_999..0_i64,
        -1_997_852_516_352..-1_000_000_000_000_i64,
        -4_000_000_000_000..-2_002_147_483_648_i64,
    ];
    ids.prop_map(ChatId)
}

fn kinds_of(fits: impl Fn(FileType) -> bool) -> impl Strategy<Value = FileType> {
    select(FileType::ALL.into_iter().filter(|kind| fits(*kind)).collect::<Vec<_>>())
}

/// A source, with a kind of file that can have it.
fn source() -> impl Strategy<Value = (FileType, PhotoSizeSource)> {
    use FileType::{EncryptedThumbnail, Photo, PhotoStory, ProfilePhoto, SelfDestructingPhoto, Thumbnail};
    let photo = || kinds_of(|kind| kind.class() == FileClass::Photo);
    let with_letter = select(vec![Photo, PhotoStory, SelfDestructingPhoto, Thumbnail, EncryptedThumbnail]);
    prop_oneof![
        (with_letter, 0..128_u8).prop_map(|(kind, size)| (kind, PhotoSizeSource::Thumbnail { size })),
        (chat_id(), number(), any::<bool>()).prop_map(|(chat_id, access_hash, big)| (
            ProfilePhoto,
            PhotoSizeSource::DialogPhoto { chat_id, access_hash, big }
        )),
        (number(), number(), any::<i32>()).prop_map(|(set_id, access_hash, version)| (
            Thumbnail,
            PhotoSizeSource::StickerSetThumbnail { set_id, access_hash, version }
        )),
        (photo(), number(), any::<i32>(), number()).prop_map(|(kind, volume_id, local_id, secret)| (
            kind,
            PhotoSizeSource::Legacy { volume_id, local_id, secret }
        )),
        (chat_id(), number(), any::<bool>(), number(), 0..=i32::MAX).prop_map(
            |(chat_id, access_hash, big, volume_id, local_id)| (
                ProfilePhoto,
                PhotoSizeSource::DialogPhotoLegacy { chat_id, access_hash, big, volume_id, local_id }
            )
        ),
        (number(), number(), number(), 0..=i32::MAX).prop_map(
            |(set_id, access_hash, volume_id, local_id)| (
                Thumbnail,
                PhotoSizeSource::StickerSetThumbnailLegacy { set_id, access_hash, volume_id, local_id }
            )
        ),
    ]
}

fn common() -> impl Strategy<Value = (FileType, RemoteLocation)> {
    let kinds = kinds_of(|kind| !matches!(kind.class(), FileClass::Photo | FileClass::Temp));
    (kinds, number(), number())
        .prop_map(|(kind, id, access_hash)| (kind, RemoteLocation::Common { id, access_hash }))
}

fn location() -> impl Strategy<Value = (FileType, RemoteLocation)> {
    prop_oneof![
        (kinds_of(|_| true), ".{0,300}", number())
            .prop_map(|(kind, url, access_hash)| (kind, RemoteLocation::Web { url, access_hash })),
        common(),
        (source(), number(), number()).prop_map(|((kind, source), id, access_hash)| (
            kind,
            RemoteLocation::Photo { id, access_hash, source }
        )),
    ]
}

fn file() -> impl Strategy<Value = RemoteFile> {
    at(location())
}

/// A file that is got from there.
fn at(location: impl Strategy<Value = (FileType, RemoteLocation)>) -> impl Strategy<Value = RemoteFile> {
    let byte = prop_oneof![Just(0), any::<u8>()];
    (location, any::<i32>(), prop::collection::vec(byte, 0..600))
        .prop_filter("TDLib's mark of a refused reference", |(_, _, reference)| reference != b"#")
        .prop_map(|((kind, location), dc_id, file_reference)| RemoteFile {
            kind,
            dc_id,
            file_reference,
            location,
        })
}

fn read_all(text: &str) {
    if let Ok(file) = RemoteFile::decode(&FileId::from(text)) {
        assert_eq!(RemoteFile::decode(&file.encode()), Ok(file.clone()));
        assert!(!file.unique_id().as_str().is_empty());
    }
    if let Ok(file) = GeneratedFile::decode(&FileId::from(text)) {
        assert_eq!(GeneratedFile::decode(&file.encode()), Ok(file));
    }
    if let Ok(message) = RemoteInlineMessage::decode(&InlineMessageId::from(text)) {
        assert_eq!(message.encode().as_str(), text.trim_end_matches('='));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_file_is_read_as_it_was_written(file in file()) {
        let id = file.encode();
        prop_assert_eq!(RemoteFile::decode(&id), Ok(file));
        read_all(id.as_str());
    }

    #[test]
    fn a_file_has_one_unique_id_whoever_sees_it(file in file(), reference: Vec<u8>, dc_id: i32) {
        let other = RemoteFile { dc_id, file_reference: reference, ..file.clone() };
        prop_assert_eq!(file.unique_id(), other.unique_id());
    }

    #[test]
    fn an_id_cut_short_anywhere_is_no_file(file in at(common()), cut: prop::sample::Index) {
        let mut id = file.encode().to_string();
        id.truncate(cut.index(id.len()));
        prop_assert!(RemoteFile::decode(&FileId::from(id)).is_err());
    }

    #[test]
    fn every_inline_message_is_read_as_it_was_written(
        dc_id in 1..=1000, owner_id in number(), id in number(), short: i32, access_hash in number(),
    ) {
        let table = [
            RemoteInlineMessage::Id { dc_id, id, access_hash },
            RemoteInlineMessage::Id64 { dc_id, owner_id, id: short, access_hash },
        ];
        for message in table {
            prop_assert_eq!(RemoteInlineMessage::decode(&message.encode()), Ok(message));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        read_all(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(mut bytes: Vec<u8>, tail in select(vec![vec![2], vec![3], vec![22, 4], vec![61, 4]])) {
        bytes.extend(tail);
        read_all(&to_text(&bytes));
    }

    #[test]
    fn a_file_id_with_a_byte_changed_is_read_or_refused(file in file(), at: prop::sample::Index, byte: u8) {
        let mut bytes = crate::identity::encoding::from_text(file.encode().as_str()).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        read_all(&to_text(&bytes));
    }
}
