//! Invite links and requests to join. <https://core.telegram.org/api/invites>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::{refused, with_chat};
use crate::mtproto::updates::Named;
use crate::mtproto::write::chat::count;
use crate::mtproto::write::{self, seconds};
use crate::world::{ChangedInvite, Invite, JoinRequest, NewInvite, Subscription, World};

fn number(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn exported(invite: &Invite) -> enums::ExportedChatInvite {
    write::group::invite(invite, invite.link())
}

fn users(caller: &Caller, world: &World, account: UserId, who: &[UserId]) -> Vec<enums::User> {
    let mut named = Named::default();
    who.iter().for_each(|user| named.user(*user));
    named.users(&caller.front, world, account)
}

/// <https://core.telegram.org/method/messages.exportChatInvite>
pub(super) fn export_chat_invite(
    caller: Caller,
    request: functions::messages::ExportChatInvite,
) -> Result<enums::ExportedChatInvite, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if request.legacy_revoke_permanent {
            return Ok(exported(&world.export_invite(account, chat).map_err(refused)?));
        }
        let subscription = request.subscription_pricing.map(|pricing| {
            let enums::StarsSubscriptionPricing::Pricing(pricing) = pricing;
            let price = u32::try_from(pricing.amount).unwrap_or(u32::MAX);
            Subscription { period: number(pricing.period), price }
        });
        let new = NewInvite {
            name: request.title.unwrap_or_default(),
            expire_date: request.expire_date.unwrap_or_default().into(),
            member_limit: number(request.usage_limit.unwrap_or_default()),
            needs_approval: request.request_needed,
            subscription,
        };
        Ok(exported(&world.create_invite(account, chat, new).map_err(refused)?))
    })
}

/// <https://core.telegram.org/method/messages.editExportedChatInvite>
pub(super) fn edit_exported_chat_invite(
    caller: Caller,
    request: functions::messages::EditExportedChatInvite,
) -> Result<enums::messages::ExportedChatInvite, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if request.revoked {
            let (old, new) = world.revoke_invite(account, chat, &request.link).map_err(refused)?;
            let users = users(&caller, world, account, &[old.creator]);
            let invite = exported(&old);
            return Ok(match new {
                Some(new) => {
                    let new_invite = exported(&new);
                    types::messages::ExportedChatInviteReplaced { invite, new_invite, users }.into()
                }
                None => types::messages::ExportedChatInvite { invite, users }.into(),
            });
        }
        let changed = ChangedInvite {
            name: request.title,
            expire_date: request.expire_date.map(i64::from),
            member_limit: request.usage_limit.map(number),
            needs_approval: request.request_needed,
        };
        let invite = world.edit_invite(account, chat, &request.link, changed).map_err(refused)?;
        let users = users(&caller, world, account, &[invite.creator]);
        Ok(types::messages::ExportedChatInvite { invite: exported(&invite), users }.into())
    })
}

/// <https://core.telegram.org/method/messages.deleteExportedChatInvite>
pub(super) fn delete_exported_chat_invite(
    caller: Caller,
    request: functions::messages::DeleteExportedChatInvite,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.delete_invite(account, chat, &request.link).map_err(refused)?;
        Ok(true)
    })
}

/// <https://core.telegram.org/method/messages.getExportedChatInvite>
pub(super) fn get_exported_chat_invite(
    caller: Caller,
    request: functions::messages::GetExportedChatInvite,
) -> Result<enums::messages::ExportedChatInvite, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let invite = world.invite(account, chat, &request.link).map_err(refused)?;
        let users = users(&caller, world, account, &[invite.creator]);
        Ok(types::messages::ExportedChatInvite { invite: exported(invite), users }.into())
    })
}

/// All at once. <https://core.telegram.org/method/messages.getExportedChatInvites>
pub(super) fn get_exported_chat_invites(
    caller: Caller,
    request: functions::messages::GetExportedChatInvites,
) -> Result<enums::messages::ExportedChatInvites, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, creator) = (names.chat(&request.peer)?, names.user(&request.admin_id)?);
        let all = world.invites(account, chat, creator).map_err(refused)?;
        let invites: Vec<_> = all
            .into_iter()
            .filter(|invite| invite.is_revoked == request.revoked)
            .filter(|invite| request.offset_date.is_none_or(|date| invite.date < i64::from(date)))
            .take(usize::try_from(request.limit).unwrap_or_default())
            .map(exported)
            .collect();
        let users = users(&caller, world, account, &[creator]);
        Ok(types::messages::ExportedChatInvites { count: count(invites.len()), invites, users }.into())
    })
}

