//! What an update costs over MTProto, beside an echo loop on grammers alone: `cargo bench -p ambigram-tests --bench mtproto`
//!
//! Both bots are programs of their own, run in turns against one sandbox; each is sent the same messages from the same
//! chats, and answers each. The table tells the CPU time that a bot's process took for an update, by the kernel's account.
//! `UPDATES`, `CHATS` and `ROUNDS` in the environment change the size.
//!
//! Then a bot with slow handlers is pushed `BURST` updates at once, and it is told how much memory it took at most.

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

use ambigram_sandbox::play::{BotAccount, Conversation};
use ambigram_sandbox::{Config, Sandbox};
use tempfile::TempDir;

/// How many messages are out that were not answered, at most: a bot is busy, and its queues are not what is measured.
const WINDOW: usize = 512;

struct Bot {
    name: &'static str,
    program: &'static str,
}

const BOTS: [Bot; 2] = [
    Bot { name: "grammers alone", program: env!("CARGO_BIN_EXE_bare_echo") },
    Bot { name: "ambigram", program: env!("CARGO_BIN_EXE_slow_echo") },
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
    runtime.block_on(burst(size("BURST", 10_000), chats));
}

/// Pushes updates at once to a bot whose handlers take 20 ms, and tells the most memory that it had.
async fn burst(updates: usize, chats: usize) {
    let stage = Stage::new(&BOTS[1], "20").await;
    let chats = stage.chats(chats);
    for chat in &chats {
        chat.say("warm");
    }
    stage.answered(chats.len()).await;
    let (before, start) = (stage.process.peak(), Instant::now());
    for number in 0..updates {
        chats[number % chats.len()].say(number.to_string());
    }
    stage.answered(chats.len() + updates).await;
    let (after, time) = (stage.process.peak(), start.elapsed());
    let inversions: usize = chats.iter().map(inversions).sum();
    println!(
        "\n{updates} updates at once, handlers of 20 ms: all answered after {:.1} s, {inversions} inversions; at most \
         {after} KiB of memory, {before} KiB before",
        time.as_secs_f64()
    );
    stage.end().await;
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

/// A sandbox with a bot in it.
struct Stage {
    sandbox: Sandbox,
    account: BotAccount,
    process: Killed,
    _session: TempDir,
}

impl Stage {
    async fn new(bot: &Bot, handler_sleep_ms: &str) -> Self {
        let sandbox = Sandbox::start(Config::default()).await.unwrap();
        let account = sandbox.telegram().bot("echo_bot");
        let session = tempfile::tempdir().unwrap();
        let process = Command::new(bot.program)
            .env("AMBIGRAM_BACKEND", "mtproto")
            .env("HANDLER_SLEEP_MS", handler_sleep_ms)
            .env("BOT_TOKEN", &account.token)
            .env("API_ID", "1")
            .env("API_HASH", "hash")
            .env("API_URL", sandbox.ready_session().to_string())
            .env("SESSION", session.path().join("session"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut process = Killed(process);
        let mut line = String::new();
        BufReader::new(process.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "running\n");
        Self { sandbox, account, process, _session: session }
    }

    /// Chats of as many people with the bot.
    fn chats(&self, count: usize) -> Vec<Conversation> {
        let person = |n| self.sandbox.telegram().user(&format!("User {n}"));
        (0..count).map(|n| person(n).open(&self.account)).collect()
    }

    /// Ends the bot, then the sandbox.
    async fn end(self) {
        drop(self.process);
        self.sandbox.stop().await;
    }

    /// Waits until the bot has been told, and has answered, so many messages.
    async fn answered(&self, messages: usize) {
        self.sandbox
            .telegram()
            .wait_for(|world| {
                // What the bot itself writes it is told as well.
                (world.queue(self.account.id)?.last() >= 2 * messages as u64).then_some(())
            })
            .await;
    }
}

async fn run(bot: &Bot, updates: usize, chats: usize) -> Run {
    let stage = Stage::new(bot, "0").await;
    let chats = stage.chats(chats);
    for chat in &chats {
        chat.say("warm");
    }
    stage.answered(chats.len()).await;

    let (before, start) = (stage.process.cpu(), Instant::now());
    for number in 0..updates {
        chats[number % chats.len()].say(number.to_string());
        if (number + 1) % (WINDOW / 2) == 0 {
            stage.answered(chats.len() + (number + 1).saturating_sub(WINDOW)).await;
        }
    }
    stage.answered(chats.len() + updates).await;
    let (time, cpu) = (start.elapsed(), stage.process.cpu() - before);
    let inversions = chats.iter().map(inversions).sum();
    stage.end().await;
    Run { cpu, time, inversions }
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

    /// The most memory that the process has had, in KiB.
    fn peak(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
