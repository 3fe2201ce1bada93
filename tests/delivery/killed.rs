//! A bot that is killed again and again.
//!
//! The size is small here; the environment makes it larger:
//! `KILLED_UPDATES=4000 KILLED_CHATS=200 KILLED_TIMES=6 cargo test -p ambigram-tests --test delivery killed -- --nocapture`

use std::process::Stdio;

use ambigram::Wire;
use ambigram_sandbox::play::{BotAccount, Conversation, UserHandle};
use ambigram_sandbox::world::{Queue, World};
use ambigram_tests::{Stage, on_each_wire};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// How many updates a wire can have handed out and not had confirmed: one batch of long polling, or what the dispatcher
/// takes in before the first of it must be finished.
fn window(wire: Wire) -> usize {
    match wire {
        Wire::Http => 100,
        _ => 1024,
    }
}

fn size(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

/// Starts the bot as a process of its own, and waits until it takes updates.
pub(crate) async fn start(stage: &Stage, account: &BotAccount) -> Child {
    let mut bot = Command::new(env!("CARGO_BIN_EXE_slow_echo"))
        .envs(stage.environment(account))
        .env("HANDLER_SLEEP_MS", "20")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    // Over MTProto a bot is told what happens once it has signed in for the first time.
    let mut lines = BufReader::new(bot.stdout.take().unwrap()).lines();
    assert_eq!(lines.next_line().await.unwrap().as_deref(), Some("running"));
    bot
}

/// The numbers that the bot has answered with in a chat, in order.
fn answers(chat: &Conversation) -> Vec<usize> {
    chat.messages()
        .iter()
        .filter(|message| !message.is_own)
        .map(|message| message.text.parse().unwrap())
        .collect()
}

/// Numbers that look random and are the same in every run.
fn scatter(seed: usize) -> usize {
    let mut x = (seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^= x >> 29;
    (x.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33) as usize
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_bot_loses_nothing_and_keeps_the_order_of_each_chat() {
    on_each_wire(killed_again_and_again).await;
}

async fn killed_again_and_again(stage: &Stage) {
    let (updates, chats, kills) =
        (size("KILLED_UPDATES", 600), size("KILLED_CHATS", 60), size("KILLED_TIMES", 4));
    let account = stage.telegram().bot("slow_bot");
    let users: Vec<_> = (0..chats).map(|n| stage.user(&format!("User {n}"))).collect();
    let chats: Vec<_> = users.iter().map(|user| user.open(&account)).collect();
    // Signed in once, so that all the rest is told while it is down or killed.
    let mut bot = start(stage, &account).await;
    bot.start_kill().unwrap();
    bot.wait().await.unwrap();
    for number in 0..updates {
        let chat = scatter(number) % chats.len();
        chats[chat].say(number.to_string());
    }

    let said = stage.telegram().world().read(|world| happened(world, &users));
    for kill in 1..=kills {
        let mut bot = start(stage, &account).await;
        // Somewhere in the share of this life; the moment within a handler is the scheduler's choice.
        let share = updates / (kills + 1);
        let enough = said + (share * (kill - 1) + scatter(kill) % share + 1) as u64;
        stage.telegram().wait_for(|world| (happened(world, &users) >= enough).then_some(())).await;
        // SIGKILL: nothing of the process's own runs after it.
        bot.start_kill().unwrap();
        bot.wait().await.unwrap();
    }
    let mut bot = start(stage, &account).await;
    for (index, chat) in chats.iter().enumerate() {
        let last = (0..updates).rev().find(|number| scatter(*number) % chats.len() == index);
        let last = last.map(|number| number.to_string());
        chat.until(|messages| {
            last.is_none()
                || messages
                    .last()
                    .is_some_and(|message| !message.is_own && Some(&message.text) == last.as_ref())
        })
        .await;
    }
    bot.start_kill().unwrap();
    bot.wait().await.unwrap();

    let mut repeats = 0;
    for (index, chat) in chats.iter().enumerate() {
        let answers = answers(chat);
        let expected: Vec<_> =
            (0..updates).filter(|number| scatter(*number) % chats.len() == index).collect();
        let mut first_answers = Vec::new();
        for answer in &answers {
            if !first_answers.contains(answer) {
                first_answers.push(*answer);
            }
        }
        assert_eq!(first_answers, expected, "chat {index}: lost, or out of order: {answers:?}");
        // Within one life the order holds as well: it can go back only where a life ended.
        let steps_back = answers.windows(2).filter(|pair| pair[1] <= pair[0]).count();
        assert!(steps_back <= kills, "chat {index}: {answers:?}");
        repeats += answers.len() - expected.len();
    }
    let wire = stage.wire();
    println!(
        "{wire:?}: {updates} updates, {} chats, {kills} kills: 0 lost, {repeats} answered again",
        chats.len()
    );
    assert!(repeats <= kills * window(wire), "{repeats} repeats: more than was in flight at {kills} kills");
}

/// How much has happened in the sight of these users: what they said, and what was answered.
fn happened(world: &World, users: &[UserHandle]) -> u64 {
    users.iter().filter_map(|user| world.queue(user.id)).map(Queue::last).sum()
}
