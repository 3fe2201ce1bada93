//! What a new message answers. <https://core.telegram.org/bots/api#replyparameters>

use ambigram_core::text::Text;
use ambigram_core::types::MessageId;
use serde_json::Value;

use super::fields::{Fields, Reason};
use super::text;
use crate::bot_api::request::Arguments;

/// The message that is answered, and how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReplyParameters {
    /// Its number.
    pub(crate) message_id: MessageId,
    /// Its chat as the bot wrote it; empty for the chat of the answer.
    pub(crate) chat: String,
    /// Whether the answer is sent even where that message is gone.
    pub(crate) allow_sending_without_reply: bool,
    /// The part of it that is quoted; its text is empty where none is.
    pub(crate) quote: Text,
    /// Where the quoted part starts, in UTF-16 units.
    pub(crate) quote_position: i32,
}

/// Reads `reply_parameters`, or what stood there before it; `None` where nothing is answered.
pub(crate) fn read(arguments: &Arguments) -> Result<Option<ReplyParameters>, Reason> {
    let Some(json) = arguments.find("reply_parameters") else {
        let message = arguments.message_id("reply_to_message_id");
        return Ok(message.map(|message_id| ReplyParameters {
            message_id,
            chat: String::new(),
            allow_sending_without_reply: arguments.flag("allow_sending_without_reply"),
            quote: Text::default(),
            quote_position: 0,
        }));
    };
    if json.is_empty() {
        return Ok(None);
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse reply parameters JSON object".to_owned())?;
    let fields = Fields::of(&value).ok_or("Object expected as reply parameters")?;
    if fields.is_empty() {
        return Ok(None);
    }
    let chat = fields.text("chat_id")?;
    let message_id = fields.required_integer("message_id")?;
    let allow_sending_without_reply = fields.flag("allow_sending_without_reply")?;
    let quote = text::formatted(
        &fields.text("quote")?,
        &fields.text("quote_parse_mode")?,
        fields.value("quote_entities").unwrap_or(&Value::Null),
    )?;
    let quote_position = fields.integer("quote_position", 0)?;
    fields.integer("checklist_task_id", 0)?;
    fields.text("poll_option_id")?;
    Ok((message_id > 0).then(|| ReplyParameters {
        message_id: MessageId(message_id),
        chat,
        allow_sending_without_reply,
        quote,
        quote_position,
    }))
}
