//! The photos and music of users' profiles.

use ambigram_core::Error;
use ambigram_core::requests::{GetUserProfileAudios, GetUserProfilePhotos, Response};
use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions};

use super::refused;
use crate::convert;
use crate::meeting;
use crate::wire::Wire;

/// How many are told at most, where nothing else is said.
const AT_ONCE: u32 = 100;

/// <https://core.telegram.org/method/photos.getUserPhotos>
pub(super) async fn get_user_profile_photos(
    wire: &Wire,
    request: &GetUserProfilePhotos,
) -> Result<Response, Error> {
    let called = functions::photos::GetUserPhotos {
        user_id: acquaintance(wire, request.user_id).await?,
        offset: offset(request.offset),
        max_id: 0,
        limit: limit(request.limit),
    };
    let photos = wire.invoke(&called).await?;
    match &photos {
        enums::photos::Photos::Photos(told) => wire.peers().learn(&told.users, &[]),
        enums::photos::Photos::Slice(told) => wire.peers().learn(&told.users, &[]),
    }
    Ok(Response::of(convert::profile_photos(&photos)))
}

/// <https://core.telegram.org/method/users.getSavedMusic>
pub(super) async fn get_user_profile_audios(
    wire: &Wire,
    request: &GetUserProfileAudios,
) -> Result<Response, Error> {
    let called = functions::users::GetSavedMusic {
        id: acquaintance(wire, request.user_id).await?,
        offset: offset(request.offset),
        limit: limit(request.limit),
        hash: 0,
    };
    Ok(Response::of(convert::profile_audios(&wire.invoke(&called).await?)))
}

/// A user whom the bot has come across; others are refused.
async fn acquaintance(wire: &Wire, user: UserId) -> Result<enums::InputUser, Error> {
    let known = meeting::meet(wire, &[user], &[]).await;
    if known.users.contains_key(&user) {
        Ok(wire.peers().input_user(user))
    } else {
        refused("user not found")
    }
}

fn offset(offset: Option<u32>) -> i32 {
    i32::try_from(offset.unwrap_or_default()).unwrap_or(i32::MAX)
}

fn limit(limit: Option<u32>) -> i32 {
    limit.unwrap_or(AT_ONCE).clamp(1, AT_ONCE).cast_signed()
}
