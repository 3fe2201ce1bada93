//! Invoices as TL has them, in messages, in links and in inline results.

use ambigram_core::requests::{CreateInvoiceLink, InputInvoiceMessageContent, LabeledPrice, SendInvoice};
use grammers_tl_types::{enums, types};

use super::number;

/// What the payment provider is told where nothing was said: JSON all the same.
const NOTHING: &str = "null";

/// What an invoice says, wherever it stands.
#[derive(Debug, Clone)]
pub(crate) struct Invoice {
    title: String,
    description: String,
    payload: Vec<u8>,
    provider: Option<String>,
    provider_data: String,
    start_param: Option<String>,
    photo: Option<enums::InputWebDocument>,
    invoice: types::Invoice,
}

/// The picture of what is sold, where it has one.
fn photo(
    url: Option<&str>,
    size: Option<i32>,
    width: Option<u32>,
    height: Option<u32>,
) -> Option<enums::InputWebDocument> {
    let url = url.filter(|url| !url.is_empty())?;
    Some(super::web_document(url, "image/jpeg", size, super::image_size(width, height).into_iter().collect()))
}

fn price(price: &LabeledPrice) -> enums::LabeledPrice {
    types::LabeledPrice { label: price.label.to_string(), amount: price.amount }.into()
}

/// The parts of a price.
pub(crate) fn prices(parts: &[LabeledPrice]) -> Vec<enums::LabeledPrice> {
    parts.iter().map(price).collect()
}

/// The three requests say the same under the same names.
macro_rules! from_request {
    ($type:ty, $start:expr, $period:expr) => {
        impl From<&$type> for Invoice {
            fn from(request: &$type) -> Self {
                let start: fn(&$type) -> Option<String> = $start;
                let period: fn(&$type) -> Option<u32> = $period;
                let given = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
                let tips = request.suggested_tip_amounts.clone().unwrap_or_default();
                // Tips go together with the largest that is taken.
                let takes_tips = !tips.is_empty() || request.max_tip_amount.is_some_and(|most| most != 0);
                let size = request.photo_size.map(|size| i32::try_from(size).unwrap_or(i32::MAX));
                Self {
                    title: request.title.to_string(),
                    description: request.description.to_string(),
                    payload: request.payload.as_bytes().to_vec(),
                    provider: given(request.provider_token.as_deref()),
                    provider_data: given(request.provider_data.as_deref())
                        .unwrap_or_else(|| NOTHING.to_owned()),
                    start_param: start(request).filter(|start| !start.is_empty()),
                    photo: photo(
                        request.photo_url.as_deref(),
                        size,
                        request.photo_width,
                        request.photo_height,
                    ),
                    invoice: types::Invoice {
                        test: false,
                        name_requested: request.need_name,
                        phone_requested: request.need_phone_number,
                        email_requested: request.need_email,
                        shipping_address_requested: request.need_shipping_address,
                        flexible: request.is_flexible,
                        phone_to_provider: request.send_phone_number_to_provider,
                        email_to_provider: request.send_email_to_provider,
                        recurring: false,
                        currency: request.currency.to_string(),
                        prices: prices(&request.prices),
                        max_tip_amount: takes_tips.then(|| request.max_tip_amount.unwrap_or_default()),
                        suggested_tip_amounts: takes_tips.then_some(tips),
                        terms_url: None,
                        subscription_period: period(request).filter(|period| *period != 0).map(number),
                    },
                }
            }
        }
    };
}

from_request!(SendInvoice, |request| request.start_parameter.as_deref().map(str::to_owned), |_| None);
from_request!(CreateInvoiceLink, |_| None, |request| request.subscription_period);
from_request!(InputInvoiceMessageContent, |_| None, |_| None);

impl Invoice {
    /// As what is sent, or what a link leads to.
    pub(crate) fn media(self) -> enums::InputMedia {
        types::InputMediaInvoice {
            title: self.title,
            description: self.description,
            photo: self.photo,
            invoice: self.invoice.into(),
            payload: self.payload,
            provider: self.provider,
            provider_data: types::DataJson { data: self.provider_data }.into(),
            start_param: self.start_param,
            extended_media: None,
        }
        .into()
    }

    /// As what an inline result sends.
    pub(super) fn inline(self, reply_markup: Option<enums::ReplyMarkup>) -> enums::InputBotInlineMessage {
        types::InputBotInlineMessageMediaInvoice {
            title: self.title,
            description: self.description,
            photo: self.photo,
            invoice: self.invoice.into(),
            payload: self.payload,
            provider: self.provider.unwrap_or_default(),
            provider_data: types::DataJson { data: self.provider_data }.into(),
            reply_markup,
        }
        .into()
    }
}
