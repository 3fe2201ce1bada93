//! The world's things as TL objects.

pub(crate) mod business;
pub(crate) mod chat;
pub(crate) mod dialog;
pub(crate) mod document;
pub(crate) mod entity;
pub(crate) mod group;
pub(crate) mod inline;
pub(crate) mod keyboard;
pub(crate) mod media;
mod member;
pub(crate) mod message;
pub(crate) mod payment;
pub(crate) mod photo;
pub(crate) mod poll;
pub(crate) mod rights;
pub(crate) mod settings;
pub(crate) mod update;
pub(crate) mod user;

pub(crate) use chat::chat;
pub(crate) use user::user;

/// A time as TL writes it.
pub(crate) fn seconds(time: i64) -> i32 {
    i32::try_from(time).unwrap_or(if time < 0 { 0 } else { i32::MAX })
}
