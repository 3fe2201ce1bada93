//! A stage for bots: a Telegram of its own, and bots that run in it over the real wires.
//!
//! A scenario is written once and played [over both](on_both_wires): what happens is recorded, and compared field by
//! field.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a stage that cannot be set fails its test"
)]

mod compare;
mod differences;
pub mod files;
mod record;
mod stage;

use ambigram::Wire;
use serde_json::Value;

pub use stage::{Running, Stage};

/// Plays a scenario over each wire, and fails where the two differ: in what the users saw, in the updates that the bots
/// got, in what came of the bots' calls. Where Telegram's own wires differ is listed in `differences.rs`.
pub async fn on_both_wires(scenario: impl AsyncFn(&Stage)) {
    let records = played(scenario).await;
    let [bot_api, mtproto] = records.as_slice() else { panic!("expected both wires to be built in") };
    let differences = compare::differences(bot_api, mtproto);
    assert!(differences.is_empty(), "Bot API ≠ MTProto:\n{}", differences.join("\n"));
}

/// Plays a scenario over each wire where chance decides how it goes: it is not compared.
pub async fn on_each_wire(scenario: impl AsyncFn(&Stage)) {
    played(scenario).await;
}

async fn played(scenario: impl AsyncFn(&Stage)) -> Vec<Value> {
    let mut records = Vec::new();
    for wire in Wire::ALL {
        // Shown where the scenario fails.
        println!("over {}:", wire.name());
        let stage = Stage::new(*wire).await;
        scenario(&stage).await;
        records.push(stage.record());
    }
    records
}
