//! A sandbox with its doors open, and a client that knocks.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ambigram_sandbox::play::{BotAccount, Telegram, UserHandle};
use ambigram_sandbox::world::{Shared, World};
use ambigram_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

/// The time at which a stage with a clock of its own starts.
pub(crate) const START: i64 = 1_800_000_000;

pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    http: reqwest::Client,
    clock: Arc<AtomicI64>,
}

/// What came back over HTTP.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Stage {
    /// An empty world whose clock stands still.
    pub(crate) async fn new() -> Self {
        let clock = Arc::new(AtomicI64::new(START));
        let hand = Arc::clone(&clock);
        let world = World::new(move || hand.load(Ordering::Relaxed), 7);
        let telegram = Telegram::over(Arc::new(Shared::new(world)));
        let sandbox = Sandbox::open(telegram, Config::default()).await.unwrap();
        Self { sandbox, http: client(), clock }
    }

    /// A bot and a user who started it; the bot has confirmed that.
    pub(crate) async fn with_bot() -> (Self, BotAccount, UserHandle) {
        let stage = Self::new().await;
        let bot = stage.bot("testing_bot");
        let user = stage.user("Alice");
        user.open(&bot).say("/start");
        stage.confirm_all(&bot).await;
        (stage, bot, user)
    }

    pub(crate) fn bot(&self, username: &str) -> BotAccount {
        self.sandbox.telegram().bot(username)
    }

    pub(crate) fn user(&self, first_name: &str) -> UserHandle {
        self.sandbox.telegram().user(first_name)
    }

    /// Lets time pass in the world.
    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) fn method_url(&self, bot: &BotAccount, method: &str) -> String {
        format!("{}/bot{}/{method}", self.sandbox.bot_api_url(), bot.token)
    }

    /// Calls a method with JSON.
    pub(crate) async fn call(&self, bot: &BotAccount, method: &str, arguments: Value) -> Heard {
        self.post(&self.method_url(bot, method), "application/json", arguments.to_string()).await
    }

    /// Calls a method that is to succeed; its result.
    pub(crate) async fn ok(&self, bot: &BotAccount, method: &str, arguments: Value) -> Value {
        let heard = self.call(bot, method, arguments.clone()).await;
        assert_eq!(
            (heard.status, &heard.body["ok"]),
            (200, &json!(true)),
            "{method} {arguments}: {}",
            heard.body
        );
        heard.body["result"].clone()
    }

    /// Calls a method that is to fail; its code and description.
    pub(crate) async fn refused(&self, bot: &BotAccount, method: &str, arguments: Value) -> (u16, String) {
        let heard = self.call(bot, method, arguments.clone()).await;
        assert_eq!(heard.body["ok"], json!(false), "{method} {arguments}: {}", heard.body);
        assert_eq!(heard.body["error_code"], json!(heard.status), "{method} {arguments}: {}", heard.body);
        (heard.status, heard.body["description"].as_str().unwrap().to_owned())
    }

    /// The updates that wait, without confirming any.
    pub(crate) async fn updates(&self, bot: &BotAccount) -> Vec<Value> {
        let Value::Array(updates) = self.ok(bot, "getUpdates", json!({})).await else { panic!("no array") };
        updates
    }

    /// The only update that waits; it is confirmed.
    pub(crate) async fn only_update(&self, bot: &BotAccount) -> Value {
        let mut updates = self.updates(bot).await;
        assert_eq!(updates.len(), 1, "{updates:#?}");
        self.confirm_all(bot).await;
        updates.remove(0)
    }

    pub(crate) async fn confirm_all(&self, bot: &BotAccount) {
        if let Some(last) = self.updates(bot).await.last() {
            let offset = last["update_id"].as_i64().unwrap() + 1;
            self.ok(bot, "getUpdates", json!({ "offset": offset })).await;
        }
    }

    pub(crate) async fn get(&self, url: &str) -> Heard {
        hear(self.http.get(url)).await
    }

    pub(crate) async fn post(&self, url: &str, content_type: &str, body: impl Into<reqwest::Body>) -> Heard {
        hear(self.http.post(url).header("content-type", content_type).body(body)).await
    }

    /// Asks the control API.
    pub(crate) async fn control(&self, method: &str, path: &str, body: Value) -> Heard {
        let url = format!("{}{path}", self.sandbox.control_url());
        let request = self.http.request(method.parse().unwrap(), url);
        let body = if body.is_null() { String::new() } else { body.to_string() };
        hear(request.body(body)).await
    }

    /// Asks the control API for something that is to succeed.
    pub(crate) async fn controlled(&self, method: &str, path: &str, body: Value) -> Value {
        let heard = self.control(method, path, body.clone()).await;
        assert!(heard.status < 300, "{method} {path} {body}: {} {}", heard.status, heard.body);
        heard.body
    }
}

/// A plain HTTP client.
pub(crate) fn client() -> reqwest::Client {
    // Only the first of many can be installed, and any will do.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

async fn hear(request: reqwest::RequestBuilder) -> Heard {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let body = response.text().await.unwrap();
    Heard { status, body: serde_json::from_str(&body).unwrap_or(Value::String(body)) }
}
