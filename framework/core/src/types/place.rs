//! Points on the map.

use super::define::object;
use super::{Name, User};

object! {
    /// A point on the map, live or not. <https://core.telegram.org/bots/api#location>
    Location {
        required {
            /// Degrees north of the equator; south if negative.
            latitude: f64,
            /// Degrees east of Greenwich; west if negative.
            longitude: f64,
        }
        optional {
            /// How far off it may be, in metres: 0–1500.
            horizontal_accuracy: f64,
            /// How long a live location is updated after it was sent, in seconds.
            live_period: u32,
            /// Where the user of a live location is going, in degrees: 1–360.
            heading: u32,
            /// How near another member must come for an alert, in metres; for live locations.
            proximity_alert_radius: u32,
        }
    }
}

object! {
    /// A place with a name. <https://core.telegram.org/bots/api#venue>
    Venue {
        required {
            /// Where it is; never live.
            location: Location,
            /// What it is called.
            title: Name,
            /// Its postal address.
            address: String,
        }
        optional {
            /// Its id at Foursquare.
            foursquare_id: Name,
            /// Its kind at Foursquare, such as `arts_entertainment/aquarium`.
            foursquare_type: Name,
            /// Its id at Google Places.
            google_place_id: Name,
            /// Its kind at Google Places.
            google_place_type: Name,
        }
    }
}

object! {
    /// One user came near to another, who shares their live location and asked to be told.
    /// <https://core.telegram.org/bots/api#proximityalerttriggered>
    ProximityAlertTriggered {
        required {
            /// Who came near.
            traveler: User,
            /// Who asked to be told.
            watcher: User,
            /// How far apart they are, in metres.
            distance: u32,
        }
    }
}
