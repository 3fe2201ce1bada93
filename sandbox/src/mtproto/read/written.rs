//! Places, contacts, dice, polls, games and invoices that clients want to be sent.
//! <https://core.telegram.org/type/InputMedia>

use ambigram_core::text::Text;
use grammers_tl_types::{enums, types};

use super::entities;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::rules::ContentRefusal;
use crate::rules::Refusal;
use crate::rules::payments::{Asks, Invoice, Price, WebPhoto};
use crate::rules::places::{Motion, Point};
use crate::rules::polls::{NewPoll, Quiz};
use crate::world::{Contact, NewContent, NewPoint, Venue, World};

/// Reads what needs no file; `None` for other media.
pub(super) fn content(
    world: &World,
    names: Names<'_>,
    given: enums::InputMedia,
    caption: Text,
) -> Result<Option<NewContent>, RpcError> {
    use enums::InputMedia as Media;
    Ok(Some(match given {
        Media::GeoPoint(given) => NewContent::Location { point: point(&given.geo_point)?, motion: None },
        Media::GeoLive(given) => {
            let motion = Some(motion(&given));
            NewContent::Location { point: point(&given.geo_point)?, motion }
        }
        Media::Venue(given) => NewContent::Venue(Venue {
            point: point(&given.geo_point)?,
            title: given.title,
            address: given.address,
            provider: given.provider,
            id: given.venue_id,
            kind: given.venue_type,
        }),
        Media::Contact(given) => NewContent::Contact(Contact {
            phone_number: given.phone_number,
            first_name: given.first_name,
            last_name: given.last_name,
            vcard: given.vcard,
            user: None,
        }),
        Media::Dice(given) => NewContent::Dice(given.emoticon),
        Media::Poll(given) => NewContent::Poll(Box::new(poll(names, *given, caption)?)),
        Media::Game(given) => game(world, names, given.id)?,
        Media::Invoice(given) => NewContent::Invoice(Box::new(invoice(*given)?)),
        _ => return Ok(None),
    }))
}

/// Reads where a live location is now, or that it ends; `None` for other media.
pub(crate) fn new_point(given: &enums::InputMedia) -> Result<Option<NewPoint>, RpcError> {
    let enums::InputMedia::GeoLive(given) = given else { return Ok(None) };
    let point = if given.stopped { None } else { Some(point(&given.geo_point)?) };
    let Motion { period, heading, proximity_radius } = motion(given);
    Ok(Some(NewPoint { point, period, heading, proximity_radius, keyboard: None }))
}

/// Whether a poll is to be over; `None` for other media.
pub(crate) fn ends_poll(given: &enums::InputMedia) -> Option<bool> {
    let enums::InputMedia::Poll(given) = given else { return None };
    let enums::Poll::Poll(poll) = &given.poll;
    Some(poll.closed)
}

fn motion(given: &types::InputMediaGeoLive) -> Motion {
    Motion {
        period: given.period.unwrap_or_default(),
        heading: given.heading.unwrap_or_default(),
        proximity_radius: given.proximity_notification_radius.unwrap_or_default(),
    }
}

fn point(given: &enums::InputGeoPoint) -> Result<Point, RpcError> {
    let enums::InputGeoPoint::Point(given) = given else {
        return Err(Refusal::from(ContentRefusal::PointInvalid).into());
    };
    let accuracy = given.accuracy_radius.unwrap_or_default().into();
    Ok(Point::new(given.lat, given.long, accuracy)?)
}

fn poll(names: Names<'_>, given: types::InputMediaPoll, description: Text) -> Result<NewPoll, RpcError> {
    if given.attached_media.is_some() || given.solution_media.is_some() {
        return Err(RpcError::lacks("media of polls"));
    }
    let enums::Poll::Poll(poll) = given.poll;
    let options = poll.answers.into_iter().map(|given| option(names, given)).collect::<Result<_, _>>()?;
    let explanation = Text {
        text: given.solution.unwrap_or_default(),
        entities: entities(names, given.solution_entities)?,
    };
    let correct = given.correct_answers.unwrap_or_default().into_iter().map(i64::from).collect();
    Ok(NewPoll {
        question: text(names, poll.question)?,
        options,
        description,
        is_anonymous: !poll.public_voters,
        allows_multiple_answers: poll.multiple_choice,
        allows_revoting: !poll.revoting_disabled,
        allows_adding_options: poll.open_answers,
        shuffles_options: poll.shuffle_answers,
        hides_results: poll.hide_results_until_close,
        is_members_only: poll.subscribers_only,
        countries: poll.countries_iso2.unwrap_or_default(),
        quiz: poll.quiz.then_some(Quiz { correct, explanation }),
        open_period: poll.close_period.map(i64::from),
        close_date: poll.close_date.map(i64::from),
        is_closed: poll.closed,
    })
}

