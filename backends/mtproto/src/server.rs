//! Which servers the bot talks to.

/// A server other than Telegram's own.
#[derive(Debug, Clone)]
pub struct Server;
