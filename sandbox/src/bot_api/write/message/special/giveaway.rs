//! Giveaways. <https://core.telegram.org/bots/api#giveaway>

use ambigram_core::types::UserId;
use serde_json::Value;

use crate::bot_api::write::chat::chat;
use crate::bot_api::write::user::user;
use crate::bot_api::write::{Object, Put};
use crate::world::World;
use crate::world::special::{Giveaway, GiveawayCompleted, GiveawayWinners};

pub(super) fn giveaway(world: &World, viewer: UserId, given: &Giveaway) -> Value {
    let mut object = Object::new();
    object.put("chats", given.chats.iter().map(|id| chat(world, viewer, *id)).collect::<Value>());
    object.put("winners_selection_date", given.winners_selection_date);
    object.put("winner_count", given.winner_count);
    object.put_true("only_new_members", given.only_new_members);
    object.put_true("has_public_winners", given.has_public_winners);
    if !given.country_codes.is_empty() {
        object.put("country_codes", given.country_codes.as_slice());
    }
    object.put_some("prize_description", given.prize_description.as_deref());
    object.put_some("premium_subscription_month_count", given.premium_subscription_month_count);
    object.put_some("prize_star_count", given.prize_star_count);
    object.into()
}

pub(super) fn winners(world: &World, viewer: UserId, over: &GiveawayWinners) -> Value {
    let some = |count: i32| Some(count).filter(|count| *count > 0);
    let mut object = Object::new();
    object.put("chat", chat(world, viewer, over.chat));
    object.put("giveaway_message_id", over.giveaway_message_id);
    object.put_some("additional_chat_count", some(over.additional_chat_count));
    object.put("winners_selection_date", over.winners_selection_date);
    object.put_true("only_new_members", over.only_new_members);
    object.put_true("was_refunded", over.was_refunded);
    object.put_some("premium_subscription_month_count", over.premium_subscription_month_count);
    object.put_some("prize_star_count", over.prize_star_count);
    object.put_some("prize_description", over.prize_description.as_deref());
    object.put("winner_count", over.winner_count);
    object.put_some("unclaimed_prize_count", some(over.unclaimed_prize_count));
    object.put("winners", over.winners.iter().map(|id| user(world, *id)).collect::<Value>());
    object.into()
}

/// `object` has the message of the giveaway.
pub(super) fn completed(mut object: Object, over: &GiveawayCompleted) -> Value {
    object.put("winner_count", over.winner_count);
    object.put_some("unclaimed_prize_count", Some(over.unclaimed_prize_count).filter(|count| *count > 0));
    object.put_true("is_star_giveaway", over.is_star_giveaway);
    object.into()
}
