//! Formatting and the like: what a stretch of text is.

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::raw::Unmodelled;
use super::{CustomEmojiId, Raw, User};

/// A stretch of a text that is bold, a link, a command… <https://core.telegram.org/bots/api#messageentity>
///
/// Offset and length count UTF-16 code units, as Telegram does: most characters are one unit,
/// emoji are two.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageEntity {
    /// Where it starts, in UTF-16 code units.
    pub offset: u32,
    /// How long it is, in UTF-16 code units.
    pub length: u32,
    /// What it is.
    pub kind: EntityKind,
}

/// What a stretch of text is.
#[derive(Debug, Clone, PartialEq)]
pub enum EntityKind {
    /// `@username`
    Mention,
    /// `#hashtag`, `#hashtag@username`
    Hashtag,
    /// `$USD`, `$USD@username`
    Cashtag,
    /// `/start@jobs_bot`
    BotCommand,
    /// `https://telegram.org`
    Url,
    /// `do-not-reply@telegram.org`
    Email,
    /// `+1-212-555-0123`
    PhoneNumber,
    /// Bold text.
    Bold,
    /// Italic text.
    Italic,
    /// Underlined text.
    Underline,
    /// Strikethrough text.
    Strikethrough,
    /// A spoiler, hidden until it is pressed.
    Spoiler,
    /// A block quotation.
    Blockquote,
    /// A block quotation that starts collapsed.
    ExpandableBlockquote,
    /// A monospaced string.
    Code,
    /// A monospaced block.
    Pre {
        /// The programming language, where it was named.
        language: Option<String>,
    },
    /// Clickable text.
    TextLink {
        /// What opens.
        url: String,
    },
    /// A mention of a user who has no username.
    TextMention {
        /// Who is mentioned.
        user: Box<User>,
    },
    /// A custom emoji in place of the character.
    CustomEmoji {
        /// Which one.
        custom_emoji_id: CustomEmojiId,
    },
    /// A date and time, which apps show in the reader's own form.
    DateTime {
        /// The moment, in seconds since 1970.
        unix_time: i64,
        /// How it is to be shown; empty or absent for as written.
        format: Option<String>,
    },
    /// A kind that this version does not know, with all its fields but offset and length.
    Unknown(Raw),
}

impl MessageEntity {
    /// An entity over a stretch of text, measured in UTF-16 code units.
    pub const fn new(offset: u32, length: u32, kind: EntityKind) -> Self {
        Self { offset, length, kind }
    }

    /// The first unit after the entity.
    pub const fn end(&self) -> u32 {
        self.offset.saturating_add(self.length)
    }
}

impl EntityKind {
    /// Telegram's name of the kind; for an unknown kind, the name that came.
    pub fn name(&self) -> std::borrow::Cow<'_, str> {
        std::borrow::Cow::Borrowed(match self {
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::Cashtag => "cashtag",
            Self::BotCommand => "bot_command",
            Self::Url => "url",
            Self::Email => "email",
            Self::PhoneNumber => "phone_number",
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Strikethrough => "strikethrough",
            Self::Spoiler => "spoiler",
            Self::Blockquote => "blockquote",
            Self::ExpandableBlockquote => "expandable_blockquote",
            Self::Code => "code",
            Self::Pre { .. } => "pre",
            Self::TextLink { .. } => "text_link",
            Self::TextMention { .. } => "text_mention",
            Self::CustomEmoji { .. } => "custom_emoji",
            Self::DateTime { .. } => "date_time",
            Self::Unknown(raw) => {
                return raw.field::<String>("type").ok().flatten().unwrap_or_default().into();
            }
        })
    }
}

impl Serialize for MessageEntity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !matches!(self.kind, EntityKind::Unknown(_)) {
            map.serialize_entry("type", &self.kind.name())?;
        }
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("length", &self.length)?;
        match &self.kind {
            EntityKind::Pre { language: Some(language) } => map.serialize_entry("language", language)?,
            EntityKind::TextLink { url } => map.serialize_entry("url", url)?,
            EntityKind::TextMention { user } => map.serialize_entry("user", user)?,
            EntityKind::CustomEmoji { custom_emoji_id } => {
                map.serialize_entry("custom_emoji_id", custom_emoji_id)?;
            }
            EntityKind::DateTime { unix_time, format } => {
                map.serialize_entry("unix_time", unix_time)?;
                if let Some(format) = format {
                    map.serialize_entry("date_time_format", format)?;
                }
            }
            EntityKind::Unknown(raw) => {
                for (key, value) in raw.fields().map_err(serde::ser::Error::custom)? {
                    map.serialize_entry(&key, &value)?;
                }
            }
            _ => {}
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for MessageEntity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntityVisitor)
    }
}

