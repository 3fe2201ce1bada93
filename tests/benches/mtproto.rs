//! What an update costs over MTProto, beside an echo loop on grammers alone: `cargo bench -p ambigram-tests --bench mtproto`
//!
//! Both bots are programs of their own, run in turns against one sandbox; each is sent the same messages from the same
//! chats, and answers each. The table tells the CPU time that a bot's process took for an update, by the kernel's account.
//! `UPDATES`, `CHATS` and `ROUNDS` in the environment change the size.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench that cannot go on fails"
)]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ambigram_sandbox::play::Conversation;
use ambigram_sandbox::{Config, Sandbox};

/// How many messages are out that were not answered, at most: a bot is busy, and its queues are not what is measured.
const WINDOW: usize = 512;

struct Bot {
    name: &'static str,
    program: &'static str,
    environment: &'static [(&'static str, &'static str)],
}

const BOTS: [Bot; 2] = [
    Bot { name: "grammers alone", program: env!("CARGO_BIN_EXE_bare_echo"), environment: &[] },
    Bot {
        name: "ambigram",
        program: env!("CARGO_BIN_EXE_slow_echo"),
        environment: &[("AMBIGRAM_BACKEND", "mtproto"), ("HANDLER_SLEEP_MS", "0")],
    },
];

/// One run of one bot.
struct Run {
    cpu: Duration,
    time: Duration,
    inversions: usize,
}

fn size(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

fn main() {
    let (updates, chats, rounds) = (size("UPDATES", 20_000), size("CHATS", 100), size("ROUNDS", 7));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runs: [Vec<Run>; BOTS.len()] = [Vec::new(), Vec::new()];
    for round in 0..rounds {
        // In turns, so that whatever else the machine does meets both alike.
        for turn in 0..BOTS.len() {
            let which = (round + turn) % BOTS.len();
            runs[which].push(runtime.block_on(run(&BOTS[which], updates, chats)));
        }
    }
    let figures = runs.map(|runs| Figures::of(&runs, updates));
    println!(
        "{updates} updates from {chats} chats, {rounds} rounds, medians (and the range of the CPU times)\n"
    );
    println!("| | µs CPU an update | × grammers alone | updates/s | inversions |\n|---|---|---|---|---|");
    for (bot, figure) in BOTS.iter().zip(&figures) {
        let [low, median, high] = figure.cpu;
        let ratio = median / figures[0].cpu[1];
        println!(
            "| {} | {median:.1} ({low:.1}–{high:.1}) | {ratio:.2} | {:.0} | {} |",
            bot.name, figure.rate, figure.inversions
        );
    }
}

struct Figures {
    /// Lowest, median, highest; in microseconds an update.
    cpu: [f64; 3],
    rate: f64,
    inversions: usize,
}

impl Figures {
    fn of(runs: &[Run], updates: usize) -> Self {
        let sorted = |figure: &dyn Fn(&Run) -> f64| {
            let mut all: Vec<_> = runs.iter().map(figure).collect();
            all.sort_by(f64::total_cmp);
            [all[0], all[all.len() / 2], all[all.len() - 1]]
        };
        #[allow(clippy::cast_precision_loss, reason = "a few thousand")]
        let updates = updates as f64;
        Self {
            cpu: sorted(&|run| run.cpu.as_secs_f64() * 1e6 / updates),
            rate: sorted(&|run| updates / run.time.as_secs_f64())[1],
            inversions: runs.iter().map(|run| run.inversions).sum(),
        }
    }
}

async fn run(bot: &Bot, updates: usize, chats: usize) -> Run {
    let sandbox = Sandbox::start(Config::default()).await.unwrap();
    let account = sandbox.telegram().bot("echo_bot");
    let folder = tempfile::tempdir().unwrap();
    let process = Command::new(bot.program)
        .envs(bot.environment.iter().copied())
        .env("BOT_TOKEN", &account.token)
        .env("API_ID", "1")
        .env("API_HASH", "hash")
        .env("API_URL", sandbox.ready_session().to_string())
        .env("SESSION", folder.path().join("session"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut process = Killed(process);
    let mut line = String::new();
    BufReader::new(process.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "running\n");
    let chats: Vec<_> =
        (0..chats).map(|n| sandbox.telegram().user(&format!("User {n}")).open(&account)).collect();
    // One to warm up.
    for chat in &chats {
        chat.say("warm");
    }
    answered(&sandbox, account.id, chats.len()).await;

    let (before, start) = (process.cpu(), Instant::now());
    for number in 0..updates {
        chats[number % chats.len()].say(number.to_string());
        if (number + 1) % (WINDOW / 2) == 0 {
            answered(&sandbox, account.id, chats.len() + (number + 1).saturating_sub(WINDOW)).await;
        }
    }
    answered(&sandbox, account.id, chats.len() + updates).await;
    let (time, cpu) = (start.elapsed(), process.cpu() - before);
    let inversions = chats.iter().map(inversions).sum();
    drop(process);
    sandbox.stop().await;
    Run { cpu, time, inversions }
}

/// Waits until the bot has written so many messages.
async fn answered(sandbox: &Sandbox, bot: ambigram::types::UserId, messages: usize) {
    sandbox
        .telegram()
        .wait_for(|world| {
            let queue = world.queue(bot)?;
            // Of the bot's own messages it is told as well: each chat's are as many as the others'.
            (queue.last() >= 2 * messages as u64).then_some(())
        })
        .await;
}

/// How many answers of a chat stand before an earlier one.
fn inversions(chat: &Conversation) -> usize {
    let answers: Vec<usize> = chat
        .messages()
        .iter()
        .filter(|message| !message.is_own)
        .filter_map(|message| message.text.parse().ok())
        .collect();
    answers.windows(2).filter(|pair| pair[1] < pair[0]).count()
}

/// A process that goes with the value.
struct Killed(Child);

impl Killed {
    /// The CPU time that the process has taken so far, in user and kernel.
    fn cpu(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap();
        // The name may hold spaces; after it stand the state and, as the 12th and 13th, the times in ticks of 10 ms.
        let (_, rest) = stat.rsplit_once(')').unwrap();
        let ticks: u64 =
            rest.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum();
        Duration::from_millis(ticks * 10)
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
