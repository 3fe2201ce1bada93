//! What invoices may be. <https://core.telegram.org/bots/payments>

use super::{ContentRefusal, Refusal};

/// Telegram's own currency.
pub const STARS: &str = "XTR";

/// The most of any currency, in its smallest unit.
const MOST: i64 = 999_999_999_999;

/// The most Stars of an invoice, and of a subscription.
const MOST_STARS: (i64, i64) = (100_000, 10_000);

/// The only time that a subscription is for: 30 days, in seconds.
pub const SUBSCRIPTION_PERIOD: i64 = 2_592_000;

/// How long a bot may think about a payment, and about the way of shipping, in seconds.
/// <https://core.telegram.org/bots/api#precheckoutquery>
pub const ANSWER_SECONDS: i64 = 10;

/// The ordinary currencies that Telegram knows.
const CURRENCIES: [&str; 87] = [
    "AED", "AFN", "ALL", "AMD", "ARS", "AUD", "AZN", "BAM", "BDT", "BGN", "BHD", "BND", "BOB", "BRL", "BYN",
    "CAD", "CHF", "CLP", "CNY", "COP", "CRC", "CZK", "DKK", "DOP", "DZD", "EGP", "ETB", "EUR", "GBP", "GEL",
    "GHS", "GTQ", "HKD", "HNL", "HRK", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
    "KES", "KGS", "KRW", "KZT", "LBP", "LKR", "MAD", "MDL", "MMK", "MNT", "MOP", "MUR", "MVR", "MXN", "MYR",
    "MZN", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "SAR", "SEK", "SGD", "SYP", "THB", "TJS", "TRY", "TTD", "TWD", "UAH", "USD",
];

/// Currencies that are told after those, in the alphabet's order.
const MORE_CURRENCIES: [&str; 6] = ["UYU", "UZS", "VES", "VND", "YER", "ZAR"];

/// A part of a price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// What it is for.
    pub label: String,
    /// How much, in the smallest unit of the currency; less than 0 for a discount.
    pub amount: i64,
}

/// What an invoice's picture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebPhoto {
    /// Where it is.
    pub url: String,
    /// Its size in bytes; 0 where that was not said.
    pub size: i32,
    /// In pixels; 0 where that was not said.
    pub width: i32,
    /// In pixels; 0 where that was not said.
    pub height: i32,
    /// What it is: `image/jpeg` and the like.
    pub mime_type: String,
}

/// An invoice, as its bot gives it and, once [accepted](accept), as Telegram keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invoice {
    /// The name of the goods.
    pub title: String,
    /// What they are.
    pub description: String,
    /// What only the bot sees.
    pub payload: Vec<u8>,
    /// Who takes the money; empty for Stars.
    pub provider_token: String,
    /// What the provider is told, as JSON; may be empty.
    pub provider_data: String,
    /// The currency.
    pub currency: String,
    /// The price, part by part.
    pub prices: Vec<Price>,
    /// The most that can be given beside the price.
    pub max_tip: i64,
    /// What is offered to be given beside the price.
    pub suggested_tips: Vec<i64>,
    /// The parameter of the deep link that makes the invoice again; may be empty.
    pub start_parameter: String,
    /// The picture.
    pub photo: Option<WebPhoto>,
    /// What the buyer has to tell.
    pub asks: Asks,
    /// Whether the price depends on where the goods are sent.
    pub is_flexible: bool,
    /// How long a subscription is, in seconds; `None` where it is none.
    pub subscription_period: Option<i64>,
    /// Whether nothing is really paid.
    pub is_test: bool,
}

/// What a buyer has to tell, and what of it the provider hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asks {
    /// The name.
    pub name: bool,
    /// The phone number.
    pub phone: bool,
    /// The e-mail address.
    pub email: bool,
    /// Where the goods are to be sent.
    pub address: bool,
    /// Whether the provider hears the phone number.
    pub phone_to_provider: bool,
    /// Whether the provider hears the e-mail address.
    pub email_to_provider: bool,
}

impl Invoice {
    /// The price in all.
    pub fn total(&self) -> i64 {
        self.prices.iter().map(|price| price.amount).fold(0, i64::saturating_add)
    }

    /// Whether it is paid with Stars.
    pub fn is_for_stars(&self) -> bool {
        self.currency == STARS
    }
}

