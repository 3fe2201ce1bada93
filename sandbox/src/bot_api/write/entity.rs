//! Entities. <https://core.telegram.org/bots/api#messageentity>

use ambigram_core::types::{EntityKind, MessageEntity};
use serde_json::Value;

use super::user::user;
use super::{Object, Put};
use crate::world::World;

/// The entities of a text.
pub(crate) fn entities(world: &World, entities: &[MessageEntity]) -> Value {
    entities.iter().map(|entity| write(world, entity)).collect()
}

fn write(world: &World, entity: &MessageEntity) -> Value {
    let mut object = Object::new();
    object.put("offset", entity.offset);
    object.put("length", entity.length);
    object.put("type", name(&entity.kind));
    match &entity.kind {
        EntityKind::Pre { language } => object.put_some("language", language.as_deref()),
        EntityKind::TextLink { url } => object.put("url", url.as_str()),
        EntityKind::TextMention { user: mentioned } => object.put("user", user(world, mentioned.id)),
        EntityKind::CustomEmoji { custom_emoji_id } => {
            object.put("custom_emoji_id", custom_emoji_id.as_str());
        }
        EntityKind::DateTime { unix_time, format } => {
            object.put("unix_time", *unix_time);
            object.put("date_time_format", format.as_deref().unwrap_or_default());
        }
        _ => {}
    }
    object.into()
}

/// The Bot API's name of a kind.
fn name(kind: &EntityKind) -> &str {
    match kind {
        EntityKind::Mention => "mention",
        EntityKind::Hashtag => "hashtag",
        EntityKind::Cashtag => "cashtag",
        EntityKind::BotCommand => "bot_command",
        EntityKind::Url => "url",
        EntityKind::Email => "email",
        EntityKind::PhoneNumber => "phone_number",
        EntityKind::Bold => "bold",
        EntityKind::Italic => "italic",
        EntityKind::Underline => "underline",
        EntityKind::Strikethrough => "strikethrough",
        EntityKind::Spoiler => "spoiler",
        EntityKind::Blockquote => "blockquote",
        EntityKind::ExpandableBlockquote => "expandable_blockquote",
        EntityKind::Code => "code",
        EntityKind::Pre { .. } => "pre",
        EntityKind::TextLink { .. } => "text_link",
        EntityKind::TextMention { .. } => "text_mention",
        EntityKind::CustomEmoji { .. } => "custom_emoji",
        EntityKind::DateTime { .. } => "date_time",
        // Nothing of this kind is ever read, so nothing of it is in the world.
        EntityKind::Unknown(_) => "unknown",
    }
}
