//! What waits for an account, and for how long.

use ambigram_sandbox::rules::ChatSort;
use ambigram_sandbox::world::{Event, Row};

use crate::stage::{HOUR, Stage};

#[test]
fn events_wait_in_order_until_they_are_confirmed() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    for text in ["a", "b", "c"] {
        stage.say(alice, bot, text);
    }
    let seqs = |stage: &Stage, after: u64| -> Vec<u64> {
        stage.queue(bot).unwrap().after(after).map(|entry| entry.seq).collect()
    };
    assert_eq!(seqs(&stage, 0), [1, 2, 3]);
    assert_eq!(seqs(&stage, 2), [3]);
    stage.queue_mut(bot).confirm_through(2);
    assert_eq!(seqs(&stage, 0), [3]);
    assert_eq!((stage.queue(bot).unwrap().waiting(), stage.queue(bot).unwrap().last()), (1, 3));
    stage.queue_mut(bot).confirm_through(99);
    assert!(stage.queue(bot).unwrap().is_quiet());
    stage.say(alice, bot, "d");
    assert_eq!(seqs(&stage, 0), [4], "numbers go on after everything was confirmed");
}

#[test]
fn one_s_own_doings_are_told_but_make_no_queue_wait() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.told(bot);
    let said = stage.say(bot, alice, "hi");
    stage.edit_text(bot, alice.into(), said.id, "ho".into()).unwrap();
    stage.delete_messages(bot, alice.into(), &[said.id], true).unwrap();
    let queue = stage.queue(bot).unwrap();
    assert_eq!((queue.after(0).count(), queue.waiting(), queue.is_quiet()), (3, 0, true));
    assert!(queue.after(0).all(|entry| entry.is_own));
}

#[test]
fn what_nobody_takes_within_a_day_is_dropped() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.say(alice, bot, "old");
    stage.wait(HOUR);
    stage.say(alice, bot, "new");
    stage.wait(23 * HOUR - 1);
    assert_eq!(stage.queue_mut(bot).waiting(), 2);
    stage.wait(1);
    assert_eq!(stage.queue_mut(bot).waiting(), 1);
    assert_eq!(stage.heard(bot), ["new"]);
}

#[test]
fn a_bot_is_told_that_it_left_though_it_did_so_itself() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    for sort in [ambigram_sandbox::rules::ChatSort::Group, ambigram_sandbox::rules::ChatSort::Supergroup] {
        let chat = stage.chat_of_alice(sort, &[bot]);
        stage.told(bot);
        stage.leave(bot, chat).unwrap();
        let events = stage.told(bot);
        let [Event::MemberChanged(change), Event::NewMessage(view)] = events.as_slice() else {
            panic!("{events:?}")
        };
        assert_eq!((change.user, change.by, change.new.name()), (bot, bot, "left"));
        assert!(view.message.is_service());
        stage.say(alice, chat, "/start");
        assert_eq!(stage.told(bot), []);
    }
}

#[test]
fn events_are_numbered_in_rows_so_that_a_gap_shows() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let carol = stage.another_user("Carol");
    let group = stage.chat_of_alice(ChatSort::Supergroup, &[bot, carol]);
    for account in [carol, bot] {
        stage.told(account);
    }
    let (pts, group_pts) = (stage.queue(carol).unwrap().pts(), stage.channel_pts(carol, group).unwrap());
    stage.say(alice, carol, "one");
    // The bot's privacy hides this from it; it is counted with the next that the bot is shown.
    let hidden = stage.say(alice, group, "two");
    stage.edit_text(alice, group, hidden.id, "three".into()).unwrap();
    stage.say(alice, group, "/four");
    stage.delete_messages(alice, group, &[hidden.id], true).unwrap();
    let rows = |account| stage.queue(account).unwrap().after(0).map(|entry| entry.row).collect::<Vec<_>>();
    let in_group = |pts, count| Row::Channel { chat: group, pts: group_pts + pts, count };
    let common = Row::Common { pts: pts + 1, count: 1 };
    assert_eq!(rows(carol), [common, in_group(1, 1), in_group(2, 1), in_group(3, 1), in_group(4, 1)]);
    assert_eq!(rows(bot), [in_group(3, 3)]);
}

#[test]
fn what_one_program_confirmed_another_can_still_ask_for() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.say(alice, bot, "hi");
    let last = stage.queue(bot).unwrap().last();
    stage.queue_mut(bot).confirm_through(last);
    let queue = stage.queue(bot).unwrap();
    assert_eq!((queue.after(0).count(), queue.since(0).count()), (0, 1));
}
