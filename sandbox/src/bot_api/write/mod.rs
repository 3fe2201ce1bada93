//! Writing Telegram's objects as JSON, by hand and field for field as the Bot API's server does.
//!
//! Nothing of the vocabulary's own serialisation is used: what a client is sent here is an independent witness.

pub(crate) mod business;
pub(crate) mod chat;
mod entity;
pub(crate) mod files;
pub(crate) mod group;
mod guest;
pub(crate) mod inline;
mod keyboard;
pub(crate) mod member;
pub(crate) mod message;
mod paid_media;
pub(crate) mod payment;
pub(crate) mod poll;
pub(crate) mod update;
pub(crate) mod user;

use serde_json::{Map, Value};

use entity::entities;
pub(crate) use inline::message_id as inline_message_id;

/// An object in the making.
pub(crate) type Object = Map<String, Value>;

/// Puts fields into an object.
trait Put {
    /// A field that is always there.
    fn put(&mut self, name: &str, value: impl Into<Value>);

    /// A field that is there only where it has a value.
    fn put_some(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// A field that is there only where it is true.
    fn put_true(&mut self, name: &str, value: bool) {
        if value {
            self.put(name, true);
        }
    }
}

impl Put for Object {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.insert(name.to_owned(), value.into());
    }
}
