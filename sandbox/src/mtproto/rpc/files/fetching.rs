//! Files that go out, piece by piece. <https://core.telegram.org/api/files#downloading-files>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write::seconds;
use crate::rules::Refusal;
use crate::world::World;
use crate::world::files::{Blob, FileName};

/// The most bytes of a piece, and what every piece lies within one of.
const CHUNK: i64 = 1 << 20;

/// What offset and limit are multiples of, and where they are said to be precise.
const STEP: i64 = 4 << 10;
const PRECISE_STEP: i64 = 1 << 10;

/// <https://core.telegram.org/method/upload.getFile>
pub(super) fn get_file(
    caller: Caller,
    request: functions::upload::GetFile,
) -> Result<enums::upload::File, RpcError> {
    let account = caller.account()?;
    let (offset, limit) = (request.offset, i64::from(request.limit));
    check_piece(offset, limit, request.precise)?;
    let found = caller.read(|world| find(&caller, world, account, &request.location))?;
    let piece = |bytes: &Blob| {
        let start = usize::try_from(offset).ok()?.min(bytes.len());
        let end = start.saturating_add(usize::try_from(limit).ok()?).min(bytes.len());
        bytes.get(start..end).map(<[u8]>::to_vec)
    };
    Ok(types::upload::File {
        r#type: storage_type(&found.mime_type),
        mtime: seconds(found.date),
        bytes: piece(&found.bytes).unwrap_or_default(),
    }
    .into())
}

/// Refuses pieces that no server would look for.
fn check_piece(offset: i64, limit: i64, is_precise: bool) -> Result<(), RpcError> {
    let step = if is_precise { PRECISE_STEP } else { STEP };
    if offset < 0 || offset % step != 0 {
        return Err(RpcError::bad_request("OFFSET_INVALID"));
    }
    let is_divisor = is_precise || CHUNK.checked_rem(limit) == Some(0);
    let last = offset.saturating_add(limit).saturating_sub(1);
    if limit <= 0 || limit > CHUNK || limit % step != 0 || !is_divisor || offset / CHUNK != last / CHUNK {
        return Err(RpcError::bad_request("LIMIT_INVALID"));
    }
    Ok(())
}

/// What is fetched.
struct Found {
    bytes: Blob,
    mime_type: String,
    date: i64,
}

impl Found {
    fn jpeg(bytes: &Blob, date: i64) -> Self {
        Self { bytes: bytes.clone(), mime_type: "image/jpeg".to_owned(), date }
    }
}

fn find(
    caller: &Caller,
    world: &World,
    account: UserId,
    location: &enums::InputFileLocation,
) -> Result<Found, RpcError> {
    use enums::InputFileLocation as Location;
    let invalid = || RpcError::bad_request("LOCATION_INVALID");
    let nowhere = |_: Refusal| RpcError::bad_request("LOCATION_INVALID");
    match location {
        Location::InputPhotoFileLocation(given) => {
            let name = FileName { id: given.id, access_hash: given.access_hash };
            let photo = world.photo_named(account, name).map_err(nowhere)?;
            photo.check_reference(world, account, &given.file_reference)?;
            let size = only_letter(&given.thumb_size).and_then(|letter| photo.size(letter));
            Ok(Found::jpeg(&size.ok_or_else(invalid)?.bytes, photo.date))
        }
        Location::InputDocumentFileLocation(given) => {
            let name = FileName { id: given.id, access_hash: given.access_hash };
            let document = world.document_named(account, name).map_err(nowhere)?;
            document.check_reference(world, account, &given.file_reference)?;
            if given.thumb_size.is_empty() {
                return Ok(Found {
                    bytes: document.bytes.clone(),
                    mime_type: document.mime_type.clone(),
                    date: document.date,
                });
            }
            let letter = only_letter(&given.thumb_size);
            let thumbnail = document.thumbnail.as_ref();
            let size = thumbnail.filter(|size| letter == Some(size.letter.letter())).ok_or_else(invalid)?;
            Ok(Found::jpeg(&size.bytes, document.date))
        }
        Location::InputPeerPhotoFileLocation(given) => {
            let owner = Names::new(&caller.front, world, account).chat(&given.peer)?;
            let photo = world.profile_photo(owner).filter(|photo| photo.id == given.photo_id);
            let photo = photo.ok_or_else(invalid)?;
            let size = photo.size(if given.big { 'c' } else { 'a' }).ok_or_else(invalid)?;
            Ok(Found::jpeg(&size.bytes, photo.date))
        }
        // No set has a picture of its own.
        Location::InputStickerSetThumb(_) => Err(RpcError::bad_request("STICKERSET_INVALID")),
        Location::Location(_) | Location::InputPhotoLegacyFileLocation(_) => Err(invalid()),
        Location::InputEncryptedFileLocation(_) => Err(RpcError::lacks("inputEncryptedFileLocation")),
        Location::InputSecureFileLocation(_) => Err(RpcError::lacks("inputSecureFileLocation")),
        Location::InputTakeoutFileLocation => Err(RpcError::lacks("inputTakeoutFileLocation")),
        Location::InputGroupCallStream(_) => Err(RpcError::lacks("inputGroupCallStream")),
    }
}

fn only_letter(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn storage_type(mime_type: &str) -> enums::storage::FileType {
    use enums::storage::FileType;
    match mime_type {
        "image/jpeg" => FileType::FileJpeg,
        "image/gif" => FileType::FileGif,
        "image/png" => FileType::FilePng,
        "application/pdf" => FileType::FilePdf,
        "audio/mpeg" => FileType::FileMp3,
        "video/quicktime" => FileType::FileMov,
        "video/mp4" => FileType::FileMp4,
        "image/webp" => FileType::FileWebp,
        _ => FileType::FileUnknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_lie_within_chunks() {
        for (offset, limit, is_precise, expected) in [
            (0, 1 << 20, false, None),
            (4096, 4096, false, None),
            (1 << 20, 512 << 10, false, None),
            (1024, 1024, true, None),
            (1024, 1024, false, Some("OFFSET_INVALID")),
            (-4096, 4096, false, Some("OFFSET_INVALID")),
            (100, 1024, true, Some("OFFSET_INVALID")),
            (0, 0, false, Some("LIMIT_INVALID")),
            (0, -1, true, Some("LIMIT_INVALID")),
            (0, 1000, false, Some("LIMIT_INVALID")),
            (0, 12 << 10, false, Some("LIMIT_INVALID")),
            (0, 12 << 10, true, None),
            (0, 2 << 20, false, Some("LIMIT_INVALID")),
            (512 << 10, 1 << 20, false, Some("LIMIT_INVALID")),
            (1 << 19, 1 << 20, true, Some("LIMIT_INVALID")),
        ] {
            let error = check_piece(offset, limit, is_precise).err().map(|error| error.name);
            assert_eq!(error.as_deref(), expected, "{offset} {limit} {is_precise}");
        }
    }
}
