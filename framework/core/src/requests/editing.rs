//! Requests that change a message or take it away.

use super::define::request;
use super::params::{LinkPreviewOptions, MessageTarget, check_keyboard};
use super::response::Edited;
use crate::error::Error;
use crate::text::Text;
use crate::types::{ChatId, InlineKeyboard, MessageId};

request! {
    /// Changes the text of a message. Its buttons go, unless they are given again.
    /// <https://core.telegram.org/bots/api#editmessagetext>
    EditMessageText("editMessageText") -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
            /// The new text, 1–4096 characters.
            text: Text,
        }
        optional {
            /// The buttons under it.
            reply_markup(keyboard): InlineKeyboard,
            /// How an address in it is previewed.
            link_preview_options(link_preview): LinkPreviewOptions,
        }
        flags {}
    }
    fn check(&self) -> Result<(), Error> {
        self.reply_markup.as_ref().map_or(Ok(()), check_keyboard)
    }
}

request! {
    /// Changes the buttons under a message, or takes them away.
    /// <https://core.telegram.org/bots/api#editmessagereplymarkup>
    EditMessageReplyMarkup("editMessageReplyMarkup") -> Edited {
        required {
            /// Which message.
            target: MessageTarget,
        }
        optional {
            /// The new buttons; none where absent.
            reply_markup(keyboard): InlineKeyboard,
        }
        flags {}
    }
    fn check(&self) -> Result<(), Error> {
        self.reply_markup.as_ref().map_or(Ok(()), check_keyboard)
    }
}

request! {
    /// Deletes a message for everybody. <https://core.telegram.org/bots/api#deletemessage>
    DeleteMessage("deleteMessage") -> () {
        required {
            /// Where it stands.
            chat_id: ChatId,
            /// Its number there.
            message_id: MessageId,
        }
        optional {}
        flags {}
    }
}