/// Whether a picture, a tip and the like make sense with it; how it is kept.
///
/// # Errors
/// Whatever [Telegram](https://core.telegram.org/bots/api#sendinvoice) refuses.
pub fn accept(mut new: Invoice, is_link: bool) -> Result<Invoice, Refusal> {
    check_total(&new)?;
    check_tips(&new)?;
    new.asks.phone |= new.asks.phone_to_provider;
    new.asks.email |= new.asks.email_to_provider;
    new.asks.address |= new.is_flexible;
    if !(1..=32).contains(&new.title.chars().count()) {
        return Err(ContentRefusal::InvoiceTitleInvalid.into());
    }
    if !(1..=255).contains(&new.description.chars().count()) {
        return Err(ContentRefusal::InvoiceDescriptionInvalid.into());
    }
    if !(1..=128).contains(&new.payload.len()) {
        return Err(ContentRefusal::InvoicePayloadInvalid.into());
    }
    let is_start = |c: char| c == '_' || c == '-' || c.is_ascii_alphanumeric();
    if new.start_parameter.len() > 64 || !new.start_parameter.chars().all(is_start) {
        return Err(ContentRefusal::StartParameterInvalid.into());
    }
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    if !new.provider_data.is_empty() && !is_json(&new.provider_data) {
        return Err(ContentRefusal::ProviderDataInvalid.into());
    }
    if new.is_for_stars() { accept_stars(new, is_link) } else { accept_money(new) }
}

fn accept_money(new: Invoice) -> Result<Invoice, Refusal> {
    let currency = new.currency.as_str();
    if !CURRENCIES.contains(&currency) && !MORE_CURRENCIES.contains(&currency) {
        return Err(ContentRefusal::CurrencyInvalid.into());
    }
    if new.provider_token.is_empty() {
        return Err(ContentRefusal::PaymentProviderInvalid.into());
    }
    if new.subscription_period.is_some() {
        return Err(ContentRefusal::SubscriptionPeriodInvalid.into());
    }
    // A provider's token says between its colons whether it is for trying out.
    let is_test = new.provider_token.contains(":TEST:");
    Ok(Invoice { is_test, ..new })
}

fn accept_stars(new: Invoice, is_link: bool) -> Result<Invoice, Refusal> {
    if !new.provider_token.is_empty() {
        return Err(ContentRefusal::PaymentProviderInvalid.into());
    }
    let asks_nothing = new.asks == Asks::default();
    if new.prices.len() != 1 || new.max_tip != 0 || !asks_nothing || new.is_flexible {
        return Err(ContentRefusal::StarsInvoiceInvalid.into());
    }
    if new.total() > MOST_STARS.0 {
        return Err(ContentRefusal::TotalInvalid.into());
    }
    match new.subscription_period {
        Some(period) if period != SUBSCRIPTION_PERIOD || !is_link => {
            Err(ContentRefusal::SubscriptionPeriodInvalid.into())
        }
        Some(_) if new.total() > MOST_STARS.1 => Err(ContentRefusal::SubscriptionTooDear.into()),
        _ => Ok(new),
    }
}

fn check_total(new: &Invoice) -> Result<(), Refusal> {
    check_prices(&new.prices)?;
    let total = new.total();
    if total <= 0 {
        return Err(ContentRefusal::TotalNotPositive.into());
    }
    if total > MOST { Err(ContentRefusal::TotalTooBig.into()) } else { Ok(()) }
}

/// Whether the parts of a price can be.
///
/// # Errors
/// When there is none, or one is too big.
pub fn check_prices(prices: &[Price]) -> Result<(), Refusal> {
    if prices.is_empty() {
        return Err(ContentRefusal::PricesEmpty.into());
    }
    if prices.iter().any(|price| !(-MOST..=MOST).contains(&price.amount)) {
        return Err(ContentRefusal::PriceTooBig.into());
    }
    Ok(())
}

fn check_tips(new: &Invoice) -> Result<(), Refusal> {
    if !(0..=MOST).contains(&new.max_tip) {
        return Err(ContentRefusal::MaxTipInvalid.into());
    }
    for tip in &new.suggested_tips {
        if *tip <= 0 {
            return Err(ContentRefusal::TipNotPositive.into());
        }
        if *tip > new.max_tip {
            return Err(ContentRefusal::TipTooBig.into());
        }
    }
    if new.suggested_tips.len() > 4 {
        return Err(ContentRefusal::TooManyTips.into());
    }
    if new.suggested_tips.is_sorted_by(|one, next| one < next) {
        Ok(())
    } else {
        Err(ContentRefusal::TipsUnordered.into())
    }
}

