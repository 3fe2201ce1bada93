//! What happens in chats. <https://core.telegram.org/bots/api#message>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put};
use crate::world::{Service, World};

/// Puts the field that tells what happened.
pub(super) fn put(object: &mut Object, world: &World, viewer: UserId, service: &Service) {
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
        Service::TitleChanged(title) => object.put("new_chat_title", title.as_str()),
        Service::MigratedTo(chat) => object.put("migrate_to_chat_id", chat.0),
        Service::MigratedFrom { chat, .. } => object.put("migrate_from_chat_id", chat.0),
        Service::TopicCreated { name, icon_color } => {
            object.put("forum_topic_created", json!({ "name": name, "icon_color": icon_color }));
        }
    }
}
