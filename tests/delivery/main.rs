//! Nothing received is lost: kills, stuck handlers, panics, stops.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod burst;
mod cuts;
mod isolation;
mod killed;
mod stopping;
