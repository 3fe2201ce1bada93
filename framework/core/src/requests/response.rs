//! What Telegram answers.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};

use crate::types::{Me, Message};

/// Any answer.
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
    /// Takes it out of an answer; `None` when that is another one.
    fn from_response(response: Response) -> Option<Self>;

    /// Makes an answer of it.
    fn into_response(self) -> Response;

    /// Reads it from the `result` of a Bot API answer.
    ///
    /// # Errors
    /// When the JSON is of another shape.
    fn read(json: &str) -> Result<Self, serde_json::Error>;
}

macro_rules! outputs {
    ($($type:ty: $pattern:pat => $value:expr, $this:ident => $response:expr, $json:ident => $read:expr;)+) => {
        $(impl Output for $type {
            fn from_response(response: Response) -> Option<Self> {
                match response {
                    $pattern => Some($value),
                    _ => None,
                }
            }
            fn into_response(self) -> Response {
                let $this = self;
                $response
            }
            fn read($json: &str) -> Result<Self, serde_json::Error> {
                $read
            }
        })+
    };
}

outputs! {
    (): Response::Done => (), _this => Response::Done, json => serde_json::from_str::<bool>(json).map(drop);
    Me: Response::Me(me) => *me, me => Response::Me(Box::new(me)), json => serde_json::from_str(json);
    Message: Response::Message(message) => *message, message => Response::Message(Box::new(message)),
        json => serde_json::from_str(json);
    Edited: Response::Edited(edited) => edited, edited => Response::Edited(edited),
        json => serde_json::from_str(json);
    Vec<Option<Message>>: Response::Messages(messages) => messages, messages => Response::Messages(messages),
        json => serde_json::from_str(json);
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
