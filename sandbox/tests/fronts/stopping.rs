//! The end of a sandbox, and many of them in one process.

use std::net::TcpListener;

use ambigram_sandbox::{Config, Sandbox};
use serde_json::json;

use crate::stage::{Stage, client};

#[tokio::test]
async fn stopping_ends_those_who_wait_and_frees_the_ports() {
    let (stage, bot, _) = Stage::with_bot().await;
    let url = format!("{}?timeout=50", stage.method_url(&bot, "getUpdates"));
    let polling = tokio::spawn(async move { client().get(url).send().await.unwrap().status().as_u16() });
    stage.controlled("GET", &format!("/bots/{}/quiet?quiet_for=0", bot.id), json!(null)).await;
    let (bot_api, control) = (stage.sandbox.bot_api_address(), stage.sandbox.control_address());
    stage.sandbox.stop().await;
    assert_eq!(polling.await.unwrap(), 500);
    TcpListener::bind(bot_api).unwrap();
    TcpListener::bind(control).unwrap();
}

#[tokio::test]
async fn many_live_side_by_side_and_know_nothing_of_each_other() {
    let (one, two) = (Stage::new().await, Stage::new().await);
    let bot = one.bot("testing_bot");
    let elsewhere = two.get(&two.method_url(&bot, "getMe")).await;
    assert_eq!(elsewhere.status, 401);
    one.ok(&bot, "getMe", json!({})).await;
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error() {
    let first = Sandbox::start(Config::default()).await.unwrap();
    let config = Config { bot_api_port: first.bot_api_address().port(), ..Config::default() };
    assert_eq!(Sandbox::start(config).await.unwrap_err().kind(), std::io::ErrorKind::AddrInUse);
    first.stop().await;
}
