//! Direct messages to channels: their topics, what they cost, and the posts that are suggested there.

use super::define::{names, object};
use super::{DigitalCurrency, Message, StarAmount, User};

object! {
    /// A topic of a channel's direct messages: what one user wrote there.
    /// <https://core.telegram.org/bots/api#directmessagestopic>
    DirectMessagesTopic {
        required {
            /// The topic's number. It needs up to 52 bits.
            topic_id: i64,
        }
        optional {
            /// Whose topic it is.
            user: Box<User>,
        }
    }
}

object! {
    /// Direct messages to a channel were allowed, forbidden, or have another price.
    /// <https://core.telegram.org/bots/api#directmessagepricechanged>
    DirectMessagePriceChanged {
        required {
            /// Whether direct messages are allowed.
            are_direct_messages_enabled: bool,
        }
        optional {
            /// How many Stars each costs those who are no administrators; 0 where absent.
            direct_message_star_count: i64,
        }
    }
}

object! {
    /// Messages in a supergroup have another price. <https://core.telegram.org/bots/api#paidmessagepricechanged>
    PaidMessagePriceChanged {
        required {
            /// How many Stars each costs those who are no administrators.
            paid_message_star_count: i64,
        }
    }
}

object! {
    /// The price of a suggested post. <https://core.telegram.org/bots/api#suggestedpostprice>
    SuggestedPostPrice {
        required {
            /// Stars or toncoins.
            currency: DigitalCurrency,
            /// How much: from 5 to 100000 Stars, or from 10000000 to 10000000000000 billionths of a toncoin.
            amount: i64,
        }
    }
}

names! {
    /// What became of a suggested post.
    SuggestedPostState {
        /// It waits for an answer.
        Pending = "pending",
        /// It was approved.
        Approved = "approved",
        /// It was declined.
        Declined = "declined",
    }
}

object! {
    /// What was suggested for a post. <https://core.telegram.org/bots/api#suggestedpostinfo>
    SuggestedPostInfo {
        required {
            /// What became of it.
            state: SuggestedPostState,
        }
        optional {
            /// The price; absent where nothing is to be paid.
            price: SuggestedPostPrice,
            /// When it is to be published, in seconds since 1970; absent where any time within 30 days is right.
            send_date: i64,
        }
    }
}

object! {
    /// A suggested post was approved. <https://core.telegram.org/bots/api#suggestedpostapproved>
    SuggestedPostApproved {
        required {
            /// When it will be published, in seconds since 1970.
            send_date: i64,
        }
        optional {
            /// The message that holds the post, without what that one answers.
            suggested_post_message: Box<Message>,
            /// What was paid for it.
            price: SuggestedPostPrice,
        }
    }
}

object! {
    /// A suggested post could not be approved, because its author can't pay for it.
    /// <https://core.telegram.org/bots/api#suggestedpostapprovalfailed>
    SuggestedPostApprovalFailed {
        required {
            /// What it was to cost.
            price: SuggestedPostPrice,
        }
        optional {
            /// The message that holds the post, without what that one answers.
            suggested_post_message: Box<Message>,
        }
    }
}

object! {
    /// A suggested post was declined. <https://core.telegram.org/bots/api#suggestedpostdeclined>
    SuggestedPostDeclined {
        optional {
            /// The message that holds the post, without what that one answers.
            suggested_post_message: Box<Message>,
            /// What was said to it.
            comment: String,
        }
    }
}

object! {
    /// The channel was paid for a suggested post. <https://core.telegram.org/bots/api#suggestedpostpaid>
    SuggestedPostPaid {
        required {
            /// Stars or toncoins.
            currency: DigitalCurrency,
        }
        optional {
            /// The message that holds the post, without what that one answers.
            suggested_post_message: Box<Message>,
            /// What the channel received, in billionths of a toncoin; for toncoins only.
            amount: i64,
            /// What the channel received; for Stars only.
            star_amount: StarAmount,
        }
    }
}

names! {
    /// Why a suggested post was paid back.
    SuggestedPostRefundReason {
        /// It was deleted within 24 hours after it was published, or before.
        PostDeleted = "post_deleted",
        /// The author had the payment itself paid back.
        PaymentRefunded = "payment_refunded",
    }
}

object! {
    /// A suggested post was paid back to its author. <https://core.telegram.org/bots/api#suggestedpostrefunded>
    SuggestedPostRefunded {
        required {
            /// Why.
            reason: SuggestedPostRefundReason,
        }
        optional {
            /// The message that holds the post, without what that one answers.
            suggested_post_message: Box<Message>,
        }
    }
}
