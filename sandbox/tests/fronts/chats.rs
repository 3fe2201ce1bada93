//! Groups, supergroups and channels as bots see them.

use ambigram_sandbox::rules::AdministratorRights;
use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test]
async fn joining_and_leaving_are_told() {
    let stage = Stage::new().await;
    let (bot, alice, bob) = (stage.bot("testing_bot"), stage.user("Alice"), stage.user("Bob"));
    let group = alice.group("Friends", [bot.id]);
    let updates = stage.updates(&bot).await;
    let change = &updates[0]["my_chat_member"];
    let chat = &change["chat"];
    assert_eq!(
        (&chat["id"], &chat["type"], &chat["title"]),
        (&json!(group.id().0), &json!("group"), &json!("Friends"))
    );
    assert_eq!(
        (&change["old_chat_member"]["status"], &change["new_chat_member"]["status"]),
        (&json!("left"), &json!("member"))
    );
    assert_eq!(updates[1]["message"]["group_chat_created"], json!(true));
    stage.confirm_all(&bot).await;

    let world = stage.sandbox.telegram().world();
    world.write(|world| world.add_member(alice.id, group.id(), bob.id)).unwrap();
    let joined = stage.only_update(&bot).await["message"].clone();
    let bob_seen = json!({ "id": bob.id.0, "is_bot": false, "first_name": "Bob", "language_code": "en" });
    assert_eq!(joined["new_chat_members"], json!([bob_seen]));
    assert_eq!(joined["new_chat_member"], bob_seen);
    assert_eq!(joined["from"]["first_name"], "Alice");
    world.write(|world| world.set_title(alice.id, group.id(), "Best friends")).unwrap();
    assert_eq!(stage.only_update(&bot).await["message"]["new_chat_title"], "Best friends");
    world.write(|world| world.remove_member(alice.id, group.id(), bob.id)).unwrap();
    assert_eq!(stage.only_update(&bot).await["message"]["left_chat_member"], bob_seen);

    let grown = world.write(|world| world.upgrade_to_supergroup(alice.id, group.id())).unwrap();
    let updates = stage.updates(&bot).await;
    let with = |field: &str| updates.iter().find_map(|update| update["message"].get(field)).cloned();
    assert_eq!(with("migrate_to_chat_id"), Some(json!(grown.0)));
    assert_eq!(with("migrate_from_chat_id"), Some(json!(group.id().0)));
}

#[tokio::test]
async fn a_bot_asks_who_is_there() {
    let stage = Stage::new().await;
    let (bot, other) = (stage.bot("testing_bot"), stage.bot("other_bot"));
    let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
    let group = alice.supergroup("Friends", [bot.id, bob.id, other.id]);
    let world = stage.sandbox.telegram().world();
    for admin in [bot.id, other.id] {
        world.write(|world| world.promote(alice.id, group.id(), admin, AdministratorRights::USUAL)).unwrap();
    }
    let id = json!({ "chat_id": group.id().0 });
    assert_eq!(stage.ok(&bot, "getChatMemberCount", id.clone()).await, json!(4));
    let administrators = stage.ok(&bot, "getChatAdministrators", id.clone()).await;
    let who: Vec<_> =
        administrators.as_array().unwrap().iter().map(|admin| &admin["user"]["first_name"]).collect();
    assert_eq!(who, ["Alice", "testing_bot"]);
    assert_eq!(
        administrators[0],
        json!({ "status": "creator", "is_anonymous": false, "user": administrators[0]["user"] })
    );
    let rights: Vec<_> = administrators[1].as_object().unwrap().keys().cloned().collect();
    assert!(
        rights.contains(&"can_pin_messages".to_owned()) && !rights.contains(&"can_post_messages".to_owned())
    );

    let member = async |user: i64| {
        stage.ok(&bot, "getChatMember", json!({ "chat_id": group.id().0, "user_id": user })).await
    };
    assert_eq!(member(bob.id.0).await["status"], "member");
    let carol = stage.user("Carol");
    let stranger = json!({ "chat_id": group.id().0, "user_id": carol.id.0 });
    assert_eq!(stage.refused(&bot, "getChatMember", stranger).await.0, 400);
    carol.open(&bot).say("/start");
    assert_eq!(
        member(carol.id.0).await,
        json!({
            "status": "left",
            "user": { "id": carol.id.0, "is_bot": false, "first_name": "Carol", "language_code": "en" },
        })
    );
    world.write(|world| world.ban(alice.id, group.id(), bob.id, 0)).unwrap();
    assert_eq!(member(bob.id.0).await["status"], "kicked");
    assert_eq!(member(bob.id.0).await["until_date"], json!(0));

    let chat = stage.ok(&bot, "getChat", id.clone()).await;
    assert_eq!((&chat["title"], &chat["type"]), (&json!("Friends"), &json!("supergroup")));
    for field in ["accent_color_id", "max_reaction_count", "accepted_gift_types", "permissions"] {
        assert!(chat.get(field).is_some(), "{field}");
    }
    assert_eq!(stage.ok(&bot, "leaveChat", id.clone()).await, json!(true));
    assert_eq!(stage.refused(&bot, "getChat", id).await.0, 403);
}

