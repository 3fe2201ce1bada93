//! Payments and Stars. <https://core.telegram.org/api/payments>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::{media, seconds};
use crate::mtproto::peers::peer;
use crate::rules::payments::{Invoice, Price, WebPhoto};
use crate::world::files::SentFile;
use crate::world::payments::{
    Address, Charge, Checkout, OrderInfo, Partner, Payment, Shipping, ShippingOption, StarTransaction,
};
use crate::world::{Account, World};

/// An invoice in a message.
pub(super) fn media(invoice: &Invoice) -> tl::enums::MessageMedia {
    tl::types::MessageMediaInvoice {
        shipping_address_requested: invoice.asks.address,
        test: invoice.is_test,
        title: invoice.title.clone(),
        description: invoice.description.clone(),
        photo: invoice.photo.as_ref().map(photo),
        receipt_msg_id: None,
        currency: invoice.currency.clone(),
        total_amount: invoice.total(),
        start_param: invoice.start_parameter.clone(),
        extended_media: None,
    }
    .into()
}

/// An invoice as a form shows it.
pub(crate) fn invoice(invoice: &Invoice) -> tl::enums::Invoice {
    let asks = invoice.asks;
    let tips = (invoice.max_tip > 0).then(|| invoice.suggested_tips.clone());
    tl::types::Invoice {
        test: invoice.is_test,
        name_requested: asks.name,
        phone_requested: asks.phone,
        email_requested: asks.email,
        shipping_address_requested: asks.address,
        flexible: invoice.is_flexible,
        phone_to_provider: asks.phone_to_provider,
        email_to_provider: asks.email_to_provider,
        recurring: false,
        currency: invoice.currency.clone(),
        prices: prices(&invoice.prices),
        max_tip_amount: tips.is_some().then_some(invoice.max_tip),
        suggested_tip_amounts: tips,
        terms_url: None,
        subscription_period: invoice.subscription_period.map(seconds),
    }
    .into()
}

/// The picture of an invoice.
pub(crate) fn photo(photo: &WebPhoto) -> tl::enums::WebDocument {
    let has_size = photo.width > 0 && photo.height > 0;
    let size = || tl::types::DocumentAttributeImageSize { w: photo.width, h: photo.height }.into();
    tl::types::WebDocumentNoProxy {
        url: photo.url.clone(),
        size: photo.size,
        mime_type: photo.mime_type.clone(),
        attributes: has_size.then(size).into_iter().collect(),
    }
    .into()
}

fn prices(prices: &[Price]) -> Vec<tl::enums::LabeledPrice> {
    let price =
        |price: &Price| tl::types::LabeledPrice { label: price.label.clone(), amount: price.amount }.into();
    prices.iter().map(price).collect()
}

/// A way in which goods can be sent.
pub(crate) fn shipping_option(option: &ShippingOption) -> tl::enums::ShippingOption {
    tl::types::ShippingOption {
        id: option.id.clone(),
        title: option.title.clone(),
        prices: prices(&option.prices),
    }
    .into()
}

/// A bot is asked how goods can be sent.
pub(super) fn shipping_query(shipping: &Shipping) -> tl::enums::Update {
    tl::types::UpdateBotShippingQuery {
        query_id: shipping.id.0,
        user_id: shipping.user.0,
        payload: shipping.offer.invoice.payload.clone(),
        shipping_address: address(&shipping.info.address.clone().unwrap_or_default()),
    }
    .into()
}

/// A bot is asked whether it takes a payment.
pub(super) fn precheckout_query(checkout: &Checkout) -> tl::enums::Update {
    tl::types::UpdateBotPrecheckoutQuery {
        query_id: checkout.id.0,
        user_id: checkout.user.0,
        payload: checkout.offer.invoice.payload.clone(),
        info: checkout.info.as_ref().map(order_info),
        shipping_option_id: checkout.shipping_option.clone(),
        currency: checkout.offer.invoice.currency.clone(),
        total_amount: checkout.total,
    }
    .into()
}

