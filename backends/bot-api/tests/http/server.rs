//! A Bot API server on this machine that answers as it is told, and notes what it was asked.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use ambigram_bot_api::BotApi;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::IntoResponse;
use serde_json::Value;
use tokio::net::TcpListener;

pub(crate) const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

/// The server. It lives as long as the test's runtime.
#[derive(Clone, Default)]
pub(crate) struct Server {
    asked: Arc<Mutex<Vec<(String, Value)>>>,
    answers: Arc<Mutex<VecDeque<Answer>>>,
    address: Option<SocketAddr>,
}

/// What to answer.
#[derive(Clone)]
pub(crate) enum Answer {
    /// This status and body.
    Say(u16, String),
    /// This status, and a header.
    Header(u16, header::HeaderName, String),
    /// Nothing, ever.
    Never,
}

impl Server {
    /// A server that gives these answers in turn, and none after them.
    pub(crate) async fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let server = Self {
            address: Some(listener.local_addr().unwrap()),
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            ..Self::default()
        };
        let app = Router::new().fallback(answer).with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        server
    }

    /// A server that gives one answer with the status 200.
    pub(crate) async fn saying(body: &str) -> Self {
        Self::start([Answer::Say(200, body.to_owned())]).await
    }

    /// The server's address.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address.unwrap())
    }

    /// The bot there.
    pub(crate) fn api(&self) -> BotApi {
        BotApi::builder(TOKEN).base_url(self.url()).build().unwrap()
    }

    /// What was asked: the path, and the JSON that came, or the text of a form, whose length was told.
    pub(crate) fn asked(&self) -> Vec<(String, Value)> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(
    State(server): State<Server>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> impl IntoResponse {
    let asked = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&body).unwrap_or_else(|_| {
            let length = headers.get(header::CONTENT_LENGTH).map(|length| length.to_str().unwrap());
            assert_eq!(length, Some(body.len().to_string().as_str()));
            String::from_utf8_lossy(&body).into()
        })
    };
    server.asked.lock().unwrap().push((uri.path().to_owned(), asked));
    let next = server.answers.lock().unwrap().pop_front();
    match next.unwrap_or(Answer::Never) {
        Answer::Say(status, body) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Answer::Header(status, name, value) => {
            (StatusCode::from_u16(status).unwrap(), [(name, value)]).into_response()
        }
        Answer::Never => std::future::pending().await,
    }
}
