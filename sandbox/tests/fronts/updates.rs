//! `getUpdates`: numbers, offsets, limits, kinds, and who polls.

use serde_json::{Value, json};

use crate::stage::Stage;

fn ids(updates: &Value) -> Vec<i64> {
    updates.as_array().unwrap().iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
}

fn texts(updates: &Value) -> Vec<&str> {
    updates.as_array().unwrap().iter().map(|update| update["message"]["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_update_returns_until_it_is_confirmed_and_never_after() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    for text in ["a", "b", "c"] {
        chat.say(text);
    }
    let all = stage.ok(&bot, "getUpdates", json!({})).await;
    let numbers = ids(&all);
    assert_eq!(texts(&all), ["a", "b", "c"]);
    assert_eq!(numbers, [numbers[0], numbers[0] + 1, numbers[0] + 2]);
    assert_eq!(stage.ok(&bot, "getUpdates", json!({})).await, all);

    let rest = stage.ok(&bot, "getUpdates", json!({ "offset": numbers[1] })).await;
    assert_eq!(texts(&rest), ["b", "c"]);
    // An older offset brings nothing back.
    assert_eq!(stage.ok(&bot, "getUpdates", json!({ "offset": numbers[0] })).await, rest);
    assert_eq!(stage.ok(&bot, "getUpdates", json!({ "offset": numbers[2] + 1 })).await, json!([]));
    chat.say("d");
    assert_eq!(ids(&stage.ok(&bot, "getUpdates", json!({})).await), [numbers[2] + 1]);
}

#[tokio::test]
async fn a_limit_takes_the_oldest_and_confirms_nothing() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    for number in 0..120 {
        chat.say(number.to_string());
    }
    for (limit, expected) in
        [(json!(2), 2), (json!("3"), 3), (json!(0), 1), (json!(-5), 1), (json!(1000), 100), (json!(null), 1)]
    {
        let updates = stage.ok(&bot, "getUpdates", json!({ "limit": limit })).await;
        assert_eq!(updates.as_array().unwrap().len(), expected, "{limit}");
        assert_eq!(updates[0]["message"]["text"], "0", "{limit}");
    }
}

#[tokio::test]
async fn a_negative_offset_forgets_all_but_the_latest() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    for text in ["a", "b", "c"] {
        chat.say(text);
    }
    assert_eq!(texts(&stage.ok(&bot, "getUpdates", json!({ "offset": -5 })).await), ["a", "b", "c"]);
    assert_eq!(texts(&stage.ok(&bot, "getUpdates", json!({ "offset": -2 })).await), ["b", "c"]);
    assert_eq!(texts(&stage.ok(&bot, "getUpdates", json!({})).await), ["b", "c"]);
}

#[tokio::test]
async fn an_offset_from_elsewhere_confirms_nothing() {
    let (stage, bot, user) = Stage::with_bot().await;
    user.open(&bot).say("a");
    let far = stage.ok(&bot, "getUpdates", json!({})).await[0]["update_id"].as_i64().unwrap() + 1000;
    assert_eq!(texts(&stage.ok(&bot, "getUpdates", json!({ "offset": far })).await), ["a"]);
}

#[tokio::test]
async fn what_a_bot_asked_for_holds_until_it_asks_for_something_else() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let allow = async |kinds: Value| stage.ok(&bot, "getUpdates", json!({ "allowed_updates": kinds })).await;
    let kinds = async || -> Vec<String> {
        let updates = stage.updates(&bot).await;
        let kind = |update: &Value| {
            update.as_object().unwrap().keys().find(|key| *key != "update_id").unwrap().clone()
        };
        stage.confirm_all(&bot).await;
        updates.iter().map(kind).collect()
    };
    let message = chat.say("a");
    allow(json!(["edited_message"])).await;
    chat.edit(message, "b").unwrap();
    chat.say("not asked for");
    // What came before the bot asked is not affected; what comes after is, and what is dropped is dropped for good.
    assert_eq!(kinds().await, ["message", "edited_message"]);
    chat.edit(message, "c").unwrap();
    chat.say("not asked for");
    assert_eq!(kinds().await, ["edited_message"]);
    allow(json!([])).await;
    chat.say("d");
    assert_eq!(kinds().await, ["message"]);
}

