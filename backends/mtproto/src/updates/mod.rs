//! The source of updates.

/// The bot's updates, as they come.
#[derive(Debug)]
pub struct Updates;
