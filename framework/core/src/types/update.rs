//! What Telegram tells a bot.

use bytes::Bytes;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{CallbackQuery, Chat, ChatId, Message, Raw, UpdateId, User, UserId};

/// Something happened. <https://core.telegram.org/bots/api#update>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Its number.
    pub id: UpdateId,
    /// What happened.
    pub kind: UpdateKind,
    /// The whole update as it came; absent for one that was made here.
    raw: Option<Raw>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UpdateKind {
    /// A new message.
    Message(Box<Message>),
    /// A message has a new version.
    EditedMessage(Box<Message>),
    /// A new post in a channel.
    ChannelPost(Box<Message>),
    /// A channel's post has a new version.
    EditedChannelPost(Box<Message>),
    /// A button was pressed.
    CallbackQuery(Box<CallbackQuery>),
    /// A kind that this version does not model, or one whose content could not be read.
    Unknown {
        /// Telegram's name of the kind, such as `poll_answer`.
        name: Box<str>,
        /// What it holds.
        content: Raw,
        /// Why a kind that is modelled could not be read.
        error: Option<Box<str>>,
    },
}

/// What updates must be handled one after another: those of one chat, or of one user where there is no chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UpdateOrder {
    /// One after another within this chat.
    Chat(ChatId),
    /// One after another for this user.
    User(UserId),
    /// One after another among all that belong to no one.
    Common,
}

impl Update {
    /// An update made here, as tests do.
    pub fn new(id: impl Into<UpdateId>, kind: UpdateKind) -> Self {
        Self { id: id.into(), kind, raw: None }
    }

    /// Reads an update. Only its number must be there: whatever else cannot be read arrives as
    /// [`UpdateKind::Unknown`] with the reason.
    ///
    /// # Errors
    /// When the JSON is no object with an `update_id`.
    pub fn read(json: Bytes) -> Result<Self, serde_json::Error> {
        // Checked once as a whole, which is quicker than string by string.
        let text = std::str::from_utf8(&json).map_err(serde_json::Error::custom)?;
        let (id, kind) = match serde_json::from_str::<Modelled>(text) {
            Ok(Modelled { id, kind }) => (id, kind),
            Err(reason) => {
                let Loose { id, name, content } = serde_json::from_str(text)?;
                let error = Some(reason.to_string().into());
                (id, UpdateKind::Unknown { name, content, error })
            }
        };
        Ok(Self { id, kind, raw: Some(Raw::new_unchecked(json)) })
    }

    /// The update as it came over the Bot API; absent for one that was made here or came another way.
    pub fn raw(&self) -> Option<&Raw> {
        self.raw.as_ref()
    }

    /// The message, whether new or edited, in a chat or a channel.
    pub fn message(&self) -> Option<&Message> {
        match &self.kind {
            UpdateKind::Message(message)
            | UpdateKind::EditedMessage(message)
            | UpdateKind::ChannelPost(message)
            | UpdateKind::EditedChannelPost(message) => Some(message),
            UpdateKind::CallbackQuery(query) => query.message.as_ref()?.message(),
            UpdateKind::Unknown { .. } => None,
        }
    }

    /// The chat where it happened.
    pub fn chat(&self) -> Option<&Chat> {
        match &self.kind {
            UpdateKind::CallbackQuery(query) => query.chat(),
            _ => self.message().map(|message| &message.chat),
        }
    }

    /// Who did it.
    pub fn user(&self) -> Option<&User> {
        match &self.kind {
            UpdateKind::CallbackQuery(query) => Some(&query.from),
            _ => self.message()?.from.as_ref(),
        }
    }

    /// Telegram's name of the kind.
    pub fn name(&self) -> &str {
        match &self.kind {
            UpdateKind::Message(_) => "message",
            UpdateKind::EditedMessage(_) => "edited_message",
            UpdateKind::ChannelPost(_) => "channel_post",
            UpdateKind::EditedChannelPost(_) => "edited_channel_post",
            UpdateKind::CallbackQuery(_) => "callback_query",
            UpdateKind::Unknown { name, .. } => name,
        }
    }

    /// What this update must be handled in order with.
    pub fn order(&self) -> UpdateOrder {
        if let UpdateKind::Unknown { content, .. } = &self.kind {
            return UpdateOrder::read(content);
        }
        match (self.chat(), self.user()) {
            (Some(chat), _) => UpdateOrder::Chat(chat.id),
            (None, Some(user)) => UpdateOrder::User(user.id),
            (None, None) => UpdateOrder::Common,
        }
    }
}

impl UpdateOrder {
    /// Finds the chat or the user in an update that is not modelled, by the names that the Bot API uses throughout.
    fn read(content: &Raw) -> Self {
        #[derive(Deserialize)]
        struct Id<T> {
            id: T,
        }
        #[derive(Deserialize)]
        struct Within {
            chat: Option<Id<ChatId>>,
        }
        let field = |name| content.field::<Id<UserId>>(name).ok().flatten();
        if let Ok(Some(chat)) = content.field::<Id<ChatId>>("chat") {
            return Self::Chat(chat.id);
        }
        if let Ok(Some(Within { chat: Some(chat) })) = content.field::<Within>("message") {
            return Self::Chat(chat.id);
        }
        match field("from").or_else(|| field("user")) {
            Some(user) => Self::User(user.id),
            None => Self::Common,
        }
    }
}

