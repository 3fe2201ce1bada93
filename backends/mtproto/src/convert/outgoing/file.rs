//! Files that Telegram has, by the Bot API's ids of them.

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::FileId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

/// What a file id stands for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Located {
    /// A photo.
    Photo(types::InputPhoto),
    /// A document of whichever kind.
    Document(types::InputDocument),
    /// What Telegram was once given the address of, and has not kept.
    Web(String),
}

/// What a file id stands for, where a file of the kind `wanted` is asked for.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest), in Telegram's words, for a text that is no file id, and for the id of a file
/// that cannot be used so.
pub(crate) fn located(id: &FileId, wanted: FileType) -> Result<Located, Error> {
    let file = RemoteFile::decode(id).map_err(|error| {
        Error::new(ErrorKind::InvalidFile, lower_first(&error.file_id_text())).because(error)
    })?;
    if !file.kind.can_be_used_as(wanted) {
        let text = format!("can't use file of type {} as {wanted}", file.kind);
        return Err(Error::new(ErrorKind::BadRequest, text));
    }
    let file_reference = file.file_reference;
    Ok(match file.location {
        RemoteLocation::Web { url, .. } => Located::Web(url),
        RemoteLocation::Common { id, access_hash } => {
            Located::Document(types::InputDocument { id, access_hash, file_reference })
        }
        // The picture of a chat is none that can be sent: it has no access hash of its own.
        RemoteLocation::Photo {
            source: PhotoSizeSource::DialogPhoto { .. } | PhotoSizeSource::DialogPhotoLegacy { .. },
            ..
        } => {
            let text = format!("can't use file of type {} as {wanted}", FileType::ProfilePhoto);
            return Err(Error::new(ErrorKind::BadRequest, text));
        }
        RemoteLocation::Photo { id, access_hash, .. } => {
            Located::Photo(types::InputPhoto { id, access_hash, file_reference })
        }
    })
}

/// A photo by its id.
///
/// # Errors
/// As [`located`], and for what is no photo.
pub(crate) fn photo(id: &FileId) -> Result<enums::InputPhoto, Error> {
    match located(id, FileType::Photo)? {
        Located::Photo(photo) => Ok(photo.into()),
        Located::Document(_) | Located::Web(_) => Err(wrong()),
    }
}

/// A document by its id, where one of the kind `wanted` is asked for.
///
/// # Errors
/// As [`located`], and for what is no document.
pub(crate) fn document(id: &FileId, wanted: FileType) -> Result<enums::InputDocument, Error> {
    match located(id, wanted)? {
        Located::Document(document) => Ok(document.into()),
        Located::Photo(_) | Located::Web(_) => Err(wrong()),
    }
}

fn wrong() -> Error {
    Error::new(ErrorKind::InvalidFile, "wrong file identifier/HTTP URL specified")
}

/// The Bot API begins its reasons with a small letter.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(kind: FileType, location: RemoteLocation) -> FileId {
        RemoteFile { kind, dc_id: 2, file_reference: vec![1, 2], location }.encode()
    }

    fn sized() -> RemoteLocation {
        let source = PhotoSizeSource::Thumbnail { size: b'x' };
        RemoteLocation::Photo { id: 3, access_hash: 4, source }
    }

    #[test]
    fn an_id_names_what_it_was_given_for() {
        let common = || RemoteLocation::Common { id: 3, access_hash: 4 };
        let document = types::InputDocument { id: 3, access_hash: 4, file_reference: vec![1, 2] };
        let photo = types::InputPhoto { id: 3, access_hash: 4, file_reference: vec![1, 2] };
        for (kind, location, wanted, expected) in [
            (FileType::Photo, sized(), FileType::Photo, Located::Photo(photo)),
            (FileType::Video, common(), FileType::Video, Located::Document(document.clone())),
            (FileType::Video, common(), FileType::Document, Located::Document(document)),
        ] {
            assert_eq!(located(&id(kind, location), wanted).unwrap(), expected);
        }
    }

    #[test]
    fn another_is_refused_in_telegrams_words() {
        let refused = |id: &FileId, wanted| located(id, wanted).unwrap_err().description().to_owned();
        let photo_id = id(FileType::Photo, sized());
        assert_eq!(refused(&photo_id, FileType::Video), "can't use file of type Photo as Video");
        assert_eq!(
            refused(&FileId::from("AgAD"), FileType::Photo),
            "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
        );
        assert_eq!(refused(&FileId::from(""), FileType::Photo), "remote file identifier must be non-empty");
    }
}
