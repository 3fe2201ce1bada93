//! Sets of stickers. <https://core.telegram.org/bots/api#getstickerset>

use serde_json::Value;

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::write::files;
use crate::world::SetName;

/// The most custom emoji that are asked for at once.
const AT_ONCE: usize = 200;

/// <https://core.telegram.org/bots/api#getstickerset>
pub(super) fn get_sticker_set(call: &Call<'_>) -> Result<Answer, Failure> {
    let name = call.arguments.get("name").trim();
    call.world().read(|world| match world.sticker_set(SetName::Name(name)) {
        Some(set) => Ok(files::sticker_set(world, call.bot, set).into()),
        None => Err(Failure::bad_request("STICKERSET_INVALID")),
    })
}

/// <https://core.telegram.org/bots/api#getcustomemojistickers>
pub(super) fn get_custom_emoji_stickers(call: &Call<'_>) -> Result<Answer, Failure> {
    let given = call.arguments.get("custom_emoji_ids");
    if given.is_empty() {
        return Err(Failure::bad_request("Parameter \"custom_emoji_ids\" is required"));
    }
    let Ok(given) = serde_json::from_str::<Value>(given) else {
        return Err(Failure::bad_request("Can't parse custom emoji identifiers JSON object"));
    };
    let Value::Array(given) = given else {
        return Err(Failure::bad_request("Expected an Array of custom emoji identifiers"));
    };
    let ids = given.iter().map(|id| match id {
        Value::String(id) => {
            id.parse::<i64>().map_err(|_| Failure::bad_request("Invalid custom emoji identifier specified"))
        }
        _ => Err(Failure::bad_request("Custom emoji identifier must be of type String")),
    });
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    if ids.len() > AT_ONCE {
        return Err(Failure::bad_request("Too many custom emoji identifiers specified"));
    }
    call.world().read(|world| {
        let found = ids.iter().filter_map(|id| world.custom_emoji(*id));
        Ok(found.map(|emoji| files::sticker(world, call.bot, emoji)).collect::<Value>().into())
    })
}