impl Serialize for Update {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(raw) = &self.raw {
            return raw.serialize(serializer);
        }
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("update_id", &self.id)?;
        match &self.kind {
            UpdateKind::Message(message)
            | UpdateKind::EditedMessage(message)
            | UpdateKind::ChannelPost(message)
            | UpdateKind::EditedChannelPost(message) => map.serialize_entry(self.name(), message)?,
            UpdateKind::CallbackQuery(query) => map.serialize_entry(self.name(), query)?,
            UpdateKind::Unknown { name, content, .. } => map.serialize_entry(name, content)?,
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Update {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<str>::from(Box::<RawValue>::deserialize(deserializer)?);
        Self::read(Bytes::from(String::from(json))).map_err(D::Error::custom)
    }
}

/// An update whose content can be read.
struct Modelled {
    id: UpdateId,
    kind: UpdateKind,
}

/// An update of any content: its number, and the first field that holds an object.
struct Loose {
    id: UpdateId,
    name: Box<str>,
    content: Raw,
}

enum FieldName {
    Id,
    Message,
    EditedMessage,
    ChannelPost,
    EditedChannelPost,
    CallbackQuery,
    Other(Box<str>),
}

impl FieldName {
    fn read(name: &str) -> Self {
        match name {
            "update_id" => Self::Id,
            "message" => Self::Message,
            "edited_message" => Self::EditedMessage,
            "channel_post" => Self::ChannelPost,
            "edited_channel_post" => Self::EditedChannelPost,
            "callback_query" => Self::CallbackQuery,
            other => Self::Other(other.into()),
        }
    }
}

super::raw::read_from_str!(FieldName, "a field's name");

impl<'de> Deserialize<'de> for Modelled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Modelled;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an update")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Modelled, A::Error> {
                let (mut id, mut kind) = (None, None);
                while let Some(key) = map.next_key::<FieldName>()? {
                    kind = Some(match key {
                        FieldName::Id => {
                            id = Some(map.next_value()?);
                            continue;
                        }
                        FieldName::Message => UpdateKind::Message(map.next_value()?),
                        FieldName::EditedMessage => UpdateKind::EditedMessage(map.next_value()?),
                        FieldName::ChannelPost => UpdateKind::ChannelPost(map.next_value()?),
                        FieldName::EditedChannelPost => UpdateKind::EditedChannelPost(map.next_value()?),
                        FieldName::CallbackQuery => UpdateKind::CallbackQuery(map.next_value()?),
                        FieldName::Other(name) => {
                            UpdateKind::Unknown { name, content: map.next_value()?, error: None }
                        }
                    });
                }
                let id = id.ok_or_else(|| A::Error::missing_field("update_id"))?;
                Ok(Modelled { id, kind: kind.unwrap_or_else(UpdateKind::empty) })
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut id, mut named) = (None, None);
        for (key, value) in Raw::deserialize(deserializer)?.fields().map_err(D::Error::custom)? {
            if key == "update_id" {
                id = Some(serde_json::from_str(value.get()).map_err(D::Error::custom)?);
            } else {
                named = Some((key.into_boxed_str(), Raw::from(value)));
            }
        }
        let id = id.ok_or_else(|| D::Error::missing_field("update_id"))?;
        let (name, content) = named.unwrap_or_else(|| ("".into(), Raw::empty_object()));
        Ok(Self { id, name, content })
    }
}

impl UpdateKind {
    /// An update of which nothing but its number came.
    fn empty() -> Self {
        Self::Unknown { name: "".into(), content: Raw::empty_object(), error: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &'static str) -> Update {
        Update::read(Bytes::from_static(json.as_bytes())).unwrap()
    }

    #[test]
    fn a_kind_from_the_future_arrives_as_unknown() {
        let update = read(r#"{"update_id":7,"update_from_the_future":{"id":1,"user":{"id":9}}}"#);
        assert_eq!((update.id, update.name()), (UpdateId(7), "update_from_the_future"));
        assert_eq!(update.order(), UpdateOrder::User(UserId(9)));
        let UpdateKind::Unknown { content, error: None, .. } = update.kind else { panic!("{update:?}") };
        assert_eq!(content.field::<i32>("id").unwrap(), Some(1));
    }

    #[test]
    fn a_message_that_cannot_be_read_arrives_as_unknown_with_the_reason() {
        let update = read(r#"{"update_id":7,"message":{"message_id":9,"text":"no chat and no date"}}"#);
        let UpdateKind::Unknown { name, content, error: Some(error) } = update.kind else {
            panic!("{update:?}")
        };
        assert_eq!(&*name, "message");
        assert!(error.contains("missing field `chat`"), "{error}");
        assert_eq!(content.field::<String>("text").unwrap().as_deref(), Some("no chat and no date"));
    }

    #[test]
    fn an_update_of_a_number_alone_is_still_an_update() {
        assert_eq!(read(r#"{"update_id":7}"#).order(), UpdateOrder::Common);
    }

    #[test]
    fn an_update_made_here_is_written_as_telegram_would() {
        let json = r#"{"update_id":7,"message":{"message_id":1,"chat":{"id":7,"type":"private"},"date":3,"text":"hi"}}"#;
        let read = read(json);
        let made = Update::new(7, read.kind);
        assert_eq!(serde_json::to_string(&made).unwrap(), json);
    }
}
