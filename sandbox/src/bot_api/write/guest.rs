//! What bots are asked as guests. <https://core.telegram.org/bots/api#message> (`guest_query_id`)

use ambigram_core::types::UserId;
use serde_json::Value;

use super::message;
use crate::world::{GuestQuery, World};

/// The message in which the bot is asked.
pub(super) fn message(world: &World, _bot: UserId, query: &GuestQuery) -> Value {
    let mut object = message::message(world, &query.message);
    if let Some(object) = object.as_object_mut() {
        object.insert("guest_query_id".to_owned(), query.id.0.to_string().into());
    }
    object
}
