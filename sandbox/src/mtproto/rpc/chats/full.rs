//! What is known of chats. <https://core.telegram.org/api/channel>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::refused;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, bare};
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write::chat::{chat_participant, count};
use crate::mtproto::write::{self, settings};
use crate::rules::{ChatSort, MemberStatus};
use crate::world::{Access, Account, Chat, World};

/// <https://core.telegram.org/method/messages.getChats>
pub(super) fn get_chats(
    caller: Caller,
    request: functions::messages::GetChats,
) -> Result<enums::messages::Chats, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let chats = request.id.iter().map(|id| names.group(*id)).collect::<Result<Vec<_>, _>>()?;
        Ok(listed(&caller, world, account, chats))
    })
}

/// <https://core.telegram.org/method/channels.getChannels>
pub(super) fn get_channels(
    caller: Caller,
    request: functions::channels::GetChannels,
) -> Result<enums::messages::Chats, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let chats = request.id.iter().map(|id| names.channel(id)).collect::<Result<Vec<_>, _>>()?;
        Ok(listed(&caller, world, account, chats))
    })
}

/// <https://core.telegram.org/method/messages.getCommonChats>
pub(super) fn get_common_chats(
    caller: Caller,
    request: functions::messages::GetCommonChats,
) -> Result<enums::messages::Chats, RpcError> {
    let account = caller.user()?;
    let limit = usize::try_from(request.limit).unwrap_or(0).min(100);
    caller.read(|world| {
        let other = Names::new(&caller.front, world, account).user(&request.user_id)?;
        let mut common: Vec<_> = common_chats(world, account, other).map(|chat| chat.id).collect();
        common.sort_by_key(|chat| std::cmp::Reverse(bare(*chat)));
        let after = |chat: &ChatId| request.max_id == 0 || bare(*chat) < request.max_id;
        let page: Vec<_> = common.into_iter().filter(after).take(limit).collect();
        Ok(listed(&caller, world, account, page))
    })
}

/// The groups that two accounts are both in.
pub(in crate::mtproto::rpc) fn common_chats(
    world: &World,
    one: UserId,
    other: UserId,
) -> impl Iterator<Item = &Chat> {
    let is_in = move |chat: &Chat, account| chat.status(account, world.now()).is_in_chat();
    world.chats().filter(move |chat| {
        let is_group = !chat.is_deleted && chat.migrated_to.is_none() && !chat.is_channel();
        one != other && is_group && is_in(chat, one) && is_in(chat, other)
    })
}

/// <https://core.telegram.org/method/messages.getFullChat>
pub(super) fn get_full_chat(
    caller: Caller,
    request: functions::messages::GetFullChat,
) -> Result<enums::messages::ChatFull, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let id = Names::new(&caller.front, world, account).group(request.chat_id)?;
        let chat = world.chat(id).ok_or_else(|| RpcError::bad_request("CHAT_ID_INVALID"))?;
        let mut named = Named::default();
        named.chat(id);
        named.user(account);
        let is_in = chat.status(account, world.now()).is_in_chat();
        let participants = if is_in && !chat.is_deleted {
            let members: Vec<_> = chat.members(world.now()).collect();
            let participants = members
                .iter()
                .filter_map(|(user, status)| {
                    named.user(*user);
                    chat_participant(world, id, *user, status, &chat.details(*user))
                })
                .collect();
            types::ChatParticipants { chat_id: bare(id), participants, version: 1 }.into()
        } else {
            types::ChatParticipantsForbidden { chat_id: bare(id), self_participant: None }.into()
        };
        let bots = if is_in { bots(world, account, chat) } else { Vec::new() };
        let requests = requests(world, account, id);
        let full_chat = types::ChatFull {
            can_set_username: is_creator(&chat.status(account, world.now())),
            has_scheduled: false,
            translations_disabled: false,
            has_welcome_messages: false,
            id: bare(id),
            about: chat.about.clone(),
            participants,
            chat_photo: world.profile_photo(id).map(|photo| write::photo::photo(world, account, photo)),
            notify_settings: settings::notifications(),
            exported_invite: primary(world, account, id),
            bot_info: Some(bots).filter(|bots| !bots.is_empty()),
            pinned_msg_id: pinned(world, account, id),
            folder_id: None,
            call: None,
            ttl_period: ttl(chat),
            groupcall_default_join_as: None,
            theme_emoticon: None,
            requests_pending: requests.as_ref().map(|users| count(users.len())),
            recent_requesters: requests.map(|users| users.into_iter().take(3).collect()),
            available_reactions: Some(write::group::offered(&chat.settings.reactions)),
            reactions_limit: None,
        };
        Ok(answer(&caller, world, account, full_chat.into(), &named))
    })
}

