//! What the README says of the control API holds.

use serde_json::{Value, json};

use crate::stage::Stage;

/// Method, path and body of each call that the README makes with `curl`.
fn calls() -> Vec<(String, String, Value)> {
    let readme = include_str!("../../README.md");
    let lines = readme.lines().filter(|line| line.starts_with("curl ") && !line.contains("$bot/"));
    lines
        .map(|line| {
            let command =
                line.split(" # ").next().unwrap().replace("$chat", "$control/users/@alice/chats/@my_bot");
            let path = command.split("$control").nth(1).unwrap().split([' ', '"']).next().unwrap().to_owned();
            let body = match command.split_once("-d '") {
                Some((_, rest)) => serde_json::from_str(rest.rsplit_once('\'').unwrap().0).unwrap(),
                None => json!(null),
            };
            let usual = if body.is_null() { "GET" } else { "POST" };
            let method = command.split("-X ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or(usual);
            (method.to_owned(), path, body)
        })
        .collect()
}

#[tokio::test]
async fn every_call_in_the_readme_is_understood() {
    let calls = calls();
    assert!(calls.len() > 50, "{calls:?}");
    for (method, path, body) in calls {
        let stage = Stage::new().await;
        let alice =
            stage.controlled("POST", "/users", json!({ "first_name": "Alice", "username": "alice" })).await;
        stage.controlled("POST", "/users", json!({ "first_name": "Robert", "username": "robert" })).await;
        let bot = stage.controlled("POST", "/bots", json!({ "username": "my_bot" })).await;
        let chat = json!({
            "type": "supergroup", "title": "Friends", "username": "our_friends", "creator": alice["id"],
            "members": [bot["id"]], "is_forum": true,
        });
        stage.controlled("POST", "/chats", chat).await;
        // Nobody is there to wait for.
        let path = path.replace("timeout=10", "timeout=0");
        let path = match path.contains("/wait?") && !path.contains("timeout") {
            true => format!("{path}&timeout=0"),
            false => path,
        };
        let heard = stage.control(&method, &path, body.clone()).await;
        let error = heard.body["error"].as_str().unwrap_or_default();
        let is_understood =
            !error.starts_with("can't read") && heard.body["expected"] != "one of the calls in the README";
        assert!(is_understood, "{method} {path} {body}: {}", heard.body);
    }
}
