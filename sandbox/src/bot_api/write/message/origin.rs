//! Where messages come from that were sent on. <https://core.telegram.org/bots/api#messageorigin>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use crate::bot_api::write::chat::chat;
use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put};
use crate::world::{Forward, Origin, World};

/// Puts where a message comes from, also in the fields that were there for it before.
pub(super) fn put_forward(object: &mut Object, world: &World, viewer: UserId, forward: &Forward) {
    object.put("forward_origin", origin(world, viewer, &forward.origin, forward.date));
    object.put_true("is_automatic_forward", forward.is_automatic);
    match &forward.origin {
        Origin::User(id) => object.put("forward_from", user(world, *id)),
        Origin::HiddenUser(name) => object.put("forward_sender_name", name.as_str()),
        Origin::Chat(id) => object.put("forward_from_chat", chat(world, viewer, *id)),
        Origin::Channel { chat: id, message } => {
            object.put("forward_from_chat", chat(world, viewer, *id));
            object.put("forward_from_message_id", message.0);
        }
    }
    object.put("forward_date", forward.date);
}

/// <https://core.telegram.org/bots/api#messageorigin>
pub(super) fn origin(world: &World, viewer: UserId, origin: &Origin, date: i64) -> Value {
    match origin {
        Origin::User(id) => json!({ "type": "user", "sender_user": user(world, *id), "date": date }),
        Origin::HiddenUser(name) => json!({ "type": "hidden_user", "sender_user_name": name, "date": date }),
        Origin::Chat(id) => json!({ "type": "chat", "sender_chat": chat(world, viewer, *id), "date": date }),
        Origin::Channel { chat: id, message } => json!({
            "type": "channel",
            "chat": chat(world, viewer, *id),
            "message_id": message.0,
            "date": date,
        }),
    }
}
