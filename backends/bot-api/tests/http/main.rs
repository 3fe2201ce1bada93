//! The backend over real HTTP, against a server on this machine.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects"
)]

mod calls;
mod files;
mod polling;
mod server;
