//! Boosts: what users with Telegram Premium give to chats.

use super::define::{object, union};
use super::{Chat, MessageId, Name, User};

object! {
    /// A boost of a chat. <https://core.telegram.org/bots/api#chatboost>
    ChatBoost {
        required {
            /// Its id.
            boost_id: Name,
            /// When it was given, in seconds since 1970.
            add_date: i64,
            /// When it ends unless the booster's Premium is prolonged, in seconds since 1970.
            expiration_date: i64,
            /// Where it came from.
            source: ChatBoostSource,
        }
    }
}

union! {
    /// Where a boost came from. <https://core.telegram.org/bots/api#chatboostsource>
    ChatBoostSource by "source" {
        /// A user with Telegram Premium gave it, or was given Premium by another user.
        Premium("premium"): Box<ChatBoostSourcePremium>,
        /// The chat made gift codes for Telegram Premium.
        GiftCode("gift_code"): Box<ChatBoostSourceGiftCode>,
        /// The chat made a giveaway.
        Giveaway("giveaway"): Box<ChatBoostSourceGiveaway>,
    }
}

impl ChatBoostSource {
    /// Whose boost it is; `None` for a giveaway's whose winner is not drawn or not known.
    pub fn user(&self) -> Option<&User> {
        match self {
            Self::Premium(source) => Some(&source.user),
            Self::GiftCode(source) => Some(&source.user),
            Self::Giveaway(source) => source.user.as_deref(),
            Self::Unknown(_) => None,
        }
    }
}

object! {
    /// By a user with Telegram Premium. <https://core.telegram.org/bots/api#chatboostsourcepremium>
    ChatBoostSourcePremium {
        required {
            /// Who boosts the chat.
            user: User,
        }
    }
}

object! {
    /// By a gift code of the chat's. Each boosts the chat four times for as long as its Premium lasts.
    /// <https://core.telegram.org/bots/api#chatboostsourcegiftcode>
    ChatBoostSourceGiftCode {
        required {
            /// For whom the code was made.
            user: User,
        }
    }
}

object! {
    /// By a giveaway of the chat's: four boosts for each prize of Premium, one for each 500 Stars.
    /// <https://core.telegram.org/bots/api#chatboostsourcegiveaway>
    ChatBoostSourceGiveaway {
        required {
            /// The message that announced it; 0 where it is not sent yet.
            giveaway_message_id: MessageId,
        }
        optional {
            /// Who won the prize; for giveaways of Premium only.
            user: Box<User>,
            /// How many Stars the winners share; for giveaways of Stars only.
            prize_star_count: i64,
        }
        flags {
            /// Whether the giveaway was completed, and nobody was there to win this prize.
            is_unclaimed,
        }
    }
}

object! {
    /// A boost was given, or changed. <https://core.telegram.org/bots/api#chatboostupdated>
    ChatBoostUpdated {
        required {
            /// The chat.
            chat: Chat,
            /// The boost.
            boost: ChatBoost,
        }
    }
}

object! {
    /// A boost ended. <https://core.telegram.org/bots/api#chatboostremoved>
    ChatBoostRemoved {
        required {
            /// The chat.
            chat: Chat,
            /// The boost.
            boost_id: Name,
            /// When it ended, in seconds since 1970.
            remove_date: i64,
            /// Where it came from.
            source: ChatBoostSource,
        }
    }
}

object! {
    /// All boosts that a user gave to a chat. <https://core.telegram.org/bots/api#userchatboosts>
    UserChatBoosts {
        required {
            /// The boosts.
            boosts: Vec<ChatBoost>,
        }
    }
}

object! {
    /// A user boosted the chat. <https://core.telegram.org/bots/api#chatboostadded>
    ChatBoostAdded {
        required {
            /// How many boosts were given.
            boost_count: u32,
        }
    }
}
