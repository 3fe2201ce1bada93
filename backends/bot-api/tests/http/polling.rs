//! Long polling over real HTTP: the questions as they go out, and a batch taken to pieces.
use std::time::Duration;

use crate::server::{Answer, Server, TOKEN};
use ambigram_core::ErrorKind;
use ambigram_core::backend::UpdateSource;
use ambigram_core::delivery::Delivery;
use ambigram_core::types::UpdateKind;
use serde_json::json;

const BATCH: &str = r#"{"ok":true,"result":[
    {"update_id":11,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"\u044f"}},
    {"update_id":12,"message":{"message_id":2,"text":"no chat and no date"}},
    {"update_id":13,"update_from_the_future":{"id":1}},
    {"update_id":15,"message":{"message_id":3,"date":1,"chat":{"id":7,"type":"private"},"text":"last"}}
]}"#;

#[tokio::test]
async fn a_batch_arrives_update_by_update_and_is_confirmed_by_the_next_question() {
    let server = Server::saying(BATCH).await;
    let mut updates =
        server.api().long_polling().timeout(Duration::from_secs(3)).allowed_updates(["message"]);
    let mut kinds = Vec::new();
    for _ in 0..4 {
        let Delivery { update, receipt } = updates.next().await.unwrap();
        kinds.push((
            update.id.0,
            update.name().to_owned(),
            matches!(update.kind, UpdateKind::Unknown { .. }),
        ));
        assert!(update.raw().unwrap().as_str().starts_with(r#"{"update_id":1"#));
        receipt.settle();
    }
    let expected = [
        (11, "message", false),
        (12, "message", true),
        (13, "update_from_the_future", true),
        (15, "message", false),
    ];
    assert_eq!(kinds, expected.map(|(id, name, unknown)| (id, name.to_owned(), unknown)));

    let asked = async {
        loop {
            if let [first, second] = server.asked().as_slice() {
                return [first.clone(), second.clone()];
            }
            tokio::task::yield_now().await;
        }
    };
    let [first, second] = tokio::select! {
        asked = asked => asked,
        delivery = updates.next() => panic!("{delivery:?}"),
    };
    let path = format!("/bot{TOKEN}/getUpdates");
    assert_eq!(first, (path.clone(), json!({"limit": 100, "timeout": 3, "allowed_updates": ["message"]})));
    assert_eq!(
        second,
        (path, json!({"offset": 16, "limit": 100, "timeout": 3, "allowed_updates": ["message"]}))
    );
}

#[tokio::test]
async fn closing_confirms_what_is_finished() {
    let server =
        Server::start([BATCH, r#"{"ok":true,"result":[]}"#].map(|body| Answer::Say(200, body.to_owned())))
            .await;
    let mut updates = server.api().long_polling();
    updates.next().await.unwrap().receipt.settle();
    updates.close().await.unwrap();
    assert_eq!(server.asked()[1].1, json!({"offset": 12, "limit": 1, "timeout": 0}));
}

#[tokio::test]
async fn a_token_that_is_refused_ends_it() {
    let body = r#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#;
    let server = Server::start([Answer::Say(401, body.to_owned())]).await;
    let error = server.api().long_polling().next().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.to_string(), "getUpdates: Unauthorized");
}

#[tokio::test]
async fn a_webhook_is_deleted_before_the_first_question() {
    let done = r#"{"ok":true,"result":true,"description":"Webhook was deleted"}"#;
    for (drop_pending, expected) in [(false, json!(false)), (true, json!(true))] {
        let server = Server::start([done, BATCH].map(|body| Answer::Say(200, body.to_owned()))).await;
        let updates = server.api().long_polling().delete_webhook();
        let mut updates = if drop_pending { updates.drop_pending() } else { updates };
        assert_eq!(updates.next().await.unwrap().update.id.0, 11);
        let path = format!("/bot{TOKEN}/deleteWebhook");
        assert_eq!(server.asked()[0], (path, json!({"drop_pending_updates": expected})));
    }
}
