//! What only users and Telegram bring about reaches bots as Telegram tells it.

use serde_json::{Value, json};

use crate::stage::Stage;

/// What is asked of the control API, the field of the message, and what stands in it.
fn cases(alice: i64, bot: i64) -> Vec<(Value, &'static str, Value)> {
    let gift = json!({
        "id": 77, "star_count": 50, "upgrade_star_count": 25, "total_count": 10, "remaining_count": 3,
        "is_premium": true, "background": { "center_color": 1, "edge_color": 2, "text_color": 3 },
    });
    let told_gift = json!({
        "id": "77", "star_count": 50, "upgrade_star_count": 25, "total_count": 10, "remaining_count": 3,
        "is_premium": true, "background": { "center_color": 1, "edge_color": 2, "text_color": 3 },
        "sticker": { "emoji": "🎁", "is_animated": true, "type": "regular" },
    });
    let part = |name: &str| json!({ "name": name, "rarity_per_mille": 15 });
    let unique = json!({
        "gift_id": 77, "base_name": "Star", "name": "Star-3", "number": 3, "model": part("m"), "symbol": part("s"),
        "backdrop": part("b"), "backdrop_colors": [1, 2, 3, 4],
    });
    let list = json!({
        "title": "Trip", "tasks": [{ "id": 1, "text": "pack" }, {
            "id": 2, "text": "go", "done": { "by": alice, "date": 5 }
        }], "others_can_add_tasks": true,
    });
    let with = |kind: &str, mut fields: Value| {
        fields["type"] = json!(kind);
        fields
    };
    vec![
        (
            with("story", json!({ "chat": alice, "id": 5 })),
            "story",
            json!({ "id": 5, "chat": { "id": alice, "type": "private" } }),
        ),
        (
            with(
                "giveaway",
                json!({ "chats": [alice], "winners_selection_date": 9, "winner_count": 2, "prize_star_count": 500 }),
            ),
            "giveaway",
            json!({ "winners_selection_date": 9, "winner_count": 2, "prize_star_count": 500 }),
        ),
        (
            with(
                "giveaway_winners",
                json!({
                    "chat": alice, "giveaway_message_id": 4, "winners_selection_date": 9, "winner_count": 1,
                    "winners": ["@testing_bot"], "unclaimed_prize_count": 2,
                }),
            ),
            "giveaway_winners",
            json!({ "giveaway_message_id": 4, "winner_count": 1, "unclaimed_prize_count": 2 }),
        ),
        (with("checklist", list), "checklist", json!({ "title": "Trip", "others_can_add_tasks": true })),
        (with("giveaway_created", json!({})), "giveaway_created", json!({})),
        (
            with("giveaway_completed", json!({ "winner_count": 3, "is_star_giveaway": true, "reply_to": 1 })),
            "giveaway_completed",
            json!({ "winner_count": 3, "is_star_giveaway": true, "giveaway_message": { "text": "/start" } }),
        ),
        (
            with(
                "gift",
                json!({ "gift": gift, "text": "for you", "is_private": true, "convert_star_count": 40 }),
            ),
            "gift",
            json!({ "gift": told_gift, "text": "for you", "is_private": true, "convert_star_count": 40 }),
        ),
        (
            with("gift_upgrade_sent", json!({ "gift": gift, "prepaid_upgrade_star_count": 25 })),
            "gift_upgrade_sent",
            json!({ "prepaid_upgrade_star_count": 25 }),
        ),
        (
            with(
                "unique_gift",
                json!({
                    "gift": unique, "origin": "resale", "resale": { "currency": "TON", "amount": 7 },
                }),
            ),
            "unique_gift",
            json!({
                "origin": "resale", "last_resale_currency": "TON", "last_resale_amount": 7,
                "gift": { "name": "Star-3", "number": 3, "model": { "name": "m", "rarity_per_mille": 15 } },
            }),
        ),
        (
            with("video_chat_scheduled", json!({ "start_date": 9 })),
            "video_chat_scheduled",
            json!({ "start_date": 9 }),
        ),
        (with("video_chat_started", json!({})), "video_chat_started", json!({})),
        (with("video_chat_ended", json!({ "duration": 60 })), "video_chat_ended", json!({ "duration": 60 })),
        (
            with("video_chat_participants_invited", json!({ "users": ["@testing_bot"] })),
            "video_chat_participants_invited",
            json!({}),
        ),
        (
            with(
                "chat_background_set",
                json!({
                    "background": "pattern", "intensity": 40, "is_inverted": true,
                    "fill": { "fill": "gradient", "top_color": 1, "bottom_color": 2, "rotation_angle": 45 },
                }),
            ),
            "chat_background_set",
            json!({ "type": {
                "type": "pattern", "intensity": 40, "is_inverted": true,
                "fill": { "type": "gradient", "top_color": 1, "bottom_color": 2, "rotation_angle": 45 },
                "document": { "mime_type": "application/x-tgwallpattern" },
            } }),
        ),
        (
            with("users_shared", json!({ "request_id": 3, "users": [alice], "told": { "name": true } })),
            "users_shared",
            json!({ "request_id": 3, "user_ids": [alice] }),
        ),
        (
            with("chat_shared", json!({ "request_id": 3, "chat": -1005 })),
            "chat_shared",
            json!({ "request_id": 3, "chat_id": -1005 }),
        ),
        (
            with("write_access_allowed", json!({ "from_request": true })),
            "write_access_allowed",
            json!({ "from_request": true }),
        ),
        (
            with("web_app_data", json!({ "data": "d", "button_text": "b" })),
            "web_app_data",
            json!({ "data": "d", "button_text": "b" }),
        ),
        (
            with(
                "passport_data",
                json!({
                    "elements": [{ "element": "email", "email": "a@b.c", "hash": "aGFzaA==" }],
                    "credentials": "Yw==", "hash": "aA==", "secret": "cw==",
                }),
            ),
            "passport_data",
            json!({
                "data": [{ "type": "email", "email": "a@b.c", "hash": "aGFzaA==" }],
                "credentials": { "data": "Yw==", "hash": "aA==", "secret": "cw==" },
            }),
        ),
        (
            with("chat_owner_left", json!({ "new_owner": alice })),
            "chat_owner_left",
            json!({ "new_owner": { "id": alice } }),
        ),
        (
            with("chat_owner_changed", json!({ "new_owner": alice })),
            "chat_owner_changed",
            json!({ "new_owner": { "id": alice } }),
        ),
        (with("boost_added", json!({ "boost_count": 2 })), "boost_added", json!({ "boost_count": 2 })),
        (
            with(
                "direct_message_price_changed",
                json!({ "are_direct_messages_enabled": true, "direct_message_star_count": 4 }),
            ),
            "direct_message_price_changed",
            json!({ "are_direct_messages_enabled": true, "direct_message_star_count": 4 }),
        ),
        (
            with("paid_message_price_changed", json!({ "paid_message_star_count": 4 })),
            "paid_message_price_changed",
            json!({ "paid_message_star_count": 4 }),
        ),
        (
            with("managed_bot_created", json!({ "bot": bot })),
            "managed_bot_created",
            json!({ "bot": { "id": bot } }),
        ),
        (
            with(
                "suggested_post_approved",
                json!({ "send_date": 9, "price": { "currency": "XTR", "amount": 5 }, "reply_to": 1 }),
            ),
            "suggested_post_approved",
            json!({ "send_date": 9, "price": { "currency": "XTR", "amount": 5 }, "suggested_post_message": { "text": "/start" } }),
        ),
        (
            with("suggested_post_approval_failed", json!({ "price": { "currency": "XTR", "amount": 5 } })),
            "suggested_post_approval_failed",
            json!({ "price": { "currency": "XTR", "amount": 5 } }),
        ),
        (
            with("suggested_post_declined", json!({ "comment": "no" })),
            "suggested_post_declined",
            json!({ "comment": "no" }),
        ),
        (
            with("suggested_post_paid", json!({ "price": { "currency": "XTR", "amount": 5 } })),
            "suggested_post_paid",
            json!({ "currency": "XTR", "star_amount": { "amount": 5 } }),
        ),
        (
            with("suggested_post_refunded", json!({ "is_payment_refunded": true })),
            "suggested_post_refunded",
            json!({ "reason": "payment_refunded" }),
        ),
    ]
}

