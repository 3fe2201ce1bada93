//! MTProto's wire, driven by a small client of the tests' own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that finds something else than it expects is to fail there and then"
)]

mod client;
mod control;
mod exchange;
mod faults;
mod files;
mod handshake;
mod messages;
mod noise;
mod sessions;
mod stage;
mod updates;
