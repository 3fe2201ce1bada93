//! Finding others, and keeping them away. <https://core.telegram.org/api/contacts>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::code::digits;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, peer};
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::rules::{Refusal, names};
use crate::world::{Account, World};

/// <https://core.telegram.org/method/contacts.resolveUsername>
pub(super) fn resolve_username(
    caller: Caller,
    request: functions::contacts::ResolveUsername,
) -> Result<enums::contacts::ResolvedPeer, RpcError> {
    let account = caller.account()?;
    if request.referer.is_some() {
        return Err(RpcError::lacks("contacts.resolveUsername.referer"));
    }
    let username = request.username.strip_prefix('@').unwrap_or(&request.username);
    if !names::is_username(username) {
        return Err(RpcError::bad_request("USERNAME_INVALID"));
    }
    caller.read(|world| {
        let chat = world.chat_by_username(username).map(|chat| chat.id);
        let found = chat.or_else(|| Some(world.account_by_username(username)?.id.into()));
        let found = found.ok_or_else(|| RpcError::bad_request("USERNAME_NOT_OCCUPIED"))?;
        Ok(resolved(&caller, world, account, found))
    })
}

/// <https://core.telegram.org/method/contacts.resolvePhone>
pub(super) fn resolve_phone(
    caller: Caller,
    request: functions::contacts::ResolvePhone,
) -> Result<enums::contacts::ResolvedPeer, RpcError> {
    let account = caller.user()?;
    let phone = digits(&request.phone)?;
    caller.read(|world| {
        let found = world.user_by_phone(&phone);
        let found = found.ok_or_else(|| RpcError::bad_request("PHONE_NOT_OCCUPIED"))?;
        Ok(resolved(&caller, world, account, found.id.into()))
    })
}

/// Nobody has any. <https://core.telegram.org/method/contacts.getContacts>
pub(super) fn get_contacts(
    caller: Caller,
    _: functions::contacts::GetContacts,
) -> Result<enums::contacts::Contacts, RpcError> {
    caller.user()?;
    Ok(types::contacts::Contacts { contacts: Vec::new(), saved_count: 0, users: Vec::new() }.into())
}

/// Those whose name has a word, or whose username begins, as is asked: first the account's own chats, then, from four
/// letters, whoever else has such a username. <https://core.telegram.org/method/contacts.search>
pub(super) fn search(
    caller: Caller,
    request: functions::contacts::Search,
) -> Result<enums::contacts::Found, RpcError> {
    const SHORTEST_GLOBAL: usize = 4;
    let account = caller.user()?;
    let wanted = request.q.trim().trim_start_matches('@').to_lowercase();
    if wanted.is_empty() {
        return Err(RpcError::bad_request("SEARCH_QUERY_EMPTY"));
    }
    let limit = usize::try_from(request.limit).unwrap_or(0).min(50);
    let is_wanted = |is_broadcast: bool, is_bot: bool| match (request.broadcasts, request.bots) {
        (false, false) => true,
        (broadcasts, bots) => (broadcasts && is_broadcast) || (bots && is_bot),
    };
    caller.read(|world| {
        let accounts = world
            .accounts()
            .filter(|other| !other.is_deleted && is_wanted(false, other.is_bot()))
            .map(|other| {
                let is_own = other.id != account && is_in_touch(world, account, other.id);
                (ChatId::from(other.id), other.full_name(), other.username.as_deref(), is_own)
            });
        let chats = world
            .chats()
            .filter(|chat| {
                !chat.is_deleted && chat.migrated_to.is_none() && is_wanted(chat.is_channel(), false)
            })
            .map(|chat| {
                let is_own = chat.status(account, world.now()).is_in_chat();
                (chat.id, chat.title.clone(), chat.username.as_deref(), is_own)
            });
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for (id, name, username, is_own) in accounts.chain(chats) {
            let has_username = has_prefix(username.unwrap_or_default(), &wanted);
            if is_own && (has_username || has_word(&name, &wanted)) {
                own.push(id);
            } else if !is_own && has_username && wanted.chars().count() >= SHORTEST_GLOBAL {
                others.push(id);
            }
        }
        own.truncate(limit);
        others.truncate(limit);
        let mut named = Named::default();
        own.iter().chain(&others).for_each(|id| named.chat(*id));
        let peers = |ids: Vec<ChatId>| ids.into_iter().map(peer).collect();
        Ok(types::contacts::Found {
            my_results: peers(own),
            results: peers(others),
            chats: named.chats(&caller.front, world, account),
            users: named.users(&caller.front, world, account),
        }
        .into())
    })
}

