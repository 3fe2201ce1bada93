//! The button beside the message field. <https://core.telegram.org/bots/api#menubutton>

use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::Arguments;
use crate::world::MenuButton;

/// Reads `menu_button`.
pub(crate) fn read(arguments: &Arguments) -> Result<MenuButton, Reason> {
    let json = arguments.get("menu_button");
    if json.is_empty() {
        return Ok(MenuButton::Default);
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse menu button JSON object".to_owned())?;
    button(&value).map_err(|reason| format!("Can't parse menu button: {reason}"))
}

fn button(value: &Value) -> Result<MenuButton, Reason> {
    let fields = Fields::of(value).ok_or("MenuButton must be an Object")?;
    match fields.required_text("type")?.as_str() {
        "default" => Ok(MenuButton::Default),
        "commands" => Ok(MenuButton::Commands),
        "web_app" => {
            let text = fields.required_text("text")?;
            let url = fields.required_object("web_app")?.required_text("url")?;
            Ok(MenuButton::WebApp { text, url })
        }
        _ => Err("MenuButton has unsupported type".to_owned()),
    }
}
