//! The JSON form of messages.

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::kind::{ContentName, MessageKind};
use super::{ExternalReply, Message};
use crate::text::Text;
use crate::types::MessageEntity;
use crate::types::raw::Unmodelled;

/// Writes the JSON form of a struct that has, beside fields of its own, one of the contents of a message.
///
/// Each field is `field = "its name in JSON"`; those that come most often stand first, for they are looked for in
/// this order.
macro_rules! with_content {
    (
        $type:ident, $expecting:literal, $kind:ident;
        required { $($required:ident = $rname:literal,)+ }
        optional { $($optional:ident = $oname:literal,)+ }
        flags { $($flag:ident = $fname:literal,)* }
        // The fields that a text or a caption is made of; the more there are, the less of this is generic.
        $(words { text: $text:literal, $text_entities:literal; $caption_field:ident: $caption:literal, $caption_entities:literal; })?
        rest { $($rest:ident)? }
    ) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $(map.serialize_entry($rname, &self.$required)?;)+
                $(if let Some(value) = &self.$optional {
                    map.serialize_entry($oname, value)?;
                })+
                $(if self.$flag {
                    map.serialize_entry($fname, &true)?;
                })*
                $(
                    if let MessageKind::Text(text) = &self.kind {
                        put_words(&mut map, $text, $text_entities, text)?;
                    }
                    if let Some(caption) = &self.$caption_field {
                        put_words(&mut map, $caption, $caption_entities, caption)?;
                    }
                    self.kind.put_again(&mut map)?;
                )?
                self.kind.put(&mut map)?;
                $(if let Some(raw) = &self.$rest {
                    for (key, value) in raw.fields().map_err(serde::ser::Error::custom)? {
                        map.serialize_entry(&key, &value)?;
                    }
                })?
                map.end()
            }
        }

        const _: () = {
            #[allow(non_camel_case_types, reason = "each is a field")]
            enum FieldName {
                $($required,)+
                $($optional,)+
                $($flag,)*
                #[allow(dead_code, reason = "only messages are of words")]
                Words(Words),
                Content(ContentName),
                Other(Box<str>),
            }

            impl FieldName {
                fn read(name: &str) -> Self {
                    match name {
                        $($rname => Self::$required,)+
                        $(
                            $text => Self::Words(Words::Text),
                            $text_entities => Self::Words(Words::Entities),
                            $caption => Self::Words(Words::Caption),
                            $caption_entities => Self::Words(Words::CaptionEntities),
                        )?
                        $($oname => Self::$optional,)+
                        $($fname => Self::$flag,)*
                        other => match ContentName::of(other) {
                            Some(content) => Self::Content(content),
                            None => Self::Other(other.into()),
                        },
                    }
                }
            }

            crate::types::raw::read_from_str!(FieldName, "a field's name");

            struct Fields;

            impl<'de> Visitor<'de> for Fields {
                type Value = $type;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str($expecting)
                }

                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$type, A::Error> {
                    $(let mut $required = None;)+
                    $(let mut $optional = None;)+
                    $(let mut $flag = false;)*
                    let mut $kind = None;
                    let mut words = [None::<String>, None];
                    let mut entities = [Vec::<MessageEntity>::new(), Vec::new()];
                    let mut unmodelled = Unmodelled::default();
                    while let Some(key) = map.next_key::<FieldName>()? {
                        match key {
                            $(FieldName::$required => $required = Some(map.next_value()?),)+
                            $(FieldName::$optional => $optional = map.next_value()?,)+
                            $(FieldName::$flag => $flag = map.next_value()?,)*
                            FieldName::Words(Words::Text) => words[0] = map.next_value()?,
                            FieldName::Words(Words::Entities) => entities[0] = map.next_value()?,
                            FieldName::Words(Words::Caption) => words[1] = map.next_value()?,
                            FieldName::Words(Words::CaptionEntities) => entities[1] = map.next_value()?,
                            FieldName::Content(name) => $kind = Some(name.read(&mut map)?.beside($kind)),
                            FieldName::Other(name) => {
                                unmodelled.push(&name, &map.next_value::<Box<RawValue>>()?);
                            }
                        }
                    }
                    let [text, caption] = words;
                    let [text_entities, caption_entities] = entities;
                    if let Some(text) = text {
                        $kind = Some(MessageKind::Text(Text { text, entities: text_entities }));
                    }
                    let _ = (&caption, &caption_entities);
                    Ok($type {
                        $($required: $required.ok_or_else(|| A::Error::missing_field($rname))?,)+
                        $($optional,)+
                        $($flag,)*
                        $($caption_field: caption.map(|text| Text { text, entities: caption_entities }),)?
                        $($rest: unmodelled.finish(),)?
                        kind: $kind.unwrap_or(MessageKind::Unknown),
                    })
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_map(Fields)
                }
            }
        };
    };
}

/// The fields that are words and their formatting.
enum Words {
    Text,
    Entities,
    Caption,
    CaptionEntities,
}

fn put_words<M: SerializeMap>(
    map: &mut M,
    name: &'static str,
    entities: &'static str,
    text: &Text,
) -> Result<(), M::Error> {
    map.serialize_entry(name, &text.text)?;
    if text.entities.is_empty() { Ok(()) } else { map.serialize_entry(entities, &text.entities) }
}

with_content! {
    Message, "a message", kind;
    required { id = "message_id", chat = "chat", date = "date", }
    optional {
        from = "from",
        reply_to_message = "reply_to_message",
        edit_date = "edit_date",
        reply_markup = "reply_markup",
        sender_chat = "sender_chat",
        thread_id = "message_thread_id",
        forward_origin = "forward_origin",
        link_preview_options = "link_preview_options",
        media_group_id = "media_group_id",
        author_signature = "author_signature",
        via_bot = "via_bot",
        quote = "quote",
        external_reply = "external_reply",
        effect_id = "effect_id",
        sender_boost_count = "sender_boost_count",
        sender_tag = "sender_tag",
        business_connection_id = "business_connection_id",
        sender_business_bot = "sender_business_bot",
        direct_messages_topic = "direct_messages_topic",
        reply_to_story = "reply_to_story",
        reply_to_checklist_task_id = "reply_to_checklist_task_id",
        reply_to_poll_option_id = "reply_to_poll_option_id",
        guest_query_id = "guest_query_id",
        guest_bot_caller_user = "guest_bot_caller_user",
        guest_bot_caller_chat = "guest_bot_caller_chat",
        paid_star_count = "paid_star_count",
        suggested_post_info = "suggested_post_info",
    }
    flags {
        is_topic_message = "is_topic_message",
        has_protected_content = "has_protected_content",
        is_automatic_forward = "is_automatic_forward",
        is_from_offline = "is_from_offline",
        is_paid_post = "is_paid_post",
        show_caption_above_media = "show_caption_above_media",
        has_media_spoiler = "has_media_spoiler",
    }
    words { text: "text", "entities"; caption: "caption", "caption_entities"; }
    rest { unmodelled }
}

with_content! {
    ExternalReply, "information about the answered message of another chat", kind;
    required { origin = "origin", }
    optional {
        chat = "chat",
        message_id = "message_id",
        link_preview_options = "link_preview_options",
    }
    flags {
        has_media_spoiler = "has_media_spoiler",
    }
    rest { unmodelled }
}
