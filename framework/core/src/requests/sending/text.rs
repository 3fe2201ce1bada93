//! Sending texts, and showing that one is to come.

use crate::requests::define::{request, sending};
use crate::requests::{InputText, Recipient};
use crate::types::{BusinessConnectionId, ChatAction, LinkPreviewOptions, Message, ThreadId, UserId};

sending! {
    /// Sends a text of 1–4096 characters. <https://core.telegram.org/bots/api#sendmessage>
    SendMessage("sendMessage", send_message) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// What.
            text: InputText,
        }
        optional {
            /// How an address in it is previewed.
            link_preview_options(link_preview): LinkPreviewOptions,
        }
    }
}

request! {
    /// Shows a part of a message that is still being written, for up to 30 seconds: for answers that come in pieces.
    /// Drafts of the same number follow smoothly on each other; the message itself is then sent as usual.
    /// <https://core.telegram.org/bots/api#sendmessagedraft>
    SendMessageDraft("sendMessageDraft", send_message_draft) -> () {
        required {
            /// The private chat.
            chat_id: UserId,
            /// The draft's number, not zero.
            draft_id: i32,
        }
        optional {
            /// The topic of the private chat.
            message_thread_id(thread): ThreadId,
            /// The text so far, 0–4096 characters; the words “Thinking…” where it is empty or absent.
            text: InputText,
        }
    }
}

request! {
    /// Shows what the bot is doing, for five seconds or until its next message.
    /// <https://core.telegram.org/bots/api#sendchataction>
    SendChatAction("sendChatAction", send_chat_action) -> () {
        required {
            /// Where.
            chat_id: Recipient,
            /// What.
            action: ChatAction,
        }
        optional {
            /// The topic of a forum.
            message_thread_id(thread): ThreadId,
            /// The business account in whose name it is shown.
            business_connection_id(business_connection): BusinessConnectionId,
        }
    }
}
