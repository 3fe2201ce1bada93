//! The connection over MTProto, cut in every phase: nothing is lost, nothing is sent twice.

use std::time::Duration;

use ambigram::mtproto::MtProto;
use ambigram::prelude::*;
use ambigram::{AnyBackend, Wire};
use ambigram_sandbox::play::Conversation;
use ambigram_sandbox::{FaultEffect, MtProtoDoor, MtProtoFault};
use ambigram_tests::{Running, Stage};

#[message(text)]
async fn echo(text: Text) -> Reply {
    Reply::text(text).keyboard(InlineKeyboard::row([Button::callback("press", pressed::data(0))]))
}

#[callback("pressed/<n>")]
async fn pressed(n: u32) -> (Edit, Toast) {
    let button = Button::callback("press", pressed::data(n + 1));
    (Edit::text(format!("pressed {n}")).keyboard(InlineKeyboard::row([button])), Toast::new("done"))
}

fn router() -> Router {
    Router::new().routes(routes![echo, pressed])
}

/// A bot that has no patience with a server that says nothing.
async fn impatient(stage: &Stage) -> (Running, Conversation) {
    let account = stage.telegram().bot("test_bot");
    let wire = MtProto::builder(&account.token, 1, "hash")
        .server(stage.sandbox().ready_session().to_string().parse().unwrap())
        .session(stage.session(&account))
        .request_timeout(Duration::from_secs(3))
        .build()
        .unwrap();
    stage.adopt(&account, AnyBackend::from(wire));
    let running = stage.run_as(account, router());
    let alice = stage.user("Alice").open(&running.account);
    (running, alice)
}

fn fault(stage: &Stage, method: &str, effect: FaultEffect) {
    let fault = MtProtoFault { method: Some(method.to_owned()), effect, times: 1 };
    stage.sandbox().mtproto_faults().add(fault);
}

/// What goes wrong with a call: it is never carried out, or its answer is lost.
fn effects() -> [FaultEffect; 2] {
    [FaultEffect::CutBefore, FaultEffect::CutAfter]
}

/// Says something, and sees it answered once.
async fn is_answered(chat: &Conversation, text: &str) {
    chat.say(text);
    let answered = |last: &str| last == text;
    chat.until(|messages| messages.last().is_some_and(|last| !last.is_own && answered(&last.text))).await;
}

fn answers(chat: &Conversation) -> Vec<String> {
    let messages = chat.messages().into_iter().filter(|message| !message.is_own);
    messages.map(|message| message.text).collect()
}

