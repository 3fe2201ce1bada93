//! What belongs to the bot itself: who it is, what it is called, what it may be asked to do.

use ambigram_core::requests::{
    GetMe, GetMyDefaultAdministratorRights, GetMyDescription, GetMyName, GetMyShortDescription, LogOut,
    Response, SetMyDefaultAdministratorRights, SetMyDescription, SetMyName, SetMyShortDescription,
};
use ambigram_core::types::{ChatKind, Name};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use crate::convert;
use crate::convert::outgoing::rights;
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

/// <https://core.telegram.org/method/auth.logOut>
pub(super) async fn log_out(wire: &Wire, _: &LogOut) -> Result<Response, Error> {
    wire.invoke(&functions::auth::LogOut {}).await?;
    wire.session().set_signed_in(false);
    Ok(Response::done())
}

/// <https://core.telegram.org/method/bots.setBotInfo>
pub(super) async fn set_my_name(wire: &Wire, request: &SetMyName) -> Result<Response, Error> {
    let name = Some(request.name.as_deref().unwrap_or_default().to_owned());
    set(wire, functions::bots::SetBotInfo { name, ..same(request.language_code.as_ref()) }).await
}

/// <https://core.telegram.org/method/bots.getBotInfo>
pub(super) async fn get_my_name(wire: &Wire, request: &GetMyName) -> Result<Response, Error> {
    let (name, _, _) = convert::bot_info(&info(wire, request.language_code.as_ref()).await?);
    Ok(Response::of(name))
}

/// <https://core.telegram.org/method/bots.setBotInfo>
pub(super) async fn set_my_description(wire: &Wire, request: &SetMyDescription) -> Result<Response, Error> {
    let description = Some(request.description.clone().unwrap_or_default());
    set(wire, functions::bots::SetBotInfo { description, ..same(request.language_code.as_ref()) }).await
}

/// <https://core.telegram.org/method/bots.getBotInfo>
pub(super) async fn get_my_description(wire: &Wire, request: &GetMyDescription) -> Result<Response, Error> {
    let (_, description, _) = convert::bot_info(&info(wire, request.language_code.as_ref()).await?);
    Ok(Response::of(description))
}

/// <https://core.telegram.org/method/bots.setBotInfo>
pub(super) async fn set_my_short_description(
    wire: &Wire,
    request: &SetMyShortDescription,
) -> Result<Response, Error> {
    let about = Some(request.short_description.clone().unwrap_or_default());
    set(wire, functions::bots::SetBotInfo { about, ..same(request.language_code.as_ref()) }).await
}

/// <https://core.telegram.org/method/bots.getBotInfo>
pub(super) async fn get_my_short_description(
    wire: &Wire,
    request: &GetMyShortDescription,
) -> Result<Response, Error> {
    let (_, _, short_description) = convert::bot_info(&info(wire, request.language_code.as_ref()).await?);
    Ok(Response::of(short_description))
}

fn same(language: Option<&Name>) -> functions::bots::SetBotInfo {
    functions::bots::SetBotInfo {
        bot: None,
        lang_code: code(language),
        name: None,
        about: None,
        description: None,
    }
}

async fn set(wire: &Wire, called: functions::bots::SetBotInfo) -> Result<Response, Error> {
    wire.invoke(&called).await?;
    Ok(Response::done())
}

async fn info(wire: &Wire, language: Option<&Name>) -> Result<enums::bots::BotInfo, Error> {
    wire.invoke(&functions::bots::GetBotInfo { bot: None, lang_code: code(language) }).await
}

/// A language as TL has it: an empty code for all that have nothing of their own.
pub(super) fn code(language: Option<&Name>) -> String {
    language.map(ToString::to_string).unwrap_or_default()
}

/// <https://core.telegram.org/method/bots.setBotGroupDefaultAdminRights>
pub(super) async fn set_my_default_administrator_rights(
    wire: &Wire,
    request: &SetMyDefaultAdministratorRights,
) -> Result<Response, Error> {
    let admin_rights = rights::suggested(request.rights.as_ref(), request.for_channels);
    let answer = if request.for_channels {
        wire.invoke(&functions::bots::SetBotBroadcastDefaultAdminRights { admin_rights }).await
    } else {
        wire.invoke(&functions::bots::SetBotGroupDefaultAdminRights { admin_rights }).await
    };
    match answer {
        // On the Bot API it is no error to set what is set already.
        Err(error) if error.description() == "RIGHTS_NOT_MODIFIED" => Ok(Response::done()),
        answer => answer.map(|_| Response::done()),
    }
}

/// <https://core.telegram.org/method/users.getFullUser>
pub(super) async fn get_my_default_administrator_rights(
    wire: &Wire,
    request: &GetMyDefaultAdministratorRights,
) -> Result<Response, Error> {
    let called = functions::users::GetFullUser { id: enums::InputUser::UserSelf };
    let enums::users::UserFull::Full(told) = wire.invoke(&called).await?;
    wire.peers().learn(&told.users, &told.chats);
    let enums::UserFull::Full(full) = told.full_user;
    let (rights, kind) = match request.for_channels {
        true => (full.bot_broadcast_admin_rights, ChatKind::Channel),
        false => (full.bot_group_admin_rights, ChatKind::Supergroup),
    };
    let rights = rights.unwrap_or_else(rights::none);
    Ok(Response::of(convert::administrator_rights(&rights, &kind)))
}
