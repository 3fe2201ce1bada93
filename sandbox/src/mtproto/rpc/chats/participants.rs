//! Who is in a supergroup or channel. <https://core.telegram.org/api/channel#participants>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::refused;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::accounts::is_called;
use crate::mtproto::updates::Named;
use crate::mtproto::write::chat::{channel_participant, count};
use crate::rules::{MemberStatus, Refusal};
use crate::world::{Access, Account, MemberDetails, World};

/// The most that one answer lists.
const PAGE: usize = 200;

/// <https://core.telegram.org/method/channels.getParticipants>
pub(super) fn get_participants(
    caller: Caller,
    request: functions::channels::GetParticipants,
) -> Result<enums::channels::ChannelParticipants, RpcError> {
    let account = caller.account()?;
    let offset = usize::try_from(request.offset).map_err(|_| RpcError::bad_request("OFFSET_INVALID"))?;
    let limit = usize::try_from(request.limit).unwrap_or(0).min(PAGE);
    caller.read(|world| {
        let chat = readable(&caller, world, account, &request.channel)?;
        let found = find(world, account, chat, &request.filter)?;
        let page: Vec<_> = found.iter().skip(offset).take(limit).collect();
        let mut named = Named::default();
        named.chat(chat);
        let participants = page
            .into_iter()
            .filter_map(|(user, status)| {
                named.user(*user);
                channel_participant(world, account, chat, *user, status, &details(world, chat, *user))
            })
            .collect();
        Ok(types::channels::ChannelParticipants {
            count: count(found.len()),
            participants,
            chats: named.chats(&caller.front, world, account),
            users: named.users(&caller.front, world, account),
        }
        .into())
    })
}

/// <https://core.telegram.org/method/channels.getParticipant>
pub(super) fn get_participant(
    caller: Caller,
    request: functions::channels::GetParticipant,
) -> Result<enums::channels::ChannelParticipant, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let chat = readable(&caller, world, account, &request.channel)?;
        let user = Names::new(&caller.front, world, account).participant(&request.participant)?;
        if user != account && !may_list(world, account, chat) {
            return Err(Refusal::NeedAdministrator.into());
        }
        let status = world.member_status(chat, user).unwrap_or(MemberStatus::Left);
        let participant =
            channel_participant(world, account, chat, user, &status, &details(world, chat, user))
                .ok_or_else(|| RpcError::from(Refusal::UserNotMember))?;
        let mut named = Named::default();
        named.chat(chat);
        named.user(user);
        Ok(types::channels::ChannelParticipant {
            participant,
            chats: named.chats(&caller.front, world, account),
            users: named.users(&caller.front, world, account),
        }
        .into())
    })
}

/// A supergroup or channel that the account may read.
fn readable(
    caller: &Caller,
    world: &World,
    account: UserId,
    channel: &enums::InputChannel,
) -> Result<ChatId, RpcError> {
    let chat = Names::new(&caller.front, world, account).channel(channel)?;
    world.reach(account, chat, Access::Read).map_err(refused)?;
    Ok(chat)
}

/// What else is kept of a member.
fn details(world: &World, chat: ChatId, user: UserId) -> MemberDetails {
    world.chat(chat).map(|chat| chat.details(user)).unwrap_or_default()
}

/// Only administrators see who reads a channel.
fn may_list(world: &World, account: UserId, chat: ChatId) -> bool {
    let is_channel = world.chat(chat).is_some_and(crate::world::Chat::is_channel);
    !is_channel || is_administrator(world, account, chat)
}

fn is_administrator(world: &World, account: UserId, chat: ChatId) -> bool {
    world.member_status(chat, account).is_some_and(|status| status.is_administrator())
}

/// Those whom a filter lets through: the owner first, then the administrators, then the others.
fn find(
    world: &World,
    account: UserId,
    chat: ChatId,
    filter: &enums::ChannelParticipantsFilter,
) -> Result<Vec<(UserId, MemberStatus)>, RpcError> {
    use enums::ChannelParticipantsFilter as Filter;
    let is_bot = |user: &Account| user.is_bot();
    let (of_administrators, called) = match filter {
        Filter::ChannelParticipantsKicked(filter) => (true, filter.q.as_str()),
        Filter::ChannelParticipantsBanned(filter) => (true, filter.q.as_str()),
        Filter::ChannelParticipantsSearch(filter) => (false, filter.q.as_str()),
        Filter::ChannelParticipantsMentions(filter) => (false, filter.q.as_deref().unwrap_or_default()),
        Filter::ChannelParticipantsRecent
        | Filter::ChannelParticipantsAdmins
        | Filter::ChannelParticipantsBots => (false, ""),
        Filter::ChannelParticipantsContacts(_) => {
            return Err(RpcError::lacks("channelParticipantsContacts"));
        }
    };
    let may = if of_administrators {
        is_administrator(world, account, chat)
    } else {
        may_list(world, account, chat)
    };
    if !may {
        return Err(Refusal::NeedAdministrator.into());
    }
    let group = world.chat(chat).ok_or_else(|| RpcError::from(Refusal::ChatNotFound))?;
    let called = called.trim().trim_start_matches('@').to_lowercase();
    let is_found = |user: &Account, status: &MemberStatus| match filter {
        Filter::ChannelParticipantsKicked(_) => status.is_banned(),
        Filter::ChannelParticipantsBanned(_) => matches!(status, MemberStatus::Restricted { .. }),
        Filter::ChannelParticipantsAdmins => status.is_administrator(),
        Filter::ChannelParticipantsBots => status.is_in_chat() && is_bot(user),
        _ => status.is_in_chat(),
    };
    let mut found: Vec<_> = world
        .accounts()
        .map(|user| (user, group.status(user.id, world.now())))
        .filter(|(user, status)| is_found(user, status) && (called.is_empty() || is_called(user, &called)))
        .map(|(user, status)| (user.id, status))
        .collect();
    found.sort_by_key(|(_, status)| match status {
        MemberStatus::Creator { .. } => 0,
        MemberStatus::Administrator { .. } => 1,
        _ => 2,
    });
    Ok(found)
}
