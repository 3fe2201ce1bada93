//! Photos. <https://core.telegram.org/constructor/photo>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::seconds;
use crate::world::World;
use crate::world::files::{DC_ID, Photo, PhotoSize};

/// A photo as an account sees it.
pub(crate) fn photo(world: &World, viewer: UserId, photo: &Photo) -> tl::enums::Photo {
    tl::types::Photo {
        has_stickers: false,
        id: photo.id,
        access_hash: photo.access_hash(viewer),
        file_reference: photo.file_reference(world, viewer),
        date: seconds(photo.date),
        sizes: photo.sizes.iter().map(size).collect(),
        video_sizes: None,
        dc_id: DC_ID,
    }
    .into()
}

/// One size of a photo, or the small picture of a document.
pub(super) fn size(size: &PhotoSize) -> tl::enums::PhotoSize {
    tl::types::PhotoSize {
        r#type: size.letter.letter().to_string(),
        w: number(size.width),
        h: number(size.height),
        size: i32::try_from(size.bytes.len()).unwrap_or(i32::MAX),
    }
    .into()
}

pub(super) fn number(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
