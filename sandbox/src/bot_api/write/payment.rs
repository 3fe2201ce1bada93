//! Payments and Stars. <https://core.telegram.org/bots/api#payments>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::user::user;
use super::{Object, Put, paid_media};
use crate::rules::payments::Invoice;
use crate::world::World;
use crate::world::payments::{
    Address, Charge, Checkout, OrderInfo, Partner, Payment, Shipping, StarTransaction,
};

/// <https://core.telegram.org/bots/api#invoice>
pub(super) fn invoice(invoice: &Invoice) -> Value {
    json!({
        "title": invoice.title,
        "description": invoice.description,
        "start_parameter": invoice.start_parameter,
        "currency": invoice.currency,
        "total_amount": invoice.total(),
    })
}

/// <https://core.telegram.org/bots/api#shippingquery>
pub(super) fn shipping_query(world: &World, shipping: &Shipping) -> Value {
    json!({
        "id": shipping.id.0.to_string(),
        "from": user(world, shipping.user),
        "invoice_payload": payload(&shipping.offer.invoice.payload),
        "shipping_address": address(&shipping.info.address.clone().unwrap_or_default()),
    })
}

/// <https://core.telegram.org/bots/api#precheckoutquery>
pub(super) fn pre_checkout_query(world: &World, checkout: &Checkout) -> Value {
    let mut object = Object::new();
    object.put("id", checkout.id.0.to_string());
    object.put("from", user(world, checkout.user));
    object.put("currency", checkout.offer.invoice.currency.as_str());
    object.put("total_amount", checkout.total);
    object.put("invoice_payload", payload(&checkout.offer.invoice.payload));
    object.put_some("shipping_option_id", checkout.shipping_option.as_deref());
    object.put_some("order_info", checkout.info.as_ref().map(order_info));
    object.into()
}

/// <https://core.telegram.org/bots/api#successfulpayment>
pub(super) fn successful(payment: &Payment) -> Value {
    let invoice = &payment.offer.invoice;
    let mut object = Object::new();
    object.put("currency", invoice.currency.as_str());
    object.put("total_amount", payment.total);
    object.put("invoice_payload", payload(&invoice.payload));
    object.put_some("shipping_option_id", payment.shipping_option.as_deref());
    object.put_some("order_info", payment.info.as_ref().map(order_info));
    object.put("telegram_payment_charge_id", payment.charge.id.as_str());
    object.put("provider_payment_charge_id", payment.charge.provider_id.as_str());
    object.put_true("is_recurring", payment.subscription_until.is_some());
    object.put_true("is_first_recurring", payment.subscription_until.is_some());
    object.put_some("subscription_expiration_date", payment.subscription_until);
    object.into()
}

/// <https://core.telegram.org/bots/api#refundedpayment>
pub(super) fn refunded(charge: &Charge) -> Value {
    json!({
        "currency": charge.currency,
        "total_amount": charge.total,
        "invoice_payload": payload(&charge.payload),
        "telegram_payment_charge_id": charge.id,
        "provider_payment_charge_id": charge.provider_id,
    })
}

/// <https://core.telegram.org/bots/api#paidmediapurchased>
pub(super) fn paid_media_purchased(world: &World, buyer: UserId, payload: &str) -> Value {
    json!({ "from": user(world, buyer), "paid_media_payload": payload })
}

/// <https://core.telegram.org/bots/api#startransaction>
pub(crate) fn star_transaction(world: &World, viewer: UserId, transaction: &StarTransaction) -> Value {
    let mut object = Object::new();
    object.put("id", transaction.id.as_str());
    object.put("date", transaction.date);
    let side = if transaction.amount > 0 { "source" } else { "receiver" };
    object.put(side, partner(world, viewer, &transaction.partner));
    object.put("amount", transaction.amount.saturating_abs());
    object.into()
}

/// <https://core.telegram.org/bots/api#transactionpartner>
fn partner(world: &World, viewer: UserId, partner: &Partner) -> Value {
    let Partner::Account { account, payload: own, subscription_period, media, .. } = partner else {
        return json!({ "type": "other" });
    };
    let mut object = Object::new();
    object.put("type", "user");
    let is_media = !media.is_empty();
    object.put("transaction_type", if is_media { "paid_media_payment" } else { "invoice_payment" });
    object.put("user", user(world, *account));
    let name = if is_media { "paid_media_payload" } else { "invoice_payload" };
    if !own.is_empty() {
        object.put(name, payload(own));
    }
    if is_media {
        let media = media.iter().map(|file| paid_media::seen(world, viewer, file));
        object.put("paid_media", media.collect::<Value>());
    }
    object.put_some("subscription_period", *subscription_period);
    object.into()
}

/// <https://core.telegram.org/bots/api#orderinfo>
fn order_info(info: &OrderInfo) -> Value {
    let mut object = Object::new();
    object.put_some("name", info.name.as_deref());
    object.put_some("phone_number", info.phone_number.as_deref());
    object.put_some("email", info.email.as_deref());
    object.put_some("shipping_address", info.address.as_ref().map(address));
    object.into()
}

/// <https://core.telegram.org/bots/api#shippingaddress>
fn address(address: &Address) -> Value {
    json!({
        "country_code": address.country_code,
        "state": address.state,
        "city": address.city,
        "street_line1": address.street_line1,
        "street_line2": address.street_line2,
        "post_code": address.post_code,
    })
}

/// Telegram keeps bytes; the Bot API shows text.
fn payload(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
