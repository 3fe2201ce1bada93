//! A first bot: commands, arguments, buttons that edit their own message, and an echo that keeps formatting.
//!
//! Without `BOT_TOKEN` it brings a Telegram of its own and opens a chat in the terminal; with it, it runs on the
//! real one.

use std::sync::{Arc, Mutex};

use ambigram::prelude::*;
use ambigram_examples::terminal;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Say hello.
#[command("/start")]
async fn start(user: User, help: Help) -> Html {
    html!("Hello, <b>{}</b>!\n\n{help}", user.first_name)
}

/// Roll a die.
#[command("/roll <sides=6>")]
async fn roll(State(dice): State<Dice>, #[arg(2..=1000)] sides: u32) -> String {
    format!("🎲 {}", dice.roll(sides))
}

/// Count together.
#[command("/count")]
async fn count() -> Reply {
    Reply::text("0").keyboard(buttons(0))
}

#[callback("count/<n>")]
async fn counted(n: i64) -> Edit {
    Edit::text(n.to_string()).keyboard(buttons(n))
}

fn buttons(n: i64) -> InlineKeyboard {
    InlineKeyboard::row([
        Button::callback("−1", counted::data(n.saturating_sub(1))),
        Button::callback("+1", counted::data(n.saturating_add(1))),
    ])
}

#[message(text)]
async fn echo(text: Text) -> Text {
    text
}

/// What all rolls draw from.
#[derive(Clone)]
struct Dice(Arc<Mutex<StdRng>>);

impl Dice {
    fn new(rng: StdRng) -> Self {
        Self(Arc::new(Mutex::new(rng)))
    }

    fn roll(&self, sides: u32) -> u32 {
        let mut rng = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.random_range(1..=sides)
    }
}

fn router(dice: Dice) -> Router {
    Router::new().routes(routes![start, roll, count, counted, echo]).with_state(dice)
}

#[tokio::main]
async fn main() -> ambigram::Result {
    if std::env::var_os("BOT_TOKEN").is_some() {
        return ambigram::run(router(Dice::new(rand::make_rng()))).await;
    }
    // A script should see the same conversation every time.
    let dice = if terminal::is_interactive() { rand::make_rng() } else { StdRng::seed_from_u64(1) };
    terminal::chat("quickstart_bot", router(Dice::new(dice))).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_die_falls_on_one_of_its_sides() {
        let dice = State(Dice::new(StdRng::seed_from_u64(7)));
        let side: u32 = roll(dice, 6).await.trim_start_matches("🎲 ").parse().unwrap();
        assert!((1..=6).contains(&side));
    }
}
