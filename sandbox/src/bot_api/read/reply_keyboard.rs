//! Keyboards that take the place of the user's own: looked over here, shown by no one.
//! <https://core.telegram.org/bots/api#replykeyboardmarkup>

use serde_json::Value;

use super::fields::{Fields, Reason};
use super::keyboard::check_look;

/// Looks over `keyboard`; tells whether there are any rows in it.
pub(super) fn read(fields: Fields<'_>) -> Result<bool, Reason> {
    let rows = fields.array("keyboard")?;
    for row in rows {
        let row = row.as_array().ok_or("Field \"keyboard\" must be an Array of Arrays")?;
        for button in row {
            check_button(button).map_err(|reason| format!("Can't parse keyboard button: {reason}"))?;
        }
    }
    Ok(!rows.is_empty())
}

fn check_button(value: &Value) -> Result<(), Reason> {
    if value.is_string() {
        return Ok(());
    }
    let fields = Fields::of(value).ok_or("KeyboardButton must be a String or an Object")?;
    fields.required_text("text")?;
    check_look(fields)?;
    for name in ["request_phone_number", "request_contact", "request_location"] {
        if fields.flag(name)? {
            return Ok(());
        }
    }
    if fields.has("request_poll") {
        return fields.required_object("request_poll").map(drop);
    }
    if fields.has("web_app") {
        return fields.required_object("web_app")?.required_text("url").map(drop);
    }
    for name in ["request_users", "request_user", "request_chat", "request_managed_bot"] {
        if fields.has(name) {
            return fields.required_object(name)?.required_integer("request_id").map(drop);
        }
    }
    Ok(())
}
