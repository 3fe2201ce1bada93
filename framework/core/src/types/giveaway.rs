//! Giveaways: prizes that are drawn among the members of chats.

use super::define::object;
use super::{Chat, Message, MessageId, Name, User};

object! {
    /// A giveaway was created. <https://core.telegram.org/bots/api#giveawaycreated>
    GiveawayCreated {
        optional {
            /// How many Stars the winners share; for giveaways of Stars only.
            prize_star_count: i64,
        }
    }
}

object! {
    /// A giveaway that will be drawn. <https://core.telegram.org/bots/api#giveaway>
    Giveaway {
        required {
            /// The chats that one must join to take part.
            chats: Vec<Chat>,
            /// When the winners are drawn, in seconds since 1970.
            winners_selection_date: i64,
            /// How many there will be.
            winner_count: u32,
        }
        optional {
            /// What the winners get beside.
            prize_description: String,
            /// How many Stars the winners share; for giveaways of Stars only.
            prize_star_count: i64,
            /// How many months of Telegram Premium each winner gets; for giveaways of Premium only.
            premium_subscription_month_count: u32,
        }
        lists {
            /// The countries whose users may take part, two letters of ISO 3166-1 each; empty for all. Users with a
            /// number that was bought on Fragment may always take part.
            country_codes: Name,
        }
        flags {
            /// Whether only those take part who join after the giveaway began.
            only_new_members,
            /// Whether everybody will see who won.
            has_public_winners,
        }
    }
}

object! {
    /// The public result of a giveaway. <https://core.telegram.org/bots/api#giveawaywinners>
    GiveawayWinners {
        required {
            /// The chat that made the giveaway.
            chat: Chat,
            /// The message there that announced it.
            giveaway_message_id: MessageId,
            /// When the winners were drawn, in seconds since 1970.
            winners_selection_date: i64,
            /// How many there are.
            winner_count: u32,
            /// The winners, 100 at most.
            winners: Vec<User>,
        }
        optional {
            /// How many other chats one had to join.
            additional_chat_count: u32,
            /// How many Stars the winners share; for giveaways of Stars only.
            prize_star_count: i64,
            /// How many months of Telegram Premium each winner gets; for giveaways of Premium only.
            premium_subscription_month_count: u32,
            /// How many prizes were not given out.
            unclaimed_prize_count: u32,
            /// What the winners get beside.
            prize_description: String,
        }
        flags {
            /// Whether only those took part who joined after the giveaway began.
            only_new_members,
            /// Whether it was called off, because its payment was paid back.
            was_refunded,
        }
    }
}

object! {
    /// A giveaway without public winners is over. <https://core.telegram.org/bots/api#giveawaycompleted>
    GiveawayCompleted {
        required {
            /// How many winners there are.
            winner_count: u32,
        }
        optional {
            /// How many prizes were not given out.
            unclaimed_prize_count: u32,
            /// The message that announced it, unless it was deleted.
            giveaway_message: Box<Message>,
        }
        flags {
            /// Whether Stars were given away, rather than Telegram Premium.
            is_star_giveaway,
        }
    }
}
