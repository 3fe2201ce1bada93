//! Coming and going.

use grammers_tl_types::{enums, functions, types};

use super::making::invited;
use super::{change, refused, with_chat};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::rules::Refusal;

/// New members see all messages or none, as the world has it. <https://core.telegram.org/method/messages.addChatUser>
pub(super) fn add_chat_user(
    caller: Caller,
    request: functions::messages::AddChatUser,
) -> Result<enums::messages::InvitedUsers, RpcError> {
    let account = caller.user()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.group(request.chat_id)?, names.user(&request.user_id)?);
        world.add_member(account, chat, user).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(invited(with_chat(&caller, account, updates, chat)))
}

/// Those who are members already are passed over. <https://core.telegram.org/method/channels.inviteToChannel>
pub(super) fn invite_to_channel(
    caller: Caller,
    request: functions::channels::InviteToChannel,
) -> Result<enums::messages::InvitedUsers, RpcError> {
    let account = caller.user()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.channel(&request.channel)?;
        let users = request.users.iter().map(|user| names.user(user)).collect::<Result<Vec<_>, _>>()?;
        for user in users {
            match world.add_member(account, chat, user) {
                Ok(()) | Err(Refusal::AlreadyMember) => {}
                Err(refusal) => return Err(refused(refusal)),
            }
        }
        Ok(chat)
    })?;
    Ok(invited(with_chat(&caller, account, updates, chat)))
}

/// Oneself leaves; another is removed. <https://core.telegram.org/method/messages.deleteChatUser>
pub(super) fn delete_chat_user(
    caller: Caller,
    request: functions::messages::DeleteChatUser,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.group(request.chat_id)?, names.user(&request.user_id)?);
        if user == account {
            world.leave(account, chat).map_err(refused)?;
        } else {
            world.remove_member(account, chat, user).map_err(refused)?;
        }
        if request.revoke_history {
            world.hide_history(chat, user);
        }
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/channels.joinChannel>
pub(super) fn join_channel(
    caller: Caller,
    request: functions::channels::JoinChannel,
) -> Result<enums::messages::ChatInviteJoinResult, RpcError> {
    let account = caller.user()?;
    let updates = change(
        &caller,
        account,
        |names| names.channel(&request.channel),
        |world, chat| world.join(account, chat),
    )?;
    Ok(types::messages::ChatInviteJoinResultOk { updates }.into())
}

/// <https://core.telegram.org/method/channels.leaveChannel>
pub(super) fn leave_channel(
    caller: Caller,
    request: functions::channels::LeaveChannel,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let leave = |world: &mut crate::world::World, chat| match world.leave(account, chat) {
        // Whoever may read a public chat without being in it cannot leave it either.
        Err(Refusal::NotMember(_)) => Err(Refusal::UserNotMember),
        left => left,
    };
    change(&caller, account, |names| names.channel(&request.channel), leave)
}
