//! Requests that read what was said before: more than the Bot API can.

use super::define::request;
use crate::capability::Capability;
use crate::types::{ChatId, Message, MessageId};

request! {
    /// Fetches messages by their numbers. The Bot API has no such method; over MTProto bots may.
    /// <https://core.telegram.org/method/messages.getMessages>
    GetMessages("getMessages") -> Vec<Option<Message>> {
        required {
            /// The chat.
            chat_id: ChatId,
            /// The numbers, at most 100.
            message_ids: Vec<MessageId>,
        }
        optional {}
        flags {}
    }
    const NEEDS: Option<Capability> = Some(Capability::FetchMessages);
}
