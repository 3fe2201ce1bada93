//! Requests that take messages away.

use super::Recipient;
use super::define::request;
use crate::types::MessageId;

request! {
    /// Deletes a message for everybody. <https://core.telegram.org/bots/api#deletemessage>
    DeleteMessage("deleteMessage", delete_message) -> () {
        required {
            /// Where it stands.
            chat_id: Recipient,
            /// Its number there.
            message_id: MessageId,
        }
    }
}

request! {
    /// Deletes several messages of one chat for everybody; those that are gone are left out.
    /// <https://core.telegram.org/bots/api#deletemessages>
    DeleteMessages("deleteMessages", delete_messages) -> () {
        required {
            /// Where they stand.
            chat_id: Recipient,
            /// Their numbers there, 1–100.
            message_ids: Vec<MessageId>,
        }
    }
}
