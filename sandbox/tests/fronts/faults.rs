//! Requests that are made to fail.

use serde_json::json;

use crate::control::alice_and_bot;
use crate::stage::Stage;

#[tokio::test]
async fn requests_fail_as_they_are_told_to() {
    let stage = Stage::new().await;
    let (alice, bot) = alice_and_bot(&stage).await;
    let url = |method: &str| {
        format!("{}/bot{}/{method}", stage.sandbox.bot_api_url(), bot["token"].as_str().unwrap())
    };
    let faults = format!("/bots/{}/faults", bot["id"]);
    let wait = json!({ "method": "sendMessage", "retry_after": 3, "times": 2 });
    stage.controlled("POST", &faults, wait).await;
    stage.controlled("POST", &faults, json!({ "method": "getme", "code": 502 })).await;
    assert_eq!(stage.controlled("GET", &faults, json!(null)).await["faults"].as_array().unwrap().len(), 2);
    let send = async || {
        let arguments = json!({ "chat_id": alice["id"], "text": "x" }).to_string();
        stage.post(&url("sendMessage"), "application/json", arguments).await
    };
    for _ in 0..2 {
        let heard = send().await;
        let told = json!({
            "ok": false,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": { "retry_after": 3 },
        });
        assert_eq!((heard.status, heard.body), (429, told));
    }
    assert_eq!(send().await.status, 200);
    assert_eq!(stage.get(&url("getMe")).await.body["description"], "Bad Gateway");
    assert_eq!(stage.get(&url("getMe")).await.status, 200);

    let any = json!({ "code": 500, "description": "Internal Server Error: restart", "times": 1000 });
    stage.controlled("POST", &faults, any).await;
    assert_eq!(stage.get(&url("getUpdates")).await.body["description"], "Internal Server Error: restart");
    stage.controlled("DELETE", &faults, json!(null)).await;
    assert_eq!(stage.get(&url("getUpdates")).await.status, 200);
}
