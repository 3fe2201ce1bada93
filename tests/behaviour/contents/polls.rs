//! Polls: how they are asked, and how they end.

use ambigram::prelude::*;
use ambigram::requests::InputPollOption;
use ambigram::types::Poll;
use ambigram_sandbox::rules::polls::NewPoll;
use ambigram_sandbox::world::NewContent;
use ambigram_tests::on_both_wires;

use super::{Meeting, kind, say};
use crate::stages::act;

/// The poll of a message.
pub(super) fn poll(message: &Message) -> &Poll {
    match &message.kind {
        MessageKind::Poll(poll) => poll,
        other => panic!("no poll: {other:?}"),
    }
}

/// Options that say this.
pub(super) fn options<const N: usize>(texts: [&str; N]) -> Vec<InputPollOption> {
    texts.into_iter().map(InputPollOption::from).collect()
}

/// A poll as a user asks it.
pub(super) fn asked(question: &str, options: &[&str]) -> NewPoll {
    let options = options.iter().map(|text| (*text).into()).collect();
    NewPoll { question: question.into(), options, ..NewPoll::default() }
}

#[tokio::test]
async fn a_poll_is_asked_as_it_was_written() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let sent = bot.send_poll(chat, "  Which?  ", options(["One", "Two"])).await.unwrap();
        let plain = poll(&sent);
        assert_eq!(plain.question, "Which?");
        assert!(plain.is_anonymous && plain.allows_revoting);
        assert!(!plain.allows_multiple_answers && !plain.is_closed);
        let texts: Vec<_> = plain.options.iter().map(|option| option.text.as_str()).collect();
        assert_eq!(texts, ["One", "Two"]);

        let call = bot.send_poll(chat, "Several?", options(["A", "B", "C"])).is_anonymous(false);
        let call = call.allows_multiple_answers(true).allows_revoting(false);
        let sent = call.description(Html::new("Say <i>it</i>")).await.unwrap();
        let several = poll(&sent);
        assert!(!several.is_anonymous && several.allows_multiple_answers && !several.allows_revoting);
        assert_eq!(several.description.as_deref(), Some("Say it"));
        assert_eq!(several.description_entities.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn how_a_poll_is_shown_is_of_its_senders_choice() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let asking = |question: &str| meeting.bot.send_poll(meeting.id(), question, options(["A", "B"]));
        for call in [
            asking("Shuffled?").shuffle_options(),
            asking("Hidden?").hide_results_until_closes(),
            asking("Open?").is_anonymous(false).allow_adding_options(),
        ] {
            assert_eq!(poll(&call.await.unwrap()).options.len(), 2);
        }
        let single = meeting.bot.send_poll(meeting.id(), "One only?", options(["A"])).await.unwrap();
        assert_eq!(poll(&single).options.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn of_formatting_a_question_and_options_keep_custom_emoji() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let emoji = r#"<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>"#;
        let question = Html::new(format!("A <b>bold</b> question {emoji}"));
        let answers = vec![
            InputPollOption::new(Html::new(format!("<i>Yes</i> {emoji}"))),
            InputPollOption::new("No https://example.com @nobody"),
        ];
        let sent = meeting.bot.send_poll(meeting.id(), question, answers).await.unwrap();
        let told = poll(&sent);
        assert_eq!(told.question, "A bold question 👍");
        assert_eq!((told.question_entities.len(), told.options[0].text_entities.len()), (1, 1));
        assert!(told.options[1].text_entities.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_poll_closes_by_the_clock() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, chat) = (meeting.bot.clone(), meeting.id());
        let short = bot.send_poll(chat, "For a while?", options(["A", "B"])).open_period(60u32);
        let short = short.await.unwrap();
        assert_eq!(poll(&short).open_period, Some(60));
        let longest = bot.send_poll(chat, "For ever?", options(["A", "B"])).open_period(3_000_000u32);
        assert_eq!(poll(&longest.await.unwrap()).open_period, Some(2_628_000));
        assert_eq!(poll(&short).close_date, Some(stage.now() + 60));
        let dated = bot.send_poll(chat, "Until then?", options(["A", "B"])).close_date(stage.now() + 600);
        let dated = dated.await.unwrap();
        assert_eq!(poll(&dated).close_date, Some(stage.now() + 600));
        for (seconds, message) in [(60, &short), (540, &dated)] {
            stage.pass(seconds);
            let update = meeting.next().await;
            let UpdateKind::Poll(closed) = &update.kind else { panic!("{update:?}") };
            assert_eq!((&closed.id, closed.is_closed), (&poll(message).id, true));
        }
        assert_eq!(kind(bot.stop_poll(chat, short.id).await), ErrorKind::BadRequest);
    })
    .await;
}

