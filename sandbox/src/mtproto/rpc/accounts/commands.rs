//! Bots' menus. <https://core.telegram.org/api/bots/commands>

use ambigram_core::types::{BotCommand, BotCommandScope, UserId};
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write;
use crate::world::World;

/// <https://core.telegram.org/method/bots.setBotCommands>
pub(super) fn set_bot_commands(
    caller: Caller,
    request: functions::bots::SetBotCommands,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let commands = request.commands.into_iter().map(command).collect::<Result<_, _>>()?;
    caller.front.world.write(|world| {
        let scope = scope(&caller, world, bot, &request.scope)?;
        world.set_commands(bot, scope, &request.lang_code, commands)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/bots.resetBotCommands>
pub(super) fn reset_bot_commands(
    caller: Caller,
    request: functions::bots::ResetBotCommands,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    caller.front.world.write(|world| {
        let scope = scope(&caller, world, bot, &request.scope)?;
        world.delete_commands(bot, scope, &request.lang_code)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/bots.getBotCommands>
pub(super) fn get_bot_commands(
    caller: Caller,
    request: functions::bots::GetBotCommands,
) -> Result<Vec<enums::BotCommand>, RpcError> {
    let bot = caller.bot()?;
    caller.read(|world| {
        let scope = scope(&caller, world, bot, &request.scope)?;
        let commands = world.commands(bot, &scope, &request.lang_code)?;
        Ok(commands.iter().map(write::user::command).collect())
    })
}

fn command(command: enums::BotCommand) -> Result<BotCommand, RpcError> {
    let enums::BotCommand::Command(command) = command;
    if command.ephemeral {
        return Err(RpcError::lacks("botCommand.ephemeral"));
    }
    Ok(BotCommand::new(command.command, command.description))
}

fn scope(
    caller: &Caller,
    world: &World,
    bot: UserId,
    scope: &enums::BotCommandScope,
) -> Result<BotCommandScope, RpcError> {
    let names = Names::new(&caller.front, world, bot);
    Ok(match scope {
        enums::BotCommandScope::Default => BotCommandScope::Default,
        enums::BotCommandScope::Users => BotCommandScope::AllPrivateChats,
        enums::BotCommandScope::Chats => BotCommandScope::AllGroupChats,
        enums::BotCommandScope::ChatAdmins => BotCommandScope::AllChatAdministrators,
        enums::BotCommandScope::Peer(scope) => BotCommandScope::Chat { chat_id: names.chat(&scope.peer)? },
        enums::BotCommandScope::PeerAdmins(scope) => {
            BotCommandScope::ChatAdministrators { chat_id: names.chat(&scope.peer)? }
        }
        enums::BotCommandScope::PeerUser(scope) => {
            let (chat_id, user_id) = (names.chat(&scope.peer)?, names.user(&scope.user_id)?);
            BotCommandScope::ChatMember { chat_id, user_id }
        }
    })
}
