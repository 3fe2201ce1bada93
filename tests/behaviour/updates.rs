//! What arrives, and that all of it does.

use ambigram::types::{MaybeInaccessibleMessage, UpdateKind};
use ambigram::{Wire, prelude::*};
use ambigram_tests::on_both_wires;

use crate::stages::Listening;

#[tokio::test]
async fn messages_and_their_edits_arrive_from_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let private = alice.open(&account);
        let first = private.say("/start");
        let second = private.say("hello https://example.com");
        private.edit(first, "/start again").unwrap();
        private.reply(second, "to myself").unwrap();
        let updates = listening.take(4).await;

        let UpdateKind::Message(message) = &updates[0].kind else { panic!("{:?}", updates[0]) };
        assert_eq!(message.chat.id, alice.id.into());
        assert_eq!(message.from.as_ref().unwrap().first_name, "Alice");
        assert_eq!(message.as_text().unwrap().entities[0].kind.name(), "bot_command");
        let UpdateKind::EditedMessage(edited) = &updates[2].kind else { panic!("{:?}", updates[2]) };
        assert_eq!((edited.id, edited.as_text().unwrap().text.as_str()), (message.id, "/start again"));
        assert!(edited.edit_date.is_some());
        let answer = updates[3].message().unwrap();
        assert_eq!(
            answer.reply_to_message.as_ref().unwrap().as_text().unwrap().text,
            "hello https://example.com"
        );
        let came_as_json = stage.wire() == Wire::Http;
        assert!(updates.iter().all(|update| update.raw().is_some() == came_as_json));
        assert!(updates.windows(2).all(|pair| pair[0].id < pair[1].id));
    })
    .await;
}

#[tokio::test]
async fn a_press_arrives_with_its_message() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let chat = alice.open(&account);
        chat.say("/start");
        let bot = stage.bot(&account);
        let keyboard = InlineKeyboard::row([Button::callback("a", "data")]);
        let sent = bot.send_message(alice.id, "one").keyboard(keyboard.clone()).await.unwrap();
        chat.press("a").unwrap();
        let updates = listening.take(2).await;
        let UpdateKind::CallbackQuery(query) = &updates[1].kind else { panic!("{:?}", updates[1]) };
        assert_eq!((query.data.as_deref(), query.from.id), (Some("data"), alice.id));
        let Some(MaybeInaccessibleMessage::Message(message)) = &query.message else { panic!("{query:?}") };
        assert_eq!((message.id, &message.reply_markup), (sent.id, &Some(keyboard)));
    })
    .await;
}
