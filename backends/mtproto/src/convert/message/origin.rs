//! Where a forwarded message, or one answered from another chat, comes from.
//! <https://core.telegram.org/bots/api#messageorigin>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, types};
use serde_json::Value;

use crate::convert::Known;
use crate::convert::peer::chat_id;
use crate::convert::raw::{Object, Put, json};

/// The origin.
pub(super) fn origin(from: &types::MessageFwdHeader, known: &Known) -> Value {
    let mut object = Object::new();
    match (&from.from_id, from.channel_post) {
        (Some(enums::Peer::User(user)), _) => {
            object.put("type", "user");
            object.put("sender_user", json(&known.user(UserId(user.user_id))));
        }
        (Some(chat), Some(post)) => {
            object.put("type", "channel");
            object.put("chat", json(&known.chat(chat_id(chat))));
            object.put("message_id", post);
            object.put_some("author_signature", from.post_author.as_deref());
        }
        (Some(chat), None) => {
            object.put("type", "chat");
            object.put("sender_chat", json(&known.chat(chat_id(chat))));
            object.put_some("author_signature", from.post_author.as_deref());
        }
        (None, _) => {
            object.put("type", "hidden_user");
            object.put("sender_user_name", from.from_name.as_deref().unwrap_or_default());
        }
    }
    object.put("date", from.date);
    object.into()
}
