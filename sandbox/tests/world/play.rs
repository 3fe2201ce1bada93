//! The handles of a play: people who write, press and read.

use ambigram_core::types::{Button, ChatAction, InlineKeyboard};
use ambigram_sandbox::play::{BotAccount, Conversation, Happening, PressError, Telegram};
use ambigram_sandbox::rules::Refusal;
use ambigram_sandbox::world::{CallbackAnswer, Event, NewMessage, NewText, Service, World};

/// What a counting bot says: a number, and a button for the next.
fn number(telegram: &Telegram, bot: &BotAccount, chat: &Conversation, n: u32) {
    let keyboard = InlineKeyboard::row([
        Button::callback("+1", format!("count/{}", n + 1)),
        Button::url("why?", "https://example.com/"),
    ]);
    let new = NewMessage { keyboard: Some(keyboard), ..n.to_string().as_str().into() };
    telegram.world().write(|world| world.send_message(bot.id, chat.user().into(), new)).unwrap();
}

#[test]
fn a_person_says_presses_and_reads() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let alice = telegram.user("Alice");
    let chat = alice.open(&bot);
    assert!(chat.messages().is_empty());
    let said = chat.say("/count");
    assert_eq!((chat.last().id, chat.last().from.as_str(), chat.last().is_own), (said, "Alice", true));
    number(&telegram, &bot, &chat, 0);
    let seen = chat.last();
    assert_eq!((seen.text.as_str(), seen.from.as_str(), seen.is_own), ("0", "quickstart_bot", false));
    assert_eq!(seen.buttons, [["+1", "why?"]]);
    let press = chat.press("+1").unwrap();
    let data = telegram.world().read(|world| world.callback_query(press).unwrap().data.clone());
    assert_eq!(data, "count/1");
}

#[test]
fn a_label_that_is_not_there_is_refused_with_those_that_are() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let chat = telegram.user("Alice").open(&bot);
    let error = chat.press("+1").unwrap_err();
    assert_eq!(error.to_string(), "expected a button “+1”, found no buttons");
    chat.say("/count");
    number(&telegram, &bot, &chat, 0);
    let error = chat.press("-1").unwrap_err();
    assert_eq!(
        error,
        PressError::NoSuchButton { label: "-1".into(), there: vec!["+1".into(), "why?".into()] }
    );
    assert_eq!(error.to_string(), "expected a button “-1”, found “+1”, “why?”");
    assert_eq!(chat.press("why?").unwrap_err(), PressError::TellsNobody { label: "why?".into() });
}

#[test]
fn of_several_buttons_of_one_name_the_latest_is_pressed() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let chat = telegram.user("Alice").open(&bot);
    chat.say("/count");
    number(&telegram, &bot, &chat, 0);
    let first = chat.last().id;
    number(&telegram, &bot, &chat, 10);
    chat.say("hm");
    let data = |press| telegram.world().read(|world| world.callback_query(press).unwrap().data.clone());
    assert_eq!(data(chat.press("+1").unwrap()), "count/11");
    assert_eq!(data(chat.press_under(first, "+1").unwrap()), "count/1");
}

#[test]
fn what_a_person_got_wrong_is_told_to_them() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let alice = telegram.user("Alice");
    let chat = alice.open(&bot);
    assert!(matches!(chat.try_say("  "), Err(Refusal::BadText(_))));
    let said = chat.say("hi");
    assert_eq!(chat.edit(said, "hi"), Err(Refusal::NotModified));
    chat.edit(said, "ho").unwrap();
    assert_eq!((chat.last().text.as_str(), chat.last().is_edited), ("ho", true));
    let answer = chat.reply(said, "yes").unwrap();
    assert_eq!((chat.last().id, chat.last().reply_to), (answer, Some(said)));
    chat.delete(answer).unwrap();
    assert_eq!(chat.delete(answer), Err(Refusal::DeleteNotFound));
    alice.block(&bot);
    assert_eq!(chat.try_say("hi"), Err(Refusal::YouBlockedUser));
    alice.unblock(&bot);
    chat.say("hi again");
}

