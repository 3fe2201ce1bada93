//! Requests that say something: a message, an action, the answer to a press.

use super::define::request;
use super::params::{LinkPreviewOptions, ReplyMarkup, ReplyParameters, check_keyboard};
use crate::error::Error;
use crate::text::Text;
use crate::types::{CallbackQueryId, ChatAction, ChatId, Message, ThreadId};

request! {
    /// Sends a text of 1–4096 characters. <https://core.telegram.org/bots/api#sendmessage>
    SendMessage("sendMessage") -> Message {
        required {
            /// Where to.
            chat_id: ChatId,
            /// What.
            text: Text,
        }
        optional {
            /// The topic of a forum to send it to.
            message_thread_id(thread): ThreadId,
            /// The message that it answers.
            reply_parameters(reply_to): ReplyParameters,
            /// The buttons under it.
            reply_markup(keyboard): ReplyMarkup,
            /// How an address in it is previewed.
            link_preview_options(link_preview): LinkPreviewOptions,
            /// The effect that is added to it, in a private chat.
            message_effect_id(effect): String,
        }
        flags {
            /// Sends it without a sound.
            disable_notification,
            /// Keeps it from being forwarded and saved.
            protect_content,
        }
    }
    fn check(&self) -> Result<(), Error> {
        match &self.reply_markup {
            Some(ReplyMarkup::Inline(keyboard)) => check_keyboard(keyboard),
            None => Ok(()),
        }
    }
}

request! {
    /// Shows what the bot is doing, for five seconds or until its next message.
    /// <https://core.telegram.org/bots/api#sendchataction>
    SendChatAction("sendChatAction") -> () {
        required {
            /// Where.
            chat_id: ChatId,
            /// What.
            action: ChatAction,
        }
        optional {
            /// The topic of a forum.
            message_thread_id(thread): ThreadId,
        }
        flags {}
    }
}

request! {
    /// Answers a press of a button: the user's app stops showing it as busy.
    /// <https://core.telegram.org/bots/api#answercallbackquery>
    AnswerCallbackQuery("answerCallbackQuery") -> () {
        required {
            /// The press.
            callback_query_id: CallbackQueryId,
        }
        optional {
            /// What the user is shown, 0–200 characters; nothing where absent.
            text: String,
            /// The address that is opened, for games and `t.me/your_bot?start=…` links.
            url: String,
            /// For how many seconds the user's app may reuse the answer.
            cache_time: u32,
        }
        flags {
            /// Shows the text as an alert, to be dismissed, rather than for a moment.
            show_alert,
        }
    }
}
