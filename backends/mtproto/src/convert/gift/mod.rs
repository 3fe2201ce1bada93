//! Gifts. <https://core.telegram.org/bots/api#gift>

mod regular;
mod unique;

pub(crate) use regular::gift;
pub(super) use regular::info;
pub(super) use unique::{colors, info as unique_info};

use grammers_tl_types::enums;

use super::sticker::{StickerSetId, set_of};

/// The sticker sets that the stickers of a gift belong to.
pub(super) fn sticker_sets(gift: &enums::StarGift) -> Vec<StickerSetId> {
    match gift {
        enums::StarGift::Gift(gift) => set_of(&gift.sticker).into_iter().collect(),
        enums::StarGift::Unique(gift) => {
            let of = |attribute: &enums::StarGiftAttribute| match attribute {
                enums::StarGiftAttribute::Model(model) => set_of(&model.document),
                enums::StarGiftAttribute::Pattern(pattern) => set_of(&pattern.document),
                enums::StarGiftAttribute::Backdrop(_) | enums::StarGiftAttribute::OriginalDetails(_) => None,
            };
            gift.attributes.iter().filter_map(of).collect()
        }
    }
}
