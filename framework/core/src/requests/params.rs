//! The pieces that several requests share.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::error::{Error, ErrorKind};
use crate::text::Text;
use crate::types::{ButtonKind, ChatId, InlineKeyboard, InlineMessageId, MessageEntity, MessageId};

/// A field of a request in its wire form: one entry of the object, or several.
pub(crate) trait Param {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;
}

impl<T: Serialize> Param for T {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)
    }
}

impl Param for Text {
    fn put<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, &self.text)?;
        if self.entities.is_empty() {
            return Ok(());
        }
        map.serialize_entry(if name == "caption" { "caption_entities" } else { "entities" }, &self.entities)
    }
}

/// Which message an edit is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MessageTarget {
    /// A message of a chat.
    Message {
        /// The chat.
        chat_id: ChatId,
        /// The message's number there.
        message_id: MessageId,
    },
    /// A message that was sent by way of inline mode.
    Inline {
        /// What stands for it.
        inline_message_id: InlineMessageId,
    },
}

impl<C: Into<ChatId>> From<(C, MessageId)> for MessageTarget {
    fn from((chat_id, message_id): (C, MessageId)) -> Self {
        Self::Message { chat_id: chat_id.into(), message_id }
    }
}

impl From<InlineMessageId> for MessageTarget {
    fn from(inline_message_id: InlineMessageId) -> Self {
        Self::Inline { inline_message_id }
    }
}

impl Param for MessageTarget {
    fn put<M: SerializeMap>(&self, _: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Message { chat_id, message_id } => {
                map.serialize_entry("chat_id", chat_id)?;
                map.serialize_entry("message_id", message_id)
            }
            Self::Inline { inline_message_id } => map.serialize_entry("inline_message_id", inline_message_id),
        }
    }
}

/// What a message answers. <https://core.telegram.org/bots/api#replyparameters>
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReplyParameters {
    /// The message that is answered.
    pub message_id: MessageId,
    /// Its chat, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<ChatId>,
    /// Whether to send the answer even when that message is gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub allow_sending_without_reply: bool,
    /// The part of that message that is quoted, 0–1024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// The quoted part's formatting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quote_entities: Vec<MessageEntity>,
}

impl From<MessageId> for ReplyParameters {
    fn from(message_id: MessageId) -> Self {
        Self {
            message_id,
            chat_id: None,
            allow_sending_without_reply: false,
            quote: None,
            quote_entities: Vec::new(),
        }
    }
}

impl ReplyParameters {
    /// Sends the answer even when the answered message is gone.
    #[must_use]
    pub fn or_without(mut self) -> Self {
        self.allow_sending_without_reply = true;
        self
    }

    /// Quotes a part of the answered message.
    #[must_use]
    pub fn quote(mut self, part: impl Into<Text>) -> Self {
        let part = part.into();
        self.quote = Some(part.text);
        self.quote_entities = part.entities;
        self
    }
}

/// How the address in a message is previewed. <https://core.telegram.org/bots/api#linkpreviewoptions>
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkPreviewOptions {
    /// Whether there is no preview.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_disabled: bool,
    /// The address to preview instead of the first in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether the picture is to be small.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub prefer_small_media: bool,
    /// Whether the picture is to be large.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub prefer_large_media: bool,
    /// Whether the preview stands above the text.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_above_text: bool,
}

impl LinkPreviewOptions {
    /// No preview.
    pub fn disabled() -> Self {
        Self { is_disabled: true, ..Self::default() }
    }
}

/// What a message has to press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ReplyMarkup {
    /// Buttons under the message.
    Inline(InlineKeyboard),
}

impl From<InlineKeyboard> for ReplyMarkup {
    fn from(keyboard: InlineKeyboard) -> Self {
        Self::Inline(keyboard)
    }
}

/// Refuses callback data that Telegram would refuse.
pub(crate) fn check_keyboard(keyboard: &InlineKeyboard) -> Result<(), Error> {
    for button in keyboard.buttons() {
        let ButtonKind::Callback(data) = &button.kind else { continue };
        if let Err(length) = data.check() {
            return Err(Error::new(
                ErrorKind::InvalidButton,
                format!(
                    "the button “{}” carries {length} bytes of callback data; Telegram takes 1 to 64: `{data}`",
                    button.text
                ),
            ));
        }
    }
    Ok(())
}
