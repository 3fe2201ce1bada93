//! Messages: TL, and the Bot API's JSON of the same.

use ambigram_core::types::{Message, MessageKind, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{Names, message, replied};
use crate::convert::testing::{self, *};

const ME: UserId = UserId(BOT);
const DATE: i32 = 1_700_000_000;

/// The JSON that the message has on the Bot API, without what every one has.
fn shown(tl: impl Into<enums::Message>) -> Value {
    let message = message(&tl.into(), ME, &known()).unwrap();
    let mut json = serde_json::to_value(&message).unwrap();
    let object = json.as_object_mut().unwrap();
    for name in ["message_id", "date"] {
        assert!(object.remove(name).is_some());
    }
    if let Some(chat) = object.get_mut("chat") {
        *chat = chat["id"].take();
    }
    json
}

fn alice() -> Value {
    json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" })
}

fn bot() -> Value {
    json!({ "id": BOT, "is_bot": true, "first_name": "Bot", "username": "test_bot" })
}

fn by(tl: types::Message, from: enums::Peer) -> types::Message {
    types::Message { from_id: Some(from), ..tl }
}

#[test]
fn who_wrote_it_is_told_as_on_the_bot_api() {
    let group_bot = json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" });
    let channel_bot =
        json!({ "id": 136_817_688, "is_bot": true, "first_name": "Channel", "username": "Channel_Bot" });
    let service = json!({ "id": 777_000, "is_bot": false, "first_name": "Telegram" });
    let supergroup = json!({ "id": -1_001_000_000_009_i64, "type": "supergroup", "title": "Supergroup" });
    let channel = json!({ "id": -1_001_000_000_011_i64, "type": "channel", "title": "Channel" });
    let (private, in_supergroup) =
        (|| written(1, at_user(ALICE), "x"), || written(1, at_channel(SUPERGROUP), "x"));
    let from_channel = types::MessageFwdHeader {
        imported: false,
        saved_out: false,
        from_id: Some(at_channel(CHANNEL)),
        from_name: None,
        date: DATE,
        channel_post: Some(5),
        post_author: None,
        saved_from_peer: Some(at_channel(CHANNEL)),
        saved_from_msg_id: Some(5),
        saved_from_id: None,
        saved_from_name: None,
        saved_date: None,
        psa_type: None,
    };
    let taken_over =
        types::Message { fwd_from: Some(from_channel.into()), ..by(in_supergroup(), at_channel(CHANNEL)) };
    let table = [
        (private(), json!({ "from": alice(), "chat": ALICE })),
        (types::Message { out: true, ..private() }, json!({ "from": bot(), "chat": ALICE })),
        (by(written(1, at_group(GROUP), "x"), at_user(ALICE)), json!({ "from": alice(), "chat": -GROUP })),
        (
            by(written(1, at_group(GROUP), "x"), at_user(999)),
            json!({ "from": { "id": 999, "is_bot": false, "first_name": "" }, "chat": -GROUP }),
        ),
        (
            by(in_supergroup(), at_channel(SUPERGROUP)),
            json!({ "from": group_bot, "sender_chat": supergroup, "chat": -1_001_000_000_009_i64 }),
        ),
        (
            in_supergroup(),
            json!({ "from": group_bot, "sender_chat": supergroup, "chat": -1_001_000_000_009_i64 }),
        ),
        (
            by(in_supergroup(), at_channel(CHANNEL)),
            json!({ "from": channel_bot, "sender_chat": channel, "chat": -1_001_000_000_009_i64 }),
        ),
        (
            taken_over,
            json!({
                "from": service,
                "sender_chat": channel,
                "chat": -1_001_000_000_009_i64,
                "forward_origin": { "type": "channel", "chat": channel, "message_id": 5, "date": DATE },
                "is_automatic_forward": true,
            }),
        ),
        (
            types::Message {
                post: true,
                post_author: Some("A".to_owned()),
                ..written(1, at_channel(CHANNEL), "x")
            },
            json!({ "sender_chat": channel, "chat": -1_001_000_000_011_i64, "author_signature": "A" }),
        ),
    ];
    for (tl, mut expected) in table {
        expected["text"] = "x".into();
        assert_eq!(shown(tl), expected);
    }
}

#[test]
fn the_thread_is_that_of_the_bot_api() {
    let header = reply_to;
    let in_topic = |top| types::MessageReplyHeader { forum_topic: true, reply_to_top_id: top, ..header(5) };
    let top = |reply_to_top_id| types::MessageReplyHeader { reply_to_top_id, ..header(5) };
    let table = [
        (at_channel(SUPERGROUP), None, Value::Null, Value::Null),
        (at_channel(SUPERGROUP), Some(header(5)), json!(5), Value::Null),
        (at_channel(SUPERGROUP), Some(top(Some(3))), json!(3), Value::Null),
        (at_channel(FORUM), None, Value::Null, Value::Null),
        (at_channel(FORUM), Some(header(5)), Value::Null, Value::Null),
        (at_channel(FORUM), Some(in_topic(None)), json!(5), json!(true)),
        (at_channel(FORUM), Some(in_topic(Some(3))), json!(3), json!(true)),
        (at_channel(CHANNEL), Some(header(5)), Value::Null, Value::Null),
        (at_group(GROUP), Some(header(5)), Value::Null, Value::Null),
        (at_user(ALICE), Some(header(5)), Value::Null, Value::Null),
    ];
    for (place, reply, thread, is_topic) in table {
        let tl = types::Message { reply_to: reply.map(Into::into), ..written(9, place, "x") };
        let shown = shown(tl.clone());
        assert_eq!((&shown["message_thread_id"], &shown["is_topic_message"]), (&thread, &is_topic), "{tl:?}");
    }
}

#[test]
fn what_it_answers_comes_without_its_own() {
    let place = || at_channel(SUPERGROUP);
    let root = message(&written(3, place(), "root").into(), ME, &known()).unwrap();
    let answered = message(&written(5, place(), "answered").into(), ME, &known()).unwrap();
    let known = crate::convert::Known {
        answered: Some(Message { reply_to_message: Some(Box::new(root)), ..answered.clone() }),
        ..known()
    };
    let to = |header: types::MessageReplyHeader| -> enums::Message {
        types::Message { reply_to: Some(header.into()), ..written(9, place(), "x") }.into()
    };
    let here = types::MessageReplyHeader { reply_to_peer_id: Some(place()), ..reply_to(5) };
    let elsewhere = types::MessageReplyHeader { reply_to_peer_id: Some(at_channel(CHANNEL)), ..reply_to(5) };
    let table = [
        (to(reply_to(5)), Some(answered.id), Some(&answered)),
        (to(here), Some(answered.id), Some(&answered)),
        // Another one is known than the one that is answered.
        (to(reply_to(6)), Some(6.into()), None),
        (to(elsewhere), None, None),
    ];
    for (tl, id, expected) in table {
        assert_eq!(replied(&tl).map(|(_, id)| id), id);
        assert_eq!(message(&tl, ME, &known).unwrap().reply_to_message.as_deref(), expected);
    }
}

#[test]
fn a_quote_and_an_answer_across_chats_are_told() {
    let from = types::MessageFwdHeader {
        imported: false,
        saved_out: false,
        from_id: Some(at_channel(CHANNEL)),
        from_name: None,
        date: DATE,
        channel_post: Some(5),
        post_author: None,
        saved_from_peer: None,
        saved_from_msg_id: None,
        saved_from_id: None,
        saved_from_name: None,
        saved_date: None,
        psa_type: None,
    };
    let bold = types::MessageEntityBold { offset: 0, length: 1 };
    let header = types::MessageReplyHeader {
        reply_to_peer_id: Some(at_channel(CHANNEL)),
        reply_from: Some(from.into()),
        quote: true,
        quote_text: Some("part".to_owned()),
        quote_entities: Some(vec![bold.into()]),
        quote_offset: Some(2),
        ..reply_to(5)
    };
    let tl = types::Message { reply_to: Some(header.into()), ..written(9, at_user(ALICE), "x") };
    let channel = json!({ "id": -1_001_000_000_011_i64, "type": "channel", "title": "Channel" });
    assert_eq!(
        shown(tl),
        json!({
            "from": alice(),
            "chat": ALICE,
            "text": "x",
            "quote": {
                "text": "part",
                "entities": [{ "type": "bold", "offset": 0, "length": 1 }],
                "position": 2,
                "is_manual": true,
            },
            "external_reply": {
                "origin": { "type": "channel", "chat": channel, "message_id": 5, "date": DATE },
                "chat": channel,
                "message_id": 5,
            },
        })
    );
}

#[test]
fn an_edit_is_told_unless_it_is_hidden() {
    let tl = |edit_hide| types::Message {
        edit_date: Some(DATE + 1),
        edit_hide,
        ..written(1, at_user(ALICE), "x")
    };
    let date = |tl: types::Message| message(&tl.into(), ME, &known()).unwrap().edit_date;
    assert_eq!((date(tl(false)), date(tl(true))), (Some(1_700_000_001), None));
}

#[test]
fn the_smaller_fields_are_told() {
    let page = types::WebPageEmpty { id: 1, url: Some("https://a.b/".to_owned()) };
    let media = types::MessageMediaWebPage {
        force_large_media: true,
        force_small_media: false,
        manual: true,
        safe: false,
        webpage: page.into(),
    };
    let tl = types::Message {
        noforwards: true,
        invert_media: true,
        via_bot_id: Some(BOT),
        effect: Some(5),
        media: Some(media.into()),
        ..written(1, at_user(ALICE), "x")
    };
    assert_eq!(
        shown(tl),
        json!({
            "from": alice(),
            "chat": ALICE,
            "text": "x",
            "via_bot": bot(),
            "effect_id": "5",
            "has_protected_content": true,
            "link_preview_options": {
                "url": "https://a.b/",
                "prefer_large_media": true,
                "show_above_text": true,
            },
        })
    );
}

#[test]
fn what_the_bot_api_has_no_name_for_is_kept() {
    let tl = types::Message {
        media: Some(enums::MessageMedia::Unsupported),
        grouped_id: Some(6),
        ..written(1, at_user(ALICE), "caption")
    };
    let message = message(&tl.clone().into(), ME, &known()).unwrap();
    assert_eq!(message.kind, MessageKind::Unknown);
    let shown = shown(tl);
    assert_eq!((&shown["@type"], &shown["media_group_id"]), (&json!("messageMediaUnsupported"), &json!("6")));
    assert!(shown["@tl"].is_string() && shown.get("text").is_none(), "{shown}");
}

#[test]
fn what_happened_is_told_in_the_bot_apis_fields() {
    use enums::MessageAction as Action;
    let add = |users: &[i64]| -> Action { types::MessageActionChatAddUser { users: users.to_vec() }.into() };
    let title = || "New".to_owned();
    let topic = types::MessageActionTopicCreate {
        title_missing: false,
        title: "Topic".to_owned(),
        icon_color: 255,
        icon_emoji_id: None,
    };
    let closed =
        types::MessageActionTopicEdit { title: None, icon_emoji_id: None, closed: Some(true), hidden: None };
    let table: [(enums::Peer, Action, Value); 12] = [
        (
            at_group(GROUP),
            types::MessageActionChatCreate { title: title(), users: vec![BOT] }.into(),
            json!({ "group_chat_created": true }),
        ),
        (
            at_channel(SUPERGROUP),
            types::MessageActionChannelCreate { title: title() }.into(),
            json!({ "supergroup_chat_created": true }),
        ),
        (
            at_channel(CHANNEL),
            types::MessageActionChannelCreate { title: title() }.into(),
            json!({ "channel_chat_created": true }),
        ),
        (at_group(GROUP), add(&[ALICE, BOT]), json!({ "new_chat_members": [alice(), bot()] })),
        (
            at_group(GROUP),
            types::MessageActionChatDeleteUser { user_id: ALICE }.into(),
            json!({ "left_chat_member": alice() }),
        ),
        (
            at_group(GROUP),
            types::MessageActionChatEditTitle { title: title() }.into(),
            json!({ "new_chat_title": "New" }),
        ),
        (
            at_group(GROUP),
            types::MessageActionChatMigrateTo { channel_id: SUPERGROUP }.into(),
            json!({ "migrate_to_chat_id": -1_001_000_000_009_i64 }),
        ),
        (
            at_channel(SUPERGROUP),
            types::MessageActionChannelMigrateFrom { title: title(), chat_id: GROUP }.into(),
            json!({ "migrate_from_chat_id": -GROUP }),
        ),
        (
            at_channel(FORUM),
            topic.into(),
            json!({
                "message_thread_id": 9,
                "is_topic_message": true,
                "forum_topic_created": { "name": "Topic", "icon_color": 255 },
            }),
        ),
        (at_channel(FORUM), closed.into(), json!({ "forum_topic_closed": {} })),
        (at_group(GROUP), Action::ChatDeletePhoto, json!({ "delete_chat_photo": true })),
        (
            at_group(GROUP),
            Action::ScreenshotTaken,
            json!({ "@type": "messageActionScreenshotTaken", "@tl": "m5KSRw" }),
        ),
    ];
    for (place, action, mut expected) in table {
        let tl = types::MessageService { from_id: Some(at_user(ALICE)), ..happened(9, place, action) };
        let mut shown = shown(tl);
        shown.as_object_mut().unwrap().remove("chat");
        expected["from"] = alice();
        assert_eq!(shown, expected);
    }
}

#[test]
fn a_pinned_message_stands_where_it_belongs() {
    let place = || at_group(GROUP);
    let pinned = message(&written(5, place(), "pinned").into(), ME, &known()).unwrap();
    let known = crate::convert::Known { answered: Some(pinned), ..known() };
    let tl = types::MessageService {
        reply_to: Some(reply_to(5).into()),
        ..happened(9, place(), enums::MessageAction::PinMessage)
    };
    let message = message(&tl.clone().into(), ME, &known).unwrap();
    assert_eq!(message.reply_to_message, None);
    let MessageKind::PinnedMessage(pinned) = message.kind else { panic!("{message:?}") };
    assert_eq!(pinned.message().unwrap().as_text().unwrap().text, "pinned");
    let unknown = super::message(&tl.into(), ME, &testing::known()).unwrap();
    let MessageKind::PinnedMessage(unknown) = unknown.kind else { panic!("{unknown:?}") };
    assert_eq!((unknown.message(), unknown.id()), (None, 5.into()));
}

#[test]
fn an_empty_message_is_none() {
    let empty = types::MessageEmpty { id: 1, peer_id: None };
    assert_eq!(message(&empty.into(), ME, &known()), None);
}

#[test]
fn all_who_are_named_by_number_are_listed() {
    let mention = types::MessageEntityMentionName { offset: 0, length: 1, user_id: 3 };
    let tl = types::Message {
        entities: Some(vec![mention.into()]),
        via_bot_id: Some(4),
        ..by(written(1, at_channel(SUPERGROUP), "x"), at_user(ALICE))
    };
    let names = Names::in_message(&tl.into(), ME);
    assert_eq!(names.users, [ME, UserId(ALICE), UserId(4), UserId(3)]);
    assert_eq!(names.chats, [(-1_001_000_000_009).into()]);
    let tl = happened(1, at_user(ALICE), types::MessageActionChatAddUser { users: vec![5, 6] }.into());
    let names = Names::in_message(&tl.into(), ME);
    assert_eq!(names.users, [ME, UserId(ALICE), UserId(5), UserId(6)]);
}