#[tokio::test]
async fn a_call_that_is_cut_off_is_carried_out_once() {
    let stage = Stage::new(Wire::Mtproto).await;
    let (bot, chat) = impatient(&stage).await;
    bot.bot.get_me().await.unwrap();
    let mut said = Vec::new();
    for effect in effects() {
        for times in ["once", "again"] {
            fault(&stage, "messages.sendMessage", effect.clone());
            let text = format!("{effect:?} {times}");
            is_answered(&chat, &text).await;
            said.push(text);
        }
    }
    assert_eq!(answers(&chat), said);
    assert!(stage.sandbox().mtproto_faults().list().is_empty(), "every fault was met");
    bot.stop().await;
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_is_told_as_it_was_sent() {
    let stage = Stage::new(Wire::Mtproto).await;
    let (bot, chat) = impatient(&stage).await;
    bot.bot.get_me().await.unwrap();
    is_answered(&chat, "hello").await;
    let group = stage.telegram().user_by_id(chat.user()).unwrap().supergroup("Friends", [bot.account.id]);
    for (place, seen) in [(chat.user().into(), &chat), (group.id(), &group)] {
        for effect in effects() {
            fault(&stage, "messages.sendMessage", effect.clone());
            let text = format!("{effect:?}");
            let sent = bot.bot.send_message(place, text.as_str()).await.unwrap();
            assert_eq!((sent.chat.id, sent.as_text().unwrap().text.as_str()), (place, text.as_str()));
            let times = seen.messages().iter().filter(|message| message.text == text).count();
            assert_eq!(times, 1, "{effect:?}");
            // It is that message and no other: it can be deleted by its number.
            bot.bot.delete_message(place, sent.id).await.unwrap();
            assert!(seen.messages().iter().all(|message| message.text != text), "{effect:?}");
        }
    }
    bot.stop().await;
}

#[tokio::test]
async fn an_edit_and_an_answer_that_are_cut_off_are_carried_out() {
    let stage = Stage::new(Wire::Mtproto).await;
    let (bot, chat) = impatient(&stage).await;
    bot.bot.get_me().await.unwrap();
    is_answered(&chat, "hello").await;
    let mut presses = 0;
    for method in ["messages.editMessage", "messages.setBotCallbackAnswer"] {
        for effect in effects() {
            fault(&stage, method, effect);
            let query = chat.press("press").unwrap();
            let answer = stage.telegram().wait_for(|world| world.callback_query(query)?.answer.clone()).await;
            assert_eq!(answer.text.as_deref(), Some("done"));
            let text = format!("pressed {presses}");
            chat.until(|messages| messages.last().is_some_and(|last| last.text == text)).await;
            presses += 1;
        }
    }
    assert!(stage.sandbox().mtproto_faults().list().is_empty(), "every fault was met");
    bot.stop().await;
}

#[tokio::test]
async fn signing_in_survives_cuts_and_silence() {
    for method in ["help.getConfig", "auth.importBotAuthorization", "updates.getState", "users.getUsers"] {
        for effect in effects() {
            let stage = Stage::new(Wire::Mtproto).await;
            fault(&stage, method, effect);
            let (bot, chat) = impatient(&stage).await;
            bot.bot.get_me().await.unwrap();
            is_answered(&chat, "hello").await;
            assert_eq!(answers(&chat), ["hello"]);
            bot.stop().await;
        }
    }
}

#[tokio::test]
async fn catching_up_survives_cuts_and_silence() {
    // A difference that is never answered is asked for again.
    for effect in effects().into_iter().chain([FaultEffect::Ignore]) {
        let stage = Stage::new(Wire::Mtproto).await;
        let (bot, chat) = impatient(&stage).await;
        bot.bot.get_me().await.unwrap();
        is_answered(&chat, "before").await;
        stage.sandbox().mtproto_faults().set_door(MtProtoDoor::Shut);
        stage.sandbox().mtproto_faults().cut_all();
        stage.sandbox().mtproto_faults().until_connections(0).await;
        for n in 0..5 {
            chat.say(n.to_string());
        }
        fault(&stage, "updates.getDifference", effect);
        stage.sandbox().mtproto_faults().set_door(MtProtoDoor::Open);
        chat.until(|messages| messages.last().is_some_and(|last| !last.is_own && last.text == "4")).await;
        assert_eq!(answers(&chat), ["before", "0", "1", "2", "3", "4"]);
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_server_that_is_away_or_silent_is_waited_for() {
    for door in [MtProtoDoor::Silent, MtProtoDoor::Shut] {
        let stage = Stage::new(Wire::Mtproto).await;
        let faults = stage.sandbox().mtproto_faults().clone();
        // From the very start, and in the middle.
        faults.set_door(door);
        let (bot, chat) = impatient(&stage).await;
        if door == MtProtoDoor::Silent {
            faults.until_connections(1).await;
        }
        faults.set_door(MtProtoDoor::Open);
        bot.bot.get_me().await.unwrap();
        is_answered(&chat, "one").await;
        faults.set_door(door);
        faults.cut_all();
        chat.say("two");
        chat.say("three");
        if door == MtProtoDoor::Silent {
            faults.until_connections(1).await;
        }
        faults.set_door(MtProtoDoor::Open);
        faults.cut_all();
        chat.until(|messages| messages.last().is_some_and(|last| !last.is_own && last.text == "three")).await;
        assert_eq!(answers(&chat), ["one", "two", "three"]);
        bot.stop().await;
    }
}

#[tokio::test]
async fn cuts_amid_a_stream_of_updates_lose_and_repeat_nothing() {
    let stage = Stage::new(Wire::Mtproto).await;
    let (bot, alice) = impatient(&stage).await;
    bot.bot.get_me().await.unwrap();
    let group = stage.user("Bob").supergroup("Friends", [bot.account.id, alice.user()]);
    let privacy = |world: &mut ambigram_sandbox::world::World| world.set_privacy_mode(bot.account.id, false);
    stage.telegram().world().write(privacy).unwrap();
    let mut said = Vec::new();
    for n in 0..300 {
        for chat in [&alice, &group] {
            chat.say(n.to_string());
        }
        said.push(n.to_string());
        if n % 30 == 7 {
            stage.sandbox().mtproto_faults().cut_all();
        }
        if n % 10 == 0 {
            // Let the bot get somewhere between the cuts.
            let half = n / 2;
            alice.until(|messages| messages.iter().filter(|message| !message.is_own).count() >= half).await;
        }
    }
    for chat in [&alice, &group] {
        chat.until(|messages| {
            messages.last().is_some_and(|last| last.from == "test_bot" && last.text == "299")
        })
        .await;
        let answers: Vec<_> = chat
            .messages()
            .into_iter()
            .filter(|message| message.from == "test_bot")
            .map(|message| message.text)
            .collect();
        assert_eq!(answers, said);
    }
    bot.stop().await;
}
