//! Places, contacts, dice, polls and games over the Bot API.

use serde_json::{Value, json};

use crate::stage::{START, Stage};

/// An update's only kind, and what it holds.
fn of(update: &Value, kind: &str) -> Value {
    assert!(update.get(kind).is_some(), "no {kind}: {update:#}");
    update[kind].clone()
}

#[tokio::test]
async fn what_needs_no_file_is_told_as_it_was_sent() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.id.0;
    for (method, arguments, field, told) in [
        (
            "sendLocation",
            json!({ "latitude": 51.5, "longitude": -0.12, "horizontal_accuracy": 12.2 }),
            "location",
            json!({ "latitude": 51.5, "longitude": -0.12, "horizontal_accuracy": 13.0 }),
        ),
        (
            "sendLocation",
            json!({ "latitude": 1, "longitude": 2, "live_period": 60, "heading": 90, "proximity_alert_radius": 5 }),
            "location",
            json!({
                "latitude": 1.0, "longitude": 2.0, "live_period": 60, "heading": 90, "proximity_alert_radius": 5,
            }),
        ),
        (
            "sendVenue",
            json!({
                "latitude": 1.5, "longitude": 2.5, "title": "Pub", "address": "Corner", "foursquare_id": "f",
                "foursquare_type": "bar",
            }),
            "venue",
            json!({
                "location": { "latitude": 1.5, "longitude": 2.5 }, "title": "Pub", "address": "Corner",
                "foursquare_id": "f", "foursquare_type": "bar",
            }),
        ),
        (
            "sendContact",
            json!({ "phone_number": "+1 555", "first_name": "Bob", "last_name": "B." }),
            "contact",
            json!({ "phone_number": "+1 555", "first_name": "Bob", "last_name": "B." }),
        ),
    ] {
        let mut arguments = arguments;
        arguments["chat_id"] = json!(chat);
        let sent = stage.ok(&bot, method, arguments).await;
        assert_eq!(sent[field], told, "{method}");
    }
    for (emoji, most) in [("🎲", 6), ("🏀", 5), ("🎰", 64)] {
        let sent = stage.ok(&bot, "sendDice", json!({ "chat_id": chat, "emoji": emoji })).await;
        let value = sent["dice"]["value"].as_i64().unwrap();
        assert!((1..=most).contains(&value) && sent["dice"]["emoji"] == emoji, "{sent}");
    }
}

#[tokio::test]
async fn what_telegram_refuses_is_refused_in_its_words() {
    let (stage, bot, user) = Stage::with_bot().await;
    let options = json!(["a", "b"]);
    for (method, arguments, expected) in [
        ("sendLocation", json!({ "longitude": 1 }), "latitude is empty"),
        ("sendLocation", json!({ "latitude": 91, "longitude": 1 }), "invalid location specified"),
        (
            "sendLocation",
            json!({ "latitude": 1, "longitude": 1, "live_period": 59 }),
            "wrong live location period specified",
        ),
        (
            "sendVenue",
            json!({ "latitude": 91, "longitude": 1, "title": "t", "address": "a" }),
            "wrong venue location specified",
        ),
        ("sendContact", json!({ "first_name": "Bob" }), "parameter \"phone_number\" is required"),
        ("sendDice", json!({ "emoji": "🙂" }), "EMOTICON_INVALID"),
        ("sendPoll", json!({ "question": "q?", "options": "x" }), "can't parse options JSON object"),
        ("sendPoll", json!({ "question": "q?", "options": [] }), "poll must have at least one answer option"),
        (
            "sendPoll",
            json!({ "question": "q?", "options": options, "type": "x" }),
            "unsupported poll type specified",
        ),
        (
            "sendPoll",
            json!({ "question": "q?", "options": options, "type": "quiz" }),
            "correct quiz option list must be non-empty",
        ),
        (
            "sendPoll",
            json!({ "question": "q?", "options": options, "members_only": true }),
            "poll voters can be restricted only in channel chats",
        ),
        ("sendGame", json!({ "game_short_name": "none" }), "SHORT_NAME_INVALID"),
        ("stopPoll", json!({ "message_id": 1 }), "message is not a poll"),
        ("stopPoll", json!({ "message_id": 99 }), "message with poll to stop not found"),
    ] {
        let mut arguments = arguments;
        arguments["chat_id"] = json!(user.id.0);
        let (code, text) = stage.refused(&bot, method, arguments.clone()).await;
        assert_eq!(
            (code, text.as_str()),
            (400, format!("Bad Request: {expected}").as_str()),
            "{method} {arguments}"
        );
    }
}

