//! A bot that changes wires and keeps its database.

use ambigram::prelude::*;
use ambigram::types::{FileUniqueId, PollId, UserId};
use ambigram::{Bot, Wire};
use ambigram_sandbox::world::QueryId;
use ambigram_tests::Stage;
use ambigram_tests::files::picture;
use serde::{Deserialize, Serialize};

/// What a bot keeps: ids, as they came.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Kept {
    chat: ChatId,
    user: UserId,
    menu: MessageId,
    photo: FileId,
    photo_unique: FileUniqueId,
    poll: (MessageId, PollId),
}

/// The first half of the conversation.
async fn begin(bot: &Bot, chat: ChatId) -> Kept {
    let keyboard =
        InlineKeyboard::row([Button::callback("Tea", "tea"), Button::callback("Coffee", "coffee")]);
    let menu = bot.send_message(chat, "What may it be?").keyboard(keyboard).await.unwrap();
    let photo = bot.send_photo(chat, InputFile::bytes("tea.png", picture(64, 48))).await.unwrap();
    let MessageKind::Photo(sizes) = &photo.kind else { panic!("{photo:?}") };
    let largest = sizes.largest().unwrap();
    let options = ["With milk", "With lemon"].map(Into::into).to_vec();
    let poll = bot.send_poll(chat, "How?", options).await.unwrap();
    let MessageKind::Poll(asked) = &poll.kind else { panic!("{poll:?}") };
    Kept {
        chat: menu.chat.id,
        user: UserId(chat.0),
        menu: menu.id,
        photo: largest.file_id.clone(),
        photo_unique: largest.file_unique_id.clone(),
        poll: (poll.id, asked.id.clone()),
    }
}

/// The second half: what was kept means the same.
async fn go_on(bot: &Bot, kept: &Kept, pressed: QueryId) {
    let edited = bot.edit_message_text((kept.chat, kept.menu), "Tea it is.").await.unwrap();
    assert_eq!(edited.message().unwrap().id, kept.menu);
    bot.answer_callback_query(pressed).text("Coming").await.unwrap();
    let photo = bot.send_photo(kept.chat, &kept.photo).reply_to(kept.menu).await.unwrap();
    assert_eq!(photo.reply_to_message.as_ref().unwrap().id, kept.menu);
    let MessageKind::Photo(sizes) = &photo.kind else { panic!("{photo:?}") };
    let largest = sizes.largest().unwrap();
    assert_eq!((&largest.file_unique_id, largest.width, largest.height), (&kept.photo_unique, 64, 48));
    let closed = bot.stop_poll(kept.chat, kept.poll.0).await.unwrap();
    assert_eq!((&closed.id, closed.is_closed), (&kept.poll.1, true));
    let member = bot.get_chat_member(kept.chat, kept.user).await.unwrap();
    assert_eq!(member.user().unwrap().id, kept.user);
}

#[tokio::test]
async fn a_bot_that_changes_wires_in_mid_conversation_keeps_its_database() {
    for (first, second) in [(Wire::Http, Wire::Mtproto), (Wire::Mtproto, Wire::Http)] {
        let stage = Stage::new(first).await;
        let account = stage.telegram().bot("test_bot");
        let alice = stage.user("Alice");
        let before = Bot::new(stage.backend_over(first, &account));
        let after = Bot::new(stage.backend_over(second, &account));
        before.get_me().await.unwrap();
        after.get_me().await.unwrap();
        let chat = alice.open(&account);
        chat.say("/start");
        let kept = begin(&before, alice.id.into()).await;
        drop(before);

        let database = serde_json::to_string(&kept).unwrap();
        let kept: Kept = serde_json::from_str(&database).unwrap();
        let pressed = chat.press_under(kept_by(&stage, &chat, "What may it be?"), "Tea").unwrap();
        go_on(&after, &kept, pressed).await;

        let pressed =
            stage.telegram().world().read(|world| world.presses_by(alice.id).next().cloned()).unwrap();
        assert_eq!(pressed.answer.as_ref().unwrap().text.as_deref(), Some("Coming"));
        assert!(
            chat.messages().iter().any(|message| message.text == "Tea it is."),
            "{first:?} to {second:?}"
        );
    }
}

/// The number that Alice has a message under.
fn kept_by(stage: &Stage, chat: &ambigram_sandbox::play::Conversation, text: &str) -> MessageId {
    let history = stage.telegram().world().read(|world| world.history(chat.user(), chat.id()));
    let found = history.iter().rev().find(|view| view.message.text().is_some_and(|kept| kept.text == text));
    found.unwrap().id
}

/// Where a call cannot be made, the other wire cannot make it either.
#[tokio::test]
async fn ids_of_one_wire_are_refused_by_the_other_as_by_itself() {
    let stage = Stage::new(Wire::Http).await;
    let account = stage.telegram().bot("test_bot");
    let alice = stage.user("Alice");
    alice.open(&account).say("/start");
    let mut kinds = Vec::new();
    for wire in [Wire::Http, Wire::Mtproto] {
        let bot = Bot::new(stage.backend_over(wire, &account));
        bot.get_me().await.unwrap();
        let mut refused = Vec::new();
        for file in ["", "nonsense", "AgACAgIAAxkBAAIB"] {
            let error = bot.send_photo(alice.id, FileId::from(file)).await.unwrap_err();
            refused.push(error.kind().clone());
        }
        kinds.push(refused);
    }
    assert_eq!(kinds[0], kinds[1]);
}
