//! Gifts that are bought with Stars, and the messages that bring them.

use crate::types::define::object;
use crate::types::{Chat, MessageEntity, Name, Sticker};

object! {
    /// A gift that the bot can send. <https://core.telegram.org/bots/api#gift>
    Gift {
        required {
            /// Its id.
            id: Name,
            /// What it looks like.
            sticker: Sticker,
            /// Its price in Stars.
            star_count: i64,
        }
        optional {
            /// What it costs to make it a unique one, in Stars.
            upgrade_star_count: i64,
            /// How many there are in all, for everybody; for limited gifts only.
            total_count: u32,
            /// How many of these are left; for limited gifts only.
            remaining_count: u32,
            /// How many the bot may send in all; for limited gifts only.
            personal_total_count: u32,
            /// How many of these the bot may still send; for limited gifts only.
            personal_remaining_count: u32,
            /// The colours behind it.
            background: GiftBackground,
            /// How many different unique gifts it can become.
            unique_gift_variant_count: u32,
            /// The chat that published it.
            publisher_chat: Box<Chat>,
        }
        flags {
            /// Whether only users with Telegram Premium can buy it.
            is_premium,
            /// Whether, once it is unique, it can colour the owner's name and profile.
            has_colors,
        }
    }
}

object! {
    /// A list of gifts. <https://core.telegram.org/bots/api#gifts>
    Gifts {
        required {
            /// The gifts.
            gifts: Vec<Gift>,
        }
    }
}

object! {
    /// The colours behind a gift, each as `0xRRGGBB`. <https://core.telegram.org/bots/api#giftbackground>
    GiftBackground {
        required {
            /// The colour of the middle.
            center_color: u32,
            /// The colour of the edges.
            edge_color: u32,
            /// The colour of the text.
            text_color: u32,
        }
    }
}

object! {
    /// A gift that was sent or received. <https://core.telegram.org/bots/api#giftinfo>
    GiftInfo {
        required {
            /// The gift.
            gift: Gift,
        }
        optional {
            /// The gift as its owner has it; only where a business account received it.
            owned_gift_id: Name,
            /// How many Stars the receiver can have in its place; absent where it can't be converted.
            convert_star_count: i64,
            /// How many Stars were paid in advance for making it unique.
            prepaid_upgrade_star_count: i64,
            /// What the sender wrote with it.
            text: String,
            /// The number that it will have once it is unique.
            unique_gift_number: u32,
        }
        lists {
            /// The formatting of what the sender wrote.
            entities: MessageEntity,
        }
        flags {
            /// Whether making it unique was paid for after it had been sent.
            is_upgrade_separate,
            /// Whether it can be made unique.
            can_be_upgraded,
            /// Whether only the receiver sees who sent it and what they wrote.
            is_private,
        }
    }
}

object! {
    /// Which gifts a user or a chat accepts. <https://core.telegram.org/bots/api#acceptedgifttypes>
    AcceptedGiftTypes {
        required {
            /// Gifts of which there is no end.
            unlimited_gifts: bool,
            /// Gifts of which there is a limited number.
            limited_gifts: bool,
            /// Unique gifts, and those that can be made unique for nothing.
            unique_gifts: bool,
            /// Subscriptions to Telegram Premium.
            premium_subscription: bool,
            /// Transfers of unique gifts from channels.
            gifts_from_channels: bool,
        }
    }
}
