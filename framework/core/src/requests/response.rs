//! What Telegram answers.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};

use crate::error::{Error, ErrorKind};
use crate::types::{Me, Message, Raw};

/// Any answer.
///
/// What it holds is read by the request that it answers: [`Output::from_response`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Response {
    /// Done; there is nothing to tell.
    Done,
    /// The bot's own account.
    Me(Box<Me>),
    /// A message.
    Message(Box<Message>),
    /// A message that was edited.
    Edited(Edited),
    /// Messages in the order in which they were asked for, `None` where there is none.
    Messages(Vec<Option<Message>>),
    /// The `result` of a Bot API answer, not read yet: much of what is answered nobody looks at.
    Json(Raw),
}

/// What an edit gives. <https://core.telegram.org/bots/api#editmessagetext>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    /// The message as it is now.
    Message(Box<Message>),
    /// A message sent by way of inline mode was edited; Telegram doesn't show it to the bot.
    Inline,
}

impl Edited {
    /// The message as it is now, unless it was sent by way of inline mode.
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Inline => None,
        }
    }
}

/// What a method gives: one of the [`Response`]s, and readable from the Bot API's JSON.
pub trait Output: Sized + Send + 'static {
    /// Takes it out of an answer.
    ///
    /// # Errors
    /// [`UnexpectedAnswer`](ErrorKind::UnexpectedAnswer), when the answer is another one or cannot be read.
    fn from_response(response: Response) -> Result<Self, Error>;
}

fn unreadable(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, format!("the result cannot be read: {error}")).because(error)
}

fn another(response: &Response) -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, format!("the answer is that to another request: {response:?}"))
}

macro_rules! outputs {
    ($($type:ty: $pattern:pat => $value:expr, $json:ident => $read:expr;)+) => {
        $(impl Output for $type {
            fn from_response(response: Response) -> Result<Self, Error> {
                match response {
                    Response::Json($json) => $read.map_err(unreadable),
                    $pattern => Ok($value),
                    other => Err(another(&other)),
                }
            }
        })+
    };
}

outputs! {
    (): Response::Done => (), json => json.read::<bool>().map(drop);
    Me: Response::Me(me) => *me, json => json.read();
    Message: Response::Message(message) => *message, json => json.read();
    Edited: Response::Edited(edited) => edited, json => json.read();
    Vec<Option<Message>>: Response::Messages(messages) => messages, json => json.read();
}

impl<'de> Deserialize<'de> for Edited {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MessageOrTrue;
        impl<'de> Visitor<'de> for MessageOrTrue {
            type Value = Edited;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a message or true")
            }
            fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<Edited, E> {
                Ok(Edited::Inline)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Edited, A::Error> {
                Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Edited::Message)
            }
        }
        deserializer.deserialize_any(MessageOrTrue)
    }
}
