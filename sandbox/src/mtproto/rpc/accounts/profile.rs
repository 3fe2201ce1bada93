//! What a bot says of itself. <https://core.telegram.org/api/bots/info>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write::{group, rights};
use crate::world::{ChangedBotTexts, MenuButton, World};

/// The bot that is meant: the asking one, where none is named.
fn bot(
    caller: &Caller,
    world: &World,
    account: UserId,
    named: Option<&enums::InputUser>,
) -> Result<UserId, RpcError> {
    match named {
        Some(named) => Names::new(&caller.front, world, account).user(named),
        None => Ok(account),
    }
}

/// A bot changes itself only; whose bots are a user's is not kept.
/// <https://core.telegram.org/method/bots.setBotInfo>
pub(super) fn set_bot_info(caller: Caller, request: functions::bots::SetBotInfo) -> Result<bool, RpcError> {
    let account = caller.bot()?;
    caller.front.world.write(|world| {
        if bot(&caller, world, account, request.bot.as_ref())? != account {
            return Err(RpcError::bad_request("BOT_INVALID"));
        }
        let changed = ChangedBotTexts {
            name: request.name,
            description: request.description,
            short_description: request.about,
        };
        world.set_bot_texts(account, &request.lang_code, changed)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/bots.getBotInfo>
pub(super) fn get_bot_info(
    caller: Caller,
    request: functions::bots::GetBotInfo,
) -> Result<enums::bots::BotInfo, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let bot = bot(&caller, world, account, request.bot.as_ref())?;
        let texts = world.bot_texts(bot, &request.lang_code)?;
        let (name, about, description) = (texts.name, texts.short_description, texts.description);
        Ok(types::bots::BotInfo { name, about, description }.into())
    })
}

/// <https://core.telegram.org/method/bots.setBotMenuButton>
pub(super) fn set_bot_menu_button(
    caller: Caller,
    request: functions::bots::SetBotMenuButton,
) -> Result<bool, RpcError> {
    let account = caller.bot()?;
    caller.front.world.write(|world| {
        let user = menu_user(&caller, world, account, &request.user_id)?;
        let button = match request.button {
            enums::BotMenuButton::Default => MenuButton::Default,
            enums::BotMenuButton::Commands => MenuButton::Commands,
            // TDLib says so for a button that is as all have it.
            enums::BotMenuButton::Button(button) if button.text.is_empty() && button.url == "default" => {
                MenuButton::Default
            }
            enums::BotMenuButton::Button(button) => MenuButton::WebApp { text: button.text, url: button.url },
        };
        world.set_menu_button(account, user, button)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/bots.getBotMenuButton>
pub(super) fn get_bot_menu_button(
    caller: Caller,
    request: functions::bots::GetBotMenuButton,
) -> Result<enums::BotMenuButton, RpcError> {
    let account = caller.bot()?;
    caller.read(|world| {
        let user = menu_user(&caller, world, account, &request.user_id)?;
        Ok(group::menu_button(&world.menu_button(account, user)))
    })
}

/// Whose button is meant: a user's, or everybody's.
fn menu_user(
    caller: &Caller,
    world: &World,
    account: UserId,
    user: &enums::InputUser,
) -> Result<Option<UserId>, RpcError> {
    match user {
        enums::InputUser::Empty => Ok(None),
        user => Names::new(&caller.front, world, account).user(user).map(Some),
    }
}

/// <https://core.telegram.org/method/bots.setBotGroupDefaultAdminRights>
pub(super) fn set_bot_group_default_admin_rights(
    caller: Caller,
    request: functions::bots::SetBotGroupDefaultAdminRights,
) -> Result<bool, RpcError> {
    set_wanted(&caller, false, &request.admin_rights)
}

/// <https://core.telegram.org/method/bots.setBotBroadcastDefaultAdminRights>
pub(super) fn set_bot_broadcast_default_admin_rights(
    caller: Caller,
    request: functions::bots::SetBotBroadcastDefaultAdminRights,
) -> Result<bool, RpcError> {
    set_wanted(&caller, true, &request.admin_rights)
}

fn set_wanted(caller: &Caller, for_channels: bool, given: &enums::ChatAdminRights) -> Result<bool, RpcError> {
    let account = caller.bot()?;
    let wanted = rights::read_administrator(given);
    caller.front.world.write(|world| {
        if world.wanted_rights(account, for_channels) == wanted {
            return Err(RpcError::bad_request("RIGHTS_NOT_MODIFIED"));
        }
        world.set_wanted_rights(account, for_channels, wanted)?;
        Ok(true)
    })
}
