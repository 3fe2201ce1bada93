//! Messages. <https://core.telegram.org/bots/api#message>

mod content;
mod group;
mod origin;
mod service;
mod special;
mod written;

use ambigram_core::types::{ChatId, MessageId, UserId};
use serde_json::{Value, json};

use super::chat::chat;
use super::entities;
use super::keyboard::keyboard;
use super::user::user;
use super::{Object, Put};
use crate::world::{
    Content, GroupService, MessageView, PressedMessage, Quote, Sender, Service, TELEGRAM, World,
};

/// A message with what it answers.
pub(crate) fn message(world: &World, view: &MessageView) -> Value {
    let mut object = alone(world, view);
    let pinned = Content::Service(Service::Group(GroupService::MessagePinned));
    if let Some(answered) = &view.reply_to {
        if view.message.content == pinned {
            object.put("pinned_message", alone(world, answered));
        } else if tells_of_message(view) {
            // It is told there, or not at all.
        } else if answered.chat == view.chat {
            object.put("reply_to_message", alone(world, answered));
        } else {
            object.put("external_reply", external_reply(world, answered));
        }
    }
    object.into()
}

/// A message without what it answers: so it stands in another's `reply_to_message`, and in the answer to an edit.
pub(crate) fn without_reply(world: &World, view: &MessageView) -> Value {
    alone(world, view).into()
}

/// The message under which a button was pressed, or what is left of it.
/// <https://core.telegram.org/bots/api#maybeinaccessiblemessage>
pub(super) fn pressed(world: &World, viewer: UserId, pressed: &PressedMessage) -> Value {
    match &pressed.view {
        Some(view) => message(world, view),
        None => inaccessible(world, viewer, pressed.chat, pressed.id),
    }
}

fn inaccessible(world: &World, viewer: UserId, place: ChatId, id: MessageId) -> Value {
    json!({ "message_id": id.0, "chat": chat(world, viewer, place), "date": 0 })
}

/// Whether what is answered is a part of what the message tells to have happened.
fn tells_of_message(view: &MessageView) -> bool {
    let content = &view.message.content;
    content.is_service() || matches!(content, Content::Special(special) if special.tells_of_message())
}

fn alone(world: &World, view: &MessageView) -> Object {
    let message = &view.message;
    let mut object = Object::new();
    object.put("message_id", view.id.0);
    put_sender(&mut object, world, view);
    object.put("chat", chat(world, view.viewer, view.chat));
    object.put("date", message.date);
    object.put_some("edit_date", message.edit_date);
    object.put_some("message_thread_id", message.thread.map(|thread| thread.0));
    if let Some(forward) = &message.forward {
        origin::put_forward(&mut object, world, view.viewer, forward);
    }
    object.put_some("media_group_id", message.group.map(|group| group.to_string()));
    if let Some(quote) = message.reply.as_ref().and_then(|reply| reply.quote.as_ref()) {
        object.put("quote", write_quote(world, quote));
    }
    content::put(&mut object, world, view);
    object.put_some("reply_markup", message.keyboard.as_ref().map(keyboard));
    object.put_some("via_bot", message.via_bot.map(|bot| user(world, bot)));
    let is_chat_protected = world.chat(view.chat).is_some_and(|chat| chat.settings.is_protected);
    object.put_true("has_protected_content", message.is_protected || is_chat_protected);
    object.put_true("is_topic_message", message.is_topic_message);
    object.put_some("effect_id", message.effect.map(|effect| effect.to_string()));
    if let Some(extra) = &message.extra {
        special::put_extra(&mut object, world, view.viewer, extra);
    }
    object
}

/// Telegram puts a bot of its own in the place of those who write in a chat's name.
/// <https://core.telegram.org/bots/api#message> (`from`, `sender_chat`)
fn put_sender(object: &mut Object, world: &World, view: &MessageView) {
    match view.message.sender {
        Sender::User(id) => object.put("from", user(world, id)),
        Sender::Chat(id) => {
            object.put("sender_chat", chat(world, view.viewer, id));
            let is_channel = world.chat(view.chat).is_some_and(crate::world::Chat::is_channel);
            if !is_channel {
                let is_automatic = view.message.author == TELEGRAM;
                object.put(
                    "from",
                    match id == view.chat {
                        true => anonymous_administrator(),
                        false if is_automatic => telegram(),
                        false => channel_bot(),
                    },
                );
            }
        }
    }
}

fn anonymous_administrator() -> Value {
    json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" })
}

fn telegram() -> Value {
    json!({ "id": TELEGRAM.0, "is_bot": false, "first_name": "Telegram" })
}

fn channel_bot() -> Value {
    json!({ "id": 136_817_688, "is_bot": true, "first_name": "Channel", "username": "Channel_Bot" })
}

fn external_reply(world: &World, answered: &MessageView) -> Value {
    let message = &answered.message;
    let mut object = Object::new();
    let from = world.origin(answered.chat, answered.id, message);
    object.put("origin", origin::origin(world, answered.viewer, &from.origin, from.date));
    if answered.chat.is_channel() {
        object.put("chat", chat(world, answered.viewer, answered.chat));
        object.put("message_id", answered.id.0);
    }
    content::put_beside_text(&mut object, world, answered);
    object.into()
}

fn write_quote(world: &World, quote: &Quote) -> Value {
    let mut object = Object::new();
    object.put("text", quote.text.text.as_str());
    if !quote.text.entities.is_empty() {
        object.put("entities", entities(world, &quote.text.entities));
    }
    object.put("position", quote.position);
    object.put_true("is_manual", quote.is_manual);
    object.into()
}
