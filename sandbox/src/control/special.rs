//! What users and Telegram bring about that bots cannot.

use ambigram_core::text::Text;
use ambigram_core::types::ThreadId;
use axum::extract::{Path, State};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::error::Error;
use super::input::{Input, Name};
use super::speaking::message_id;
use super::{Here, Reply, Shown, chat, seen, user};
use crate::world::special::{Task, TasksDone};
use crate::world::{Brought, Thing, World};

/// Under these names stand accounts and chats: they may be given by their usernames.
const NAMES: [&str; 13] = [
    "bot",
    "by",
    "chat",
    "chats",
    "direct_messages_topic",
    "new_owner",
    "publisher_chat",
    "user",
    "users",
    "winners",
    "from",
    "caller",
    "new_creator",
];

/// Brings something about: a `type`, the fields of that type, and what the message tells of itself beside.
pub(super) async fn bring_about(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    let reply_to = input.message_id("reply_to")?;
    let thread = input.message_id("thread")?.map(|id| ThreadId(id.0));
    let kind = input.required_text("type")?;
    let mut fields = input.into_fields();
    fields.remove("reply_to");
    fields.remove("thread");
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let extra = fields.remove("extra").map(|extra| read(world, "extra", extra)).transpose()?;
        let thing = if kind == "text" {
            let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
            Thing::Text(Text::plain(text))
        } else {
            Thing::Special(Box::new(read(world, "type", fields.into())?))
        };
        let sent = world.bring_about(user, chat, Brought { thing, reply_to, thread, extra })?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

/// Marks tasks of a checklist, and adds others.
pub(super) async fn change_tasks(
    State(control): Here,
    Path((who, place, id)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&["done", "not_done", "add"])?;
    let id = message_id(&id)?;
    let ids = |name: &str| -> Result<Vec<i32>, Error> {
        let Some(value) = input.value(name) else { return Ok(Vec::new()) };
        serde_json::from_value(value.clone())
            .map_err(|_| Error::input(name, "an array of the numbers of tasks", value.clone()))
    };
    let marks =
        TasksDone { marked_as_done_task_ids: ids("done")?, marked_as_not_done_task_ids: ids("not_done")? };
    let added = input.value("add").cloned();
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let told = match added {
            Some(tasks) => {
                let tasks: Vec<Task> = read(world, "add", tasks)?;
                world.add_tasks(user, chat, id, tasks)?
            }
            None => world.mark_tasks(user, chat, id, marks)?,
        };
        Ok(Reply::created(seen::message(world, &told)))
    })
}

/// Reads something of which the world has a type, after names were looked up.
pub(super) fn read<T: DeserializeOwned>(world: &World, name: &str, mut value: Value) -> Result<T, Error> {
    look_up(world, &mut value, false)?;
    serde_json::from_value(value.clone()).map_err(|error| Error::input(name, error.to_string(), value))
}

/// Puts numbers in the place of usernames.
fn look_up(world: &World, value: &mut Value, is_name: bool) -> Result<(), Error> {
    match value {
        Value::String(text) if is_name => {
            Name::read(text)?;
            *value = chat(world, text)?.0.into();
        }
        Value::Array(values) => {
            for value in values {
                look_up(world, value, is_name)?;
            }
        }
        Value::Object(fields) => look_up_in(world, fields)?,
        _ => {}
    }
    Ok(())
}

fn look_up_in(world: &World, fields: &mut Map<String, Value>) -> Result<(), Error> {
    for (name, value) in fields {
        look_up(world, value, NAMES.contains(&name.as_str()))?;
    }
    Ok(())
}
