//! The control API: setting the stage, playing the users, watching the bots.

use serde_json::{Value, json};

use crate::stage::Stage;

/// Alice, who has started a bot.
pub(crate) async fn alice_and_bot(stage: &Stage) -> (Value, Value) {
    let alice =
        stage.controlled("POST", "/users", json!({ "first_name": "Alice", "username": "alice" })).await;
    let bot =
        stage.controlled("POST", "/bots", json!({ "username": "testing_bot", "first_name": "Tester" })).await;
    stage.controlled("POST", "/users/@alice/chats/@testing_bot/start", json!(null)).await;
    (alice, bot)
}

async fn bot_api(stage: &Stage, bot: &Value, method: &str, arguments: Value) -> Value {
    let url = format!("{}/bot{}/{method}", stage.sandbox.bot_api_url(), bot["token"].as_str().unwrap());
    let heard = stage.post(&url, "application/json", arguments.to_string()).await;
    assert_eq!(heard.status, 200, "{method} {arguments}: {}", heard.body);
    heard.body["result"].clone()
}

#[tokio::test]
async fn accounts_are_made_and_listed() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    assert_eq!((&alice["first_name"], &alice["is_bot"]), (&json!("Alice"), &json!(false)));
    assert!(bot["token"].as_str().unwrap().starts_with(&format!("{}:AA", bot["id"])));
    assert_eq!(
        (&bot["first_name"], &bot["is_polling"], &bot["waiting_updates"]),
        (&json!("Tester"), &json!(false), &json!(0))
    );
    assert_eq!(stage.controlled("GET", "/users", json!(null)).await, json!({ "users": [alice] }));
    assert_eq!(stage.controlled("GET", &format!("/users/{}", alice["id"]), json!(null)).await, alice);
    let bots = stage.controlled("GET", "/bots", json!(null)).await;
    assert_eq!((&bots["bots"][0]["id"], &bots["bots"][0]["waiting_updates"]), (&bot["id"], &json!(1)));
    let index = stage.controlled("GET", "/", json!(null)).await;
    assert_eq!(index["bot_api"], json!(stage.sandbox.bot_api_url()));

    let given = json!({
        "first_name": "Zoe", "id": 777, "phone": "123", "last_name": "Z", "language_code": "fr", "is_premium": true,
    });
    let zoe = stage.controlled("POST", "/users", given.clone()).await;
    for (name, value) in given.as_object().unwrap() {
        assert_eq!(&zoe[name], value, "{name}");
    }
    let token = "4242:AAabcdefghijklmnopqrstuvwxyz0123456";
    let given = json!({
        "username": "@own_token_bot", "token": token, "privacy_mode": false, "can_join_groups": false,
    });
    let own = stage.controlled("POST", "/bots", given).await;
    assert_eq!(
        (&own["id"], &own["token"], &own["username"]),
        (&json!(4242), &json!(token), &json!("own_token_bot"))
    );
    assert_eq!((&own["can_read_all_group_messages"], &own["can_join_groups"]), (&json!(true), &json!(false)));
    let changed = stage
        .controlled("PATCH", "/bots/4242", json!({ "privacy_mode": true, "can_join_groups": true }))
        .await;
    assert_eq!(
        (&changed["can_read_all_group_messages"], &changed["can_join_groups"]),
        (&json!(false), &json!(true))
    );
    let renewed = stage.controlled("POST", "/bots/4242/token", json!(null)).await;
    assert_ne!(renewed["token"], json!(token));
    assert_eq!(stage.get(&format!("{}/bot{token}/getMe", stage.sandbox.bot_api_url())).await.status, 401);
    stage.controlled("DELETE", "/users/777", json!(null)).await;
    assert_eq!(stage.controlled("GET", "/users/777", json!(null)).await["is_deleted"], json!(true));
}

