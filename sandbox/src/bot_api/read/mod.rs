//! Reading what stands in arguments: JSON by hand, refused in Telegram's own words.
//!
//! Nothing here knows the world: a chat or a user is still what the bot wrote.

pub(crate) mod commands;
mod entities;
pub(crate) mod fields;
#[allow(dead_code, reason = "the methods that send files come next")]
pub(crate) mod file;
pub(crate) mod inline;
pub(crate) mod invoice;
pub(crate) mod keyboard;
mod look;
pub(crate) mod menu_button;
pub(crate) mod place;
pub(crate) mod poll;
pub(crate) mod preview;
pub(crate) mod reactions;
pub(crate) mod reply;
mod reply_keyboard;
pub(crate) mod rights;
pub(crate) mod text;

pub(crate) use fields::Reason;