#[tokio::test]
async fn others_statuses_come_on_request_only() {
    let stage = Stage::new().await;
    let (bot, alice, bob) = (stage.bot("testing_bot"), stage.user("Alice"), stage.user("Bob"));
    let group = alice.supergroup("Friends", [bot.id]);
    let world = stage.sandbox.telegram().world();
    let rights = ambigram_sandbox::rules::AdministratorRights::USUAL;
    world.write(|world| world.promote(alice.id, group.id(), bot.id, rights)).unwrap();
    stage.confirm_all(&bot).await;

    world.write(|world| world.add_member(alice.id, group.id(), bob.id)).unwrap();
    let update = stage.only_update(&bot).await;
    assert_eq!(update["message"]["new_chat_members"][0]["first_name"], "Bob");

    stage.ok(&bot, "getUpdates", json!({ "allowed_updates": ["chat_member"] })).await;
    world.write(|world| world.remove_member(alice.id, group.id(), bob.id)).unwrap();
    let update = &stage.updates(&bot).await[0]["chat_member"];
    assert_eq!(update["new_chat_member"]["status"], "kicked");
    assert_eq!(update["old_chat_member"]["user"]["first_name"], "Bob");
}

#[tokio::test]
async fn a_day_later_an_update_is_gone() {
    let (stage, bot, user) = Stage::with_bot().await;
    user.open(&bot).say("old");
    stage.pass(86_399);
    assert_eq!(stage.updates(&bot).await.len(), 1);
    stage.pass(1);
    user.open(&bot).say("new");
    assert_eq!(texts(&json!(stage.updates(&bot).await)), ["new"]);
}

#[tokio::test]
async fn waiting_updates_can_be_counted_and_dropped() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    chat.say("a");
    chat.say("b");
    let info = stage.ok(&bot, "getWebhookInfo", json!({})).await;
    assert_eq!(info, json!({ "url": "", "has_custom_certificate": false, "pending_update_count": 2 }));
    let heard = stage.call(&bot, "deleteWebhook", json!({})).await;
    assert_eq!(
        heard.body,
        json!({ "ok": true, "result": true, "description": "Webhook is already deleted" })
    );
    assert_eq!(stage.updates(&bot).await.len(), 2);
    stage.ok(&bot, "deleteWebhook", json!({ "drop_pending_updates": true })).await;
    assert_eq!(stage.updates(&bot).await, [] as [Value; 0]);
    stage.ok(&bot, "getUpdates", json!({ "allowed_updates": ["message"] })).await;
    let info = stage.ok(&bot, "getWebhookInfo", json!({})).await;
    assert_eq!((&info["pending_update_count"], &info["allowed_updates"]), (&json!(0), &json!(["message"])));
}

#[tokio::test]
async fn a_bot_is_not_told_of_what_it_did_itself() {
    let (stage, bot, user) = Stage::with_bot().await;
    stage.ok(&bot, "sendMessage", json!({ "chat_id": user.id.0, "text": "hi" })).await;
    assert_eq!(stage.updates(&bot).await, [] as [Value; 0]);
}

#[tokio::test]
async fn a_user_who_blocks_and_unblocks_is_told_of() {
    let (stage, bot, user) = Stage::with_bot().await;
    let world = stage.sandbox.telegram().world();
    for (is_blocked, old, new) in [(true, "member", "kicked"), (false, "kicked", "member")] {
        world.write(|world| world.set_blocked(user.id, bot.id, is_blocked)).unwrap();
        let change = &stage.only_update(&bot).await["my_chat_member"];
        assert_eq!(change["chat"], json!({ "id": user.id.0, "type": "private", "first_name": "Alice" }));
        assert_eq!(change["from"]["id"], json!(user.id.0));
        assert_eq!(
            (&change["old_chat_member"]["status"], &change["new_chat_member"]["status"]),
            (&json!(old), &json!(new))
        );
        assert_eq!(change["new_chat_member"]["user"]["username"], "testing_bot");
    }
}
