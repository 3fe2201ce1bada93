//! Reactions. <https://core.telegram.org/bots/api#reactiontype>

use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::Arguments;
use crate::rules::reactions::Reaction;

/// Reads `reaction`; none where it is not given.
pub(crate) fn read(arguments: &Arguments) -> Result<Vec<Reaction>, Reason> {
    let json = arguments.get("reaction");
    if json.is_empty() {
        return Ok(Vec::new());
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse reaction types JSON object".to_owned())?;
    let values = value.as_array().ok_or("Expected an Array of ReactionType")?;
    let read = values.iter().map(reaction).collect::<Result<_, Reason>>();
    read.map_err(|reason| format!("Can't parse ReactionType: {reason}"))
}

fn reaction(value: &Value) -> Result<Reaction, Reason> {
    let fields = Fields::of(value).ok_or("expected an Object")?;
    match fields.required_text("type")?.as_str() {
        "emoji" => Ok(Reaction::emoji(&fields.required_text("emoji")?)),
        "custom_emoji" => Ok(Reaction::CustomEmoji(fields.required_long("custom_emoji_id")?)),
        _ => Err("invalid reaction type specified".to_owned()),
    }
}
