//! What happens in chats beside coming and going. <https://core.telegram.org/bots/api#message>

use ambigram_core::types::UserId;
use serde_json::json;

use crate::bot_api::write::files::photo;
use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put};
use crate::world::{GroupService, MessageView, World};

/// Puts the field that tells what happened. What was pinned is put by whoever puts what a message answers.
pub(super) fn put(object: &mut Object, world: &World, view: &MessageView, service: &GroupService) {
    match service {
        GroupService::JoinedByLink { .. } | GroupService::JoinedByRequest => {
            put_joined(object, world, view.message.author);
        }
        GroupService::MessagePinned => {}
        GroupService::PhotoChanged(new) => object.put("new_chat_photo", photo(world, view.viewer, new)),
        GroupService::PhotoDeleted => object.put("delete_chat_photo", true),
        GroupService::AutoDeleteSet(seconds) => {
            let changed = json!({ "message_auto_delete_time": seconds });
            object.put("message_auto_delete_timer_changed", changed);
        }
        GroupService::Boosted(times) => object.put("boost_added", json!({ "boost_count": times })),
        GroupService::TopicEdited { name, icon } => {
            let mut edited = Object::new();
            edited.put_some("name", name.as_deref());
            edited.put_some(
                "icon_custom_emoji_id",
                icon.map(|icon| icon.map(|icon| icon.to_string()).unwrap_or_default()),
            );
            object.put("forum_topic_edited", edited);
        }
        GroupService::TopicClosed => object.put("forum_topic_closed", json!({})),
        GroupService::TopicReopened => object.put("forum_topic_reopened", json!({})),
        GroupService::GeneralTopicHidden => object.put("general_forum_topic_hidden", json!({})),
        GroupService::GeneralTopicShown => object.put("general_forum_topic_unhidden", json!({})),
    }
}

fn put_joined(object: &mut Object, world: &World, member: UserId) {
    let member = user(world, member);
    object.put("new_chat_participant", member.clone());
    object.put("new_chat_member", member.clone());
    object.put("new_chat_members", json!([member]));
}