/// Whether all that is expected stands in what was found, which may have more.
fn has(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            expected.iter().all(|(name, value)| found.get(name).is_some_and(|found| has(found, value)))
        }
        _ => found == expected,
    }
}

#[tokio::test]
async fn everything_special_is_told_in_a_field_of_its_own() {
    let (stage, bot, user) = Stage::with_bot().await;
    let door = format!("/users/{}/chats/{}/service", user.id.0, bot.id.0);
    for (given, name, expected) in cases(user.id.0, bot.id.0) {
        stage.controlled("POST", &door, given.clone()).await;
        let message = stage.only_update(&bot).await["message"].clone();
        assert!(has(&message[name], &expected), "{given}: {message}");
        assert_eq!(message["reply_to_message"], Value::Null, "{given}");
    }
}

#[tokio::test]
async fn a_field_that_the_thing_lacks_is_refused_by_name() {
    let (stage, bot, user) = Stage::with_bot().await;
    let door = format!("/users/{}/chats/{}/service", user.id.0, bot.id.0);
    for (given, expected) in [
        (json!({ "type": "teleported" }), "unknown variant `teleported`"),
        (json!({ "type": "story", "chat": user.id.0 }), "missing field `id`"),
        (json!({ "type": "boost_added", "boost_count": "many" }), "invalid type"),
    ] {
        let heard = stage.control("POST", &door, given.clone()).await;
        let told = heard.body["expected"].as_str().unwrap_or_default();
        assert!(heard.status == 400 && told.contains(expected), "{given}: {}", heard.body);
    }
}

