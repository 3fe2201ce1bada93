//! What a bot does to the keyboard of its reader's app. <https://core.telegram.org/bots/api#replykeyboardmarkup>

use serde_json::Value;

use super::fields::{Fields, Reason};
use super::look;
use crate::rules::AdministratorRights;
use crate::rules::app_keyboard::{
    AppButton, Asked, AskedChat, AskedDetails, AskedManagedBot, AskedUsers, PollSort,
};

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
        return Ok(AppButton::new(text, None));
    }
    let fields = Fields::of(value).ok_or("KeyboardButton must be a String or an Object")?;
    let text = fields.required_text("text")?;
    let (style, icon) = look::read(fields)?;
    Ok(AppButton { text, style, icon, asks_for: read_asked(fields)? })
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
        let sort = match fields.required_object("request_poll")?.text("type")?.as_str() {
            "quiz" => Some(PollSort::Quiz),
            "regular" => Some(PollSort::Regular),
            _ => None,
        };
        return Ok(Some(Asked::Poll(sort)));
    }
    if fields.has("web_app") {
        return Ok(Some(Asked::WebApp(fields.required_object("web_app")?.required_text("url")?)));
    }
    for name in ["request_users", "request_user"] {
        if fields.has(name) {
            return read_users(fields.required_object(name)?).map(Asked::Users).map(Some);
        }
    }
    if fields.has("request_chat") {
        let chat = read_chat(fields.required_object("request_chat")?)?;
        return Ok(Some(Asked::Chat(Box::new(chat))));
    }
    if fields.has("request_managed_bot") {
        let bot = fields.required_object("request_managed_bot")?;
        return Ok(Some(Asked::ManagedBot(AskedManagedBot {
            id: bot.required_integer("request_id")?,
            name: bot.text("suggested_name")?,
            username: bot.text("suggested_username")?,
        })));
    }
    Ok(None)
}

fn read_users(fields: Fields<'_>) -> Result<AskedUsers, Reason> {
    Ok(AskedUsers {
        id: fields.required_integer("request_id")?,
        is_bot: restriction(fields, "user_is_bot")?,
        is_premium: restriction(fields, "user_is_premium")?,
        most: fields.integer("max_quantity", 1)?,
        told: read_details(fields, "request_name")?,
    })
}

fn read_chat(fields: Fields<'_>) -> Result<AskedChat, Reason> {
    Ok(AskedChat {
        id: fields.required_integer("request_id")?,
        is_channel: fields.flag("chat_is_channel")?,
        is_forum: restriction(fields, "chat_is_forum")?,
        has_username: restriction(fields, "chat_has_username")?,
        is_created: fields.flag("chat_is_created")?,
        user_rights: read_rights(fields, "user_administrator_rights")?,
        bot_rights: read_rights(fields, "bot_administrator_rights")?,
        bot_is_member: fields.flag("bot_is_member")?,
        told: read_details(fields, "request_title")?,
    })
}

fn read_details(fields: Fields<'_>, name: &str) -> Result<AskedDetails, Reason> {
    Ok(AskedDetails {
        name: fields.flag(name)?,
        username: fields.flag("request_username")?,
        photo: fields.flag("request_photo")?,
    })
}

/// A flag that restricts only where it is given.
fn restriction(fields: Fields<'_>, name: &str) -> Result<Option<bool>, Reason> {
    Ok(fields.flag(name)?.then_some(true).or_else(|| fields.has(name).then_some(false)))
}

fn read_rights(fields: Fields<'_>, name: &str) -> Result<Option<AdministratorRights>, Reason> {
    let Some(value) = fields.value(name) else { return Ok(None) };
    let given = Fields::of(value).ok_or("ChatAdministratorRights must be an Object")?;
    let mut rights = AdministratorRights::NONE;
    for (name, _) in AdministratorRights::NONE.fields() {
        rights.set(name, given.flag(name)?);
    }
    Ok(Some(rights))
}
