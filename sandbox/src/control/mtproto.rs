//! What MTProto's clients need to begin with, and what is put in their way.

use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::{Here, Reply, Shown, user};
use crate::mtproto::{DC_ID, FaultEffect, MtProtoDoor, MtProtoFault, rsa};

pub(super) async fn show(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    let (front, faults) = (&control.mtproto, control.mtproto.faults());
    Ok(json!({
        "address": front.address.to_string(),
        "host": front.address.ip().to_string(),
        "port": front.address.port(),
        "dc_id": DC_ID,
        "public_key": rsa::public_key(),
        "fingerprint": format!("{:016x}", rsa::fingerprint()),
        "connections": faults.connections(),
        "door": door_name(faults.door()),
    })
    .into())
}

pub(super) async fn create_session(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    let session = control.mtproto.ready_session();
    Ok(Reply::created(json!({
        "address": session.address.to_string(),
        "host": session.address.ip().to_string(),
        "port": session.address.port(),
        "dc_id": session.dc_id,
        "auth_key": session.auth_key_hex(),
        "url": session.to_string(),
    })))
}

/// The login code that the user's other devices show.
pub(super) async fn code(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    let user = control.world.read(|world| user(world, &name))?;
    let code = control.mtproto.code(user);
    code.map(|code| json!({ "code": code }).into())
        .ok_or_else(|| Error::missing("a user who was sent a login code that is still good", name))
}

pub(super) async fn add_fault(State(control): Here, input: Input) -> Shown {
    input.only(&["method", "effect", "code", "message", "times"])?;
    let is_error = input.has("code") || input.has("message");
    let effect = match (input.text("effect")?.as_deref(), is_error) {
        (Some("cut_before"), false) => FaultEffect::CutBefore,
        (Some("cut_after"), false) => FaultEffect::CutAfter,
        (Some("ignore"), false) => FaultEffect::Ignore,
        (Some("error") | None, true) => error(&input)?,
        (other, _) => {
            let expected = "cut_before, cut_after, ignore, or an error's code and message";
            return Err(Error::input("effect", expected, other.map(str::to_owned)));
        }
    };
    let times = input.integer("times")?.unwrap_or(1);
    let times = u32::try_from(times).ok().filter(|times| *times > 0);
    let times =
        times.ok_or_else(|| Error::input("times", "a whole number from 1", input.value("times").cloned()))?;
    let fault = MtProtoFault { method: input.text("method")?, effect, times };
    let shown = fault_object(&fault);
    control.mtproto.faults().add(fault);
    Ok(Reply::created(shown))
}

pub(super) async fn list_faults(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    let faults: Value = control.mtproto.faults().list().iter().map(fault_object).collect();
    Ok(json!({ "faults": faults }).into())
}

pub(super) async fn clear_faults(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    control.mtproto.faults().clear();
    Ok(Reply::done())
}

pub(super) async fn cut(State(control): Here, input: Input) -> Shown {
    input.only(&[])?;
    control.mtproto.faults().cut_all();
    Ok(Reply::done())
}

pub(super) async fn set_door(State(control): Here, input: Input) -> Shown {
    input.only(&["state"])?;
    let state = input.required_text("state")?;
    let doors = [MtProtoDoor::Open, MtProtoDoor::Silent, MtProtoDoor::Shut];
    let door = doors.into_iter().find(|door| door_name(*door) == state);
    control
        .mtproto
        .faults()
        .set_door(door.ok_or_else(|| Error::input("state", "open, silent or shut", state))?);
    Ok(Reply::done())
}

/// Telegram's usual error where only one of its parts is given.
fn error(input: &Input) -> Result<FaultEffect, Error> {
    let message = input.text("message")?;
    let code = match (input.integer("code")?, &message) {
        (Some(code), _) => {
            let read = i32::try_from(code).ok().filter(|code| (300..600).contains(&code.abs()));
            read.ok_or_else(|| Error::input("code", "an error's code, 300 to 599", code))?
        }
        (None, Some(message)) if message.contains("_WAIT_") => 420,
        (None, _) => 400,
    };
    let message = message.unwrap_or_else(|| if code == 420 { "FLOOD_WAIT_3" } else { "INTERNAL" }.to_owned());
    Ok(FaultEffect::Error { code, message })
}

fn door_name(door: MtProtoDoor) -> &'static str {
    match door {
        MtProtoDoor::Open => "open",
        MtProtoDoor::Silent => "silent",
        MtProtoDoor::Shut => "shut",
    }
}

fn fault_object(fault: &MtProtoFault) -> Value {
    let (effect, code, message) = match &fault.effect {
        FaultEffect::CutBefore => ("cut_before", None, None),
        FaultEffect::CutAfter => ("cut_after", None, None),
        FaultEffect::Ignore => ("ignore", None, None),
        FaultEffect::Error { code, message } => ("error", Some(code), Some(message)),
    };
    json!({ "method": fault.method, "effect": effect, "code": code, "message": message, "times": fault.times })
}
