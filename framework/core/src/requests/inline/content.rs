//! What is sent when an inline result is chosen, in the place of the result itself.

use crate::requests::define::{input, inputs};
use crate::requests::{InputText, LabeledPrice};
use crate::types::{LinkPreviewOptions, Name};

inputs! {
    /// What is sent when an inline result is chosen. <https://core.telegram.org/bots/api#inputmessagecontent>
    InputMessageContent {
        /// A text.
        Text(InputTextMessageContent),
        /// A point on the map.
        Location(InputLocationMessageContent),
        /// A place with a name.
        Venue(InputVenueMessageContent),
        /// A phone contact.
        Contact(InputContactMessageContent),
        /// An invoice.
        Invoice(InputInvoiceMessageContent),
    }
}

impl<T: Into<InputText>> From<T> for InputMessageContent {
    fn from(text: T) -> Self {
        InputTextMessageContent::new(text).into()
    }
}

input! {
    /// A text. <https://core.telegram.org/bots/api#inputtextmessagecontent>
    InputTextMessageContent {
        required {
            /// The text, 1–4096 characters.
            message_text: InputText,
        }
        optional {
            /// How an address in it is previewed.
            link_preview_options(link_preview): LinkPreviewOptions,
        }
    }
}

input! {
    /// A point on the map. <https://core.telegram.org/bots/api#inputlocationmessagecontent>
    InputLocationMessageContent {
        required {
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
        }
        optional {
            /// How uncertain it is, in metres, 0–1500.
            horizontal_accuracy: f64,
            /// How long it can be kept up to date, in seconds: 60–86400, or 0x7FFFFFFF for ever.
            live_period: u32,
            /// In which direction it moves, in degrees, 1–360.
            heading: u32,
            /// How near another member must come for both to be told, in metres, 1–100000.
            proximity_alert_radius: u32,
        }
    }
}

input! {
    /// A place with a name. <https://core.telegram.org/bots/api#inputvenuemessagecontent>
    InputVenueMessageContent {
        required {
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
            /// What it is called.
            title: String,
            /// Its address.
            address: String,
        }
        optional {
            /// Its identifier at Foursquare.
            foursquare_id: Name,
            /// Its kind at Foursquare, such as `arts_entertainment/aquarium`.
            foursquare_type: Name,
            /// Its identifier at Google Places.
            google_place_id: Name,
            /// Its kind at Google Places.
            google_place_type: Name,
        }
    }
}

input! {
    /// A phone contact. <https://core.telegram.org/bots/api#inputcontactmessagecontent>
    InputContactMessageContent {
        required {
            /// The phone number.
            phone_number: Name,
            /// The contact's first name.
            first_name: Name,
        }
        optional {
            /// The contact's last name.
            last_name: Name,
            /// More about the contact as a vCard, 0–2048 bytes.
            vcard: String,
        }
    }
}

input! {
    /// An invoice. <https://core.telegram.org/bots/api#inputinvoicemessagecontent>
    InputInvoiceMessageContent {
        required {
            /// What is sold, 1–32 characters.
            title: String,
            /// What it is, 1–255 characters.
            description: String,
            /// What the bot knows the invoice by, 1–128 bytes; nobody sees it.
            payload: String,
            /// The currency's three-letter code; `XTR` for Stars.
            currency: Name,
            /// What it costs, part by part; exactly one part for Stars.
            prices: Vec<LabeledPrice>,
        }
        optional {
            /// The token of the payment provider, from @BotFather; none for Stars.
            provider_token: String,
            /// The most that can be tipped, in the currency's smallest unit.
            max_tip_amount: i64,
            /// What tips are suggested, rising, at most 4, in the currency's smallest unit.
            suggested_tip_amounts: Vec<i64>,
            /// What the payment provider is told, as JSON.
            provider_data: String,
            /// The address of a picture of what is sold.
            photo_url: String,
            /// The picture's size, in bytes.
            photo_size: u32,
            /// The picture's width, in pixels.
            photo_width: u32,
            /// The picture's height, in pixels.
            photo_height: u32,
        }
        flags {
            /// Asks for the buyer's full name.
            need_name,
            /// Asks for the buyer's phone number.
            need_phone_number,
            /// Asks for the buyer's email address.
            need_email,
            /// Asks for the buyer's address.
            need_shipping_address,
            /// Tells the payment provider the phone number.
            send_phone_number_to_provider,
            /// Tells the payment provider the email address.
            send_email_to_provider,
            /// Says that the price depends on the way of shipping.
            is_flexible,
        }
    }
}