#[tokio::test]
async fn a_user_writes_edits_answers_and_deletes() {
    let stage = Stage::new().await;
    let (_, bot) = alice_and_bot(&stage).await;
    let here = "/users/@alice/chats/@testing_bot";
    let said = stage
        .controlled(
            "POST",
            &format!("{here}/messages"),
            json!({ "text": "*bold*", "parse_mode": "MarkdownV2", "reply_to": 1 }),
        )
        .await;
    assert_eq!((&said["message_id"], &said["text"]), (&json!(2), &json!("bold")));
    assert_eq!(
        (&said["entities"][0]["type"], &said["reply_to_message"]["text"]),
        (&json!("bold"), &json!("/start"))
    );
    let entities = json!([{ "type": "italic", "offset": 0, "length": 5 }]);
    let edited = stage
        .controlled("PATCH", &format!("{here}/messages/2"), json!({ "text": "other", "entities": entities }))
        .await;
    assert_eq!((&edited["text"], &edited["entities"]), (&json!("other"), &entities));
    assert_eq!(stage.controlled("GET", &format!("{here}/messages/2"), json!(null)).await, edited);
    let messages = stage.controlled("GET", &format!("{here}/messages"), json!(null)).await;
    assert_eq!(messages["messages"].as_array().unwrap().len(), 2);
    let after = stage.controlled("GET", &format!("{here}/messages?after=1"), json!(null)).await;
    assert_eq!(after, json!({ "messages": [edited] }));
    stage.controlled("DELETE", &format!("{here}/messages/2"), json!(null)).await;
    assert_eq!(stage.control("GET", &format!("{here}/messages/2"), json!(null)).await.status, 404);
    let updates = bot_api(&stage, &bot, "getUpdates", json!({})).await;
    let texts: Vec<_> = updates
        .as_array()
        .unwrap()
        .iter()
        .map(|update| update.get("message").or(update.get("edited_message")).unwrap()["text"].clone())
        .collect();
    assert_eq!(texts, ["/start", "bold", "other"]);
    let deep = stage.controlled("POST", &format!("{here}/start"), json!({ "parameter": "abc" })).await;
    assert_eq!(deep["text"], "/start abc");
}

#[tokio::test]
async fn buttons_are_pressed_by_label_data_or_place() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    let button = |label: &str, data: &str| json!({ "text": label, "callback_data": data });
    let say = async |text: &str, rows: Value| {
        let markup = json!({ "inline_keyboard": rows });
        bot_api(
            &stage,
            &bot,
            "sendMessage",
            json!({ "chat_id": alice["id"], "text": text, "reply_markup": markup }),
        )
        .await
    };
    say("old", json!([[button("a", "old/a"), button("b", "old/b")]])).await;
    let link = json!({ "text": "link", "url": "https://example.com/" });
    say("new", json!([[button("a", "new/a")], [link, button("c", "new/c")]])).await;
    let press = "/users/@alice/chats/@testing_bot/press";
    for (wanted, data) in [
        (json!({ "label": "a" }), "new/a"),
        (json!({ "label": "b" }), "old/b"),
        (json!({ "data": "old/a" }), "old/a"),
        (json!({ "row": 1, "column": 1 }), "new/c"),
        (json!({ "row": 0 }), "new/a"),
        (json!({ "label": "a", "message": 2 }), "old/a"),
    ] {
        assert_eq!(stage.controlled("POST", press, wanted.clone()).await["data"], data, "{wanted}");
    }
    for (wanted, status, expected, got) in [
        (
            json!({ "label": "z" }),
            404,
            json!("a message with a callback button labelled `z`"),
            json!(["a", "link", "c"]),
        ),
        (
            json!({ "label": "link" }),
            404,
            json!("a message with a callback button labelled `link`"),
            json!(["a", "link", "c"]),
        ),
        (json!({}), 400, json!("one of label, data, or row and column"), json!(null)),
        (
            json!({ "label": "a", "data": "b" }),
            400,
            json!("one of label, data, or row and column"),
            json!(null),
        ),
        (json!({ "label": "a", "message": 99 }), 404, json!("a message of this chat"), json!(99)),
    ] {
        let heard = stage.control("POST", press, wanted.clone()).await;
        assert_eq!(
            (heard.status, &heard.body["expected"], &heard.body["got"]),
            (status, &expected, &got),
            "{wanted}"
        );
    }
    let presses = stage.controlled("GET", "/users/@alice/presses", json!(null)).await;
    assert_eq!(presses["presses"].as_array().unwrap().len(), 6);
    assert_eq!(presses["presses"][0]["answer"], json!(null));
}

