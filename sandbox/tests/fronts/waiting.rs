//! Long polls: they wake at once, one takes another's place, and hanging up ends them.

use std::sync::Arc;

use ambigram_sandbox::play::BotAccount;
use serde_json::json;
use tokio::task::JoinHandle;

use crate::stage::{Heard, Stage};

/// Begins a long poll, and returns once it waits.
async fn poll(stage: &Arc<Stage>, bot: &BotAccount) -> JoinHandle<Heard> {
    let (poller, account) = (Arc::clone(stage), bot.clone());
    let polling =
        tokio::spawn(async move { poller.call(&account, "getUpdates", json!({ "timeout": 50 })).await });
    let path = format!("/bots/{}/quiet?quiet_for=0", bot.id);
    stage.controlled("GET", &path, json!(null)).await;
    polling
}

#[tokio::test]
async fn a_message_wakes_a_long_poll() {
    let (stage, bot, user) = Stage::with_bot().await;
    let stage = Arc::new(stage);
    let polling = poll(&stage, &bot).await;
    user.open(&bot).say("wake up");
    let heard = polling.await.unwrap();
    assert_eq!(heard.body["result"][0]["message"]["text"], "wake up");
}

#[tokio::test]
async fn what_was_not_asked_for_wakes_nobody() {
    let (stage, bot, user) = Stage::with_bot().await;
    stage.ok(&bot, "getUpdates", json!({ "allowed_updates": ["edited_message"] })).await;
    let stage = Arc::new(stage);
    let polling = poll(&stage, &bot).await;
    let chat = user.open(&bot);
    let message = chat.say("a");
    chat.edit(message, "b").unwrap();
    let heard = polling.await.unwrap();
    assert_eq!(heard.body["result"].as_array().unwrap().len(), 1);
    assert_eq!(heard.body["result"][0]["edited_message"]["text"], "b");
}

#[tokio::test]
async fn a_second_poller_ends_the_first() {
    let (stage, bot, user) = Stage::with_bot().await;
    let stage = Arc::new(stage);
    let first = poll(&stage, &bot).await;
    let (poller, account) = (Arc::clone(&stage), bot.clone());
    let second =
        tokio::spawn(async move { poller.call(&account, "getUpdates", json!({ "timeout": 50 })).await });
    let heard = first.await.unwrap();
    assert_eq!(heard.status, 409);
    assert_eq!(
        heard.body,
        json!({
            "ok": false,
            "error_code": 409,
            "description": "Conflict: terminated by other getUpdates request; \
                            make sure that only one bot instance is running",
        })
    );
    user.open(&bot).say("for the second");
    assert_eq!(second.await.unwrap().body["result"][0]["message"]["text"], "for the second");
}

#[tokio::test]
async fn a_poll_of_one_bot_is_none_of_anothers() {
    let (stage, bot, user) = Stage::with_bot().await;
    let other = stage.bot("other_bot");
    let stage = Arc::new(stage);
    let (polling, others) = (poll(&stage, &bot).await, poll(&stage, &other).await);
    user.open(&other).say("to the other");
    assert_eq!(others.await.unwrap().body["result"][0]["message"]["text"], "to the other");
    assert!(!polling.is_finished());
    user.open(&bot).say("to the one");
    assert_eq!(polling.await.unwrap().body["result"][0]["message"]["text"], "to the one");
}

#[tokio::test]
async fn hanging_up_ends_a_poll() {
    let (stage, bot, _) = Stage::with_bot().await;
    let stage = Arc::new(stage);
    let polling = poll(&stage, &bot).await;
    polling.abort();
    let path = format!("/bots/{}", bot.id);
    while stage.controlled("GET", &path, json!(null)).await["is_polling"] == true {}
}

#[tokio::test]
async fn a_poll_without_updates_ends_in_time() {
    let (stage, bot, _) = Stage::with_bot().await;
    assert_eq!(stage.ok(&bot, "getUpdates", json!({ "timeout": 1 })).await, json!([]));
    assert_eq!(stage.ok(&bot, "getUpdates", json!({ "timeout": -1 })).await, json!([]));
}

#[tokio::test]
async fn logging_out_and_closing_end_a_poll() {
    for method in ["logOut", "close"] {
        let (stage, bot, _) = Stage::with_bot().await;
        let stage = Arc::new(stage);
        let polling = poll(&stage, &bot).await;
        assert_eq!(stage.ok(&bot, method, json!({})).await, json!(true));
        assert_eq!(polling.await.unwrap().status, 409, "{method}");
        stage.ok(&bot, "getMe", json!({})).await;
    }
}
