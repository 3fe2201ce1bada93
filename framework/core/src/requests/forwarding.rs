//! Requests that send a message once more: forwarded, with its origin, or copied, without.

use super::define::request;
use super::{InputText, Recipient, SentMessageId};
use crate::types::{Message, MessageId};

request! {
    /// Forwards a message of any kind, except service messages and those with protected content.
    /// <https://core.telegram.org/bots/api#forwardmessage>
    ForwardMessage("forwardMessage", forward_message) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// Where it stands.
            from_chat_id: Recipient,
            /// Its number there.
            message_id: MessageId,
        }
        optional {
            /// From where a video plays, in seconds.
            video_start_timestamp: u32,
        }
        options [
            message_thread_id, direct_messages_topic_id, message_effect_id, suggested_post_parameters,
            disable_notification, protect_content,
        ]
    }
}

request! {
    /// Forwards several messages of one chat; those that can't be forwarded are left out, albums stay together.
    /// <https://core.telegram.org/bots/api#forwardmessages>
    ForwardMessages("forwardMessages", forward_messages) -> Vec<SentMessageId> {
        required {
            /// Where to.
            chat_id: Recipient,
            /// Where they stand.
            from_chat_id: Recipient,
            /// Their numbers there, rising, 1–100.
            message_ids: Vec<MessageId>,
        }
        options [message_thread_id, direct_messages_topic_id, disable_notification, protect_content]
    }
}

request! {
    /// Sends a message once more, without a link to the original. Not for service messages, giveaways, invoices and
    /// paid media; a quiz can be copied where its right answer is known to the bot.
    /// <https://core.telegram.org/bots/api#copymessage>
    CopyMessage("copyMessage", copy_message) -> SentMessageId {
        required {
            /// Where to.
            chat_id: Recipient,
            /// Where it stands.
            from_chat_id: Recipient,
            /// Its number there.
            message_id: MessageId,
        }
        optional {
            /// From where a video plays, in seconds.
            video_start_timestamp: u32,
            /// A new text for media, 0–1024 characters; that of the original where absent.
            caption: InputText,
        }
        flags {
            /// Puts a new caption above the media.
            show_caption_above_media,
        }
        options [
            message_thread_id, direct_messages_topic_id, message_effect_id, suggested_post_parameters,
            reply_parameters, reply_markup, disable_notification, protect_content, allow_paid_broadcast,
        ]
    }
}

request! {
    /// Sends several messages of one chat once more, without a link to the originals; those that can't be copied are
    /// left out, albums stay together. <https://core.telegram.org/bots/api#copymessages>
    CopyMessages("copyMessages", copy_messages) -> Vec<SentMessageId> {
        required {
            /// Where to.
            chat_id: Recipient,
            /// Where they stand.
            from_chat_id: Recipient,
            /// Their numbers there, rising, 1–100.
            message_ids: Vec<MessageId>,
        }
        flags {
            /// Leaves the captions out.
            remove_caption,
        }
        options [message_thread_id, direct_messages_topic_id, disable_notification, protect_content]
    }
}
