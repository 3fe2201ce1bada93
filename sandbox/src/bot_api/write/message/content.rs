//! What messages hold: each content puts fields of its own. <https://core.telegram.org/bots/api#message>

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use serde_json::Value;

use super::{service, special, written};
use crate::bot_api::write::paid_media::paid_media;
use crate::bot_api::write::payment::invoice as write_invoice;
use crate::bot_api::write::poll::poll as write_poll;
use crate::bot_api::write::{Object, Put, entities, files};
use crate::world::{Content, MessageView, World};

/// Puts all that a message holds.
pub(super) fn put(object: &mut Object, world: &World, view: &MessageView) {
    // Polls and games tell their texts themselves.
    let tells_itself = matches!(view.message.content, Content::Poll { .. } | Content::Game(_));
    if let Some(text) = view.message.text().filter(|_| !tells_itself) {
        let is_text = matches!(view.message.content, Content::Text(_));
        let (name, entities_name) =
            if is_text { ("text", "entities") } else { ("caption", "caption_entities") };
        put_text(object, world, text, name, entities_name);
        let is_above = view.message.content.has_caption_above();
        object.put_true("show_caption_above_media", is_above && !text.text.is_empty());
    }
    put_beside_text(object, world, view);
}

/// Puts what a message holds beside its text: so much is told of one that is answered from another chat.
pub(super) fn put_beside_text(object: &mut Object, world: &World, view: &MessageView) {
    let message = &view.message;
    match &message.content {
        Content::Text(_) => {
            object.put_some("link_preview_options", message.link_preview.as_ref().map(preview));
        }

        Content::Media(media) => {
            // An external reply has no caption, and so none above.
            files::put_file(object, world, view.viewer, &media.sent);
            object.put_true("has_media_spoiler", media.sent.has_spoiler);
        }
        Content::Location(location) => object.put("location", written::location(world, view, location)),
        Content::Venue(venue) => {
            // For bots that don't know venues yet.
            object.put("location", written::point(&venue.point));
            object.put("venue", written::venue(venue));
        }
        Content::Contact(contact) => object.put("contact", written::contact(contact)),
        Content::Dice(dice) => object.put("dice", written::dice(dice)),
        Content::Poll { poll, .. } => {
            object.put_some("poll", world.poll(*poll).map(|poll| write_poll(world, view.viewer, poll)));
        }
        Content::Game(found) => object.put("game", written::game(world, view, found)),
        Content::Invoice(invoice) => object.put("invoice", write_invoice(invoice)),

        Content::PaidMedia(paid) => {
            object.put("paid_media", paid_media(world, view.viewer, message, paid));
        }

        Content::Service(happened) => service::put(object, world, view, happened),
        Content::Special(special) => special::put(object, world, view, special),
    }
}

fn put_text(object: &mut Object, world: &World, text: &Text, name: &str, entities_name: &str) {
    if text.text.is_empty() {
        return;
    }
    object.put(name, text.text.as_str());
    if !text.entities.is_empty() {
        object.put(entities_name, entities(world, &text.entities));
    }
}

fn preview(options: &LinkPreviewOptions) -> Value {
    let mut object = Object::new();
    object.put_true("is_disabled", options.is_disabled);
    object.put_some("url", options.url.as_deref());
    object.put_true("prefer_small_media", options.prefer_small_media);
    object.put_true("prefer_large_media", options.prefer_large_media);
    object.put_true("show_above_text", options.show_above_text);
    object.into()
}
