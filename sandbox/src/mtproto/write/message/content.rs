//! What messages hold beside their texts. <https://core.telegram.org/type/MessageMedia>

use grammers_tl_types as tl;

use super::{special, written};
use crate::mtproto::write::media::file;
use crate::mtproto::write::{payment, poll};
use crate::rules::text::first_link;
use crate::world::files::SentFile;
use crate::world::{Content, Message, MessageView, PaidMedia, World};

/// What a message holds beside its text or caption.
pub(super) fn media(world: &World, view: &MessageView) -> Option<tl::enums::MessageMedia> {
    let message = &view.message;
    match &message.content {
        Content::Text(_) => link_preview(message),

        Content::Media(media) => Some(file(world, view.viewer, &media.sent)),
        Content::PaidMedia(paid) => Some(paid_media(world, view, paid)),

        Content::Location(location) => Some(written::location(location)),
        Content::Venue(venue) => Some(written::venue(venue)),
        Content::Contact(contact) => Some(written::contact(contact)),
        Content::Dice(dice) => Some(written::dice(dice)),
        Content::Poll { poll, .. } => world.poll(*poll).map(|found| poll::media(found, view.viewer)),
        Content::Game(found) => Some(written::game(world, view.viewer, &found.game)),
        Content::Invoice(invoice) => Some(payment::media(invoice)),

        Content::Service(_) => None,
        Content::Special(sent) => special::media(sent),
    }
}

/// Files for those who pay: whoever has not is told only that they are there.
fn paid_media(world: &World, view: &MessageView, paid: &PaidMedia) -> tl::enums::MessageMedia {
    let is_seen = world.sees_paid_media(view.viewer, &view.message);
    let number = |number: u32| i32::try_from(number).ok().filter(|number| *number > 0);
    let one = |sent: &SentFile| -> tl::enums::MessageExtendedMedia {
        if is_seen {
            return tl::types::MessageExtendedMedia { media: file(world, view.viewer, sent) }.into();
        }
        let preview = sent.preview();
        tl::types::MessageExtendedMediaPreview {
            w: number(preview.size.0),
            h: number(preview.size.1),
            thumb: None,
            video_duration: preview.seconds.and_then(|seconds| i32::try_from(seconds).ok()),
        }
        .into()
    };
    tl::types::MessageMediaPaidMedia {
        stars_amount: paid.stars,
        extended_media: paid.media.iter().map(one).collect(),
    }
    .into()
}

/// Whether what a message holds beside its text stands below that.
pub(super) fn is_inverted(message: &Message) -> bool {
    match &message.content {
        Content::Media(_) | Content::PaidMedia(_) => message.content.has_caption_above(),
        _ => message.link_preview.as_ref().is_some_and(|preview| preview.show_above_text),
    }
}

/// How a link is previewed, where that was said. The page itself nobody has looked at.
fn link_preview(message: &Message) -> Option<tl::enums::MessageMedia> {
    let preview = message.link_preview.as_ref().filter(|preview| !preview.is_disabled)?;
    let text = message.text()?;
    let url = preview.url.as_deref().or_else(|| first_link(text))?.to_owned();
    let media = tl::types::MessageMediaWebPage {
        force_large_media: preview.prefer_large_media,
        force_small_media: preview.prefer_small_media,
        manual: preview.url.is_some(),
        safe: false,
        webpage: tl::types::WebPageEmpty { id: 0, url: Some(url) }.into(),
    };
    Some(media.into())
}
