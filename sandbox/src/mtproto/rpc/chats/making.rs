//! Making chats, changing and ending them.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::{change, refused, with_chat};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::accounts::is_free;
use crate::rules::{ChatSort, Refusal};
use crate::world::{NewChat, World};

/// <https://core.telegram.org/method/messages.createChat>
pub(super) fn create_chat(
    caller: Caller,
    request: functions::messages::CreateChat,
) -> Result<enums::messages::InvitedUsers, RpcError> {
    let account = caller.user()?;
    if request.ttl_period.is_some_and(|period| period != 0) {
        return Err(RpcError::lacks("messages.createChat.ttl_period"));
    }
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let members = request.users.iter().map(|user| names.user(user)).collect::<Result<Vec<_>, _>>()?;
        let new = NewChat::new(ChatSort::Group, request.title).with(members);
        world.create_chat(account, new).map_err(refused)
    })?;
    Ok(invited(with_chat(&caller, account, updates, chat)))
}

/// <https://core.telegram.org/method/channels.createChannel>
pub(super) fn create_channel(
    caller: Caller,
    request: functions::channels::CreateChannel,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let lacking = [
        ("for_import", request.for_import),
        ("geo_point", request.geo_point.is_some()),
        ("ttl_period", request.ttl_period.is_some_and(|period| period != 0)),
    ];
    if let Some((what, _)) = lacking.iter().find(|(_, is_asked)| *is_asked) {
        return Err(RpcError::lacks(&format!("channels.createChannel.{what}")));
    }
    let sort = match (request.broadcast, request.megagroup || request.forum) {
        (false, true) => ChatSort::Supergroup,
        (true, false) => ChatSort::Channel,
        (true, true) => return Err(RpcError::bad_request("CHANNELS_TYPE_INVALID")),
        // As old apps asked for a channel.
        (false, false) => ChatSort::Channel,
    };
    if request.about.trim().chars().count() > crate::rules::limits::ABOUT {
        return Err(Refusal::AboutTooLong.into());
    }
    let (chat, updates) = caller.tell(account, |world| {
        let new = NewChat { is_forum: request.forum, ..NewChat::new(sort, request.title) };
        let chat = world.create_chat(account, new).map_err(refused)?;
        world.set_about(account, chat, &request.about).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/messages.editChatTitle>
pub(super) fn edit_chat_title(
    caller: Caller,
    request: functions::messages::EditChatTitle,
) -> Result<enums::Updates, RpcError> {
    set_title(&caller, &request.title, |names| names.group(request.chat_id))
}

/// <https://core.telegram.org/method/channels.editTitle>
pub(super) fn edit_title(
    caller: Caller,
    request: functions::channels::EditTitle,
) -> Result<enums::Updates, RpcError> {
    set_title(&caller, &request.title, |names| names.channel(&request.channel))
}

fn set_title(
    caller: &Caller,
    title: &str,
    chat: impl FnOnce(Names<'_>) -> Result<ChatId, RpcError>,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (chat, updates) = caller.tell(account, |world| {
        let chat = chat(Names::new(&caller.front, world, account))?;
        if world.chat(chat).is_some_and(|chat| chat.title == title.trim()) {
            return Err(RpcError::bad_request("CHAT_NOT_MODIFIED"));
        }
        world.set_title(account, chat, title).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(caller, account, updates, chat))
}

/// <https://core.telegram.org/method/messages.editChatAbout>
pub(super) fn edit_chat_about(
    caller: Caller,
    request: functions::messages::EditChatAbout,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if world.chat(chat).is_some_and(|chat| chat.about == request.about.trim()) {
            return Err(RpcError::bad_request("CHAT_ABOUT_NOT_MODIFIED"));
        }
        world.set_about(account, chat, &request.about).map_err(refused)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/messages.migrateChat>
pub(super) fn migrate_chat(
    caller: Caller,
    request: functions::messages::MigrateChat,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let (chat, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).group(request.chat_id)?;
        world.upgrade_to_supergroup(account, chat).map_err(refused)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/channels.deleteChannel>
pub(super) fn delete_channel(
    caller: Caller,
    request: functions::channels::DeleteChannel,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.delete_chat(account, chat),
    )
}

/// <https://core.telegram.org/method/messages.deleteChat>
pub(super) fn delete_chat(
    caller: Caller,
    request: functions::messages::DeleteChat,
) -> Result<bool, RpcError> {
    let account = caller.user()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).group(request.chat_id)?;
        world.delete_chat(account, chat).map_err(refused)?;
        Ok(true)
    })
}

/// Whether a public name is free for a chat. <https://core.telegram.org/method/channels.checkUsername>
pub(super) fn check_username(
    caller: Caller,
    request: functions::channels::CheckUsername,
) -> Result<bool, RpcError> {
    let account = caller.user()?;
    if request.channel != enums::InputChannel::Empty {
        caller.read(|world| may_name(&caller, world, account, &request.channel))?;
    }
    is_free(&caller, &request.username)
}

fn may_name(
    caller: &Caller,
    world: &World,
    account: UserId,
    channel: &enums::InputChannel,
) -> Result<(), RpcError> {
    let chat = Names::new(&caller.front, world, account).channel(channel)?;
    let status = world.member_status(chat, account);
    let may = status.is_some_and(|status| matches!(status, crate::rules::MemberStatus::Creator { .. }));
    if may { Ok(()) } else { Err(Refusal::NeedAdministrator.into()) }
}

/// Nobody's privacy keeps them from being added.
pub(super) fn invited(updates: enums::Updates) -> enums::messages::InvitedUsers {
    types::messages::InvitedUsers { updates, missing_invitees: Vec::new() }.into()
}
