//! Taking apart what clients send, refused in Telegram's own words.

mod document;
mod entity;
pub(crate) mod inline;
mod keyboard;
pub(crate) mod media;
pub(crate) mod message;
pub(crate) mod reply;
#[cfg(test)]
mod tests;
pub(crate) mod written;

pub(crate) use entity::entities;
