//! Pressing buttons, and what comes of it.

use ambigram_core::types::{Button, ButtonKind, ChatId, InlineKeyboard, UserId};
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::waiting::within;
use super::{Here, Reply, Shown, chat, user};
use crate::world::{CallbackQuery, MessageView, QueryId, World};

pub(super) async fn press(
    State(control): Here,
    Path((who, place)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["message", "label", "data", "row", "column"])?;
    let wanted = Wanted::read(&input)?;
    let message = input.message_id("message")?;
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let pressable = match message {
            Some(id) => {
                let view = world.message_as_seen_by(user, chat, id);
                let view = view.ok_or_else(|| Error::missing("a message of this chat", id.0))?;
                wanted.find(&view).map(|data| (view.id, data))
            }
            None => {
                let mut latest_first = world.history(user, chat).into_iter().rev();
                latest_first.find_map(|view| wanted.find(&view).map(|data| (view.id, data)))
            }
        };
        let (id, data) =
            pressable.ok_or_else(|| Error::missing(wanted.describe(), labels(world, user, chat)))?;
        let query = match &data {
            Some(data) => world.press(user, chat, id, data)?,
            None => world.press_game(user, chat, id)?,
        };
        Ok(Reply::created(json!({ "query": query.0.to_string(), "message_id": id.0, "data": data })))
    })
}

pub(super) async fn list(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let user = user(world, &who)?;
        let presses: Value = world.presses_by(user).map(press_object).collect();
        Ok(json!({ "presses": presses }).into())
    })
}

/// A press and its answer; with a time-out, waits for the answer.
pub(super) async fn show(
    State(control): Here,
    Path((who, query)): Path<(String, String)>,
    input: Input,
) -> Shown {
    input.only(&["timeout"])?;
    let id = query
        .parse()
        .map(QueryId)
        .map_err(|_| Error::input("query", "the number of a press", query.as_str()))?;
    let find = |world: &World| {
        let user = user(world, &who)?;
        let press = world.callback_query(id).filter(|press| press.from == user).cloned();
        press.ok_or_else(|| Error::missing("a press of this user", query.as_str()))
    };
    let press = control.world.read(find)?;
    if press.answer.is_some() || !input.has("timeout") {
        return Ok(press_object(&press).into());
    }
    let answered = |world: &World| find(world).ok().filter(|press| press.answer.is_some());
    match within(&control, input.seconds("timeout", 0.0)?, answered).await? {
        Some(press) => Ok(press_object(&press).into()),
        None => Err(Error::timed_out("an answer to the press", press_object(&press))),
    }
}

fn press_object(press: &impl std::ops::Deref<Target = CallbackQuery>) -> Value {
    let answer = press.answer.as_ref().map(|answer| {
        json!({
            "text": answer.text,
            "show_alert": answer.show_alert,
            "url": answer.url,
            "cache_time": answer.cache_time,
        })
    });
    json!({
        "query": press.id.0.to_string(),
        "bot": press.bot.0,
        "data": press.data,
        "date": press.date,
        "answer": answer,
    })
}

/// Which button is to be pressed.
enum Wanted {
    Label(String),
    Data(String),
    At { row: usize, column: usize },
}

impl Wanted {
    fn read(input: &Input) -> Result<Self, Error> {
        let place = (input.position("row")?, input.position("column")?);
        match (input.text("label")?, input.text("data")?, place) {
            (Some(label), None, (None, None)) => Ok(Self::Label(label)),
            (None, Some(data), (None, None)) => Ok(Self::Data(data)),
            (None, None, (Some(row), column)) => Ok(Self::At { row, column: column.unwrap_or_default() }),
            _ => Err(Error::input("label", "one of label, data, or row and column", Value::Null)),
        }
    }

    /// The data of the button, where the message has it; nothing in it where the button starts a game.
    fn find(&self, view: &MessageView) -> Option<Option<String>> {
        let keyboard = view.message.keyboard.as_ref()?;
        let button = match self {
            Self::Label(label) => keyboard.buttons().find(|button| button.text == *label),
            Self::Data(wanted) => keyboard.buttons().find(|button| data(button) == Some(wanted)),
            Self::At { row, column } => keyboard.rows.get(*row)?.get(*column),
        };
        let button = button?;
        match &button.kind {
            ButtonKind::CallbackGame => Some(None),
            _ => data(button).map(|data| Some(data.to_owned())),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Label(label) => format!("a message with a callback button labelled `{label}`"),
            Self::Data(data) => format!("a message with a callback button that carries `{data}`"),
            Self::At { row, column } => {
                format!("a message with a callback button in row {row}, column {column}")
            }
        }
    }
}

fn data(button: &Button) -> Option<&str> {
    match &button.kind {
        ButtonKind::Callback(data) => Some(data.as_str()),
        _ => None,
    }
}

/// The buttons that are there instead: the labels of the latest message that has any.
fn labels(world: &World, user: UserId, chat: ChatId) -> Value {
    let history = world.history(user, chat);
    let keyboard = history.iter().rev().find_map(|view| view.message.keyboard.as_ref());
    keyboard.into_iter().flat_map(InlineKeyboard::buttons).map(|button| button.text.as_str()).collect()
}
