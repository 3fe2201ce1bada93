//! What bots offer in the middle of a chat. <https://core.telegram.org/type/InputBotInlineResult>

use ambigram_core::text::Text;
use ambigram_core::types::{InlineKeyboard, LinkPreviewOptions, UserId};
use grammers_tl_types::{enums, types};

use super::document::attributes;
use super::entities;
use super::keyboard::{Markup, markup};
use super::media::{document_name, photo_name};
use super::message::preview;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::rules::Refusal;
use crate::world::inline::{
    AnswerButton, InlineAnswer, InlineId, InlineResult, ResultFile, ResultKind, Sends, WebDocument,
};
use crate::world::{NewContent, World};

/// The name of a message that was sent by way of a bot.
pub(crate) fn message_id(given: &enums::InputBotInlineMessageId) -> Result<InlineId, RpcError> {
    match given {
        enums::InputBotInlineMessageId::Id64(given) => {
            Ok(InlineId { owner: given.owner_id, id: given.id, access_hash: given.access_hash })
        }
        enums::InputBotInlineMessageId::Id(_) => Err(RpcError::bad_request("MESSAGE_ID_INVALID")),
    }
}

/// Reads what a bot answers.
pub(crate) fn answer(
    world: &World,
    names: Names<'_>,
    given: grammers_tl_types::functions::messages::SetInlineBotResults,
) -> Result<InlineAnswer, RpcError> {
    let switch_pm = given.switch_pm.map(|enums::InlineBotSwitchPm::Pm(given)| AnswerButton::Start {
        text: given.text,
        parameter: given.start_param,
    });
    let switch_webview = given.switch_webview.map(|enums::InlineBotWebView::View(given)| {
        AnswerButton::WebApp { text: given.text, url: given.url }
    });
    Ok(InlineAnswer {
        results: given
            .results
            .into_iter()
            .map(|given| result(world, names, given))
            .collect::<Result<_, _>>()?,
        cache_time: given.cache_time.max(0),
        is_personal: given.private,
        next_offset: given.next_offset.unwrap_or_default(),
        button: switch_pm.or(switch_webview),
        is_gallery: given.gallery,
        date: 0,
    })
}

