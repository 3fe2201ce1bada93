//! Places, contacts, dice and games as TL has them.

use ambigram_core::types::Name;
use grammers_tl_types::{enums, types};

use super::number;

/// Which dice is thrown where nothing was said.
const DICE: &str = "🎲";

/// A point on the map.
pub(crate) fn point(latitude: f64, longitude: f64, accuracy: Option<f64>) -> enums::InputGeoPoint {
    #[allow(clippy::cast_possible_truncation, reason = "a float's cast stops at the largest number there is")]
    let accuracy_radius = accuracy.map(|metres| metres.ceil() as i32).filter(|metres| *metres > 0);
    types::InputGeoPoint { lat: latitude, long: longitude, accuracy_radius }.into()
}

/// A point that may move along with whoever sent it.
#[derive(Debug, Clone)]
pub(crate) struct Location {
    pub(crate) point: enums::InputGeoPoint,
    pub(crate) live_period: Option<u32>,
    pub(crate) heading: Option<u32>,
    pub(crate) proximity_alert_radius: Option<u32>,
}

macro_rules! location {
    ($($type:ty),+) => {
        $(impl From<&$type> for Location {
            fn from(request: &$type) -> Self {
                Self {
                    point: point(request.latitude, request.longitude, request.horizontal_accuracy),
                    live_period: request.live_period.filter(|period| *period != 0),
                    heading: request.heading.filter(|heading| *heading != 0),
                    proximity_alert_radius: request.proximity_alert_radius.filter(|radius| *radius != 0),
                }
            }
        })+
    };
}

location!(
    ambigram_core::requests::SendLocation,
    ambigram_core::requests::EditMessageLiveLocation,
    ambigram_core::requests::InputLocationMessageContent,
    ambigram_core::requests::InlineQueryResultLocation
);

impl Location {
    /// As what is sent: one that is kept up to date, or one that stays.
    pub(crate) fn media(self) -> enums::InputMedia {
        match self.live_period {
            None => types::InputMediaGeoPoint { geo_point: self.point }.into(),
            Some(_) => self.moved(),
        }
    }

    /// As the next place of one that is kept up to date.
    pub(crate) fn moved(self) -> enums::InputMedia {
        types::InputMediaGeoLive {
            stopped: false,
            geo_point: self.point,
            heading: self.heading.map(number),
            period: self.live_period.map(number),
            proximity_notification_radius: self.proximity_alert_radius.map(number),
        }
        .into()
    }

    /// As what an inline result sends.
    pub(super) fn inline(self, reply_markup: Option<enums::ReplyMarkup>) -> enums::InputBotInlineMessage {
        types::InputBotInlineMessageMediaGeo {
            geo_point: self.point,
            heading: self.heading.map(number),
            period: self.live_period.map(number),
            proximity_notification_radius: self.proximity_alert_radius.map(number),
            reply_markup,
        }
        .into()
    }
}

/// The last place of one that was kept up to date.
pub(crate) fn stopped() -> enums::InputMedia {
    types::InputMediaGeoLive {
        stopped: true,
        geo_point: enums::InputGeoPoint::Empty,
        heading: None,
        period: None,
        proximity_notification_radius: None,
    }
    .into()
}

/// A place with a name.
#[derive(Debug, Clone)]
pub(crate) struct Venue {
    point: enums::InputGeoPoint,
    title: String,
    address: String,
    provider: &'static str,
    id: String,
    kind: String,
}

macro_rules! venue {
    ($($type:ty),+) => {
        $(impl From<&$type> for Venue {
            fn from(request: &$type) -> Self {
                let given = |text: &Option<Name>| text.as_deref().unwrap_or_default().to_owned();
                let foursquare = (given(&request.foursquare_id), given(&request.foursquare_type));
                let google = (given(&request.google_place_id), given(&request.google_place_type));
                let is_given = |(id, kind): &(String, String)| !id.is_empty() || !kind.is_empty();
                let (provider, (id, kind)) = if is_given(&foursquare) {
                    ("foursquare", foursquare)
                } else if is_given(&google) {
                    ("gplaces", google)
                } else {
                    Default::default()
                };
                Self {
                    point: point(request.latitude, request.longitude, None),
                    title: request.title.clone(),
                    address: request.address.clone(),
                    provider,
                    id,
                    kind,
                }
            }
        })+
    };
}

venue!(
    ambigram_core::requests::SendVenue,
    ambigram_core::requests::InputMediaVenue,
    ambigram_core::requests::InputVenueMessageContent,
    ambigram_core::requests::InlineQueryResultVenue
);

impl Venue {
    /// As what is sent.
    pub(crate) fn media(self) -> enums::InputMedia {
        types::InputMediaVenue {
            geo_point: self.point,
            title: self.title,
            address: self.address,
            provider: self.provider.to_owned(),
            venue_id: self.id,
            venue_type: self.kind,
        }
        .into()
    }

    /// As what an inline result sends.
    pub(super) fn inline(self, reply_markup: Option<enums::ReplyMarkup>) -> enums::InputBotInlineMessage {
        types::InputBotInlineMessageMediaVenue {
            geo_point: self.point,
            title: self.title,
            address: self.address,
            provider: self.provider.to_owned(),
            venue_id: self.id,
            venue_type: self.kind,
            reply_markup,
        }
        .into()
    }
}

/// A phone contact.
#[derive(Debug, Clone)]
pub(crate) struct Contact {
    pub(super) phone_number: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    vcard: String,
}

macro_rules! contact {
    ($($type:ty),+) => {
        $(impl From<&$type> for Contact {
            fn from(request: &$type) -> Self {
                Self {
                    phone_number: request.phone_number.to_string(),
                    first_name: request.first_name.to_string(),
                    last_name: request.last_name.as_deref().unwrap_or_default().to_owned(),
                    vcard: request.vcard.clone().unwrap_or_default(),
                }
            }
        })+
    };
}

contact!(
    ambigram_core::requests::SendContact,
    ambigram_core::requests::InputContactMessageContent,
    ambigram_core::requests::InlineQueryResultContact
);

impl Contact {
    /// As what is sent.
    pub(crate) fn media(self) -> enums::InputMedia {
        let Self { phone_number, first_name, last_name, vcard } = self;
        types::InputMediaContact { phone_number, first_name, last_name, vcard }.into()
    }

    /// As what an inline result sends.
    pub(super) fn inline(self, reply_markup: Option<enums::ReplyMarkup>) -> enums::InputBotInlineMessage {
        let Self { phone_number, first_name, last_name, vcard } = self;
        types::InputBotInlineMessageMediaContact { phone_number, first_name, last_name, vcard, reply_markup }
            .into()
    }
}

/// An emoji with a random value.
pub(crate) fn dice(emoji: Option<&str>) -> enums::InputMedia {
    let emoticon = emoji.filter(|emoji| !emoji.is_empty()).unwrap_or(DICE).to_owned();
    types::InputMediaDice { emoticon }.into()
}

/// A game of the bot's.
pub(crate) fn game(short_name: &str) -> enums::InputMedia {
    let id =
        types::InputGameShortName { bot_id: enums::InputUser::UserSelf, short_name: short_name.to_owned() };
    types::InputMediaGame { id: id.into() }.into()
}