/// <https://core.telegram.org/method/channels.getFullChannel>
pub(super) fn get_full_channel(
    caller: Caller,
    request: functions::channels::GetFullChannel,
) -> Result<enums::messages::ChatFull, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let id = Names::new(&caller.front, world, account).channel(&request.channel)?;
        world.reach(account, id, Access::Read).map_err(refused)?;
        let chat = world.chat(id).ok_or_else(|| RpcError::bad_request("CHANNEL_INVALID"))?;
        let mut named = Named::default();
        named.chat(id);
        let (full, bots) = full_channel(world, account, chat);
        if let Some(old) = migrated_from(world, id) {
            named.chat(old);
        }
        bots.into_iter().for_each(|bot| named.user(bot));
        Ok(answer(&caller, world, account, full.into(), &named))
    })
}

fn full_channel(world: &World, account: UserId, chat: &Chat) -> (types::ChannelFull, Vec<UserId>) {
    let now = world.now();
    let status = chat.status(account, now);
    let members: Vec<_> = chat.members(now).collect();
    let admins = members.iter().filter(|(_, status)| status.is_administrator()).count();
    let out = |is: fn(&MemberStatus) -> bool| {
        count(world.accounts().filter(|user| is(&chat.status(user.id, now))).count())
    };
    let for_admins = |count: i32| Some(count).filter(|_| status.is_administrator());
    let listed = world.chats_of(account).into_iter().find(|listed| listed.chat == chat.id);
    let old = migrated_from(world, chat.id);
    let last_there = |old: ChatId| world.history(account, old).last().map_or(0, |last| last.id.0);
    let bots = if chat.is_channel() { Vec::new() } else { bot_ids(world, chat) };
    let requests = requests(world, account, chat.id);
    let full = types::ChannelFull {
        can_view_participants: !chat.is_channel() || status.is_administrator(),
        can_set_username: is_creator(&status),
        can_set_stickers: chat.sort == ChatSort::Supergroup && status.rights().can_change_info,
        hidden_prehistory: chat.settings.history_hidden,
        can_set_location: false,
        has_scheduled: false,
        can_view_stats: false,
        blocked: false,
        can_delete_channel: is_creator(&status),
        antispam: false,
        participants_hidden: false,
        translations_disabled: false,
        stories_pinned_available: false,
        view_forum_as_messages: false,
        restricted_sponsored: false,
        can_view_revenue: false,
        paid_media_allowed: false,
        can_view_stars_revenue: false,
        paid_reactions_available: false,
        stargifts_available: false,
        paid_messages_available: false,
        has_welcome_messages: false,
        id: bare(chat.id),
        about: chat.about.clone(),
        participants_count: Some(count(members.len())),
        admins_count: for_admins(count(admins)),
        kicked_count: for_admins(out(MemberStatus::is_banned)),
        banned_count: for_admins(out(|status| matches!(status, MemberStatus::Restricted { .. }))),
        online_count: None,
        read_inbox_max_id: listed.as_ref().map_or(0, |listed| listed.read.0),
        read_outbox_max_id: listed.as_ref().map_or(0, |listed| listed.read_by_others.0),
        unread_count: listed.as_ref().map_or(0, |listed| count(listed.unread)),
        chat_photo: match world.profile_photo(chat.id) {
            Some(photo) => write::photo::photo(world, account, photo),
            None => types::PhotoEmpty { id: 0 }.into(),
        },
        notify_settings: settings::notifications(),
        exported_invite: primary(world, account, chat.id),
        bot_info: bots.iter().map(|bot| write::user::bot_info(world, account, chat.id, *bot)).collect(),
        migrated_from_chat_id: old.map(bare),
        migrated_from_max_id: old.map(last_there),
        pinned_msg_id: pinned(world, account, chat.id),
        stickerset: None,
        available_min_id: None,
        folder_id: None,
        linked_chat_id: None,
        location: None,
        slowmode_seconds: i32::try_from(chat.settings.slow_mode).ok().filter(|seconds| *seconds != 0),
        slowmode_next_send_date: None,
        stats_dc: None,
        pts: world.channel_pts(account, chat.id).unwrap_or(1),
        call: None,
        ttl_period: ttl(chat),
        pending_suggestions: None,
        groupcall_default_join_as: None,
        theme_emoticon: None,
        requests_pending: requests.as_ref().map(|users| count(users.len())),
        recent_requesters: requests.map(|users| users.into_iter().take(3).collect()),
        default_send_as: None,
        available_reactions: Some(write::group::offered(&chat.settings.reactions)),
        reactions_limit: None,
        stories: None,
        wallpaper: None,
        boosts_applied: None,
        boosts_unrestrict: None,
        emojiset: None,
        bot_verification: None,
        stargifts_count: None,
        send_paid_messages_stars: None,
        main_tab: None,
        guard_bot_id: None,
    };
    (full, bots)
}

