//! How messages are read and written.

use serde_json::{Value, from_str, to_value};

use super::*;

fn round_trip(json: &str) -> Message {
    let message: Message = from_str(json).unwrap();
    assert_eq!(to_value(&message).unwrap(), from_str::<Value>(json).unwrap());
    message
}

#[test]
fn a_text_keeps_its_entities_and_what_is_not_modelled() {
    let message = round_trip(
        r#"{"message_id":5,"from":{"id":7,"is_bot":false,"first_name":"A"},"date":10,
            "chat":{"id":7,"type":"private","first_name":"A"},"text":"/go x","via_the_future":{"a":[1]},
            "entities":[{"type":"bot_command","offset":0,"length":3}],
            "reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]},
            "reply_to_message":{"message_id":4,"date":9,"chat":{"id":7,"type":"private"},"text":"?"}}"#,
    );
    assert_eq!(message.as_text().unwrap().text, "/go x");
    assert_eq!(message.unmodelled.unwrap().as_str(), r#"{"via_the_future":{"a":[1]}}"#);
}

#[test]
fn a_content_that_is_not_modelled_keeps_its_raw_form() {
    let message = round_trip(
        r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"metaverse"},"hologram":{"depth":3},"caption":"c"}"#,
    );
    assert_eq!(message.kind, MessageKind::Unknown);
    assert_eq!(message.caption.unwrap().text, "c");
    assert_eq!(message.unmodelled.unwrap().as_str(), r#"{"hologram":{"depth":3}}"#);
}

#[test]
fn what_telegram_tells_twice_is_one_content() {
    let animation = round_trip(
        r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"group"},
            "animation":{"file_id":"i","file_unique_id":"u","width":1,"height":2,"duration":3,"mime_type":"video/mp4"},
            "document":{"file_id":"i","file_unique_id":"u","mime_type":"video/mp4"}}"#,
    );
    assert_eq!(animation.kind.name(), "animation");
    let venue = round_trip(
        r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"group"},"location":{"latitude":1.5,"longitude":2.5},
            "venue":{"location":{"latitude":1.5,"longitude":2.5},"title":"t","address":"a"}}"#,
    );
    assert_eq!(venue.kind.name(), "venue");
    let moving = round_trip(
        r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"group"},
            "live_photo":{"file_id":"i","file_unique_id":"u","width":1,"height":2,"duration":3,
                "photo":[{"file_id":"p","file_unique_id":"q","width":1,"height":2}]},
            "photo":[{"file_id":"p","file_unique_id":"q","width":1,"height":2}]}"#,
    );
    assert_eq!(moving.kind.name(), "live_photo");
}

#[test]
fn an_answered_message_of_another_chat_tells_what_it_holds() {
    let message = round_trip(
        r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"group"},"text":"so?",
            "quote":{"text":"die","position":3},
            "external_reply":{"origin":{"type":"hidden_user","date":1,"sender_user_name":"B"},
                              "dice":{"emoji":"🎲","value":4},"chat":{"id":-1001,"type":"supergroup"},"message_id":9}}"#,
    );
    let reply = message.external_reply.unwrap();
    assert_eq!((reply.kind.name(), reply.origin.date()), ("dice", Some(1)));
}

#[test]
fn what_happened_is_told_from_what_was_said() {
    let of = |field: &str| {
        let json = format!(r#"{{"message_id":5,"date":10,"chat":{{"id":-7,"type":"group"}},{field}}}"#);
        round_trip(&json).kind
    };
    for (field, is_service) in [
        (r#""text":"a""#, false),
        (r#""photo":[]"#, false),
        (r#""forum_topic_closed":{}"#, true),
        (r#""delete_chat_photo":true"#, true),
        (r#""migrate_to_chat_id":-1001234567890"#, true),
        (r#""new_chat_title":"t""#, true),
    ] {
        assert_eq!(of(field).is_service(), is_service, "{field}");
    }
}
