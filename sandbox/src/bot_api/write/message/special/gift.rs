//! Gifts. <https://core.telegram.org/bots/api#giftinfo>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::sticker;
use crate::bot_api::write::chat::chat;
use crate::bot_api::write::{Object, Put, entities};
use crate::world::World;
use crate::world::special::{
    Gift, GiftColors, GiftMessage, GiftOrigin, GiftPart, UniqueGift, UniqueGiftMessage,
};

pub(super) fn message(world: &World, viewer: UserId, given: &GiftMessage) -> Value {
    let mut object = Object::new();
    object.put("gift", gift(world, viewer, &given.gift));
    object.put_some("convert_star_count", given.convert_star_count);
    object.put_some("prepaid_upgrade_star_count", given.prepaid_upgrade_star_count);
    object.put_true("can_be_upgraded", given.can_be_upgraded);
    if !given.text.is_empty() {
        object.put("text", given.text.as_str());
        if !given.entities.is_empty() {
            object.put("entities", entities(world, &given.entities));
        }
    }
    object.put_true("is_private", given.is_private);
    object.put_true("is_upgrade_separate", given.is_upgrade_separate);
    object.put_some("unique_gift_number", given.unique_gift_number);
    object.into()
}

fn gift(world: &World, viewer: UserId, gift: &Gift) -> Value {
    let mut object = Object::new();
    object.put("id", gift.id.to_string());
    object.put_some("sticker", sticker(world, viewer, gift.sticker));
    object.put("star_count", gift.star_count);
    object.put_some("upgrade_star_count", gift.upgrade_star_count);
    object.put_true("is_premium", gift.is_premium);
    object.put_true("has_colors", gift.has_colors);
    object.put_some("total_count", gift.total_count);
    object.put_some("remaining_count", gift.remaining_count);
    object.put_some("personal_total_count", gift.personal_total_count);
    object.put_some("personal_remaining_count", gift.personal_remaining_count);
    object.put_some(
        "background",
        gift.background.map(|background| {
            json!({
                "center_color": background.center_color,
                "edge_color": background.edge_color,
                "text_color": background.text_color,
            })
        }),
    );
    object.put_some("unique_gift_variant_count", gift.unique_gift_variant_count);
    object.put_some("publisher_chat", gift.publisher_chat.map(|id| chat(world, viewer, id)));
    object.into()
}

pub(super) fn unique_message(world: &World, viewer: UserId, given: &UniqueGiftMessage) -> Value {
    let mut object = Object::new();
    object.put("gift", unique(world, viewer, &given.gift));
    object.put("origin", given.origin.name());
    if let (GiftOrigin::Resale, Some(price)) = (given.origin, given.resale) {
        object.put("last_resale_currency", price.currency.name());
        object.put("last_resale_amount", price.amount);
    }
    // Beside the gift's number for its owner; of that nobody is told here.
    object.put_some("transfer_star_count", given.transfer_star_count);
    object.put_some("next_transfer_date", given.next_transfer_date);
    object.into()
}

fn unique(world: &World, viewer: UserId, gift: &UniqueGift) -> Value {
    let part = |part: &GiftPart| {
        let mut object = Object::new();
        object.put("name", part.name.as_str());
        object.put_some("sticker", sticker(world, viewer, part.sticker));
        object.put("rarity_per_mille", part.rarity_per_mille);
        Value::from(object)
    };
    let [center, edge, symbol, text] = gift.backdrop_colors;
    let backdrop = json!({
        "name": gift.backdrop.name,
        "colors": {
            "center_color": center,
            "edge_color": edge,
            "symbol_color": symbol,
            "text_color": text,
        },
        "rarity_per_mille": gift.backdrop.rarity_per_mille,
    });
    let mut object = Object::new();
    object.put("gift_id", gift.gift_id.to_string());
    object.put("base_name", gift.base_name.as_str());
    object.put("name", gift.name.as_str());
    object.put("number", gift.number);
    object.put("model", part(&gift.model));
    object.put("symbol", part(&gift.symbol));
    object.put("backdrop", backdrop);
    object.put_true("is_premium", gift.is_premium);
    object.put_true("is_burned", gift.is_burned);
    object.put_true("is_from_blockchain", gift.is_from_blockchain);
    object.put_some("colors", gift.colors.as_ref().map(colors));
    object.put_some("publisher_chat", gift.publisher_chat.map(|id| chat(world, viewer, id)));
    object.into()
}

fn colors(colors: &GiftColors) -> Value {
    json!({
        "model_custom_emoji_id": colors.model_custom_emoji_id.to_string(),
        "symbol_custom_emoji_id": colors.symbol_custom_emoji_id.to_string(),
        "light_theme_main_color": colors.light_theme_main_color,
        "light_theme_other_colors": colors.light_theme_other_colors,
        "dark_theme_main_color": colors.dark_theme_main_color,
        "dark_theme_other_colors": colors.dark_theme_other_colors,
    })
}
