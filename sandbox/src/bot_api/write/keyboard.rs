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
        ButtonKind::CallbackGame => object.put("callback_game", json!({})),
        // Bots are shown the address of a login button as if it were a plain one.
        ButtonKind::LoginUrl(login) => object.put("url", login.url.as_str()),
        ButtonKind::SwitchInlineQueryChosenChat(chosen) => {
            let mut chat = Object::new();
            chat.put("query", chosen.query.as_deref().unwrap_or_default());
            for (name, is_on) in [
                ("allow_user_chats", chosen.allow_user_chats),
                ("allow_bot_chats", chosen.allow_bot_chats),
                ("allow_group_chats", chosen.allow_group_chats),
                ("allow_channel_chats", chosen.allow_channel_chats),
            ] {
                chat.put(name, is_on);
            }
            object.put("switch_inline_query_chosen_chat", Value::from(chat));
        }
        // The fronts read no other kinds.
        _ => {}
    }
    object.into()
}
