//! Messages as a person's app shows them.

use serde_json::{Map, Value, json};

use crate::bot_api::write;
use crate::rules::app_keyboard::{AppKeyboard, Asked, Deed};
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
            let rows: Value = rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|button| self::button(&button.text, button.asks_for.as_ref()))
                        .collect::<Value>()
                })
                .collect();
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

fn button(text: &str, asks_for: Option<&Asked>) -> Value {
    match asks_for {
        None => json!({ "text": text }),
        Some(Asked::PhoneNumber) => json!({ "text": text, "request_contact": true }),
        Some(Asked::Location) => json!({ "text": text, "request_location": true }),
        Some(Asked::Poll) => json!({ "text": text, "request_poll": {} }),
        Some(Asked::WebApp(url)) => json!({ "text": text, "web_app": { "url": url } }),
        Some(Asked::Users(id)) => json!({ "text": text, "request_users": { "request_id": id } }),
        Some(Asked::Chat(id)) => json!({ "text": text, "request_chat": { "request_id": id } }),
        Some(Asked::ManagedBot(id)) => json!({ "text": text, "request_managed_bot": { "request_id": id } }),
    }
}
