//! The photos by which accounts are known. <https://core.telegram.org/bots/api#getuserprofilephotos>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::{Call, lacks};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::fields::Fields;
use crate::bot_api::read::file;
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::files;
use crate::rules::{Refusal, files as rules};
use crate::world::Access;

/// <https://core.telegram.org/bots/api#getuserprofilephotos>
pub(super) fn get_user_profile_photos(call: &Call<'_>) -> Result<Answer, Failure> {
    let user = match leading_integer(call.arguments.get("user_id")) {
        id @ 1.. => UserId(id),
        _ => return Err(Failure::bad_request("Invalid user_id specified")),
    };
    let offset = call.arguments.integer("offset", 0, 0, i32::MAX).unsigned_abs() as usize;
    let limit = call.arguments.integer("limit", 100, 1, 100).unsigned_abs() as usize;
    call.world().read(|world| {
        if user != call.bot {
            world.reach(call.bot, user.into(), Access::Read).map_err(|_| Refusal::UserNotFound)?;
        }
        let all = || world.profile_photos(user.into());
        let photos = all().skip(offset).take(limit).map(|photo| files::photo(world, call.bot, photo));
        Ok(json!({ "total_count": all().count(), "photos": photos.collect::<Value>() }).into())
    })
}

/// <https://core.telegram.org/bots/api#setmyprofilephoto>
pub(super) fn set_my_profile_photo(call: &Call<'_>) -> Result<Answer, Failure> {
    let given = call.arguments.get("photo");
    if given.is_empty() {
        return Err(Failure::bad_request("Photo isn't specified"));
    }
    let given: Value =
        serde_json::from_str(given).map_err(|_| Failure::bad_request("Can't parse photo JSON object"))?;
    let fields =
        Fields::of(&given).ok_or_else(|| Failure::bad_request("Object expected as profile photo"))?;
    let name = match fields.required_text("type")?.as_str() {
        "static" => fields.required_text("photo")?,
        "animated" => return Err(lacks("animated profile photos")),
        _ => return Err(Failure::bad_request("Invalid profile photo type specified")),
    };
    let upload = file::uploaded(&call.arguments, "", &name)
        .ok_or_else(|| Failure::bad_request("Photo must be uploaded as a file"))?;
    let photo = rules::profile_photo(upload)?;
    call.world().write(|world| {
        let photo = world.add_photo(photo);
        world.set_profile_photo(call.bot.into(), Some(photo));
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#removemyprofilephoto>
pub(super) fn remove_my_profile_photo(call: &Call<'_>) -> Result<Answer, Failure> {
    call.world().write(|world| world.remove_profile_photo(call.bot.into(), None));
    Ok(Answer::done())
}
