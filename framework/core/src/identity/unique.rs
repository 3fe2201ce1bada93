//! What tells a file from all others: the bytes of its `file_unique_id`.

use super::fields::Written;
use super::{FileClass, FileType, PhotoSizeSource, RemoteLocation};

/// In the place of a picture's size: the small and the big photo of a chat, which are the sizes `a` and `c`.
const SMALL: u8 = 0;
const BIG: u8 = 1;
/// In the place of a picture's size: the picture of a sticker set.
const STICKER_SET: u8 = 2;
/// What the other sizes' letters are raised by, to stay clear of those.
const OTHERS: u8 = 5;

pub(super) fn bytes(kind: FileType, location: &RemoteLocation) -> Vec<u8> {
    let mut written = Written::default();
    let class = match kind.class() {
        FileClass::Photo => 1,
        FileClass::Document => 2,
        FileClass::Secure => 3,
        FileClass::Encrypted => 4,
        FileClass::Temp => 5,
    };
    match location {
        RemoteLocation::Web { url, .. } => {
            written.i32(0);
            written.bytes(url.as_bytes());
        }
        RemoteLocation::Common { id, .. } => {
            written.i32(class);
            written.i64(*id);
        }
        RemoteLocation::Photo { id, source, .. } => {
            written.i32(class);
            picture(&mut written, *id, *source);
        }
    }
    written.0
}

/// A picture is told by its photo and its size, or by numbers of its own where it has such.
fn picture(written: &mut Written, id: i64, source: PhotoSizeSource) {
    match source {
        PhotoSizeSource::Thumbnail { size } => {
            written.i64(id);
            written.0.push(match size {
                b'a' => SMALL,
                b'c' => BIG,
                other => other.wrapping_add(OTHERS),
            });
        }
        PhotoSizeSource::DialogPhoto { big, .. } => {
            written.i64(id);
            written.0.push(if big { BIG } else { SMALL });
        }
        PhotoSizeSource::StickerSetThumbnail { set_id, version, .. } => {
            written.0.push(STICKER_SET);
            written.i64(set_id);
            written.i32(version);
        }
        PhotoSizeSource::Legacy { volume_id, local_id, .. }
        | PhotoSizeSource::DialogPhotoLegacy { volume_id, local_id, .. }
        | PhotoSizeSource::StickerSetThumbnailLegacy { volume_id, local_id, .. } => {
            written.i64(volume_id);
            written.i32(local_id);
        }
    }
}
