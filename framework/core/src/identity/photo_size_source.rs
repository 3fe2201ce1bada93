//! Which picture of a photo a file id means, and whose photo it is.

use super::fields::{Fields, Written};
use super::{DecodeError, FileType};
use crate::types::ChatId;

/// Which of a photo's pictures it is, and by what it is fetched. The sizes are told on
/// <https://core.telegram.org/api/files#image-thumbnail-types>.
///
/// The `Legacy` ones come from ids of before 2021, when every picture had numbers of its own: a volume, a number in
/// that volume, a secret. Telegram still gives those pictures out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhotoSizeSource {
    /// A picture with a letter: a size of a photo, or a thumbnail of a document.
    Thumbnail {
        /// The letter, an ASCII character.
        size: u8,
    },
    /// The photo of a user, a group or a channel. The file's id is the photo's.
    DialogPhoto {
        /// Whose photo it is.
        chat_id: ChatId,
        /// The access hash of that user or channel; 0 for a basic group.
        access_hash: i64,
        /// Whether it is the picture of 640×640, or else the one of 160×160.
        big: bool,
    },
    /// The picture of a sticker set.
    StickerSetThumbnail {
        /// The sticker set.
        set_id: i64,
        /// The access hash of the set.
        access_hash: i64,
        /// The number of the picture: it grows when the set gets another one.
        version: i32,
    },
    /// A picture of any kind, by its numbers.
    Legacy {
        /// The volume.
        volume_id: i64,
        /// The number in the volume. It may be negative in secret chats.
        local_id: i32,
        /// The secret.
        secret: i64,
    },
    /// As [`DialogPhoto`](Self::DialogPhoto), by its numbers.
    DialogPhotoLegacy {
        /// Whose photo it is.
        chat_id: ChatId,
        /// The access hash of that user or channel; 0 for a basic group.
        access_hash: i64,
        /// Whether it is the picture of 640×640, or else the one of 160×160.
        big: bool,
        /// The volume.
        volume_id: i64,
        /// The number in the volume, not negative.
        local_id: i32,
    },
    /// As [`StickerSetThumbnail`](Self::StickerSetThumbnail), by its numbers.
    StickerSetThumbnailLegacy {
        /// The sticker set.
        set_id: i64,
        /// The access hash of the set.
        access_hash: i64,
        /// The volume.
        volume_id: i64,
        /// The number in the volume, not negative.
        local_id: i32,
    },
}

/// The numbers of the sources in a file id.
mod number {
    pub(super) const SECRET: i32 = 0;
    pub(super) const THUMBNAIL: i32 = 1;
    pub(super) const DIALOG_PHOTO_SMALL: i32 = 2;
    pub(super) const DIALOG_PHOTO_BIG: i32 = 3;
    pub(super) const STICKER_SET: i32 = 4;
    pub(super) const FULL_LEGACY: i32 = 5;
    pub(super) const DIALOG_PHOTO_SMALL_LEGACY: i32 = 6;
    pub(super) const DIALOG_PHOTO_BIG_LEGACY: i32 = 7;
    pub(super) const STICKER_SET_LEGACY: i32 = 8;
    pub(super) const STICKER_SET_VERSION: i32 = 9;
}

const SOURCE: &str = "the source of the photo's size";