/// An amount as a button shows it: `$1.45`, or `⭐️5`.
pub fn shown(amount: i64, currency: &str) -> String {
    if currency == STARS {
        return format!("⭐️{amount}");
    }
    let digits = match currency {
        "CLP" | "IQD" | "ISK" | "JPY" | "KRW" | "PYG" | "UGX" | "VND" => 0,
        "BHD" | "JOD" | "KWD" => 3,
        _ => 2,
    };
    let unit = 10_i64.pow(digits);
    let (whole, rest) = (amount / unit, (amount % unit).abs());
    let name = if currency == "USD" { "$" } else { currency };
    match digits {
        0 => format!("{name}{whole}"),
        digits => format!("{name}{whole}.{rest:0width$}", width = digits as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invoice(currency: &str, amounts: &[i64]) -> Invoice {
        let prices =
            amounts.iter().map(|amount| Price { label: "Part".to_owned(), amount: *amount }).collect();
        let provider_token = if currency == STARS { "" } else { "1:TEST:2" }.to_owned();
        Invoice {
            title: "Goods".to_owned(),
            description: "Good ones".to_owned(),
            payload: b"p".to_vec(),
            provider_token,
            currency: currency.to_owned(),
            prices,
            ..Invoice::default()
        }
    }

    #[test]
    fn what_telegram_refuses_of_invoices() {
        let asks = Asks { name: true, ..Asks::default() };
        for (new, expected) in [
            (invoice("USD", &[145]), None),
            (invoice("USD", &[145, -45]), None),
            (invoice(STARS, &[5]), None),
            (invoice("USD", &[]), Some("there must be at least one price part")),
            (invoice("USD", &[5, -5]), Some("total price must be positive")),
            (invoice("USD", &[MOST + 1]), Some("too big amount of the currency specified")),
            (invoice("USD", &[MOST, 1]), Some("total price is too big")),
            (invoice("ABC", &[5]), Some("CURRENCY_INVALID")),
            (
                Invoice { provider_token: String::new(), ..invoice("USD", &[5]) },
                Some("PAYMENT_PROVIDER_INVALID"),
            ),
            (Invoice { title: "x".repeat(33), ..invoice("USD", &[5]) }, Some("INVOICE_TITLE_INVALID")),
            (Invoice { payload: vec![b'x'; 129], ..invoice("USD", &[5]) }, Some("INVOICE_PAYLOAD_INVALID")),
            (invoice(STARS, &[1, 2]), Some("STARS_INVOICE_INVALID")),
            (Invoice { asks, ..invoice(STARS, &[5]) }, Some("STARS_INVOICE_INVALID")),
            (invoice(STARS, &[100_001]), Some("CURRENCY_TOTAL_AMOUNT_INVALID")),
            (
                Invoice { max_tip: 5, suggested_tips: vec![6], ..invoice("USD", &[5]) },
                Some("suggested tip amount can't be bigger than max_tip_amount"),
            ),
            (
                Invoice { max_tip: 9, suggested_tips: vec![1, 2, 3, 4, 5], ..invoice("USD", &[5]) },
                Some("there can be at most 4 suggested tip amounts"),
            ),
        ] {
            let refused = accept(new, false).err().map(|refusal| refusal.description());
            assert_eq!(refused, expected.map(|text| format!("Bad Request: {text}")));
        }
    }

    #[test]
    fn a_subscription_is_for_stars_by_link_and_for_a_month() {
        let subscription =
            |period, amount| Invoice { subscription_period: Some(period), ..invoice(STARS, &[amount]) };
        assert!(accept(subscription(SUBSCRIPTION_PERIOD, 10), true).is_ok());
        for (new, is_link) in [
            (subscription(SUBSCRIPTION_PERIOD, 10), false),
            (subscription(60, 10), true),
            (subscription(SUBSCRIPTION_PERIOD, 10_001), true),
        ] {
            assert!(accept(new, is_link).is_err());
        }
    }

    #[test]
    fn amounts_are_shown_in_the_currency_s_unit() {
        for (amount, currency, expected) in
            [(145, "USD", "$1.45"), (500, "JPY", "JPY500"), (1005, "EUR", "EUR10.05"), (5, STARS, "⭐️5")]
        {
            assert_eq!(shown(amount, currency), expected);
        }
    }
}
