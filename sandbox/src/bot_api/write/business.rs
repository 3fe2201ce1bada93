//! Business accounts. <https://core.telegram.org/bots/api#businessconnection>

use ambigram_core::types::{ChatId, MessageId, UserId};
use serde_json::{Value, json};

use super::chat::chat;
use super::user::user;
use super::{Object, Put, message};
use crate::world::{BusinessConnection, MessageView, World};

/// <https://core.telegram.org/bots/api#businessconnection>
pub(crate) fn connection(world: &World, connection: &BusinessConnection) -> Value {
    let mut rights = Object::new();
    for (name, may) in connection.rights.fields() {
        rights.put_true(name, may);
    }
    let mut object = Object::new();
    object.put("id", connection.id.as_str());
    object.put("user", user(world, connection.user));
    object.put("user_chat_id", connection.user.0);
    object.put("date", connection.date);
    // What bots were told before there were rights.
    object.put("can_reply", connection.rights.can_reply);
    object.put("rights", rights);
    object.put("is_enabled", connection.is_enabled);
    object.into()
}

/// A message in a business account.
pub(crate) fn message(world: &World, connection: &BusinessConnection, view: &MessageView) -> Value {
    let mut written = message::message(world, view);
    if let Some(object) = written.as_object_mut() {
        object.put("business_connection_id", connection.id.as_str());
        if let Some(answered) = object.get_mut("reply_to_message").and_then(Value::as_object_mut) {
            answered.put("business_connection_id", connection.id.as_str());
        }
    }
    written
}

/// <https://core.telegram.org/bots/api#businessmessagesdeleted>
pub(super) fn deleted(
    world: &World,
    _bot: UserId,
    connection: &BusinessConnection,
    place: ChatId,
    messages: &[MessageId],
) -> Value {
    json!({
        "business_connection_id": connection.id,
        "chat": chat(world, connection.user, place),
        "message_ids": messages.iter().map(|id| id.0).collect::<Value>(),
    })
}
