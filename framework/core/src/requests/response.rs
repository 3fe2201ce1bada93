//! What Telegram answers.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeOwned, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize, Serializer};

use crate::error::{Error, ErrorKind};
use crate::types::*;

/// Any answer.
///
/// What it holds is read by the request that it answers: [`Output::from_response`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Response {
    /// The `result` of a Bot API answer, not read yet: much of what is answered nobody looks at.
    Json(Raw),
    /// What a wire without JSON has made of an answer: see [`Response::of`].
    Value(Value),
}

impl Response {
    /// An answer of a request's own type, as a wire without JSON gives it.
    pub fn of<T: Output>(value: T) -> Self {
        Self::Value(Value(Arc::new(value)))
    }

    /// Done; there is nothing to tell.
    pub fn done() -> Self {
        Self::of(())
    }

    /// The answer as JSON, in the Bot API's form: for looking at it without knowing the request.
    ///
    /// # Errors
    /// When it has no JSON form.
    pub fn to_json(&self) -> Result<serde_json::Value, serde_json::Error> {
        match self {
            Self::Json(raw) => raw.read(),
            Self::Value(value) => value.0.to_json(),
        }
    }
}

/// A value that answers a request, of whichever type that request has.
#[derive(Clone)]
pub struct Value(Arc<dyn AnyOutput>);

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An output whose type is forgotten.
trait AnyOutput: fmt::Debug + Send + Sync {
    fn to_json(&self) -> Result<serde_json::Value, serde_json::Error>;
    fn into_any(self: Arc<Self>) -> Arc<dyn Any + Send + Sync>;
}

impl<T: Output> AnyOutput for T {
    fn to_json(&self) -> Result<serde_json::Value, serde_json::Error> {
        self.as_json()
    }

    fn into_any(self: Arc<Self>) -> Arc<dyn Any + Send + Sync> {
        self
    }
}

/// What an edit gives. <https://core.telegram.org/bots/api#editmessagetext>
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Edited {
    /// The message as it is now.
    Message(Box<Message>),
    /// A message sent by way of inline mode was edited; Telegram doesn't show it to the bot.
    #[serde(serialize_with = "as_true")]
    Inline,
}

fn as_true<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bool(true)
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

/// What a method gives.
pub trait Output: Clone + fmt::Debug + Send + Sync + 'static {
    /// Reads it from the `result` of a Bot API answer.
    ///
    /// # Errors
    /// When it is of another shape.
    fn from_json(json: &Raw) -> Result<Self, serde_json::Error>;

    /// In the Bot API's form.
    ///
    /// # Errors
    /// When it has none.
    fn as_json(&self) -> Result<serde_json::Value, serde_json::Error>;

    /// Takes it out of an answer.
    ///
    /// # Errors
    /// [`UnexpectedAnswer`](ErrorKind::UnexpectedAnswer), when the answer is another one or cannot be read.
    fn from_response(response: Response) -> Result<Self, Error> {
        match response {
            Response::Json(json) => Self::from_json(&json).map_err(|error| {
                Error::new(ErrorKind::UnexpectedAnswer, format!("the result cannot be read: {error}"))
                    .because(error)
            }),
            Response::Value(value) => {
                let told = format!("{value:?}");
                value.0.into_any().downcast::<Self>().map(Arc::unwrap_or_clone).map_err(|_| {
                    let problem = format!("the answer is that to another request: {told}");
                    Error::new(ErrorKind::UnexpectedAnswer, problem)
                })
            }
        }
    }
}

impl Output for () {
    fn from_json(json: &Raw) -> Result<Self, serde_json::Error> {
        json.read::<bool>().map(drop)
    }

    fn as_json(&self) -> Result<serde_json::Value, serde_json::Error> {
        Ok(true.into())
    }
}

macro_rules! outputs {
    ($($type:ty),+ $(,)?) => {
        $(impl Output for $type {
            fn from_json(json: &Raw) -> Result<Self, serde_json::Error> {
                json.read()
            }

            fn as_json(&self) -> Result<serde_json::Value, serde_json::Error> {
                serde_json::to_value(self)
            }
        })+
    };
}

outputs! {
    bool, i32, u32, String,
    Me, Message, Edited, SentMessageId,
    Poll, File, UserProfilePhotos, UserProfileAudios, StickerSet,
    ChatFullInfo, ChatMember, ChatInviteLink, ForumTopic, UserChatBoosts,
    BotName, BotDescription, BotShortDescription, MenuButton, ChatAdministratorRights,
    StarAmount, StarTransactions, SentWebAppMessage, BusinessConnection,
}

impl<T: Output + Serialize + DeserializeOwned> Output for Vec<T> {
    fn from_json(json: &Raw) -> Result<Self, serde_json::Error> {
        json.read()
    }

    fn as_json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}

outputs! { Option<Message>, Sticker, BotCommand, GameHighScore }

/// The number of a message that was sent. <https://core.telegram.org/bots/api#messageid>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentMessageId {
    /// Its number in the chat.
    #[serde(rename = "message_id")]
    pub id: MessageId,
}

/// A message that was sent by a Web App. <https://core.telegram.org/bots/api#sentwebappmessage>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentWebAppMessage {
    /// What stands for it; told where it has an inline keyboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inline_message_id: Option<InlineMessageId>,
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
