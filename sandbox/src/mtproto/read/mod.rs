//! Taking apart what clients send, refused in Telegram's own words.

mod entity;
mod keyboard;
pub(crate) mod message;
mod reply;

pub(crate) use entity::entities;
