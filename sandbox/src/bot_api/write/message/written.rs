//! Places, contacts, dice, games and invoices, which no file is needed for.

use ambigram_core::text::Text;
use serde_json::{Value, json};

use crate::bot_api::write::files::{animation, photo};
use crate::bot_api::write::{Object, Put, entities};
use crate::rules::places::Point;
use crate::world::{Contact, Dice, GameMessage, Location, MessageView, Venue, World};

/// A location. That it moves is told as long as it does. <https://core.telegram.org/bots/api#location>
pub(super) fn location(world: &World, view: &MessageView, location: &Location) -> Value {
    let mut object = point(&location.point);
    if let Some(motion) = location.motion.filter(|_| location.is_live(view.message.date, world.now())) {
        object.put("live_period", motion.period);
        object.put_some("heading", Some(motion.heading).filter(|heading| *heading > 0));
        object.put_some("proximity_alert_radius", Some(motion.proximity_radius).filter(|radius| *radius > 0));
    }
    object.into()
}

/// A point on the map.
pub(super) fn point(point: &Point) -> Object {
    let mut object = Object::new();
    object.put("latitude", point.latitude);
    object.put("longitude", point.longitude);
    if point.accuracy > 0 {
        object.put("horizontal_accuracy", f64::from(point.accuracy));
    }
    object
}

/// <https://core.telegram.org/bots/api#venue>
pub(super) fn venue(venue: &Venue) -> Value {
    let mut object = Object::new();
    object.put("location", point(&venue.point));
    object.put("title", venue.title.as_str());
    object.put("address", venue.address.as_str());
    let names = match venue.provider.as_str() {
        "foursquare" => Some(("foursquare_id", "foursquare_type")),
        "gplaces" => Some(("google_place_id", "google_place_type")),
        _ => None,
    };
    if let Some((id, kind)) = names {
        object.put_some(id, Some(venue.id.as_str()).filter(|id| !id.is_empty()));
        object.put_some(kind, Some(venue.kind.as_str()).filter(|kind| !kind.is_empty()));
    }
    object.into()
}

/// <https://core.telegram.org/bots/api#contact>
pub(super) fn contact(contact: &Contact) -> Value {
    let mut object = Object::new();
    object.put("phone_number", contact.phone_number.as_str());
    object.put("first_name", contact.first_name.as_str());
    object.put_some("last_name", Some(contact.last_name.as_str()).filter(|name| !name.is_empty()));
    object.put_some("vcard", Some(contact.vcard.as_str()).filter(|vcard| !vcard.is_empty()));
    object.put_some("user_id", contact.user.map(|user| user.0));
    object.into()
}

/// <https://core.telegram.org/bots/api#dice>
pub(super) fn dice(dice: &Dice) -> Value {
    json!({ "emoji": dice.emoji, "value": dice.value })
}

/// <https://core.telegram.org/bots/api#game>
pub(super) fn game(world: &World, view: &MessageView, found: &GameMessage) -> Value {
    let GameMessage { game, text } = found;
    let mut object = Object::new();
    object.put("title", game.title.as_str());
    put_text(&mut object, world, text);
    object.put("description", game.description.as_str());
    object.put("photo", photo(world, view.viewer, &game.photo));
    object.put_some("animation", game.animation.as_ref().map(|given| animation(world, view.viewer, given)));
    object.into()
}

fn put_text(object: &mut Object, world: &World, text: &Text) {
    if text.text.is_empty() {
        return;
    }
    object.put("text", text.text.as_str());
    if !text.entities.is_empty() {
        object.put("text_entities", entities(world, &text.entities));
    }
}
