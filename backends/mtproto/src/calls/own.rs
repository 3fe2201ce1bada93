//! What belongs to the bot itself.

use ambigram_core::requests::{GetMe, Response, SetMyCommands};
use ambigram_core::types::{BotCommandScope, ChatId, ChatKind};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{place, refusal};
use crate::convert::{self, outgoing};
use crate::meeting;
use crate::wire::Wire;

/// <https://core.telegram.org/method/users.getUsers>
pub(super) async fn get_me(wire: &Wire, _: &GetMe) -> Result<Response, Error> {
    let users = wire.invoke(&functions::users::GetUsers { id: vec![enums::InputUser::UserSelf] }).await?;
    wire.peers().learn(&users, &[]);
    match users.first().and_then(convert::me) {
        Some(me) => Ok(Response::of(me)),
        None => Err(Error::new(ErrorKind::UnexpectedAnswer, "asked who it is, the bot was told of nobody")),
    }
}

/// <https://core.telegram.org/method/bots.setBotCommands>
pub(super) async fn set_my_commands(wire: &Wire, request: &SetMyCommands) -> Result<Response, Error> {
    let chat = request.scope.as_ref().and_then(chat);
    if let Some(chat) = chat {
        place(chat)?;
    }
    if let Some(BotCommandScope::ChatAdministrators { chat_id } | BotCommandScope::ChatMember { chat_id, .. }) =
        &request.scope
        && chat_id.is_user()
    {
        return Err(Error::new(ErrorKind::BadRequest, "can't use specified scope in private chats"));
    }
    let called = functions::bots::SetBotCommands {
        scope: outgoing::scope(request.scope.as_ref(), wire.peers()),
        lang_code: request.language_code.as_ref().map(ToString::to_string).unwrap_or_default(),
        commands: outgoing::commands(&request.commands),
    };
    match (wire.invoke(&called).await, chat) {
        (Ok(_), _) => Ok(Response::done()),
        (Err(error), None) => Err(error),
        (Err(error), Some(chat))
            if error.description() == "PEER_ID_INVALID" && is_channel(wire, chat).await =>
        {
            Err(Error::new(ErrorKind::BadRequest, error.description()).because(error))
        }
        (Err(error), Some(chat)) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// Channels have no menu.
async fn is_channel(wire: &Wire, chat: ChatId) -> bool {
    let known = meeting::meet(wire, &[], &[chat]).await;
    known.chats.get(&chat).is_some_and(|chat| chat.kind == ChatKind::Channel)
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
