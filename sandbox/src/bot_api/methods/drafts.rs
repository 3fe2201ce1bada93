//! Messages that are still being written. <https://core.telegram.org/bots/api#sendmessagedraft>

use ambigram_core::text::Text;
use serde_json::Value;

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::text::formatted;
use crate::bot_api::request::leading_integer;
use crate::world::Draft;

/// <https://core.telegram.org/bots/api#sendmessagedraft>
pub(super) fn send_message_draft(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let entities = serde_json::from_str(arguments.get("entities")).unwrap_or(Value::Null);
    let text: Text = formatted(arguments.get("text"), arguments.get("parse_mode"), &entities)?;
    let draft = Draft { id: leading_integer(arguments.get("draft_id")), text };
    call.world().write(|world| {
        let chat = call.chat(world)?;
        world.send_draft(call.bot, chat, call.thread(), draft)?;
        Ok(Answer::done())
    })
}
