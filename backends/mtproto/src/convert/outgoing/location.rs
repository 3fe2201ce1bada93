//! Where files lie, by the Bot API's ids of them: for fetching.

use ambigram_core::identity::{FileClass, FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::ChatId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use crate::convert::peer::bare_channel;

/// By what a file is fetched.
///
/// # Errors
/// [`InvalidFile`](ErrorKind::InvalidFile), for a file that does not lie on Telegram's servers.
pub(crate) fn location(file: RemoteFile) -> Result<enums::InputFileLocation, Error> {
    let RemoteFile { kind, file_reference, location, .. } = file;
    Ok(match location {
        RemoteLocation::Web { url, .. } => {
            let text = format!("the file does not lie on Telegram's servers, but at {url}");
            return Err(Error::new(ErrorKind::InvalidFile, text));
        }
        RemoteLocation::Common { id, access_hash } => match kind.class() {
            FileClass::Encrypted => types::InputEncryptedFileLocation { id, access_hash }.into(),
            FileClass::Secure => types::InputSecureFileLocation { id, access_hash }.into(),
            _ => document(id, access_hash, file_reference, String::new()),
        },
        RemoteLocation::Photo { id, access_hash, source } => {
            picture(kind, id, access_hash, file_reference, source)
        }
    })
}

fn document(
    id: i64,
    access_hash: i64,
    file_reference: Vec<u8>,
    thumb_size: String,
) -> enums::InputFileLocation {
    types::InputDocumentFileLocation { id, access_hash, file_reference, thumb_size }.into()
}

fn picture(
    kind: FileType,
    id: i64,
    access_hash: i64,
    file_reference: Vec<u8>,
    source: PhotoSizeSource,
) -> enums::InputFileLocation {
    match source {
        PhotoSizeSource::Thumbnail { size } => {
            let thumb_size = char::from(size).to_string();
            if kind == FileType::Thumbnail {
                return document(id, access_hash, file_reference, thumb_size);
            }
            types::InputPhotoFileLocation { id, access_hash, file_reference, thumb_size }.into()
        }
        PhotoSizeSource::DialogPhoto { chat_id, access_hash, big }
        | PhotoSizeSource::DialogPhotoLegacy { chat_id, access_hash, big, .. } => {
            let peer = peer(chat_id, access_hash);
            types::InputPeerPhotoFileLocation { big, peer, photo_id: id }.into()
        }
        PhotoSizeSource::StickerSetThumbnail { set_id, access_hash, version } => {
            set_picture(set_id, access_hash, version)
        }
        // Such a set has had one picture until now.
        PhotoSizeSource::StickerSetThumbnailLegacy { set_id, access_hash, .. } => {
            set_picture(set_id, access_hash, 0)
        }
        PhotoSizeSource::Legacy { volume_id, local_id, secret } => types::InputPhotoLegacyFileLocation {
            id,
            access_hash,
            file_reference,
            volume_id,
            local_id,
            secret,
        }
        .into(),
    }
}

fn set_picture(id: i64, access_hash: i64, thumb_version: i32) -> enums::InputFileLocation {
    let stickerset = types::InputStickerSetId { id, access_hash }.into();
    types::InputStickerSetThumb { stickerset, thumb_version }.into()
}

/// Whose photo it is, by the hash that the file id tells.
fn peer(chat: ChatId, access_hash: i64) -> enums::InputPeer {
    if chat.is_user() {
        types::InputPeerUser { user_id: chat.0, access_hash }.into()
    } else if chat.is_channel() {
        types::InputPeerChannel { channel_id: bare_channel(chat), access_hash }.into()
    } else {
        types::InputPeerChat { chat_id: chat.0.saturating_neg() }.into()
    }
}

/// Takes out what the file was got from; `false` where nothing was said of that.
pub(crate) fn forget_reference(location: &mut enums::InputFileLocation) -> bool {
    use enums::InputFileLocation as Location;
    let reference = match location {
        Location::InputPhotoFileLocation(location) => &mut location.file_reference,
        Location::InputDocumentFileLocation(location) => &mut location.file_reference,
        Location::InputPhotoLegacyFileLocation(location) => &mut location.file_reference,
        _ => return false,
    };
    !std::mem::take(reference).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: FileType, location: RemoteLocation) -> RemoteFile {
        RemoteFile { kind, dc_id: 2, file_reference: vec![9], location }
    }

    fn photo(kind: FileType, source: PhotoSizeSource) -> RemoteFile {
        file(kind, RemoteLocation::Photo { id: 3, access_hash: 4, source })
    }

    #[test]
    fn each_file_is_fetched_by_what_is_told_of_it() {
        let common = RemoteLocation::Common { id: 3, access_hash: 4 };
        let sized = PhotoSizeSource::Thumbnail { size: b'm' };
        let user = PhotoSizeSource::DialogPhoto { chat_id: ChatId(7), access_hash: 5, big: true };
        let channel =
            PhotoSizeSource::DialogPhoto { chat_id: ChatId(-1_000_000_000_008), access_hash: 5, big: false };
        let group = PhotoSizeSource::DialogPhoto { chat_id: ChatId(-9), access_hash: 0, big: false };
        let set = PhotoSizeSource::StickerSetThumbnail { set_id: 6, access_hash: 5, version: 2 };
        let document = |thumb_size: &str| types::InputDocumentFileLocation {
            id: 3,
            access_hash: 4,
            file_reference: vec![9],
            thumb_size: thumb_size.to_owned(),
        };
        let of_peer = |peer, big| types::InputPeerPhotoFileLocation { big, peer, photo_id: 3 };
        let table: [(RemoteFile, enums::InputFileLocation); 9] = [
            (file(FileType::Video, common.clone()), document("").into()),
            (
                file(FileType::Encrypted, common.clone()),
                types::InputEncryptedFileLocation { id: 3, access_hash: 4 }.into(),
            ),
            (
                file(FileType::SecureEncrypted, common),
                types::InputSecureFileLocation { id: 3, access_hash: 4 }.into(),
            ),
            (photo(FileType::Thumbnail, sized), document("m").into()),
            (
                photo(FileType::Photo, sized),
                types::InputPhotoFileLocation {
                    id: 3,
                    access_hash: 4,
                    file_reference: vec![9],
                    thumb_size: "m".to_owned(),
                }
                .into(),
            ),
            (
                photo(FileType::ProfilePhoto, user),
                of_peer(types::InputPeerUser { user_id: 7, access_hash: 5 }.into(), true).into(),
            ),
            (
                photo(FileType::ProfilePhoto, channel),
                of_peer(types::InputPeerChannel { channel_id: 8, access_hash: 5 }.into(), false).into(),
            ),
            (
                photo(FileType::ProfilePhoto, group),
                of_peer(types::InputPeerChat { chat_id: 9 }.into(), false).into(),
            ),
            (
                photo(FileType::Thumbnail, set),
                types::InputStickerSetThumb {
                    stickerset: types::InputStickerSetId { id: 6, access_hash: 5 }.into(),
                    thumb_version: 2,
                }
                .into(),
            ),
        ];
        for (file, expected) in table {
            assert_eq!(location(file).unwrap(), expected);
        }
        let web = RemoteLocation::Web { url: "https://example.com/a".to_owned(), access_hash: 1 };
        let error = location(file(FileType::Photo, web)).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::InvalidFile);
        assert!(error.to_string().contains("https://example.com/a"), "{error}");
    }

    #[test]
    fn a_reference_is_forgotten_once() {
        let common = RemoteLocation::Common { id: 3, access_hash: 4 };
        let mut location = location(file(FileType::Video, common)).unwrap();
        assert!(forget_reference(&mut location));
        assert!(!forget_reference(&mut location));
    }
}