/// The fields in the order in which they come: the type may well be the last.
#[derive(Default)]
struct Fields {
    kind: Option<KindName>,
    offset: Option<u32>,
    length: Option<u32>,
    url: Option<String>,
    user: Option<Box<User>>,
    language: Option<String>,
    custom_emoji_id: Option<CustomEmojiId>,
    unix_time: Option<i64>,
    date_time_format: Option<String>,
    unmodelled: Unmodelled,
}

struct EntityVisitor;

impl<'de> Visitor<'de> for EntityVisitor {
    type Value = MessageEntity;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a message entity")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MessageEntity, A::Error> {
        let mut fields = Fields::default();
        while let Some(key) = map.next_key::<FieldName>()? {
            match key {
                FieldName::Type => fields.kind = Some(map.next_value()?),
                FieldName::Offset => fields.offset = Some(map.next_value()?),
                FieldName::Length => fields.length = Some(map.next_value()?),
                FieldName::Url => fields.url = map.next_value()?,
                FieldName::User => fields.user = map.next_value()?,
                FieldName::Language => fields.language = map.next_value()?,
                FieldName::CustomEmojiId => fields.custom_emoji_id = map.next_value()?,
                FieldName::UnixTime => fields.unix_time = map.next_value()?,
                FieldName::DateTimeFormat => fields.date_time_format = map.next_value()?,
                FieldName::Other(name) => {
                    fields.unmodelled.push(&name, &map.next_value::<Box<RawValue>>()?);
                }
            }
        }
        let kind = fields.kind.take().ok_or_else(|| A::Error::missing_field("type"))?;
        Ok(MessageEntity {
            offset: fields.offset.ok_or_else(|| A::Error::missing_field("offset"))?,
            length: fields.length.ok_or_else(|| A::Error::missing_field("length"))?,
            kind: fields.into_kind(kind).map_err(A::Error::custom)?,
        })
    }
}

impl Fields {
    /// A known kind that lacks what it needs is as good as unknown.
    fn into_kind(self, name: KindName) -> Result<EntityKind, serde_json::Error> {
        Ok(match (name, self) {
            (KindName::Plain(kind), _) => kind,
            (KindName::Pre, fields) => EntityKind::Pre { language: fields.language },
            (KindName::TextLink, Self { url: Some(url), .. }) => EntityKind::TextLink { url },
            (KindName::TextMention, Self { user: Some(user), .. }) => EntityKind::TextMention { user },
            (KindName::CustomEmoji, Self { custom_emoji_id: Some(custom_emoji_id), .. }) => {
                EntityKind::CustomEmoji { custom_emoji_id }
            }
            (KindName::DateTime, Self { unix_time: Some(unix_time), date_time_format: format, .. }) => {
                EntityKind::DateTime { unix_time, format }
            }
            (name, fields) => EntityKind::Unknown(fields.into_raw(name.as_str())?),
        })
    }

    fn into_raw(mut self, name: &str) -> Result<Raw, serde_json::Error> {
        let mut put =
            |key: &str, value: Result<Box<RawValue>, _>| value.map(|value| self.unmodelled.push(key, &value));
        put("type", serde_json::value::to_raw_value(name))?;
        if let Some(url) = &self.url {
            put("url", serde_json::value::to_raw_value(url))?;
        }
        if let Some(user) = &self.user {
            put("user", serde_json::value::to_raw_value(user))?;
        }
        if let Some(language) = &self.language {
            put("language", serde_json::value::to_raw_value(language))?;
        }
        if let Some(id) = &self.custom_emoji_id {
            put("custom_emoji_id", serde_json::value::to_raw_value(id))?;
        }
        if let Some(unix_time) = &self.unix_time {
            put("unix_time", serde_json::value::to_raw_value(unix_time))?;
        }
        if let Some(format) = &self.date_time_format {
            put("date_time_format", serde_json::value::to_raw_value(format))?;
        }
        Ok(self.unmodelled.finish_or_empty())
    }
}

/// The kinds that need nothing but their name, and the names of those that need more.
enum KindName {
    Plain(EntityKind),
    Pre,
    TextLink,
    TextMention,
    CustomEmoji,
    DateTime,
    Other(Box<str>),
}

