//! The list of an account's chats. <https://core.telegram.org/method/messages.getDialogs>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::{Named, state};
use crate::mtproto::write;
use crate::world::{Access, Listed, World};

/// The most chats of a page.
const PAGE: i32 = 100;
/// The folder of chats that were put away: nothing can be put there yet.
const ARCHIVE: i32 = 1;

/// <https://core.telegram.org/method/messages.getDialogs>
pub(super) fn get_dialogs(
    caller: Caller,
    request: functions::messages::GetDialogs,
) -> Result<enums::messages::Dialogs, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let mut listed = world.chats_of(account);
        listed.retain(|listed| listed.top.is_some() && request.folder_id != Some(ARCHIVE));
        let total = listed.len();
        let date = |listed: &Listed| listed.top.as_ref().map_or(0, |top| top.message.date);
        let start = if matches!(request.offset_peer, enums::InputPeer::Empty) {
            let is_before =
                |listed: &Listed| request.offset_date == 0 || date(listed) < i64::from(request.offset_date);
            listed.iter().position(is_before).unwrap_or(total)
        } else {
            let last = Names::new(&caller.front, world, account).chat(&request.offset_peer)?;
            listed.iter().position(|listed| listed.chat == last).map_or(0, |last| last + 1)
        };
        let limit = usize::try_from(request.limit.clamp(1, PAGE)).unwrap_or(1);
        let page: Vec<_> = listed.into_iter().skip(start).take(limit).collect();
        let is_all = page.len() == total;
        let Written { dialogs, messages, chats, users } = write_dialogs(&caller, world, account, &page);
        Ok(if is_all {
            types::messages::Dialogs { dialogs, messages, chats, users }.into()
        } else {
            let count = i32::try_from(total).unwrap_or(i32::MAX);
            types::messages::DialogsSlice { count, dialogs, messages, chats, users }.into()
        })
    })
}

/// <https://core.telegram.org/method/messages.getPeerDialogs>
pub(super) fn get_peer_dialogs(
    caller: Caller,
    request: functions::messages::GetPeerDialogs,
) -> Result<enums::messages::PeerDialogs, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let mut listed = Vec::new();
        for asked in &request.peers {
            let enums::InputDialogPeer::Peer(asked) = asked else {
                return Err(RpcError::lacks("folders and communities"));
            };
            let chat = names.chat(&asked.peer)?;
            world.reach(account, chat, Access::Read)?;
            listed.extend(world.listed(account, chat));
        }
        Ok(peer_dialogs(&caller, world, account, &listed))
    })
}

/// Nothing can be pinned yet. <https://core.telegram.org/method/messages.getPinnedDialogs>
pub(super) fn get_pinned_dialogs(
    caller: Caller,
    _: functions::messages::GetPinnedDialogs,
) -> Result<enums::messages::PeerDialogs, RpcError> {
    let account = caller.user()?;
    Ok(caller.read(|world| peer_dialogs(&caller, world, account, &[])))
}

fn peer_dialogs(
    caller: &Caller,
    world: &World,
    account: UserId,
    listed: &[Listed],
) -> enums::messages::PeerDialogs {
    let Written { dialogs, messages, chats, users } = write_dialogs(caller, world, account, listed);
    let state = state(world, account).into();
    types::messages::PeerDialogs { dialogs, messages, chats, users, state }.into()
}

struct Written {
    dialogs: Vec<enums::Dialog>,
    messages: Vec<enums::Message>,
    chats: Vec<enums::Chat>,
    users: Vec<enums::User>,
}

fn write_dialogs(caller: &Caller, world: &World, account: UserId, listed: &[Listed]) -> Written {
    let tops = || listed.iter().filter_map(|listed| listed.top.as_ref());
    let mut named = Named::in_messages(tops());
    for listed in listed {
        named.chat(listed.chat);
    }
    Written {
        dialogs: listed.iter().map(|listed| write::dialog::dialog(world, account, listed)).collect(),
        messages: tops().map(|view| write::message::message(world, view)).collect(),
        chats: named.chats(&caller.front, world, account),
        users: named.users(&caller.front, world, account),
    }
}
