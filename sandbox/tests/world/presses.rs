//! Pressing buttons and answering. <https://core.telegram.org/bots/api#callbackquery>

use ambigram_core::types::{Button, ChatId, InlineKeyboard};
use ambigram_sandbox::rules::{ChatSort, Refusal};
use ambigram_sandbox::world::{CallbackAnswer, Event, NewMessage};

use crate::stage::{Stage, with_button};

#[test]
fn a_press_is_told_to_the_bot_and_its_answer_to_the_one_who_pressed() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (seen, id) = stage.button("+1", "up");
    stage.told(bot);
    stage.told(alice);
    let press = stage.press(alice, bot.into(), seen, "up").unwrap();
    let events = stage.told(bot);
    let [Event::CallbackQuery { query, message }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((query.id, query.from, query.data.as_str()), (press, alice, "up"));
    assert_eq!((message.chat, message.id), (ChatId::from(alice), id));
    assert_eq!(message.view.as_ref().unwrap().message.text().unwrap().text, "press");
    let answer = CallbackAnswer { text: Some("done".into()), show_alert: true, ..CallbackAnswer::default() };
    stage.answer_callback(bot, press, answer.clone()).unwrap();
    assert_eq!(stage.callback_query(press).unwrap().answer, Some(answer.clone()));
    assert_eq!(stage.told(alice), [Event::CallbackAnswered { query: press, bot, answer }]);
}

#[test]
fn a_press_is_answered_once_by_its_bot_within_a_minute() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let other = stage.another_bot("other_bot");
    let (id, _) = stage.button("+1", "up");
    let press = |stage: &mut Stage| stage.press(alice, bot.into(), id, "up").unwrap();
    let none = CallbackAnswer::default();
    let first = press(&mut stage);
    assert_eq!(stage.answer_callback(other, first, none.clone()), Err(Refusal::QueryInvalid));
    assert_eq!(stage.answer_callback(bot, first, none.clone()), Ok(()));
    assert_eq!(stage.answer_callback(bot, first, none.clone()), Err(Refusal::QueryInvalid));
    let second = press(&mut stage);
    stage.wait(59);
    assert_eq!(stage.answer_callback(bot, second, none.clone()), Ok(()));
    let third = press(&mut stage);
    stage.wait(60);
    assert_eq!(stage.answer_callback(bot, third, none), Err(Refusal::QueryInvalid));
}

#[test]
fn an_answer_may_open_the_bot_itself() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (id, _) = stage.button("+1", "up");
    let cases = [
        ("https://t.me/counting_bot?start=x", true),
        ("t.me/Counting_Bot", true),
        ("tg://resolve?domain=counting_bot&start=x", true),
        ("https://t.me/counting_bots", false),
        ("https://example.com/counting_bot", false),
        ("no address", false),
    ];
    for (url, may) in cases {
        let press = stage.press(alice, bot.into(), id, "up").unwrap();
        let answer = CallbackAnswer { url: Some(url.into()), ..CallbackAnswer::default() };
        assert_eq!(stage.answer_callback(bot, press, answer).is_ok(), may, "{url}");
    }
}

#[test]
fn all_presses_of_one_chat_have_one_instance() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let group = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    let in_group = stage.send_message(bot, group, with_button("press", "+1", "up")).unwrap().id;
    let (in_private, _) = stage.button("+1", "up");
    let mut instance = |user, chat: ChatId, id| {
        let press = stage.press(user, chat, id, "up").unwrap();
        stage.callback_query(press).unwrap().chat_instance
    };
    let of_alice = instance(alice, group, in_group);
    assert_eq!(instance(bob, group, in_group), of_alice);
    assert_ne!(instance(alice, bot.into(), in_private), of_alice);
}

#[test]
fn buttons_of_an_old_version_are_gone() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (seen, id) = stage.button("+1", "up");
    let keyboard = InlineKeyboard::row([Button::callback("-1", "down")]);
    stage.edit_keyboard(bot, alice.into(), id, Some(keyboard)).unwrap();
    assert_eq!(stage.press(alice, bot.into(), seen, "up"), Err(Refusal::PressedDataInvalid));
    assert!(stage.press(alice, bot.into(), seen, "down").is_ok());
}

#[test]
fn only_buttons_that_tell_the_bot_can_be_pressed() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let keyboard = Some(InlineKeyboard::row([Button::copy_text("copy", "up")]));
    let sent = stage.send_message(bot, alice.into(), NewMessage { keyboard, .."hi".into() }).unwrap();
    let seen = stage.view(alice, sent.message.key).unwrap().id;
    assert_eq!(stage.press(alice, bot.into(), seen, "up"), Err(Refusal::PressedDataInvalid));
    assert_eq!(stage.press(bot, alice.into(), sent.id, "up"), Err(Refusal::BotsCannot));
}

#[test]
fn what_was_true_at_the_press_is_what_the_bot_is_told() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (seen, id) = stage.button("+1", "up");
    stage.told(bot);
    stage.press(alice, bot.into(), seen, "up").unwrap();
    stage.edit_text(bot, alice.into(), id, "edited".into()).unwrap();
    stage.delete_messages(bot, alice.into(), &[id], true).unwrap();
    let events = stage.told(bot);
    let [Event::CallbackQuery { message, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(message.view.as_ref().unwrap().message.text().unwrap().text, "press");
}