impl KindName {
    fn as_str(&self) -> &str {
        match self {
            Self::Pre => "pre",
            Self::TextLink => "text_link",
            Self::TextMention => "text_mention",
            Self::CustomEmoji => "custom_emoji",
            Self::DateTime => "date_time",
            Self::Other(name) => name,
            // Never asked: a plain kind is complete as it is.
            Self::Plain(_) => "",
        }
    }

    fn read(name: &str) -> Self {
        Self::Plain(match name {
            "mention" => EntityKind::Mention,
            "hashtag" => EntityKind::Hashtag,
            "cashtag" => EntityKind::Cashtag,
            "bot_command" => EntityKind::BotCommand,
            "url" => EntityKind::Url,
            "email" => EntityKind::Email,
            "phone_number" => EntityKind::PhoneNumber,
            "bold" => EntityKind::Bold,
            "italic" => EntityKind::Italic,
            "underline" => EntityKind::Underline,
            "strikethrough" => EntityKind::Strikethrough,
            "spoiler" => EntityKind::Spoiler,
            "blockquote" => EntityKind::Blockquote,
            "expandable_blockquote" => EntityKind::ExpandableBlockquote,
            "code" => EntityKind::Code,
            "pre" => return Self::Pre,
            "text_link" => return Self::TextLink,
            "text_mention" => return Self::TextMention,
            "custom_emoji" => return Self::CustomEmoji,
            "date_time" => return Self::DateTime,
            other => return Self::Other(other.into()),
        })
    }
}

enum FieldName {
    Type,
    Offset,
    Length,
    Url,
    User,
    Language,
    CustomEmojiId,
    UnixTime,
    DateTimeFormat,
    Other(Box<str>),
}

impl FieldName {
    fn read(name: &str) -> Self {
        match name {
            "type" => Self::Type,
            "offset" => Self::Offset,
            "length" => Self::Length,
            "url" => Self::Url,
            "user" => Self::User,
            "language" => Self::Language,
            "custom_emoji_id" => Self::CustomEmojiId,
            "unix_time" => Self::UnixTime,
            "date_time_format" => Self::DateTimeFormat,
            other => Self::Other(other.into()),
        }
    }
}

super::raw::read_from_str!(KindName, "the type of an entity");
super::raw::read_from_str!(FieldName, "a field's name");

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(json: &str) -> MessageEntity {
        let entity: MessageEntity = serde_json::from_str(json).unwrap();
        let again: serde_json::Value = serde_json::to_value(&entity).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(json).unwrap(), "{json}");
        entity
    }

    #[test]
    fn every_kind_is_read_and_written_as_telegram_does() {
        let plain = [
            "mention",
            "hashtag",
            "cashtag",
            "bot_command",
            "url",
            "email",
            "phone_number",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
        ];
        for name in plain {
            let entity = round_trip(&format!(r#"{{"type":"{name}","offset":1,"length":2}}"#));
            assert_eq!((entity.kind.name().as_ref(), entity.offset, entity.length), (name, 1, 2));
            assert!(!matches!(entity.kind, EntityKind::Unknown(_)), "{name}");
        }
        round_trip(r#"{"offset":0,"length":1,"type":"pre","language":"rust"}"#);
        round_trip(r#"{"offset":0,"length":1,"type":"text_link","url":"https://example.com/"}"#);
        round_trip(
            r#"{"offset":0,"length":1,"user":{"id":7,"is_bot":false,"first_name":"A"},"type":"text_mention"}"#,
        );
        round_trip(r#"{"type":"custom_emoji","offset":0,"length":2,"custom_emoji_id":"5368"}"#);
        round_trip(
            r#"{"type":"date_time","offset":0,"length":2,"unix_time":1700000000,"date_time_format":"r"}"#,
        );
    }

    #[test]
    fn an_unknown_kind_keeps_all_that_came() {
        let entity = round_trip(
            r#"{"offset":3,"length":4,"type":"hologram","depth":[1,2],"url":"https://x.example"}"#,
        );
        assert_eq!(entity.kind.name(), "hologram");
        let EntityKind::Unknown(raw) = entity.kind else { panic!("{entity:?}") };
        assert_eq!(raw.field::<Vec<u8>>("depth").unwrap(), Some(vec![1, 2]));
        assert_eq!(raw.field::<String>("url").unwrap().as_deref(), Some("https://x.example"));
    }

    #[test]
    fn a_link_without_its_address_is_unknown_not_an_error() {
        let entity = round_trip(r#"{"offset":0,"length":1,"type":"text_link"}"#);
        assert!(matches!(entity.kind, EntityKind::Unknown(_)));
    }
}