#[tokio::test]
async fn what_a_message_tells_of_itself_stands_beside_its_text() {
    let (stage, bot, user) = Stage::with_bot().await;
    let door = format!("/users/{}/chats/{}/service", user.id.0, bot.id.0);
    let extra = json!({
        "reply_to_story": { "chat": user.id.0, "id": 5 }, "sender_boost_count": 2, "sender_tag": "friend",
        "is_from_offline": true, "paid_star_count": 3, "paid_post": "XTR",
        "suggested_post": { "state": "pending", "send_date": 9 },
    });
    stage.controlled("POST", &door, json!({ "type": "text", "text": "hi", "extra": extra })).await;
    let message = stage.only_update(&bot).await["message"].clone();
    let expected = json!({
        "text": "hi", "reply_to_story": { "id": 5 }, "sender_boost_count": 2, "sender_tag": "friend",
        "is_from_offline": true, "paid_star_count": 3, "is_paid_post": true,
        "suggested_post_info": { "state": "pending", "send_date": 9 },
    });
    assert!(has(&message, &expected), "{message}");
}

#[tokio::test]
async fn tasks_are_marked_and_added() {
    let (stage, bot, user) = Stage::with_bot().await;
    let door = format!("/users/{}/chats/{}", user.id.0, bot.id.0);
    let list = json!({ "type": "checklist", "title": "Trip", "tasks": [{ "id": 1, "text": "pack" }] });
    let sent = stage.controlled("POST", &format!("{door}/service"), list).await;
    stage.confirm_all(&bot).await;
    let tasks = format!("{door}/messages/{}/tasks", sent["message_id"]);
    stage.controlled("POST", &tasks, json!({ "done": [1] })).await;
    // The list itself is not told as edited.
    let told = stage.only_update(&bot).await["message"]["checklist_tasks_done"].clone();
    assert_eq!(told["marked_as_done_task_ids"], json!([1]));
    let tasks_now = &told["checklist_message"]["checklist"]["tasks"];
    assert_eq!(tasks_now[0]["completed_by_user"]["id"], json!(user.id.0));
    stage.confirm_all(&bot).await;
    stage.controlled("POST", &tasks, json!({ "add": [{ "id": 2, "text": "go" }] })).await;
    let told = stage.only_update(&bot).await["message"].clone();
    assert_eq!(told["checklist_tasks_added"]["tasks"], json!([{ "id": 2, "text": "go" }]));
    let again = stage.control("POST", &tasks, json!({ "done": [1] })).await;
    assert_eq!((again.status, &again.body["got"]), (400, &json!("TODO_NOT_MODIFIED")));
}

#[tokio::test]
async fn what_a_button_asks_for_is_picked_or_refused() {
    let (stage, bot, user) = Stage::with_bot().await;
    let robert = stage.user("Robert");
    let keyboard = json!({ "keyboard": [[{
        "text": "Whom?", "style": "primary", "request_users": {
            "request_id": 9, "user_is_bot": false, "max_quantity": 2, "request_name": true,
        },
    }]] });
    let arguments = json!({ "chat_id": user.id.0, "text": "pick", "reply_markup": keyboard });
    stage.ok(&bot, "sendMessage", arguments).await;
    let door = format!("/users/{}/chats/{}", user.id.0, bot.id.0);
    let seen = stage.controlled("GET", &format!("{door}/messages"), Value::Null).await;
    let message = seen["messages"].as_array().unwrap().last().unwrap().clone();
    let button = &message["reply_markup"]["keyboard"][0][0];
    assert_eq!(
        button["request_users"],
        json!({ "request_id": 9, "user_is_bot": false, "max_quantity": 2 }),
        "{message}"
    );
    assert_eq!(button["style"], json!("primary"));
    let pick = |picked: Value| json!({ "message": message["message_id"], "button": 9, "picked": picked });
    let refused = stage.control("POST", &format!("{door}/pick"), pick(json!([bot.id.0]))).await;
    assert_eq!(refused.body["got"], json!("REQUESTED_PEER_INVALID"));
    stage.controlled("POST", &format!("{door}/pick"), pick(json!([robert.id.0]))).await;
    let told = stage.only_update(&bot).await["message"]["users_shared"].clone();
    let users = json!([{ "user_id": robert.id.0, "first_name": "Robert" }]);
    assert_eq!((&told["request_id"], &told["users"]), (&json!(9), &users));
}
