//! Requests that pin messages and unpin them: in groups and supergroups by the right to pin messages, in channels
//! by that to edit messages, in private chats by none.

use super::Recipient;
use super::define::request;
use crate::types::*;

request! {
    /// Pins a message. <https://core.telegram.org/bots/api#pinchatmessage>
    PinChatMessage("pinChatMessage", pin_chat_message) -> () {
        required {
            /// Where it stands.
            chat_id: Recipient,
            /// Its number there.
            message_id: MessageId,
        }
        optional {
            /// The business account in whose name it is pinned.
            business_connection_id(business_connection): BusinessConnectionId,
        }
        flags {
            /// Tells nobody of it; in channels and private chats nobody is told anyway.
            disable_notification,
        }
    }
}

request! {
    /// Unpins a message. <https://core.telegram.org/bots/api#unpinchatmessage>
    UnpinChatMessage("unpinChatMessage", unpin_chat_message) -> () {
        required {
            /// Where it stands.
            chat_id: Recipient,
        }
        optional {
            /// The business account in whose name it is unpinned; the message must be named then.
            business_connection_id(business_connection): BusinessConnectionId,
            /// Its number there; the latest pinned message where absent.
            message_id(message): MessageId,
        }
    }
}

request! {
    /// Unpins all messages of a chat. <https://core.telegram.org/bots/api#unpinallchatmessages>
    UnpinAllChatMessages("unpinAllChatMessages", unpin_all_chat_messages) -> () {
        required {
            /// The chat.
            chat_id: Recipient,
        }
    }
}
