//! Reactions. <https://core.telegram.org/api/reactions>

use ambigram_core::types::{ChatId, MessageId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, peer};
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::refused;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::mtproto::write::chat::count;
use crate::mtproto::write::group::read_reaction;
use crate::world::{Access, Sender};

/// <https://core.telegram.org/method/messages.sendReaction>
pub(super) fn send_reaction(
    caller: Caller,
    request: functions::messages::SendReaction,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let new = request.reaction.unwrap_or_default().iter().filter_map(read_reaction).collect();
    let ((), updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        Ok(world.react(account, chat, MessageId(request.msg_id), new, request.big)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.getMessagesReactions>
pub(super) fn get_messages_reactions(
    caller: Caller,
    request: functions::messages::GetMessagesReactions,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Read).map_err(refused)?;
        let mut named = Named::default();
        named.chat(chat);
        let views =
            request.id.iter().filter_map(|id| world.message_as_seen_by(account, chat, MessageId(*id)));
        let updates = views
            .map(|view| {
                types::UpdateMessageReactions {
                    peer: peer(chat),
                    msg_id: view.id.0,
                    top_msg_id: None,
                    saved_peer_id: None,
                    reactions: write::group::reactions(world, account, view.message.key).into(),
                }
                .into()
            })
            .collect();
        Ok(types::Updates {
            updates,
            users: named.users(&caller.front, world, account),
            chats: named.chats(&caller.front, world, account),
            date: write::seconds(world.now()),
            seq: 0,
        }
        .into())
    })
}

/// All at once. <https://core.telegram.org/method/messages.getMessageReactionsList>
pub(super) fn get_message_reactions_list(
    caller: Caller,
    request: functions::messages::GetMessageReactionsList,
) -> Result<enums::messages::MessageReactionsList, RpcError> {
    let account = caller.user()?;
    let wanted = request.reaction.as_ref().and_then(read_reaction);
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Read).map_err(refused)?;
        let view = world
            .message_as_seen_by(account, chat, MessageId(request.id))
            .ok_or_else(|| RpcError::bad_request("MSG_ID_INVALID"))?;
        if world.chat(chat).is_some_and(crate::world::Chat::is_channel) {
            return Err(RpcError::new(403, "BROADCAST_FORBIDDEN"));
        }
        let put = world.reactions(view.message.key).iter();
        let found: Vec<_> =
            put.filter(|put| wanted.as_ref().is_none_or(|wanted| put.reaction == *wanted)).collect();
        let mut named = Named::default();
        for put in &found {
            match put.by {
                Sender::User(user) => named.user(user),
                Sender::Chat(chat) => named.chat(chat),
            }
        }
        Ok(types::messages::MessageReactionsList {
            count: count(found.len()),
            reactions: found.iter().rev().map(|put| write::group::put_reaction(account, put)).collect(),
            chats: named.chats(&caller.front, world, account),
            users: named.users(&caller.front, world, account),
            next_offset: None,
        }
        .into())
    })
}

/// <https://core.telegram.org/method/messages.deleteParticipantReaction>
pub(super) fn delete_participant_reaction(
    caller: Caller,
    request: functions::messages::DeleteParticipantReaction,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let ((), updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, of) = (names.chat(&request.peer)?, sender(names.chat(&request.participant)?));
        world.delete_reactions(account, chat, MessageId(request.msg_id), of).map_err(refused)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.deleteParticipantReactions>
pub(super) fn delete_participant_reactions(
    caller: Caller,
    request: functions::messages::DeleteParticipantReactions,
) -> Result<bool, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, of) = (names.chat(&request.peer)?, sender(names.chat(&request.participant)?));
        world.delete_all_reactions(account, chat, of).map_err(refused)?;
        Ok(true)
    })
}

fn sender(id: ChatId) -> Sender {
    if id.is_user() { Sender::User(UserId(id.0)) } else { Sender::Chat(id) }
}
