//! Messages that come along whole.

use ambigram_core::types::{GuestQueryId, Message, UpdateKind, UpdateOrder, UserId};
use grammers_tl_types::{enums, types};

use super::told;
use crate::convert::testing::*;

#[test]
fn messages_of_a_business_account_come_with_what_they_answer() {
    let answered = || enums::Message::from(written(4, at_user(ALICE), "question"));
    let message = || types::Message { reply_to: Some(reply_to(4).into()), ..written(5, at_user(ALICE), "x") };
    let new = types::UpdateBotNewBusinessMessage {
        connection_id: "c".to_owned(),
        message: types::Message { out: true, ..message() }.into(),
        reply_to_message: Some(answered()),
        qts: 1,
    };
    let update = told(new).unwrap();
    assert_eq!((update.name(), update.order()), ("business_message", UpdateOrder::Chat(ALICE.into())));
    let told_of = |message: &Message| {
        let answered = message.reply_to_message.as_ref();
        (
            message.business_connection_id.as_ref().map(|id| id.as_str().to_owned()),
            answered.and_then(|answered| answered.as_text()).map(|text| text.text.clone()),
        )
    };
    let expected = (Some("c".to_owned()), Some("question".to_owned()));
    assert_eq!(told_of(update.message().unwrap()), expected);

    let press = types::UpdateBusinessBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        connection_id: "c".to_owned(),
        message: message().into(),
        reply_to_message: Some(answered()),
        chat_instance: 3,
        data: Some(b"data".to_vec()),
    };
    let UpdateKind::CallbackQuery(query) = told(press).unwrap().kind else { panic!() };
    assert_eq!((query.data.as_deref(), query.from.id), (Some("data"), UserId(ALICE)));
    assert_eq!(told_of(query.message.unwrap().message().unwrap()), expected);

    let guest = types::UpdateBotGuestChatQuery {
        query_id: 9,
        message: message().into(),
        reference_messages: Some(vec![answered()]),
        qts: 1,
    };
    let UpdateKind::GuestMessage(message) = told(guest).unwrap().kind else { panic!() };
    assert_eq!(message.guest_query_id.as_ref().map(GuestQueryId::as_str), Some("9"));
    assert_eq!(told_of(&message), (None, expected.1));
}
