//! What messages look like on the wire, field by field.

use ambigram_core::types::MessageId;
use serde_json::{Value, json};

use crate::stage::{START, Stage};

#[tokio::test]
async fn a_text_arrives_with_all_its_fields() {
    let stage = Stage::new().await;
    let bot = stage.bot("testing_bot");
    let user = stage
        .controlled(
            "POST",
            "/users",
            json!({
                "first_name": "Alice", "last_name": "Liddell", "username": "alice", "language_code": "en",
                "is_premium": true,
            }),
        )
        .await["id"]
        .clone();
    let said = json!({ "text": "hi <b>there</b> @testing_bot", "parse_mode": "HTML" });
    stage.controlled("POST", "/users/@alice/chats/@testing_bot/messages", said).await;
    let update = stage.only_update(&bot).await;
    assert_eq!(
        update["message"],
        json!({
            "message_id": 1,
            "from": {
                "id": user, "is_bot": false, "first_name": "Alice", "last_name": "Liddell", "username": "alice",
                "language_code": "en", "is_premium": true,
            },
            "chat": {
                "id": user, "type": "private", "first_name": "Alice", "last_name": "Liddell", "username": "alice",
            },
            "date": START,
            "text": "hi there @testing_bot",
            "entities": [
                { "type": "bold", "offset": 3, "length": 5 },
                { "type": "mention", "offset": 9, "length": 12 },
            ],
        })
    );
}

#[tokio::test]
async fn the_bots_own_message_comes_back_as_it_was_sent() {
    let (stage, bot, user) = Stage::with_bot().await;
    stage.pass(5);
    let arguments = json!({
        "chat_id": user.id.0,
        "text": "see *here*",
        "parse_mode": "MarkdownV2",
        "link_preview_options": { "is_disabled": true, "url": "https://a.b/" },
        "protect_content": true,
        "disable_notification": true,
        "message_effect_id": "5",
        "allow_paid_broadcast": false,
    });
    assert_eq!(
        stage.ok(&bot, "sendMessage", arguments).await,
        json!({
            "message_id": 2,
            "from": { "id": bot.id.0, "is_bot": true, "first_name": "testing_bot", "username": "testing_bot" },
            "chat": { "id": user.id.0, "type": "private", "first_name": "Alice" },
            "date": START + 5,
            "text": "see here",
            "entities": [{ "type": "bold", "offset": 4, "length": 4 }],
            "link_preview_options": { "is_disabled": true, "url": "https://a.b/" },
            "has_protected_content": true,
            "effect_id": "5",
        })
    );
}

#[tokio::test]
async fn a_text_may_be_written_in_any_way() {
    let (stage, bot, user) = Stage::with_bot().await;
    let bold = json!([{ "type": "bold", "offset": 0, "length": 1 }]);
    for (arguments, text, entities) in [
        (json!({ "text": "<b>x</b>", "parse_mode": "html" }), "x", bold.clone()),
        (json!({ "text": "*x*", "parse_mode": "MARKDOWNV2" }), "x", bold.clone()),
        (json!({ "text": "*x*", "parse_mode": "Markdown" }), "x", bold.clone()),
        (json!({ "text": "x", "entities": bold }), "x", bold.clone()),
        (json!({ "text": "x", "entities": bold.to_string() }), "x", bold.clone()),
        (json!({ "text": "*x*", "parse_mode": "none" }), "*x*", json!(null)),
        (json!({ "text": "<b>x</b>", "parse_mode": "" }), "<b>x</b>", json!(null)),
        (json!({ "text": "  x\n" }), "x", json!(null)),
        (json!({ "text": "x", "entities": "nonsense" }), "x", json!(null)),
    ] {
        let mut sent = arguments.clone();
        sent["chat_id"] = json!(user.id.0);
        let message = stage.ok(&bot, "sendMessage", sent).await;
        assert_eq!((&message["text"], &message["entities"]), (&json!(text), &entities), "{arguments}");
    }
}

