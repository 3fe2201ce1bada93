//! Messages: the fields that all share, and what each kind holds.

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::raw::Unmodelled;
use super::{Chat, InlineKeyboard, MessageEntity, MessageId, Raw, ThreadId, User};
use crate::text::Text;

/// A message. <https://core.telegram.org/bots/api#message>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number in the chat.
    pub id: MessageId,
    /// The topic or thread that it belongs to.
    pub thread_id: Option<ThreadId>,
    /// Who wrote it; absent in channels.
    pub from: Option<User>,
    /// The chat that wrote it, where it was written in a chat's name.
    pub sender_chat: Option<Box<Chat>>,
    /// Where it was written.
    pub chat: Chat,
    /// When it was sent, in seconds since 1970.
    pub date: i64,
    /// When it was last edited, in seconds since 1970.
    pub edit_date: Option<i64>,
    /// The message of the same chat that it answers, without that one's own `reply_to_message`.
    pub reply_to_message: Option<Box<Message>>,
    /// The buttons under it.
    pub reply_markup: Option<InlineKeyboard>,
    /// What it holds.
    pub kind: MessageKind,
    /// All fields that this version has no name for, as they came.
    pub unmodelled: Option<Raw>,
}

/// What a message holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MessageKind {
    /// Text.
    Text(Text),
    /// Anything that this version does not model: its fields are in [`Message::unmodelled`].
    Unknown,
}

impl Message {
    /// A text message of which only the essentials are known.
    pub fn text(id: impl Into<MessageId>, chat: Chat, text: impl Into<Text>) -> Self {
        Self {
            id: id.into(),
            thread_id: None,
            from: None,
            sender_chat: None,
            chat,
            date: 0,
            edit_date: None,
            reply_to_message: None,
            reply_markup: None,
            kind: MessageKind::Text(text.into()),
            unmodelled: None,
        }
    }

    /// The text and its formatting, where the message is a text.
    pub fn as_text(&self) -> Option<&Text> {
        match &self.kind {
            MessageKind::Text(text) => Some(text),
            MessageKind::Unknown => None,
        }
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("message_id", &self.id)?;
        if let Some(thread) = &self.thread_id {
            map.serialize_entry("message_thread_id", thread)?;
        }
        if let Some(from) = &self.from {
            map.serialize_entry("from", from)?;
        }
        if let Some(chat) = &self.sender_chat {
            map.serialize_entry("sender_chat", chat)?;
        }
        map.serialize_entry("chat", &self.chat)?;
        map.serialize_entry("date", &self.date)?;
        if let Some(date) = &self.edit_date {
            map.serialize_entry("edit_date", date)?;
        }
        if let Some(message) = &self.reply_to_message {
            map.serialize_entry("reply_to_message", message)?;
        }
        if let MessageKind::Text(text) = &self.kind {
            map.serialize_entry("text", &text.text)?;
            if !text.entities.is_empty() {
                map.serialize_entry("entities", &text.entities)?;
            }
        }
        if let Some(keyboard) = &self.reply_markup {
            map.serialize_entry("reply_markup", keyboard)?;
        }
        if let Some(raw) = &self.unmodelled {
            for (key, value) in raw.fields().map_err(serde::ser::Error::custom)? {
                map.serialize_entry(&key, &value)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MessageVisitor)
    }
}

enum FieldName {
    Id,
    ThreadId,
    From,
    SenderChat,
    Chat,
    Date,
    EditDate,
    ReplyToMessage,
    Text,
    Entities,
    ReplyMarkup,
    Other(Box<str>),
}

impl FieldName {
    fn read(name: &str) -> Self {
        match name {
            "message_id" => Self::Id,
            "message_thread_id" => Self::ThreadId,
            "from" => Self::From,
            "sender_chat" => Self::SenderChat,
            "chat" => Self::Chat,
            "date" => Self::Date,
            "edit_date" => Self::EditDate,
            "reply_to_message" => Self::ReplyToMessage,
            "text" => Self::Text,
            "entities" => Self::Entities,
            "reply_markup" => Self::ReplyMarkup,
            other => Self::Other(other.into()),
        }
    }
}

super::raw::read_from_str!(FieldName, "a field's name");

struct MessageVisitor;

impl<'de> Visitor<'de> for MessageVisitor {
    type Value = Message;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Message, A::Error> {
        let (mut id, mut chat, mut date) = (None, None, None);
        let (mut thread_id, mut from, mut sender_chat, mut edit_date) = (None, None, None, None);
        let (mut reply_to_message, mut reply_markup) = (None, None);
        let (mut text, mut entities) = (None, Vec::<MessageEntity>::new());
        let mut unmodelled = Unmodelled::default();
        while let Some(key) = map.next_key::<FieldName>()? {
            match key {
                FieldName::Id => id = Some(map.next_value()?),
                FieldName::ThreadId => thread_id = map.next_value()?,
                FieldName::From => from = map.next_value()?,
                FieldName::SenderChat => sender_chat = map.next_value()?,
                FieldName::Chat => chat = Some(map.next_value()?),
                FieldName::Date => date = Some(map.next_value()?),
                FieldName::EditDate => edit_date = map.next_value()?,
                FieldName::ReplyToMessage => reply_to_message = map.next_value()?,
                FieldName::Text => text = Some(map.next_value::<String>()?),
                FieldName::Entities => entities = map.next_value()?,
                FieldName::ReplyMarkup => reply_markup = map.next_value()?,
                FieldName::Other(name) => unmodelled.push(&name, &map.next_value::<Box<RawValue>>()?),
            }
        }
        Ok(Message {
            id: id.ok_or_else(|| A::Error::missing_field("message_id"))?,
            thread_id,
            from,
            sender_chat,
            chat: chat.ok_or_else(|| A::Error::missing_field("chat"))?,
            date: date.ok_or_else(|| A::Error::missing_field("date"))?,
            edit_date,
            reply_to_message,
            reply_markup,
            kind: match text {
                Some(text) => MessageKind::Text(Text { text, entities }),
                None => MessageKind::Unknown,
            },
            unmodelled: unmodelled.finish(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(json: &str) -> Message {
        let message: Message = serde_json::from_str(json).unwrap();
        let again = serde_json::to_value(&message).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(json).unwrap());
        message
    }

    #[test]
    fn a_text_keeps_its_entities_and_what_is_not_modelled() {
        let message = round_trip(
            r#"{"message_id":5,"from":{"id":7,"is_bot":false,"first_name":"A"},"date":10,
                "chat":{"id":7,"type":"private","first_name":"A"},"text":"/go x","via_the_future":{"a":[1]},
                "entities":[{"type":"bot_command","offset":0,"length":3}],
                "reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]},
                "reply_to_message":{"message_id":4,"date":9,"chat":{"id":7,"type":"private"},"text":"?"}}"#,
        );
        assert_eq!(message.as_text().unwrap().text, "/go x");
        assert_eq!(message.unmodelled.unwrap().as_str(), r#"{"via_the_future":{"a":[1]}}"#);
    }

    #[test]
    fn a_content_that_is_not_modelled_keeps_its_raw_form() {
        let message = round_trip(
            r#"{"message_id":5,"date":10,"chat":{"id":-7,"type":"metaverse"},"hologram":{"depth":3},"caption":"c"}"#,
        );
        assert_eq!(message.kind, MessageKind::Unknown);
        let raw = message.unmodelled.unwrap();
        assert_eq!(raw.field::<String>("caption").unwrap().as_deref(), Some("c"));
    }
}
