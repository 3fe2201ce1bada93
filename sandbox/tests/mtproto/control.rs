//! The control API's part in it.

use ambigram_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::client::{Client, Framing};
use crate::stage::{get_config, sandbox};

async fn control(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let url = format!("{}{path}", sandbox.control_url());
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let request = reqwest::Client::new().request(method.parse().unwrap(), url).body(body);
    let response = request.send().await.unwrap();
    (response.status().as_u16(), serde_json::from_str(&response.text().await.unwrap()).unwrap())
}

#[tokio::test]
async fn a_session_from_the_control_api_is_ready() {
    let sandbox = sandbox().await;
    let (status, session) = control(&sandbox, "POST", "/sessions", json!(null)).await;
    assert_eq!(status, 201);
    let key = session["auth_key"].as_str().unwrap();
    let bytes: Vec<u8> =
        (0..256).map(|index| u8::from_str_radix(&key[index * 2..index * 2 + 2], 16).unwrap()).collect();
    let address = sandbox.mtproto_address();
    assert_eq!(session["address"], address.to_string());
    assert_eq!((&session["host"], &session["port"]), (&json!("127.0.0.1"), &json!(address.port())));
    assert_eq!(session["url"], format!("mtproto://{key}@{address}/{}", session["dc_id"]));
    let mut client = Client::with_key(address, Framing::Full, bytes.try_into().unwrap()).await;
    client.greet().await;
    let (_, front) = control(&sandbox, "GET", "/mtproto", json!(null)).await;
    assert_eq!((&front["connections"], &front["dc_id"]), (&json!(1), &session["dc_id"]));
    assert_eq!(front["public_key"], Sandbox::mtproto_public_key());
    assert_eq!(front["fingerprint"].as_str().unwrap().len(), 16);
}

#[tokio::test]
async fn faults_are_set_over_http() {
    let sandbox = sandbox().await;
    let mut client = Client::ready(&sandbox, Framing::Abridged).await;
    client.greet().await;
    let table = [
        (json!({ "method": "help.getConfig", "message": "FLOOD_WAIT_7" }), (420, "FLOOD_WAIT_7")),
        (json!({ "code": 500 }), (500, "INTERNAL")),
        (json!({ "effect": "error", "code": 303, "message": "USER_MIGRATE_4" }), (303, "USER_MIGRATE_4")),
    ];
    for (fault, (code, name)) in table {
        let (status, shown) = control(&sandbox, "POST", "/mtproto/faults", fault).await;
        assert_eq!((status, &shown["effect"], &shown["times"]), (201, &json!("error"), &json!(1)));
        assert_eq!(client.refused(&get_config()).await, (code, name.to_owned()));
    }
    for (path, body) in [
        ("/mtproto/faults", json!({ "effect": "explode" })),
        ("/mtproto/faults", json!({ "effect": "cut_after", "code": 500 })),
        ("/mtproto/faults", json!({ "effect": "cut_after", "times": 0 })),
        ("/mtproto/faults", json!({})),
        ("/mtproto/faults", json!({ "code": 200 })),
    ] {
        assert_eq!(control(&sandbox, "POST", path, body.clone()).await.0, 400, "{body}");
    }
    control(&sandbox, "POST", "/mtproto/faults", json!({ "effect": "cut_before", "times": 9 })).await;
    let (_, listed) = control(&sandbox, "GET", "/mtproto/faults", json!(null)).await;
    assert_eq!(listed["faults"][0]["times"], 9);
    control(&sandbox, "DELETE", "/mtproto/faults", json!(null)).await;
    client.call(&get_config()).await;
    control(&sandbox, "POST", "/mtproto/cut", json!(null)).await;
    client.expect_end().await;
    assert_eq!(control(&sandbox, "PUT", "/mtproto/door", json!({ "state": "ajar" })).await.0, 400);
    control(&sandbox, "PUT", "/mtproto/door", json!({ "state": "shut" })).await;
    client.reconnect(sandbox.mtproto_address()).await;
    client.expect_end().await;
}

#[tokio::test]
async fn the_port_may_be_chosen() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let sandbox = Sandbox::start(Config { mtproto_port: free, ..Config::default() }).await.unwrap();
    assert_eq!(sandbox.mtproto_address().port(), free);
}
