//! Users and bots. <https://core.telegram.org/bots/api#user>

use ambigram_core::types::UserId;
use serde_json::Value;

use super::{Object, Put};
use crate::world::{Account, World};

/// A user, as every object that mentions one tells of them.
pub(crate) fn user(world: &World, id: UserId) -> Value {
    match world.account(id) {
        Some(account) => account_object(account).into(),
        None => {
            let mut object = Object::new();
            object.put("id", id.0);
            object.put("is_bot", false);
            object.put("first_name", "");
            object.into()
        }
    }
}

/// The bot itself, as `getMe` tells of it.
pub(crate) fn me(account: &Account) -> Value {
    let mut object = account_object(account);
    let bot = account.bot();
    object.put("can_join_groups", bot.is_some_and(|bot| bot.can_join_groups));
    object.put("can_read_all_group_messages", bot.is_some_and(|bot| bot.can_read_all_group_messages));
    object.put("supports_inline_queries", bot.is_some_and(|bot| bot.supports_inline_queries));
    object.put("supports_guest_queries", bot.is_some_and(|bot| bot.supports_guest_queries));
    object.put("can_connect_to_business", bot.is_some_and(|bot| bot.can_connect_to_business));
    object.put("can_manage_bots", bot.is_some_and(|bot| bot.can_manage_bots));
    for name in [
        "has_main_web_app",
        "has_topics_enabled",
        "allows_users_to_create_topics",
        "supports_join_request_queries",
    ] {
        object.put(name, false);
    }
    object.into()
}

fn account_object(account: &Account) -> Object {
    let mut object = Object::new();
    object.put("id", account.id.0);
    object.put("is_bot", account.is_bot());
    object.put("first_name", account.first_name.as_str());
    object.put_some("last_name", account.last_name.as_deref());
    object.put_some("username", account.username.as_deref());
    object.put_some("language_code", account.language_code.as_deref());
    object.put_true("is_premium", account.is_premium);
    object
}
