//! Gifts: those that are bought, and the unique ones that they become.

mod regular;
mod unique;

pub use regular::{AcceptedGiftTypes, Gift, GiftBackground, GiftInfo, Gifts};
pub use unique::{
    UniqueGift, UniqueGiftBackdrop, UniqueGiftBackdropColors, UniqueGiftColors, UniqueGiftInfo,
    UniqueGiftModel, UniqueGiftOrigin, UniqueGiftRarity, UniqueGiftSymbol,
};
