//! Updates: which are told, as what, and where they belong.

use ambigram_core::types::{MaybeInaccessibleMessage, Message, Raw, Update, UpdateKind, UpdateOrder, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::incoming;
use crate::convert::testing::*;
use crate::convert::{Known, message};

const ME: UserId = UserId(BOT);

fn told(update: impl Into<enums::Update>) -> Option<Update> {
    Some(incoming(update.into(), ME)?.finish(1.into(), ME, &known()))
}

fn new(message: impl Into<enums::Message>) -> enums::Update {
    types::UpdateNewMessage { message: message.into(), pts: 1, pts_count: 1 }.into()
}

fn edited(message: impl Into<enums::Message>) -> enums::Update {
    types::UpdateEditChannelMessage { message: message.into(), pts: 1, pts_count: 1 }.into()
}

fn own(message: types::Message) -> types::Message {
    types::Message { out: true, ..message }
}

#[test]
fn messages_and_posts_new_and_edited_are_told_apart() {
    let text = |place| written(1, place, "x");
    let changed = |edit_hide| types::Message { edit_date: Some(5), edit_hide, ..text(at_user(ALICE)) };
    let titled = |out| types::MessageService {
        out,
        ..happened(1, at_group(GROUP), types::MessageActionChatEditTitle { title: "x".to_owned() }.into())
    };
    let added = types::MessageActionChatAddUser { users: vec![ALICE] };
    let table = [
        (new(text(at_user(ALICE))), Some("message")),
        (new(text(at_group(GROUP))), Some("message")),
        (new(text(at_channel(SUPERGROUP))), Some("message")),
        (new(text(at_channel(CHANNEL))), Some("channel_post")),
        (edited(changed(false)), Some("edited_message")),
        (
            edited(types::Message { edit_date: Some(5), ..text(at_channel(CHANNEL)) }),
            Some("edited_channel_post"),
        ),
        // Reactions and views make new versions too.
        (edited(changed(true)), None),
        (new(own(text(at_user(ALICE)))), None),
        (edited(own(changed(false))), None),
        (new(types::MessageEmpty { id: 1, peer_id: None }), None),
        // What others could have done as well is told even of the bot itself.
        (new(titled(true)), Some("message")),
        (new(titled(false)), Some("message")),
        (new(types::MessageService { out: true, ..happened(1, at_group(GROUP), added.into()) }), None),
        (
            types::UpdateUserStatus {
                user_id: ALICE,
                status: enums::UserStatus::Recently(types::UserStatusRecently { by_me: false }),
            }
            .into(),
            None,
        ),
        (types::UpdateReadChannelOutbox { channel_id: CHANNEL, max_id: 1 }.into(), None),
    ];
    for (update, expected) in table {
        let name = told(update.clone()).map(|update| update.name().to_owned());
        assert_eq!(name.as_deref(), expected, "{update:?}");
    }
}

#[test]
fn an_update_says_whom_it_names_and_what_it_answers() {
    let tl = types::Message {
        from_id: Some(at_user(ALICE)),
        reply_to: Some(reply_to(5).into()),
        ..written(9, at_channel(SUPERGROUP), "x")
    };
    let incoming = incoming(new(tl), ME).unwrap();
    let chat = (-1_001_000_000_009).into();
    assert_eq!((incoming.users(), incoming.chats()), (&[ME, UserId(ALICE)][..], &[chat][..]));
    assert_eq!((incoming.replied(), incoming.pressed()), (Some((chat, 5.into())), None));
}

fn press() -> types::UpdateBotCallbackQuery {
    types::UpdateBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        peer: at_group(GROUP),
        msg_id: 5,
        chat_instance: -3,
        data: Some(b"data".to_vec()),
        game_short_name: None,
    }
}

