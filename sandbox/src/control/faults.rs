//! Making a bot's requests fail.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::{Here, Reply, Shown, bot};
use crate::bot_api::Fault;

pub(super) async fn add(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["method", "code", "description", "retry_after", "times"])?;
    let retry_after = number(&input, "retry_after")?;
    let code = input.integer("code")?.unwrap_or(429);
    let status = u16::try_from(code).ok().filter(|code| (400..600).contains(code));
    let code = status.ok_or_else(|| Error::input("code", "an HTTP status, 400 to 599", code))?;
    let fault = Fault {
        method: input.text("method")?,
        code,
        description: input.text("description")?.unwrap_or_else(|| usual(code, retry_after)),
        retry_after,
        times: number(&input, "times")?.unwrap_or(1),
    };
    let id = control.world.read(|world| bot(world, &name))?;
    let shown = fault_object(&fault);
    control.bot_api.session(id).faults().add(fault);
    Ok(Reply::created(shown))
}

pub(super) async fn list(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    let id = control.world.read(|world| bot(world, &name))?;
    let faults: Value = control.bot_api.session(id).faults().list().iter().map(fault_object).collect();
    Ok(json!({ "faults": faults }).into())
}

pub(super) async fn clear(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    let id = control.world.read(|world| bot(world, &name))?;
    control.bot_api.session(id).faults().clear();
    Ok(Reply::done())
}

/// What Telegram says with a code.
fn usual(code: u16, retry_after: Option<u32>) -> String {
    let reason = StatusCode::from_u16(code).ok().and_then(|status| status.canonical_reason());
    let reason = reason.unwrap_or("Unknown Error");
    match retry_after {
        Some(seconds) => format!("{reason}: retry after {seconds}"),
        None => reason.to_owned(),
    }
}

fn number(input: &Input, name: &str) -> Result<Option<u32>, Error> {
    let Some(number) = input.integer(name)? else { return Ok(None) };
    match u32::try_from(number) {
        Ok(number @ 1..) => Ok(Some(number)),
        _ => Err(Error::input(name, "a whole number from 1", number)),
    }
}

fn fault_object(fault: &Fault) -> Value {
    json!({
        "method": fault.method,
        "code": fault.code,
        "description": fault.description,
        "retry_after": fault.retry_after,
        "times": fault.times,
    })
}
