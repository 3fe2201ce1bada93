//! Calls over real HTTP: what goes out, what comes back, and what is made of failures.
use std::error::Error as _;
use std::time::Duration;

use crate::server::{Answer, Server, TOKEN};
use ambigram_bot_api::BotApi;
use ambigram_core::backend::Backend;
use ambigram_core::requests::{Edited, GetMessages};
use ambigram_core::types::{ChatId, MessageId};
use ambigram_core::{Bot, Error, ErrorKind};
use axum::http::header;
use serde_json::json;
use tokio::net::TcpListener;

const MESSAGE: &str =
    r#"{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"hi"}}"#;

#[tokio::test]
async fn a_call_goes_out_as_json_and_its_answer_comes_back() {
    let server = Server::saying(MESSAGE).await;
    let bot = Bot::new(server.api());
    let message = bot.send_message(ChatId(7), "hi").disable_notification().await.unwrap();
    assert_eq!((message.id, message.as_text().unwrap().text.as_str()), (MessageId(5), "hi"));
    assert_eq!(
        server.asked(),
        [(
            format!("/bot{TOKEN}/sendMessage"),
            json!({"chat_id": 7, "text": "hi", "disable_notification": true})
        )]
    );
}

#[tokio::test]
async fn each_method_reads_its_own_answer() {
    let done = r#"{"ok":true,"result":true}"#;
    let me = r#"{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"B","username":"b_bot"}}"#;
    let answers = [me, MESSAGE, done, done].map(|body| Answer::Say(200, body.to_owned()));
    let server = Server::start(answers).await;
    let bot = Bot::new(server.api());
    assert_eq!(bot.get_me().await.unwrap().user.id.0, 123_456);
    let target = (ChatId(7), MessageId(5));
    let edited = bot.edit_message_text(target, "hi").await.unwrap();
    assert_eq!(edited.message().unwrap().id, MessageId(5));
    assert_eq!(bot.edit_message_reply_markup(target).await.unwrap(), Edited::Inline);
    bot.delete_message(ChatId(7), MessageId(5)).await.unwrap();
    let methods: Vec<_> =
        server.asked().iter().map(|(path, _)| path.rsplit('/').next().unwrap().to_owned()).collect();
    assert_eq!(methods, ["getMe", "editMessageText", "editMessageReplyMarkup", "deleteMessage"]);
}

/// The error of a call that is answered so.
async fn error(answer: Answer) -> Error {
    let patience = Duration::from_millis(if matches!(answer, Answer::Never) { 50 } else { 30_000 });
    let server = Server::start([answer]).await;
    let api = BotApi::builder(TOKEN).base_url(server.url()).request_timeout(patience).build().unwrap();
    Bot::new(api).send_message(ChatId(7), "hi").await.unwrap_err()
}

#[tokio::test]
async fn a_refusal_is_an_error_of_its_kind_in_telegrams_words() {
    let body =
        r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#.to_owned();
    let error = error(Answer::Say(403, body)).await;
    assert_eq!(*error.kind(), ErrorKind::BotBlocked);
    assert_eq!(error.to_string(), "sendMessage: Forbidden: bot was blocked by the user");
}

#[tokio::test]
async fn what_no_bot_api_server_says_is_an_error_of_its_kind_too() {
    let second = Duration::from_secs(1);
    for (answer, expected) in [
        (Answer::Say(502, "<html>Bad Gateway</html>".to_owned()), ErrorKind::Server),
        (Answer::Say(413, "<html>Too Large</html>".to_owned()), ErrorKind::TooLarge { limit: None }),
        (Answer::Say(404, "not here".to_owned()), ErrorKind::NotFound),
        (Answer::Say(200, "welcome".to_owned()), ErrorKind::UnexpectedAnswer),
        (
            Answer::Say(200, r#"{"ok":true,"result":{"no":"message"}}"#.to_owned()),
            ErrorKind::UnexpectedAnswer,
        ),
        (Answer::Header(429, header::RETRY_AFTER, "7".to_owned()), ErrorKind::RetryAfter(7 * second)),
        (Answer::Header(429, header::RETRY_AFTER, "tomorrow".to_owned()), ErrorKind::RetryAfter(second)),
        (Answer::Never, ErrorKind::Timeout),
    ] {
        let error = error(answer).await;
        assert_eq!(*error.kind(), expected, "{error:?}");
        assert_eq!(error.operation(), Some("sendMessage"));
        assert!(expected != ErrorKind::Timeout || error.description().contains("within 50ms"), "{error}");
    }
}

#[tokio::test]
async fn the_token_does_not_follow_a_redirect() {
    let elsewhere = Server::saying(MESSAGE).await;
    let error = error(Answer::Header(307, header::LOCATION, elsewhere.url())).await;
    assert_eq!(*error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(elsewhere.asked().is_empty());
}

/// A port where nobody listens.
async fn nobody() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// A server that hangs up when it is asked.
async fn hanging_up() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            connection.readable().await.unwrap();
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn a_connection_that_fails_says_why_and_keeps_its_cause() {
    for (url, expected) in [(nobody().await, "refused"), (hanging_up().await, "the connection failed")] {
        let api = BotApi::builder(TOKEN).base_url(url).build().unwrap();
        let error = Bot::new(api).get_me().await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Network);
        assert!(error.description().contains(expected), "{error}");
        assert!(error.source().is_some());
    }
}

#[tokio::test]
async fn the_token_shows_nowhere() {
    let page = format!("<html>no page /bot{TOKEN}/sendMessage</html>");
    let refusal = format!(r#"{{"ok":false,"error_code":404,"description":"no page /bot{TOKEN}/x"}}"#);
    let mut texts = Vec::new();
    for answer in [
        Answer::Say(404, page.clone()),
        Answer::Say(200, page),
        Answer::Say(404, refusal),
        Answer::Never,
        Answer::Header(302, header::LOCATION, format!("http://127.0.0.1:1/bot{TOKEN}/x")),
    ] {
        texts.push(all(&error(answer).await));
    }
    for url in [nobody().await, hanging_up().await] {
        let builder = BotApi::builder(TOKEN).base_url(url);
        texts.push(format!("{builder:?}"));
        let api = builder.build().unwrap();
        texts.push(format!("{api:?} {:?}", api.long_polling()));
        texts.push(all(&Bot::new(api).get_me().await.unwrap_err()));
    }
    let secret = TOKEN.split_once(':').unwrap().1;
    for text in texts {
        assert!(!text.contains(secret), "{text}");
    }
}

/// All that can be printed of an error and its causes.
fn all(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(" {error} {error:?}"));
        cause = error.source();
    }
    text
}

#[tokio::test]
async fn what_the_wire_lacks_is_refused_without_asking() {
    let server = Server::start([]).await;
    let api = server.api();
    let error = api.call(GetMessages::new(ChatId(7), [MessageId(1)]).into()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Unsupported { backend: "the Bot API" });
    assert!(server.asked().is_empty());
}
