//! Polls. <https://core.telegram.org/bots/api#sendpoll>

use serde_json::Value;

use super::editing::inline_keyboard;
use super::sending::send;
use super::{Call, lacks};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::poll as read;
use crate::bot_api::write;
use crate::rules::ContentRefusal;
use crate::world::{NewContent, NewMessage};

/// <https://core.telegram.org/bots/api#sendpoll>
pub(super) fn send_poll(call: &Call<'_>) -> Result<Answer, Failure> {
    for name in ["media", "explanation_media"] {
        call.lacks_argument(name)?;
    }
    let poll = read::poll(&call.arguments)?;
    if has_option_media(call.arguments.get("options")) {
        return Err(lacks("media of poll options"));
    }
    send(call, |_| Ok(NewMessage::new(NewContent::Poll(Box::new(poll)))))
}

fn has_option_media(options: &str) -> bool {
    let options: Result<Value, _> = serde_json::from_str(options);
    let Ok(Value::Array(options)) = options else { return false };
    options.iter().any(|option| option.get("media").is_some())
}

/// <https://core.telegram.org/bots/api#stoppoll>
pub(super) fn stop_poll(call: &Call<'_>) -> Result<Answer, Failure> {
    let keyboard = inline_keyboard(call)?;
    call.no_business()?;
    let id = call.arguments.message_id("message_id");
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let id = id.ok_or(ContentRefusal::PollNotFound)?;
        let poll = world.stop_poll(call.bot, chat, id, keyboard)?;
        Ok(write::poll::poll(world, call.bot, &poll).into())
    })
}
