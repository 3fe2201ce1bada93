//! Inline keyboards. <https://core.telegram.org/bots/api#inlinekeyboardmarkup>

use ambigram_core::types::{Button, ButtonKind, ButtonStyle, CustomEmojiId, InlineKeyboard};
use serde_json::{Value, json};

use super::{Object, Put};

/// The buttons under a message.
pub(super) fn keyboard(keyboard: &InlineKeyboard) -> Value {
    let rows: Value = keyboard.rows.iter().map(|row| row.iter().map(button).collect::<Value>()).collect();
    json!({ "inline_keyboard": rows })
}

fn button(button: &Button) -> Value {
    let mut object = Object::new();
    object.put("text", button.text.as_str());
    object.put_some("icon_custom_emoji_id", button.icon_custom_emoji_id.as_ref().map(CustomEmojiId::as_str));
    object.put_some("style", button.style.as_ref().map(ButtonStyle::as_str));
    match &button.kind {
        ButtonKind::Callback(data) => object.put("callback_data", data.as_str()),
        ButtonKind::Url(url) => object.put("url", url.as_str()),
        ButtonKind::WebApp(url) => object.put("web_app", json!({ "url": url })),
        ButtonKind::SwitchInlineQuery(query) => object.put("switch_inline_query", query.as_str()),
        ButtonKind::SwitchInlineQueryCurrentChat(query) => {
            object.put("switch_inline_query_current_chat", query.as_str());
        }
        ButtonKind::CopyText(text) => object.put("copy_text", json!({ "text": text })),
        ButtonKind::Pay => object.put("pay", true),
        ButtonKind::Unknown(raw) => {
            let mut fields: Object = raw.read().unwrap_or_default();
            // Bots are shown the address of a login button as if it were a plain one.
            if let Some(login) = fields.remove("login_url") {
                object.put_some("url", login.get("url").cloned());
            }
            object.extend(fields);
        }
    }
    object.into()
}
