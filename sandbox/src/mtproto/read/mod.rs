//! Taking apart what clients send, refused in Telegram's own words.

mod document;
mod entity;
mod keyboard;
pub(crate) mod media;
pub(crate) mod message;
mod reply;
#[cfg(test)]
mod tests;

pub(crate) use entity::entities;
