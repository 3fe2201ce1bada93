//! The vocabulary, the backend contract, routing and dispatch of Ambigram.
//!
//! This crate knows no wire: neither HTTP nor MTProto. Bots depend on the `ambigram` crate, which re-exports it.

pub mod text;
pub mod types;
