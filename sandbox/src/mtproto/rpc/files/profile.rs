//! The photos by which accounts are known. <https://core.telegram.org/method/photos.getUserPhotos>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::media::photo_name;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write;
use crate::rules::files;
use crate::world::World;
use crate::world::files::Photo;

/// <https://core.telegram.org/method/photos.getUserPhotos>
pub(super) fn get_user_photos(
    caller: Caller,
    request: functions::photos::GetUserPhotos,
) -> Result<enums::photos::Photos, RpcError> {
    let account = caller.account()?;
    let limit = usize::try_from(request.limit).ok().filter(|limit| *limit > 0).unwrap_or(100).min(100);
    let offset = usize::try_from(request.offset).unwrap_or_default();
    caller.read(|world| {
        let user = Names::new(&caller.front, world, account).user(&request.user_id)?;
        let all: Vec<_> = world.profile_photos(user.into()).collect();
        let after = all.iter().position(|photo| photo.id == request.max_id).map_or(0, |place| place + 1);
        let photos: Vec<_> = all
            .iter()
            .skip(after + offset)
            .take(limit)
            .map(|photo| write::photo::photo(world, account, photo))
            .collect();
        let users = vec![write::user(&caller.front, world, account, user)];
        Ok(match photos.len() == all.len() {
            true => types::photos::Photos { photos, users }.into(),
            false => {
                let count = i32::try_from(all.len()).unwrap_or(i32::MAX);
                types::photos::PhotosSlice { count, photos, users }.into()
            }
        })
    })
}

/// <https://core.telegram.org/method/photos.uploadProfilePhoto>
pub(super) fn upload_profile_photo(
    caller: Caller,
    request: functions::photos::UploadProfilePhoto,
) -> Result<enums::photos::Photo, RpcError> {
    let account = caller.account()?;
    if request.fallback || request.video.is_some() || request.video_emoji_markup.is_some() {
        return Err(RpcError::lacks("animated profile photos and such for those who may not see another"));
    }
    let file = request.file.ok_or_else(|| RpcError::bad_request("PHOTO_FILE_MISSING"))?;
    let owner = owner(&caller, account, request.bot.as_ref())?;
    let upload = caller.front.uploads.take(account, caller.is_premium(account), &file)?;
    let photo = files::profile_photo(&upload)?;
    caller.front.world.write(|world| {
        let photo = world.add_photo(photo);
        world.set_profile_photo(owner.into(), Some(photo.clone()));
        Ok(answer(&caller, world, account, owner, Some(&photo)))
    })
}

/// <https://core.telegram.org/method/photos.updateProfilePhoto>
pub(super) fn update_profile_photo(
    caller: Caller,
    request: functions::photos::UpdateProfilePhoto,
) -> Result<enums::photos::Photo, RpcError> {
    let account = caller.account()?;
    if request.fallback {
        return Err(RpcError::lacks("photos for those who may not see another"));
    }
    let owner = owner(&caller, account, request.bot.as_ref())?;
    caller.front.world.write(|world| {
        if let enums::InputPhoto::Empty = request.id {
            world.remove_profile_photo(owner.into(), None);
            return Ok(answer(&caller, world, account, owner, None));
        }
        let (name, reference) = photo_name(request.id)?;
        let invalid = |_| RpcError::bad_request("PHOTO_ID_INVALID");
        let photo = world.photo_named(account, name).map_err(invalid)?;
        photo.check_reference(world, account, &reference)?;
        if !world.profile_photos(owner.into()).any(|known| *known == photo) {
            return Err(invalid(crate::rules::Refusal::FileNotFound));
        }
        world.set_profile_photo(owner.into(), Some(photo.clone()));
        Ok(answer(&caller, world, account, owner, Some(&photo)))
    })
}

/// <https://core.telegram.org/method/photos.deletePhotos>
pub(super) fn delete_photos(
    caller: Caller,
    request: functions::photos::DeletePhotos,
) -> Result<Vec<i64>, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let names = request.id.into_iter().map(photo_name).collect::<Result<Vec<_>, _>>()?;
        let mut deleted = Vec::new();
        for (name, _) in names {
            let photo = world.photo_named(account, name)?;
            if world.remove_profile_photo(account.into(), Some(photo.id)) {
                deleted.push(photo.id);
            }
        }
        Ok(deleted)
    })
}

/// Whose photo is meant: the account's own, which a bot may say by its name as well.
fn owner(caller: &Caller, account: UserId, bot: Option<&enums::InputUser>) -> Result<UserId, RpcError> {
    let Some(bot) = bot else { return Ok(account) };
    let bot = caller.read(|world| Names::new(&caller.front, world, account).user(bot))?;
    if bot == account { Ok(account) } else { Err(RpcError::bad_request("BOT_INVALID")) }
}

fn answer(
    caller: &Caller,
    world: &World,
    account: UserId,
    owner: UserId,
    photo: Option<&Photo>,
) -> enums::photos::Photo {
    let photo = match photo {
        Some(photo) => write::photo::photo(world, account, photo),
        None => types::PhotoEmpty { id: 0 }.into(),
    };
    types::photos::Photo { photo, users: vec![write::user(&caller.front, world, account, owner)] }.into()
}
