//! What users pay, and how many Stars they have.

use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::error::Error;
use super::input::{Input, Name};
use super::waiting::within;
use super::{Control, Here, Reply, Shown, account, chat, user};
use crate::bot_api::write;
use crate::world::payments::{
    Address, CheckoutState, InvoiceName, OrderInfo, Purchase, ShippingOption, ShippingState,
};
use crate::world::{QueryId, World};

/// For how long a payment is waited for: a little longer than a bot may take for both of its answers.
const PATIENCE: f64 = 30.0;

/// A user pays an invoice, and waits until the bot has taken the payment.
pub(super) async fn pay(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&["chat", "message", "link", "info", "shipping_option", "tip"])?;
    let tip = input.integer("tip")?.unwrap_or_default();
    let info = order_info(&input)?;
    let (payer, invoice) =
        control.world.read(|world| Ok::<_, Error>((user(world, &who)?, invoice_name(world, &input)?)))?;
    let told = match info {
        None => None,
        Some(info) => Some(
            control.world.write(|world| world.tell_order_info(payer, &invoice, info)).map_err(Error::from)?,
        ),
    };
    let options = match told {
        None => Vec::new(),
        Some(told) => ways_of_shipping(&control, told).await?,
    };
    let wanted = input.text("shipping_option")?.or_else(|| options.first().map(|option| option.id.clone()));
    let query = control.world.write(|world| {
        let (form, offer) = world.payment_form(payer, &invoice)?;
        let with_stars = offer.invoice.is_for_stars();
        let purchase = Purchase { invoice, form, info: told, shipping_option: wanted, tip, with_stars };
        world.pay(payer, purchase)
    })?;
    let state = |world: &World| {
        let checkout = world.checkout(query)?;
        (checkout.state != CheckoutState::Waiting).then(|| checkout.state.clone())
    };
    let state = within(&control, PATIENCE, state).await?;
    control.world.read(|world| match state {
        Some(CheckoutState::Paid(key)) => {
            let view = world.view(payer, key);
            let message = view.as_ref().map(|view| write::message::message(world, view));
            Ok(Reply::created(json!({ "state": "paid", "message": message })))
        }
        Some(CheckoutState::Refused(reason)) => Ok(json!({ "state": "refused", "reason": reason }).into()),
        Some(CheckoutState::Failed(refusal)) => Err(refusal.into()),
        Some(CheckoutState::TimedOut) => Ok(json!({ "state": "timed_out" }).into()),
        Some(CheckoutState::Waiting) | None => {
            Err(Error::timed_out("an answer to the pre-checkout query", query.0.to_string()))
        }
    })
}

async fn ways_of_shipping(control: &Control, told: QueryId) -> Result<Vec<ShippingOption>, Error> {
    let state = |world: &World| {
        let shipping = world.shipping(told)?;
        (shipping.state != ShippingState::Waiting).then(|| shipping.state.clone())
    };
    match within(control, PATIENCE, state).await? {
        Some(ShippingState::Options(options)) => Ok(options),
        Some(ShippingState::Refused(reason)) => Err(Error::missing("a way of shipping", reason)),
        _ => Err(Error::timed_out("an answer to the shipping query", told.0.to_string())),
    }
}

fn invoice_name(world: &World, input: &Input) -> Result<InvoiceName, Error> {
    if let Some(link) = input.text("link")? {
        let slug = link.rsplit_once('$').or_else(|| link.rsplit_once("invoice/"));
        return Ok(InvoiceName::Slug(slug.map_or(link.as_str(), |(_, slug)| slug).to_owned()));
    }
    let place =
        input.value("chat").map(|place| place.as_str().map_or_else(|| place.to_string(), str::to_owned));
    let place = place.ok_or_else(|| Error::input("chat", "a link, or a chat and a message", Value::Null))?;
    let message = input.message_id("message")?;
    let message = message.ok_or_else(|| Error::input("message", "a message id", Value::Null))?;
    Ok(InvoiceName::Message { chat: chat(world, &place)?, message })
}

fn order_info(input: &Input) -> Result<Option<OrderInfo>, Error> {
    let Some(given) = input.value("info") else { return Ok(None) };
    let expected = || Error::input("info", "an OrderInfo of the Bot API", given.clone());
    let fields = given.as_object().ok_or_else(expected)?;
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let address = fields.get("shipping_address").map(|given| {
        let text = |name: &str| given.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Address {
            country_code: text("country_code"),
            state: text("state"),
            city: text("city"),
            street_line1: text("street_line1"),
            street_line2: text("street_line2"),
            post_code: text("post_code"),
        }
    });
    Ok(Some(OrderInfo {
        name: text("name"),
        phone_number: text("phone_number"),
        email: text("email"),
        address,
    }))
}

/// An account's Stars: how many, and where they came from.
pub(super) async fn show_stars(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&[])?;
    control.world.read(|world| {
        let account = account(world, &Name::read(&who)?)?;
        let all = world.star_transactions(account).iter();
        let transactions: Value =
            all.map(|one| write::payment::star_transaction(world, account, one)).collect();
        Ok(json!({ "balance": world.stars(account), "transactions": transactions }).into())
    })
}

/// An account has so many Stars now.
pub(super) async fn set_stars(State(control): Here, Path(who): Path<String>, input: Input) -> Shown {
    input.only(&["balance"])?;
    let balance = input.integer("balance")?;
    let balance = balance.ok_or_else(|| Error::input("balance", "a number of Stars", Value::Null))?;
    control.world.write(|world| {
        let account = account(world, &Name::read(&who)?)?;
        world.set_stars(account, balance)?;
        Ok(json!({ "balance": balance }).into())
    })
}