/// Who asks to be let in; who came by which link is not kept.
/// <https://core.telegram.org/method/messages.getChatInviteImporters>
pub(super) fn get_chat_invite_importers(
    caller: Caller,
    request: functions::messages::GetChatInviteImporters,
) -> Result<enums::messages::ChatInviteImporters, RpcError> {
    let account = caller.user()?;
    if !request.requested || request.subscription_expired {
        return Err(RpcError::lacks("messages.getChatInviteImporters of those who came in"));
    }
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let is_meant = |asked: &&&std::sync::Arc<JoinRequest>| {
            let link = asked.invite.as_ref().map(Invite::link);
            request.link.as_ref().is_none_or(|wanted| link.as_ref() == Some(wanted))
        };
        let all = world.join_requests(account, chat).map_err(refused)?;
        let found: Vec<_> = all.iter().filter(is_meant).collect();
        let who: Vec<_> = found.iter().map(|asked| asked.user).collect();
        let importers = found
            .iter()
            .map(|asked| {
                types::ChatInviteImporter {
                    requested: true,
                    via_chatlist: false,
                    user_id: asked.user.0,
                    date: seconds(asked.date),
                    about: None,
                    approved_by: None,
                }
                .into()
            })
            .collect();
        let users = users(&caller, world, account, &who);
        Ok(types::messages::ChatInviteImporters { count: count(who.len()), importers, users }.into())
    })
}

/// <https://core.telegram.org/method/messages.hideChatJoinRequest>
pub(super) fn hide_chat_join_request(
    caller: Caller,
    request: functions::messages::HideChatJoinRequest,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (chat, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.chat(&request.peer)?, names.user(&request.user_id)?);
        world.answer_join_request(account, chat, user, request.approved).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// <https://core.telegram.org/method/messages.checkChatInvite>
pub(super) fn check_chat_invite(
    caller: Caller,
    request: functions::messages::CheckChatInvite,
) -> Result<enums::ChatInvite, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let invite = world.invite_by_link(&request.hash)?;
        let chat = world.chat(invite.chat).ok_or_else(|| RpcError::bad_request("INVITE_HASH_EXPIRED"))?;
        if chat.status(account, world.now()).is_in_chat() {
            let chat = write::chat(&caller.front, world, account, chat.id);
            return Ok(types::ChatInviteAlready { chat }.into());
        }
        let enums::ExportedChatInvite::ChatInviteExported(pricing) = exported(invite) else {
            return Err(RpcError::bad_request("INVITE_HASH_EXPIRED"));
        };
        let is_basic = chat.sort == crate::rules::ChatSort::Group;
        let photo = match world.profile_photo(chat.id) {
            Some(photo) => write::photo::photo(world, account, photo),
            None => types::PhotoEmpty { id: 0 }.into(),
        };
        Ok(types::ChatInvite {
            channel: !is_basic,
            broadcast: chat.is_channel(),
            public: chat.is_public(),
            megagroup: !is_basic && !chat.is_channel(),
            request_needed: invite.needs_approval,
            verified: false,
            scam: false,
            fake: false,
            can_refulfill_subscription: false,
            title: chat.title.clone(),
            about: Some(chat.about.clone()).filter(|about| !about.is_empty()),
            photo,
            participants_count: count(chat.members(world.now()).count()),
            participants: None,
            color: 0,
            subscription_pricing: pricing.subscription_pricing,
            subscription_form_id: None,
            bot_verification: None,
        }
        .into())
    })
}

/// Links with a price take a payment first. <https://core.telegram.org/method/messages.importChatInvite>
pub(super) fn import_chat_invite(
    caller: Caller,
    request: functions::messages::ImportChatInvite,
) -> Result<enums::messages::ChatInviteJoinResult, RpcError> {
    let account = caller.user()?;
    let paid = caller
        .read(|world| world.invite_by_link(&request.hash).map(|invite| invite.subscription.is_some()))?;
    if paid {
        return Err(RpcError::lacks("subscriptions paid for by messages.importChatInvite"));
    }
    let (chat, updates) =
        caller.tell(account, |world| world.join_by_link(account, &request.hash).map_err(refused))?;
    let updates = with_chat(&caller, account, updates, chat);
    Ok(types::messages::ChatInviteJoinResultOk { updates }.into())
}