impl PhotoSizeSource {
    /// Reads a source of today's form, of a file of that kind.
    pub(super) fn read(fields: &mut Fields<'_>, kind: FileType) -> Result<Self, DecodeError> {
        match fields.i32(SOURCE)? {
            number::THUMBNAIL => thumbnail(fields, kind),
            source @ (number::DIALOG_PHOTO_SMALL | number::DIALOG_PHOTO_BIG) => {
                let (chat_id, access_hash) = dialog(fields, kind)?;
                Ok(Self::DialogPhoto { chat_id, access_hash, big: source == number::DIALOG_PHOTO_BIG })
            }
            number::FULL_LEGACY => full_legacy(fields),
            source @ (number::DIALOG_PHOTO_SMALL_LEGACY | number::DIALOG_PHOTO_BIG_LEGACY) => {
                let (chat_id, access_hash) = dialog(fields, kind)?;
                let big = source == number::DIALOG_PHOTO_BIG_LEGACY;
                let volume_id = volume(fields)?;
                let local_id = positive_local_id(fields)?;
                Ok(Self::DialogPhotoLegacy { chat_id, access_hash, big, volume_id, local_id })
            }
            number::STICKER_SET_LEGACY => {
                let (set_id, access_hash) = sticker_set(fields, kind)?;
                let volume_id = volume(fields)?;
                let local_id = positive_local_id(fields)?;
                Ok(Self::StickerSetThumbnailLegacy { set_id, access_hash, volume_id, local_id })
            }
            number::STICKER_SET_VERSION => {
                let (set_id, access_hash) = sticker_set(fields, kind)?;
                let version = fields.i32("the version of the sticker set's thumbnail")?;
                Ok(Self::StickerSetThumbnail { set_id, access_hash, version })
            }
            other => Err(DecodeError::field(SOURCE, "1 to 3 or 5 to 9", other)),
        }
    }

    /// Reads a source of an id of sub-version 22 to 31, where it stands between the picture's two numbers.
    pub(super) fn read_between_numbers(fields: &mut Fields<'_>, kind: FileType) -> Result<Self, DecodeError> {
        let volume_id = volume(fields)?;
        Ok(match fields.i32(SOURCE)? {
            number::SECRET => {
                let secret = fields.i64("secret")?;
                Self::Legacy { volume_id, local_id: local_id(fields)?, secret }
            }
            number::THUMBNAIL => {
                let source = thumbnail(fields, kind)?;
                local_id(fields)?;
                source
            }
            source @ (number::DIALOG_PHOTO_SMALL | number::DIALOG_PHOTO_BIG) => {
                let (chat_id, access_hash) = dialog(fields, kind)?;
                let big = source == number::DIALOG_PHOTO_BIG;
                let local_id = positive_local_id(fields)?;
                Self::DialogPhotoLegacy { chat_id, access_hash, big, volume_id, local_id }
            }
            number::STICKER_SET => {
                let (set_id, access_hash) = sticker_set(fields, kind)?;
                let local_id = positive_local_id(fields)?;
                Self::StickerSetThumbnailLegacy { set_id, access_hash, volume_id, local_id }
            }
            number::FULL_LEGACY => {
                let source = full_legacy(fields)?;
                local_id(fields)?;
                source
            }
            other => return Err(DecodeError::field(SOURCE, "0 to 5", other)),
        })
    }

    /// Reads what ids of before sub-version 22 have in a source's place: nothing but the picture's numbers.
    pub(super) fn read_numbers(fields: &mut Fields<'_>) -> Result<Self, DecodeError> {
        full_legacy(fields)
    }

    pub(super) fn write(self, written: &mut Written, kind: FileType) {
        match self {
            Self::Thumbnail { size } => {
                written.i32(number::THUMBNAIL);
                written.i32(kind.number());
                written.i32(i32::from(size));
            }
            Self::DialogPhoto { chat_id, access_hash, big } => {
                written.i32(if big { number::DIALOG_PHOTO_BIG } else { number::DIALOG_PHOTO_SMALL });
                written.i64(chat_id.0);
                written.i64(access_hash);
            }
            Self::StickerSetThumbnail { set_id, access_hash, version } => {
                written.i32(number::STICKER_SET_VERSION);
                written.i64(set_id);
                written.i64(access_hash);
                written.i32(version);
            }
            Self::Legacy { volume_id, local_id, secret } => {
                written.i32(number::FULL_LEGACY);
                written.i64(volume_id);
                written.i64(secret);
                written.i32(local_id);
            }
            Self::DialogPhotoLegacy { chat_id, access_hash, big, volume_id, local_id } => {
                let small = number::DIALOG_PHOTO_SMALL_LEGACY;
                written.i32(if big { number::DIALOG_PHOTO_BIG_LEGACY } else { small });
                written.i64(chat_id.0);
                written.i64(access_hash);
                written.i64(volume_id);
                written.i32(local_id);
            }
            Self::StickerSetThumbnailLegacy { set_id, access_hash, volume_id, local_id } => {
                written.i32(number::STICKER_SET_LEGACY);
                written.i64(set_id);
                written.i64(access_hash);
                written.i64(volume_id);
                written.i32(local_id);
            }
        }
    }
}

