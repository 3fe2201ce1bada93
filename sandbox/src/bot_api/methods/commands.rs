//! The bot's command menus. <https://core.telegram.org/bots/api#setmycommands>

use ambigram_core::types::{BotCommandScope, UserId};
use serde_json::{Value, json};

use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::commands::{self, Scope};
use crate::world::World;

/// <https://core.telegram.org/bots/api#setmycommands>
pub(super) fn set_my_commands(call: &Call<'_>) -> Result<Answer, Failure> {
    let commands = commands::read(&call.arguments)?;
    let scope = commands::read_scope(&call.arguments)?;
    call.world().write(|world| {
        let scope = resolve(world, scope)?;
        world.set_commands(call.bot, scope, call.arguments.get("language_code"), commands)?;
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#deletemycommands>
pub(super) fn delete_my_commands(call: &Call<'_>) -> Result<Answer, Failure> {
    let scope = commands::read_scope(&call.arguments)?;
    call.world().write(|world| {
        let scope = resolve(world, scope)?;
        world.delete_commands(call.bot, scope, call.arguments.get("language_code"))?;
        Ok(Answer::done())
    })
}

/// <https://core.telegram.org/bots/api#getmycommands>
pub(super) fn get_my_commands(call: &Call<'_>) -> Result<Answer, Failure> {
    let scope = commands::read_scope(&call.arguments)?;
    call.world().read(|world| {
        let scope = resolve(world, scope)?;
        let commands = world.commands(call.bot, &scope, call.arguments.get("language_code"))?;
        let commands: Value = commands
            .iter()
            .map(|command| json!({ "command": command.command, "description": command.description }))
            .collect();
        Ok(commands.into())
    })
}

/// The scope with its chat's number.
fn resolve(world: &World, scope: Scope) -> Result<BotCommandScope, Failure> {
    Ok(match scope {
        Scope::Default => BotCommandScope::Default,
        Scope::AllPrivateChats => BotCommandScope::AllPrivateChats,
        Scope::AllGroupChats => BotCommandScope::AllGroupChats,
        Scope::AllChatAdministrators => BotCommandScope::AllChatAdministrators,
        Scope::Chat(chat) => BotCommandScope::Chat { chat_id: resolve_chat(world, &chat)? },
        Scope::ChatAdministrators(chat) => {
            BotCommandScope::ChatAdministrators { chat_id: resolve_chat(world, &chat)? }
        }
        Scope::ChatMember(chat, user) => {
            BotCommandScope::ChatMember { chat_id: resolve_chat(world, &chat)?, user_id: UserId(user) }
        }
    })
}