#[tokio::test]
async fn every_entity_keeps_what_is_its_own() {
    let (stage, bot, user) = Stage::with_bot().await;
    for entity in [
        json!({ "type": "pre", "offset": 0, "length": 4, "language": "rust" }),
        json!({ "type": "pre", "offset": 0, "length": 4 }),
        json!({ "type": "text_link", "offset": 0, "length": 4, "url": "http://example.com/a" }),
        json!({ "type": "custom_emoji", "offset": 0, "length": 4, "custom_emoji_id": "5368324170671202286" }),
        json!({ "type": "date_time", "offset": 0, "length": 4, "unix_time": 7, "date_time_format": "wDT" }),
        json!({ "type": "expandable_blockquote", "offset": 0, "length": 4 }),
        json!({ "type": "spoiler", "offset": 1, "length": 2 }),
    ] {
        let arguments = json!({ "chat_id": user.id.0, "text": "text", "entities": [entity] });
        assert_eq!(stage.ok(&bot, "sendMessage", arguments).await["entities"], json!([entity]));
    }
    let mention = json!({ "type": "text_mention", "offset": 0, "length": 4, "user": { "id": user.id.0 } });
    let arguments = json!({ "chat_id": user.id.0, "text": "text", "entities": [mention] });
    let sent = stage.ok(&bot, "sendMessage", arguments).await;
    assert_eq!(
        sent["entities"][0]["user"],
        json!({ "id": user.id.0, "is_bot": false, "first_name": "Alice", "language_code": "en" })
    );
    let html = json!({
        "chat_id": user.id.0, "parse_mode": "HTML",
        "text": format!("<a href=\"tg://user?id={}\">text</a> <a href=\"tg://user?id=12345\">nobody</a>", user.id),
    });
    let sent = stage.ok(&bot, "sendMessage", html).await;
    assert_eq!(sent["entities"].as_array().unwrap().len(), 1);
    assert_eq!(sent["entities"][0]["user"]["first_name"], "Alice");
}

#[tokio::test]
async fn an_answer_tells_what_it_answers_once() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    chat.say("one two three");
    let question = stage.only_update(&bot).await["message"].clone();
    let id = question["message_id"].clone();
    let quoted = stage
        .ok(
            &bot,
            "sendMessage",
            json!({
                "chat_id": user.id.0, "text": "answer",
                "reply_parameters": {
                    "message_id": id, "quote": "<i>two</i>", "quote_parse_mode": "HTML", "quote_position": 4,
                },
            }),
        )
        .await;
    assert_eq!(quoted["reply_to_message"], question);
    assert_eq!(
        quoted["quote"],
        json!({
            "text": "two", "position": 4, "is_manual": true,
            "entities": [{ "type": "italic", "offset": 0, "length": 3 }],
        })
    );
    for legacy in [
        json!({ "reply_to_message_id": id }),
        json!({ "reply_parameters": { "message_id": id, "chat_id": user.id.0 } }),
    ] {
        let mut arguments = json!({ "chat_id": user.id.0, "text": "answer" });
        arguments.as_object_mut().unwrap().extend(legacy.as_object().unwrap().clone());
        assert_eq!(stage.ok(&bot, "sendMessage", arguments).await["reply_to_message"], question);
    }
    // The user answers the answer: what that one answers is not told again.
    let answer = chat.messages().last().unwrap().id;
    chat.reply(answer, "thanks").unwrap();
    let update = stage.only_update(&bot).await;
    assert_eq!(update["message"]["reply_to_message"]["text"], "answer");
    assert_eq!(update["message"]["reply_to_message"].get("reply_to_message"), None);
    assert_eq!(update["message"]["reply_to_message"]["from"]["is_bot"], true);
}

#[tokio::test]
async fn an_answer_to_nothing_is_sent_where_that_is_allowed() {
    let (stage, bot, user) = Stage::with_bot().await;
    for extra in [
        json!({ "reply_parameters": { "message_id": 99, "allow_sending_without_reply": true } }),
        json!({ "reply_to_message_id": 99, "allow_sending_without_reply": true }),
        json!({ "reply_parameters": {} }),
        json!({ "reply_parameters": "" }),
    ] {
        let mut arguments = json!({ "chat_id": user.id.0, "text": "x" });
        arguments.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        assert_eq!(stage.ok(&bot, "sendMessage", arguments).await.get("reply_to_message"), None, "{extra}");
    }
}

#[tokio::test]
async fn edits_come_back_and_are_seen() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let sent = stage
        .ok(&bot, "sendMessage", json!({ "chat_id": user.id.0, "text": "one", "reply_to_message_id": 1 }))
        .await;
    stage.pass(9);
    let edited = stage
        .ok(&bot, "editMessageText", json!({
            "chat_id": user.id.0, "message_id": sent["message_id"], "text": "<u>two</u>", "parse_mode": "HTML",
        }))
        .await;
    assert_eq!(
        (&edited["text"], &edited["edit_date"], &edited["date"]),
        (&json!("two"), &json!(START + 9), &json!(START))
    );
    assert_eq!(edited["entities"], json!([{ "type": "underline", "offset": 0, "length": 3 }]));
    assert_eq!(edited.get("reply_to_message"), None);
    assert_eq!(chat.last().text, "two");

    let message = chat.say("mine");
    stage.confirm_all(&bot).await;
    stage.pass(1);
    chat.edit(message, "mine too").unwrap();
    let update = stage.only_update(&bot).await;
    assert_eq!(update["edited_message"]["text"], "mine too");
    assert_eq!(update["edited_message"]["edit_date"], json!(START + 10));
}

