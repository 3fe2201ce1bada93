//! Requests about payments: invoices, and the answers to those who pay them.

use super::Recipient;
use super::define::{input, request};
use crate::types::*;

request! {
    /// Sends an invoice. <https://core.telegram.org/bots/api#sendinvoice>
    SendInvoice("sendInvoice", send_invoice) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// The product's name, 1–32 characters.
            title: Name,
            /// What it is, 1–255 characters.
            description: String,
            /// What the bot knows the payment by, 1–128 bytes; the user doesn't see it.
            payload: String,
            /// The currency's three-letter code of ISO 4217, or `XTR` for Stars.
            currency: Name,
            /// What the price is made of: product, tax, discount, delivery. Exactly one part for payments in
            /// Stars.
            prices: Vec<LabeledPrice>,
        }
        optional {
            /// The payment provider's token, which BotFather gives; empty or absent for payments in Stars.
            provider_token: Name,
            /// The largest tip that is taken, in the smallest units of the currency; 0 where absent. Not for
            /// payments in Stars.
            max_tip_amount: i64,
            /// The tips that are suggested, at most 4, in the smallest units of the currency, from the smallest to
            /// the largest.
            suggested_tip_amounts: Vec<i64>,
            /// The parameter of the bot's deep link: where it is given, a forwarded copy of the invoice has a
            /// button that leads to the bot with it; where absent, anybody can pay a copy by its own button, and
            /// more than once.
            start_parameter: Name,
            /// What the payment provider is told about the invoice, in JSON.
            provider_data: String,
            /// The address of the product's photo.
            photo_url: String,
            /// The photo's size in bytes.
            photo_size: u64,
            /// The photo's width in pixels.
            photo_width: u32,
            /// The photo's height in pixels.
            photo_height: u32,
            /// The buttons under it; the first is to be the one to pay by. Only that one where absent.
            reply_markup(keyboard): InlineKeyboard,
        }
        flags {
            /// Asks for the buyer's full name. Not for payments in Stars.
            need_name,
            /// Asks for the buyer's phone number. Not for payments in Stars.
            need_phone_number,
            /// Asks for the buyer's email address. Not for payments in Stars.
            need_email,
            /// Asks where to deliver to. Not for payments in Stars.
            need_shipping_address,
            /// Tells the provider the buyer's phone number. Not for payments in Stars.
            send_phone_number_to_provider,
            /// Tells the provider the buyer's email address. Not for payments in Stars.
            send_email_to_provider,
            /// Makes the price depend on how it is delivered, which the bot is asked for then. Not for payments in
            /// Stars.
            is_flexible,
        }
        options [
            message_thread_id, direct_messages_topic_id, message_effect_id, suggested_post_parameters, reply_parameters,
            disable_notification, protect_content, allow_paid_broadcast,
        ]
    }
}

request! {
    /// Makes a link to an invoice, which anybody can pay. <https://core.telegram.org/bots/api#createinvoicelink>
    CreateInvoiceLink("createInvoiceLink", create_invoice_link) -> String {
        required {
            /// The product's name, 1–32 characters.
            title: Name,
            /// What it is, 1–255 characters.
            description: String,
            /// What the bot knows the payment by, 1–128 bytes; the user doesn't see it.
            payload: String,
            /// The currency's three-letter code of ISO 4217, or `XTR` for Stars.
            currency: Name,
            /// What the price is made of: product, tax, discount, delivery. Exactly one part for payments in
            /// Stars.
            prices: Vec<LabeledPrice>,
        }
        optional {
            /// The business account in whose name it is made. For payments in Stars only.
            business_connection_id(business_connection): BusinessConnectionId,
            /// The payment provider's token, which BotFather gives; empty or absent for payments in Stars.
            provider_token: Name,
            /// Makes it a subscription: for how long each payment holds, in seconds, always 2592000 (30 days). It
            /// costs at most 10000 Stars a period, and is for payments in Stars only.
            subscription_period: u32,
            /// The largest tip that is taken, in the smallest units of the currency; 0 where absent. Not for
            /// payments in Stars.
            max_tip_amount: i64,
            /// The tips that are suggested, at most 4, in the smallest units of the currency, from the smallest to
            /// the largest.
            suggested_tip_amounts: Vec<i64>,
            /// What the payment provider is told about the invoice, in JSON.
            provider_data: String,
            /// The address of the product's photo.
            photo_url: String,
            /// The photo's size in bytes.
            photo_size: u64,
            /// The photo's width in pixels.
            photo_width: u32,
            /// The photo's height in pixels.
            photo_height: u32,
        }
        flags {
            /// Asks for the buyer's full name. Not for payments in Stars.
            need_name,
            /// Asks for the buyer's phone number. Not for payments in Stars.
            need_phone_number,
            /// Asks for the buyer's email address. Not for payments in Stars.
            need_email,
            /// Asks where to deliver to. Not for payments in Stars.
            need_shipping_address,
            /// Tells the provider the buyer's phone number. Not for payments in Stars.
            send_phone_number_to_provider,
            /// Tells the provider the buyer's email address. Not for payments in Stars.
            send_email_to_provider,
            /// Makes the price depend on how it is delivered, which the bot is asked for then. Not for payments in
            /// Stars.
            is_flexible,
        }
    }
}

input! {
    /// A part of a price. <https://core.telegram.org/bots/api#labeledprice>
    LabeledPrice {
        required {
            /// What it is for.
            label: Name,
            /// How much, in the smallest units of the currency: 145 is 1.45 US dollars. Less than 0 for a
            /// discount.
            amount: i64,
        }
    }
}

request! {
    /// Answers one who has said where to deliver to. <https://core.telegram.org/bots/api#answershippingquery>
    AnswerShippingQuery("answerShippingQuery", answer_shipping_query) -> () {
        required {
            /// What is answered.
            shipping_query_id: ShippingQueryId,
            /// Whether it can be delivered there.
            ok: bool,
        }
        optional {
            /// How it can be delivered; needed where it can.
            shipping_options: Vec<ShippingOption>,
            /// Why it can't be delivered, for the user to read; needed where it can't.
            error_message: String,
        }
    }
}

input! {
    /// A way to deliver, and its price. <https://core.telegram.org/bots/api#shippingoption>
    ShippingOption {
        required {
            /// What the bot knows it by.
            id: Name,
            /// What it is called.
            title: Name,
            /// What its price is made of.
            prices: Vec<LabeledPrice>,
        }
    }
}

request! {
    /// Answers one who is about to pay, within 10 seconds of the query.
    /// <https://core.telegram.org/bots/api#answerprecheckoutquery>
    AnswerPreCheckoutQuery("answerPreCheckoutQuery", answer_pre_checkout_query) -> () {
        required {
            /// What is answered.
            pre_checkout_query_id: PreCheckoutQueryId,
            /// Whether all is well and they may pay.
            ok: bool,
        }
        optional {
            /// Why they may not, for the user to read; needed where they may not.
            error_message: String,
        }
    }
}
