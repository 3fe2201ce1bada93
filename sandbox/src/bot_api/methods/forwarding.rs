//! Sending messages on. <https://core.telegram.org/bots/api#forwardmessage>

use std::time::Duration;

use ambigram_core::types::MessageId;
use serde_json::{Value, json};

use super::editing::message_ids;
use super::sending::Options;
use super::{Call, resolve_chat};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::text;
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::message;
use crate::rules::Refusal;
use crate::world::{Forwarding, MessageView, NewMessage};

/// <https://core.telegram.org/bots/api#forwardmessage>
pub(super) fn forward_message(call: &Call<'_>) -> Result<Answer, Failure> {
    let from = source(call)?;
    let id = call.arguments.message_id("message_id");
    call.no_business()?;
    let options = Options::read(call)?;
    let video_start = video_start(call);
    call.world().write(|world| {
        let (from, to) = (resolve_chat(world, from)?, call.chat(world)?);
        let not_found = || Failure::bad_request("message to forward not found");
        world.reach(call.bot, from, crate::world::Access::Read)?;
        let id = id.filter(|id| world.message_as_seen_by(call.bot, from, *id).is_some());
        let forwarding =
            Forwarding { messages: vec![id.ok_or_else(not_found)?], video_start, ..options.forwarding() };
        let sent = world.forward_messages(call.bot, from, to, &forwarding, false)?;
        let sent = sent.into_iter().flatten().next().ok_or(Refusal::ForwardForbidden)?;
        Ok(message::message(world, &sent).into())
    })
}

/// <https://core.telegram.org/bots/api#copymessage>
pub(super) fn copy_message(call: &Call<'_>) -> Result<Answer, Failure> {
    let from = source(call)?;
    let id = call.arguments.message_id("message_id");
    let caption = match call.arguments.find("caption") {
        Some(_) => Some((text::caption(&call.arguments)?, call.arguments.flag("show_caption_above_media"))),
        None => None,
    };
    call.no_business()?;
    let options = Options::read(call)?;
    let video_start = video_start(call);
    call.world().write(|world| {
        let (from, to) = (resolve_chat(world, from)?, call.chat(world)?);
        let id = id.ok_or(Refusal::CopiedNotFound)?;
        let new = options.put(world, NewMessage::default())?;
        let sent = world.copy_message(call.bot, (from, id), to, new, caption, video_start)?;
        Ok(json!({ "message_id": sent.id.0 }).into())
    })
}

/// <https://core.telegram.org/bots/api#forwardmessages>
pub(super) fn forward_messages(call: &Call<'_>) -> Result<Answer, Failure> {
    several(call, Forwarding::default())
}

/// <https://core.telegram.org/bots/api#copymessages>
pub(super) fn copy_messages(call: &Call<'_>) -> Result<Answer, Failure> {
    let without_captions = call.arguments.flag("remove_caption");
    several(call, Forwarding { without_author: true, without_captions, ..Forwarding::default() })
}

fn several(call: &Call<'_>, forwarding: Forwarding) -> Result<Answer, Failure> {
    let from = source(call)?;
    let messages = message_ids(call.arguments.get("message_ids"))?;
    let forwarding = Forwarding {
        without_author: forwarding.without_author,
        without_captions: forwarding.without_captions,
        messages,
        ..Options::of_several(call)?.forwarding()
    };
    call.world().write(|world| {
        let (from, to) = (resolve_chat(world, from)?, call.chat(world)?);
        if !forwarding.messages.is_sorted_by(|one, next| one < next) {
            return Err(Failure::bad_request("Message identifiers must be in a strictly increasing order"));
        }
        let sent = world.forward_messages(call.bot, from, to, &forwarding, false)?;
        let sent: Vec<MessageView> = sent.into_iter().flatten().collect();
        if sent.is_empty() {
            return Err(Failure::bad_request("Messages can't be forwarded"));
        }
        let id = |MessageId(id): MessageId| json!({ "message_id": id });
        Ok(sent.iter().map(|sent| id(sent.id)).collect::<Value>().into())
    })
}

/// The chat that messages are taken from, as the bot wrote it.
fn source<'a>(call: &'a Call<'_>) -> Result<&'a str, Failure> {
    match call.arguments.get("from_chat_id") {
        "" => Err(Failure::bad_request("Parameter \"from_chat_id\" is required")),
        chat => Ok(chat),
    }
}

/// Where a video is to start; 0 is from its beginning.
fn video_start(call: &Call<'_>) -> Option<Duration> {
    let start = call.arguments.find("video_start_timestamp")?;
    Some(Duration::from_secs(leading_integer(start).max(0).unsigned_abs()))
}
