//! Pinned messages. <https://core.telegram.org/api/pin>

use ambigram_core::types::{MessageId, ThreadId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::chats::refused;
use crate::world::{GENERAL_TOPIC, Queue};

/// <https://core.telegram.org/method/messages.updatePinnedMessage>
pub(super) fn update_pinned_message(
    caller: Caller,
    request: functions::messages::UpdatePinnedMessage,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    if request.pm_oneside {
        return Err(RpcError::lacks("messages.updatePinnedMessage.pm_oneside"));
    }
    let ((), updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let id = MessageId(request.id);
        let done = if request.unpin {
            world.unpin(account, chat, Some(id))
        } else {
            world.pin(account, chat, id, request.silent)
        };
        done.map_err(refused)
    })?;
    Ok(updates)
}

/// All at once: nothing is left to be unpinned. <https://core.telegram.org/method/messages.unpinAllMessages>
pub(super) fn unpin_all_messages(
    caller: Caller,
    request: functions::messages::UnpinAllMessages,
) -> Result<enums::messages::AffectedHistory, RpcError> {
    let account = caller.account()?;
    if request.saved_peer_id.is_some() {
        return Err(RpcError::lacks("messages.unpinAllMessages.saved_peer_id"));
    }
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let before = world.queue_mut(account).last();
        let count = match request.top_msg_id {
            None => world.unpin_all(account, chat),
            Some(id) => {
                let thread = Some(ThreadId(id)).filter(|thread| thread.0 != GENERAL_TOPIC.0);
                world.unpin_all_in_topic(account, chat, thread)
            }
        };
        let pts_count = i32::try_from(count.map_err(refused)?).unwrap_or(i32::MAX);
        let last = world.queue(account).map_or(before, Queue::last);
        caller.answered(before + 1..=last);
        let of_channel = world.channel_pts(account, chat).filter(|_| chat.is_channel());
        let pts = of_channel.or_else(|| world.queue(account).map(Queue::pts));
        let pts = pts.unwrap_or_else(|| Queue::default().pts());
        Ok(types::messages::AffectedHistory { pts, pts_count, offset: 0 }.into())
    })
}
