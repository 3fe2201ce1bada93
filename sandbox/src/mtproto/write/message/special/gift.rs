//! Gifts. <https://core.telegram.org/api/gifts>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::{formatted, price};
use crate::mtproto::peers::peer;
use crate::mtproto::write::document::document;
use crate::mtproto::write::seconds;
use crate::world::World;
use crate::world::special::{
    Gift, GiftColors, GiftMessage, GiftOrigin, GiftPart, UniqueGift, UniqueGiftMessage,
};

/// A gift that was given; `is_upgrade` where another paid for its upgrade.
pub(super) fn given(
    world: &World,
    viewer: UserId,
    given: &GiftMessage,
    is_upgrade: bool,
) -> tl::enums::MessageAction {
    tl::types::MessageActionStarGift {
        name_hidden: given.is_private,
        saved: false,
        converted: false,
        upgraded: false,
        refunded: false,
        can_upgrade: given.can_be_upgraded,
        prepaid_upgrade: is_upgrade,
        upgrade_separate: given.is_upgrade_separate,
        auction_acquired: false,
        gift: gift(world, viewer, &given.gift, given.convert_star_count),
        message: (!given.text.is_empty()).then(|| formatted(&given.text, &given.entities)),
        convert_stars: given.convert_star_count,
        upgrade_msg_id: None,
        upgrade_stars: given.prepaid_upgrade_star_count,
        from_id: None,
        peer: None,
        saved_id: None,
        prepaid_upgrade_hash: None,
        gift_msg_id: None,
        to_id: None,
        gift_num: given.unique_gift_number,
    }
    .into()
}

/// A unique gift that was given.
pub(super) fn unique_given(
    world: &World,
    viewer: UserId,
    given: &UniqueGiftMessage,
) -> tl::enums::MessageAction {
    let origin = given.origin;
    tl::types::MessageActionStarGiftUnique {
        upgrade: matches!(origin, GiftOrigin::Upgrade | GiftOrigin::GiftedUpgrade),
        transferred: origin == GiftOrigin::Transfer,
        saved: false,
        refunded: false,
        prepaid_upgrade: origin == GiftOrigin::GiftedUpgrade,
        assigned: origin == GiftOrigin::Blockchain,
        from_offer: origin == GiftOrigin::Offer,
        craft: origin == GiftOrigin::Craft,
        name_hidden: false,
        gift: unique(world, viewer, &given.gift),
        can_export_at: None,
        transfer_stars: given.transfer_star_count,
        from_id: None,
        peer: None,
        saved_id: None,
        resale_amount: given.resale.as_ref().filter(|_| origin == GiftOrigin::Resale).map(price),
        can_transfer_at: given.next_transfer_date.map(seconds),
        can_resell_at: None,
        drop_original_details_stars: None,
        can_craft_at: None,
        message: None,
    }
    .into()
}

fn gift(world: &World, viewer: UserId, gift: &Gift, convert_stars: Option<i64>) -> tl::enums::StarGift {
    tl::types::StarGift {
        limited: gift.total_count.is_some(),
        sold_out: gift.remaining_count == Some(0),
        birthday: false,
        require_premium: gift.is_premium,
        limited_per_user: gift.personal_total_count.is_some(),
        peer_color_available: gift.has_colors,
        auction: false,
        id: gift.id,
        sticker: sticker(world, viewer, gift.sticker),
        stars: gift.star_count,
        availability_remains: gift.total_count.map(|all| gift.remaining_count.unwrap_or(all)),
        availability_total: gift.total_count,
        availability_resale: None,
        convert_stars: convert_stars.unwrap_or_default(),
        first_sale_date: None,
        last_sale_date: None,
        upgrade_stars: gift.upgrade_star_count,
        resell_min_stars: None,
        title: None,
        released_by: gift.publisher_chat.map(peer),
        per_user_total: gift.personal_total_count,
        per_user_remains: gift.personal_total_count.map(|all| gift.personal_remaining_count.unwrap_or(all)),
        locked_until_date: None,
        auction_slug: None,
        gifts_per_round: None,
        auction_start_date: None,
        upgrade_variants: gift.unique_gift_variant_count,
        background: gift.background.map(|background| {
            tl::types::StarGiftBackground {
                center_color: background.center_color,
                edge_color: background.edge_color,
                text_color: background.text_color,
            }
            .into()
        }),
    }
    .into()
}

fn unique(world: &World, viewer: UserId, gift: &UniqueGift) -> tl::enums::StarGift {
    let [center_color, edge_color, pattern_color, text_color] = gift.backdrop_colors;
    let attributes = vec![
        tl::types::StarGiftAttributeModel {
            crafted: false,
            name: gift.model.name.clone(),
            document: sticker(world, viewer, gift.model.sticker),
            rarity: rarity(&gift.model),
        }
        .into(),
        tl::types::StarGiftAttributePattern {
            name: gift.symbol.name.clone(),
            document: sticker(world, viewer, gift.symbol.sticker),
            rarity: rarity(&gift.symbol),
        }
        .into(),
        tl::types::StarGiftAttributeBackdrop {
            name: gift.backdrop.name.clone(),
            backdrop_id: 1,
            center_color,
            edge_color,
            pattern_color,
            text_color,
            rarity: rarity(&gift.backdrop),
        }
        .into(),
    ];
    tl::types::StarGiftUnique {
        require_premium: gift.is_premium,
        resale_ton_only: false,
        theme_available: false,
        burned: gift.is_burned,
        crafted: false,
        id: gift.gift_id.wrapping_add(gift.number.into()),
        gift_id: gift.gift_id,
        title: gift.base_name.clone(),
        slug: gift.name.clone(),
        num: gift.number,
        owner_id: None,
        owner_name: None,
        owner_address: None,
        attributes,
        availability_issued: gift.number,
        availability_total: gift.number,
        gift_address: gift.is_from_blockchain.then(|| format!("{}-address", gift.name)),
        resell_amount: None,
        released_by: gift.publisher_chat.map(peer),
        value_amount: None,
        value_currency: None,
        value_usd_amount: None,
        theme_peer: None,
        peer_color: gift.colors.as_ref().map(colors),
        host_id: None,
        offer_min_stars: None,
        craft_chance_permille: None,
    }
    .into()
}

fn rarity(part: &GiftPart) -> tl::enums::StarGiftAttributeRarity {
    tl::types::StarGiftAttributeRarity { permille: part.rarity_per_mille }.into()
}

fn colors(colors: &GiftColors) -> tl::enums::PeerColor {
    tl::types::PeerColorCollectible {
        collectible_id: 1,
        gift_emoji_id: colors.model_custom_emoji_id,
        background_emoji_id: colors.symbol_custom_emoji_id,
        accent_color: colors.light_theme_main_color,
        colors: colors.light_theme_other_colors.clone(),
        dark_accent_color: Some(colors.dark_theme_main_color),
        dark_colors: Some(colors.dark_theme_other_colors.clone()),
    }
    .into()
}

fn sticker(world: &World, viewer: UserId, id: i64) -> tl::enums::Document {
    match world.document(id) {
        Some(given) => document(world, viewer, given),
        None => tl::types::DocumentEmpty { id }.into(),
    }
}
