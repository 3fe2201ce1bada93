//! Requests about the bot's Stars: how many it has, where they came from, and giving them back.

use super::define::request;
use crate::types::*;

request! {
    /// Asks how many Stars the bot has. <https://core.telegram.org/bots/api#getmystarbalance>
    GetMyStarBalance("getMyStarBalance", get_my_star_balance) -> StarAmount {}
}

request! {
    /// Asks for the bot's Star transactions, from the oldest to the latest.
    /// <https://core.telegram.org/bots/api#getstartransactions>
    GetStarTransactions("getStarTransactions", get_star_transactions) -> StarTransactions {
        optional {
            /// How many are passed over.
            offset: u32,
            /// How many are told at most, 1–100; 100 where absent.
            limit: u32,
        }
    }
}

request! {
    /// Gives a user the Stars of a payment back. <https://core.telegram.org/bots/api#refundstarpayment>
    RefundStarPayment("refundStarPayment", refund_star_payment) -> () {
        required {
            /// Who paid.
            user_id: UserId,
            /// The payment.
            telegram_payment_charge_id: PaymentChargeId,
        }
    }
}

request! {
    /// Ends a user's subscription in Stars at the end of its period, or lets it go on again.
    /// <https://core.telegram.org/bots/api#edituserstarsubscription>
    EditUserStarSubscription("editUserStarSubscription", edit_user_star_subscription) -> () {
        required {
            /// Whose subscription.
            user_id: UserId,
            /// The payment by which it was begun.
            telegram_payment_charge_id: PaymentChargeId,
            /// Whether it ends with its period. One that the bot has ended, the user can't take up again until the
            /// bot lets them.
            is_canceled: bool,
        }
    }
}
