//! What users tell bots by buttons and Web Apps, and what they do to lists of tasks.

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::entities;
use crate::mtproto::rpc::Caller;
use crate::world::special::{Special, Task, TasksDone, WebAppData};
use crate::world::{Brought, Thing};

/// <https://core.telegram.org/method/messages.sendWebViewData>
pub(super) fn send_web_view_data(
    caller: Caller,
    request: functions::messages::SendWebViewData,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    if request.data.len() > 4096 {
        return Err(RpcError::bad_request("WEBVIEW_DATA_INVALID"));
    }
    let (_, updates) = caller.tell(account, |world| {
        let bot = Names::new(&caller.front, world, account).user(&request.bot)?;
        let data = WebAppData { data: request.data, button_text: request.button_text };
        let thing = Thing::Special(Box::new(Special::WebAppData(data)));
        let brought = Brought { thing, reply_to: None, thread: None, extra: None };
        Ok(world.bring_about(account, bot.into(), brought)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.sendBotRequestedPeer>
pub(super) fn send_bot_requested_peer(
    caller: Caller,
    request: functions::messages::SendBotRequestedPeer,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let message = request.msg_id.ok_or_else(|| RpcError::lacks("buttons of Web Apps"))?;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let picked = request.requested_peers.iter().map(|peer| names.chat(peer));
        let picked = picked.collect::<Result<Vec<_>, _>>()?;
        Ok(world.pick(account, chat, MessageId(message), request.button_id, &picked)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.toggleTodoCompleted>
pub(super) fn toggle_todo_completed(
    caller: Caller,
    request: functions::messages::ToggleTodoCompleted,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let (_, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let marks = TasksDone {
            marked_as_done_task_ids: request.completed,
            marked_as_not_done_task_ids: request.incompleted,
        };
        Ok(world.mark_tasks(account, chat, MessageId(request.msg_id), marks)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.appendTodoList>
pub(super) fn append_todo_list(
    caller: Caller,
    request: functions::messages::AppendTodoList,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let task = |enums::TodoItem::Item(given): enums::TodoItem| {
            let enums::TextWithEntities::Entities(title) = given.title;
            let text_entities = entities(names, Some(title.entities))?;
            Ok(Task { id: given.id, text: title.text, text_entities, done: None })
        };
        let tasks = request.list.into_iter().map(task).collect::<Result<Vec<_>, RpcError>>()?;
        Ok(world.add_tasks(account, chat, MessageId(request.msg_id), tasks)?)
    })?;
    Ok(updates)
}