/// Reads something that a bot offers.
pub(crate) fn result(
    world: &World,
    names: Names<'_>,
    given: enums::InputBotInlineResult,
) -> Result<InlineResult, RpcError> {
    let sort =
        |name: &str| ResultKind::named(name).ok_or_else(|| RpcError::bad_request("RESULT_TYPE_INVALID"));
    match given {
        enums::InputBotInlineResult::Result(given) => {
            let (sends, keyboard) = message(world, names, given.send_message)?;
            Ok(InlineResult {
                id: given.id,
                kind: sort(&given.r#type)?,
                title: given.title.unwrap_or_default(),
                description: given.description.unwrap_or_default(),
                url: given.url.unwrap_or_default(),
                thumbnail: given.thumb.map(web),
                content: given.content.map(web),
                file: None,
                sends,
                keyboard,
            })
        }
        enums::InputBotInlineResult::Photo(given) => {
            let (sends, keyboard) = message(world, names, given.send_message)?;
            let (name, _) = photo_name(given.photo)?;
            let file = Some(ResultFile::NamedPhoto(name));
            let (kind, title, description) = (sort(&given.r#type)?, None, None);
            Ok(known(given.id, kind, (title, description), file, sends, keyboard))
        }
        enums::InputBotInlineResult::Document(given) => {
            let (sends, keyboard) = message(world, names, given.send_message)?;
            let (name, _) = document_name(given.document)?;
            let file = Some(ResultFile::NamedDocument(name));
            let kind = sort(&given.r#type)?;
            Ok(known(given.id, kind, (given.title, given.description), file, sends, keyboard))
        }
        enums::InputBotInlineResult::Game(given) => {
            let (_, keyboard) = message(world, names, given.send_message)?;
            // Whose it is the world knows.
            let sends = sent(NewContent::Game { bot: UserId(0), short_name: given.short_name });
            Ok(known(given.id, ResultKind::Game, (None, None), None, sends, keyboard))
        }
    }
}

fn known(
    id: String,
    kind: ResultKind,
    (title, description): (Option<String>, Option<String>),
    file: Option<ResultFile>,
    sends: Sends,
    keyboard: Option<InlineKeyboard>,
) -> InlineResult {
    InlineResult {
        id,
        kind,
        title: title.unwrap_or_default(),
        description: description.unwrap_or_default(),
        url: String::new(),
        thumbnail: None,
        content: None,
        file,
        sends,
        keyboard,
    }
}

fn web(given: enums::InputWebDocument) -> WebDocument {
    let enums::InputWebDocument::Document(given) = given;
    WebDocument {
        url: given.url,
        size: given.size,
        mime_type: given.mime_type,
        attributes: attributes(&given.attributes),
    }
}

/// What is sent where a result is chosen, and the buttons under that.
fn message(
    world: &World,
    names: Names<'_>,
    given: enums::InputBotInlineMessage,
) -> Result<(Sends, Option<InlineKeyboard>), RpcError> {
    use enums::InputBotInlineMessage as Given;
    let inline =
        |given: Option<enums::ReplyMarkup>| match given.map(|given| markup(names, given)).transpose()? {
            Some(Markup::Inline(keyboard)) => Ok(Some(keyboard)),
            Some(Markup::App(_)) => Err(RpcError::from(Refusal::InlineKeyboardExpected)),
            None => Ok(None),
        };
    match given {
        Given::MediaAuto(given) => {
            let caption = Text { text: given.message, entities: entities(names, given.entities)? };
            Ok((Sends::Itself { caption, is_above: given.invert_media }, inline(given.reply_markup)?))
        }
        Given::Text(given) => {
            let text = Text { text: given.message, entities: entities(names, given.entities)? };
            let link_preview = preview(given.no_webpage, given.invert_media, None);
            Ok((written(text, link_preview), inline(given.reply_markup)?))
        }
        Given::MediaWebPage(given) => {
            let text = Text { text: given.message, entities: entities(names, given.entities)? };
            let page = LinkPreviewOptions {
                url: Some(given.url).filter(|url| !url.is_empty()),
                prefer_small_media: given.force_small_media,
                prefer_large_media: given.force_large_media,
                ..LinkPreviewOptions::default()
            };
            let link_preview = preview(false, given.invert_media, Some(page));
            Ok((written(text, link_preview), inline(given.reply_markup)?))
        }
        Given::MediaGeo(given) => {
            let media = match given.period {
                Some(period) => types::InputMediaGeoLive {
                    stopped: false,
                    geo_point: given.geo_point,
                    heading: given.heading,
                    period: Some(period),
                    proximity_notification_radius: given.proximity_notification_radius,
                }
                .into(),
                None => types::InputMediaGeoPoint { geo_point: given.geo_point }.into(),
            };
            Ok((other(world, names, media)?, inline(given.reply_markup)?))
        }
        Given::MediaVenue(given) => {
            let media = types::InputMediaVenue {
                geo_point: given.geo_point,
                title: given.title,
                address: given.address,
                provider: given.provider,
                venue_id: given.venue_id,
                venue_type: given.venue_type,
            };
            Ok((other(world, names, media.into())?, inline(given.reply_markup)?))
        }
        Given::MediaContact(given) => {
            let media = types::InputMediaContact {
                phone_number: given.phone_number,
                first_name: given.first_name,
                last_name: given.last_name,
                vcard: given.vcard,
            };
            Ok((other(world, names, media.into())?, inline(given.reply_markup)?))
        }
        Given::MediaInvoice(given) => {
            let media = types::InputMediaInvoice {
                title: given.title,
                description: given.description,
                photo: given.photo,
                invoice: given.invoice,
                payload: given.payload,
                provider: Some(given.provider).filter(|provider| !provider.is_empty()),
                provider_data: given.provider_data,
                start_param: None,
                extended_media: None,
            };
            Ok((other(world, names, media.into())?, inline(given.reply_markup)?))
        }
        // Which game stands in the result.
        Given::Game(given) => {
            let content = NewContent::Game { bot: UserId(0), short_name: String::new() };
            Ok((sent(content), inline(given.reply_markup)?))
        }
        Given::RichMessage(_) => Err(RpcError::lacks("inputBotInlineMessageRichMessage")),
    }
}

/// Reads what is sent as it would be sent by itself.
fn other(world: &World, names: Names<'_>, given: enums::InputMedia) -> Result<Sends, RpcError> {
    let content = super::written::content(world, names, given, Text::default())?;
    content.map(sent).ok_or_else(|| RpcError::bad_request("SEND_MESSAGE_MEDIA_INVALID"))
}

fn sent(content: NewContent) -> Sends {
    Sends::Content { content: Box::new(content), link_preview: None }
}

fn written(text: Text, link_preview: Option<LinkPreviewOptions>) -> Sends {
    Sends::Content { content: Box::new(NewContent::Text(text)), link_preview }
}

/// What a bot does to a message that was sent by way of it, as if it did it to one of its own.
pub(crate) fn edit(
    given: grammers_tl_types::functions::messages::EditInlineBotMessage,
) -> grammers_tl_types::functions::messages::EditMessage {
    grammers_tl_types::functions::messages::EditMessage {
        no_webpage: given.no_webpage,
        invert_media: given.invert_media,
        peer: enums::InputPeer::Empty,
        id: 0,
        message: given.message,
        media: given.media,
        reply_markup: given.reply_markup,
        entities: given.entities,
        schedule_date: None,
        schedule_repeat_period: None,
        quick_reply_shortcut_id: None,
        rich_message: given.rich_message,
    }
}

/// Where a user is, where their app says so.
pub(crate) fn point(given: Option<enums::InputGeoPoint>) -> Option<(f64, f64)> {
    match given? {
        enums::InputGeoPoint::Empty => None,
        enums::InputGeoPoint::Point(types::InputGeoPoint { lat, long, .. }) => Some((lat, long)),
    }
}
