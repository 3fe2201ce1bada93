//! Files: sending them part by part, and fetching them piece by piece. <https://core.telegram.org/api/files>
//!
//! There is no CDN, and what is sent needs no web: the methods for those are refused by their names.

mod fetching;
mod saving;

use grammers_tl_types::functions::{messages, upload};

use super::table::table;

table! {
    messages::UploadMedia => saving::upload_media,
    upload::GetFile => fetching::get_file,
    upload::SaveBigFilePart => saving::save_big_file_part,
    upload::SaveFilePart => saving::save_file_part,
}
