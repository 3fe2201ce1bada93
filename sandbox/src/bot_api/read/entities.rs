//! Entities that a bot gives beside its text. <https://core.telegram.org/bots/api#messageentity>

use ambigram_core::types::{CustomEmojiId, EntityKind, MessageEntity, User};
use serde_json::Value;

use super::fields::{Fields, Reason};

/// Reads an array of entities. Kinds that Telegram finds in the text by itself are passed over, and so is
/// everything where no array came.
pub(crate) fn read(value: &Value) -> Result<Vec<MessageEntity>, Reason> {
    let mut entities = Vec::new();
    for value in value.as_array().map(Vec::as_slice).unwrap_or_default() {
        match read_one(value) {
            Ok(Some(entity)) => entities.push(entity),
            Ok(None) => {}
            Err(reason) => return Err(format!("Can't parse MessageEntity: {reason}")),
        }
    }
    Ok(entities)
}

fn read_one(value: &Value) -> Result<Option<MessageEntity>, Reason> {
    let fields = Fields::of(value).ok_or("expected an Object")?;
    let offset = fields.required_integer("offset")?;
    let length = fields.required_integer("length")?;
    let Some(kind) = read_kind(fields)? else { return Ok(None) };
    match (u32::try_from(offset), u32::try_from(length)) {
        (Ok(offset), Ok(length)) => Ok(Some(MessageEntity::new(offset, length, kind))),
        _ => Err(format!("Receive an entity with incorrect offset {offset} and length {length}")),
    }
}

fn read_kind(fields: Fields<'_>) -> Result<Option<EntityKind>, Reason> {
    Ok(Some(match fields.required_text("type")?.as_str() {
        "" => return Err("Type is not specified".to_owned()),
        "bold" => EntityKind::Bold,
        "italic" => EntityKind::Italic,
        "underline" => EntityKind::Underline,
        "strikethrough" => EntityKind::Strikethrough,
        "spoiler" => EntityKind::Spoiler,
        "code" => EntityKind::Code,
        "pre" => EntityKind::Pre { language: Some(fields.text("language")?).filter(|name| !name.is_empty()) },
        "text_link" => EntityKind::TextLink { url: fields.required_text("url")? },
        "text_mention" => {
            let id = fields.required_object("user")?.required_long("id")?;
            // Who that is, only the world can say.
            EntityKind::TextMention { user: Box::new(User::new(id, "")) }
        }
        "custom_emoji" => EntityKind::CustomEmoji {
            custom_emoji_id: CustomEmojiId::from(fields.required_long("custom_emoji_id")?.to_string()),
        },
        "blockquote" => EntityKind::Blockquote,
        "expandable_blockquote" => EntityKind::ExpandableBlockquote,
        "date_time" => EntityKind::DateTime {
            unix_time: fields.required_integer("unix_time")?.into(),
            format: read_format(&fields.text("date_time_format")?)?,
        },
        "mention" | "hashtag" | "cashtag" | "bot_command" | "url" | "email" | "phone_number"
        | "bank_card_number" => {
            return Ok(None);
        }
        _ => return Err("Unsupported type specified".to_owned()),
    }))
}

/// Brings a format into the one order in which Telegram writes it.
fn read_format(format: &str) -> Result<Option<String>, Reason> {
    match format {
        "" => return Ok(None),
        "r" | "R" => return Ok(Some("r".to_owned())),
        _ => {}
    }
    let (mut day_of_week, mut date, mut time) = (None, None, None);
    for letter in format.chars() {
        match letter {
            'w' | 'W' => day_of_week = Some('w'),
            'd' | 'D' => date = Some(letter),
            't' | 'T' => time = Some(letter),
            _ => return Err("Invalid date-time format specified".to_owned()),
        }
    }
    Ok(Some([day_of_week, date, time].into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_telegram_finds_by_itself_is_passed_over() {
        let given = json!([{ "type": "url", "offset": 0, "length": 1 }, { "type": "bold", "offset": "1", "length": 2 }]);
        assert_eq!(read(&given), Ok(vec![MessageEntity::new(1, 2, EntityKind::Bold)]));
        assert_eq!(read(&json!({})), Ok(vec![]));
    }

    #[test]
    fn a_bad_entity_is_refused_in_telegrams_words() {
        for (entity, reason) in [
            (json!(7), "expected an Object"),
            (json!({ "offset": 0, "length": 1 }), "Can't find field \"type\""),
            (json!({ "length": 1, "type": "bold" }), "Can't find field \"offset\""),
            (json!({ "offset": 0, "length": 1, "type": "" }), "Type is not specified"),
            (json!({ "offset": 0, "length": 1, "type": "loud" }), "Unsupported type specified"),
            (json!({ "offset": 0, "length": 1, "type": "text_link" }), "Can't find field \"url\""),
            (
                json!({ "offset": 0, "length": 1, "type": "text_mention", "user": 7 }),
                "Field \"user\" must be of type Object",
            ),
            (
                json!({ "offset": 0, "length": 1, "type": "date_time", "unix_time": 1, "date_time_format": "q" }),
                "Invalid date-time format specified",
            ),
        ] {
            assert_eq!(
                read(&json!([entity])),
                Err(format!("Can't parse MessageEntity: {reason}")),
                "{entity}"
            );
        }
    }
}
