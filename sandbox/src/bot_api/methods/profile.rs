//! What the bot says of itself. <https://core.telegram.org/bots/api#setmyname>

use ambigram_core::types::UserId;
use serde_json::json;

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::{menu_button, rights};
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::group;
use crate::rules::Refusal;
use crate::world::{BotTexts, ChangedBotTexts};

type Done = Result<Answer, Failure>;

fn set(call: &Call<'_>, changed: ChangedBotTexts) -> Done {
    let language = call.arguments.get("language_code");
    call.world().write(|world| world.set_bot_texts(call.bot, language, changed))?;
    Ok(Answer::done())
}

fn get(call: &Call<'_>) -> Result<BotTexts, Refusal> {
    call.world().read(|world| world.bot_texts(call.bot, call.arguments.get("language_code")))
}

/// <https://core.telegram.org/bots/api#setmyname>
pub(super) fn set_my_name(call: &Call<'_>) -> Done {
    let name = Some(call.arguments.get("name").to_owned());
    set(call, ChangedBotTexts { name, ..ChangedBotTexts::default() })
}

/// <https://core.telegram.org/bots/api#getmyname>
pub(super) fn get_my_name(call: &Call<'_>) -> Done {
    Ok(json!({ "name": get(call)?.name }).into())
}

/// <https://core.telegram.org/bots/api#setmydescription>
pub(super) fn set_my_description(call: &Call<'_>) -> Done {
    let description = Some(call.arguments.get("description").to_owned());
    set(call, ChangedBotTexts { description, ..ChangedBotTexts::default() })
}

/// <https://core.telegram.org/bots/api#getmydescription>
pub(super) fn get_my_description(call: &Call<'_>) -> Done {
    Ok(json!({ "description": get(call)?.description }).into())
}

/// <https://core.telegram.org/bots/api#setmyshortdescription>
pub(super) fn set_my_short_description(call: &Call<'_>) -> Done {
    let short_description = Some(call.arguments.get("short_description").to_owned());
    set(call, ChangedBotTexts { short_description, ..ChangedBotTexts::default() })
}

/// <https://core.telegram.org/bots/api#getmyshortdescription>
pub(super) fn get_my_short_description(call: &Call<'_>) -> Done {
    Ok(json!({ "short_description": get(call)?.short_description }).into())
}

/// <https://core.telegram.org/bots/api#setchatmenubutton>
pub(super) fn set_chat_menu_button(call: &Call<'_>) -> Done {
    let button = menu_button::read(&call.arguments)?;
    let user = menu_user(call)?;
    call.world().write(|world| world.set_menu_button(call.bot, user, button))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#getchatmenubutton>
pub(super) fn get_chat_menu_button(call: &Call<'_>) -> Done {
    let user = menu_user(call)?;
    Ok(call.world().read(|world| group::menu_button(&world.menu_button(call.bot, user))).into())
}

/// Whose menu button is meant: a private chat's, or everybody's.
fn menu_user(call: &Call<'_>) -> Result<Option<UserId>, Failure> {
    match call.arguments.find("chat_id") {
        None => Ok(None),
        Some(id) => match leading_integer(id) {
            id @ 1.. => Ok(Some(UserId(id))),
            _ => Err(Failure::bad_request("Invalid chat_id specified")),
        },
    }
}

/// <https://core.telegram.org/bots/api#setmydefaultadministratorrights>
pub(super) fn set_my_default_administrator_rights(call: &Call<'_>) -> Done {
    let wanted = rights::administrator(&call.arguments)?;
    let for_channels = call.arguments.flag("for_channels");
    call.world().write(|world| world.set_wanted_rights(call.bot, for_channels, wanted))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#getmydefaultadministratorrights>
pub(super) fn get_my_default_administrator_rights(call: &Call<'_>) -> Done {
    let for_channels = call.arguments.flag("for_channels");
    let wanted = call.world().read(|world| world.wanted_rights(call.bot, for_channels));
    Ok(group::rights(&wanted, for_channels).into())
}
