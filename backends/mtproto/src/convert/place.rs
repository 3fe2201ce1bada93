//! Locations and venues.

use ambigram_core::types::{Location, Venue};
use grammers_tl_types::{enums, types};

use super::given;

/// A location; `None` for one that is not told.
pub(super) fn location(point: &enums::GeoPoint) -> Option<Location> {
    let enums::GeoPoint::Point(point) = point else { return None };
    Some(Location {
        horizontal_accuracy: given::some(point.accuracy_radius).map(f64::from),
        ..Location::new(point.lat, point.long)
    })
}

/// A location that is followed for a time. One that was left, as of `date`, is as any other.
pub(super) fn live_location(live: &types::MessageMediaGeoLive, sent: i32, date: i32) -> Option<Location> {
    let point = location(&live.geo)?;
    let is_over = date > sent && date.saturating_sub(sent) >= live.period;
    if is_over || live.period <= 0 {
        return Some(point);
    }
    Some(Location {
        live_period: Some(given::count(live.period)),
        heading: given::some(live.heading),
        proximity_alert_radius: given::some(live.proximity_notification_radius),
        ..point
    })
}

/// A venue; `None` for one whose location is not told.
pub(super) fn venue(venue: &types::MessageMediaVenue) -> Option<Venue> {
    let mut read = Venue::new(location(&venue.geo)?, venue.title.as_str(), venue.address.as_str());
    let (id, kind) = (given::name(&venue.venue_id), given::name(&venue.venue_type));
    match venue.provider.as_str() {
        "foursquare" => (read.foursquare_id, read.foursquare_type) = (id, kind),
        "gplaces" => (read.google_place_id, read.google_place_type) = (id, kind),
        _ => {}
    }
    Some(read)
}
