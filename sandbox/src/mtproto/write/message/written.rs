//! Places, contacts, dice and games, which no file is needed for. <https://core.telegram.org/type/MessageMedia>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types as tl;

use crate::mtproto::write::document::document;
use crate::mtproto::write::photo::photo;
use crate::rules::places::Point;
use crate::world::{Contact, Dice, Game, Location, Venue, World};

/// A location, or the way of somebody who moves, or moved.
pub(super) fn location(location: &Location) -> tl::enums::MessageMedia {
    let geo = point(&location.point);
    let Some(motion) = location.motion else { return tl::types::MessageMediaGeo { geo }.into() };
    tl::types::MessageMediaGeoLive {
        geo,
        heading: Some(motion.heading).filter(|heading| *heading > 0),
        period: motion.period,
        proximity_notification_radius: Some(motion.proximity_radius).filter(|radius| *radius > 0),
    }
    .into()
}

fn point(point: &Point) -> tl::enums::GeoPoint {
    tl::types::GeoPoint {
        long: point.longitude,
        lat: point.latitude,
        // Only previews of maps are fetched by it, and there are none.
        access_hash: 1,
        accuracy_radius: i32::try_from(point.accuracy).ok().filter(|accuracy| *accuracy > 0),
    }
    .into()
}

/// A place with a name.
pub(super) fn venue(venue: &Venue) -> tl::enums::MessageMedia {
    tl::types::MessageMediaVenue {
        geo: point(&venue.point),
        title: venue.title.clone(),
        address: venue.address.clone(),
        provider: venue.provider.clone(),
        venue_id: venue.id.clone(),
        venue_type: venue.kind.clone(),
    }
    .into()
}

/// A phone number with a name.
pub(super) fn contact(contact: &Contact) -> tl::enums::MessageMedia {
    tl::types::MessageMediaContact {
        phone_number: contact.phone_number.clone(),
        first_name: contact.first_name.clone(),
        last_name: contact.last_name.clone(),
        vcard: contact.vcard.clone(),
        user_id: contact.user.map_or(0, |user| user.0),
    }
    .into()
}

/// Something that fell by chance.
pub(super) fn dice(dice: &Dice) -> tl::enums::MessageMedia {
    let value = i32::try_from(dice.value).unwrap_or_default();
    tl::types::MessageMediaDice { value, emoticon: dice.emoji.clone(), game_outcome: None }.into()
}

/// A game.
pub(super) fn game(world: &World, viewer: UserId, game: &Game) -> tl::enums::MessageMedia {
    let written = tl::types::Game {
        id: game.id,
        access_hash: ChatId::from(game.bot).0 ^ game.id,
        short_name: game.short_name.clone(),
        title: game.title.clone(),
        description: game.description.clone(),
        photo: photo(world, viewer, &game.photo),
        document: game.animation.as_ref().map(|given| document(world, viewer, given)),
    };
    tl::types::MessageMediaGame { game: written.into() }.into()
}