#[tokio::test]
async fn an_answer_to_a_press_can_be_waited_for() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    let markup = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "b" }]] });
    bot_api(
        &stage,
        &bot,
        "sendMessage",
        json!({ "chat_id": alice["id"], "text": "x", "reply_markup": markup }),
    )
    .await;
    let press =
        stage.controlled("POST", "/users/@alice/chats/@testing_bot/press", json!({ "label": "a" })).await;
    let path = format!("/users/@alice/presses/{}", press["query"].as_str().unwrap());
    let unanswered = stage.control("GET", &format!("{path}?timeout=0"), json!(null)).await;
    assert_eq!((unanswered.status, &unanswered.body["expected"]), (408, &json!("an answer to the press")));
    let waiting = format!("{path}?timeout=60");
    let (answer, _) = tokio::join!(stage.controlled("GET", &waiting, json!(null)), async {
        bot_api(
            &stage,
            &bot,
            "answerCallbackQuery",
            json!({ "callback_query_id": press["query"], "text": "toast" }),
        )
        .await
    });
    assert_eq!(
        (&answer["answer"]["text"], &answer["answer"]["show_alert"]),
        (&json!("toast"), &json!(false))
    );
    let events = stage.controlled("GET", "/users/@alice/events", json!(null)).await;
    let kinds: Vec<_> =
        events["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.last(), Some(&"callback_answer"));
}

#[tokio::test]
async fn a_message_can_be_waited_for() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    let here = "/users/@alice/chats/@testing_bot/wait";
    let say = async |text: &str| {
        bot_api(&stage, &bot, "sendMessage", json!({ "chat_id": alice["id"], "text": text })).await
    };
    let wait = format!("{here}?contains=lo+w&from=@testing_bot&timeout=60");
    let (found, _) = tokio::join!(stage.controlled("GET", &wait, json!(null)), say("hello world"));
    assert_eq!(found["text"], "hello world");
    say("hello again").await;
    for (query, text) in [
        ("contains=hello", Some("hello again")),
        ("contains=hello&after=1", Some("hello again")),
        ("text=hello+world", Some("hello world")),
        ("message=2", Some("hello world")),
        ("from=@alice", Some("/start")),
        ("from=@alice&after=1", None),
        ("text=hello", None),
        ("button=a", None),
        ("edited=true", None),
    ] {
        let heard = stage.control("GET", &format!("{here}?{query}&timeout=0"), json!(null)).await;
        match text {
            Some(text) => assert_eq!((heard.status, &heard.body["text"]), (200, &json!(text)), "{query}"),
            None => assert_eq!((heard.status, &heard.body["error"]), (408, &json!("timed out")), "{query}"),
        }
    }
    let gone = format!("{here}?message=2&gone=true&timeout=60");
    let delete = json!({ "chat_id": alice["id"], "message_id": 2 });
    let (gone, _) = tokio::join!(
        stage.controlled("GET", &gone, json!(null)),
        bot_api(&stage, &bot, "deleteMessage", delete)
    );
    assert_eq!(gone, json!({ "ok": true }));
}

#[tokio::test]
async fn a_bot_that_took_everything_and_polls_again_is_quiet() {
    let stage = Stage::new().await;
    let (_, bot) = alice_and_bot(&stage).await;
    let quiet = format!("/bots/{}/quiet?quiet_for=0", bot["id"]);
    let heard = stage.control("GET", &format!("{quiet}&timeout=0"), json!(null)).await;
    assert_eq!((heard.status, &heard.body["got"]["waiting_updates"]), (408, &json!(1)));
    let last = bot_api(&stage, &bot, "getUpdates", json!({})).await[0]["update_id"].as_i64().unwrap();
    bot_api(&stage, &bot, "getUpdates", json!({ "offset": last + 1 })).await;
    let heard = stage.control("GET", &format!("{quiet}&timeout=0"), json!(null)).await;
    assert_eq!((heard.status, &heard.body["got"]["is_polling"]), (408, &json!(false)));
    let (heard, _) = tokio::join!(stage.controlled("GET", &quiet, json!(null)), async {
        bot_api(&stage, &bot, "getUpdates", json!({ "timeout": 1 })).await
    });
    assert_eq!(heard, json!({ "ok": true }));
}

