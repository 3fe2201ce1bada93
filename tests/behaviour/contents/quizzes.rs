//! Quizzes.

use ambigram::prelude::*;
use ambigram::types::PollKind;
use ambigram_sandbox::rules::polls::{NewPoll, Quiz};
use ambigram_sandbox::world::NewContent;
use ambigram_tests::on_both_wires;

use super::polls::{asked, options, poll};
use super::{Meeting, say};
use crate::stages::act;

#[tokio::test]
async fn a_quiz_has_a_right_answer_and_an_explanation() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let call = bot.send_poll(chat, "1 + 1?", options(["1", "2", "3"])).kind(PollKind::Quiz);
        let call = call.correct_option_ids(vec![1]).explanation(Html::new("Count <b>again</b>"));
        let sent = call.await.unwrap();
        let quiz = poll(&sent);
        assert_eq!((&quiz.kind, &quiz.correct_option_ids), (&PollKind::Quiz, &vec![1]));
        assert_eq!(quiz.explanation.as_deref(), Some("Count again"));
        assert_eq!(quiz.explanation_entities.len(), 1);
        assert!(!quiz.allows_revoting);

        let call = bot.send_poll(chat, "Even?", options(["1", "2", "4"])).kind(PollKind::Quiz);
        let call = call.correct_option_ids(vec![1, 2]).allows_multiple_answers(true).is_anonymous(false);
        // Who answers a quiz adds nothing to it, whatever was asked for.
        let sent = call.allow_adding_options().await.unwrap();
        assert_eq!(poll(&sent).correct_option_ids, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn a_quiz_is_answered_once() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, chat) = (meeting.bot.clone(), meeting.id());
        let call = bot.send_poll(chat, "1 + 1?", options(["1", "2"])).kind(PollKind::Quiz);
        let call = call.is_anonymous(false).correct_option_ids(vec![1]).open_period(30u32);
        call.await.unwrap();
        let (alice, seen) = (meeting.alice.id, meeting.chat.last().id);
        act(stage, |world| world.vote(alice, meeting.chat.id(), seen, &["0"]));
        for again in [&["1"] as &[&str], &[]] {
            let vote = |world: &mut ambigram_sandbox::world::World| {
                world.vote(alice, meeting.chat.id(), seen, again)
            };
            stage.telegram().world().write(vote).unwrap_err();
        }
        let updates = meeting.listening.take(2).await;
        let mut told: Vec<_> = updates.iter().map(Update::name).collect();
        told.sort_unstable();
        assert_eq!(told, ["poll", "poll_answer"]);
        stage.pass(30);
        let update = meeting.next().await;
        let UpdateKind::Poll(closed) = &update.kind else { panic!("{update:?}") };
        assert_eq!((closed.is_closed, closed.options[0].voter_count), (true, 1));
    })
    .await;
}

#[tokio::test]
async fn the_answer_of_a_users_quiz_is_a_secret() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        act(stage, |world| world.set_privacy_mode(meeting.account.id, false));
        let group = meeting.alice.supergroup("Friends", [meeting.account.id]);
        group.say("ready");
        meeting.listening.until("ready").await;
        let quiz = Quiz { correct: vec![0], explanation: "Because".into() };
        let new = NewPoll { quiz: Some(quiz), allows_revoting: false, ..asked("Who?", &["Me", "You"]) };
        say(stage, meeting.alice.id, &group, NewContent::Poll(Box::new(new)));
        let message = meeting.message().await;
        let told = poll(&message);
        assert_eq!((&told.kind, told.question.as_str()), (&PollKind::Quiz, "Who?"));
        assert!(told.correct_option_ids.is_empty() && told.explanation.is_none(), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn what_no_quiz_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let quiz = |correct: &[u32]| {
            let call = meeting.bot.send_poll(meeting.id(), "q?", options(["A", "B"])).kind(PollKind::Quiz);
            call.correct_option_ids(correct.to_vec())
        };
        for (case, call) in [
            ("no answer", quiz(&[])),
            ("an answer that is not there", quiz(&[2])),
            ("answers out of order", quiz(&[1, 0]).allows_multiple_answers(true)),
            ("the same answer twice", quiz(&[1, 1]).allows_multiple_answers(true)),
            ("several answers of one", quiz(&[0, 1])),
            ("a long explanation", quiz(&[0]).explanation("x".repeat(201))),
            ("a high explanation", quiz(&[0]).explanation("a\nb\nc\nd")),
        ] {
            let Err(error) = call.await else { panic!("not refused: {case}") };
            let refused = error.kind();
            assert!(
                matches!(refused, ErrorKind::BadRequest | ErrorKind::MessageTooLong),
                "{case}: {refused:?}"
            );
        }
    })
    .await;
}