/// The account's own link that never ends.
fn primary(world: &World, account: UserId, chat: ChatId) -> Option<enums::ExportedChatInvite> {
    world.primary_invite(account, chat).map(|invite| write::group::invite(invite, invite.link()))
}

/// The message that was pinned last.
fn pinned(world: &World, account: UserId, chat: ChatId) -> Option<i32> {
    world.pinned(account, chat).last().map(|view| view.id.0)
}

fn ttl(chat: &Chat) -> Option<i32> {
    i32::try_from(chat.settings.auto_delete).ok().filter(|seconds| *seconds != 0)
}

/// Who asks to be let in, where the account may let them in.
fn requests(world: &World, account: UserId, chat: ChatId) -> Option<Vec<i64>> {
    let requests = world.join_requests(account, chat).ok()?;
    Some(requests.iter().map(|request| request.user.0).collect::<Vec<_>>()).filter(|users| !users.is_empty())
}

/// The basic group that a supergroup was.
fn migrated_from(world: &World, supergroup: ChatId) -> Option<ChatId> {
    world.chats().find(|chat| chat.migrated_to == Some(supergroup)).map(|chat| chat.id)
}

fn bot_ids(world: &World, chat: &Chat) -> Vec<UserId> {
    let is_bot = |user: &UserId| world.account(*user).is_some_and(Account::is_bot);
    chat.members(world.now()).map(|(user, _)| user).filter(is_bot).collect()
}

fn bots(world: &World, viewer: UserId, chat: &Chat) -> Vec<enums::BotInfo> {
    let infos = bot_ids(world, chat).into_iter();
    infos.map(|bot| write::user::bot_info(world, viewer, chat.id, bot)).collect()
}

fn is_creator(status: &MemberStatus) -> bool {
    matches!(status, MemberStatus::Creator { .. })
}

fn listed(caller: &Caller, world: &World, account: UserId, chats: Vec<ChatId>) -> enums::messages::Chats {
    let chats = chats.into_iter().map(|chat| write::chat(&caller.front, world, account, chat)).collect();
    types::messages::Chats { chats }.into()
}

fn answer(
    caller: &Caller,
    world: &World,
    account: UserId,
    full_chat: enums::ChatFull,
    named: &Named,
) -> enums::messages::ChatFull {
    types::messages::ChatFull {
        full_chat,
        chats: named.chats(&caller.front, world, account),
        users: named.users(&caller.front, world, account),
    }
    .into()
}
