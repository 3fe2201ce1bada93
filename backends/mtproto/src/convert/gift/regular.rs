//! Gifts that are no others' like.

use ambigram_core::types::{Gift, GiftBackground, GiftInfo};
use grammers_tl_types::{enums, types};

use crate::convert::document::sticker;
use crate::convert::entity::formatted;
use crate::convert::peer::chat_id;
use crate::convert::{Known, given};

/// A gift; `None` for a unique one, and for one whose sticker is gone.
pub(crate) fn gift(gift: &enums::StarGift, known: &Known) -> Option<Gift> {
    let enums::StarGift::Gift(gift) = gift else { return None };
    let limits = |total: Option<i32>, left: Option<i32>| {
        given::some(total).map_or((None, None), |total| (Some(total), left.map(given::count)))
    };
    let (total_count, remaining_count) = limits(gift.availability_total, gift.availability_remains);
    let (personal_total_count, personal_remaining_count) = limits(gift.per_user_total, gift.per_user_remains);
    Some(Gift {
        upgrade_star_count: given::amount(gift.upgrade_stars),
        total_count,
        remaining_count,
        personal_total_count,
        personal_remaining_count,
        background: gift.background.as_ref().map(|enums::StarGiftBackground::Background(background)| {
            GiftBackground::new(
                given::count(background.center_color),
                given::count(background.edge_color),
                given::count(background.text_color),
            )
        }),
        unique_gift_variant_count: given::some(gift.upgrade_variants),
        publisher_chat: gift.released_by.as_ref().map(|by| Box::new(known.chat(chat_id(by)))),
        is_premium: gift.require_premium,
        has_colors: gift.peer_color_available,
        ..Gift::new(gift.id.to_string(), sticker(&gift.sticker, known)?, gift.stars)
    })
}

/// A gift that somebody made to this account. <https://core.telegram.org/bots/api#giftinfo>
pub(in crate::convert) fn info(
    message_id: i32,
    given_gift: &types::MessageActionStarGift,
    known: &Known,
) -> Option<GiftInfo> {
    let text = given_gift.message.as_ref().map(|text| formatted(text, known)).unwrap_or_default();
    Some(GiftInfo {
        owned_gift_id: super::unique::owned(message_id, given_gift.peer.as_ref(), given_gift.saved_id),
        convert_star_count: given::amount(given_gift.convert_stars),
        prepaid_upgrade_star_count: given::amount(given_gift.upgrade_stars),
        text: given::text(&text.text),
        unique_gift_number: given::some(given_gift.gift_num),
        entities: text.entities,
        is_upgrade_separate: given_gift.upgrade_separate,
        can_be_upgraded: given_gift.can_upgrade,
        is_private: given_gift.name_hidden,
        ..GiftInfo::new(gift(&given_gift.gift, known)?)
    })
}
