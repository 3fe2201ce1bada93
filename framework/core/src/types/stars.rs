//! Telegram Stars: amounts, and the transactions that moved them.

use super::define::{names, object, union};
use super::{Chat, Gift, PaidMedia, PaymentChargeId, User};

names! {
    /// A currency that gifts and posts are traded in.
    DigitalCurrency {
        /// Telegram Stars: amounts are Stars.
        Stars = "XTR",
        /// Toncoin: amounts are billionths of a toncoin.
        Toncoin = "TON",
    }
}

object! {
    /// An amount of Stars. <https://core.telegram.org/bots/api#staramount>
    StarAmount {
        required {
            /// Whole Stars, rounded towards zero; can be negative.
            amount: i64,
        }
        optional {
            /// Billionths of a Star beside them, from -999999999 to 999999999; negative only where the whole Stars are
            /// not positive.
            nanostar_amount: i32,
        }
    }
}

union! {
    /// How far a withdrawal of revenue has come. <https://core.telegram.org/bots/api#revenuewithdrawalstate>
    RevenueWithdrawalState by "type" {
        /// Under way.
        Pending("pending"),
        /// Done.
        Succeeded("succeeded"): RevenueWithdrawalStateSucceeded,
        /// It failed, and the transaction was undone.
        Failed("failed"),
    }
}

object! {
    /// A withdrawal that is done. <https://core.telegram.org/bots/api#revenuewithdrawalstatesucceeded>
    RevenueWithdrawalStateSucceeded {
        required {
            /// When it was done, in seconds since 1970.
            date: i64,
            /// Where its details can be seen.
            url: String,
        }
    }
}

object! {
    /// Who received a commission by a transaction. <https://core.telegram.org/bots/api#affiliateinfo>
    AffiliateInfo {
        required {
            /// How many Stars the affiliate receives for each 1000 that the bot receives from users it referred.
            commission_per_mille: u32,
            /// How many whole Stars the affiliate received, rounded towards zero; negative where they were paid back.
            amount: i64,
        }
        optional {
            /// The bot or user who received it.
            affiliate_user: Box<User>,
            /// The chat that received it.
            affiliate_chat: Box<Chat>,
            /// Billionths of a Star beside the whole ones, from -999999999 to 999999999; negative where they were paid
            /// back.
            nanostar_amount: i32,
        }
    }
}

union! {
    /// Where the Stars of a transaction came from, or went to.
    /// <https://core.telegram.org/bots/api#transactionpartner>
    TransactionPartner by "type" {
        /// A user.
        User("user"): Box<TransactionPartnerUser>,
        /// A chat.
        Chat("chat"): Box<TransactionPartnerChat>,
        /// The affiliate program that paid a commission.
        AffiliateProgram("affiliate_program"): Box<TransactionPartnerAffiliateProgram>,
        /// A withdrawal by way of Fragment.
        Fragment("fragment"): TransactionPartnerFragment,
        /// Telegram Ads.
        TelegramAds("telegram_ads"),
        /// Messages beyond the free limits of the Bot API.
        TelegramApi("telegram_api"): TransactionPartnerTelegramApi,
        /// Somebody whom Telegram doesn't tell.
        Other("other"),
    }
}

names! {
    /// What a transaction with a user was about.
    TransactionKind {
        /// An invoice was paid.
        InvoicePayment = "invoice_payment",
        /// Paid media were bought.
        PaidMediaPayment = "paid_media_payment",
        /// The bot bought a gift.
        GiftPurchase = "gift_purchase",
        /// The bot bought a subscription to Telegram Premium.
        PremiumPurchase = "premium_purchase",
        /// A business account handed Stars to the bot.
        BusinessAccountTransfer = "business_account_transfer",
    }
}

object! {
    /// A transaction with a user. <https://core.telegram.org/bots/api#transactionpartneruser>
    TransactionPartnerUser {
        required {
            /// What it was about.
            transaction_type: TransactionKind,
            /// The user.
            user: User,
        }
        optional {
            /// Who received a commission by it; for payments only.
            affiliate: Box<AffiliateInfo>,
            /// What the bot wrote into the invoice; for payments of invoices only.
            invoice_payload: String,
            /// How long the subscription that was paid for lasts, in seconds; for payments of invoices only.
            subscription_period: u32,
            /// What the bot wrote beside the paid media; for payments of media only.
            paid_media_payload: String,
            /// The gift; for purchases of gifts only.
            gift: Box<Gift>,
            /// How long the subscription to Telegram Premium lasts, in months; for its purchases only.
            premium_subscription_duration: u32,
        }
        lists {
            /// The media that were bought; for payments of media only.
            paid_media: PaidMedia,
        }
    }
}

object! {
    /// A transaction with a chat. <https://core.telegram.org/bots/api#transactionpartnerchat>
    TransactionPartnerChat {
        required {
            /// The chat.
            chat: Chat,
        }
        optional {
            /// The gift that the bot sent to it.
            gift: Box<Gift>,
        }
    }
}

object! {
    /// A commission that an affiliate program paid.
    /// <https://core.telegram.org/bots/api#transactionpartneraffiliateprogram>
    TransactionPartnerAffiliateProgram {
        required {
            /// How many Stars the bot receives for each 1000 that the program's sponsor receives from users whom the
            /// bot referred.
            commission_per_mille: u32,
        }
        optional {
            /// The bot whose program it is.
            sponsor_user: Box<User>,
        }
    }
}

object! {
    /// A withdrawal by way of Fragment. <https://core.telegram.org/bots/api#transactionpartnerfragment>
    TransactionPartnerFragment {
        optional {
            /// How far it has come; told for outgoing transactions.
            withdrawal_state: Box<RevenueWithdrawalState>,
        }
    }
}

object! {
    /// Messages beyond the free limits of the Bot API.
    /// <https://core.telegram.org/bots/api#transactionpartnertelegramapi>
    TransactionPartnerTelegramApi {
        required {
            /// How many requests exceeded the limits and were paid for.
            request_count: u32,
        }
    }
}

object! {
    /// Stars that came or went. A payment and its refund are two transactions with one id.
    /// <https://core.telegram.org/bots/api#startransaction>
    StarTransaction {
        required {
            /// Its id: that of the payment, for payments by users and their refunds.
            id: PaymentChargeId,
            /// How many whole Stars were moved.
            amount: i64,
            /// When, in seconds since 1970.
            date: i64,
        }
        optional {
            /// Billionths of a Star beside the whole ones, from 0 to 999999999.
            nanostar_amount: i32,
            /// Where they came from; for incoming transactions only.
            source: TransactionPartner,
            /// Where they went to; for outgoing transactions only.
            receiver: TransactionPartner,
        }
    }
}

object! {
    /// A list of transactions. <https://core.telegram.org/bots/api#startransactions>
    StarTransactions {
        required {
            /// The transactions.
            transactions: Vec<StarTransaction>,
        }
    }
}
