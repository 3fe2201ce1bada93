//! Payments: invoices, what buyers are asked before they pay, and what is told once they did.
//!
//! An amount in an ordinary currency is counted in its smallest unit: `145` is US$ 1.45. How many digits each currency
//! has stands in <https://core.telegram.org/bots/payments/currencies.json>. An amount in Stars (`XTR`) is a number of
//! Stars.

use super::define::object;
use super::{Name, PaymentChargeId, PreCheckoutQueryId, ShippingQueryId, User};

object! {
    /// An invoice. <https://core.telegram.org/bots/api#invoice>
    Invoice {
        required {
            /// The name of the goods.
            title: Name,
            /// What they are.
            description: String,
            /// The bot's deep-link parameter by which this invoice can be made again.
            start_parameter: Name,
            /// The currency: three letters of ISO 4217, or `XTR` for Stars.
            currency: Name,
            /// The price in all, in the smallest unit of the currency.
            total_amount: i64,
        }
    }
}

object! {
    /// Where goods are to be sent. <https://core.telegram.org/bots/api#shippingaddress>
    ShippingAddress {
        required {
            /// The country: two letters of ISO 3166-1.
            country_code: Name,
            /// The state; empty where there is none.
            state: Name,
            /// The city.
            city: Name,
            /// The first line of the street.
            street_line1: Name,
            /// The second line of the street; may be empty.
            street_line2: Name,
            /// The post code.
            post_code: Name,
        }
    }
}

object! {
    /// What the buyer told about themselves. <https://core.telegram.org/bots/api#orderinfo>
    OrderInfo {
        optional {
            /// The buyer's name.
            name: Name,
            /// The buyer's phone number.
            phone_number: Name,
            /// The buyer's e-mail address.
            email: Name,
            /// Where the goods are to be sent.
            shipping_address: Box<ShippingAddress>,
        }
    }
}

object! {
    /// A payment that went through. <https://core.telegram.org/bots/api#successfulpayment>
    SuccessfulPayment {
        required {
            /// The currency: three letters of ISO 4217, or `XTR` for Stars.
            currency: Name,
            /// What was paid in all, in the smallest unit of the currency.
            total_amount: i64,
            /// What the bot wrote into the invoice.
            invoice_payload: String,
            /// The payment, as Telegram names it: by this it can be paid back.
            telegram_payment_charge_id: PaymentChargeId,
            /// The payment, as the provider names it.
            provider_payment_charge_id: Name,
        }
        optional {
            /// When the subscription ends, in seconds since 1970.
            subscription_expiration_date: i64,
            /// The way of shipping that the buyer chose.
            shipping_option_id: Name,
            /// What the buyer told about themselves.
            order_info: Box<OrderInfo>,
        }
        flags {
            /// Whether it pays for a subscription.
            is_recurring,
            /// Whether it is the first payment for a subscription.
            is_first_recurring,
        }
    }
}

object! {
    /// A payment that was paid back. <https://core.telegram.org/bots/api#refundedpayment>
    RefundedPayment {
        required {
            /// The currency; always `XTR` at present.
            currency: Name,
            /// What was paid back in all, in the smallest unit of the currency.
            total_amount: i64,
            /// What the bot wrote into the invoice.
            invoice_payload: String,
            /// The payment, as Telegram names it.
            telegram_payment_charge_id: PaymentChargeId,
        }
        optional {
            /// The payment, as the provider names it.
            provider_payment_charge_id: Name,
        }
    }
}

object! {
    /// A buyer's question how, and whether, goods can be sent to them. Asked for invoices with a flexible price only.
    /// <https://core.telegram.org/bots/api#shippingquery>
    ShippingQuery {
        required {
            /// By what it is answered.
            id: ShippingQueryId,
            /// Who asks.
            from: User,
            /// What the bot wrote into the invoice.
            invoice_payload: String,
            /// Where the goods are to be sent.
            shipping_address: ShippingAddress,
        }
    }
}

object! {
    /// The last question before a payment, to be answered within 10 seconds.
    /// <https://core.telegram.org/bots/api#precheckoutquery>
    PreCheckoutQuery {
        required {
            /// By what it is answered.
            id: PreCheckoutQueryId,
            /// Who is about to pay.
            from: User,
            /// The currency: three letters of ISO 4217, or `XTR` for Stars.
            currency: Name,
            /// The price in all, in the smallest unit of the currency.
            total_amount: i64,
            /// What the bot wrote into the invoice.
            invoice_payload: String,
        }
        optional {
            /// The way of shipping that the buyer chose.
            shipping_option_id: Name,
            /// What the buyer told about themselves.
            order_info: Box<OrderInfo>,
        }
    }
}

object! {
    /// Paid media were bought. <https://core.telegram.org/bots/api#paidmediapurchased>
    PaidMediaPurchased {
        required {
            /// Who bought them.
            from: User,
            /// What the bot wrote beside them when it sent them.
            paid_media_payload: String,
        }
    }
}