/// <https://core.telegram.org/method/contacts.block>
pub(super) fn block(caller: Caller, request: functions::contacts::Block) -> Result<bool, RpcError> {
    set_blocked(&caller, request.my_stories_from, &request.id, true)
}

/// <https://core.telegram.org/method/contacts.unblock>
pub(super) fn unblock(caller: Caller, request: functions::contacts::Unblock) -> Result<bool, RpcError> {
    set_blocked(&caller, request.my_stories_from, &request.id, false)
}

/// When each was blocked is not kept. <https://core.telegram.org/method/contacts.getBlocked>
pub(super) fn get_blocked(
    caller: Caller,
    request: functions::contacts::GetBlocked,
) -> Result<enums::contacts::Blocked, RpcError> {
    let account = caller.user()?;
    if request.my_stories_from {
        return Err(RpcError::lacks("contacts.getBlocked.my_stories_from"));
    }
    let offset = usize::try_from(request.offset).unwrap_or(0);
    let limit = usize::try_from(request.limit).unwrap_or(0).min(100);
    caller.read(|world| {
        let others = world.accounts().map(|other| other.id);
        let all: Vec<_> = others.filter(|other| world.dialog(account, *other).has_blocked).collect();
        let page: Vec<_> = all.iter().copied().skip(offset).take(limit).collect();
        let blocked = page
            .iter()
            .map(|id| types::PeerBlocked { peer_id: peer(ChatId::from(*id)), date: 0 }.into())
            .collect();
        let users = page.iter().map(|id| write::user(&caller.front, world, account, *id)).collect();
        let chats = Vec::new();
        if page.len() == all.len() {
            return Ok(types::contacts::Blocked { blocked, chats, users }.into());
        }
        let count = write::chat::count(all.len());
        Ok(types::contacts::BlockedSlice { count, blocked, chats, users }.into())
    })
}

fn set_blocked(
    caller: &Caller,
    is_of_stories: bool,
    other: &enums::InputPeer,
    is_blocked: bool,
) -> Result<bool, RpcError> {
    let account = caller.user()?;
    if is_of_stories {
        return Err(RpcError::lacks("contacts.block.my_stories_from"));
    }
    caller.front.world.write(|world| {
        let other = Names::new(&caller.front, world, account).chat(other)?;
        if !other.is_user() || other.0 == account.0 {
            return Err(RpcError::bad_request("CONTACT_ID_INVALID"));
        }
        world.set_blocked(account, UserId(other.0), is_blocked).map_err(|refusal| match refusal {
            Refusal::UserNotFound => RpcError::bad_request("CONTACT_ID_INVALID"),
            refusal => refusal.into(),
        })?;
        Ok(true)
    })
}

fn resolved(caller: &Caller, world: &World, account: UserId, found: ChatId) -> enums::contacts::ResolvedPeer {
    let mut named = Named::default();
    named.chat(found);
    types::contacts::ResolvedPeer {
        peer: peer(found),
        chats: named.chats(&caller.front, world, account),
        users: named.users(&caller.front, world, account),
    }
    .into()
}

/// Whether one of two has written to the other.
fn is_in_touch(world: &World, one: UserId, other: UserId) -> bool {
    world.dialog(one, other).has_written || world.dialog(other, one).has_written
}

fn has_prefix(username: &str, wanted: &str) -> bool {
    username.to_lowercase().starts_with(wanted)
}

/// Whether a name, or one of its words, begins like this.
pub(in crate::mtproto::rpc) fn has_word(name: &str, wanted: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with(wanted) || name.split_whitespace().any(|word| word.starts_with(wanted))
}

/// Whether an account's name or username begins like this, which is in small letters.
pub(in crate::mtproto::rpc) fn is_called(account: &Account, wanted: &str) -> bool {
    has_word(&account.full_name(), wanted)
        || account.username.as_deref().is_some_and(|username| has_prefix(username, wanted))
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn names_are_found_by_how_their_words_begin() {
        for (name, wanted, is_found) in [
            ("Ada Lovelace", "ada", true),
            ("Ada Lovelace", "love", true),
            ("Ada Lovelace", "ada l", true),
            ("Ada Lovelace", "lace", false),
            ("Ölaf", "öl", true),
        ] {
            assert_eq!(has_word(name, wanted), is_found, "{name} {wanted}");
        }
    }
}
