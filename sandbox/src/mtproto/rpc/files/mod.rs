//! Files: sending them part by part, and fetching them piece by piece; photos of accounts, and stickers. <https://core.telegram.org/api/files>
//!
//! There is no CDN, and what is sent needs no web: the methods for those are refused by their names.

mod fetching;
mod profile;
mod saving;
pub(super) mod stickers;

use grammers_tl_types::functions::{messages, photos, upload};

use super::table::table;

table! {
    messages::GetCustomEmojiDocuments => stickers::get_custom_emoji_documents,
    messages::GetStickerSet => stickers::get_sticker_set,
    messages::UploadMedia => saving::upload_media,
    photos::DeletePhotos => profile::delete_photos,
    photos::GetUserPhotos => profile::get_user_photos,
    photos::UpdateProfilePhoto => profile::update_profile_photo,
    photos::UploadProfilePhoto => profile::upload_profile_photo,
    upload::GetFile => fetching::get_file,
    upload::SaveBigFilePart => saving::save_big_file_part,
    upload::SaveFilePart => saving::save_file_part,
}
