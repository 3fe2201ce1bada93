//! Photos and thumbnails, with the ids that their files have on the Bot API.

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::{ChatId, ChatPhoto, Photo, PhotoSize, UserProfilePhotos};
use grammers_tl_types::{enums, types};

use super::given;

/// A photo of a message, in all its sizes; `None` for one that is gone.
pub(crate) fn photo(photo: &enums::Photo) -> Option<Photo> {
    photo_as(photo, FileType::Photo)
}

/// A photo whose pictures are files of this type.
pub(super) fn photo_as(photo: &enums::Photo, kind: FileType) -> Option<Photo> {
    let enums::Photo::Photo(photo) = photo else { return None };
    let of = Pictured {
        kind,
        dc_id: photo.dc_id,
        id: photo.id,
        access_hash: photo.access_hash,
        file_reference: &photo.file_reference,
    };
    let mut sizes: Vec<_> = photo.sizes.iter().filter_map(|size| of.size(size)).collect();
    // In the Bot API's order: by bytes, then by area.
    sizes.sort_by_key(|size| (size.file_size, u64::from(size.width) * u64::from(size.height)));
    Some(Photo { sizes })
}

/// The small picture that comes with a document; of several, the first.
pub(super) fn thumbnail(document: &types::Document) -> Option<Box<PhotoSize>> {
    let of = Pictured {
        kind: FileType::Thumbnail,
        dc_id: document.dc_id,
        id: document.id,
        access_hash: document.access_hash,
        file_reference: &document.file_reference,
    };
    document.thumbs.iter().flatten().find_map(|size| of.size(size)).map(Box::new)
}

/// What has pictures of several sizes.
struct Pictured<'a> {
    kind: FileType,
    dc_id: i32,
    id: i64,
    access_hash: i64,
    file_reference: &'a [u8],
}

impl Pictured<'_> {
    /// A picture that can be fetched: not one of the tiny ones that are shown until another is there.
    fn size(&self, size: &enums::PhotoSize) -> Option<PhotoSize> {
        let (letter, w, h, bytes) = match size {
            enums::PhotoSize::Size(size) => (&size.r#type, size.w, size.h, size.size),
            enums::PhotoSize::PhotoCachedSize(size) => {
                (&size.r#type, size.w, size.h, i32::try_from(size.bytes.len()).unwrap_or_default())
            }
            enums::PhotoSize::Progressive(size) => {
                (&size.r#type, size.w, size.h, size.sizes.iter().copied().max()?)
            }
            enums::PhotoSize::Empty(_)
            | enums::PhotoSize::PhotoStrippedSize(_)
            | enums::PhotoSize::PhotoPathSize(_) => return None,
        };
        let [letter @ 1..128] = letter.as_bytes() else { return None };
        let file = self.picture(*letter);
        Some(PhotoSize {
            file_size: given::size(bytes.into()),
            ..PhotoSize::new(file.encode(), file.unique_id(), given::count(w), given::count(h))
        })
    }

    fn picture(&self, size: u8) -> RemoteFile {
        RemoteFile {
            kind: self.kind,
            dc_id: self.dc_id,
            file_reference: self.file_reference.to_vec(),
            location: RemoteLocation::Photo {
                id: self.id,
                access_hash: self.access_hash,
                source: PhotoSizeSource::Thumbnail { size },
            },
        }
    }
}

/// A picture of a document that is no thumbnail of it, by its letter.
pub(super) fn picture(document: &types::Document, size: u8) -> RemoteFile {
    Pictured {
        kind: FileType::Thumbnail,
        dc_id: document.dc_id,
        id: document.id,
        access_hash: document.access_hash,
        file_reference: &document.file_reference,
    }
    .picture(size)
}

/// The picture of a sticker set whose thumbnail is not one of its stickers.
pub(super) fn sticker_set_thumbnail(set: &types::StickerSet) -> Option<Box<PhotoSize>> {
    let (sizes, dc_id, version) = (set.thumbs.as_deref()?, set.thumb_dc_id?, set.thumb_version?);
    sizes.iter().find_map(|size| {
        let (w, h, bytes) = match size {
            enums::PhotoSize::Size(size) => (size.w, size.h, size.size),
            enums::PhotoSize::Progressive(size) => (size.w, size.h, size.sizes.iter().copied().max()?),
            enums::PhotoSize::PhotoCachedSize(size) => {
                (size.w, size.h, i32::try_from(size.bytes.len()).unwrap_or_default())
            }
            enums::PhotoSize::Empty(_)
            | enums::PhotoSize::PhotoStrippedSize(_)
            | enums::PhotoSize::PhotoPathSize(_) => return None,
        };
        let (set_id, access_hash) = (set.id, set.access_hash);
        let source = PhotoSizeSource::StickerSetThumbnail { set_id, access_hash, version };
        let location = RemoteLocation::Photo { id: 0, access_hash: 0, source };
        let file = RemoteFile { kind: FileType::Thumbnail, dc_id, file_reference: Vec::new(), location };
        Some(Box::new(PhotoSize {
            file_size: given::size(bytes.into()),
            ..PhotoSize::new(file.encode(), file.unique_id(), given::count(w), given::count(h))
        }))
    })
}

/// The photo of a user, by the user as they came along: that tells the access hash by which the photo is fetched.
pub(super) fn photo_of_user(user: &types::User) -> Option<Box<ChatPhoto>> {
    let Some(enums::UserProfilePhoto::Photo(photo)) = &user.photo else { return None };
    Some(dialog_photo(photo.dc_id, photo.photo_id, ChatId(user.id), user.access_hash.unwrap_or_default()))
}

/// The photo of a group or a channel with this access hash; groups have 0.
pub(super) fn photo_of_chat(
    chat: ChatId,
    access_hash: i64,
    photo: &enums::ChatPhoto,
) -> Option<Box<ChatPhoto>> {
    let enums::ChatPhoto::Photo(photo) = photo else { return None };
    Some(dialog_photo(photo.dc_id, photo.photo_id, chat, access_hash))
}

fn dialog_photo(dc_id: i32, id: i64, chat_id: ChatId, access_hash: i64) -> Box<ChatPhoto> {
    let file = |big| RemoteFile {
        kind: FileType::ProfilePhoto,
        dc_id,
        file_reference: Vec::new(),
        location: RemoteLocation::Photo {
            id,
            access_hash: 0,
            source: PhotoSizeSource::DialogPhoto { chat_id, access_hash, big },
        },
    };
    let (small, big) = (file(false), file(true));
    Box::new(ChatPhoto::new(small.encode(), small.unique_id(), big.encode(), big.unique_id()))
}

/// The photos of a user's profile. <https://core.telegram.org/bots/api#userprofilephotos>
pub(crate) fn profile_photos(photos: &enums::photos::Photos) -> UserProfilePhotos {
    let (photos, count) = match photos {
        enums::photos::Photos::Photos(all) => {
            (&all.photos, u32::try_from(all.photos.len()).unwrap_or(u32::MAX))
        }
        enums::photos::Photos::Slice(some) => (&some.photos, given::count(some.count)),
    };
    let photos: Vec<_> = photos.iter().filter_map(photo).collect();
    UserProfilePhotos::new(count, photos)
}
