//! The world's things as TL objects.

pub(crate) mod chat;
mod entity;
mod keyboard;
pub(crate) mod message;
pub(crate) mod update;
pub(crate) mod user;

pub(crate) use chat::chat;
pub(crate) use user::user;