#[tokio::test]
async fn a_bot_stops_its_poll() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let keyboard = InlineKeyboard::row([Button::callback("Vote", "vote")]);
        let sent = bot.send_poll(chat, "Which?", options(["A", "B"])).keyboard(keyboard).await.unwrap();
        let seen = meeting.chat.last().id;
        act(stage, |world| world.vote(meeting.alice.id, meeting.chat.id(), seen, &["1"]));
        let keyboard = InlineKeyboard::row([Button::callback("Again", "again")]);
        let stopped = bot.stop_poll(chat, sent.id).keyboard(keyboard).await.unwrap();
        assert!(stopped.is_closed);
        assert_eq!((stopped.total_voter_count, stopped.options[1].voter_count), (1, 1));
        assert_eq!(meeting.chat.last().labels().collect::<Vec<_>>(), ["Again"]);

        assert_eq!(kind(bot.stop_poll(chat, sent.id).await), ErrorKind::BadRequest);
        assert_eq!(kind(bot.stop_poll(chat, MessageId(99_999)).await), ErrorKind::MessageNotFound);
        let text = bot.send_message(chat, "a text").await.unwrap();
        assert_eq!(kind(bot.stop_poll(chat, text.id).await), ErrorKind::BadRequest);
        let closed = bot.send_poll(chat, "Over?", options(["A", "B"])).is_closed().await.unwrap();
        assert!(poll(&closed).is_closed);
    })
    .await;
}

#[tokio::test]
async fn a_users_poll_is_told_and_the_bot_cannot_stop_it() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        act(stage, |world| world.set_privacy_mode(meeting.account.id, false));
        let group = meeting.alice.supergroup("Friends", [meeting.account.id]);
        group.say("ready");
        meeting.listening.until("ready").await;
        let new = NewPoll { is_anonymous: false, ..asked("Dinner?", &["Soup", "Salad"]) };
        let id = say(stage, meeting.alice.id, &group, NewContent::Poll(Box::new(new)));
        let message = meeting.message().await;
        assert_eq!((poll(&message).question.as_str(), poll(&message).is_anonymous), ("Dinner?", false));
        let refused = kind(meeting.bot.stop_poll(group.id(), message.id).await);
        assert_eq!(refused, ErrorKind::BadRequest);
        act(stage, |world| world.stop_poll(meeting.alice.id, group.id(), id, None));
        group.say("end");
        let updates = meeting.listening.until("end").await;
        assert!(updates.iter().all(|update| update.name() == "poll"), "{updates:?}");
    })
    .await;
}

#[tokio::test]
async fn what_no_poll_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let two = || options(["A", "B"]);
        let (long, longer) = ("x".repeat(301), "x".repeat(101));
        let many: Vec<_> = (0..13).map(|at| InputPollOption::new(format!("Option {at}"))).collect();
        let now = stage.now();
        let asking = |question: &str, options| meeting.bot.send_poll(meeting.id(), question, options);
        for (case, call) in [
            ("no question", asking("", two())),
            ("long question", asking(&long, two())),
            ("no options", asking("q?", Vec::new())),
            ("many options", asking("q?", many)),
            ("empty option", asking("q?", options(["A", ""]))),
            ("long option", asking("q?", options(["A", &longer]))),
            ("same options", asking("q?", options(["A", "A"]))),
            ("short period", asking("q?", two()).open_period(4u32)),
            ("in the past", asking("q?", two()).close_date(now - 10)),
            ("too far off", asking("q?", two()).close_date(now + 3_000_000)),
            ("anonymous additions", asking("q?", two()).allow_adding_options()),
            ("members of no channel", asking("q?", two()).members_only()),
            ("countries of no channel", asking("q?", two()).country_codes(vec!["AT".into()])),
        ] {
            let Err(error) = call.await else { panic!("not refused: {case}") };
            let refused = error.kind();
            assert!(
                matches!(refused, ErrorKind::BadRequest | ErrorKind::MessageEmpty),
                "{case}: {refused:?}"
            );
        }
    })
    .await;
}