#[tokio::test]
async fn a_live_location_moves_until_it_ends() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.id.0;
    let arguments = json!({ "chat_id": chat, "latitude": 1, "longitude": 2, "live_period": 60 });
    let id = stage.ok(&bot, "sendLocation", arguments).await["message_id"].clone();
    let moved = json!({ "chat_id": chat, "message_id": id, "latitude": 3, "longitude": 4, "heading": 7 });
    let edited = stage.ok(&bot, "editMessageLiveLocation", moved.clone()).await;
    assert_eq!(
        edited["location"],
        json!({ "latitude": 3.0, "longitude": 4.0, "live_period": 60, "heading": 7 })
    );
    let stopped =
        stage.ok(&bot, "stopMessageLiveLocation", json!({ "chat_id": chat, "message_id": id })).await;
    assert_eq!(stopped["location"], json!({ "latitude": 3.0, "longitude": 4.0 }));
    let refused = (400, "Bad Request: message can't be edited".to_owned());
    assert_eq!(stage.refused(&bot, "editMessageLiveLocation", moved).await, refused);

    let arguments = json!({ "chat_id": chat, "latitude": 1, "longitude": 2, "live_period": 60 });
    let id = stage.ok(&bot, "sendLocation", arguments).await["message_id"].clone();
    stage.pass(60);
    let moved = json!({ "chat_id": chat, "message_id": id, "latitude": 3, "longitude": 4 });
    assert_eq!(stage.refused(&bot, "editMessageLiveLocation", moved).await, refused);
}

#[tokio::test]
async fn who_comes_near_is_told_once() {
    let (stage, bot, alice) = Stage::with_bot().await;
    let robert = stage.user("Robert");
    let group = alice.supergroup("Walkers", [bot.id, robert.id]);
    stage.confirm_all(&bot).await;
    let at = |who: i64| format!("/users/{who}/chats/{}/locations", group.id().0);
    let watching = json!({
        "latitude": 0, "longitude": 0, "live_period": 600, "proximity_alert_radius": 1000,
    });
    stage.controlled("POST", &at(alice.id.0), watching).await;
    let far = json!({ "latitude": 0, "longitude": 1, "live_period": 600 });
    let sent = stage.controlled("POST", &at(robert.id.0), far).await;
    let path = format!("/users/{}/chats/{}/messages/{}/location", robert.id, group.id(), sent["message_id"]);
    for longitude in [0.005, 0.004] {
        stage.controlled("PATCH", &path, json!({ "latitude": 0, "longitude": longitude })).await;
    }
    // The bot does not read what is said in the group, but alerts are told to all.
    let updates = stage.updates(&bot).await;
    let alerts: Vec<_> =
        updates.iter().filter_map(|update| update["message"].get("proximity_alert_triggered")).collect();
    assert_eq!(alerts.len(), 1, "{updates:#?}");
    assert_eq!(
        (&alerts[0]["traveler"]["id"], &alerts[0]["watcher"]["id"], &alerts[0]["distance"]),
        (&json!(robert.id.0), &json!(alice.id.0), &json!(556))
    );
}

