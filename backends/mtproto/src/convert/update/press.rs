//! Presses of inline buttons. <https://core.telegram.org/bots/api#callbackquery>

use ambigram_core::types::{
    CallbackQuery, CallbackQueryId, InaccessibleMessage, MaybeInaccessibleMessage, MessageId, UserId,
};
use grammers_tl_types::types;

use crate::convert::peer::chat_id;
use crate::convert::{Known, inline_id};

/// A press under a message of a chat: the message, or its place where it could not be had.
pub(super) fn in_chat(press: &types::UpdateBotCallbackQuery, known: &Known) -> CallbackQuery {
    let (chat, id) = (chat_id(&press.peer), MessageId(press.msg_id));
    let pressed = known.pressed.as_ref().filter(|message| (message.chat.id, message.id) == (chat, id));
    let message = match pressed {
        Some(message) => MaybeInaccessibleMessage::Message(Box::new(message.clone())),
        None => MaybeInaccessibleMessage::Inaccessible(Box::new(InaccessibleMessage {
            chat: known.chat(chat),
            id,
        })),
    };
    CallbackQuery {
        id: query_id(press.query_id),
        from: known.user(UserId(press.user_id)),
        message: Some(message),
        inline_message_id: None,
        chat_instance: press.chat_instance.to_string(),
        data: press.data.as_deref().map(data),
        game_short_name: press.game_short_name.clone(),
    }
}

/// A press under a message that was sent by way of inline mode.
pub(super) fn inline(press: &types::UpdateInlineBotCallbackQuery, known: &Known) -> CallbackQuery {
    CallbackQuery {
        id: query_id(press.query_id),
        from: known.user(UserId(press.user_id)),
        message: None,
        inline_message_id: Some(inline_id::write(&press.msg_id)),
        chat_instance: press.chat_instance.to_string(),
        data: press.data.as_deref().map(data),
        game_short_name: press.game_short_name.clone(),
    }
}

fn query_id(id: i64) -> CallbackQueryId {
    id.to_string().into()
}

fn data(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
