//! Inline mode, and what bots answer in Web Apps and as guests.

use ambigram_sandbox::play::{BotAccount, UserHandle};
use ambigram_sandbox::world::NewBot;
use serde_json::{Value, json};

use crate::stage::Stage;

/// A bot with all that users can ask of it, and a user who started it.
async fn stage() -> (Stage, BotAccount, UserHandle) {
    let stage = Stage::new().await;
    let bot = stage.sandbox.telegram().bot_with(NewBot {
        supports_inline_queries: true,
        inline_feedback: true,
        supports_guest_queries: true,
        can_connect_to_business: true,
        ..NewBot::named("inline_bot")
    });
    let user = stage.user("Alice");
    user.open(&bot).say("/start");
    stage.confirm_all(&bot).await;
    (stage, bot, user)
}

fn article(id: &str) -> Value {
    json!({
        "type": "article", "id": id, "title": "Title", "description": "what it is",
        "input_message_content": { "message_text": "<b>chosen</b>", "parse_mode": "HTML" },
        "reply_markup": { "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] },
    })
}

/// Asks in the chat with another user, and answers with these results; the number of the question.
async fn ask(stage: &Stage, bot: &BotAccount, user: &UserHandle, chat: i64, results: Value) -> String {
    let door = format!("/users/{}/chats/{chat}/inline", user.id.0);
    let asked = stage.controlled("POST", &door, json!({ "bot": "@inline_bot", "query": "q" })).await;
    let update = stage.only_update(bot).await;
    assert_eq!(update["inline_query"]["id"], asked["query"], "{update}");
    let answer = json!({ "inline_query_id": asked["query"], "results": results, "cache_time": 0 });
    stage.ok(bot, "answerInlineQuery", answer).await;
    asked["query"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_chosen_is_sent_edited_and_pressed() {
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let query = ask(&stage, &bot, &alice, robert.id.0, json!([article("a")])).await;
    let shown = stage.controlled("GET", &format!("/users/{}/inline/{query}", alice.id.0), Value::Null).await;
    assert_eq!(shown["results"][0]["title"], json!("Title"));
    let door = format!("/users/{}/chats/{}", alice.id.0, robert.id.0);
    let sent = stage.controlled("POST", &format!("{door}/inline/{query}"), json!({ "result": "a" })).await;
    assert_eq!((&sent["text"], &sent["via_bot"]["id"]), (&json!("chosen"), &json!(bot.id.0)));

    let chosen = stage.only_update(&bot).await["chosen_inline_result"].clone();
    assert_eq!((&chosen["result_id"], &chosen["query"]), (&json!("a"), &json!("q")));
    let id = chosen["inline_message_id"].as_str().unwrap();
    let edit = json!({ "inline_message_id": id, "text": "edited" });
    assert_eq!(stage.ok(&bot, "editMessageText", edit.clone()).await, json!(true));
    let again = stage.refused(&bot, "editMessageText", edit).await;
    assert!(again.1.starts_with("Bad Request: message is not modified"), "{again:?}");
    let seen = stage.controlled("GET", &format!("{door}/messages"), Value::Null).await;
    assert_eq!(seen["messages"][0]["text"], json!("edited"));
    let markup = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let buttons = json!({ "inline_message_id": id, "reply_markup": markup });
    stage.ok(&bot, "editMessageReplyMarkup", buttons).await;

    stage.controlled("POST", &format!("{door}/press"), json!({ "data": "go" })).await;
    let press = stage.only_update(&bot).await["callback_query"].clone();
    assert_eq!((&press["inline_message_id"], &press["message"]), (&json!(id), &Value::Null));
}

#[tokio::test]
async fn the_sort_of_chat_is_told() {
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let group = alice.group("Group", []).id().0;
    let supergroup = alice.supergroup("Supergroup", []).id().0;
    for (chat, sort) in
        [(bot.id.0, "sender"), (robert.id.0, "private"), (group, "group"), (supergroup, "supergroup")]
    {
        let door = format!("/users/{}/chats/{chat}/inline", alice.id.0);
        let asked = json!({ "bot": "@inline_bot", "query": sort, "latitude": 1.5, "longitude": 2.5 });
        stage.controlled("POST", &door, asked).await;
        let query = stage.only_update(&bot).await["inline_query"].clone();
        assert_eq!((&query["chat_type"], &query["query"]), (&json!(sort), &json!(sort)));
        assert_eq!(query["location"], json!({ "latitude": 1.5, "longitude": 2.5 }));
    }
}

#[tokio::test]
async fn the_same_question_is_answered_from_memory_while_the_answer_holds() {
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let ask = async |user: &UserHandle| {
        let door = format!("/users/{}/chats/{}/inline", user.id.0, robert.id.0);
        stage.controlled("POST", &door, json!({ "bot": "@inline_bot", "query": "q" })).await
    };
    let first = ask(&alice).await;
    stage.confirm_all(&bot).await;
    let answer = json!({ "inline_query_id": first["query"], "results": [article("a")], "cache_time": 60 });
    stage.ok(&bot, "answerInlineQuery", answer).await;
    ask(&alice).await;
    assert_eq!(stage.updates(&bot).await, Vec::<Value>::new());
    stage.pass(61);
    ask(&alice).await;
    assert_eq!(stage.only_update(&bot).await["inline_query"]["query"], json!("q"));
}

#[tokio::test]
async fn what_telegram_would_not_take_is_refused_in_its_words() {
    let (stage, bot, alice) = stage().await;
    let photo = json!({ "type": "photo", "id": "p", "photo_url": "https://a.org/b.jpg" });
    let many: Vec<_> = (0..51).map(|id| article(&id.to_string())).collect();
    let without_content = json!({ "type": "article", "id": "a", "title": "t" });
    for (results, description) in [
        (json!([article("a"), article("a")]), "RESULT_ID_DUPLICATE"),
        (json!([article("")]), "RESULT_ID_INVALID"),
        (json!([article(&"a".repeat(65))]), "RESULT_ID_INVALID"),
        (json!([photo]), "PHOTO_THUMB_URL_EMPTY"),
        (json!({}), "expected an Array of inline query results"),
        (json!(many), "too many inline query results specified"),
        (json!([without_content]), "can't parse inline query result: Can't find field \"message_text\""),
        (
            json!([{ "type": "riddle", "id": "a" }]),
            "can't parse inline query result: type \"riddle\" is unsupported for the inline query result",
        ),
    ] {
        let door = format!("/users/{}/chats/{}/inline", alice.id.0, bot.id.0);
        let asked = stage.controlled("POST", &door, json!({ "bot": "@inline_bot" })).await;
        let answer = json!({ "inline_query_id": asked["query"], "results": results });
        let refused = stage.refused(&bot, "answerInlineQuery", answer).await;
        assert_eq!(refused, (400, format!("Bad Request: {description}")), "{results}");
    }
    let unknown = stage.refused(&bot, "answerInlineQuery", json!({ "inline_query_id": "7" })).await;
    let late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(unknown, (400, late.to_owned()));
    let door = format!("/users/{}/chats/{}/inline", alice.id.0, bot.id.0);
    stage.bot("plain_bot");
    let refused = stage.control("POST", &door, json!({ "bot": "@plain_bot" })).await;
    assert_eq!(refused.body["got"], json!("BOT_INLINE_DISABLED"));
}

#[tokio::test]
async fn places_contacts_and_files_are_sent_as_they_are() {
    use ambigram_sandbox::world::files::WebFile;
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let pdf = WebFile { bytes: b"%PDF-1.4".to_vec().into(), content_type: "application/pdf".to_owned() };
    let address = "https://example.org/a.pdf";
    stage.sandbox.telegram().world().write(|world| world.set_web_file(address, Some(pdf)));
    let with = |mut result: Value, kind: &str| {
        result["type"] = json!(kind);
        result["id"] = json!("a");
        result
    };
    let place = json!({ "latitude": 1.5, "longitude": 2.5, "title": "Here" });
    let venue = json!({ "latitude": 1.5, "longitude": 2.5, "title": "Here", "address": "There 1" });
    let contact = json!({ "phone_number": "+123", "first_name": "Eve" });
    let file = json!({ "title": "A file", "document_url": address, "mime_type": "application/pdf", "caption": "read" });
    let mut replaced = contact.clone();
    replaced["input_message_content"] = json!({ "latitude": 3.5, "longitude": 4.5 });
    for (result, field, inner, expected) in [
        (with(place, "location"), "location", "latitude", json!(1.5)),
        (with(venue, "venue"), "venue", "address", json!("There 1")),
        (with(contact, "contact"), "contact", "first_name", json!("Eve")),
        (with(file, "document"), "document", "mime_type", json!("application/pdf")),
        (with(replaced, "contact"), "location", "longitude", json!(4.5)),
    ] {
        let query = ask(&stage, &bot, &alice, robert.id.0, json!([result])).await;
        let door = format!("/users/{}/chats/{}/inline/{query}", alice.id.0, robert.id.0);
        let sent = stage.controlled("POST", &door, json!({ "result": "a" })).await;
        assert_eq!(sent[field][inner], expected, "{result}: {sent}");
        let chosen = stage.only_update(&bot).await["chosen_inline_result"].clone();
        // Without buttons there is nothing to be edited.
        assert_eq!(chosen["inline_message_id"], Value::Null, "{result}");
    }
}

#[tokio::test]
async fn a_web_app_and_a_guest_are_answered_once() {
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let door = format!("/users/{}/chats/{}", alice.id.0, robert.id.0);
    let opened = stage.controlled("POST", &format!("{door}/web_app"), json!({ "bot": "@inline_bot" })).await;
    let answer = json!({ "web_app_query_id": opened["query"], "result": article("a") });
    let sent = stage.ok(&bot, "answerWebAppQuery", answer.clone()).await;
    assert!(sent["inline_message_id"].is_string(), "{sent}");
    stage.refused(&bot, "answerWebAppQuery", answer).await;

    let group = alice.supergroup("Friends", [robert.id]);
    group.say("@inline_bot what is this?");
    let asked = stage.only_update(&bot).await["guest_message"].clone();
    assert_eq!(
        (&asked["text"], &asked["chat"]["id"]),
        (&json!("@inline_bot what is this?"), &json!(group.id().0))
    );
    let answer = json!({ "guest_query_id": asked["guest_query_id"], "result": article("a") });
    let sent = stage.ok(&bot, "answerGuestQuery", answer.clone()).await;
    assert!(sent["inline_message_id"].is_string(), "{sent}");
    let door = format!("/users/{}/chats/{}/messages", robert.id.0, group.id().0);
    let seen = stage.controlled("GET", &door, Value::Null).await;
    let told = seen["messages"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&told["text"], &told["from"]["id"]), (&json!("chosen"), &json!(bot.id.0)));
    assert_eq!(told["guest_bot_caller_user"]["id"], json!(alice.id.0));
    stage.refused(&bot, "answerGuestQuery", answer).await;
}

#[tokio::test]
async fn a_business_account_s_messages_are_told_and_written() {
    let (stage, bot, alice) = stage().await;
    let robert = stage.user("Robert");
    let door = format!("/users/{}/business/{}", alice.id.0, bot.id.0);
    stage.controlled("PUT", &door, json!({ "can_reply": true })).await;
    let told = stage.only_update(&bot).await["business_connection"].clone();
    assert_eq!((&told["user"]["id"], &told["rights"]), (&json!(alice.id.0), &json!({ "can_reply": true })));
    let id = told["id"].clone();

    let chat = robert.chat(alice.id.into());
    let message = chat.say("are you open?");
    let told = stage.only_update(&bot).await["business_message"].clone();
    assert_eq!((&told["business_connection_id"], &told["text"]), (&id, &json!("are you open?")));
    assert_eq!(told["chat"]["id"], json!(robert.id.0));
    chat.edit(message, "open?").unwrap();
    assert_eq!(stage.only_update(&bot).await["edited_business_message"]["text"], json!("open?"));

    let arguments = json!({ "business_connection_id": id, "chat_id": robert.id.0, "text": "we are" });
    let sent = stage.ok(&bot, "sendMessage", arguments.clone()).await;
    assert_eq!((&sent["business_connection_id"], &sent["from"]["id"]), (&id, &json!(alice.id.0)));
    assert_eq!(sent["sender_business_bot"]["id"], json!(bot.id.0));
    assert_eq!(chat.last().text, "we are");
    assert_eq!(stage.updates(&bot).await, Vec::<Value>::new());
    chat.delete(message).unwrap();
    let gone = stage.only_update(&bot).await["deleted_business_messages"].clone();
    assert_eq!((&gone["business_connection_id"], &gone["chat"]["id"]), (&id, &json!(robert.id.0)));

    stage.controlled("DELETE", &door, Value::Null).await;
    stage.confirm_all(&bot).await;
    let refused = stage.refused(&bot, "sendMessage", arguments).await;
    assert_eq!(refused.0, 400, "{refused:?}");
}