/// Reads what an option of a poll says.
pub(crate) fn option(names: Names<'_>, given: enums::PollAnswer) -> Result<Text, RpcError> {
    let (given, has_media) = match given {
        enums::PollAnswer::Answer(given) => (given.text, given.media.is_some()),
        enums::PollAnswer::InputPollAnswer(given) => (given.text, given.media.is_some()),
    };
    if has_media { Err(RpcError::lacks("media of poll options")) } else { text(names, given) }
}

/// A text with its formatting.
pub(crate) fn text(names: Names<'_>, given: enums::TextWithEntities) -> Result<Text, RpcError> {
    let enums::TextWithEntities::Entities(given) = given;
    Ok(Text { text: given.text, entities: entities(names, Some(given.entities))? })
}

fn game(world: &World, names: Names<'_>, given: enums::InputGame) -> Result<NewContent, RpcError> {
    let refused = |refusal: ContentRefusal| RpcError::from(Refusal::from(refusal));
    Ok(match given {
        enums::InputGame::Id(given) => {
            let game = world.game_numbered(given.id).ok_or_else(|| refused(ContentRefusal::GameNotFound))?;
            NewContent::Game { bot: game.bot, short_name: game.short_name.clone() }
        }
        enums::InputGame::ShortName(given) => {
            let bot = names.user(&given.bot_id).map_err(|_| refused(ContentRefusal::GameOfAnotherBot))?;
            NewContent::Game { bot, short_name: given.short_name }
        }
    })
}

/// Reads an invoice.
pub(crate) fn invoice(given: types::InputMediaInvoice) -> Result<Invoice, RpcError> {
    if given.extended_media.is_some() {
        return Err(RpcError::lacks("media of invoices"));
    }
    let enums::Invoice::Invoice(invoice) = given.invoice;
    let enums::DataJson::Json(data) = given.provider_data;
    Ok(Invoice {
        title: given.title,
        description: given.description,
        payload: given.payload,
        provider_token: given.provider.unwrap_or_default(),
        // What says nothing is written so.
        provider_data: if data.data == "null" { String::new() } else { data.data },
        currency: invoice.currency,
        prices: prices(invoice.prices),
        max_tip: invoice.max_tip_amount.unwrap_or_default(),
        suggested_tips: invoice.suggested_tip_amounts.unwrap_or_default(),
        start_parameter: given.start_param.unwrap_or_default(),
        photo: given.photo.map(photo),
        asks: Asks {
            name: invoice.name_requested,
            phone: invoice.phone_requested,
            email: invoice.email_requested,
            address: invoice.shipping_address_requested,
            phone_to_provider: invoice.phone_to_provider,
            email_to_provider: invoice.email_to_provider,
        },
        is_flexible: invoice.flexible,
        subscription_period: invoice.subscription_period.map(i64::from),
        is_test: invoice.test,
    })
}

/// Reads the parts of a price.
pub(crate) fn prices(given: Vec<enums::LabeledPrice>) -> Vec<Price> {
    let price = |enums::LabeledPrice::Price(given)| Price { label: given.label, amount: given.amount };
    given.into_iter().map(price).collect()
}

fn photo(given: enums::InputWebDocument) -> WebPhoto {
    let enums::InputWebDocument::Document(given) = given;
    let size = given.attributes.iter().find_map(|attribute| match attribute {
        enums::DocumentAttribute::ImageSize(size) => Some((size.w, size.h)),
        _ => None,
    });
    let (width, height) = size.unwrap_or_default();
    WebPhoto { url: given.url, size: given.size, width, height, mime_type: given.mime_type }
}
