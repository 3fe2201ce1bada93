//! The ids by which bots name files. What is in them is Telegram's own; here they are only filled in and looked up.
//! <https://core.telegram.org/bots/api#file>

use std::sync::Arc;

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::{ChatId, FileId, UserId};

use super::read::Reason;
use crate::world::World;
use crate::world::files::{Blob, DC_ID, Document, DocumentKind, FileName, Photo, PhotoSize};

/// The kind of file that a document is in its id.
pub(crate) fn file_type(kind: DocumentKind) -> FileType {
    match kind {
        DocumentKind::General => FileType::Document,
        DocumentKind::Animation => FileType::Animation,
        DocumentKind::Audio => FileType::Audio,
        DocumentKind::Sticker => FileType::Sticker,
        DocumentKind::Video => FileType::Video,
        DocumentKind::VideoNote => FileType::VideoNote,
        DocumentKind::Voice => FileType::VoiceNote,
    }
}

/// One of a photo's sizes, as a bot names it.
pub(crate) fn of_photo(world: &World, bot: UserId, photo: &Photo, size: &PhotoSize) -> RemoteFile {
    RemoteFile {
        kind: FileType::Photo,
        dc_id: DC_ID,
        file_reference: photo.file_reference(world, bot),
        location: RemoteLocation::Photo {
            id: photo.id,
            access_hash: photo.access_hash(bot),
            source: source(size),
        },
    }
}

/// A document, as a bot names it.
pub(crate) fn of_document(world: &World, bot: UserId, document: &Document) -> RemoteFile {
    RemoteFile {
        kind: file_type(document.kind()),
        dc_id: DC_ID,
        file_reference: document.file_reference(world, bot),
        location: RemoteLocation::Common { id: document.id, access_hash: document.access_hash(bot) },
    }
}

/// The small picture of a document, as a bot names it.
pub(crate) fn of_thumbnail(world: &World, bot: UserId, document: &Document, size: &PhotoSize) -> RemoteFile {
    RemoteFile {
        kind: FileType::Thumbnail,
        dc_id: DC_ID,
        file_reference: document.file_reference(world, bot),
        location: RemoteLocation::Photo {
            id: document.id,
            access_hash: document.access_hash(bot),
            source: source(size),
        },
    }
}

/// The photo of an account or a chat, as a bot names it: the small one, or the big one. Bots may leave the owner's hash
/// out, so it is 0.
pub(crate) fn of_profile(owner: ChatId, photo: &Photo, big: bool) -> RemoteFile {
    RemoteFile {
        kind: FileType::ProfilePhoto,
        dc_id: DC_ID,
        file_reference: Vec::new(),
        location: RemoteLocation::Photo {
            id: photo.id,
            access_hash: 0,
            source: PhotoSizeSource::DialogPhoto { chat_id: owner, access_hash: 0, big },
        },
    }
}

fn source(size: &PhotoSize) -> PhotoSizeSource {
    PhotoSizeSource::Thumbnail { size: letter(size) }
}

fn letter(size: &PhotoSize) -> u8 {
    u8::try_from(size.letter.letter()).unwrap_or_default()
}

/// The file that an id names, where it is one of the wanted kind.
///
/// # Errors
/// Telegram's words for what is no id, or another kind's.
pub(crate) fn read(id: &str, wanted: FileType) -> Result<FileName, Reason> {
    let file = RemoteFile::decode(&FileId::from(id)).map_err(|error| error.file_id_text())?;
    if !file.kind.can_be_used_as(wanted) {
        return Err(format!("Can't use file of type {} as {wanted}", file.kind));
    }
    match file.location {
        RemoteLocation::Photo { id, access_hash, .. } | RemoteLocation::Common { id, access_hash } => {
            Ok(FileName { id, access_hash })
        }
        // Nobody was ever given one.
        RemoteLocation::Web { .. } => Err("Wrong file identifier/HTTP URL specified".to_owned()),
    }
}

/// What an id names.
#[derive(Debug)]
pub(crate) enum Named {
    /// A size of a photo, or a small picture of a document.
    Picture {
        /// Its bytes.
        bytes: Blob,
        /// What sort of picture it is.
        kind: FileType,
    },
    /// A document.
    Document(Arc<Document>),
}

/// The file that a bot's id names; `None` where the bot never was given that id.
pub(crate) fn find(world: &World, bot: UserId, file: &RemoteFile) -> Option<Named> {
    let (name, source) = match file.location {
        RemoteLocation::Common { id, access_hash } => {
            return world.document_named(bot, FileName { id, access_hash }).ok().map(Named::Document);
        }
        RemoteLocation::Photo { id, access_hash, source } => (FileName { id, access_hash }, source),
        RemoteLocation::Web { .. } => return None,
    };
    let size = match source {
        PhotoSizeSource::Thumbnail { size } => size,
        PhotoSizeSource::DialogPhoto { chat_id, big, .. } => {
            let photo = world.profile_photo(chat_id).filter(|photo| photo.id == name.id)?;
            let bytes = photo.size(if big { 'c' } else { 'a' })?.bytes.clone();
            return Some(Named::Picture { bytes, kind: file.kind });
        }
        _ => return None,
    };
    let bytes = if file.kind == FileType::Thumbnail {
        let document = world.document_named(bot, name).ok()?;
        document.thumbnail.as_ref().filter(|thumbnail| letter(thumbnail) == size)?.bytes.clone()
    } else {
        world.photo_named(bot, name).ok()?.size(char::from(size))?.bytes.clone()
    };
    Some(Named::Picture { bytes, kind: file.kind })
}
