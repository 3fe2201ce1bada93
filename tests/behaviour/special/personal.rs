//! What users do with a bot alone: access, websites, documents, Web Apps, stories.

use serde_json::json;

use super::{Case, Cast, are_told};

pub(super) fn access(_: &Cast) -> Vec<Case> {
    let case = |name, given, told| Case::new(name, "private chat", given, told);
    let same = |name, given: serde_json::Value| case(name, given.clone(), given);
    vec![
        same("write_access_allowed", json!({ "from_request": true })),
        same("write_access_allowed", json!({ "from_attachment_menu": true })),
        same("write_access_allowed", json!({ "web_app_name": "shop" })),
        case("connected_website", json!({ "domain": "example.com" }), json!("example.com")),
        same("web_app_data", json!({ "data": "{\"tea\":2}", "button_text": "Open the shop" })),
    ]
}

pub(super) fn stories(cast: &Cast) -> Vec<Case> {
    let (bob, channel) = (cast.bob.id.0, cast.id("channel"));
    let case = |place, chat: i64, told| Case::new("story", place, json!({ "chat": chat, "id": 5 }), told);
    let of_bob = json!({ "id": 5, "chat": { "id": bob, "type": "private", "first_name": "Bob" } });
    let of_channel = json!({ "id": 5, "chat": { "id": channel, "type": "channel", "title": "Channel" } });
    vec![
        case("private chat", bob, of_bob.clone()),
        case("supergroup", bob, of_bob),
        case("group", channel, of_channel),
    ]
}

pub(super) fn passports(_: &Cast) -> Vec<Case> {
    let secret = json!({ "data": "Yw==", "hash": "aA==", "secret": "cw==" });
    vec![Case::new(
        "passport_data",
        "private chat",
        json!({
            "elements": [
                { "element": "email", "email": "a@b.c", "hash": "aGFzaA==" },
                { "element": "phone_number", "phone_number": "15550001", "hash": "aGFzaA==" },
                { "element": "personal_details", "data": "ZGF0YQ==", "hash": "aGFzaA==" },
            ],
            "credentials": "Yw==", "hash": "aA==", "secret": "cw==",
        }),
        json!({
            "data": [
                { "type": "email", "email": "a@b.c", "hash": "aGFzaA==" },
                { "type": "phone_number", "phone_number": "15550001", "hash": "aGFzaA==" },
                { "type": "personal_details", "data": "ZGF0YQ==", "hash": "aGFzaA==" },
            ],
            "credentials": secret,
        }),
    )]
}

pub(super) fn shared(cast: &Cast) -> Vec<Case> {
    let (alice, bob, group) = (cast.everywhere.alice.id.0, cast.bob.id.0, cast.id("supergroup"));
    let case = |name, given, told| Case::new(name, "private chat", given, told);
    let names = json!({ "name": true, "username": true });
    vec![
        case(
            "users_shared",
            json!({ "request_id": 3, "users": [alice, bob], "told": names }),
            json!({ "request_id": 3, "users": [
                { "user_id": alice, "first_name": "Alice" }, { "user_id": bob, "first_name": "Bob" },
            ] }),
        ),
        case(
            "users_shared",
            json!({ "request_id": -4, "users": [bob] }),
            json!({ "request_id": -4, "users": [{ "user_id": bob }] }),
        ),
        case(
            "chat_shared",
            json!({ "request_id": 3, "chat": group, "told": names }),
            json!({ "request_id": 3, "chat_id": group, "title": "Supergroup" }),
        ),
        case("chat_shared", json!({ "request_id": 3, "chat": group }), json!({ "chat_id": group })),
    ]
}

/// The bot that is made is another than the one that is told.
pub(super) fn managed_bots(cast: &Cast) -> Vec<Case> {
    let bot = cast.everywhere.account.id.0;
    vec![Case::new(
        "managed_bot_created",
        "private chat",
        json!({ "bot": bot }),
        json!({ "bot": { "id": bot, "is_bot": true, "username": "test_bot" } }),
    )]
}

#[tokio::test]
async fn what_a_user_allows_is_told() {
    are_told(access).await;
}

#[tokio::test]
async fn a_story_is_told_by_whose_it_is() {
    are_told(stories).await;
}

#[tokio::test]
async fn documents_are_handed_over_encrypted() {
    are_told(passports).await;
}

#[tokio::test]
async fn those_who_were_picked_are_told_with_what_was_asked_of_them() {
    are_told(shared).await;
}

#[tokio::test]
async fn a_bot_that_was_made_for_this_one_is_told() {
    are_told(managed_bots).await;
}
