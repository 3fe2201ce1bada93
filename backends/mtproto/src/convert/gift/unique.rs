//! Gifts of which there is but one.

use ambigram_core::types::{
    CustomEmojiId, DigitalCurrency, Name, UniqueGift, UniqueGiftBackdrop, UniqueGiftBackdropColors,
    UniqueGiftColors, UniqueGiftInfo, UniqueGiftModel, UniqueGiftOrigin, UniqueGiftRarity, UniqueGiftSymbol,
};
use grammers_tl_types::{enums, types};

use crate::convert::Known;
use crate::convert::document::sticker;
use crate::convert::given::count;
use crate::convert::peer::chat_id;

/// A unique gift; `None` for another, and for one of which a part is missing.
pub(crate) fn unique_gift(gift: &enums::StarGift, known: &Known) -> Option<UniqueGift> {
    let enums::StarGift::Unique(gift) = gift else { return None };
    let (mut model, mut symbol, mut backdrop) = (None, None, None);
    for attribute in &gift.attributes {
        match attribute {
            enums::StarGiftAttribute::Model(told) => model = self::model(told, known),
            enums::StarGiftAttribute::Pattern(told) => symbol = self::symbol(told, known),
            enums::StarGiftAttribute::Backdrop(told) => backdrop = Some(self::backdrop(told)),
            enums::StarGiftAttribute::OriginalDetails(_) => {}
        }
    }
    Some(UniqueGift {
        colors: gift.peer_color.as_ref().and_then(colors).map(Box::new),
        publisher_chat: gift.released_by.as_ref().map(|by| Box::new(known.chat(chat_id(by)))),
        is_premium: gift.require_premium,
        is_burned: gift.burned,
        is_from_blockchain: gift.host_id.is_some(),
        ..UniqueGift::new(
            gift.gift_id.to_string(),
            gift.title.as_str(),
            gift.slug.as_str(),
            count(gift.num),
            model?,
            symbol?,
            backdrop?,
        )
    })
}

fn model(told: &types::StarGiftAttributeModel, known: &Known) -> Option<UniqueGiftModel> {
    let (per_mille, rarity) = rarity(&told.rarity);
    let model = UniqueGiftModel::new(told.name.as_str(), sticker(&told.document, known)?, per_mille);
    Some(UniqueGiftModel { rarity, ..model })
}

fn symbol(told: &types::StarGiftAttributePattern, known: &Known) -> Option<UniqueGiftSymbol> {
    let (per_mille, _) = rarity(&told.rarity);
    Some(UniqueGiftSymbol::new(told.name.as_str(), sticker(&told.document, known)?, per_mille))
}

fn backdrop(told: &types::StarGiftAttributeBackdrop) -> UniqueGiftBackdrop {
    let (per_mille, _) = rarity(&told.rarity);
    let colors = UniqueGiftBackdropColors::new(
        count(told.center_color),
        count(told.edge_color),
        count(told.pattern_color),
        count(told.text_color),
    );
    UniqueGiftBackdrop::new(told.name.as_str(), colors, per_mille)
}

fn rarity(rarity: &enums::StarGiftAttributeRarity) -> (u32, Option<UniqueGiftRarity>) {
    use enums::StarGiftAttributeRarity as Tl;
    match rarity {
        Tl::Rarity(rarity) => (count(rarity.permille), None),
        Tl::Uncommon => (0, Some(UniqueGiftRarity::Uncommon)),
        Tl::Rare => (0, Some(UniqueGiftRarity::Rare)),
        Tl::Epic => (0, Some(UniqueGiftRarity::Epic)),
        Tl::Legendary => (0, Some(UniqueGiftRarity::Legendary)),
    }
}

/// The colours that a gift gives to its owner's name; `None` for colours of another origin.
pub(in crate::convert) fn colors(color: &enums::PeerColor) -> Option<UniqueGiftColors> {
    let enums::PeerColor::Collectible(color) = color else { return None };
    let all = |colors: &[i32]| colors.iter().copied().map(count).collect::<Vec<_>>();
    let light = all(&color.colors);
    let dark = color.dark_colors.as_deref().map_or_else(|| light.clone(), all);
    let main = count(color.accent_color);
    Some(UniqueGiftColors::new(
        CustomEmojiId::from(color.gift_emoji_id.to_string()),
        CustomEmojiId::from(color.background_emoji_id.to_string()),
        main,
        light,
        color.dark_accent_color.map_or(main, count),
        dark,
    ))
}

/// The id by which an owner names a gift: the message that brought it, or a channel's number for it.
pub(super) fn owned(message_id: i32, peer: Option<&enums::Peer>, saved_id: Option<i64>) -> Option<Name> {
    match (peer, saved_id) {
        (Some(peer), Some(saved)) => Some(format!("{}_{saved}", chat_id(peer)).into()),
        _ => (message_id > 0).then(|| message_id.to_string().into()),
    }
}

/// A unique gift that came to this account. <https://core.telegram.org/bots/api#uniquegiftinfo>
pub(in crate::convert) fn info(
    message_id: i32,
    told: &types::MessageActionStarGiftUnique,
    known: &Known,
) -> Option<UniqueGiftInfo> {
    let origin = match &told.resale_amount {
        _ if told.from_offer => UniqueGiftOrigin::Offer,
        Some(_) => UniqueGiftOrigin::Resale,
        None if told.prepaid_upgrade => UniqueGiftOrigin::GiftedUpgrade,
        None if told.upgrade => UniqueGiftOrigin::Upgrade,
        None => UniqueGiftOrigin::Transfer,
    };
    let mut info = UniqueGiftInfo::new(unique_gift(&told.gift, known)?, origin.clone());
    if origin == UniqueGiftOrigin::Resale {
        (info.last_resale_currency, info.last_resale_amount) = match &told.resale_amount {
            Some(enums::StarsAmount::Amount(stars)) => (Some(DigitalCurrency::Stars), Some(stars.amount)),
            Some(enums::StarsAmount::StarsTonAmount(ton)) => {
                (Some(DigitalCurrency::Toncoin), Some(ton.amount))
            }
            None => (None, None),
        };
    }
    info.owned_gift_id = owned(message_id, told.peer.as_ref(), told.saved_id);
    if info.owned_gift_id.is_some() {
        info.transfer_star_count = told.transfer_stars;
        info.next_transfer_date =
            told.can_transfer_at.filter(|date| told.transfer_stars.is_some() && *date > 0).map(Into::into);
    }
    Some(info)
}
