//! Files that come in. <https://core.telegram.org/api/files#uploading-files>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::media;
use crate::mtproto::rpc::Caller;
use crate::mtproto::uploads::Part;
use crate::mtproto::write;
use crate::world::Access;

/// <https://core.telegram.org/method/upload.saveFilePart>
pub(super) fn save_file_part(
    caller: Caller,
    request: functions::upload::SaveFilePart,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    let part = Part { number: request.file_part, total: None, bytes: request.bytes };
    save(&caller, account, request.file_id, part)
}

/// <https://core.telegram.org/method/upload.saveBigFilePart>
pub(super) fn save_big_file_part(
    caller: Caller,
    request: functions::upload::SaveBigFilePart,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    let total = Some(request.file_total_parts);
    save(&caller, account, request.file_id, Part { number: request.file_part, total, bytes: request.bytes })
}

fn save(caller: &Caller, account: UserId, file: i64, part: Part) -> Result<bool, RpcError> {
    let is_premium = caller.is_premium(account);
    caller.front.uploads.save(account, is_premium, file, part)?;
    Ok(true)
}

/// <https://core.telegram.org/method/messages.uploadMedia>
pub(super) fn upload_media(
    caller: Caller,
    request: functions::messages::UploadMedia,
) -> Result<enums::MessageMedia, RpcError> {
    let account = caller.account()?;
    if request.business_connection_id.is_some() {
        return Err(RpcError::bad_request("BUSINESS_CONNECTION_INVALID"));
    }
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Write).map_err(RpcError::from)
    })?;
    let media = media::read(&caller, account, request.media)?;
    caller.front.world.write(|world| {
        let media = media.keep(world, account)?;
        Ok(write::media::file(world, account, &media))
    })
}
