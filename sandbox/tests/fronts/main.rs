//! Both HTTP faces of the sandbox, driven over loopback by a plain HTTP client.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects is to fail there and then"
)]

mod arguments;
mod binary;
mod buttons;
mod chats;
mod contents;
mod control;
mod control_errors;
mod faults;
mod files;
mod inline;
mod media;
mod messages;
mod payments;
mod readme;
mod refusals;
mod special;
mod stage;
mod stickers;
mod stopping;
mod updates;
mod waiting;
