//! Votes in polls.

use ambigram::prelude::*;
use ambigram::types::PollAnswer;
use ambigram_tests::on_both_wires;

use super::Meeting;
use super::polls::{options, poll};
use crate::stages::act;

/// The answers among these updates.
fn answers(updates: &[Update]) -> Vec<PollAnswer> {
    let answer = |update: &Update| match &update.kind {
        UpdateKind::PollAnswer(answer) => Some(PollAnswer::clone(answer)),
        _ => None,
    };
    updates.iter().filter_map(answer).collect()
}

/// How many voted for what, by the latest of these updates.
fn counts(updates: &[Update]) -> Vec<u32> {
    let counts = |update: &Update| match &update.kind {
        UpdateKind::Poll(poll) => Some(poll.options.iter().map(|option| option.voter_count).collect()),
        _ => None,
    };
    updates.iter().rev().find_map(counts).unwrap()
}

#[tokio::test]
async fn a_vote_is_told_and_its_retraction() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let call = meeting.bot.send_poll(meeting.id(), "Which?", options(["A", "B", "C"]));
        let sent = call.is_anonymous(false).allows_multiple_answers(true).await.unwrap();
        let (alice, place, seen) = (meeting.alice.id, meeting.chat.id(), meeting.chat.last().id);
        for (choice, ids, told) in [
            (&["0"] as &[&str], &[0_u32] as &[u32], [1, 0, 0]),
            (&["2", "0"], &[0, 2], [1, 0, 1]),
            (&["1"], &[1], [0, 1, 0]),
            (&[], &[], [0, 0, 0]),
        ] {
            act(stage, |world| world.vote(alice, place, seen, choice));
            let updates = meeting.listening.take(2).await;
            assert_eq!(counts(&updates), told);
            let answers = answers(&updates);
            let answer = answers.first().unwrap();
            assert_eq!((&answer.poll_id, answer.user_id()), (&poll(&sent).id, Some(alice)));
            assert_eq!((answer.option_ids.as_slice(), answer.is_retracted()), (ids, ids.is_empty()));
        }
    })
    .await;
}

#[tokio::test]
async fn of_an_anonymous_poll_only_the_counts_are_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        meeting.bot.send_poll(meeting.id(), "Which?", options(["A", "B"])).await.unwrap();
        let seen = meeting.chat.last().id;
        act(stage, |world| world.vote(meeting.alice.id, meeting.chat.id(), seen, &["1"]));
        meeting.chat.say("end");
        let updates = meeting.listening.until("end").await;
        assert_eq!(counts(&updates), [0, 1]);
        assert!(answers(&updates).is_empty());
    })
    .await;
}

#[tokio::test]
async fn votes_of_a_group_add_up() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bob, carol) = (stage.user("Bob"), stage.user("Carol"));
        let group = meeting.alice.supergroup("Friends", [meeting.account.id, bob.id, carol.id]);
        let call = meeting.bot.send_poll(group.id(), "Which?", options(["A", "B"])).is_anonymous(false);
        let sent = call.await.unwrap();
        group.say("/voted@test_bot");
        meeting.listening.until("/voted@test_bot").await;
        for (voter, choice) in [(meeting.alice.id, "0"), (bob.id, "1"), (carol.id, "1")] {
            act(stage, |world| world.vote(voter, group.id(), sent.id, &[choice]));
        }
        group.say("/end@test_bot");
        let updates = meeting.listening.until("/end@test_bot").await;
        assert_eq!(counts(&updates), [1, 2]);
        let voters: Vec<_> = answers(&updates).iter().filter_map(PollAnswer::user_id).collect();
        assert_eq!(voters, [meeting.alice.id, bob.id, carol.id]);
        let stopped = meeting.bot.stop_poll(group.id(), sent.id).await.unwrap();
        assert_eq!((stopped.total_voter_count, stopped.options[1].voter_count), (3, 2));
    })
    .await;
}

#[tokio::test]
async fn a_channels_poll_is_voted_in() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let bob = stage.user("Bob");
        let channel = meeting.alice.channel("News", [meeting.account.id]);
        act(stage, |world| world.add_member(meeting.alice.id, channel.id(), bob.id));
        let sent = meeting.bot.send_poll(channel.id(), "Which?", options(["A", "B"])).await.unwrap();
        act(stage, |world| world.vote(bob.id, channel.id(), sent.id, &["0"]));
        meeting.chat.say("end");
        let updates = meeting.listening.until("end").await;
        assert_eq!(counts(&updates), [1, 0]);
    })
    .await;
}

#[tokio::test]
async fn an_option_that_a_user_adds_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let group = meeting.alice.supergroup("Friends", [meeting.account.id]);
        let call = meeting.bot.send_poll(group.id(), "Which?", options(["A", "B"])).is_anonymous(false);
        let sent = call.allow_adding_options().await.unwrap();
        act(stage, |world| world.add_poll_option(meeting.alice.id, group.id(), sent.id, "C".into()));
        group.say("/added@test_bot");
        let updates = meeting.listening.until("/added@test_bot").await;
        assert_eq!(counts(&updates), [0, 0, 0]);
        let service = updates.iter().find_map(|update| match &update.message()?.kind {
            MessageKind::PollOptionAdded(added) => Some(added.option_text.clone()),
            _ => None,
        });
        assert_eq!(service.as_deref(), Some("C"));
        act(stage, |world| world.delete_poll_option(meeting.alice.id, group.id(), sent.id, "2"));
        group.say("/deleted@test_bot");
        let updates = meeting.listening.until("/deleted@test_bot").await;
        assert_eq!(counts(&updates), [0, 0]);
        let is_told = |update: &Update| {
            update.message().is_some_and(|message| matches!(message.kind, MessageKind::PollOptionDeleted(_)))
        };
        assert!(updates.iter().any(is_told), "{updates:?}");
    })
    .await;
}
