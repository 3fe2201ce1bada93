//! Saying something. <https://core.telegram.org/method/messages.sendMessage>

use ambigram_core::types::{ChatAction, ChatId, ThreadId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::message as read;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::{sent, told};
use crate::world::{Account, Event, MessageView, Queue, World};

/// <https://core.telegram.org/method/messages.sendMessage>
pub(super) fn send_message(
    caller: Caller,
    request: functions::messages::SendMessage,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (random_id, given) = (request.random_id, request.message.clone());
    send(&caller, account, random_id, &given, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let new = read::sent(world, names, chat, request)?;
        Ok(world.send_message(account, chat, new)?)
    })
}

/// Whatever is sent with something beside its text. <https://core.telegram.org/method/messages.sendMedia>
pub(super) fn send_media(
    caller: Caller,
    request: functions::messages::SendMedia,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (random_id, given) = (request.random_id, request.message.clone());
    send(&caller, account, random_id, &given, |world| {
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let new = read::sent_media(world, names, chat, request)?;
        Ok(world.send_message(account, chat, new)?)
    })
}

/// <https://core.telegram.org/method/messages.startBot>
pub(super) fn start_bot(
    caller: Caller,
    request: functions::messages::StartBot,
) -> Result<enums::Updates, RpcError> {
    let account = caller.user()?;
    let is_parameter = |c: char| c == '_' || c == '-' || c.is_ascii_alphanumeric();
    if request.start_param.len() > 64 || !request.start_param.chars().all(is_parameter) {
        return Err(RpcError::bad_request("START_PARAM_INVALID"));
    }
    // What the client knows of the text is not what is sent.
    send(&caller, account, request.random_id, "", |world| {
        let names = Names::new(&caller.front, world, account);
        let bot = names.user(&request.bot).map_err(|_| RpcError::bad_request("BOT_INVALID"))?;
        if !world.account(bot).is_some_and(Account::is_bot) {
            return Err(RpcError::bad_request("BOT_INVALID"));
        }
        if names.chat(&request.peer)? != ChatId::from(bot) {
            return Err(RpcError::lacks("starting bots in groups"));
        }
        let parameter = Some(request.start_param.as_str()).filter(|parameter| !parameter.is_empty());
        Ok(world.start_bot(account, bot, parameter)?)
    })
}

/// Sends a message under a client's own number, once. `given` is the text as the client wrote it.
fn send(
    caller: &Caller,
    account: UserId,
    random_id: i64,
    given: &str,
    command: impl FnOnce(&mut World) -> Result<MessageView, RpcError>,
) -> Result<enums::Updates, RpcError> {
    if random_id == 0 {
        return Err(RpcError::bad_request("RANDOM_ID_EMPTY"));
    }
    let front = &caller.front;
    front.world.write(|world| {
        if front.random_ids.has(account, random_id) {
            return Err(RpcError::new(500, "RANDOM_ID_DUPLICATE"));
        }
        let before = world.queue_mut(account).last();
        let message = command(world)?;
        front.random_ids.put(account, random_id);
        caller.answered(before + 1..=world.queue(account).map_or(before, Queue::last));
        let of_message = |event: &Event| {
            matches!(event, Event::NewMessage(view) if view.message.key == message.message.key)
        };
        let events = || world.queue(account).into_iter().flat_map(|queue| queue.since(before));
        if events().count() == 1
            && let Some(short) = events()
                .find(|queued| of_message(&queued.event))
                .and_then(|queued| sent(world, &message, queued, given))
        {
            return Ok(short);
        }
        let mut answer = told(front, world, account, before);
        if let enums::Updates::Updates(answer) = &mut answer {
            answer.updates.insert(0, types::UpdateMessageId { id: message.id.0, random_id }.into());
        }
        Ok(answer)
    })
}

/// <https://core.telegram.org/method/messages.setTyping>
pub(super) fn set_typing(caller: Caller, request: functions::messages::SetTyping) -> Result<bool, RpcError> {
    let account = caller.account()?;
    let action = action(&request.action)?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if let Some(action) = action {
            world.send_chat_action(account, chat, request.top_msg_id.map(ThreadId), action)?;
        }
        Ok(true)
    })
}

/// What somebody appears to be doing; `None` for nothing any more, which others see at the next message anyway.
fn action(given: &enums::SendMessageAction) -> Result<Option<ChatAction>, RpcError> {
    use enums::SendMessageAction as Action;
    Ok(Some(match given {
        Action::SendMessageCancelAction => return Ok(None),
        Action::SendMessageTypingAction => ChatAction::Typing,
        Action::SendMessageRecordVideoAction => ChatAction::RecordVideo,
        Action::SendMessageUploadVideoAction(_) => ChatAction::UploadVideo,
        Action::SendMessageRecordAudioAction => ChatAction::RecordVoice,
        Action::SendMessageUploadAudioAction(_) => ChatAction::UploadVoice,
        Action::SendMessageUploadPhotoAction(_) => ChatAction::UploadPhoto,
        Action::SendMessageUploadDocumentAction(_) => ChatAction::UploadDocument,
        Action::SendMessageGeoLocationAction => ChatAction::FindLocation,
        Action::SendMessageRecordRoundAction => ChatAction::RecordVideoNote,
        Action::SendMessageUploadRoundAction(_) => ChatAction::UploadVideoNote,
        Action::SendMessageChooseStickerAction => ChatAction::ChooseSticker,
        other => {
            let name = format!("{other:?}");
            let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
            return Err(RpcError::lacks(name));
        }
    }))
}
