//! Members of chats. <https://core.telegram.org/bots/api#chatmember>

use ambigram_core::types::UserId;
use serde_json::Value;

use super::chat::{chat, put_permissions};
use super::user::user;
use super::{Object, Put};
use crate::rules::{AdministratorRights, ChatSort, MemberStatus};
use crate::world::{MemberChange, World};

/// What an account is in a chat. `sort` is `None` for a private chat.
pub(crate) fn member(
    world: &World,
    sort: Option<ChatSort>,
    account: UserId,
    status: &MemberStatus,
    can_be_edited: bool,
) -> Value {
    let mut object = Object::new();
    object.put("user", user(world, account));
    object.put("status", status.name());
    match status {
        MemberStatus::Creator { is_anonymous } => object.put("is_anonymous", *is_anonymous),
        MemberStatus::Administrator { rights } => {
            object.put("can_be_edited", can_be_edited);
            put_rights(&mut object, sort, rights);
        }
        MemberStatus::Restricted { is_member, permissions, until_date }
            if sort == Some(ChatSort::Supergroup) =>
        {
            object.put("until_date", *until_date);
            put_permissions(&mut object, permissions);
            object.put("is_member", *is_member);
        }
        MemberStatus::Banned { until_date } => object.put("until_date", *until_date),
        MemberStatus::Member | MemberStatus::Restricted { .. } | MemberStatus::Left => {}
    }
    object.into()
}

/// A changed status, as the viewer is told of it. <https://core.telegram.org/bots/api#chatmemberupdated>
pub(crate) fn change(world: &World, viewer: UserId, change: &MemberChange) -> Value {
    let sort = world.chat(change.chat).map(|chat| chat.sort);
    let status = |status| member(world, sort, change.user, status, false);
    let mut object = Object::new();
    object.put("chat", chat(world, viewer, change.chat));
    object.put("from", user(world, change.by));
    object.put("date", change.date);
    object.put("old_chat_member", status(&change.old));
    object.put("new_chat_member", status(&change.new));
    object.into()
}

/// The rights that have a sense in a chat of this kind.
fn put_rights(object: &mut Object, sort: Option<ChatSort>, rights: &AdministratorRights) {
    let is_channel = sort == Some(ChatSort::Channel);
    for (name, value) in rights.fields() {
        let has_sense = match name {
            "can_post_messages" | "can_edit_messages" | "can_manage_direct_messages" => is_channel,
            "can_pin_messages" | "can_manage_tags" => !is_channel && sort.is_some(),
            "can_manage_topics" => sort == Some(ChatSort::Supergroup),
            _ => true,
        };
        if has_sense {
            object.put(name, value);
        }
    }
    object.put("can_manage_voice_chats", rights.can_manage_video_chats);
}
