//! How the control API says no.

use serde_json::json;

use crate::control::alice_and_bot;
use crate::stage::Stage;

#[tokio::test]
async fn every_error_says_what_was_expected_and_what_came() {
    let stage = Stage::new().await;
    alice_and_bot(&stage).await;
    let only = "only the arguments first_name, last_name, username, language_code, is_premium, hides_forwards, phone, id";
    for (method, path, body, status, error, expected, got) in [
        (
            "GET",
            "/teleport",
            json!(null),
            404,
            "not found",
            json!("one of the calls in the README"),
            json!("GET /teleport"),
        ),
        (
            "PUT",
            "/users",
            json!(null),
            405,
            "method not allowed",
            json!("one of the calls in the README"),
            json!("PUT /users"),
        ),
        ("POST", "/users", json!([1]), 400, "can't read `body`", json!("a JSON object"), json!([1])),
        ("POST", "/users", json!({}), 400, "can't read `first_name`", json!("a text"), json!(null)),
        (
            "POST",
            "/users",
            json!({ "first_name": 5 }),
            400,
            "can't read `first_name`",
            json!("a text"),
            json!(5),
        ),
        ("POST", "/users", json!({ "name": "x" }), 400, "can't read `name`", json!(only), json!("name")),
        (
            "POST",
            "/users",
            json!({ "first_name": "x", "is_premium": "so" }),
            400,
            "can't read `is_premium`",
            json!("true or false"),
            json!("so"),
        ),
        (
            "POST",
            "/users",
            json!({ "first_name": "" }),
            400,
            "Bad Request: FIRSTNAME_INVALID",
            json!(null),
            json!("FIRSTNAME_INVALID"),
        ),
        (
            "POST",
            "/users",
            json!({ "first_name": "x", "username": "alice" }),
            400,
            "Bad Request: USERNAME_OCCUPIED",
            json!(null),
            json!("USERNAME_OCCUPIED"),
        ),
        (
            "POST",
            "/bots",
            json!({ "username": "nonsense" }),
            400,
            "Bad Request: BOT_USERNAME_INVALID",
            json!(null),
            json!("BOT_USERNAME_INVALID"),
        ),
        (
            "GET",
            "/users/@nobody",
            json!(null),
            404,
            "not found",
            json!("the id or @username of an account"),
            json!("@nobody"),
        ),
        (
            "GET",
            "/users/@testing_bot",
            json!(null),
            404,
            "not found",
            json!("the id or @username of a user"),
            json!("@testing_bot"),
        ),
        (
            "GET",
            "/bots/@alice",
            json!(null),
            404,
            "not found",
            json!("the id or @username of a bot"),
            json!("@alice"),
        ),
        (
            "GET",
            "/users/alice",
            json!(null),
            400,
            "can't read `id`",
            json!("an id or an @username"),
            json!("alice"),
        ),
        (
            "GET",
            "/chats/5",
            json!(null),
            404,
            "not found",
            json!("the id or @username of a group, supergroup or channel"),
            json!(5),
        ),
        (
            "GET",
            "/users/@alice/chats/-5/messages",
            json!(null),
            404,
            "not found",
            json!("the id or @username of a chat"),
            json!(-5),
        ),
        (
            "POST",
            "/chats",
            json!({ "type": "party", "title": "x", "creator": 1 }),
            400,
            "can't read `type`",
            json!("group, supergroup or channel"),
            json!("party"),
        ),
        (
            "GET",
            "/users/@alice/chats/@testing_bot/wait?timeout=1e9",
            json!(null),
            400,
            "can't read `timeout`",
            json!("seconds, 0 to 600"),
            json!("1e9"),
        ),
        (
            "GET",
            "/users/@alice/chats/@testing_bot/messages/x",
            json!(null),
            400,
            "can't read `message`",
            json!("a message id"),
            json!("x"),
        ),
        (
            "POST",
            "/users/@alice/chats/@testing_bot/messages",
            json!({ "text": "<b>", "parse_mode": "HTML" }),
            400,
            "can't read `text`",
            json!("Can't parse entities: Can't find end tag corresponding to start tag \"b\""),
            json!("<b>"),
        ),
        (
            "POST",
            "/users/@alice/chats/@testing_bot/messages",
            json!({ "text": "" }),
            400,
            "Bad Request: message text is empty",
            json!(null),
            json!("MESSAGE_EMPTY"),
        ),
    ] {
        let heard = stage.control(method, path, body.clone()).await;
        let told = json!({ "error": error, "expected": expected, "got": got });
        assert_eq!((heard.status, heard.body), (status, told), "{method} {path} {body}");
    }
}
