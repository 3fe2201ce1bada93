//! Changing and taking back what was said.

use ambigram_core::types::{InlineKeyboard, MessageId};
use serde_json::Value;

use super::{Call, inline, media};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::keyboard::ReplyMarkup;
use crate::bot_api::read::{keyboard, preview, text};
use crate::bot_api::request::exact_integer;
use crate::bot_api::write::message;
use crate::rules::{Refusal, limits};
use crate::world::inline::InlineId;
use crate::world::{NewCaption, NewContent, NewText, NewVersion, World};

/// <https://core.telegram.org/bots/api#editmessagetext>
pub(super) fn edit_message_text(call: &Call<'_>) -> Result<Answer, Failure> {
    call.lacks_argument("rich_message")?;
    let link_preview = preview::read(&call.arguments)?;
    let text = text::read(&call.arguments)?;
    let keyboard = inline_keyboard(call)?;
    edit(call, |_| Ok(NewVersion::Text(NewText { text, keyboard, link_preview })))
}

/// <https://core.telegram.org/bots/api#editmessagereplymarkup>
pub(super) fn edit_message_reply_markup(call: &Call<'_>) -> Result<Answer, Failure> {
    let keyboard = inline_keyboard(call)?;
    edit(call, |_| Ok(NewVersion::Keyboard(keyboard)))
}

/// <https://core.telegram.org/bots/api#editmessagecaption>
pub(super) fn edit_message_caption(call: &Call<'_>) -> Result<Answer, Failure> {
    let keyboard = inline_keyboard(call)?;
    let text = text::caption(&call.arguments)?;
    let is_above = call.arguments.flag("show_caption_above_media");
    edit(call, |_| Ok(NewVersion::Caption(NewCaption { text, is_above, keyboard })))
}

/// <https://core.telegram.org/bots/api#editmessagemedia>
pub(super) fn edit_message_media(call: &Call<'_>) -> Result<Answer, Failure> {
    let keyboard = inline_keyboard(call)?;
    let ready = media::edited(call)?;
    edit(call, |world| Ok(NewVersion::Media(NewContent::Media(ready.keep(world, call.bot)?), keyboard)))
}

/// Puts what `new` makes, once the world is held, in the place of what was there.
pub(super) fn edit(
    call: &Call<'_>,
    new: impl FnOnce(&mut World) -> Result<NewVersion, Failure>,
) -> Result<Answer, Failure> {
    let target = target(call)?;
    call.world().write(|world| match target {
        Target::Inline(id) => {
            let new = new(world)?;
            world.edit_inline(call.bot, id, new)?;
            Ok(Answer::done())
        }
        Target::Message(id) => {
            let chat = call.chat(world)?;
            let id = id.ok_or(Refusal::EditNotFound)?;
            let new = new(world)?;
            let edited = world.edit(call.bot, chat, id, new)?;
            Ok(message::without_reply(world, &edited).into())
        }
    })
}

/// <https://core.telegram.org/bots/api#deletemessage>
pub(super) fn delete_message(call: &Call<'_>) -> Result<Answer, Failure> {
    if call.arguments.get("chat_id").is_empty() {
        return Err(Failure::bad_request("Chat identifier is not specified"));
    }
    let Some(id) = call.arguments.message_id("message_id") else {
        return Err(Failure::bad_request("Message identifier is not specified"));
    };
    call.world().write(|world| delete(call, world, &[id]))
}

/// <https://core.telegram.org/bots/api#deletemessages>
pub(super) fn delete_messages(call: &Call<'_>) -> Result<Answer, Failure> {
    let ids = message_ids(call.arguments.get("message_ids"))?;
    call.world().write(|world| delete(call, world, &ids))
}

fn delete(call: &Call<'_>, world: &mut World, ids: &[MessageId]) -> Result<Answer, Failure> {
    let chat = call.chat(world)?;
    world.delete_messages(call.bot, chat, ids, true)?;
    Ok(Answer::done())
}

/// Only inline keyboards can be put under a message that is there already.
pub(super) fn inline_keyboard(call: &Call<'_>) -> Result<Option<InlineKeyboard>, Failure> {
    match keyboard::read(&call.arguments)? {
        None => Ok(None),
        Some(ReplyMarkup::Inline(keyboard)) => Ok(Some(keyboard)),
        Some(ReplyMarkup::App(_)) => Err(Refusal::InlineKeyboardExpected.into()),
    }
}

/// The message to edit.
enum Target {
    /// In the chat that `chat_id` names.
    Message(Option<MessageId>),
    /// Sent by way of the bot.
    Inline(InlineId),
}

fn target(call: &Call<'_>) -> Result<Target, Failure> {
    let message_id = call.arguments.message_id("message_id");
    if call.arguments.get("chat_id").is_empty() && message_id.is_none() {
        return match call.arguments.get("inline_message_id") {
            "" => Err(Failure::bad_request("Message identifier is not specified")),
            id => inline::named(id).map(Target::Inline),
        };
    }
    call.no_business()?;
    Ok(Target::Message(message_id))
}

/// Reads the numbers of several messages.
pub(super) fn message_ids(json: &str) -> Result<Vec<MessageId>, Failure> {
    let refuse = |reason: &str| Err(Failure::bad_request(reason));
    if json.is_empty() {
        return refuse("Message identifiers are not specified");
    }
    let Ok(value) = serde_json::from_str::<Value>(json) else {
        return refuse("Can't parse message_ids JSON object");
    };
    let Value::Array(values) = value else { return refuse("Expected an Array of message identifiers") };
    if values.len() > limits::DELETED_AT_ONCE {
        return refuse("Too many message identifiers specified");
    }
    if values.is_empty() {
        return refuse("Message identifiers are not specified");
    }
    values
        .iter()
        .map(|value| {
            let number = match value {
                Value::Number(number) => number.as_i64(),
                Value::String(text) => exact_integer(text),
                _ => return refuse_one("Message identifier must be a Number"),
            };
            match number.and_then(|number| i32::try_from(number).ok()) {
                None => refuse_one("Can't parse message identifier as a Number"),
                Some(..=0) => refuse_one("Invalid message identifier specified"),
                Some(id) => Ok(MessageId(id)),
            }
        })
        .collect()
}

fn refuse_one(reason: &str) -> Result<MessageId, Failure> {
    Err(Failure::bad_request(reason))
}
