//! Members of chats. <https://core.telegram.org/bots/api#chatmember>

use ambigram_core::types::UserId;
use serde_json::Value;

use super::chat::{chat, put_permissions};
use super::group::invite;
use super::user::user;
use super::{Object, Put};
use crate::rules::{AdministratorRights, ChatSort, MemberStatus};
use crate::world::{MemberChange, MemberDetails, World};

/// What an account is in a chat. `sort` is `None` for a private chat.
pub(crate) fn member(
    world: &World,
    sort: Option<ChatSort>,
    account: UserId,
    status: &MemberStatus,
    details: &MemberDetails,
    can_be_edited: bool,
) -> Value {
    let mut object = Object::new();
    object.put("user", user(world, account));
    object.put("status", status.name());
    match status {
        MemberStatus::Creator { is_anonymous } => {
            object.put("is_anonymous", *is_anonymous);
            object.put_some("custom_title", details.rank.as_deref());
        }
        MemberStatus::Administrator { rights } => {
            object.put("can_be_edited", can_be_edited);
            put_rights(&mut object, sort, rights);
            object.put("can_manage_voice_chats", rights.can_manage_video_chats);
            object.put_some("custom_title", details.rank.as_deref());
        }
        MemberStatus::Restricted { is_member, permissions, until_date }
            if sort == Some(ChatSort::Supergroup) =>
        {
            object.put("until_date", *until_date);
            put_permissions(&mut object, permissions);
            object.put("is_member", *is_member);
            object.put_some("tag", details.rank.as_deref());
        }
        MemberStatus::Banned { until_date } => object.put("until_date", *until_date),
        MemberStatus::Member => {
            object.put_some("tag", details.rank.as_deref());
            object.put_some("until_date", details.paid_until);
        }
        MemberStatus::Restricted { .. } | MemberStatus::Left => {}
    }
    object.into()
}

/// A changed status, as the viewer is told of it. <https://core.telegram.org/bots/api#chatmemberupdated>
pub(crate) fn change(world: &World, viewer: UserId, change: &MemberChange) -> Value {
    let sort = world.chat(change.chat).map(|chat| chat.sort);
    let status = |status, details| {
        let chat = world.chat(change.chat);
        let may_edit = chat.is_some_and(|chat| chat.may_edit_one_of(viewer, details, world.now()));
        member(world, sort, change.user, status, details, may_edit)
    };
    let mut object = Object::new();
    object.put("chat", chat(world, viewer, change.chat));
    object.put("from", user(world, change.by));
    object.put("date", change.date);
    object.put("old_chat_member", status(&change.old, &change.old_details));
    object.put("new_chat_member", status(&change.new, &change.new_details));
    let by_link = change.invite.as_ref().map(|link| invite(world, link, link.link_for(viewer)));
    object.put_some("invite_link", by_link);
    object.put_true("via_join_request", change.via_request);
    object.into()
}

/// The rights that have a sense in a chat of this kind.
pub(super) fn put_rights(object: &mut Object, sort: Option<ChatSort>, rights: &AdministratorRights) {
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
}
