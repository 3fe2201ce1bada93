//! What a bot does to the keyboard of its reader's app. <https://core.telegram.org/bots/api#replykeyboardmarkup>

use serde_json::Value;

use super::fields::{Fields, Reason};
use super::look;
use crate::rules::app_keyboard::{AppButton, Asked};

/// Reads `keyboard`; without rows there is none.
pub(super) fn read_rows(fields: Fields<'_>) -> Result<Vec<Vec<AppButton>>, Reason> {
    let mut rows = Vec::new();
    for row in fields.array("keyboard")? {
        let row = row.as_array().ok_or("Field \"keyboard\" must be an Array of Arrays")?;
        let buttons = row.iter().map(|button| {
            read_button(button).map_err(|reason| format!("Can't parse keyboard button: {reason}"))
        });
        rows.push(buttons.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(rows)
}

fn read_button(value: &Value) -> Result<AppButton, Reason> {
    if let Some(text) = value.as_str() {
        return Ok(AppButton { text: text.to_owned(), asks_for: None });
    }
    let fields = Fields::of(value).ok_or("KeyboardButton must be a String or an Object")?;
    let text = fields.required_text("text")?;
    look::read(fields)?;
    Ok(AppButton { text, asks_for: read_asked(fields)? })
}

/// What a button asks for: where several things are given, the first in Telegram's order counts.
fn read_asked(fields: Fields<'_>) -> Result<Option<Asked>, Reason> {
    if fields.flag("request_phone_number")? | fields.flag("request_contact")? {
        return Ok(Some(Asked::PhoneNumber));
    }
    if fields.flag("request_location")? {
        return Ok(Some(Asked::Location));
    }
    if fields.has("request_poll") {
        fields.required_object("request_poll")?;
        return Ok(Some(Asked::Poll));
    }
    if fields.has("web_app") {
        return Ok(Some(Asked::WebApp(fields.required_object("web_app")?.required_text("url")?)));
    }
    type Ask = fn(i32) -> Asked;
    let asked: [(&str, Ask); 4] = [
        ("request_users", Asked::Users),
        ("request_user", Asked::Users),
        ("request_chat", Asked::Chat),
        ("request_managed_bot", Asked::ManagedBot),
    ];
    for (name, ask) in asked {
        if fields.has(name) {
            return Ok(Some(ask(fields.required_object(name)?.required_integer("request_id")?)));
        }
    }
    Ok(None)
}
