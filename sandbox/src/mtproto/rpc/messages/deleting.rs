//! Taking back what was said. <https://core.telegram.org/method/messages.deleteMessages>

use std::collections::BTreeMap;

use ambigram_core::types::{ChatId, MessageId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::rules::{Refusal, limits};
use crate::world::{Access, Queue, Row, World};

/// How far a row has moved.
struct Affected {
    pts: i32,
    pts_count: i32,
}

impl From<Affected> for enums::messages::AffectedMessages {
    fn from(Affected { pts, pts_count }: Affected) -> Self {
        types::messages::AffectedMessages { pts, pts_count }.into()
    }
}

/// Messages of private chats and basic groups. Numbers of messages that are not there are passed over.
/// <https://core.telegram.org/method/messages.deleteMessages>
pub(super) fn delete_messages(
    caller: Caller,
    request: functions::messages::DeleteMessages,
) -> Result<enums::messages::AffectedMessages, RpcError> {
    let account = caller.account()?;
    let affected = affect(&caller, account, None, |world| {
        if request.id.len() > limits::DELETED_AT_ONCE {
            return Err(Refusal::TooManyMessages.into());
        }
        let mut by_chat: BTreeMap<ChatId, Vec<MessageId>> = BTreeMap::new();
        for view in request.id.iter().filter_map(|id| world.own_message(account, MessageId(*id))) {
            let ids = by_chat.entry(view.chat).or_default();
            if !ids.contains(&view.id) {
                ids.push(view.id);
            }
        }
        for (chat, ids) in by_chat {
            world.delete_messages(account, chat, &ids, request.revoke)?;
        }
        Ok(())
    })?;
    Ok(affected.into())
}

/// <https://core.telegram.org/method/channels.deleteMessages>
pub(super) fn delete_channel_messages(
    caller: Caller,
    request: functions::channels::DeleteMessages,
) -> Result<enums::messages::AffectedMessages, RpcError> {
    let account = caller.account()?;
    let chat = caller.read(|world| Names::new(&caller.front, world, account).channel(&request.channel))?;
    let affected = affect(&caller, account, Some(chat), |world| {
        world.reach(account, chat, Access::Write)?;
        let mut ids: Vec<_> = request.id.iter().copied().map(MessageId).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| world.message_as_seen_by(account, chat, *id).is_some());
        if !ids.is_empty() {
            world.delete_messages(account, chat, &ids, true)?;
        }
        Ok(())
    })?;
    Ok(affected.into())
}

/// <https://core.telegram.org/method/messages.deleteHistory>
pub(super) fn delete_history(
    caller: Caller,
    request: functions::messages::DeleteHistory,
) -> Result<enums::messages::AffectedHistory, RpcError> {
    let account = caller.user()?;
    let Affected { pts, pts_count } = affect(&caller, account, None, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if chat.is_channel() {
            return Err(RpcError::bad_request("CHAT_ID_INVALID"));
        }
        let history = world.history(account, chat);
        let is_meant = |view: &&crate::world::MessageView| {
            let date = view.message.date;
            (request.max_id == 0 || view.id.0 <= request.max_id)
                && request.min_date.is_none_or(|min| date >= i64::from(min))
                && request.max_date.is_none_or(|max| date <= i64::from(max))
        };
        let ids: Vec<_> = history.iter().filter(is_meant).map(|view| view.id).collect();
        if !ids.is_empty() && ids.len() == history.len() {
            world.clear_history(account, chat, request.revoke)?;
        } else {
            let for_everyone = request.revoke && chat.is_user();
            for ids in ids.chunks(limits::DELETED_AT_ONCE) {
                world.delete_messages(account, chat, ids, for_everyone)?;
            }
        }
        Ok(())
    })?;
    Ok(types::messages::AffectedHistory { pts, pts_count, offset: 0 }.into())
}

/// Has an account do something, and tells how far that moved its row, or that of a channel. So this session is not told
/// of the events as well.
fn affect(
    caller: &Caller,
    account: UserId,
    channel: Option<ChatId>,
    command: impl FnOnce(&mut World) -> Result<(), RpcError>,
) -> Result<Affected, RpcError> {
    caller.front.world.write(|world| {
        let before = world.queue_mut(account).last();
        let done = command(world);
        let pts = match channel {
            Some(chat) => world.channel_pts(account, chat),
            None => world.queue(account).map(Queue::pts),
        };
        let count = |row| match row {
            Row::Common { count, .. } if channel.is_none() => count,
            Row::Channel { chat, count, .. } if channel == Some(chat) => count,
            _ => 0,
        };
        let events = world.queue(account).into_iter().flat_map(|queue| queue.since(before));
        let moves: Vec<_> = events.map(|queued| (queued.seq, count(queued.row))).collect();
        done?;
        caller.answered(moves.iter().filter(|(_, count)| *count > 0).map(|(event, _)| *event));
        let pts = pts.unwrap_or_else(|| Queue::default().pts());
        Ok(Affected { pts, pts_count: moves.iter().map(|(_, count)| count).sum() })
    })
}
