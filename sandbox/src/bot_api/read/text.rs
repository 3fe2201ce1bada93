//! Text with its formatting, written in any of Telegram's ways.
//! <https://core.telegram.org/bots/api#formatting-options>

use ambigram_core::text::{Text, html, markdown_v2};
use serde_json::Value;

use super::entities;
use super::fields::Reason;
use crate::bot_api::request::Arguments;
use crate::rules::{limits, markdown};

/// Reads the text of a message.
pub(crate) fn read(arguments: &Arguments) -> Result<Text, Reason> {
    let text = arguments.get("text");
    if text.is_empty() {
        return Err("Message text is empty".to_owned());
    }
    // Entities that are no JSON are as good as none, on Telegram too.
    let entities = serde_json::from_str(arguments.get("entities")).unwrap_or(Value::Null);
    formatted(text, arguments.get("parse_mode"), &entities)
}

/// Reads what is written beside a file; empty where nothing is.
pub(crate) fn caption(arguments: &Arguments) -> Result<Text, Reason> {
    let entities = serde_json::from_str(arguments.get("caption_entities")).unwrap_or(Value::Null);
    formatted(arguments.get("caption"), arguments.get("parse_mode"), &entities)
}

/// A text by its parse mode or, where that is not given, by its entities.
pub(crate) fn formatted(text: &str, parse_mode: &str, entities: &Value) -> Result<Text, Reason> {
    if text.len() > limits::TEXT_PARAMETER_BYTES {
        return Err("Text is too long".to_owned());
    }
    let plain = text.is_empty() || parse_mode.is_empty() || parse_mode.eq_ignore_ascii_case("none");
    if plain {
        return Ok(Text { text: text.to_owned(), entities: entities::read(entities)? });
    }
    let cant_parse = |error: String| format!("Can't parse entities: {error}");
    match parse_mode.to_ascii_lowercase().as_str() {
        "html" => html::parse(text).map_err(|error| cant_parse(error.to_string())),
        "markdownv2" => markdown_v2::parse(text).map_err(|error| cant_parse(error.to_string())),
        "markdown" => markdown::parse(text).map_err(|error| cant_parse(error.to_string())),
        _ => Err("Unsupported parse_mode".to_owned()),
    }
}
