//! All the ways in which HTTP can bring arguments.

use serde_json::json;

use crate::stage::Stage;

const MULTIPART: &str = "multipart/form-data; boundary=XX";

fn multipart(parts: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (head, value) in parts {
        body += &format!("--XX\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n");
    }
    body + "--XX--\r\n"
}

#[tokio::test]
async fn every_form_says_the_same() {
    let (stage, bot, user) = Stage::with_bot().await;
    let url = stage.method_url(&bot, "sendMessage");
    let id = user.id;
    let (form, json) = ("application/x-www-form-urlencoded", "application/json");
    let markup = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "b" }]] });
    let written = markup.to_string();
    let encoded: String = written.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let whole = format!("chat_id={id}&text=one+%2B+two&reply_markup={encoded}");
    let half = format!("text=one%20%2B%20two&reply_markup={encoded}");
    let nested = json!({ "chat_id": id.0, "text": "one + two", "reply_markup": markup });
    let flat = json!({ "chat_id": id.to_string(), "text": "one + two", "reply_markup": written });
    let parts = multipart(&[
        ("name=\"chat_id\"", &id.to_string()),
        ("name=\"attachment\"; filename=\"a.bin\"", "\u{0}binary"),
        ("name=\"text\"", "one + two"),
        ("name=\"reply_markup\"", &written),
    ]);
    let answers = [
        stage.get(&format!("{url}?{whole}")).await,
        stage.post(&url, form, whole).await,
        stage.post(&format!("{url}?chat_id={id}"), form, half).await,
        stage.post(&url, json, nested.to_string()).await,
        stage.post(&url, "application/json; charset=utf-8", flat.to_string()).await,
        stage.post(&url, MULTIPART, parts).await,
    ];
    for (number, answer) in answers.iter().enumerate() {
        let message = &answer.body["result"];
        assert_eq!(answer.status, 200, "{number}: {}", answer.body);
        assert_eq!(message["text"], "one + two", "{number}");
        assert_eq!(message["reply_markup"], markup, "{number}");
    }
}

#[tokio::test]
async fn a_method_is_found_in_any_case_and_on_the_test_servers() {
    let (stage, bot, _) = Stage::with_bot().await;
    for method in ["getMe", "getme", "GETME", "test/getMe"] {
        let heard = stage.get(&stage.method_url(&bot, method)).await;
        assert_eq!(heard.body["result"]["username"], "testing_bot", "{method}");
    }
    let heard = stage.post(&stage.method_url(&bot, ""), "application/json", r#"{"method":"getMe"}"#).await;
    assert_eq!(heard.body["result"]["username"], "testing_bot");
}

#[tokio::test]
async fn flags_and_numbers_may_be_texts() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (flag, is_set) in [
        (json!(true), true),
        (json!("True"), true),
        (json!(1), true),
        (json!("yes"), true),
        (json!(false), false),
        (json!("on"), false),
        (json!(2), false),
    ] {
        let arguments = json!({ "chat_id": user.id.0, "text": "x", "protect_content": flag });
        let message = stage.ok(&bot, "sendMessage", arguments).await;
        assert_eq!(message.get("has_protected_content"), is_set.then_some(&json!(true)), "{flag}");
    }
    for id in [json!(user.id.0), json!(user.id.to_string()), json!(format!("{} ", user.id))] {
        stage.ok(&bot, "sendMessage", json!({ "chat_id": id, "text": "x" })).await;
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_counts_as_far_as_it_goes() {
    let (stage, bot, user) = Stage::with_bot().await;
    let url = stage.method_url(&bot, "sendMessage");
    let body = format!(r#"{{"chat_id":{},"text":"hello","reply_markup":{{"#, user.id);
    assert_eq!(stage.post(&url, "application/json", body).await.body["result"]["text"], "hello");
    let body = format!(r#"{{"chat_id":{},"text":"hel"#, user.id);
    let heard = stage.post(&url, "application/json", body).await;
    assert_eq!(heard.body["description"], "Bad Request: message text is empty");
}

#[tokio::test]
async fn a_broken_or_too_big_form_is_refused() {
    let (stage, bot, _) = Stage::with_bot().await;
    let url = stage.method_url(&bot, "sendMessage");
    let form = "application/x-www-form-urlencoded";
    for (content_type, body, status, description) in [
        ("multipart/form-data", String::new(), 400, "Bad Request: boundary not found"),
        (
            MULTIPART,
            multipart(&[("name=\"\"", "x")]),
            400,
            "Bad Request: field name in multipart/form-data not found",
        ),
        (
            MULTIPART,
            "--XX\r\nContent-Disposition: form-data; name=\"te".to_owned(),
            400,
            "Bad Request: can't parse form data",
        ),
        (form, "text=%FF".to_owned(), 400, "Bad Request: text must be encoded in UTF-8"),
        (form, "parse_mode=%FF".to_owned(), 400, "Bad Request: strings must be encoded in UTF-8"),
        (form, format!("text={}", "x".repeat(1 << 20)), 413, "Request Entity Too Large: too many parameters"),
        (
            MULTIPART,
            multipart(&[("name=\"text\"", &"x".repeat((1 << 20) + 1))]),
            413,
            "Request Entity Too Large: too many parameters in form data",
        ),
        (
            MULTIPART,
            multipart(&[("name=\"f\"; filename=\"f\"", &"x".repeat(50 << 20))]),
            413,
            "Request Entity Too Large",
        ),
    ] {
        let heard = stage.post(&url, content_type, body).await;
        assert_eq!((heard.status, heard.body["description"].as_str()), (status, Some(description)));
    }
}

#[tokio::test]
async fn other_bodies_say_nothing() {
    let (stage, bot, user) = Stage::with_bot().await;
    let url = format!("{}?chat_id={}&text=x", stage.method_url(&bot, "sendMessage"), user.id);
    assert_eq!(stage.post(&url, "text/plain", "text=y").await.body["result"]["text"], "x");
}
