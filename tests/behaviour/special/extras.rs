//! What a message tells of itself beside its content, by the doing of its sender or of Telegram.

use ambigram_sandbox::world::Extra;
use ambigram_tests::on_both_wires;
use serde_json::{Value, json};

use super::{Cast, has};

/// What is brought about, where, and what the message tells.
fn extras(cast: &Cast) -> Vec<(&'static str, Value, Value)> {
    let (bob, channel) = (cast.bob.id.0, cast.id("channel"));
    vec![
        (
            "private chat",
            json!({ "reply_to_story": { "chat": bob, "id": 5 } }),
            json!({ "reply_to_story": { "id": 5, "chat": { "id": bob, "first_name": "Bob" } } }),
        ),
        (
            "supergroup",
            json!({ "reply_to_story": { "chat": channel, "id": 6 } }),
            json!({ "reply_to_story": { "id": 6, "chat": { "id": channel, "title": "Channel" } } }),
        ),
        ("supergroup", json!({ "sender_boost_count": 2 }), json!({ "sender_boost_count": 2 })),
        ("supergroup", json!({ "sender_tag": "friend" }), json!({ "sender_tag": "friend" })),
        ("supergroup", json!({ "paid_star_count": 3 }), json!({ "paid_star_count": 3 })),
        ("channel", json!({ "author_signature": "Alice" }), json!({ "author_signature": "Alice" })),
        ("private chat", json!({ "is_from_offline": true }), json!({ "is_from_offline": true })),
    ]
}

#[tokio::test]
async fn a_message_tells_what_only_telegram_can_say_of_it() {
    on_both_wires(async |stage| {
        let mut cast = Cast::new(stage).await;
        for (place, extra, told) in extras(&cast) {
            let given: Extra = serde_json::from_value(extra.clone()).unwrap();
            cast.everywhere.place(place).chat.say_with("a text", given).unwrap();
            let update = cast.listening.take(1).await.remove(0);
            let message = serde_json::to_value(update.message().unwrap()).unwrap();
            assert!(has(&message, &told) && message["text"] == "a text", "{extra}: {message}");
        }
    })
    .await;
}
