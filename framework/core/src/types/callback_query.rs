//! Presses of inline buttons, and the messages under which they stand.

use serde::{Deserialize, Serialize};

use super::{CallbackQueryId, Chat, ChatId, InlineMessageId, Message, MessageId, User};

/// A user pressed a button under a message. <https://core.telegram.org/bots/api#callbackquery>
///
/// Until the bot answers, the user's app shows the button as busy; the dispatcher answers for
/// handlers that do not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallbackQuery {
    /// What the answer refers to.
    pub id: CallbackQueryId,
    /// Who pressed.
    pub from: User,
    /// The message with the button, unless it was sent by way of inline mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MaybeInaccessibleMessage>,
    /// The message with the button, when it was sent by way of inline mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inline_message_id: Option<InlineMessageId>,
    /// The same for all presses in one chat.
    #[serde(default)]
    pub chat_instance: String,
    /// What the button carried; absent for games.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// The game's short name, when the button starts a game.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub game_short_name: Option<String>,
}

impl CallbackQuery {
    /// The chat with the pressed button, where the bot knows it.
    pub fn chat(&self) -> Option<&Chat> {
        self.message.as_ref().map(MaybeInaccessibleMessage::chat)
    }
}

/// A message that the bot may be unable to read: that of a pressed button, or a pinned one.
/// <https://core.telegram.org/bots/api#maybeinaccessiblemessage>
#[derive(Debug, Clone, PartialEq)]
pub enum MaybeInaccessibleMessage {
    /// The message.
    Message(Box<Message>),
    /// A message that the bot can no longer read.
    Inaccessible(Box<InaccessibleMessage>),
}

/// A message that was deleted, or is otherwise out of the bot's reach.
/// <https://core.telegram.org/bots/api#inaccessiblemessage>
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InaccessibleMessage {
    /// Where it stood.
    pub chat: Chat,
    /// Its number there.
    #[serde(rename = "message_id")]
    pub id: MessageId,
}

impl MaybeInaccessibleMessage {
    /// The chat of the message.
    pub fn chat(&self) -> &Chat {
        match self {
            Self::Message(message) => &message.chat,
            Self::Inaccessible(message) => &message.chat,
        }
    }

    /// The number of the message in its chat.
    pub fn id(&self) -> MessageId {
        match self {
            Self::Message(message) => message.id,
            Self::Inaccessible(message) => message.id,
        }
    }

    /// Chat and number, which is how requests name a message.
    pub fn place(&self) -> (ChatId, MessageId) {
        (self.chat().id, self.id())
    }

    /// The message, where the bot can read it.
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Inaccessible(_) => None,
        }
    }
}

impl Serialize for MaybeInaccessibleMessage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Dated<'a> {
            #[serde(flatten)]
            message: &'a InaccessibleMessage,
            date: i64,
        }
        match self {
            Self::Message(message) => message.serialize(serializer),
            Self::Inaccessible(message) => Dated { message, date: 0 }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for MaybeInaccessibleMessage {
    /// Telegram marks a message out of reach by the date 0.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let message = Box::<Message>::deserialize(deserializer)?;
        Ok(match message.date {
            0 => Self::Inaccessible(Box::new(InaccessibleMessage { chat: message.chat, id: message.id })),
            _ => Self::Message(message),
        })
    }
}
