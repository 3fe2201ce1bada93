//! Messages as a person's app shows them.

use serde_json::{Map, Value, json};

use crate::bot_api::write;
use crate::rules::AdministratorRights;
use crate::rules::app_keyboard::{AppButton, AppKeyboard, Asked, Deed, PollSort};
use crate::world::{MessageView, World};

/// The Bot API's Message and, as `reply_markup`, also what bots are not shown: what it does to the app's keyboard.
pub(super) fn message(world: &World, view: &MessageView) -> Value {
    let mut object = write::message::message(world, view);
    if let (Some(object), Some(keyboard)) = (object.as_object_mut(), &view.message.app_keyboard) {
        object.insert("reply_markup".to_owned(), app_keyboard(keyboard));
    }
    object
}

fn app_keyboard(keyboard: &AppKeyboard) -> Value {
    let mut object = match &keyboard.deed {
        Deed::Show { rows, is_persistent, is_resized, is_one_time } => {
            let rows: Value = rows.iter().map(|row| row.iter().map(button).collect::<Value>()).collect();
            let flags = [
                ("is_persistent", *is_persistent),
                ("resize_keyboard", *is_resized),
                ("one_time_keyboard", *is_one_time),
            ];
            let mut object = Map::from_iter([("keyboard".to_owned(), rows)]);
            object.extend(
                flags.into_iter().filter(|(_, flag)| *flag).map(|(name, _)| (name.to_owned(), true.into())),
            );
            object
        }
        Deed::Remove => Map::from_iter([("remove_keyboard".to_owned(), true.into())]),
        Deed::ForceReply => Map::from_iter([("force_reply".to_owned(), true.into())]),
    };
    if !keyboard.placeholder.is_empty() {
        object.insert("input_field_placeholder".to_owned(), keyboard.placeholder.as_str().into());
    }
    if keyboard.is_selective {
        object.insert("selective".to_owned(), true.into());
    }
    object.into()
}

fn button(button: &AppButton) -> Value {
    let mut object = Map::from_iter([("text".to_owned(), button.text.as_str().into())]);
    if let Some(style) = &button.style {
        object.insert("style".to_owned(), style.as_str().into());
    }
    if let Some(icon) = &button.icon {
        object.insert("icon_custom_emoji_id".to_owned(), icon.as_str().into());
    }
    if let Some(asked) = &button.asks_for {
        let (name, value) = self::asked(asked);
        object.insert(name.to_owned(), value);
    }
    object.into()
}

fn asked(asked: &Asked) -> (&'static str, Value) {
    match asked {
        Asked::PhoneNumber => ("request_contact", true.into()),
        Asked::Location => ("request_location", true.into()),
        Asked::Poll(None) => ("request_poll", json!({})),
        Asked::Poll(Some(PollSort::Quiz)) => ("request_poll", json!({ "type": "quiz" })),
        Asked::Poll(Some(PollSort::Regular)) => ("request_poll", json!({ "type": "regular" })),
        Asked::WebApp(url) => ("web_app", json!({ "url": url })),
        Asked::Users(users) => {
            let object = json!({
                "request_id": users.id,
                "user_is_bot": users.is_bot,
                "user_is_premium": users.is_premium,
                "max_quantity": (users.most != 1).then_some(users.most),
            });
            ("request_users", given(object))
        }
        Asked::Chat(chat) => {
            let rights = |rights: &AdministratorRights| {
                rights.fields().map(|(name, may)| (name.to_owned(), may.into())).collect::<Map<_, _>>()
            };
            let object = json!({
                "request_id": chat.id,
                "chat_is_channel": chat.is_channel.then_some(true),
                "chat_is_forum": chat.is_forum,
                "chat_has_username": chat.has_username,
                "chat_is_created": chat.is_created.then_some(true),
                "user_administrator_rights": chat.user_rights.as_ref().map(rights),
                "bot_administrator_rights": chat.bot_rights.as_ref().map(rights),
                "bot_is_member": chat.bot_is_member.then_some(true),
            });
            ("request_chat", given(object))
        }
        Asked::ManagedBot(bot) => {
            let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let object = json!({
                "request_id": bot.id,
                "suggested_name": text(&bot.name),
                "suggested_username": text(&bot.username),
            });
            ("request_managed_bot", given(object))
        }
    }
}

/// What was left open is not shown.
fn given(mut object: Value) -> Value {
    if let Some(object) = object.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    object
}
