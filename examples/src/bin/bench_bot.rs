//! The bot of the side-by-side benchmark: it answers `/cmdK ARG` with `K:ARG`, other text with itself, and presses.
//!
//! The environment says: `BOT_TOKEN`, `API_URL`, `COMMANDS` (how many commands it has, 200 at most) and
//! `HANDLER_SLEEP_MS` (how long each handler waits first).

use std::time::Duration;

use ambigram::prelude::*;

include!(concat!(env!("OUT_DIR"), "/bench_commands.rs"));

#[callback("vote:<_choice>:<_index>")]
async fn vote(State(pause): State<Pause>, _choice: String, _index: u64) {
    pause.wait().await;
}

#[message(text)]
async fn echo(State(pause): State<Pause>, text: Text) -> String {
    pause.wait().await;
    text.text
}

/// How long each handler waits before it answers.
#[derive(Clone, Copy)]
struct Pause(Duration);

impl Pause {
    async fn wait(self) {
        if !self.0.is_zero() {
            tokio::time::sleep(self.0).await;
        }
    }
}

fn number(name: &str, otherwise: u64) -> Result<u64> {
    match std::env::var(name) {
        Ok(value) => {
            value.parse().map_err(|_| Rejection::fail(format!("{name} must be a number, not `{value}`")))
        }
        Err(_) => Ok(otherwise),
    }
}

#[tokio::main]
async fn main() -> ambigram::Result {
    let pause = Pause(Duration::from_millis(number("HANDLER_SLEEP_MS", 0)?));
    let count = usize::try_from(number("COMMANDS", 10)?)?;
    let commands = commands().into_iter().take(count);
    let router = Router::new().routes(commands).routes(routes![vote, echo]).with_state(pause);
    ambigram::run(router).await
}