/// That somebody paid, as the bot or the buyer sees it.
pub(super) fn paid(payment: &Payment, viewer: UserId) -> tl::enums::MessageAction {
    let invoice = &payment.offer.invoice;
    let is_subscription = payment.subscription_until.is_some();
    let until = payment.subscription_until.map(seconds);
    if viewer != payment.offer.bot {
        return tl::types::MessageActionPaymentSent {
            recurring_init: is_subscription,
            recurring_used: false,
            currency: invoice.currency.clone(),
            total_amount: payment.total,
            invoice_slug: payment.offer.slug.clone(),
            subscription_until_date: until,
        }
        .into();
    }
    tl::types::MessageActionPaymentSentMe {
        recurring_init: is_subscription,
        recurring_used: is_subscription,
        currency: invoice.currency.clone(),
        total_amount: payment.total,
        payload: invoice.payload.clone(),
        info: payment.info.as_ref().map(order_info),
        shipping_option_id: payment.shipping_option.clone(),
        charge: charge(&payment.charge),
        subscription_until_date: until,
    }
    .into()
}

/// That a bot paid back. What it wrote into the invoice only the bot sees.
pub(super) fn refunded(refunded: &Charge, viewer: UserId) -> tl::enums::MessageAction {
    tl::types::MessageActionPaymentRefunded {
        peer: peer(refunded.bot.into()),
        currency: refunded.currency.clone(),
        total_amount: refunded.total,
        payload: (viewer == refunded.bot).then(|| refunded.payload.clone()),
        charge: charge(refunded),
    }
    .into()
}

fn charge(charge: &Charge) -> tl::enums::PaymentCharge {
    tl::types::PaymentCharge { id: charge.id.clone(), provider_charge_id: charge.provider_id.clone() }.into()
}

fn order_info(info: &OrderInfo) -> tl::enums::PaymentRequestedInfo {
    tl::types::PaymentRequestedInfo {
        name: info.name.clone(),
        phone: info.phone_number.clone(),
        email: info.email.clone(),
        shipping_address: info.address.as_ref().map(address),
    }
    .into()
}

fn address(address: &Address) -> tl::enums::PostAddress {
    tl::types::PostAddress {
        street_line1: address.street_line1.clone(),
        street_line2: address.street_line2.clone(),
        city: address.city.clone(),
        state: address.state.clone(),
        country_iso2: address.country_code.clone(),
        post_code: address.post_code.clone(),
    }
    .into()
}

/// So many Stars.
pub(crate) fn stars(amount: i64) -> tl::enums::StarsAmount {
    tl::types::StarsAmount { amount, nanos: 0 }.into()
}

/// Stars that came to a viewer, or went.
pub(crate) fn star_transaction(
    world: &World,
    viewer: UserId,
    transaction: &StarTransaction,
) -> tl::enums::StarsTransaction {
    let viewer_is_bot = world.account(viewer).is_some_and(Account::is_bot);
    let (other, payload, title, period) = match &transaction.partner {
        Partner::Account { account, payload, title, subscription_period, .. } => (
            tl::types::StarsTransactionPeer { peer: peer((*account).into()) }.into(),
            Some(payload.clone()).filter(|payload| viewer_is_bot && !payload.is_empty()),
            Some(title.clone()).filter(|title| !title.is_empty()),
            subscription_period.map(seconds),
        ),
        Partner::Other => (tl::enums::StarsTransactionPeer::Unsupported, None, None, None),
    };
    let sold = match &transaction.partner {
        Partner::Account { media, .. } => media.as_slice(),
        Partner::Other => &[],
    };
    let bought = |sent: &SentFile| -> tl::enums::MessageMedia { media::file(world, viewer, sent) };
    tl::types::StarsTransaction {
        refund: transaction.is_refund(),
        pending: false,
        failed: false,
        gift: false,
        reaction: false,
        stargift_upgrade: false,
        business_transfer: false,
        stargift_resale: false,
        posts_search: false,
        stargift_prepaid_upgrade: false,
        stargift_drop_original_details: false,
        phonegroup_message: false,
        stargift_auction_bid: false,
        offer: false,
        id: transaction.id.clone(),
        amount: stars(transaction.amount),
        date: seconds(transaction.date),
        peer: other,
        title,
        description: None,
        photo: None,
        transaction_date: None,
        transaction_url: None,
        bot_payload: payload,
        msg_id: None,
        extended_media: (!sold.is_empty()).then(|| sold.iter().map(bought).collect()),
        subscription_period: period,
        giveaway_post_id: None,
        stargift: None,
        floodskip_number: None,
        starref_commission_permille: None,
        starref_peer: None,
        starref_amount: None,
        paid_messages: None,
        premium_gift_months: None,
        ads_proceeds_from_date: None,
        ads_proceeds_to_date: None,
    }
    .into()
}