#[tokio::test]
async fn a_private_chat_has_two_members() {
    let (stage, bot, user) = Stage::with_bot().await;
    let id = json!({ "chat_id": user.id.0 });
    assert_eq!(stage.ok(&bot, "getChatMemberCount", id.clone()).await, json!(2));
    let arguments = json!({ "chat_id": user.id.0, "user_id": user.id.0 });
    assert_eq!(stage.ok(&bot, "getChatMember", arguments).await["status"], "member");
    let chat = stage.ok(&bot, "getChat", id).await;
    assert_eq!((&chat["first_name"], &chat["type"]), (&json!("Alice"), &json!("private")));
}

#[tokio::test]
async fn a_channel_speaks_in_its_own_name() {
    let stage = Stage::new().await;
    let (bot, alice) = (stage.bot("testing_bot"), stage.user("Alice"));
    let channel = alice.channel("News", [bot.id]);
    stage.confirm_all(&bot).await;
    let post = channel.say("post");
    let update = stage.only_update(&bot).await["channel_post"].clone();
    let chat = json!({ "id": channel.id().0, "type": "channel", "title": "News" });
    assert_eq!((&update["chat"], &update["sender_chat"], update.get("from")), (&chat, &chat, None));
    channel.edit(post, "new post").unwrap();
    assert_eq!(stage.only_update(&bot).await["edited_channel_post"]["text"], "new post");
    let own = stage.ok(&bot, "sendMessage", json!({ "chat_id": channel.id().0, "text": "by the bot" })).await;
    assert_eq!((&own["sender_chat"], own.get("from")), (&chat, None));
}

#[tokio::test]
async fn an_anonymous_administrator_is_a_bot_of_telegrams() {
    let stage = Stage::new().await;
    let (bot, alice, bob) = (stage.bot("testing_bot"), stage.user("Alice"), stage.user("Bob"));
    let group = alice.supergroup("Friends", [bot.id, bob.id]);
    let world = stage.sandbox.telegram().world();
    let rights = AdministratorRights { is_anonymous: true, ..AdministratorRights::USUAL };
    world.write(|world| world.promote(alice.id, group.id(), bob.id, rights)).unwrap();
    stage.confirm_all(&bot).await;
    group.seen_by(bob.id).say("/hello");
    let message = stage.only_update(&bot).await["message"].clone();
    assert_eq!(message["from"]["username"], "GroupAnonymousBot");
    assert_eq!(message["sender_chat"]["id"], json!(group.id().0));
}

#[tokio::test]
async fn a_public_chat_has_a_name() {
    let stage = Stage::new().await;
    let (bot, alice) = (stage.bot("testing_bot"), stage.user("Alice"));
    let new = json!({
        "type": "supergroup", "title": "Public", "username": "public_place", "creator": alice.id.0,
        "members": ["@testing_bot"],
    });
    let chat = stage.controlled("POST", "/chats", new).await;
    let sent = stage.ok(&bot, "sendMessage", json!({ "chat_id": "@Public_Place", "text": "x" })).await;
    assert_eq!((&sent["chat"]["id"], &sent["chat"]["username"]), (&chat["id"], &json!("public_place")));
}

#[tokio::test]
async fn a_topic_is_told_of() {
    let stage = Stage::new().await;
    let (bot, alice) = (stage.bot("testing_bot"), stage.user("Alice"));
    let new = json!({
        "type": "supergroup", "title": "Forum", "is_forum": true, "creator": alice.id.0, "members": [bot.id.0],
    });
    let chat = stage.controlled("POST", "/chats", new).await["id"].clone();
    stage.confirm_all(&bot).await;
    let topic = stage.controlled("POST", &format!("/chats/{chat}/topics"), json!({ "name": "Rust" })).await;
    let thread = topic["message_thread_id"].clone();
    let created = stage.only_update(&bot).await["message"].clone();
    assert_eq!(
        (&created["forum_topic_created"]["name"], &created["message_thread_id"]),
        (&json!("Rust"), &thread)
    );
    assert_eq!(created["chat"]["is_forum"], json!(true));
    let sent = stage
        .ok(&bot, "sendMessage", json!({ "chat_id": chat, "text": "x", "message_thread_id": thread }))
        .await;
    assert_eq!((&sent["message_thread_id"], &sent["is_topic_message"]), (&thread, &json!(true)));
    let nowhere = json!({ "chat_id": chat, "text": "x", "message_thread_id": 999 });
    assert_eq!(
        stage.refused(&bot, "sendMessage", nowhere).await,
        (400, "Bad Request: message thread not found".to_owned())
    );
    assert!(matches!(thread, Value::Number(_)));
}
