//! The world and its rules, as the fronts and the handles of a play use them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect in the plainest way"
)]

mod accounts;
mod chats;
mod groups;
mod menus;
mod messages;
mod numbering;
mod play;
mod presses;
mod privacy;
mod queues;
mod random_commands;
mod refusals;
mod stage;
