//! Requests that read what was said before: more than the Bot API can.

use super::Recipient;
use super::define::request;
use crate::capability::Capability;
use crate::types::{Message, MessageId};

request! {
    /// Fetches messages by their numbers. The Bot API has no such method; over MTProto bots may.
    /// <https://core.telegram.org/method/messages.getMessages>
    GetMessages("getMessages", get_messages) -> Vec<Option<Message>> {
        required {
            /// The chat.
            chat_id: Recipient,
            /// The numbers, at most 100.
            message_ids: Vec<MessageId>,
        }
    }
    const NEEDS: Option<Capability> = Some(Capability::FetchMessages);
}
