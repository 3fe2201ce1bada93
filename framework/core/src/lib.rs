//! The vocabulary, the backend contract, routing and dispatch of Ambigram.
//!
//! This crate knows no wire: neither HTTP nor MTProto. Bots depend on the `ambigram` crate, which re-exports it.

pub mod backend;
mod bot;
pub mod delivery;
mod error;
pub mod requests;
pub mod text;
pub mod types;

pub use bot::{Bot, Call};
pub use error::{BoxError, Error, ErrorKind};
