//! Messages that tell of something that happened in the chat.

use ambigram_core::types::{ChatKind, Message, ThreadId, User, UserId};
use grammers_tl_types::{enums, types};
use serde_json::json as object;

use crate::convert::Known;
use crate::convert::peer::{channel_id, chat_id, group_id};
use crate::convert::raw::{Object, Put, json};

/// Whether a bot is told of this even when it did it itself.
pub(in crate::convert) fn tells_author(action: &enums::MessageAction) -> bool {
    use enums::MessageAction as Action;
    matches!(
        action,
        Action::ChatEditTitle(_)
            | Action::ChatEditPhoto(_)
            | Action::ChatDeletePhoto
            | Action::ChatDeleteUser(_)
            | Action::SetChatTheme(_)
            | Action::PinMessage
            | Action::GeoProximityReached(_)
            | Action::GroupCall(_)
            | Action::GroupCallScheduled(_)
            | Action::InviteToGroupCall(_)
            | Action::TopicCreate(_)
            | Action::TopicEdit(_)
            | Action::PaidMessagesPrice(_)
    )
}

/// Puts the fields by which the Bot API tells what happened; TL's form where it has none here.
pub(super) fn put(
    object: &mut Object,
    action: &enums::MessageAction,
    message: &mut Message,
    own: UserId,
    known: &Known,
) {
    use enums::MessageAction as Action;
    match action {
        Action::ChatCreate(_) => object.put("group_chat_created", true),
        Action::ChannelCreate(_) if message.chat.kind == ChatKind::Channel => {
            object.put("channel_chat_created", true);
        }
        Action::ChannelCreate(_) => object.put("supergroup_chat_created", true),
        Action::ChatAddUser(added) => {
            let members: Vec<_> = added.users.iter().map(|user| known.user(UserId(*user))).collect();
            put_members(object, &members, own);
        }
        Action::ChatJoinedByLink(_) | Action::ChatJoinedByRequest => {
            put_members(object, message.from.as_slice(), own);
        }
        Action::ChatDeleteUser(gone) => {
            let member = json(&known.user(UserId(gone.user_id)));
            object.put("left_chat_participant", member.clone());
            object.put("left_chat_member", member);
        }
        Action::ChatEditTitle(new) => object.put("new_chat_title", new.title.as_str()),
        Action::ChatDeletePhoto => object.put("delete_chat_photo", true),
        Action::ChatMigrateTo(to) => object.put("migrate_to_chat_id", channel_id(to.channel_id).0),
        Action::ChannelMigrateFrom(from) => object.put("migrate_from_chat_id", group_id(from.chat_id).0),
        Action::TopicCreate(topic) => {
            // The topic has the number of the message that it begins with.
            message.thread_id = Some(ThreadId(message.id.0));
            object.put("is_topic_message", true);
            let mut created = Object::new();
            created.put("name", topic.title.as_str());
            created.put("icon_color", topic.icon_color);
            created.put_some("icon_custom_emoji_id", topic.icon_emoji_id.map(|emoji| emoji.to_string()));
            created.put_true("is_name_implicit", topic.title_missing);
            object.put("forum_topic_created", created);
        }
        Action::TopicEdit(edit) => put_topic_edit(object, edit),
        Action::PinMessage => {
            // What is pinned stands where otherwise the answered message does.
            let pinned = message.reply_to_message.take().map(|pinned| json(&pinned));
            object.put_some("pinned_message", pinned);
        }
        Action::SetMessagesTtl(timer) => {
            let timer = object!({ "message_auto_delete_time": timer.period });
            object.put("message_auto_delete_timer_changed", timer);
        }
        Action::GroupCall(call) => match call.duration {
            Some(duration) => object.put("video_chat_ended", object!({ "duration": duration })),
            None => object.put("video_chat_started", object!({})),
        },
        Action::GroupCallScheduled(call) => {
            object.put("video_chat_scheduled", object!({ "start_date": call.schedule_date }));
        }
        Action::InviteToGroupCall(invited) => {
            let users: Vec<_> = invited.users.iter().map(|user| known.user(UserId(*user))).collect();
            object.put("video_chat_participants_invited", object!({ "users": json(&users) }));
        }
        Action::BoostApply(boost) => {
            object.put("boost_added", object!({ "boost_count": boost.boosts }));
        }
        Action::WebViewDataSentMe(sent) => {
            object.put("web_app_data", object!({ "button_text": sent.text, "data": sent.data }));
        }
        Action::GeoProximityReached(alert) => {
            let user = |peer| json(&known.user(UserId(chat_id(peer).0)));
            let alert = object!({
                "traveler": user(&alert.from_id),
                "watcher": user(&alert.to_id),
                "distance": alert.distance,
            });
            object.put("proximity_alert_triggered", alert);
        }
        other => object.put_tl(other),
    }
}

/// The older fields hold one member only: the bot itself where it is among them.
fn put_members(object: &mut Object, members: &[User], own: UserId) {
    if let Some(one) = members.iter().find(|member| member.id == own).or(members.first()) {
        object.put("new_chat_participant", json(one));
        object.put("new_chat_member", json(one));
    }
    object.put("new_chat_members", json(&members));
}

fn put_topic_edit(object: &mut Object, edit: &types::MessageActionTopicEdit) {
    let name = match (edit.closed, edit.hidden) {
        (Some(true), _) => "forum_topic_closed",
        (Some(false), _) => "forum_topic_reopened",
        (None, Some(true)) => "general_forum_topic_hidden",
        (None, Some(false)) => "general_forum_topic_unhidden",
        (None, None) => {
            let mut edited = Object::new();
            edited.put_some("name", edit.title.as_deref());
            edited.put_some(
                "icon_custom_emoji_id",
                edit.icon_emoji_id.map(|emoji| if emoji == 0 { String::new() } else { emoji.to_string() }),
            );
            return object.put("forum_topic_edited", edited);
        }
    };
    object.put(name, object!({}));
}
