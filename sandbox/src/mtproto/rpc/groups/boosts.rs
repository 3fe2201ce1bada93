//! Boosts. <https://core.telegram.org/api/boost>

use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::refused;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::mtproto::write::chat::count;
use crate::rules::Refusal;
use crate::world::{Access, Boost, World};

/// <https://core.telegram.org/method/premium.getUserBoosts>
pub(super) fn get_user_boosts(
    caller: Caller,
    request: functions::premium::GetUserBoosts,
) -> Result<enums::premium::BoostsList, RpcError> {
    let account = caller.bot()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.chat(&request.peer)?, names.user(&request.user_id)?);
        let boosts = world.user_boosts(account, chat, user).map_err(refused)?;
        Ok(listed(&caller, world, account, &boosts))
    })
}

/// All at once. <https://core.telegram.org/method/premium.getBoostsList>
pub(super) fn get_boosts_list(
    caller: Caller,
    request: functions::premium::GetBoostsList,
) -> Result<enums::premium::BoostsList, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Write).map_err(refused)?;
        if !world.member_status(chat, account).is_some_and(|status| status.is_administrator()) {
            return Err(Refusal::NeedAdministrator.into());
        }
        let boosts: Vec<_> = world.lasting_boosts(chat).collect();
        Ok(listed(&caller, world, account, &boosts))
    })
}

/// Every boost is a level here. <https://core.telegram.org/method/premium.getBoostsStatus>
pub(super) fn get_boosts_status(
    caller: Caller,
    request: functions::premium::GetBoostsStatus,
) -> Result<enums::premium::BoostsStatus, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Read).map_err(refused)?;
        let boosts = count(world.lasting_boosts(chat).count());
        let is_own = |boost: &Boost| boost.source.user() == Some(account);
        let name = world.chat(chat).and_then(|chat| chat.username.clone());
        let bare = crate::mtproto::peers::bare(chat);
        Ok(types::premium::BoostsStatus {
            my_boost: world.lasting_boosts(chat).any(is_own),
            level: boosts,
            current_level_boosts: boosts,
            boosts,
            gift_boosts: None,
            next_level_boosts: Some(boosts.saturating_add(1)),
            premium_audience: None,
            boost_url: match name {
                Some(name) => format!("https://t.me/boost/{name}"),
                None => format!("https://t.me/boost?c={bare}"),
            },
            prepaid_giveaways: None,
            my_boost_slots: None,
        }
        .into())
    })
}

/// Which slots are used makes no difference, only how many. <https://core.telegram.org/method/premium.applyBoost>
pub(super) fn apply_boost(
    caller: Caller,
    request: functions::premium::ApplyBoost,
) -> Result<enums::premium::MyBoosts, RpcError> {
    let account = caller.user()?;
    let slots = request.slots.unwrap_or_else(|| vec![1]);
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let times = u32::try_from(slots.len()).unwrap_or(u32::MAX);
        let boosts = world.boost(account, chat, times).map_err(refused)?;
        let mut named = Named::default();
        named.chat(chat);
        let my_boosts = boosts
            .iter()
            .zip(&slots)
            .map(|(boost, slot)| {
                types::MyBoost {
                    slot: *slot,
                    peer: Some(crate::mtproto::peers::peer(chat)),
                    date: write::seconds(boost.date),
                    expires: write::seconds(boost.expires),
                    cooldown_until_date: None,
                }
                .into()
            })
            .collect();
        Ok(types::premium::MyBoosts {
            my_boosts,
            chats: named.chats(&caller.front, world, account),
            users: Vec::new(),
        }
        .into())
    })
}

fn listed(
    caller: &Caller,
    world: &World,
    account: ambigram_core::types::UserId,
    boosts: &[&Boost],
) -> enums::premium::BoostsList {
    let mut named = Named::default();
    boosts.iter().filter_map(|boost| boost.source.user()).for_each(|user| named.user(user));
    types::premium::BoostsList {
        count: count(boosts.len()),
        boosts: boosts.iter().map(|boost| write::group::boost(boost)).collect(),
        next_offset: None,
        users: named.users(&caller.front, world, account),
    }
    .into()
}
