//! Presses of inline buttons. <https://core.telegram.org/bots/api#callbackquery>

use ambigram_core::types::{
    CallbackQuery, CallbackQueryId, InaccessibleMessage, MaybeInaccessibleMessage, MessageId, UserId,
};
use grammers_tl_types::types;

use crate::convert::peer::chat_id;
use crate::convert::{Known, given, inline_id};

/// A press, wherever the button stands.
#[derive(Debug, Clone)]
pub(super) struct Press {
    pub(super) query_id: i64,
    pub(super) user_id: i64,
    pub(super) chat_instance: i64,
    pub(super) data: Option<Vec<u8>>,
}

impl Press {
    /// The press without the message under which the button stands.
    pub(super) fn query(&self, known: &Known) -> CallbackQuery {
        CallbackQuery {
            id: CallbackQueryId::from(self.query_id.to_string()),
            from: known.user(UserId(self.user_id)),
            message: None,
            inline_message_id: None,
            chat_instance: self.chat_instance.to_string(),
            data: self.data.as_deref().map(given::utf8),
            game_short_name: None,
        }
    }
}

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
    let (query_id, user_id, chat_instance) = (press.query_id, press.user_id, press.chat_instance);
    CallbackQuery {
        message: Some(message),
        game_short_name: press.game_short_name.clone(),
        ..Press { query_id, user_id, chat_instance, data: press.data.clone() }.query(known)
    }
}

/// A press under a message that was sent by way of inline mode.
pub(super) fn inline(press: &types::UpdateInlineBotCallbackQuery, known: &Known) -> CallbackQuery {
    let (query_id, user_id, chat_instance) = (press.query_id, press.user_id, press.chat_instance);
    CallbackQuery {
        inline_message_id: Some(inline_id::write(&press.msg_id)),
        game_short_name: press.game_short_name.clone(),
        ..Press { query_id, user_id, chat_instance, data: press.data.clone() }.query(known)
    }
}