#[tokio::test]
async fn a_bot_is_told_of_votes_in_its_poll() {
    let (stage, bot, user) = Stage::with_bot().await;
    let poll = json!({
        "chat_id": user.id.0, "question": "Which?", "options": ["One", { "text": "<b>Two</b>", "text_parse_mode": "HTML" }],
        "is_anonymous": false, "allows_multiple_answers": true,
    });
    let sent = stage.ok(&bot, "sendPoll", poll).await;
    let (id, poll) = (sent["message_id"].clone(), sent["poll"].clone());
    assert_eq!(
        poll,
        json!({
            "id": poll["id"], "question": "Which?",
            "options": [
                { "persistent_id": "0", "text": "One", "voter_count": 0 },
                { "persistent_id": "1", "text": "Two", "voter_count": 0 },
            ],
            "total_voter_count": 0, "is_closed": false, "is_anonymous": false, "type": "regular",
            "allows_multiple_answers": true, "allows_revoting": true, "members_only": false,
        })
    );
    let path = format!("/users/{}/chats/{}/messages/{id}/vote", user.id, bot.id);
    stage.controlled("PUT", &path, json!({ "options": [0, 1] })).await;
    stage.controlled("PUT", &path, json!({ "options": [] })).await;
    let updates = stage.updates(&bot).await;
    assert_eq!(updates.len(), 4, "{updates:#?}");
    let voted = of(&updates[0], "poll");
    assert_eq!((&voted["total_voter_count"], &voted["options"][1]["voter_count"]), (&json!(1), &json!(1)));
    let answer = of(&updates[1], "poll_answer");
    assert_eq!(answer["user"]["id"], json!(user.id.0));
    assert_eq!(
        (&answer["poll_id"], &answer["option_ids"], &answer["option_persistent_ids"]),
        (&poll["id"], &json!([0, 1]), &json!(["0", "1"]))
    );
    assert_eq!(of(&updates[2], "poll")["total_voter_count"], json!(0));
    assert_eq!(of(&updates[3], "poll_answer")["option_ids"], json!([]));
}

#[tokio::test]
async fn a_poll_ends_when_its_bot_says_so_or_its_time_has_come() {
    let (stage, bot, user) = Stage::with_bot().await;
    let poll = |extra: Value| {
        let mut poll = json!({ "chat_id": user.id.0, "question": "Which?", "options": ["One", "Two"] });
        poll.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        poll
    };
    let id = stage.ok(&bot, "sendPoll", poll(json!({}))).await["message_id"].clone();
    let target = json!({ "chat_id": user.id.0, "message_id": id });
    let stopped = stage.ok(&bot, "stopPoll", target.clone()).await;
    assert_eq!(stopped["is_closed"], json!(true));
    assert_eq!(of(&stage.only_update(&bot).await, "poll"), stopped);
    assert_eq!(stage.refused(&bot, "stopPoll", target).await.1, "Bad Request: MESSAGE_POLL_CLOSED");
    let path = format!("/users/{}/chats/{}/messages/{id}/vote", user.id, bot.id);
    let heard = stage.control("PUT", &path, json!({ "options": [0] })).await;
    assert_eq!(heard.body["got"], json!("MESSAGE_POLL_CLOSED"));

    let sent = stage.ok(&bot, "sendPoll", poll(json!({ "open_period": 30 }))).await;
    assert_eq!((&sent["poll"]["open_period"], &sent["poll"]["close_date"]), (&json!(30), &json!(START + 30)));
    stage.pass(30);
    // The world's next change lets pass what has to happen by then.
    user.open(&bot).say("Time's up");
    let updates = stage.updates(&bot).await;
    let closed = of(&updates[0], "poll");
    assert_eq!((&closed["id"], &closed["is_closed"]), (&sent["poll"]["id"], &json!(true)));
}

#[tokio::test]
async fn a_quiz_keeps_its_answer_from_those_who_have_not_voted() {
    let (stage, bot, user) = Stage::with_bot().await;
    let group = user.supergroup("Quizzers", [bot.id]);
    stage.confirm_all(&bot).await;
    let quiz = json!({
        "chat_id": group.id().0, "question": "2 + 2?", "options": ["3", "4"], "type": "quiz",
        "correct_option_ids": [1], "explanation": "*Count*", "explanation_parse_mode": "MarkdownV2",
    });
    let sent = stage.ok(&bot, "sendPoll", quiz).await;
    let poll = &sent["poll"];
    assert_eq!(
        (&poll["type"], &poll["correct_option_ids"], &poll["explanation"]),
        (&json!("quiz"), &json!([1]), &json!("Count"))
    );
    assert_eq!(poll["allows_revoting"], json!(false));
    let messages = format!("/users/{}/chats/{}/messages", user.id, group.id());
    let seen = stage.controlled("GET", &format!("{messages}/{}", sent["message_id"]), Value::Null).await;
    assert_eq!(seen["poll"].get("correct_option_ids"), None, "{seen:#}");
    let vote = format!("{messages}/{}/vote", sent["message_id"]);
    let voted = stage.controlled("PUT", &vote, json!({ "options": [0] })).await;
    assert_eq!(voted["correct_option_ids"], json!([1]));
    let heard = stage.control("PUT", &vote, json!({ "options": [1] })).await;
    assert_eq!(heard.body["got"], json!("REVOTE_NOT_ALLOWED"));
}