#[test]
fn a_press_comes_with_its_message_or_its_place() {
    let incoming = || incoming(press().into(), ME).unwrap();
    assert_eq!(incoming().pressed(), Some(((-GROUP).into(), 5.into(), 77)));
    let pressed = message(&own(written(5, at_group(GROUP), "x")).into(), ME, &known());
    let known = Known { pressed: pressed.clone(), ..known() };
    let UpdateKind::CallbackQuery(query) = incoming().finish(1.into(), ME, &known).kind else { panic!() };
    assert_eq!(query.message, pressed.map(|pressed| MaybeInaccessibleMessage::Message(Box::new(pressed))));

    let update = told(press()).unwrap();
    assert_eq!(
        serde_json::to_value(&update).unwrap()["callback_query"],
        json!({
            "id": "77",
            "from": { "id": ALICE, "is_bot": false, "first_name": "Alice" },
            "message": {
                "message_id": 5,
                "chat": { "id": -GROUP, "type": "group", "title": "Group" },
                "date": 0,
            },
            "chat_instance": "-3",
            "data": "data",
        })
    );
}

#[test]
fn a_press_under_an_inline_message_names_it_by_its_id() {
    let update = told(types::UpdateInlineBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        msg_id: types::InputBotInlineMessageId { dc_id: 2, id: 0x0102_0304, access_hash: -1 }.into(),
        chat_instance: 3,
        data: None,
        game_short_name: Some("game".to_owned()),
    });
    let UpdateKind::CallbackQuery(query) = update.unwrap().kind else { panic!() };
    let id = query.inline_message_id.unwrap();
    assert_eq!((id.as_str(), query.message), ("AgAAAAQDAgEAAAAA__________8", None));
    assert_eq!((query.data, query.game_short_name.as_deref()), (None, Some("game")));
}

fn status(update: impl Into<enums::Update>) -> Option<(Value, Value, Value)> {
    let UpdateKind::Unknown { name, content, error: None } = told(update)?.kind else { panic!() };
    assert_eq!(&*name, "my_chat_member");
    let mut content: Value = content.read().unwrap();
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
        ("can_send_media_messages", false),
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
fn what_others_become_is_told_on_request_only() {
    assert_eq!(told(in_channel(SUPERGROUP, ALICE, None, Some(member()))), None);
}

#[test]
fn the_rest_is_kept_whole_and_in_its_place() {
    let user = UpdateOrder::User(UserId(ALICE));
    let query = types::UpdateBotInlineQuery {
        query_id: 1,
        user_id: ALICE,
        query: "q".to_owned(),
        geo: None,
        peer_type: None,
        offset: String::new(),
    };
    let reaction = types::UpdateBotMessageReaction {
        peer: at_group(GROUP),
        msg_id: 1,
        date: 5,
        actor: at_user(ALICE),
        old_reactions: vec![],
        new_reactions: vec![],
        qts: 1,
    };
    let vote = types::UpdateMessagePollVote {
        poll_id: 1,
        peer: at_user(ALICE),
        options: vec![],
        positions: vec![],
        qts: 1,
    };
    let business = types::UpdateBotNewBusinessMessage {
        connection_id: "c".to_owned(),
        message: written(1, at_user(ALICE), "x").into(),
        reply_to_message: None,
        qts: 1,
    };
    let table: [(enums::Update, &str, &str, UpdateOrder); 4] = [
        (query.into(), "inline_query", "updateBotInlineQuery", user),
        (vote.into(), "poll_answer", "updateMessagePollVote", user),
        (reaction.into(), "message_reaction", "updateBotMessageReaction", UpdateOrder::Chat((-GROUP).into())),
        (business.into(), "business_message", "updateBotNewBusinessMessage", UpdateOrder::Chat(ALICE.into())),
    ];
    for (tl, name, tl_name, order) in table {
        let update = told(tl).unwrap();
        assert_eq!((update.name(), update.order()), (name, order));
        let UpdateKind::Unknown { content, error: None, .. } = update.kind else { panic!() };
        assert_eq!(content.field::<String>("@type").unwrap().as_deref(), Some(tl_name));
        assert!(content.field::<Raw>("@tl").unwrap().is_some());
    }
}

#[test]
fn a_message_of_those_who_are_not_known_is_told_all_the_same() {
    let incoming = incoming(new(written(1, at_channel(999), "x")), ME).unwrap();
    let update = incoming.finish(1.into(), ME, &Known::default());
    let message: &Message = update.message().unwrap();
    assert_eq!(message.chat.kind.as_str(), "supergroup");
}
