//! What is read of an update, and what is made of what cannot be read.

use super::*;
use crate::types::MessageId;

fn read(json: &'static str) -> Update {
    Update::read(Bytes::from_static(json.as_bytes())).unwrap()
}

#[test]
fn a_kind_from_the_future_arrives_as_unknown() {
    let update = read(r#"{"update_id":7,"update_from_the_future":{"id":1,"user":{"id":9}}}"#);
    assert_eq!((update.id, update.name()), (UpdateId(7), "update_from_the_future"));
    assert_eq!(update.order(), UpdateOrder::User(UserId(9)));
    let UpdateKind::Unknown { content, error: None, .. } = update.kind else { panic!("{update:?}") };
    assert_eq!(content.field::<i32>("id").unwrap(), Some(1));
}

#[test]
fn a_message_that_cannot_be_read_arrives_as_unknown_with_the_reason() {
    let update = read(r#"{"update_id":7,"message":{"message_id":9,"text":"no chat and no date"}}"#);
    let UpdateKind::Unknown { name, content, error: Some(error) } = update.kind else { panic!("{update:?}") };
    assert_eq!(&*name, "message");
    assert!(error.contains("missing field `chat`"), "{error}");
    assert_eq!(content.field::<String>("text").unwrap().as_deref(), Some("no chat and no date"));
}

#[test]
fn an_update_of_a_number_alone_is_still_an_update() {
    assert_eq!(read(r#"{"update_id":7}"#).order(), UpdateOrder::Common);
}

#[test]
fn an_update_made_here_is_written_as_telegram_would() {
    let json =
        r#"{"update_id":7,"message":{"message_id":1,"chat":{"id":7,"type":"private"},"date":3,"text":"hi"}}"#;
    let read = read(json);
    let made = Update::new(7, read.kind);
    assert_eq!(serde_json::to_string(&made).unwrap(), json);
}

const USER: &str = r#"{"id":9,"first_name":"Ada","is_bot":false}"#;
const CHAT: &str = r#"{"id":-7,"type":"group","title":"T"}"#;

/// An update whose content is told with `USER` and `CHAT` in place of a user and a chat.
fn told(name: &str, content: &str) -> String {
    let content = content.replace("USER", USER).replace("CHAT", CHAT);
    format!(r#"{{"update_id":7,"{name}":{content}}}"#)
}

#[test]
fn every_kind_is_read_in_its_place_and_written_as_it_came() {
    const MESSAGE: &str = r#"{"message_id":1,"chat":CHAT,"date":3,"from":USER,"text":"hi"}"#;
    const MEMBER: &str = r#"{"chat":CHAT,"from":USER,"date":3,"old_chat_member":{"status":"left","user":USER},"new_chat_member":{"status":"member","user":USER}}"#;
    let (chat, user, common) =
        (UpdateOrder::Chat(ChatId(-7)), UpdateOrder::User(UserId(9)), UpdateOrder::Common);
    let table = [
        ("message", MESSAGE, chat, true),
        ("edited_message", MESSAGE, chat, true),
        ("channel_post", MESSAGE, chat, true),
        ("edited_channel_post", MESSAGE, chat, true),
        ("business_message", MESSAGE, chat, true),
        ("edited_business_message", MESSAGE, chat, true),
        ("guest_message", MESSAGE, chat, true),
        (
            "deleted_business_messages",
            r#"{"business_connection_id":"b","chat":CHAT,"message_ids":[1,2]}"#,
            chat,
            false,
        ),
        (
            "message_reaction",
            r#"{"chat":CHAT,"message_id":1,"date":3,"old_reaction":[],"new_reaction":[{"type":"emoji","emoji":"👍"}],"user":USER}"#,
            chat,
            true,
        ),
        (
            "message_reaction_count",
            r#"{"chat":CHAT,"message_id":1,"date":3,"reactions":[{"type":{"type":"paid"},"total_count":2}]}"#,
            chat,
            false,
        ),
        ("inline_query", r#"{"id":"1","from":USER,"query":"q","offset":""}"#, user, true),
        ("chosen_inline_result", r#"{"result_id":"1","from":USER,"query":"q"}"#, user, true),
        ("callback_query", r#"{"id":"1","from":USER,"chat_instance":"5","data":"d"}"#, user, true),
        ("my_chat_member", MEMBER, chat, true),
        ("chat_member", MEMBER, chat, true),
        ("chat_join_request", r#"{"chat":CHAT,"from":USER,"user_chat_id":9,"date":3}"#, chat, true),
        (
            "removed_chat_boost",
            r#"{"chat":CHAT,"boost_id":"b","remove_date":3,"source":{"source":"premium","user":USER}}"#,
            chat,
            true,
        ),
        ("managed_bot", r#"{"user":USER,"bot":USER}"#, user, true),
        (
            "poll_answer",
            r#"{"poll_id":"1","option_ids":[0],"option_persistent_ids":["a"],"user":USER}"#,
            user,
            true,
        ),
        (
            "poll_answer",
            r#"{"poll_id":"1","option_ids":[0],"option_persistent_ids":["a"],"voter_chat":CHAT}"#,
            chat,
            false,
        ),
        (
            "business_connection",
            r#"{"id":"b","user":USER,"user_chat_id":9,"date":3,"is_enabled":true}"#,
            user,
            true,
        ),
        (
            "shipping_query",
            r#"{"id":"1","from":USER,"invoice_payload":"p","shipping_address":{"country_code":"IS","state":"","city":"c","street_line1":"1","street_line2":"2","post_code":"3"}}"#,
            user,
            true,
        ),
        (
            "pre_checkout_query",
            r#"{"id":"1","from":USER,"currency":"XTR","total_amount":5,"invoice_payload":"p"}"#,
            user,
            true,
        ),
        ("purchased_paid_media", r#"{"from":USER,"paid_media_payload":"p"}"#, user, true),
        (
            "poll",
            r#"{"id":"1","question":"q","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false,"allows_revoting":true,"members_only":false}"#,
            common,
            false,
        ),
        (
            "chat_boost",
            r#"{"chat":CHAT,"boost":{"boost_id":"b","add_date":3,"expiration_date":4,"source":{"source":"premium","user":USER}}}"#,
            chat,
            true,
        ),
        ("update_from_the_future", r#"{"depth":3}"#, common, false),
    ];
    for name in UpdateKind::NAMES {
        assert!(table.iter().any(|row| row.0 == *name), "{name} is missing from the table");
    }
    for (name, content, order, has_user) in table {
        let json = told(name, content);
        let update = Update::read(Bytes::from(json.clone())).unwrap();
        let is_modelled = !matches!(update.kind, UpdateKind::Unknown { .. });
        assert_eq!(is_modelled, UpdateKind::NAMES.contains(&name), "{update:?}");
        assert_eq!(
            (update.name(), update.order(), update.user().is_some()),
            (name, order, has_user),
            "{json}"
        );
        assert_eq!(update.message().is_some(), content == MESSAGE, "{json}");
        assert_eq!(serde_json::to_string(&Update::new(7, update.kind)).unwrap(), json);
    }
}

#[test]
fn the_message_of_a_press_is_the_updates_message_only_where_the_bot_can_read_it() {
    for (date, readable) in [(3, Some(MessageId(1))), (0, None)] {
        let message = format!(r#"{{"message_id":1,"chat":CHAT,"date":{date},"text":"hi"}}"#);
        let query = format!(r#"{{"id":"1","from":USER,"message":{message},"chat_instance":"5"}}"#);
        let update = Update::read(Bytes::from(told("callback_query", &query))).unwrap();
        assert_eq!(update.message().map(|message| message.id), readable);
        assert_eq!(update.order(), UpdateOrder::Chat(ChatId(-7)));
    }
}