#[tokio::test]
async fn an_update_tells_how_it_was_then() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let message = chat.say("first");
    chat.edit(message, "second").unwrap();
    let updates = stage.updates(&bot).await;
    assert_eq!(updates[0]["message"]["text"], "first");
    assert_eq!(updates[0]["message"].get("edit_date"), None);
    assert_eq!(updates[1]["edited_message"]["text"], "second");
}

#[tokio::test]
async fn messages_go_for_both() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let mut ids = Vec::new();
    for text in ["a", "b", "c"] {
        let sent = stage.ok(&bot, "sendMessage", json!({ "chat_id": user.id.0, "text": text })).await;
        ids.push(sent["message_id"].clone());
    }
    let texts = || chat.messages().into_iter().map(|message| message.text).collect::<Vec<_>>();
    let one = json!({ "chat_id": user.id.0, "message_id": ids[0] });
    assert_eq!(stage.ok(&bot, "deleteMessage", one).await, json!(true));
    assert_eq!(texts(), ["/start", "b", "c"]);
    // Numbers that are gone already are passed over where there are several.
    let many = json!({ "chat_id": user.id.0, "message_ids": ids });
    assert_eq!(stage.ok(&bot, "deleteMessages", many).await, json!(true));
    assert_eq!(texts(), ["/start"]);
}

#[tokio::test]
async fn the_same_message_has_another_number_for_each() {
    let (stage, bot, user) = Stage::with_bot().await;
    let other = stage.bot("other_bot");
    user.open(&other).say("elsewhere");
    let sent = stage.ok(&bot, "sendMessage", json!({ "chat_id": user.id.0, "text": "x" })).await;
    assert_eq!(sent["message_id"], json!(2));
    assert_eq!(user.open(&bot).last().id, MessageId(3));
}

#[tokio::test]
async fn typing_is_seen_and_menus_are_kept() {
    let (stage, bot, user) = Stage::with_bot().await;
    let action = json!({ "chat_id": user.id.0, "action": "typing" });
    assert_eq!(stage.ok(&bot, "sendChatAction", action).await, json!(true));
    let events = stage.controlled("GET", &format!("/users/{}/events", user.id), json!(null)).await;
    let last = events["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["kind"], &last["chat_action"]["action"]), (&json!("chat_action"), &json!("typing")));

    let commands =
        json!([{ "command": "start", "description": "Begin" }, { "command": "help", "description": "Help" }]);
    let german = json!([{ "command": "hilfe", "description": "Hilfe" }]);
    stage.ok(&bot, "setMyCommands", json!({ "commands": commands })).await;
    let for_one = json!({
        "commands": german, "language_code": "de", "scope": { "type": "chat", "chat_id": user.id.0 },
    });
    stage.ok(&bot, "setMyCommands", for_one).await;
    assert_eq!(stage.ok(&bot, "getMyCommands", json!({})).await, commands);
    let scoped =
        json!({ "language_code": "de", "scope": { "type": "chat", "chat_id": user.id.to_string() } });
    assert_eq!(stage.ok(&bot, "getMyCommands", scoped.clone()).await, german);
    assert_eq!(stage.ok(&bot, "deleteMyCommands", scoped.clone()).await, json!(true));
    assert_eq!(stage.ok(&bot, "getMyCommands", scoped).await, json!([]));
    let menu =
        stage.controlled("GET", &format!("/users/{}/chats/{}/commands", user.id, bot.id), json!(null)).await;
    assert_eq!(menu["commands"], commands);
}

#[tokio::test]
async fn the_bot_knows_itself() {
    let (stage, bot, _) = Stage::with_bot().await;
    let me = stage.ok(&bot, "getMe", json!({})).await;
    assert_eq!(
        me,
        json!({
            "id": bot.id.0, "is_bot": true, "first_name": "testing_bot", "username": "testing_bot",
            "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
            "supports_guest_queries": false, "can_connect_to_business": false, "has_main_web_app": false,
            "has_topics_enabled": false, "allows_users_to_create_topics": false, "can_manage_bots": false,
            "supports_join_request_queries": false,
        })
    );
    assert!(matches!(me["id"], Value::Number(_)));
}
