//! Buttons: kept, pressed, answered.

use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test]
async fn every_kind_of_button_is_kept() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (given, kept) in [
        (json!({ "callback_data": "d" }), json!({ "callback_data": "d" })),
        (json!({ "callback_data": 7 }), json!({ "callback_data": "7" })),
        (json!({ "url": "https://example.com/a" }), json!({ "url": "https://example.com/a" })),
        (
            json!({ "web_app": { "url": "https://example.com/" } }),
            json!({ "web_app": { "url": "https://example.com/" } }),
        ),
        (json!({ "switch_inline_query": "" }), json!({ "switch_inline_query": "" })),
        (
            json!({ "switch_inline_query_current_chat": "q" }),
            json!({ "switch_inline_query_current_chat": "q" }),
        ),
        (json!({ "copy_text": { "text": "t" } }), json!({ "copy_text": { "text": "t" } })),
        (
            json!({ "login_url": { "url": "https://example.com/", "request_write_access": true } }),
            json!({ "url": "https://example.com/" }),
        ),
        (
            json!({ "switch_inline_query_chosen_chat": { "query": "q", "allow_user_chats": true } }),
            json!({ "switch_inline_query_chosen_chat": {
                "query": "q", "allow_user_chats": true, "allow_bot_chats": false, "allow_group_chats": false,
                "allow_channel_chats": false,
            } }),
        ),
        // Where several things are given, one counts.
        (
            json!({ "callback_data": "d", "url": "https://example.com/" }),
            json!({ "url": "https://example.com/" }),
        ),
    ] {
        let (mut given, mut kept) = (given, kept);
        given["text"] = json!("label");
        kept["text"] = json!("label");
        let markup = json!({ "inline_keyboard": [[given]] });
        let arguments = json!({ "chat_id": user.id.0, "text": "x", "reply_markup": markup });
        let sent = stage.ok(&bot, "sendMessage", arguments).await;
        assert_eq!(sent["reply_markup"], json!({ "inline_keyboard": [[kept]] }), "{given}");
    }
}

#[tokio::test]
async fn an_apps_keyboard_is_shown_to_the_user_and_not_to_the_bot() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (markup, shown) in [
        (
            json!({ "keyboard": [["a", { "text": "b", "request_contact": true }], [""]], "resize_keyboard": true }),
            json!({
                "keyboard": [[{ "text": "a" }, { "text": "b", "request_contact": true }]],
                "resize_keyboard": true,
            }),
        ),
        (
            json!({ "keyboard": [[{ "text": "u", "request_users": { "request_id": 5 } }]], "is_persistent": true }),
            json!({ "keyboard": [[{ "text": "u", "request_users": { "request_id": 5 } }]], "is_persistent": true }),
        ),
        (json!({ "remove_keyboard": true, "selective": true }), json!({ "remove_keyboard": true })),
        (
            json!({ "force_reply": true, "input_field_placeholder": "here" }),
            json!({ "force_reply": true, "input_field_placeholder": "here" }),
        ),
        (json!({ "keyboard": [[""]] }), json!(null)),
        (json!({ "inline_keyboard": [] }), json!(null)),
        (json!({}), json!(null)),
    ] {
        let arguments = json!({ "chat_id": user.id.0, "text": "x", "reply_markup": markup });
        let sent = stage.ok(&bot, "sendMessage", arguments).await;
        assert_eq!(sent.get("reply_markup"), None, "{markup}");
        let path = format!("/users/{}/chats/{}/messages?limit=1", user.id, bot.id);
        let seen = stage.controlled("GET", &path, json!(null)).await;
        assert_eq!(seen["messages"][0]["reply_markup"], shown, "{markup}");
        if !shown.is_null() {
            let edit = json!({ "chat_id": user.id.0, "message_id": sent["message_id"], "text": "y" });
            let refused = (400, "Bad Request: message can't be edited".to_owned());
            assert_eq!(stage.refused(&bot, "editMessageText", edit).await, refused, "{markup}");
        }
    }
}

#[tokio::test]
async fn a_press_reaches_the_bot_and_its_answer_the_user() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "+1", "callback_data": "count/1" }]] });
    let arguments = json!({ "chat_id": user.id.0, "text": "0", "reply_markup": keyboard });
    let sent = stage.ok(&bot, "sendMessage", arguments).await;
    let press = chat.press("+1").unwrap();
    let update = stage.only_update(&bot).await;
    let query = &update["callback_query"];
    assert_eq!(query["id"], json!(press.0.to_string()));
    assert_eq!(
        query["from"],
        json!({ "id": user.id.0, "is_bot": false, "first_name": "Alice", "language_code": "en" })
    );
    assert_eq!(query["data"], "count/1");
    assert_eq!(query["message"], sent);
    assert!(query["chat_instance"].is_string());

    let answer =
        json!({ "callback_query_id": query["id"], "text": "one!", "show_alert": true, "cache_time": 5 });
    assert_eq!(stage.ok(&bot, "answerCallbackQuery", answer.clone()).await, json!(true));
    let path = format!("/users/{}/presses/{}", user.id, press.0);
    let seen = stage.controlled("GET", &path, json!(null)).await;
    assert_eq!(seen["answer"], json!({ "text": "one!", "show_alert": true, "url": null, "cache_time": 5 }));

    let edit = json!({
        "chat_id": user.id.0, "message_id": query["message"]["message_id"], "text": "1", "reply_markup": keyboard,
    });
    stage.ok(&bot, "editMessageText", edit).await;
    assert_eq!(chat.last().text, "1");
}

#[tokio::test]
async fn the_message_of_a_press_may_be_gone() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "b" }]] });
    let arguments = json!({ "chat_id": user.id.0, "text": "x", "reply_markup": keyboard });
    let sent = stage.ok(&bot, "sendMessage", arguments).await;
    chat.press("a").unwrap();
    let arguments = json!({ "chat_id": user.id.0, "message_id": sent["message_id"] });
    stage.ok(&bot, "deleteMessage", arguments).await;
    // It was there when the button was pressed, and the update tells how it was then.
    assert_eq!(stage.only_update(&bot).await["callback_query"]["message"]["text"], "x");
}

#[tokio::test]
async fn buttons_are_replaced_and_taken_away() {
    let (stage, bot, user) = Stage::with_bot().await;
    let keyboard = |label: &str| json!({ "inline_keyboard": [[{ "text": label, "callback_data": "d" }]] });
    let arguments = json!({ "chat_id": user.id.0, "text": "x", "reply_markup": keyboard("a") });
    let id = stage.ok(&bot, "sendMessage", arguments).await["message_id"].clone();
    let edit = async |markup: Value| {
        let arguments = json!({ "chat_id": user.id.0, "message_id": id, "reply_markup": markup });
        stage.ok(&bot, "editMessageReplyMarkup", arguments).await
    };
    assert_eq!(edit(keyboard("b")).await["reply_markup"], keyboard("b"));
    assert_eq!(edit(json!({ "inline_keyboard": [] })).await.get("reply_markup"), None);
    assert_eq!(edit(keyboard("c")).await["text"], "x");
    // An edit of the text without buttons takes them away.
    let arguments = json!({ "chat_id": user.id.0, "message_id": id, "text": "y" });
    assert_eq!(stage.ok(&bot, "editMessageText", arguments).await.get("reply_markup"), None);
}
