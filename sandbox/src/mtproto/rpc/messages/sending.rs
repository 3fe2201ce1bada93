//! Saying something. <https://core.telegram.org/method/messages.sendMessage>

use std::collections::HashSet;

use ambigram_core::types::{ChatAction, ChatId, ThreadId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::business;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::{media, message as read, written};
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::{sent, told};
use crate::world::files::SentFile;
use crate::world::{Account, Draft, Event, MessageView, Queue, World};

/// <https://core.telegram.org/method/messages.sendMessage>
pub(super) fn send_message(
    caller: Caller,
    request: functions::messages::SendMessage,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let (random_id, given) = (request.random_id, request.message.clone());
    if let Some(connection) = &caller.business {
        let peer = request.peer.clone();
        return business::send(&caller, connection, account, random_id, &peer, |world| {
            let names = Names::new(&caller.front, world, account);
            let chat = names.chat(&request.peer)?;
            read::sent(world, names, chat, request)
        });
    }
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
    let files = match &request.media {
        enums::InputMedia::PaidMedia(given) => given.extended_media.clone(),
        given if media::is_file(given) => vec![given.clone()],
        _ => Vec::new(),
    };
    let read = |given| media::read(&caller, account, given);
    let files = files.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    if let Some(connection) = &caller.business {
        let peer = request.peer.clone();
        return business::send(&caller, connection, account, random_id, &peer, |world| {
            let files = kept(world, account, files)?;
            let names = Names::new(&caller.front, world, account);
            let chat = names.chat(&request.peer)?;
            read::sent_media(world, names, chat, request, files)
        });
    }
    send(&caller, account, random_id, &given, |world| {
        let files = kept(world, account, files)?;
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let new = read::sent_media(world, names, chat, request, files)?;
        Ok(world.send_message(account, chat, new)?)
    })
}

fn kept(
    world: &mut World,
    account: UserId,
    files: Vec<media::GivenMedia>,
) -> Result<Vec<SentFile>, RpcError> {
    files.into_iter().map(|file| file.keep(world, account)).collect()
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

/// Several files at once, each of them known to Telegram already.
/// <https://core.telegram.org/method/messages.sendMultiMedia>
pub(super) fn send_multi_media(
    caller: Caller,
    mut request: functions::messages::SendMultiMedia,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let mut random_ids = Vec::new();
    let mut files = Vec::new();
    for enums::InputSingleMedia::Media(one) in std::mem::take(&mut request.multi_media) {
        if !matches!(one.media, enums::InputMedia::Photo(_) | enums::InputMedia::Document(_)) {
            return Err(RpcError::bad_request("MEDIA_INVALID"));
        }
        random_ids.push(one.random_id);
        files.push((media::read(&caller, account, one.media)?, one.message, one.entities));
    }
    send_several(&caller, account, &random_ids, |world| {
        let keep = |(file, text, entities): (media::GivenMedia, _, _)| {
            Ok::<_, RpcError>((file.keep(world, account)?, text, entities))
        };
        let files = files.into_iter().map(keep).collect::<Result<_, _>>()?;
        let names = Names::new(&caller.front, world, account);
        let chat = names.chat(&request.peer)?;
        let new = read::sent_group(world, names, chat, request, files)?;
        Ok(world.send_group(account, chat, new)?.into_iter().map(Some).collect())
    })
}

/// Messages that were there before. <https://core.telegram.org/method/messages.forwardMessages>
pub(super) fn forward_messages(
    caller: Caller,
    request: functions::messages::ForwardMessages,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let forwarding = read::forwarded(&request)?;
    if forwarding.messages.is_empty() {
        return Err(RpcError::bad_request("MESSAGE_IDS_EMPTY"));
    }
    if request.random_id.len() != forwarding.messages.len() {
        return Err(RpcError::bad_request("RANDOM_ID_INVALID"));
    }
    send_several(&caller, account, &request.random_id, |world| {
        let names = Names::new(&caller.front, world, account);
        let to = names.chat(&request.to_peer)?;
        let from = match &request.from_peer {
            // The numbers of messages that belong to no channel are the account's own.
            enums::InputPeer::Empty => {
                let first = forwarding.messages.iter().find_map(|id| world.own_message(account, *id));
                first.ok_or_else(|| RpcError::bad_request("MESSAGE_ID_INVALID"))?.chat
            }
            peer => names.chat(peer)?,
        };
        let sent = world.forward_messages(account, from, to, &forwarding, true)?;
        if sent.iter().all(Option::is_none) {
            return Err(RpcError::bad_request("MESSAGE_ID_INVALID"));
        }
        Ok(sent)
    })
}

/// Sends a message under a client's own number, once. `given` is the text as the client wrote it.
pub(super) fn send(
    caller: &Caller,
    account: UserId,
    random_id: i64,
    given: &str,
    command: impl FnOnce(&mut World) -> Result<MessageView, RpcError>,
) -> Result<enums::Updates, RpcError> {
    answer_sent(caller, account, &[random_id], Some(given), |world| Ok(vec![Some(command(world)?)]))
}

/// Sends messages under a client's own numbers, once; `None` stands for one that is not sent after all.
fn send_several(
    caller: &Caller,
    account: UserId,
    random_ids: &[i64],
    command: impl FnOnce(&mut World) -> Result<Vec<Option<MessageView>>, RpcError>,
) -> Result<enums::Updates, RpcError> {
    answer_sent(caller, account, random_ids, None, command)
}

/// `given` is the text of a single message as the client wrote it: what it knows is not told again.
fn answer_sent(
    caller: &Caller,
    account: UserId,
    random_ids: &[i64],
    given: Option<&str>,
    command: impl FnOnce(&mut World) -> Result<Vec<Option<MessageView>>, RpcError>,
) -> Result<enums::Updates, RpcError> {
    if random_ids.contains(&0) {
        return Err(RpcError::bad_request("RANDOM_ID_EMPTY"));
    }
    let front = &caller.front;
    front.world.write(|world| {
        let mut distinct = HashSet::new();
        let is_known = |id: &i64| front.random_ids.has(account, *id) || !distinct.insert(*id);
        if random_ids.iter().any(is_known) {
            return Err(RpcError::new(500, "RANDOM_ID_DUPLICATE"));
        }
        let before = world.queue_mut(account).last();
        let messages = command(world)?;
        let sent_ids: Vec<_> = random_ids
            .iter()
            .zip(&messages)
            .filter_map(|(random_id, message)| Some((*random_id, message.as_ref()?)))
            .collect();
        for (random_id, _) in &sent_ids {
            front.random_ids.put(account, *random_id);
        }
        caller.answered(before + 1..=world.queue(account).map_or(before, Queue::last));
        let events = || world.queue(account).into_iter().flat_map(|queue| queue.since(before));
        if let (Some(given), [(_, message)]) = (given, sent_ids.as_slice()) {
            let of_message = |event: &Event| {
                matches!(event, Event::NewMessage(view) if view.message.key == message.message.key)
            };
            if events().count() == 1
                && let Some(short) = events()
                    .find(|queued| of_message(&queued.event))
                    .and_then(|queued| sent(world, message, queued, given))
            {
                return Ok(short);
            }
        }
        let mut answer = told(front, world, account, before);
        if let enums::Updates::Updates(answer) = &mut answer {
            let ids = sent_ids.iter().map(|(random_id, message)| {
                types::UpdateMessageId { id: message.id.0, random_id: *random_id }.into()
            });
            answer.updates.splice(0..0, ids);
        }
        Ok(answer)
    })
}

/// <https://core.telegram.org/method/messages.setTyping>
pub(super) fn set_typing(caller: Caller, request: functions::messages::SetTyping) -> Result<bool, RpcError> {
    let account = caller.account()?;
    if let enums::SendMessageAction::SendMessageTextDraftAction(draft) = request.action {
        return set_draft(&caller, account, &request.peer, request.top_msg_id, draft);
    }
    let action = action(&request.action)?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if let Some(action) = action {
            world.send_chat_action(account, chat, request.top_msg_id.map(ThreadId), action)?;
        }
        Ok(true)
    })
}

/// Shows a message that is still being written. <https://core.telegram.org/constructor/sendMessageTextDraftAction>
fn set_draft(
    caller: &Caller,
    account: UserId,
    peer: &enums::InputPeer,
    top_msg_id: Option<i32>,
    given: types::SendMessageTextDraftAction,
) -> Result<bool, RpcError> {
    caller.front.world.write(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, text) = (names.chat(peer)?, written::text(names, given.text)?);
        let draft = Draft { id: given.random_id, text };
        world.send_draft(account, chat, top_msg_id.map(ThreadId), draft)?;
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
