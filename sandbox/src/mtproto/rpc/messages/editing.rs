//! Changing what was said. <https://core.telegram.org/method/messages.editMessage>

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::message::{self as read, Edit};
use crate::mtproto::read::{inline, media, written};
use crate::mtproto::rpc::Caller;
use crate::world::{Media, NewCaption, NewContent, NewPoint, NewVersion};

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) fn edit_message(
    caller: Caller,
    mut request: functions::messages::EditMessage,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let file = match request.media.take() {
        Some(given) if media::is_file(&given) => Some(media::read(&caller, account, given)?),
        other => {
            request.media = other;
            None
        }
    };
    let point = request.media.as_ref().map(written::new_point).transpose()?.flatten();
    let ends_poll = request.media.as_ref().and_then(written::ends_poll);
    if point.is_some() || ends_poll.is_some() {
        request.media = None;
        request.message = None;
    }
    if ends_poll == Some(false) {
        return Err(RpcError::bad_request("MESSAGE_NOT_MODIFIED"));
    }
    let is_above = request.invert_media;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, id) = (names.chat(&request.peer)?, MessageId(request.id));
        let edit = read::edited(names, request)?;
        let caption = world
            .message_as_seen_by(account, chat, id)
            .and_then(|view| view.message.content.caption().cloned());
        if let (Some(point), Edit::Keyboard(keyboard)) = (&point, &edit) {
            let new = NewPoint { keyboard: keyboard.clone(), ..point.clone() };
            world.edit_location(account, chat, id, new)?;
            return Ok(());
        }
        if let (Some(_), Edit::Keyboard(keyboard)) = (ends_poll, &edit) {
            world.stop_poll(account, chat, id, keyboard.clone())?;
            return Ok(());
        }
        match (file, edit) {
            (Some(file), edit) => {
                let sent = file.keep(world, account)?;
                let (new, keyboard) = match edit {
                    Edit::Text(new) => (Some(new.text), new.keyboard),
                    Edit::Keyboard(keyboard) => (None, keyboard),
                };
                let caption = new.or(caption).unwrap_or_default();
                let media = NewContent::Media(Media { sent, caption, caption_above: is_above });
                world.edit_media(account, chat, id, media, keyboard)?
            }
            (None, Edit::Text(new)) if caption.is_some() => {
                let new = NewCaption { text: new.text, is_above, keyboard: new.keyboard };
                world.edit_caption(account, chat, id, new)?
            }
            (None, Edit::Text(new)) => world.edit_text(account, chat, id, new)?,
            (None, Edit::Keyboard(keyboard)) => world.edit_keyboard(account, chat, id, keyboard)?,
        };
        Ok(())
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.editInlineBotMessage>
pub(super) fn edit_inline_bot_message(
    caller: Caller,
    request: functions::messages::EditInlineBotMessage,
) -> Result<bool, RpcError> {
    let bot = caller.bot()?;
    let id = inline::message_id(&request.id)?;
    let mut request = inline::edit(request);
    let file = match request.media.take() {
        Some(given) if media::is_file(&given) => Some(media::read(&caller, bot, given)?),
        other => {
            request.media = other;
            None
        }
    };
    let point = request.media.as_ref().map(written::new_point).transpose()?.flatten();
    if point.is_some() {
        (request.media, request.message) = (None, None);
    }
    let is_above = request.invert_media;
    caller
        .front
        .world
        .write(|world| {
            let edit = read::edited(Names::new(&caller.front, world, bot), request)?;
            let caption = world.inline_caption(bot, id);
            let new = match (file, edit) {
                (None, Edit::Keyboard(keyboard)) if point.is_some() => {
                    NewVersion::Location(NewPoint { keyboard, ..point.unwrap_or_default() })
                }
                (Some(file), edit) => {
                    let sent = file.keep(world, bot)?;
                    let (new, keyboard) = match edit {
                        Edit::Text(new) => (Some(new.text), new.keyboard),
                        Edit::Keyboard(keyboard) => (None, keyboard),
                    };
                    let caption = new.or(caption).unwrap_or_default();
                    NewVersion::Media(
                        NewContent::Media(Media { sent, caption, caption_above: is_above }),
                        keyboard,
                    )
                }
                (None, Edit::Text(new)) if caption.is_some() => {
                    NewVersion::Caption(NewCaption { text: new.text, is_above, keyboard: new.keyboard })
                }
                (None, Edit::Text(new)) => NewVersion::Text(new),
                (None, Edit::Keyboard(keyboard)) => NewVersion::Keyboard(keyboard),
            };
            Ok(world.edit_inline(bot, id, new)?)
        })
        .map(|()| true)
}
