//! What the example bots share.

pub mod terminal;
