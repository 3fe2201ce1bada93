//! The bot's command menus, and the button that opens them.

use ambigram_core::requests::{
    DeleteMyCommands, GetChatMenuButton, GetMyCommands, Response, SetChatMenuButton, SetMyCommands,
};
use ambigram_core::types::{BotCommandScope, ChatId, ChatKind, MenuButton, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{RemoteCall, enums, functions};

use super::own::code;
use super::{chats, place, refusal, refused};
use crate::convert::peer::Place;
use crate::convert::{self, outgoing};
use crate::meeting;
use crate::wire::Wire;

/// <https://core.telegram.org/method/bots.setBotCommands>
pub(super) async fn set_my_commands(wire: &Wire, request: &SetMyCommands) -> Result<Response, Error> {
    let scope = request.scope.as_ref();
    check(scope)?;
    let called = functions::bots::SetBotCommands {
        scope: outgoing::scope(scope, wire.peers()),
        lang_code: code(request.language_code.as_ref()),
        commands: outgoing::commands(&request.commands),
    };
    call(wire, scope, &called).await.map(|_| Response::done())
}

/// <https://core.telegram.org/method/bots.resetBotCommands>
pub(super) async fn delete_my_commands(wire: &Wire, request: &DeleteMyCommands) -> Result<Response, Error> {
    let scope = request.scope.as_ref();
    check(scope)?;
    let called = functions::bots::ResetBotCommands {
        scope: outgoing::scope(scope, wire.peers()),
        lang_code: code(request.language_code.as_ref()),
    };
    call(wire, scope, &called).await.map(|_| Response::done())
}

/// <https://core.telegram.org/method/bots.getBotCommands>
pub(super) async fn get_my_commands(wire: &Wire, request: &GetMyCommands) -> Result<Response, Error> {
    let scope = request.scope.as_ref();
    check(scope)?;
    let called = functions::bots::GetBotCommands {
        scope: outgoing::scope(scope, wire.peers()),
        lang_code: code(request.language_code.as_ref()),
    };
    let commands = call(wire, scope, &called).await?;
    Ok(Response::of(convert::commands(&commands)))
}

/// Looks at whom a menu is for.
fn check(scope: Option<&BotCommandScope>) -> Result<(), Error> {
    if let Some(chat) = scope.and_then(chat) {
        place(chat)?;
    }
    match scope {
        Some(
            BotCommandScope::ChatAdministrators { chat_id } | BotCommandScope::ChatMember { chat_id, .. },
        ) if chat_id.is_user() => refused("can't use specified scope in private chats"),
        _ => Ok(()),
    }
}

async fn call<R: RemoteCall>(
    wire: &Wire,
    scope: Option<&BotCommandScope>,
    called: &R,
) -> Result<R::Return, Error> {
    match (wire.invoke(called).await, scope.and_then(chat)) {
        (Ok(answer), _) => Ok(answer),
        (Err(error), None) => Err(error),
        // Channels have no menu.
        (Err(error), Some(chat))
            if error.description() == "PEER_ID_INVALID"
                && chats::kind(wire, chat).await == ChatKind::Channel =>
        {
            Err(Error::new(ErrorKind::BadRequest, error.description()).because(error))
        }
        (Err(error), Some(chat)) => Err(refusal::explain(wire, chat, error).await),
    }
}

fn chat(scope: &BotCommandScope) -> Option<ChatId> {
    match scope {
        BotCommandScope::Chat { chat_id }
        | BotCommandScope::ChatAdministrators { chat_id }
        | BotCommandScope::ChatMember { chat_id, .. } => Some(*chat_id),
        BotCommandScope::Default
        | BotCommandScope::AllPrivateChats
        | BotCommandScope::AllGroupChats
        | BotCommandScope::AllChatAdministrators => None,
    }
}

/// <https://core.telegram.org/method/bots.setBotMenuButton>
pub(super) async fn set_chat_menu_button(
    wire: &Wire,
    request: &SetChatMenuButton,
) -> Result<Response, Error> {
    let button = outgoing::menu_button(request.menu_button.as_ref().unwrap_or(&MenuButton::Default))?;
    let user_id = owner(wire, request.chat_id).await?;
    wire.invoke(&functions::bots::SetBotMenuButton { user_id, button }).await?;
    Ok(Response::done())
}

/// <https://core.telegram.org/method/bots.getBotMenuButton>
pub(super) async fn get_chat_menu_button(
    wire: &Wire,
    request: &GetChatMenuButton,
) -> Result<Response, Error> {
    let user_id = owner(wire, request.chat_id).await?;
    let button = wire.invoke(&functions::bots::GetBotMenuButton { user_id }).await?;
    Ok(Response::of(convert::menu_button(&button)))
}

/// Whose button it is; that of all who have none of their own where nobody is named.
async fn owner(wire: &Wire, chat: Option<ChatId>) -> Result<enums::InputUser, Error> {
    let Some(chat) = chat else { return Ok(enums::InputUser::Empty) };
    let Place::User(user) = place(chat)? else { return refused("invalid chat_id specified") };
    let known = meeting::meet(wire, &[user], &[]).await;
    if !known.users.contains_key(&user) {
        return refused("user not found");
    }
    Ok(wire.peers().input_user(UserId(chat.0)))
}
