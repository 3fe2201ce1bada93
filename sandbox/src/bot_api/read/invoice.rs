//! Invoices that are to be sent, and ways of shipping. <https://core.telegram.org/bots/api#sendinvoice>

use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::{Arguments, exact_integer};
use crate::rules::payments::{Asks, Invoice, Price, WebPhoto};
use crate::world::payments::ShippingOption;

/// Reads an invoice.
pub(crate) fn invoice(arguments: &Arguments) -> Result<Invoice, Reason> {
    let text = |name| arguments.get(name).to_owned();
    let required = |name| arguments.required(name).map(str::to_owned);
    let (title, description, payload) = (required("title")?, required("description")?, required("payload")?);
    let (currency, given) = (required("currency")?, required("prices")?);
    let given: Value =
        serde_json::from_str(&given).map_err(|_| "Can't parse prices JSON object".to_owned())?;
    let prices = prices(&given)?;
    let max_tip = match arguments.get("max_tip_amount") {
        "" => 0,
        text => exact_integer(text).ok_or("Can't parse \"max_tip_amount\" as Number")?,
    };
    let suggested_tips = tips(arguments.get("suggested_tip_amounts"))?;
    let period = arguments.integer("subscription_period", 0, 0, i32::MAX);
    Ok(Invoice {
        title,
        description,
        payload: payload.into_bytes(),
        provider_token: text("provider_token"),
        provider_data: text("provider_data"),
        currency,
        prices,
        max_tip,
        suggested_tips,
        start_parameter: text("start_parameter"),
        photo: photo(arguments),
        asks: Asks {
            name: arguments.flag("need_name"),
            phone: arguments.flag("need_phone_number"),
            email: arguments.flag("need_email"),
            address: arguments.flag("need_shipping_address"),
            phone_to_provider: arguments.flag("send_phone_number_to_provider"),
            email_to_provider: arguments.flag("send_email_to_provider"),
        },
        is_flexible: arguments.flag("is_flexible"),
        subscription_period: Some(period.into()).filter(|period| *period != 0),
        is_test: false,
    })
}

fn photo(arguments: &Arguments) -> Option<WebPhoto> {
    let url = arguments.get("photo_url");
    let number = |name| arguments.integer(name, 0, 0, 1_000_000_000);
    (!url.is_empty()).then(|| WebPhoto {
        url: url.to_owned(),
        size: number("photo_size"),
        width: number("photo_width"),
        height: number("photo_height"),
        mime_type: "image/jpeg".to_owned(),
    })
}

fn prices(value: &Value) -> Result<Vec<Price>, Reason> {
    let prices = value.as_array().ok_or("Expected an Array of labeled prices")?;
    let prices: Vec<_> = prices
        .iter()
        .map(|value| price(value).map_err(|reason| format!("Can't parse labeled price: {reason}")))
        .collect::<Result<_, _>>()?;
    if prices.is_empty() { Err("There must be at least one price".to_owned()) } else { Ok(prices) }
}

fn price(value: &Value) -> Result<Price, Reason> {
    let fields = Fields::of(value).ok_or("LabeledPrice must be an Object")?;
    let label = fields.required_text("label")?;
    if label.is_empty() {
        return Err("LabeledPrice label must be non-empty".to_owned());
    }
    Ok(Price { label, amount: fields.required_long("amount")? })
}

fn tips(json: &str) -> Result<Vec<i64>, Reason> {
    if json.is_empty() {
        return Ok(Vec::new());
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse suggested_tip_amounts JSON object".to_owned())?;
    let tips = value.as_array().ok_or("Expected an Array of suggested tip amounts")?;
    let tip = |value: &Value| {
        let number = match value {
            Value::Number(number) => exact_integer(&number.to_string()),
            Value::String(text) => exact_integer(text),
            _ => return Err("Suggested tip amount must be of type Number or String".to_owned()),
        };
        number.ok_or_else(|| "Can't parse suggested tip amount as Number".to_owned())
    };
    tips.iter().map(tip).collect()
}

/// Reads the ways in which goods can be sent.
pub(crate) fn shipping_options(json: &str) -> Result<Vec<ShippingOption>, Reason> {
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse shipping options JSON object".to_owned())?;
    let options = value.as_array().ok_or("Expected an Array of shipping options")?;
    let options: Vec<_> = options
        .iter()
        .map(|value| {
            shipping_option(value).map_err(|reason| format!("Can't parse shipping option: {reason}"))
        })
        .collect::<Result<_, _>>()?;
    if options.is_empty() {
        Err("There must be at least one shipping option".to_owned())
    } else {
        Ok(options)
    }
}

fn shipping_option(value: &Value) -> Result<ShippingOption, Reason> {
    let fields = Fields::of(value).ok_or("ShippingOption must be an Object")?;
    let filled = |name, what| match fields.required_text(name)? {
        text if text.is_empty() => Err(format!("ShippingOption {what} must be non-empty")),
        text => Ok(text),
    };
    let (id, title) = (filled("id", "identifier")?, filled("title", "title")?);
    let given = fields.value("prices").ok_or("Can't find field \"prices\"")?;
    let prices = prices(given).map_err(|reason| format!("Can't parse shipping option prices: {reason}"))?;
    Ok(ShippingOption { id, title, prices })
}