#[tokio::test]
async fn what_a_bot_said_is_listed_over_all_chats() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    stage.controlled("POST", "/users", json!({ "first_name": "Bob", "username": "robert" })).await;
    let started = stage.controlled("POST", "/users/@robert/chats/@testing_bot/start", json!(null)).await;
    let bob = started["from"]["id"].clone();
    for (chat, text) in [(&alice["id"], "a"), (&bob, "b"), (&alice["id"], "c")] {
        bot_api(&stage, &bot, "sendMessage", json!({ "chat_id": chat, "text": text })).await;
    }
    let said = stage.controlled("GET", "/bots/@testing_bot/said", json!(null)).await;
    let said: Vec<_> = said["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|message| (&message["text"], &message["chat"]["id"]))
        .collect();
    assert_eq!(said, [(&json!("a"), &alice["id"]), (&json!("b"), &bob), (&json!("c"), &alice["id"])]);
}

#[tokio::test]
async fn chats_are_made_and_their_members_managed() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    stage.controlled("POST", "/users", json!({ "first_name": "Bob", "username": "robert" })).await;
    let new = json!({
        "type": "supergroup", "title": "Friends", "username": "friends_here", "creator": "@alice",
        "members": [bot["id"]],
    });
    let chat = stage.controlled("POST", "/chats", new).await;
    assert_eq!((&chat["type"], &chat["member_count"]), (&json!("supergroup"), &json!(2)));
    let path = format!("/chats/{}", chat["id"]);
    assert_eq!(stage.controlled("GET", "/chats", json!(null)).await["chats"][0]["id"], chat["id"]);
    assert_eq!(stage.controlled("GET", "/chats/@friends_here", json!(null)).await["id"], chat["id"]);
    let member = async |method: &str, body: Value| {
        stage.controlled(method, &format!("{path}/members/@robert"), body).await["status"].clone()
    };
    stage.controlled("POST", &format!("{path}/members"), json!({ "user": "@robert" })).await;
    assert_eq!(member("GET", json!(null)).await, "member");
    assert_eq!(
        member("PUT", json!({ "status": "administrator", "rights": { "can_pin_messages": true } })).await,
        "administrator"
    );
    assert_eq!(member("PUT", json!({ "status": "member" })).await, "member");
    assert_eq!(
        member("PUT", json!({ "status": "restricted", "permissions": { "can_send_photos": true } })).await,
        "restricted"
    );
    let refused = stage
        .control("POST", &format!("/users/@robert/chats/{}/messages", chat["id"]), json!({ "text": "x" }))
        .await;
    assert_eq!(refused.body["error"], "Bad Request: not enough rights to send text messages to the chat");
    assert_eq!(member("PUT", json!({ "status": "member" })).await, "member");
    assert_eq!(member("PUT", json!({ "status": "kicked" })).await, "kicked");
    assert_eq!(member("PUT", json!({ "status": "left" })).await, "left");
    stage.controlled("POST", &format!("{path}/members"), json!({ "user": "@robert", "by": "@robert" })).await;
    assert_eq!(member("DELETE", json!({ "by": "@robert" })).await, "left");
    assert_eq!(
        stage.controlled("GET", &format!("{path}/members"), json!(null)).await["members"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(stage.controlled("PATCH", &path, json!({ "title": "Foes" })).await["title"], "Foes");
    let refused = stage.control("PATCH", &path, json!({ "title": "x", "by": "@robert" })).await;
    assert_eq!(refused.status, 403, "{}", refused.body);
    stage.controlled("DELETE", &path, json!(null)).await;

    let group = stage
        .controlled("POST", "/chats", json!({ "type": "group", "title": "G", "creator": alice["id"] }))
        .await;
    let grown = stage.controlled("POST", &format!("/chats/{}/upgrade", group["id"]), json!(null)).await;
    assert_eq!(grown["type"], "supergroup");
}

#[tokio::test]
async fn blocking_and_unblocking() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    let url = format!("{}/bot{}/sendMessage", stage.sandbox.bot_api_url(), bot["token"].as_str().unwrap());
    let send = async || {
        stage
            .post(&url, "application/json", json!({ "chat_id": alice["id"], "text": "x" }).to_string())
            .await
            .status
    };
    stage.controlled("PUT", "/users/@alice/blocked/@testing_bot", json!(null)).await;
    assert_eq!(send().await, 403);
    stage.controlled("DELETE", "/users/@alice/blocked/@testing_bot", json!(null)).await;
    assert_eq!(send().await, 200);
}
