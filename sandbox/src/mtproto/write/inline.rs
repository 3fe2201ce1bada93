//! Inline mode. <https://core.telegram.org/api/bots/inline>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;
use tl::enums::InlineQueryPeerType as PeerType;

use super::document::{attributes, document};
use super::entity::entities;
use super::keyboard;
use super::photo::photo;
use crate::rules::ChatSort;
use crate::rules::places::Point;
use crate::world::files::DC_ID;
use crate::world::inline::{
    AnswerButton, AskedIn, InlineAnswer, InlineId, InlineQuery, InlineResult, ResultFile, Sends, WebDocument,
};
use crate::world::{NewContent, World};

/// What a user asks.
pub(super) fn query(query: &InlineQuery) -> tl::enums::Update {
    let peer_type = match query.place {
        AskedIn::OwnChat => PeerType::SameBotPm,
        AskedIn::Private => PeerType::Pm,
        AskedIn::OtherBot => PeerType::BotPm,
        AskedIn::Chat(ChatSort::Group) => PeerType::Chat,
        AskedIn::Chat(ChatSort::Supergroup) => PeerType::Megagroup,
        AskedIn::Chat(ChatSort::Channel) => PeerType::Broadcast,
    };
    tl::types::UpdateBotInlineQuery {
        query_id: query.id.0,
        user_id: query.from.0,
        query: query.text.clone(),
        geo: query.location.map(point),
        peer_type: Some(peer_type),
        offset: query.offset.clone(),
    }
    .into()
}

/// What a user chose.
pub(super) fn chosen(query: &InlineQuery, result: &str, id: Option<InlineId>) -> tl::enums::Update {
    tl::types::UpdateBotInlineSend {
        user_id: query.from.0,
        query: query.text.clone(),
        geo: query.location.map(point),
        id: result.to_owned(),
        msg_id: id.map(message_id),
    }
    .into()
}

/// The name of a message that was sent by way of a bot.
pub(crate) fn message_id(id: InlineId) -> tl::enums::InputBotInlineMessageId {
    let InlineId { owner, id, access_hash } = id;
    tl::types::InputBotInlineMessageId64 { dc_id: DC_ID, owner_id: owner, id, access_hash }.into()
}

fn point((lat, long): (f64, f64)) -> tl::enums::GeoPoint {
    tl::types::GeoPoint { long, lat, access_hash: 1, accuracy_radius: None }.into()
}

fn geo(given: &Point) -> tl::enums::GeoPoint {
    point((given.latitude, given.longitude))
}

/// What a bot offers, as the user who asked is shown it.
pub(crate) fn results(
    world: &World,
    viewer: UserId,
    query: &InlineQuery,
    answer: &InlineAnswer,
) -> tl::enums::messages::BotResults {
    let (mut switch_pm, mut switch_webview) = (None, None);
    match answer.button.clone() {
        Some(AnswerButton::Start { text, parameter }) => {
            switch_pm = Some(tl::types::InlineBotSwitchPm { text, start_param: parameter }.into());
        }
        Some(AnswerButton::WebApp { text, url }) => {
            switch_webview = Some(tl::types::InlineBotWebView { text, url }.into());
        }
        None => {}
    }
    tl::types::messages::BotResults {
        gallery: answer.is_gallery,
        query_id: query.id.0,
        next_offset: Some(answer.next_offset.clone()).filter(|offset| !offset.is_empty()),
        switch_pm,
        switch_webview,
        results: answer.results.iter().map(|offered| result(world, viewer, offered)).collect(),
        cache_time: answer.cache_time,
        users: Vec::new(),
    }
    .into()
}

fn result(world: &World, viewer: UserId, offered: &InlineResult) -> tl::enums::BotInlineResult {
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let (id, r#type) = (offered.id.clone(), offered.kind.name().to_owned());
    let send_message = message(offered);
    let (title, description) = (given(&offered.title), given(&offered.description));
    match &offered.file {
        Some(ResultFile::Photo(found)) => tl::types::BotInlineMediaResult {
            id,
            r#type,
            photo: Some(photo(world, viewer, found)),
            document: None,
            title,
            description,
            send_message,
        }
        .into(),
        Some(ResultFile::Document(found)) => tl::types::BotInlineMediaResult {
            id,
            r#type,
            photo: None,
            document: Some(document(world, viewer, found)),
            title,
            description,
            send_message,
        }
        .into(),
        _ => tl::types::BotInlineResult {
            id,
            r#type,
            title,
            description,
            url: given(&offered.url),
            thumb: offered.thumbnail.as_ref().map(web),
            content: offered.content.as_ref().map(web),
            send_message,
        }
        .into(),
    }
}

/// What would be sent.
fn message(offered: &InlineResult) -> tl::enums::BotInlineMessage {
    let reply_markup = offered.keyboard.as_ref().map(keyboard::inline);
    match &offered.sends {
        Sends::Itself { caption, is_above } => tl::types::BotInlineMessageMediaAuto {
            invert_media: *is_above,
            message: caption.text.clone(),
            entities: entities(&caption.entities),
            reply_markup,
        }
        .into(),
        Sends::Content { content, link_preview } => match content.as_ref() {
            NewContent::Text(text) => tl::types::BotInlineMessageText {
                no_webpage: link_preview.as_ref().is_some_and(|preview| preview.is_disabled),
                invert_media: link_preview.as_ref().is_some_and(|preview| preview.show_above_text),
                message: text.text.clone(),
                entities: entities(&text.entities),
                reply_markup,
            }
            .into(),
            NewContent::Location { point, motion } => tl::types::BotInlineMessageMediaGeo {
                geo: geo(point),
                heading: motion.map(|motion| motion.heading).filter(|heading| *heading > 0),
                period: motion.map(|motion| motion.period),
                proximity_notification_radius: motion
                    .map(|motion| motion.proximity_radius)
                    .filter(|radius| *radius > 0),
                reply_markup,
            }
            .into(),
            NewContent::Venue(venue) => tl::types::BotInlineMessageMediaVenue {
                geo: geo(&venue.point),
                title: venue.title.clone(),
                address: venue.address.clone(),
                provider: venue.provider.clone(),
                venue_id: venue.id.clone(),
                venue_type: venue.kind.clone(),
                reply_markup,
            }
            .into(),
            NewContent::Contact(contact) => tl::types::BotInlineMessageMediaContact {
                phone_number: contact.phone_number.clone(),
                first_name: contact.first_name.clone(),
                last_name: contact.last_name.clone(),
                vcard: contact.vcard.clone(),
                reply_markup,
            }
            .into(),
            NewContent::Invoice(invoice) => tl::types::BotInlineMessageMediaInvoice {
                shipping_address_requested: invoice.is_flexible,
                test: invoice.is_test,
                title: invoice.title.clone(),
                description: invoice.description.clone(),
                photo: None,
                currency: invoice.currency.clone(),
                total_amount: invoice.prices.iter().map(|price| price.amount).sum(),
                reply_markup,
            }
            .into(),
            _ => tl::types::BotInlineMessageMediaAuto {
                invert_media: false,
                message: String::new(),
                entities: None,
                reply_markup,
            }
            .into(),
        },
    }
}

fn web(given: &WebDocument) -> tl::enums::WebDocument {
    tl::types::WebDocumentNoProxy {
        url: given.url.clone(),
        size: given.size,
        mime_type: given.mime_type.clone(),
        attributes: attributes(&given.attributes),
    }
    .into()
}
