//! What becomes of a file: the sizes of a photo, the sort of a document, and what is too big.
//! <https://core.telegram.org/bots/api#sending-files>

mod content;
mod picture;

#[cfg(test)]
mod tests;

pub use content::{document, extension, may_come_from_web, mime_type, sent_as};
pub use picture::{photo, profile_photo, thumbnail, uploaded_thumbnail};

use super::Refusal;

/// The most bytes of a photo. <https://core.telegram.org/bots/api#sendphoto>
pub const PHOTO_BYTES: usize = 10 << 20;

/// The most bytes of any other file that a bot uploads over the Bot API. <https://core.telegram.org/bots/api#sending-files>
pub const BOT_UPLOAD_BYTES: usize = 50 << 20;

/// The most bytes of a file that a bot downloads over the Bot API. <https://core.telegram.org/bots/api#getfile>
pub const BOT_DOWNLOAD_BYTES: usize = 20 << 20;

/// The most bytes of a photo that is fetched from the web. <https://core.telegram.org/bots/api#sending-files>
pub const WEB_PHOTO_BYTES: usize = 5 << 20;

/// The most bytes of any other file that is fetched from the web.
pub const WEB_BYTES: usize = 20 << 20;

/// The most bytes of a thumbnail. <https://core.telegram.org/bots/api#senddocument>
pub const THUMBNAIL_BYTES: usize = 200 << 10;

/// The most pixels of a thumbnail's longer side.
pub const THUMBNAIL_SIDE: u32 = 320;

/// The most pixels of a photo's width and height together. <https://core.telegram.org/bots/api#sendphoto>
pub const PHOTO_SIDES: u32 = 10_000;

/// The most that a photo's longer side is of the shorter.
pub const PHOTO_RATIO: u32 = 20;

/// The most bytes of a part of a file that is uploaded over MTProto. <https://core.telegram.org/api/files#uploading-files>
pub const PART_BYTES: usize = 512 << 10;

/// What the bytes of a part must be a multiple of.
pub const PART_STEP: usize = 1 << 10;

/// The most parts of a file.
pub const PARTS: i32 = 4000;

/// The most parts of a file of those with Premium.
pub const PREMIUM_PARTS: i32 = 8000;

/// The most bytes of a file whose parts are saved one by one, without saying how many there will be.
pub const SMALL_BYTES: usize = 10 << 20;

/// Refuses what has no bytes, or too many.
///
/// # Errors
/// When there is nothing, or more than `most`; `purpose` is what it is too big for, as in ` for a photo`.
pub fn check_size(size: usize, most: usize, purpose: &'static str) -> Result<(), Refusal> {
    match size {
        0 => Err(Refusal::FileEmpty),
        size if size > most => Err(Refusal::FileTooBig { size, most, purpose }),
        _ => Ok(()),
    }
}
