//! Telegram in a box: users, chats and bots in one process, spoken to over the Bot API.

pub mod rules;
pub mod world;
