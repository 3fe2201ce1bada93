//! Invoices and payments.

use ambigram_core::types::{
    Invoice, OrderInfo, PaymentChargeId, PreCheckoutQuery, PreCheckoutQueryId, RefundedPayment,
    ShippingAddress, ShippingQuery, ShippingQueryId, SuccessfulPayment, UserId,
};
use grammers_tl_types::{enums, types};

use super::{Known, given};

/// <https://core.telegram.org/bots/api#invoice>
pub(super) fn invoice(invoice: &types::MessageMediaInvoice) -> Invoice {
    Invoice::new(
        invoice.title.as_str(),
        invoice.description.as_str(),
        invoice.start_param.as_str(),
        invoice.currency.as_str(),
        invoice.total_amount,
    )
}

/// <https://core.telegram.org/bots/api#shippingaddress>
fn address(address: &enums::PostAddress) -> ShippingAddress {
    let enums::PostAddress::Address(address) = address;
    ShippingAddress::new(
        address.country_iso2.as_str(),
        address.state.as_str(),
        address.city.as_str(),
        address.street_line1.as_str(),
        address.street_line2.as_str(),
        address.post_code.as_str(),
    )
}

/// <https://core.telegram.org/bots/api#orderinfo>
fn order(info: &enums::PaymentRequestedInfo) -> Box<OrderInfo> {
    let enums::PaymentRequestedInfo::Info(info) = info;
    Box::new(OrderInfo {
        name: info.name.as_deref().and_then(given::name),
        phone_number: info.phone.as_deref().and_then(given::name),
        email: info.email.as_deref().and_then(given::name),
        shipping_address: info.shipping_address.as_ref().map(|told| Box::new(address(told))),
    })
}

/// <https://core.telegram.org/bots/api#successfulpayment>
pub(super) fn successful(payment: &types::MessageActionPaymentSentMe) -> SuccessfulPayment {
    let enums::PaymentCharge::Charge(charge) = &payment.charge;
    SuccessfulPayment {
        subscription_expiration_date: payment.subscription_until_date.map(Into::into),
        shipping_option_id: payment.shipping_option_id.as_deref().and_then(given::name),
        order_info: payment.info.as_ref().map(order),
        is_recurring: payment.recurring_used,
        is_first_recurring: payment.recurring_init,
        ..SuccessfulPayment::new(
            payment.currency.as_str(),
            payment.total_amount,
            given::utf8(&payment.payload),
            PaymentChargeId::from(charge.id.as_str()),
            charge.provider_charge_id.as_str(),
        )
    }
}

/// <https://core.telegram.org/bots/api#refundedpayment>
pub(super) fn refunded(payment: &types::MessageActionPaymentRefunded) -> RefundedPayment {
    let enums::PaymentCharge::Charge(charge) = &payment.charge;
    RefundedPayment {
        provider_payment_charge_id: given::name(&charge.provider_charge_id),
        ..RefundedPayment::new(
            payment.currency.as_str(),
            payment.total_amount,
            payment.payload.as_deref().map(given::utf8).unwrap_or_default(),
            PaymentChargeId::from(charge.id.as_str()),
        )
    }
}

/// <https://core.telegram.org/bots/api#shippingquery>
pub(super) fn shipping_query(query: &types::UpdateBotShippingQuery, known: &Known) -> ShippingQuery {
    ShippingQuery::new(
        ShippingQueryId::from(query.query_id.to_string()),
        known.user(UserId(query.user_id)),
        given::utf8(&query.payload),
        address(&query.shipping_address),
    )
}

/// <https://core.telegram.org/bots/api#precheckoutquery>
pub(super) fn pre_checkout_query(
    query: &types::UpdateBotPrecheckoutQuery,
    known: &Known,
) -> PreCheckoutQuery {
    PreCheckoutQuery {
        shipping_option_id: query.shipping_option_id.as_deref().and_then(given::name),
        order_info: query.info.as_ref().map(order),
        ..PreCheckoutQuery::new(
            PreCheckoutQueryId::from(query.query_id.to_string()),
            known.user(UserId(query.user_id)),
            query.currency.as_str(),
            query.total_amount,
            given::utf8(&query.payload),
        )
    }
}
