//! What users ask bots for in the middle of a chat and send of it; Web Apps, guests, business accounts, picks.

use ambigram_core::types::{ChatId, ThreadId};
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::speaking::message_id;
use super::waiting::within;
use super::{Here, Reply, Shown, account, bot, chat, seen, special, user};
use crate::bot_api::write;
use crate::world::inline::{AnswerButton, Choice, InlineAnswer, InlineResult, NewInlineQuery};
use crate::world::{BusinessRights, QueryId, ReplyTo, World};

/// Asks a bot for something.
pub(super) async fn ask(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["bot", "query", "offset", "latitude", "longitude"])?;
    let asked = input.required_name("bot")?;
    let (latitude, longitude) = (degrees(&input, "latitude")?, degrees(&input, "longitude")?);
    let new = NewInlineQuery {
        text: input.text("query")?.unwrap_or_default(),
        offset: input.text("offset")?.unwrap_or_default(),
        location: latitude.zip(longitude),
    };
    control.world.write(|world| {
        let (user, chat, bot) = (user(world, &who)?, chat(world, &place)?, account(world, &asked)?);
        let query = world.ask_inline(user, chat, bot, new)?;
        Ok(Reply::created(json!({ "query": query.0.to_string() })))
    })
}

/// What the bot offers; with a time-out, waits for it.
pub(super) async fn show(
    State(control): Here,
    Path((who, query)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["timeout"])?;
    let id = query_id(&query)?;
    let find = |world: &World| {
        let user = user(world, &who)?;
        let asked = world.inline_query(id).filter(|asked| asked.from == user);
        asked.cloned().ok_or_else(|| Error::missing("what this user asked", query.as_str()))
    };
    let asked = control.world.read(find)?;
    let answered = |world: &World| find(world).ok()?.answer.clone();
    if let Some(answer) = &asked.answer {
        return Ok(offers(answer).into());
    }
    match within(&control, input.seconds("timeout", 0.0)?, answered).await? {
        Some(answer) => Ok(offers(&answer).into()),
        None => Err(Error::timed_out("an answer of the bot's", asked.text.as_str())),
    }
}

/// Sends something that the bot offered.
pub(super) async fn choose(
    State(control): Here,
    Path((who, place, query)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&["result", "reply_to", "thread", "is_silent"])?;
    let id = query_id(&query)?;
    let choice = Choice {
        result: input.required_text("result")?,
        thread: input.message_id("thread")?.map(|id| ThreadId(id.0)),
        reply_to: input.message_id("reply_to")?.map(ReplyTo::from),
        is_silent: input.flag("is_silent")?,
    };
    let offered = control
        .world
        .read(|world| Ok::<_, Error>(world.offered(user(world, &who)?, id, &choice.result)?.1))?;
    let fetched = offered.fetch(&control.world)?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let sent = world.choose(user, chat, id, choice, fetched)?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

/// Opens a bot's Web App in a chat.
pub(super) async fn open_web_app(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["bot"])?;
    let opened = input.required_name("bot")?;
    control.world.write(|world| {
        let (user, chat, bot) = (user(world, &who)?, chat(world, &place)?, account(world, &opened)?);
        let query = world.open_web_app(user, chat, bot)?;
        Ok(Reply::created(json!({ "query": query })))
    })
}

/// Asks a bot as a guest, by a message that is there.
pub(super) async fn ask_guest(
    State(control): Here,
    Path((who, place, id)): Path<(String, String, String)>,
    input: Input,
) -> Shown {
    input.only(&["bot"])?;
    let asked = input.required_name("bot")?;
    let id = message_id(&id)?;
    control.world.write(|world| {
        let (user, chat, bot) = (user(world, &who)?, chat(world, &place)?, account(world, &asked)?);
        let view = world.message_as_seen_by(user, chat, id);
        let view = view.ok_or_else(|| Error::missing("a message of this chat", id.0))?;
        let query = world.ask_guest(bot, &view)?;
        Ok(Reply::created(json!({ "query": query.0.to_string() })))
    })
}

/// Connects a bot to a user's business account, with these rights.
pub(super) async fn connect(
    State(control): Here,
    Path((who, name)): Path<(String, String)>,
    input: Input,
) -> Shown {
    let rights = Value::from(input.into_fields());
    control.world.write(|world| {
        let rights: BusinessRights = special::read(world, "rights", rights)?;
        let (user, bot) = (user(world, &who)?, bot(world, &name)?);
        let connection = world.connect_business(user, bot, Some(rights))?;
        Ok(write::business::connection(world, &connection).into())
    })
}

/// Disconnects it.
pub(super) async fn disconnect(
    State(control): Here,
    Path((who, name)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let (user, bot) = (user(world, &who)?, bot(world, &name)?);
        let connection = world.connect_business(user, bot, None)?;
        Ok(write::business::connection(world, &connection).into())
    })
}

/// Picks users or a chat by a button.
pub(super) async fn pick(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["message", "button", "picked"])?;
    let message = input.message_id("message")?;
    let message = message.ok_or_else(|| Error::input("message", "a message id", Value::Null))?;
    let button = input.integer("button")?.and_then(|button| i32::try_from(button).ok());
    let button = button.ok_or_else(|| Error::input("button", "the request_id of a button", Value::Null))?;
    let picked = input.value("picked").and_then(Value::as_array).cloned().unwrap_or_default();
    control.world.write(|world| {
        let (user, place) = (user(world, &who)?, chat(world, &place)?);
        let id = |name: &Value| match name {
            Value::String(name) => chat(world, name),
            other => other
                .as_i64()
                .map(ChatId)
                .ok_or_else(|| Error::input("picked", "ids and @usernames", other.clone())),
        };
        let picked = picked.iter().map(id).collect::<Result<Vec<_>, _>>()?;
        let sent = world.pick(user, place, message, button, &picked)?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

/// Tells a bot that one which it manages was made, or changed.
pub(super) async fn manage(
    State(control): Here,
    Path((who, name)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["manager"])?;
    let manager = input.required_name("manager")?;
    control.world.write(|world| {
        let (user, bot, manager) = (user(world, &who)?, bot(world, &name)?, account(world, &manager)?);
        world.tell_managed(user, manager, bot)?;
        Ok(Reply::done())
    })
}

fn query_id(text: &str) -> Result<QueryId, Error> {
    text.parse().map(QueryId).map_err(|_| Error::input("query", "the number of a question", text))
}

fn degrees(input: &Input, name: &str) -> Result<Option<f64>, Error> {
    let Some(value) = input.value(name) else { return Ok(None) };
    let number = match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_f64(),
    };
    number.map(Some).ok_or_else(|| Error::input(name, "a number of degrees", value.clone()))
}

fn offers(answer: &InlineAnswer) -> Value {
    let button = match &answer.button {
        Some(AnswerButton::Start { text, parameter }) => {
            json!({ "text": text, "start_parameter": parameter })
        }
        Some(AnswerButton::WebApp { text, url }) => json!({ "text": text, "web_app": { "url": url } }),
        None => Value::Null,
    };
    json!({
        "results": answer.results.iter().map(offer).collect::<Value>(),
        "next_offset": answer.next_offset,
        "cache_time": answer.cache_time,
        "is_personal": answer.is_personal,
        "button": button,
    })
}

fn offer(result: &InlineResult) -> Value {
    json!({
        "id": result.id,
        "type": result.kind.name(),
        "title": result.title,
        "description": result.description,
        "url": result.url,
    })
}
