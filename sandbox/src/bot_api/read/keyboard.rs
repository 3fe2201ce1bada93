//! Buttons: inline keyboards, reply keyboards, their removal, forced replies.
//! <https://core.telegram.org/bots/api#inlinekeyboardmarkup>

use ambigram_core::types::{Button, ButtonKind, InlineKeyboard, LoginUrl, SwitchInlineQueryChosenChat};
use serde_json::Value;

use super::fields::{Fields, Reason};
use super::look;
use super::reply_keyboard;
use crate::bot_api::request::Arguments;
use crate::rules::app_keyboard::{AppKeyboard, Deed};

/// What came in `reply_markup`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ReplyMarkup {
    /// Buttons under the message.
    Inline(InlineKeyboard),
    /// Something that is done to the keyboard of the reader's app.
    App(AppKeyboard),
}

/// Reads `reply_markup`; `None` where there is none, or nothing in it.
pub(crate) fn read(arguments: &Arguments) -> Result<Option<ReplyMarkup>, Reason> {
    let json = arguments.get("reply_markup");
    if json.is_empty() {
        return Ok(None);
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse reply keyboard markup JSON object".to_owned())?;
    of_value(&value)
}

/// Reads a markup that stands in another object.
pub(crate) fn of_value(value: &Value) -> Result<Option<ReplyMarkup>, Reason> {
    let fields = Fields::of(value).ok_or("Object expected as reply markup")?;
    let app_rows = reply_keyboard::read_rows(fields)?;
    let rows = read_rows(fields)?;
    let is_removal = fields.flag("hide_keyboard")? | fields.flag("remove_keyboard")?;
    let is_selective = fields.flag("personal_keyboard")? | fields.flag("selective")?;
    let is_forced = fields.flag("force_reply_keyboard")? | fields.flag("force_reply")?;
    let placeholder = fields.text("input_field_placeholder")?;
    let deed = if !app_rows.is_empty() {
        Deed::Show {
            rows: app_rows,
            is_resized: fields.flag("resize_keyboard")?,
            is_one_time: fields.flag("one_time_keyboard")?,
            is_persistent: fields.flag("is_persistent")?,
        }
    } else if !rows.is_empty() {
        return Ok(Some(ReplyMarkup::Inline(InlineKeyboard { rows })));
    } else if is_removal {
        Deed::Remove
    } else if is_forced {
        Deed::ForceReply
    } else {
        return Ok(None);
    };
    Ok(Some(ReplyMarkup::App(AppKeyboard { deed, is_selective, placeholder })))
}

fn read_rows(fields: Fields<'_>) -> Result<Vec<Vec<Button>>, Reason> {
    let mut rows = Vec::new();
    for row in fields.array("inline_keyboard")? {
        let row = row
            .as_array()
            .ok_or("Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")?;
        let buttons = row.iter().map(|button| {
            read_button(button).map_err(|reason| format!("Can't parse inline keyboard button: {reason}"))
        });
        rows.push(buttons.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(rows)
}

fn read_button(value: &Value) -> Result<Button, Reason> {
    let fields = Fields::of(value).ok_or("InlineKeyboardButton must be an Object")?;
    let text = fields.required_text("text")?;
    let (style, icon_custom_emoji_id) = look::read(fields)?;
    Ok(Button { style, icon_custom_emoji_id, ..Button::new(text, read_kind(fields)?) })
}

/// What a button does: where several things are given, the first in Telegram's order counts.
fn read_kind(fields: Fields<'_>) -> Result<ButtonKind, Reason> {
    let url = fields.text("url")?;
    if !url.is_empty() {
        return Ok(ButtonKind::Url(url));
    }
    let data = fields.text("callback_data")?;
    if !data.is_empty() {
        return Ok(ButtonKind::Callback(data.into()));
    }
    if fields.has("callback_game") {
        return Ok(ButtonKind::CallbackGame);
    }
    if fields.has("pay") {
        return Ok(ButtonKind::Pay);
    }
    if fields.has("switch_inline_query") {
        return Ok(ButtonKind::SwitchInlineQuery(fields.required_text("switch_inline_query")?));
    }
    if fields.has("switch_inline_query_chosen_chat") {
        let chosen = fields.required_object("switch_inline_query_chosen_chat")?;
        return Ok(ButtonKind::SwitchInlineQueryChosenChat(Box::new(SwitchInlineQueryChosenChat {
            query: Some(chosen.text("query")?),
            allow_user_chats: chosen.flag("allow_user_chats")?,
            allow_bot_chats: chosen.flag("allow_bot_chats")?,
            allow_group_chats: chosen.flag("allow_group_chats")?,
            allow_channel_chats: chosen.flag("allow_channel_chats")?,
        })));
    }
    if fields.has("switch_inline_query_current_chat") {
        let query = fields.required_text("switch_inline_query_current_chat")?;
        return Ok(ButtonKind::SwitchInlineQueryCurrentChat(query));
    }
    if fields.has("login_url") {
        let login = fields.required_object("login_url")?;
        let url = login.required_text("url")?;
        let bot = login.text("bot_username")?;
        login.flag("request_write_access")?;
        login.text("forward_text")?;
        let name = bot.strip_prefix('@').unwrap_or(&bot);
        if (!bot.is_empty() && name.is_empty())
            || !name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
        {
            return Err("LoginUrl bot username is invalid".to_owned());
        }
        return Ok(ButtonKind::LoginUrl(Box::new(LoginUrl::new(url))));
    }
    if fields.has("web_app") {
        return Ok(ButtonKind::WebApp(fields.required_object("web_app")?.required_text("url")?));
    }
    if fields.has("copy_text") {
        return Ok(ButtonKind::CopyText(fields.required_object("copy_text")?.required_text("text")?));
    }
    Err("Text buttons are unallowed in the inline keyboard".to_owned())
}
