//! What Telegram tells a bot.

mod content;
mod kind;
#[cfg(test)]
mod tests;

use bytes::Bytes;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use self::content::Content;
use self::kind::FieldName;
use super::{Chat, ChatId, Message, Raw, UpdateId, User, UserId};

pub use self::kind::UpdateKind;

/// Something happened. <https://core.telegram.org/bots/api#update>
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Its number.
    pub id: UpdateId,
    /// What happened.
    pub kind: UpdateKind,
    /// The whole update as it came; absent for one that was made here.
    raw: Option<Raw>,
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

    /// The message, whether new or edited, in a chat or a channel, of a business account or from elsewhere; for the press
    /// of a button, the message under which it stands.
    pub fn message(&self) -> Option<&Message> {
        self.kind.content()?.message()
    }

    /// The chat where it happened.
    pub fn chat(&self) -> Option<&Chat> {
        self.kind.content()?.chat()
    }

    /// Who did it.
    pub fn user(&self) -> Option<&User> {
        self.kind.content()?.user()
    }

    /// Telegram's name of the kind.
    pub fn name(&self) -> &str {
        self.kind.name()
    }

    /// What this update must be handled in order with.
    pub fn order(&self) -> UpdateOrder {
        match &self.kind {
            UpdateKind::Unknown { content, .. } => UpdateOrder::read(content),
            kind => kind.content().map_or(UpdateOrder::Common, Content::order),
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
        self.kind.put(&mut map)?;
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
                    match key.read_content(&mut map)? {
                        Some(content) => kind = Some(content),
                        None => id = Some(map.next_value()?),
                    }
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