#[test]
#[should_panic(expected = "Telegram refuses this: Bad Request: USERNAME_OCCUPIED")]
fn a_stage_that_cannot_be_set_says_why() {
    let telegram = Telegram::new();
    telegram.bot("quickstart_bot");
    telegram.bot("quickstart_bot");
}

#[test]
fn a_group_is_seen_by_each_of_its_members() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let (alice, bob) = (telegram.user("Alice"), telegram.user("Bob"));
    let of_alice = alice.group("Friends", [bot.id, bob.id]);
    let of_bob = of_alice.seen_by(bob.id);
    of_alice.say("hello");
    assert_eq!((of_bob.last().text.as_str(), of_bob.last().is_own), ("hello", false));
    assert!(matches!(of_bob.messages()[0].service, Some(Service::GroupCreated { .. })));
    assert!(alice.supergroup("Many", [bob.id]).id().is_channel());
    assert!(alice.channel("News", [bot.id]).id().is_channel());
}

#[tokio::test]
async fn what_others_do_arrives_in_order_and_one_s_own_doings_do_not() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let alice = telegram.user("Alice");
    let chat = alice.open(&bot);
    chat.say("before");
    let mut events = chat.events();
    assert_eq!(events.try_next(), None);
    let said = chat.say("/count");
    number(&telegram, &bot, &chat, 0);
    let press = chat.press("+1").unwrap();
    let answer = CallbackAnswer { text: Some("counted".into()), ..CallbackAnswer::default() };
    telegram.world().write(|world| {
        let id = world.history(bot.id, alice.id.into()).last().unwrap().id;
        let of_alice = world.message_as_seen_by(alice.id, bot.id.into(), said).unwrap().message.key;
        let of_alice = world.view(bot.id, of_alice).unwrap().id;
        world.send_chat_action(bot.id, alice.id.into(), None, ChatAction::Typing).unwrap();
        world.edit_text(bot.id, alice.id.into(), id, NewText::from("1")).unwrap();
        world.answer_callback(bot.id, press, answer.clone()).unwrap();
        world.delete_messages(bot.id, alice.id.into(), &[of_alice], true).unwrap();
    });
    assert!(matches!(events.next().await, Happening::Said(seen) if seen.text == "0"));
    assert_eq!(events.next().await, Happening::Acting(ChatAction::Typing));
    assert!(matches!(events.next().await, Happening::Edited(seen) if seen.text == "1" && seen.is_edited));
    assert_eq!(events.next().await, Happening::Answered(answer));
    assert_eq!(events.next().await, Happening::Deleted(vec![said]));
    assert_eq!(events.try_next(), None);
}

#[tokio::test]
async fn waiting_ends_when_the_world_is_as_expected() {
    let telegram = Telegram::new();
    let bot = telegram.bot("quickstart_bot");
    let chat = telegram.user("Alice").open(&bot);
    chat.say("one");
    chat.say("two");
    let worker = tokio::spawn({
        let (telegram, bot) = (telegram.clone(), bot.clone());
        async move {
            let mut taken = Vec::new();
            for seq in 1..=2 {
                let text = telegram.wait_for(|world| {
                    let queue = world.queue(bot.id)?;
                    queue.after(seq - 1).find_map(|entry| match &entry.event {
                        Event::NewMessage(view) => Some(view.message.text()?.text.clone()),
                        _ => None,
                    })
                });
                taken.push(text.await);
                tokio::task::yield_now().await;
                telegram.world().write(|world| world.queue_mut(bot.id).confirm_through(seq));
            }
            taken
        }
    });
    telegram.until_quiet(&bot).await;
    assert_eq!(worker.await.unwrap(), ["one", "two"]);
    let answered = chat.until(|messages| messages.len() == 3);
    let answer = async {
        let send = |world: &mut World| world.send_message(bot.id, chat.user().into(), "three".into());
        telegram.world().write(send).unwrap();
    };
    let (messages, ()) = tokio::join!(answered, answer);
    assert_eq!(messages[2].text, "three");
}
