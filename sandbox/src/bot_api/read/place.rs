//! Places, live locations and contacts that are to be sent. <https://core.telegram.org/bots/api#sendlocation>

use crate::bot_api::answer::Failure;
use crate::bot_api::request::Arguments;
use crate::rules::ContentRefusal;
use crate::rules::places::{Motion, Point};
use crate::world::{Contact, NewContent, NewPoint, Venue};

/// Reads a location, which is live where it is said for how long.
pub(crate) fn location(arguments: &Arguments) -> Result<NewContent, Failure> {
    let motion = Some(motion(arguments)).filter(|motion| motion.period != 0);
    Ok(NewContent::Location { point: point(arguments)?, motion })
}

/// Reads a place with a name.
pub(crate) fn venue(arguments: &Arguments) -> Result<NewContent, Failure> {
    let wrong = Failure::from(ContentRefusal::PointInvalid);
    let point = point(arguments).map_err(|failure| {
        if failure == wrong { ContentRefusal::VenuePointInvalid.into() } else { failure }
    })?;
    let text = |name| arguments.get(name).to_owned();
    let is_given = |names: [&str; 2]| names.iter().any(|name| !arguments.get(name).is_empty());
    let (provider, id, kind) = if is_given(["foursquare_id", "foursquare_type"]) {
        ("foursquare", text("foursquare_id"), text("foursquare_type"))
    } else if is_given(["google_place_id", "google_place_type"]) {
        ("gplaces", text("google_place_id"), text("google_place_type"))
    } else {
        ("", String::new(), String::new())
    };
    let (title, address) = (text("title"), text("address"));
    Ok(NewContent::Venue(Venue { point, title, address, provider: provider.to_owned(), id, kind }))
}

/// Reads a phone number with a name.
pub(crate) fn contact(arguments: &Arguments) -> Result<NewContent, Failure> {
    Ok(NewContent::Contact(Contact {
        phone_number: arguments.required("phone_number")?.to_owned(),
        first_name: arguments.required("first_name")?.to_owned(),
        last_name: arguments.get("last_name").to_owned(),
        vcard: arguments.get("vcard").to_owned(),
        user: None,
    }))
}

/// Reads where a live location is now.
pub(crate) fn new_point(arguments: &Arguments) -> Result<NewPoint, Failure> {
    let Motion { period, heading, proximity_radius } = motion(arguments);
    let point = Some(point(arguments)?);
    Ok(NewPoint { point, period, heading, proximity_radius, keyboard: None })
}

fn motion(arguments: &Arguments) -> Motion {
    let number = |name| arguments.integer(name, 0, i32::MIN, i32::MAX);
    Motion {
        period: number("live_period"),
        heading: number("heading"),
        proximity_radius: number("proximity_alert_radius"),
    }
}

fn point(arguments: &Arguments) -> Result<Point, Failure> {
    let text = |name| arguments.get(name).trim();
    for name in ["latitude", "longitude"] {
        if text(name).is_empty() {
            return Err(Failure::bad_request(&format!("{name} is empty")));
        }
    }
    // What is no number counts as 0, as everywhere.
    let number = |name| text(name).parse().unwrap_or(0.0);
    Ok(Point::new(number("latitude"), number("longitude"), number("horizontal_accuracy"))?)
}
