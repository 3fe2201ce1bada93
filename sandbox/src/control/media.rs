//! Files that users send, alone or several together, and messages that they send on.

use ambigram_core::identity::{FileType, RemoteFile};
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, FileId, MessageId, UserId};
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::{Input, Name};
use super::{Here, Reply, Shown, chat, seen, user};
use crate::bot_api::{file_id, formatted};
use crate::world::files::ReadyFile;
use crate::world::{Forwarding, NewContent, NewMessage, ReadyMedia, World};

/// What may be said of a file.
pub(super) const FIELDS: [&str; 6] =
    ["file", "caption", "parse_mode", "caption_entities", "has_spoiler", "show_caption_above_media"];

/// Sends several files together.
pub(super) async fn group(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["files"])?;
    let given = input.value("files").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let ready = given.iter().map(|file| match file {
        Value::Object(fields) => {
            let file = Input::of_object(fields.clone());
            file.only(&FIELDS)?;
            media(&file)
        }
        other => Err(Error::input("files", "an array of objects", other.clone())),
    });
    let ready = ready.collect::<Result<Vec<_>, _>>()?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let keep = |ready: ReadyMedia| content(world, user, ready).map(NewMessage::new);
        let new = ready.into_iter().map(keep).collect::<Result<_, _>>()?;
        let sent = world.send_group(user, chat, new)?;
        let messages: Value = sent.iter().map(|sent| seen::message(world, sent)).collect();
        Ok(Reply::created(json!({ "messages": messages })))
    })
}

/// Sends messages on.
pub(super) async fn forward(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["from", "messages", "as_copy", "without_captions"])?;
    let from = input.required_name("from")?;
    let ids = input.value("messages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let id = |id: &Value| id.as_i64().and_then(|id| i32::try_from(id).ok()).map(MessageId);
    let messages = ids.iter().map(id).collect::<Option<Vec<_>>>().filter(|ids| !ids.is_empty());
    let messages = messages.ok_or_else(|| Error::input("messages", "an array of message ids", ids))?;
    let forwarding = Forwarding {
        messages,
        without_author: input.flag("as_copy")?,
        without_captions: input.flag("without_captions")?,
        ..Forwarding::default()
    };
    control.world.write(|world| {
        let (user, to) = (user(world, &who)?, chat(world, &place)?);
        let from = chat_named(world, from)?;
        let sent = world.forward_messages(user, from, to, &forwarding, true)?;
        if sent.iter().any(Option::is_none) {
            return Err(Error::missing(
                "messages to send on",
                forwarding.messages.first().map_or(0, |id| id.0),
            ));
        }
        let messages: Value = sent.iter().flatten().map(|sent| seen::message(world, sent)).collect();
        Ok(Reply::created(json!({ "messages": messages })))
    })
}

fn chat_named(world: &World, name: Name) -> Result<ChatId, Error> {
    match name {
        Name::Id(id) => chat(world, &id.to_string()),
        Name::Username(name) => chat(world, &format!("@{name}")),
    }
}

/// Reads a file that is to be sent, by the id that its sender knows it by.
pub(super) fn media(input: &Input) -> Result<ReadyMedia, Error> {
    let id = input.required_text("file")?;
    let not_one = || Error::missing("a file_id that the user was given", id.as_str());
    let kind = RemoteFile::decode(&FileId::from(id.as_str())).map_err(|_| not_one())?.kind;
    let name = file_id::read(&id, kind).map_err(|_| not_one())?;
    let file = match kind {
        FileType::Photo => ReadyFile::Photo(name),
        _ => ReadyFile::Document(name),
    };
    Ok(ReadyMedia {
        caption: caption(input)?,
        caption_above: input.flag("show_caption_above_media")?,
        has_spoiler: input.flag("has_spoiler")?,
        ..file.into()
    })
}

/// What is to be written beside a file, in any of the ways that bots have.
pub(super) fn caption(input: &Input) -> Result<Text, Error> {
    let caption = input.text("caption")?.unwrap_or_default();
    let parse_mode = input.text("parse_mode")?.unwrap_or_default();
    let entities = input.value("caption_entities").unwrap_or(&Value::Null);
    formatted(&caption, &parse_mode, entities).map_err(|reason| Error::input("caption", reason, caption))
}

/// Keeps a file that is to be sent.
pub(super) fn content(world: &mut World, user: UserId, ready: ReadyMedia) -> Result<NewContent, Error> {
    Ok(NewContent::Media(ready.keep(world, user)?))
}