fn thumbnail(fields: &mut Fields<'_>, kind: FileType) -> Result<PhotoSizeSource, DecodeError> {
    use FileType::{EncryptedThumbnail, Photo, PhotoStory, SelfDestructingPhoto, Thumbnail};
    // It stands there twice.
    let again = fields.i32("the thumbnail's file type")?;
    if again != kind.number() {
        return Err(DecodeError::field("the thumbnail's file type", "that of the file", again));
    }
    if !matches!(kind, Photo | PhotoStory | SelfDestructingPhoto | Thumbnail | EncryptedThumbnail) {
        return Err(DecodeError::field("the file type", "a photo or a thumbnail", kind));
    }
    let size = fields.i32("the thumbnail's size")?;
    match u8::try_from(size) {
        Ok(size @ 0..128) => Ok(PhotoSizeSource::Thumbnail { size }),
        _ => Err(DecodeError::field("the thumbnail's size", "an ASCII character", size)),
    }
}

fn dialog(fields: &mut Fields<'_>, kind: FileType) -> Result<(ChatId, i64), DecodeError> {
    let chat_id = ChatId(fields.i64("chat id")?);
    if !has_photo(chat_id) {
        return Err(DecodeError::field("chat id", "that of a user, a group or a channel", chat_id));
    }
    if kind != FileType::ProfilePhoto {
        return Err(DecodeError::field("the file type", "ChatPhoto", kind));
    }
    Ok((chat_id, fields.i64("the chat's access hash")?))
}

/// Whether there can be such a chat, and it is no secret one: those have no photo.
/// The ranges are told on <https://core.telegram.org/api/bots/ids>.
fn has_photo(chat_id: ChatId) -> bool {
    matches!(chat_id.0,
        1..=0xff_ffff_ffff // users
        | -999_999_999_999..=-1 // basic groups
        | -1_997_852_516_352..=-1_000_000_000_001 // supergroups and channels
        | -4_000_000_000_000..=-2_002_147_483_649 // direct messages of channels
    )
}

fn sticker_set(fields: &mut Fields<'_>, kind: FileType) -> Result<(i64, i64), DecodeError> {
    if kind != FileType::Thumbnail {
        return Err(DecodeError::field("the file type", "Thumbnail", kind));
    }
    Ok((fields.i64("sticker set id")?, fields.i64("the sticker set's access hash")?))
}

fn full_legacy(fields: &mut Fields<'_>) -> Result<PhotoSizeSource, DecodeError> {
    let volume_id = volume(fields)?;
    let secret = fields.i64("secret")?;
    Ok(PhotoSizeSource::Legacy { volume_id, local_id: local_id(fields)?, secret })
}

fn volume(fields: &mut Fields<'_>) -> Result<i64, DecodeError> {
    fields.i64("volume id")
}

fn local_id(fields: &mut Fields<'_>) -> Result<i32, DecodeError> {
    fields.i32("local id")
}

fn positive_local_id(fields: &mut Fields<'_>) -> Result<i32, DecodeError> {
    match local_id(fields)? {
        id @ 0.. => Ok(id),
        negative => Err(DecodeError::field("local id", "0 or more", negative)),
    }
}
