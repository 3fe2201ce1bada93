//! What users become.

use ambigram_core::types::UpdateKind;
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{ME, incoming, told};
use crate::convert::testing::*;

fn status(update: impl Into<enums::Update>) -> Option<(Value, Value, Value)> {
    let update = told(update)?;
    assert_eq!(update.name(), "my_chat_member");
    let mut content = serde_json::to_value(&update).unwrap()["my_chat_member"].take();
    let mut member = |name: &str| {
        let mut member = content[name].take();
        let user = member.as_object_mut().unwrap().remove("user").unwrap();
        assert_eq!(user["id"], BOT);
        member
    };
    let (old, new) = (member("old_chat_member"), member("new_chat_member"));
    Some((content, old, new))
}

fn in_channel(
    channel_id: i64,
    user_id: i64,
    old: Option<enums::ChannelParticipant>,
    new: Option<enums::ChannelParticipant>,
) -> enums::Update {
    types::UpdateChannelParticipant {
        via_chatlist: false,
        channel_id,
        date: 5,
        actor_id: ALICE,
        user_id,
        prev_participant: old,
        new_participant: new,
        invite: None,
        qts: 1,
    }
    .into()
}

fn member() -> enums::ChannelParticipant {
    let member =
        types::ChannelParticipant { user_id: BOT, date: 5, subscription_until_date: None, rank: None };
    enums::ChannelParticipant::Participant(member)
}

fn banned(left: bool, rights: types::ChatBannedRights) -> Option<enums::ChannelParticipant> {
    let banned = types::ChannelParticipantBanned {
        left,
        peer: at_user(BOT),
        kicked_by: ALICE,
        date: 5,
        banned_rights: rights.into(),
        rank: None,
    };
    Some(banned.into())
}

#[test]
fn what_the_bot_becomes_is_told_as_on_the_bot_api() {
    let stopped = |stopped| types::UpdateBotStopped { user_id: ALICE, date: 5, stopped, qts: 1 };
    let (content, old, new) = status(stopped(true)).unwrap();
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    let private = json!({ "id": ALICE, "type": "private", "first_name": "Alice" });
    assert_eq!((&content["chat"], &content["from"], &content["date"]), (&private, &alice, &json!(5)));
    let (is_member, is_out) = (json!({ "status": "member" }), json!({ "status": "left" }));
    let is_barred = json!({ "status": "kicked", "until_date": 0 });
    assert_eq!((old, new), (is_member.clone(), is_barred.clone()));
    assert_eq!(status(stopped(false)).unwrap().2, is_member);

    let forbidden =
        types::ChatBannedRights { view_messages: true, until_date: i32::MAX, ..nothing_forbidden() };
    let admin = types::ChannelParticipantAdmin {
        can_edit: false,
        is_self: true,
        user_id: BOT,
        inviter_id: Some(ALICE),
        promoted_by: ALICE,
        date: 5,
        admin_rights: types::ChatAdminRights { post_messages: true, other: true, ..no_rights() }.into(),
        rank: Some("boss".to_owned()),
    };
    let table = [
        (None, Some(member()), is_out.clone(), is_member.clone()),
        (Some(member()), banned(true, forbidden), is_member.clone(), is_barred),
        (Some(member()), None, is_member, is_out),
    ];
    for (old, new, expected_old, expected_new) in table {
        let (_, old, new) = status(in_channel(SUPERGROUP, BOT, old, new)).unwrap();
        assert_eq!((old, new), (expected_old, expected_new));
    }
    let (_, _, new) = status(in_channel(CHANNEL, BOT, None, Some(admin.into()))).unwrap();
    assert_eq!((&new["status"], &new["custom_title"]), (&json!("administrator"), &json!("boss")));
    assert_eq!((&new["can_post_messages"], &new["can_delete_messages"]), (&json!(true), &json!(false)));
    assert_eq!(new.get("can_pin_messages"), None, "that has no sense in a channel");
}

#[test]
fn a_restricted_bot_is_told_what_is_left_to_it() {
    let rights = types::ChatBannedRights { send_media: true, pin_messages: true, ..nothing_forbidden() };
    let (_, _, new) = status(in_channel(SUPERGROUP, BOT, None, banned(false, rights))).unwrap();
    assert_eq!((&new["status"], &new["is_member"]), (&json!("restricted"), &json!(true)));
    for (name, is_allowed) in [
        ("can_send_messages", true),
        ("can_send_photos", false),
        ("can_pin_messages", false),
        ("can_invite_users", true),
    ] {
        assert_eq!(new[name], is_allowed, "{name}");
    }
}

#[test]
fn in_a_basic_group_tl_says_less() {
    let update = types::UpdateChatParticipant {
        chat_id: GROUP,
        date: 5,
        actor_id: ALICE,
        user_id: BOT,
        prev_participant: None,
        new_participant: Some(
            types::ChatParticipantAdmin { user_id: BOT, inviter_id: ALICE, date: 5, rank: None }.into(),
        ),
        invite: None,
        qts: 1,
    };
    let (_, old, new) = status(update).unwrap();
    assert_eq!((&old["status"], &new["status"]), (&json!("left"), &json!("administrator")));
    assert_eq!((&new["can_restrict_members"], &new["can_promote_members"]), (&json!(true), &json!(false)));
}

#[test]
fn what_others_become_is_told_under_its_own_name() {
    let update = in_channel(SUPERGROUP, ALICE, None, Some(member()));
    assert_eq!(incoming(update.clone(), ME).unwrap().name(), "chat_member");
    let UpdateKind::ChatMember(change) = told(update).unwrap().kind else { panic!() };
    assert!(change.has_joined());
    let banned = types::ChannelParticipantBanned {
        left: true,
        peer: at_channel(CHANNEL),
        kicked_by: ALICE,
        date: 5,
        banned_rights: nothing_forbidden().into(),
        rank: None,
    };
    assert_eq!(told(in_channel(SUPERGROUP, -1_001_000_000_011, None, Some(banned.into()))), None);
}

#[test]
fn the_link_by_which_a_member_came_is_told() {
    let link = types::ChatInviteExported {
        revoked: false,
        permanent: false,
        request_needed: false,
        link: "https://t.me/+abc".to_owned(),
        admin_id: ALICE,
        date: 5,
        start_date: None,
        expire_date: Some(9),
        usage_limit: Some(3),
        usage: None,
        requested: None,
        subscription_expired: None,
        title: None,
        subscription_pricing: None,
    };
    let by = |invite: enums::ExportedChatInvite| {
        let enums::Update::ChannelParticipant(update) = in_channel(SUPERGROUP, 999, None, Some(member()))
        else {
            panic!()
        };
        let update = types::UpdateChannelParticipant { invite: Some(invite), ..update };
        let UpdateKind::ChatMember(change) = told(update).unwrap().kind else { panic!() };
        (change.invite_link.map(|link| serde_json::to_value(&link).unwrap()), change.via_join_request)
    };
    let told = json!({
        "invite_link": "https://t.me/+abc",
        "creator": { "id": ALICE, "is_bot": false, "first_name": "Alice" },
        "creates_join_request": false,
        "is_primary": false,
        "is_revoked": false,
        "expire_date": 9,
        "member_limit": 3,
    });
    assert_eq!(by(link.into()), (Some(told), false));
    assert_eq!(by(enums::ExportedChatInvite::ChatInvitePublicJoinRequests), (None, true));
}
