//! Chats. <https://core.telegram.org/bots/api#chat>

use ambigram_core::types::{ChatId, UserId};
use serde_json::{Value, json};

use super::group::reaction;
use super::{Object, Put, files, message};
use crate::rules::reactions::Offered;
use crate::rules::{ChatSort, Permissions};
use crate::world::{Account, Chat, ChatView, Invite, World};

/// A chat, as every object that mentions one tells of it.
pub(crate) fn chat(world: &World, viewer: UserId, id: ChatId) -> Value {
    match world.chat_as_seen_by(viewer, id) {
        Some(ChatView::Private(account)) => private(account).into(),
        Some(ChatView::Chat(chat)) => group(chat).into(),
        // A chat that is gone altogether still has its number.
        None => json!({ "id": id.0, "type": if id.is_user() { "private" } else { "group" } }),
    }
}

/// A chat, as `getChat` tells of it. <https://core.telegram.org/bots/api#chatfullinfo>
pub(crate) fn full(world: &World, bot: UserId, view: ChatView<'_>) -> Value {
    let (mut object, id, username) = match view {
        ChatView::Private(account) => {
            let mut object = private(account);
            object.put_true("can_send_gift", !account.is_bot());
            object.put("accepted_gift_types", gifts(!account.is_bot()));
            (object, account.id.0, account.username.as_deref())
        }
        ChatView::Chat(chat) => {
            let mut object = group(chat);
            if chat.sort != ChatSort::Channel {
                object.put("permissions", permissions(&chat.permissions));
            }
            put_settings(&mut object, world, bot, chat);
            object.put("accepted_gift_types", gifts(false));
            object.put_some("description", Some(chat.about.as_str()).filter(|about| !about.is_empty()));
            (object, chat.id.0, chat.username.as_deref())
        }
    };
    let viewed = ChatId(id);
    object.put_some("photo", world.profile_photo(viewed).map(|photo| files::chat_photo(viewed, photo)));
    if let Some(place) = world.place(bot, viewed) {
        let pinned = world.pinned(bot, viewed);
        object.put_some("pinned_message", pinned.last().map(|view| message::without_reply(world, view)));
        object.put_some("message_auto_delete_time", Some(world.auto_delete(place)).filter(|time| *time != 0));
    }
    object.put_some("active_usernames", username.map(|name| json!([name])));
    object.put("max_reaction_count", 11);
    // Telegram gives each its colour by its bare number.
    object.put("accent_color_id", bare(id) % 7);
    object.into()
}

/// What is set in a group, supergroup or channel.
fn put_settings(object: &mut Object, world: &World, bot: UserId, chat: &Chat) {
    let settings = &chat.settings;
    object.put_some("invite_link", world.primary_invite(bot, chat.id).map(Invite::link));
    if let Offered::Only(reactions) = &settings.reactions {
        object.put("available_reactions", reactions.iter().map(reaction).collect::<Value>());
    }
    object.put_true("has_protected_content", settings.is_protected);
    if chat.sort == ChatSort::Group {
        return;
    }
    let is_supergroup = chat.sort == ChatSort::Supergroup;
    let may_set = chat.status(bot, world.now()).rights().can_change_info;
    object.put_some("sticker_set_name", settings.sticker_set.as_deref());
    object.put_true("can_set_sticker_set", is_supergroup && may_set);
    object.put_true("has_visible_history", !settings.history_hidden);
    object.put_true("join_to_send_messages", is_supergroup && settings.join_to_send);
    object.put_true("join_by_request", is_supergroup && settings.join_by_request);
    object.put_some("slow_mode_delay", Some(settings.slow_mode).filter(|delay| *delay != 0));
}

/// What members may do. <https://core.telegram.org/bots/api#chatpermissions>
pub(super) fn permissions(permissions: &Permissions) -> Value {
    let mut object = Object::new();
    put_permissions(&mut object, permissions);
    object.into()
}

pub(super) fn put_permissions(object: &mut Object, permissions: &Permissions) {
    for (name, value) in permissions.fields() {
        object.put(name, value);
    }
    let media = permissions.can_send_audios
        || permissions.can_send_documents
        || permissions.can_send_photos
        || permissions.can_send_videos
        || permissions.can_send_video_notes
        || permissions.can_send_voice_notes;
    object.put("can_send_media_messages", media);
}

fn private(account: &Account) -> Object {
    let mut object = Object::new();
    object.put("id", account.id.0);
    object.put("first_name", account.first_name.as_str());
    object.put_some("last_name", account.last_name.as_deref());
    object.put_some("username", account.username.as_deref());
    object.put("type", "private");
    object
}

fn group(chat: &Chat) -> Object {
    let mut object = Object::new();
    object.put("id", chat.id.0);
    object.put("title", chat.title.as_str());
    object.put("type", chat.sort.name());
    if chat.sort == ChatSort::Group {
        object.put("all_members_are_administrators", chat.permissions == Permissions::ALL);
        object.put("accepted_gift_types", gifts(false));
        return object;
    }
    object.put_some("username", chat.username.as_deref());
    object.put_true("is_forum", chat.is_forum);
    object
}

/// Which gifts are welcome. <https://core.telegram.org/bots/api#acceptedgifttypes>
fn gifts(all: bool) -> Value {
    json!({
        "unlimited_gifts": all,
        "limited_gifts": all,
        "unique_gifts": all,
        "premium_subscription": all,
        "gifts_from_channels": all,
    })
}

/// The number without the mark of its kind.
fn bare(id: i64) -> i64 {
    match id {
        ..=-1_000_000_000_001 => -1_000_000_000_000 - id,
        _ => id.abs(),
    }
}
