//! What a user does in a chat: writing, editing, deleting, starting and blocking bots.

use ambigram_core::text::Text;
use ambigram_core::types::{MessageId, ThreadId};
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Reply, Shown, account, bot, chat, media, seen, user};
use crate::bot_api::formatted;
use crate::world::{NewCaption, NewContent, NewMessage, NewText, ReplyTo};

pub(super) async fn say(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    let common = ["text", "entities", "reply_to", "quote", "thread", "is_protected"];
    input.only(&[&common, media::FIELDS.as_slice()].concat())?;
    let (text, file) = match input.has("file") {
        true => (Text::default(), Some(media::media(&input)?)),
        false => (text(&input)?, None),
    };
    let quote = input.text("quote")?;
    let thread = input.message_id("thread")?.map(|id| ThreadId(id.0));
    let is_protected = input.flag("is_protected")?;
    let reply_to = input.message_id("reply_to")?.map(|message| ReplyTo {
        quote: quote.map(|quote| (Text::plain(quote), 0)),
        ..ReplyTo::from(message)
    });
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let content = match file {
            Some(file) => media::content(world, user, file)?,
            None => NewContent::Text(text),
        };
        let new = NewMessage { thread, reply_to, is_protected, ..NewMessage::new(content) };
        let sent = world.send_message(user, chat, new)?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

pub(super) async fn start(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["parameter"])?;
    let parameter = input.text("parameter")?;
    control.world.write(|world| {
        let (user, bot) = (user(world, &who)?, bot(world, &place)?);
        let sent = world.start_bot(user, bot, parameter.as_deref())?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

pub(super) async fn edit(
    State(control): Here,
    Path((who, place, id)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&["text", "parse_mode", "entities", "caption", "caption_entities"])?;
    let id = message_id(&id)?;
    if input.has("caption") {
        let text = media::caption(&input)?;
        return control.world.write(|world| {
            let (user, chat) = (user(world, &who)?, chat(world, &place)?);
            let new = NewCaption { text, ..NewCaption::default() };
            let edited = world.edit_caption(user, chat, id, new)?;
            Ok(seen::message(world, &edited).into())
        });
    }
    let text = text(&input)?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let edited = world.edit_text(user, chat, id, NewText::from(text))?;
        Ok(seen::message(world, &edited).into())
    })
}

pub(super) async fn delete(
    State(control): Here,
    Path((who, place, id)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&["for_everyone"])?;
    let (id, for_everyone) = (message_id(&id)?, input.flag_or("for_everyone", true)?);
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        world.delete_messages(user, chat, &[id], for_everyone)?;
        Ok(Reply::done())
    })
}

pub(super) async fn block(state: Here, path: Path<(String, String)>, input: Input) -> Shown {
    set_blocked(state, path, input, true)
}

pub(super) async fn unblock(state: Here, path: Path<(String, String)>, input: Input) -> Shown {
    set_blocked(state, path, input, false)
}

fn set_blocked(
    State(control): Here,
    Path((who, other)): Path<(String, String)>,
    input: Input,
    is_blocked: bool,
) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let (user, other) = (user(world, &who)?, account(world, &Name::read(&other)?)?);
        world.set_blocked(user, other, is_blocked)?;
        Ok(Reply::done())
    })
}

/// The text with its formatting, in any of the ways that bots have.
fn text(input: &Input) -> Result<Text, Error> {
    let text = input.required_text("text")?;
    let parse_mode = input.text("parse_mode")?.unwrap_or_default();
    let entities = input.value("entities").unwrap_or(&Value::Null);
    formatted(&text, &parse_mode, entities).map_err(|reason| Error::input("text", reason, text))
}

pub(super) fn message_id(text: &str) -> Result<MessageId, Error> {
    match text.parse() {
        Ok(id @ 1..) => Ok(MessageId(id)),
        _ => Err(Error::input("message", "a message id", text)),
    }
}
