//! What happens in chats. <https://core.telegram.org/bots/api#message>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::group;
use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put};
use crate::bot_api::write::{entities, payment};
use crate::world::{MessageKey, MessageView, PollOption, Service, World};

/// Puts the field that tells what happened.
pub(super) fn put(object: &mut Object, world: &World, view: &MessageView, service: &Service) {
    let viewer = view.viewer;
    match service {
        Service::GroupCreated { .. } => object.put("group_chat_created", true),
        Service::SupergroupCreated { .. } => object.put("supergroup_chat_created", true),
        Service::ChannelCreated { .. } => object.put("channel_chat_created", true),
        Service::MembersAdded(members) => {
            // The older fields hold one member only: the bot itself where it is among them.
            let one = members.iter().find(|member| **member == viewer).or_else(|| members.first());
            if let Some(one) = one {
                object.put("new_chat_participant", user(world, *one));
                object.put("new_chat_member", user(world, *one));
            }
            object.put(
                "new_chat_members",
                members.iter().map(|member| user(world, *member)).collect::<Value>(),
            );
        }
        Service::MemberLeft(member) => {
            object.put("left_chat_participant", user(world, *member));
            object.put("left_chat_member", user(world, *member));
        }
        Service::Group(service) => group::put(object, world, view, service),
        Service::TitleChanged(title) => object.put("new_chat_title", title.as_str()),
        Service::ProximityAlert { traveler, watcher, distance } => object.put(
            "proximity_alert_triggered",
            json!({ "traveler": user(world, *traveler), "watcher": user(world, *watcher), "distance": distance }),
        ),
        Service::GameScore { .. } => {}
        Service::Paid(payment) => object.put("successful_payment", payment::successful(payment)),
        Service::Refunded(charge) => object.put("refunded_payment", payment::refunded(charge)),
        Service::PollOptionAdded { message, option } => {
            object.put("poll_option_added", poll_option(world, viewer, *message, option));
        }
        Service::PollOptionDeleted { message, option } => {
            object.put("poll_option_deleted", poll_option(world, viewer, *message, option));
        }
        Service::MigratedTo(chat) => object.put("migrate_to_chat_id", chat.0),
        Service::MigratedFrom { chat, .. } => object.put("migrate_from_chat_id", chat.0),
        Service::TopicCreated { name, icon_color, icon } => {
            let mut created = Object::new();
            created.put("name", name.as_str());
            created.put("icon_color", *icon_color);
            created.put_some("icon_custom_emoji_id", icon.map(|icon| icon.to_string()));
            object.put("forum_topic_created", created);
        }
    }
}

/// <https://core.telegram.org/bots/api#polloptionadded>
fn poll_option(world: &World, viewer: UserId, message: MessageKey, option: &PollOption) -> Value {
    let mut object = Object::new();
    object
        .put_some("poll_message", world.view(viewer, message).map(|view| super::without_reply(world, &view)));
    object.put("option_persistent_id", option.id.as_str());
    object.put("option_text", option.text.text.as_str());
    if !option.text.entities.is_empty() {
        object.put("option_text_entities", entities(world, &option.text.entities));
    }
    object.into()
}