#[tokio::test]
async fn a_game_is_played_and_scored() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.id.0;
    let game = json!({ "short_name": "chess", "title": "Chess", "description": "With pieces" });
    stage.controlled("POST", &format!("/bots/{}/games", bot.id), game).await;
    let sent = stage.ok(&bot, "sendGame", json!({ "chat_id": chat, "game_short_name": "chess" })).await;
    assert_eq!(
        (&sent["game"]["title"], &sent["game"]["description"]),
        (&json!("Chess"), &json!("With pieces"))
    );
    assert!(!sent["game"]["photo"].as_array().unwrap().is_empty());
    assert_eq!(
        sent["reply_markup"],
        json!({ "inline_keyboard": [[{ "text": "Play Chess", "callback_game": {} }]] })
    );
    let markup = json!({ "inline_keyboard": [[{ "text": "x", "callback_data": "x" }]] });
    let wrong = json!({ "chat_id": chat, "game_short_name": "chess", "reply_markup": markup });
    assert_eq!(stage.refused(&bot, "sendGame", wrong).await.1, "Bad Request: BUTTON_POS_INVALID");

    let press = format!("/users/{}/chats/{}/press", user.id, bot.id);
    stage.controlled("POST", &press, json!({ "label": "Play Chess" })).await;
    let query = of(&stage.only_update(&bot).await, "callback_query");
    assert_eq!((query.get("data"), &query["game_short_name"]), (None, &json!("chess")));
    let answer = json!({ "callback_query_id": query["id"], "url": "https://example.com/chess" });
    stage.ok(&bot, "answerCallbackQuery", answer).await;

    let score = |score: i64| json!({ "chat_id": chat, "message_id": sent["message_id"], "user_id": user.id.0, "score": score });
    let edited = stage.ok(&bot, "setGameScore", score(7)).await;
    assert_eq!(edited["game"]["text"], json!("1. Alice – 7"));
    let refused = stage.refused(&bot, "setGameScore", score(5)).await.1;
    assert_eq!(refused, "Bad Request: BOT_SCORE_NOT_MODIFIED");
    let scores = stage.ok(&bot, "getGameHighScores", score(0)).await;
    assert_eq!(
        (&scores[0]["position"], &scores[0]["score"], &scores[0]["user"]["id"]),
        (&json!(1), &json!(7), &json!(chat))
    );
    assert_eq!(stage.updates(&bot).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_draft_is_shown_to_its_reader() {
    let (stage, bot, user) = Stage::with_bot().await;
    let draft = json!({ "chat_id": user.id.0, "draft_id": 5, "text": "Once up" });
    assert_eq!(stage.ok(&bot, "sendMessageDraft", draft).await, json!(true));
    let events = stage.controlled("GET", &format!("/users/{}/events", user.id), Value::Null).await;
    let last = events["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["kind"], &last["draft"]["text"]), (&json!("draft"), &json!("Once up")));
    let (_, text) =
        stage.refused(&bot, "sendMessageDraft", json!({ "chat_id": user.id.0, "text": "x" })).await;
    assert_eq!(text, "Bad Request: RANDOM_ID_EMPTY");
    let group = user.supergroup("Group", [bot.id]);
    let draft = json!({ "chat_id": group.id().0, "draft_id": 5, "text": "x" });
    assert_eq!(stage.refused(&bot, "sendMessageDraft", draft).await.1, "Bad Request: TEXTDRAFT_PEER_INVALID");
}
