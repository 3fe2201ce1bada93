//! What a request says: its query string and its JSON body, read as one object.

use ambigram_core::types::MessageId;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::Uri;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::error::Error;
use crate::bot_api::request::Arguments;

/// The most bytes of a body.
const MAX_BODY: usize = 1 << 20;

/// The longest wait, in seconds.
const MAX_SECONDS: f64 = 600.0;

/// Names and values. A name that nobody asks for is an error, so that a misspelt one is not passed over.
#[derive(Debug)]
pub(super) struct Input {
    fields: Map<String, Value>,
}

impl<S: Send + Sync> FromRequest<S> for Input {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        let Self { mut fields } = Self::of_query(request.uri());
        let body = to_bytes(request.into_body(), MAX_BODY)
            .await
            .map_err(|error| Error::input("body", format!("at most {MAX_BODY} bytes"), error.to_string()))?;
        if !body.is_empty() {
            match serde_json::from_slice(&body) {
                Ok(Value::Object(body)) => fields.extend(body),
                Ok(other) => return Err(Error::input("body", "a JSON object", other)),
                Err(error) => return Err(Error::input("body", "a JSON object", error.to_string())),
            }
        }
        // What is null is as good as absent.
        fields.retain(|_, value| !value.is_null());
        Ok(Self { fields })
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

impl Input {
    /// What stands in the query string, where the body is no JSON.
    pub(super) fn of_query(uri: &Uri) -> Self {
        let mut fields = Map::new();
        for pair in uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            fields.insert(decode(name), Value::String(decode(value)));
        }
        Self { fields }
    }

    /// One of several objects in another.
    pub(super) fn of_object(mut fields: Map<String, Value>) -> Self {
        fields.retain(|_, value| !value.is_null());
        Self { fields }
    }

    /// As the arguments of one of the Bot API's methods: what is no text is its JSON.
    pub(super) fn arguments(&self) -> Arguments {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.fields.iter().map(|(name, value)| (name.clone(), text(value))).collect()
    }

    /// Refuses all names but these.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), Error> {
        match self.fields.keys().find(|name| !names.contains(&name.as_str())) {
            None => Ok(()),
            Some(unknown) if names.is_empty() => Err(Error::input(unknown, "no arguments", unknown.as_str())),
            Some(unknown) => Err(Error::input(
                unknown,
                format!("only the arguments {}", names.join(", ")),
                unknown.as_str(),
            )),
        }
    }

    /// All names and values.
    pub(super) fn into_fields(self) -> Map<String, Value> {
        self.fields
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Error> {
        match self.fields.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(other) => Err(Error::input(name, "a text", other.clone())),
        }
    }

    pub(super) fn required_text(&self, name: &str) -> Result<String, Error> {
        self.text(name)?.ok_or_else(|| Error::input(name, "a text", Value::Null))
    }

    /// A flag, `false` where it is absent.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Error> {
        self.flag_or(name, false)
    }

    pub(super) fn flag_or(&self, name: &str, default: bool) -> Result<bool, Error> {
        match self.fields.get(name) {
            None => Ok(default),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(Value::String(text)) if text == "true" => Ok(true),
            Some(Value::String(text)) if text == "false" => Ok(false),
            Some(other) => Err(Error::input(name, "true or false", other.clone())),
        }
    }

    pub(super) fn integer(&self, name: &str) -> Result<Option<i64>, Error> {
        let Some(value) = self.fields.get(name) else { return Ok(None) };
        integer(value).map(Some).ok_or_else(|| Error::input(name, "a whole number", value.clone()))
    }

    pub(super) fn message_id(&self, name: &str) -> Result<Option<MessageId>, Error> {
        let Some(number) = self.integer(name)? else { return Ok(None) };
        match i32::try_from(number) {
            Ok(id @ 1..) => Ok(Some(MessageId(id))),
            _ => Err(Error::input(name, "a message id", number)),
        }
    }

    /// A position counted from 0.
    pub(super) fn position(&self, name: &str) -> Result<Option<usize>, Error> {
        let Some(number) = self.integer(name)? else { return Ok(None) };
        usize::try_from(number).map(Some).map_err(|_| Error::input(name, "a position, 0 or more", number))
    }

    /// A time to wait, in seconds.
    pub(super) fn seconds(&self, name: &str, default: f64) -> Result<f64, Error> {
        let Some(value) = self.fields.get(name) else { return Ok(default) };
        let seconds = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        let expected = || format!("seconds, 0 to {MAX_SECONDS}");
        seconds
            .filter(|seconds| (0.0..=MAX_SECONDS).contains(seconds))
            .ok_or_else(|| Error::input(name, expected(), value.clone()))
    }

    /// Who is meant: a number or an `@username`, still to be looked up.
    pub(super) fn name(&self, name: &str) -> Result<Option<Name>, Error> {
        let Some(value) = self.fields.get(name) else { return Ok(None) };
        Name::of(value).map(Some).ok_or_else(|| Error::input(name, Name::EXPECTED, value.clone()))
    }

    pub(super) fn required_name(&self, name: &str) -> Result<Name, Error> {
        self.name(name)?.ok_or_else(|| Error::input(name, Name::EXPECTED, Value::Null))
    }

    pub(super) fn names(&self, name: &str) -> Result<Vec<Name>, Error> {
        let Some(value) = self.fields.get(name) else { return Ok(Vec::new()) };
        let names = value.as_array().and_then(|values| values.iter().map(Name::of).collect());
        names.ok_or_else(|| Error::input(name, "an array of ids and @usernames", value.clone()))
    }

    /// Flags by name.
    pub(super) fn flags(&self, name: &str) -> Result<Vec<(String, bool)>, Error> {
        let Some(value) = self.fields.get(name) else { return Ok(Vec::new()) };
        let flags = value.as_object().and_then(|flags| {
            flags.iter().map(|(name, value)| value.as_bool().map(|value| (name.clone(), value))).collect()
        });
        flags.ok_or_else(|| Error::input(name, "an object of flags", value.clone()))
    }
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// An account or a chat as a request names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// By its number.
    Id(i64),
    /// By its public name, without the `@`.
    Username(String),
}

impl Name {
    pub(super) const EXPECTED: &str = "an id or an @username";

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Self::read(text).ok(),
            _ => integer(value).map(Self::Id),
        }
    }

    /// Reads a name.
    pub(super) fn read(text: &str) -> Result<Self, Error> {
        match text.strip_prefix('@') {
            Some(username) => Ok(Self::Username(username.to_owned())),
            None => text.parse().map(Self::Id).map_err(|_| Error::input("id", Self::EXPECTED, text)),
        }
    }
}

impl From<Name> for Value {
    fn from(name: Name) -> Self {
        match name {
            Name::Id(id) => id.into(),
            Name::Username(username) => format!("@{username}").into(),
        }
    }
}
