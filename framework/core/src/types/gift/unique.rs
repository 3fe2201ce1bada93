//! Unique gifts: gifts of which there is only one, made from those that are bought.
//!
//! Colours are told as `0xRRGGBB`.

use crate::types::define::{names, object};
use crate::types::{Chat, CustomEmojiId, DigitalCurrency, Name, Sticker};

object! {
    /// A gift of which there is only one. <https://core.telegram.org/bots/api#uniquegift>
    UniqueGift {
        required {
            /// The gift that it was made from.
            gift_id: Name,
            /// What the gift that it was made from is called.
            base_name: Name,
            /// Its name in addresses such as `https://t.me/nft/…` and in areas of stories.
            name: Name,
            /// Its number among those that were made from the same gift.
            number: u32,
            /// What it is.
            model: UniqueGiftModel,
            /// The pattern behind it.
            symbol: UniqueGiftSymbol,
            /// The colours behind it.
            backdrop: UniqueGiftBackdrop,
        }
        optional {
            /// The colours that its owner can give to their name and what quotes them.
            colors: Box<UniqueGiftColors>,
            /// The chat that published it.
            publisher_chat: Box<Chat>,
        }
        flags {
            /// Whether only users with Telegram Premium could buy the gift that it was made from.
            is_premium,
            /// Whether it was used up for crafting another gift.
            is_burned,
            /// Whether it lives in the TON blockchain, so that it can be neither sold nor handed on in Telegram.
            is_from_blockchain,
        }
    }
}

names! {
    /// How rare a crafted model is.
    UniqueGiftRarity {
        /// Uncommon.
        Uncommon = "uncommon",
        /// Rare.
        Rare = "rare",
        /// Epic.
        Epic = "epic",
        /// Legendary.
        Legendary = "legendary",
    }
}

object! {
    /// What a unique gift is. <https://core.telegram.org/bots/api#uniquegiftmodel>
    UniqueGiftModel {
        required {
            /// What the model is called.
            name: Name,
            /// What it looks like.
            sticker: Sticker,
            /// How many of 1000 gifts become this model; 0 for crafted ones.
            rarity_per_mille: u32,
        }
        optional {
            /// How rare it is; for crafted models only.
            rarity: UniqueGiftRarity,
        }
    }
}

object! {
    /// The pattern behind a unique gift. <https://core.telegram.org/bots/api#uniquegiftsymbol>
    UniqueGiftSymbol {
        required {
            /// What the symbol is called.
            name: Name,
            /// What it looks like.
            sticker: Sticker,
            /// How many of 1000 gifts get this symbol.
            rarity_per_mille: u32,
        }
    }
}

object! {
    /// What stands behind a unique gift. <https://core.telegram.org/bots/api#uniquegiftbackdrop>
    UniqueGiftBackdrop {
        required {
            /// What the backdrop is called.
            name: Name,
            /// Its colours.
            colors: UniqueGiftBackdropColors,
            /// How many of 1000 gifts get this backdrop.
            rarity_per_mille: u32,
        }
    }
}

object! {
    /// The colours of a backdrop. <https://core.telegram.org/bots/api#uniquegiftbackdropcolors>
    UniqueGiftBackdropColors {
        required {
            /// The colour of the middle.
            center_color: u32,
            /// The colour of the edges.
            edge_color: u32,
            /// The colour of the symbol.
            symbol_color: u32,
            /// The colour of the text.
            text_color: u32,
        }
    }
}

object! {
    /// The colours that a unique gift gives to a user's name, and to what quotes the user.
    /// <https://core.telegram.org/bots/api#uniquegiftcolors>
    UniqueGiftColors {
        required {
            /// The custom emoji of the model.
            model_custom_emoji_id: CustomEmojiId,
            /// The custom emoji of the symbol.
            symbol_custom_emoji_id: CustomEmojiId,
            /// The main colour in light themes.
            light_theme_main_color: u32,
            /// One to three more colours in light themes.
            light_theme_other_colors: Vec<u32>,
            /// The main colour in dark themes.
            dark_theme_main_color: u32,
            /// One to three more colours in dark themes.
            dark_theme_other_colors: Vec<u32>,
        }
    }
}

names! {
    /// How a unique gift came to its owner.
    UniqueGiftOrigin {
        /// The owner made it from a gift.
        Upgrade = "upgrade",
        /// Another user or channel handed it on.
        Transfer = "transfer",
        /// It was bought from another user.
        Resale = "resale",
        /// It was made from a gift, paid for by somebody else after the gift had been sent.
        GiftedUpgrade = "gifted_upgrade",
        /// It was bought or sold by an offer.
        Offer = "offer",
    }
}

object! {
    /// A unique gift that was sent or received. <https://core.telegram.org/bots/api#uniquegiftinfo>
    UniqueGiftInfo {
        required {
            /// The gift.
            gift: UniqueGift,
            /// How it came.
            origin: UniqueGiftOrigin,
        }
        optional {
            /// The currency of the price that was paid for it; for resold gifts only.
            last_resale_currency: DigitalCurrency,
            /// The price that was paid for it, in Stars or billionths of a toncoin; for resold gifts only.
            last_resale_amount: i64,
            /// The gift as its owner has it; only where a business account received it.
            owned_gift_id: Name,
            /// How many Stars it costs to hand it on; absent where the bot can't do that.
            transfer_star_count: i64,
            /// From when on it can be handed on, in seconds since 1970; where that has passed, now.
            next_transfer_date: i64,
        }
    }
}
