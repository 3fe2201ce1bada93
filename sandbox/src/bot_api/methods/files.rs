//! Files on their own. <https://core.telegram.org/bots/api#file>

use ambigram_core::identity::{FileType, RemoteFile};
use ambigram_core::types::{FileId, UserId};
use serde_json::{Map, Value};

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::file_id::{self, Named};
use crate::bot_api::read::file;
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::files::put_id;
use crate::rules::Refusal;
use crate::rules::files::BOT_DOWNLOAD_BYTES;
use crate::world::files::{DocumentKind, DocumentWish, File, GivenFile};

/// <https://core.telegram.org/bots/api#getfile>
pub(super) fn get_file(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = FileId::from(call.arguments.get("file_id"));
    let file = RemoteFile::decode(&id).map_err(|_| Failure::bad_request("invalid file_id"))?;
    let found = call.world().read(|world| file_id::find(world, call.bot, &file));
    let found =
        found.ok_or_else(|| Failure::bad_request("wrong file_id or the file is temporarily unavailable"))?;
    let (bytes, extension, kind) = match found {
        Named::Picture { bytes, kind } => (bytes, "jpg".to_owned(), kind),
        Named::Document(document) => {
            (document.bytes.clone(), document.extension(), file_id::file_type(document.kind()))
        }
    };
    if bytes.len() > BOT_DOWNLOAD_BYTES {
        return Err(Failure::bad_request("file is too big"));
    }
    // What the id says of the kind of a document is the bot's word.
    let file = RemoteFile { kind, ..file };
    let mut object = Map::new();
    put_id(&mut object, &file, bytes.len());
    let path = call.session.downloads().path(file.unique_id().as_str(), folder(kind), &extension, bytes);
    object.insert("file_path".to_owned(), path.into());
    Ok(Value::from(object).into())
}

/// <https://core.telegram.org/bots/api#uploadstickerfile>
pub(super) fn upload_sticker_file(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let user = match leading_integer(arguments.get("user_id")) {
        user @ 1.. => UserId(user),
        _ => return Err(Failure::bad_request("Invalid user_id specified")),
    };
    let is_named = arguments.find("sticker").is_some() || arguments.file("sticker").is_some();
    let (name, format) =
        if is_named { ("sticker", arguments.get("sticker_format")) } else { ("png_sticker", "static") };
    let (kind, mime_type) = match format {
        "static" => (DocumentKind::General, None),
        "animated" => (DocumentKind::Sticker, Some("application/x-tgsticker".to_owned())),
        "video" => (DocumentKind::Sticker, Some("video/webm".to_owned())),
        _ => return Err(Failure::bad_request("Invalid sticker format specified")),
    };
    let upload = file::uploaded(arguments, name, arguments.get(name)).cloned();
    let upload = upload.ok_or_else(|| Failure::bad_request("InputFile is not specified"))?;
    call.world().read(|world| world.account(user).map(|_| ()).ok_or(Refusal::UserNotFound))?;
    let wish = DocumentWish { mime_type, is_forced: kind == DocumentKind::General, ..kind.into() };
    let ready = GivenFile::Upload(upload).as_document(call.world(), wish)?;
    call.world().write(|world| {
        let mut object = Map::new();
        if let File::Document(document) = world.keep(call.bot, ready)? {
            put_id(&mut object, &file_id::of_document(world, call.bot, &document), document.size());
        }
        Ok(Value::from(object).into())
    })
}

/// In which folder files of a kind are, on Telegram's server.
fn folder(kind: FileType) -> &'static str {
    match kind {
        FileType::Thumbnail => "thumbnails",
        FileType::ProfilePhoto => "profile_photos",
        FileType::Photo => "photos",
        FileType::VoiceNote => "voice",
        FileType::Video => "videos",
        FileType::Sticker => "stickers",
        FileType::Audio => "music",
        FileType::Animation => "animations",
        FileType::VideoNote => "video_notes",
        _ => "documents",
    }
}
