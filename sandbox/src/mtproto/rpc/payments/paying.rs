//! Paying: a form is opened, what it asks for is told, and it is sent. The last two wait for the bot.
//! <https://core.telegram.org/method/payments.getPaymentForm>

use ambigram_core::types::{MessageId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::read::written as read;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::{Named, told};
use crate::mtproto::write::payment as write;
use crate::rules::{ContentRefusal, Refusal};
use crate::world::payments::{
    Address, Checkout, CheckoutState, InvoiceName, Offer, OrderInfo, Purchase, ShippingState,
};
use crate::world::{QueryId, Queue, World};

/// <https://core.telegram.org/method/payments.exportInvoice>
pub(super) fn export_invoice(
    caller: Caller,
    request: functions::payments::ExportInvoice,
) -> Result<enums::payments::ExportedInvoice, RpcError> {
    let bot = caller.bot()?;
    let enums::InputMedia::Invoice(given) = request.invoice_media else {
        return Err(RpcError::bad_request("MEDIA_INVALID"));
    };
    let invoice = read::invoice(*given)?;
    let slug = caller.front.world.write(|world| world.create_invoice_link(bot, invoice))?;
    Ok(types::payments::ExportedInvoice { url: format!("https://t.me/${slug}") }.into())
}

/// <https://core.telegram.org/method/payments.getPaymentForm>
pub(super) fn get_payment_form(
    caller: Caller,
    request: functions::payments::GetPaymentForm,
) -> Result<enums::payments::PaymentForm, RpcError> {
    let user = caller.user()?;
    caller.front.world.write(|world| {
        let name = name(&caller, world, user, &request.invoice)?;
        let (form_id, offer) = world.payment_form(user, &name)?;
        let Offer { bot, invoice, .. } = offer;
        let mut named = Named::default();
        named.user(bot);
        let users = named.users(&caller.front, world, user);
        let (title, description) = (invoice.title.clone(), invoice.description.clone());
        let photo = invoice.photo.as_ref().map(write::photo);
        let written = write::invoice(&invoice);
        if invoice.is_for_stars() {
            let form = types::payments::PaymentFormStars {
                form_id,
                bot_id: bot.0,
                title,
                description,
                photo,
                invoice: written,
                users,
            };
            return Ok(form.into());
        }
        Ok(types::payments::PaymentForm {
            can_save_credentials: false,
            password_missing: false,
            form_id,
            bot_id: bot.0,
            title,
            description,
            photo,
            invoice: written,
            // The provider's page: nobody opens it here.
            provider_id: bot.0,
            url: "https://example.com/pay".to_owned(),
            native_provider: None,
            native_params: None,
            additional_methods: None,
            saved_info: None,
            saved_credentials: None,
            users,
        }
        .into())
    })
}

/// <https://core.telegram.org/method/payments.validateRequestedInfo>
pub(super) async fn validate_requested_info(
    caller: Caller,
    request: functions::payments::ValidateRequestedInfo,
) -> Result<enums::payments::ValidatedRequestedInfo, RpcError> {
    let user = caller.user()?;
    let info = order_info(request.info);
    let world = &caller.front.world;
    let id = world.write(|world| {
        let name = name(&caller, world, user, &request.invoice)?;
        Ok::<_, RpcError>(world.tell_order_info(user, &name, info)?)
    })?;
    let state = |world: &World| {
        let told = world.shipping(id)?;
        (told.state != ShippingState::Waiting).then(|| told.state.clone())
    };
    match wait(&caller, state).await? {
        ShippingState::Options(options) => Ok(types::payments::ValidatedRequestedInfo {
            id: Some(id.0.to_string()),
            shipping_options: (!options.is_empty())
                .then(|| options.iter().map(write::shipping_option).collect()),
        }
        .into()),
        ShippingState::Refused(_) => Err(refused(ContentRefusal::ShippingNotAvailable)),
        ShippingState::Waiting | ShippingState::TimedOut => Err(refused(ContentRefusal::ShippingTimeout)),
    }
}

/// <https://core.telegram.org/method/payments.sendPaymentForm>
pub(super) async fn send_payment_form(
    caller: Caller,
    request: functions::payments::SendPaymentForm,
) -> Result<enums::payments::PaymentResult, RpcError> {
    let user = caller.user()?;
    let info = match &request.requested_info_id {
        None => None,
        Some(id) => Some(QueryId(id.parse().map_err(|_| refused(ContentRefusal::RequestedInfoUnknown))?)),
    };
    pay(&caller, user, &request.invoice, |invoice| Purchase {
        invoice,
        form: request.form_id,
        info,
        shipping_option: request.shipping_option_id.clone(),
        tip: request.tip_amount.unwrap_or_default(),
        with_stars: false,
    })
    .await
}

/// <https://core.telegram.org/method/payments.sendStarsForm>
pub(super) async fn send_stars_form(
    caller: Caller,
    request: functions::payments::SendStarsForm,
) -> Result<enums::payments::PaymentResult, RpcError> {
    let user = caller.user()?;
    pay(&caller, user, &request.invoice, |invoice| Purchase {
        invoice,
        form: request.form_id,
        info: None,
        shipping_option: None,
        tip: 0,
        with_stars: true,
    })
    .await
}

/// Pays, and waits until the bot has taken the payment.
async fn pay(
    caller: &Caller,
    user: UserId,
    invoice: &enums::InputInvoice,
    purchase: impl FnOnce(InvoiceName) -> Purchase,
) -> Result<enums::payments::PaymentResult, RpcError> {
    let world = &caller.front.world;
    let (id, before) = world.write(|world| {
        let name = name(caller, world, user, invoice)?;
        let before = world.queue_mut(user).last();
        Ok::<_, RpcError>((world.pay(user, purchase(name))?, before))
    })?;
    let state = |world: &World| {
        let checkout: &Checkout = world.checkout(id)?;
        (checkout.state != CheckoutState::Waiting).then(|| checkout.state.clone())
    };
    match wait(caller, state).await? {
        CheckoutState::Paid(_) => Ok(caller.read(|world| {
            let last = world.queue(user).map_or(before, Queue::last);
            let updates = told(&caller.front, world, user, before);
            caller.answered(before + 1..=last);
            types::payments::PaymentResult { updates }.into()
        })),
        CheckoutState::Failed(refusal) => Err(refusal.into()),
        CheckoutState::Refused(_) => Err(refused(ContentRefusal::PrecheckoutFailed)),
        CheckoutState::Waiting | CheckoutState::TimedOut => Err(refused(ContentRefusal::PrecheckoutTimeout)),
    }
}

/// Waits for a bot, whose time the world keeps; not for longer than the sandbox runs.
async fn wait<T>(caller: &Caller, look: impl FnMut(&World) -> Option<T>) -> Result<T, RpcError> {
    let mut stopping = caller.front.stopping.clone();
    tokio::select! {
        found = caller.front.world.wait_for(look) => Ok(found),
        Ok(_) = stopping.wait_for(|stopping| *stopping) => Err(RpcError::new(500, "INTERNAL")),
    }
}

fn refused(refusal: ContentRefusal) -> RpcError {
    Refusal::from(refusal).into()
}

fn name(
    caller: &Caller,
    world: &World,
    user: UserId,
    given: &enums::InputInvoice,
) -> Result<InvoiceName, RpcError> {
    match given {
        enums::InputInvoice::Message(given) => {
            let chat = Names::new(&caller.front, world, user).chat(&given.peer)?;
            Ok(InvoiceName::Message { chat, message: MessageId(given.msg_id) })
        }
        enums::InputInvoice::Slug(given) => Ok(InvoiceName::Slug(given.slug.clone())),
        _ => Err(RpcError::lacks("invoices of Telegram's own")),
    }
}

fn order_info(given: enums::PaymentRequestedInfo) -> OrderInfo {
    let enums::PaymentRequestedInfo::Info(given) = given;
    let address = |enums::PostAddress::Address(given)| Address {
        country_code: given.country_iso2,
        state: given.state,
        city: given.city,
        street_line1: given.street_line1,
        street_line2: given.street_line2,
        post_code: given.post_code,
    };
    OrderInfo {
        name: given.name,
        phone_number: given.phone,
        email: given.email,
        address: given.shipping_address.map(address),
    }
}
