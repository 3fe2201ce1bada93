//! Presses of buttons, in every kind of chat, and their answers.

use ambigram::prelude::*;
use ambigram::types::{ButtonStyle, MaybeInaccessibleMessage, UpdateKind};
use ambigram_sandbox::world::CallbackAnswer;
use ambigram_tests::{Stage, on_both_wires, on_each_wire};

use crate::stages::{Everywhere, act};

fn pressed(update: &ambigram::types::Update) -> &CallbackQuery {
    let UpdateKind::CallbackQuery(query) = &update.kind else { panic!("{update:?}") };
    query
}

/// What those who pressed are shown, press by press.
fn answers(stage: &Stage, user: UserId) -> Vec<Option<CallbackAnswer>> {
    stage.telegram().world().read(|world| world.presses_by(user).map(|press| press.answer.clone()).collect())
}

#[tokio::test]
async fn a_press_arrives_with_its_message_from_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let bob = stage.user("Bob");
        let mut instances = Vec::new();
        for place in &everywhere.places {
            if !place.id.is_user() && place.name != "forum" {
                act(stage, |world| world.add_member(everywhere.alice.id, place.id, bob.id));
                if !place.is_channel() {
                    listening.take(1).await;
                }
            }
            let asked = place.send(&everywhere.bot, "asked").await.unwrap();
            let keyboard = InlineKeyboard::row([
                Button::callback("yes", "yes/1").style(ButtonStyle::Success),
                Button::callback("no", "no/😀").icon("5368324170671202286"),
                Button::url("why", "https://example.com/"),
            ]);
            let sent = place.send(&everywhere.bot, Html::new("<b>Well?</b>"));
            let sent = sent.reply_to(asked.id).keyboard(keyboard.clone()).await.unwrap();
            place.chat.press("no").unwrap();
            let mut by = vec![(everywhere.alice.id, "no/😀")];
            if !place.id.is_user() {
                place.chat.seen_by(bob.id).press("yes").unwrap();
                by.push((bob.id, "yes/1"));
            }
            let updates = listening.take(by.len()).await;
            for ((user, data), query) in by.into_iter().zip(updates.iter().map(pressed)) {
                assert_eq!((query.from.id, query.data.as_deref()), (user, Some(data)), "{}", place.name);
                let Some(MaybeInaccessibleMessage::Message(message)) = &query.message else {
                    panic!("{query:?}")
                };
                assert_eq!((message.id, message.chat.id), (sent.id, place.id), "{}", place.name);
                assert_eq!(message.reply_markup.as_ref(), Some(&keyboard), "{}", place.name);
                assert_eq!(message.thread_id, sent.thread_id, "{}", place.name);
                assert_eq!(message.reply_to_message.as_ref().unwrap().id, asked.id, "{}", place.name);
                instances.push((place.id, query.chat_instance.clone()));
            }
        }
        instances.sort();
        instances.dedup();
        assert_eq!(instances.len(), 5, "one for each chat: {instances:?}");
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_shown_as_was_asked() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let (bot, alice) = (&everywhere.bot, everywhere.alice.id);
        let place = everywhere.place("supergroup");
        place.send(bot, "?").keyboard(InlineKeyboard::row([Button::callback("a", "b")])).await.unwrap();
        let mut query = async || {
            place.chat.press("a").unwrap();
            pressed(&listening.take(1).await[0]).id.clone()
        };
        bot.answer_callback_query(query().await).await.unwrap();
        bot.answer_callback_query(query().await).text("seen 😀").cache_time(60u32).await.unwrap();
        bot.answer_callback_query(query().await).text("x".repeat(200)).show_alert().await.unwrap();
        bot.answer_callback_query(query().await).url("https://t.me/test_bot?start=x").await.unwrap();
        bot.answer_callback_query(query().await).text("").cache_time(99_999_999u32).await.unwrap();
        let answer = CallbackAnswer::default;
        let expected = [
            answer(),
            CallbackAnswer { text: Some("seen 😀".into()), cache_time: 60, ..answer() },
            CallbackAnswer { text: Some("x".repeat(200)), show_alert: true, ..answer() },
            CallbackAnswer { url: Some("https://t.me/test_bot?start=x".into()), ..answer() },
            CallbackAnswer { cache_time: 30 * 24 * 60 * 60, ..answer() },
        ];
        assert_eq!(answers(stage, alice), expected.map(Some));
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_cannot_be_is_refused_alike() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let bot = &everywhere.bot;
        let place = everywhere.place("private chat");
        place.send(bot, "?").keyboard(InlineKeyboard::row([Button::callback("a", "b")])).await.unwrap();
        place.chat.press("a").unwrap();
        let query = pressed(&listening.take(1).await[0]).id.clone();
        let told = async |call: ambigram::Call<ambigram::requests::AnswerCallbackQuery>| {
            call.await.unwrap_err().kind().clone()
        };
        let answer = || bot.answer_callback_query(query.clone());
        assert_eq!(told(answer().text("x".repeat(201))).await, ErrorKind::MessageTooLong);
        assert_eq!(told(answer().url("https://example.com/")).await, ErrorKind::BadRequest);
        assert_eq!(told(answer().url("no address")).await, ErrorKind::BadRequest);
        answer().await.unwrap();
        assert_eq!(told(answer()).await, ErrorKind::QueryExpired);
        for number in ["0", "1", "-1", "x", "", "99999999999999999999"] {
            assert_eq!(told(bot.answer_callback_query(number)).await, ErrorKind::QueryExpired, "{number}");
        }
        // Another bot's press.
        let rival = stage.account("rival_bot").await;
        place.chat.press("a").unwrap();
        let query = pressed(&listening.take(1).await[0]).id.clone();
        let answered = stage.bot(&rival).answer_callback_query(query).await;
        assert_eq!(*answered.unwrap_err().kind(), ErrorKind::QueryExpired);
    })
    .await;
}

/// Not compared: what the bot is shown of a message depends on when it is asked for.
#[tokio::test]
async fn a_press_on_a_message_that_is_gone_still_names_it() {
    on_each_wire(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
            let sent = place.send(bot, "?").keyboard(keyboard).await.unwrap();
            place.chat.press_under(place.chat.last().id, "a").unwrap();
            bot.delete_message(place.id, sent.id).await.unwrap();
            let update = listening.take(1).await.remove(0);
            let message = pressed(&update).message.as_ref().unwrap();
            let id = match message {
                MaybeInaccessibleMessage::Message(message) => message.id,
                MaybeInaccessibleMessage::Inaccessible(message) => message.id,
            };
            assert_eq!((message.chat().id, id), (place.id, sent.id), "{}", place.name);
            let query = pressed(&update).id.clone();
            bot.answer_callback_query(query).text("too late").await.unwrap();
        }
    })
    .await;
}
