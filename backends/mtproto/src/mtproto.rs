//! The backend.

/// Telegram over MTProto, for one bot.
#[derive(Debug, Clone)]
pub struct MtProto;

/// How the bot is to connect.
#[derive(Debug, Clone)]
pub struct MtProtoBuilder;
