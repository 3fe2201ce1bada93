//! Sending places.

use crate::requests::Recipient;
use crate::requests::define::sending;
use crate::types::{Message, Name};

sending! {
    /// Sends a point on the map, which may then move along with the bot.
    /// <https://core.telegram.org/bots/api#sendlocation>
    SendLocation("sendLocation", send_location) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
        }
        optional {
            /// How uncertain it is, in metres, 0–1500.
            horizontal_accuracy: f64,
            /// How long it will be kept up to date, in seconds: 60–86400, or 0x7FFFFFFF for ever.
            live_period: u32,
            /// In which direction it moves, in degrees, 1–360.
            heading: u32,
            /// How near another member must come for both to be told, in metres, 1–100000.
            proximity_alert_radius: u32,
        }
    }
}

sending! {
    /// Sends a place with a name. <https://core.telegram.org/bots/api#sendvenue>
    SendVenue("sendVenue", send_venue) -> Message {
        required {
            /// Where to.
            chat_id: Recipient,
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
