//! Who may do what. <https://core.telegram.org/api/rights>

use grammers_tl_types::{enums, functions, types};

use super::{refused, with_chat};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, peer};
use crate::mtproto::rpc::Caller;
use crate::mtproto::write::rights::{self, Left};
use crate::rules::{AdministratorRights, Permissions, Refusal};

/// <https://core.telegram.org/method/channels.editAdmin>
pub(super) fn edit_admin(
    caller: Caller,
    request: functions::channels::EditAdmin,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let given = rights::read_administrator(&request.admin_rights);
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.channel(&request.channel)?, names.user(&request.user_id)?);
        let is_administrator =
            world.member_status(chat, account).is_some_and(|status| status.is_administrator());
        world.promote(account, chat, user, given).map_err(|refusal| match refusal {
            // Nobody can give what they lack.
            Refusal::NoRight(_) if is_administrator => refusal.into(),
            refusal => refused(refusal),
        })?;
        if let Some(rank) = request.rank.as_ref().filter(|_| given != AdministratorRights::NONE) {
            world.set_rank(account, chat, user, rank).map_err(refused)?;
        }
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// A title or a tag. <https://core.telegram.org/method/messages.editChatParticipantRank>
pub(super) fn edit_chat_participant_rank(
    caller: Caller,
    request: functions::messages::EditChatParticipantRank,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.chat(&request.peer)?, names.participant(&request.participant)?);
        world.set_rank(account, chat, user, &request.rank).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/messages.editChatAdmin>
pub(super) fn edit_chat_admin(
    caller: Caller,
    request: functions::messages::EditChatAdmin,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.group(request.chat_id)?, names.user(&request.user_id)?);
        if !world.member_status(chat, user).is_some_and(|status| status.is_in_chat()) {
            return Err(Refusal::UserNotMember.into());
        }
        let rights = if request.is_admin { AdministratorRights::USUAL } else { AdministratorRights::NONE };
        world.promote(account, chat, user, rights).map_err(refused)?;
        Ok(true)
    })
}

/// Bans, restricts, or lifts both. <https://core.telegram.org/method/channels.editBanned>
pub(super) fn edit_banned(
    caller: Caller,
    request: functions::channels::EditBanned,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.channel(&request.channel)?;
        let named = names.chat(&request.participant);
        let left = rights::read_banned(&request.banned_rights);
        if let Some(sender) = named.ok().filter(|named| named.is_channel()) {
            let is_banned = matches!(left, Left::Nothing(_));
            world.set_sender_banned(account, chat, sender, is_banned).map_err(refused)?;
            return Ok(chat);
        }
        let user = names.participant(&request.participant)?;
        let is_banned = world.member_status(chat, user).is_some_and(|status| status.is_banned());
        let is_channel = world.chat(chat).is_some_and(crate::world::Chat::is_channel);
        match left {
            Left::Nothing(until) => world.ban(account, chat, user, until),
            // A channel's readers have nothing but their place in it.
            Left::These(Permissions::ALL, _) if is_banned || is_channel => world.unban(account, chat, user),
            Left::These(permissions, until) => world.restrict(account, chat, user, permissions, until),
        }
        .map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/messages.editChatDefaultBannedRights>
pub(super) fn edit_chat_default_banned_rights(
    caller: Caller,
    request: functions::messages::EditChatDefaultBannedRights,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let Left::These(permissions, 0) = rights::read_banned(&request.banned_rights) else {
        return Err(RpcError::bad_request("BANNED_RIGHTS_INVALID"));
    };
    let (chat, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let group = world.chat(chat).filter(|chat| !chat.is_channel());
        if group.ok_or(Refusal::ChatNotFound)?.permissions == permissions {
            return Err(RpcError::bad_request("CHAT_NOT_MODIFIED"));
        }
        world.set_permissions(account, chat, permissions).map_err(refused)?;
        Ok(chat)
    })?;
    let mut updates = with_chat(&caller, account, updates, chat);
    if let enums::Updates::Updates(updates) = &mut updates {
        let default_banned_rights = rights::banned(&permissions, 0);
        let update =
            types::UpdateChatDefaultBannedRights { peer: peer(chat), default_banned_rights, version: 1 };
        updates.updates = vec![update.into()];
    }
    Ok(updates)
}
