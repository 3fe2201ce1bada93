//! What written messages hold beside words.

use ambigram_core::text::Text;
use ambigram_core::types::{Contact, Dice, LivePhoto, MessageKind, Photo, Story, UserId, Video};
use grammers_tl_types::{enums, types};

use super::document::{self, File};
use super::peer::chat_id;
use super::photo::photo;
use super::{Known, checklist, game, giveaway, given, paid_media, payment, place, poll};

/// A content, as far as the Bot API knows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    /// What it is; `None` for what bots are not shown.
    pub(super) kind: Option<MessageKind>,
    /// What is written under it.
    pub(super) caption: Option<Text>,
    /// Whether it is covered until it is pressed.
    pub(super) has_spoiler: bool,
}

impl Content {
    fn bare(kind: impl Into<Option<MessageKind>>) -> Self {
        Self { kind: kind.into(), caption: None, has_spoiler: false }
    }

    fn captioned(kind: MessageKind, caption: Text, has_spoiler: bool) -> Self {
        let caption = Some(caption).filter(|caption| !caption.text.is_empty());
        Self { kind: Some(kind), caption, has_spoiler }
    }
}

/// A content with the words that stand beside it.
pub(super) fn content(media: &enums::MessageMedia, words: Text, known: &Known) -> Content {
    use MessageKind as Kind;
    use enums::MessageMedia as Tl;
    match media {
        Tl::Empty | Tl::Unsupported | Tl::WebPage(_) | Tl::VideoStream(_) => Content::bare(None),
        Tl::Photo(media) => picture(media, words),
        Tl::Document(media) => file(media, words, known),
        Tl::PaidMedia(media) => {
            let info = Box::new(paid_media::info(media, known));
            Content::captioned(Kind::PaidMedia(info), words, false)
        }
        Tl::Game(media) => Content::bare(Kind::Game(Box::new(game::game(&media.game, words)))),
        Tl::Poll(media) => Content::bare(Kind::Poll(Box::new(poll::in_message(media, words, known)))),
        Tl::Geo(media) => Content::bare(location(place::location(&media.geo))),
        Tl::GeoLive(media) => Content::bare(location(place::live_location(media, 0, 0))),
        Tl::Venue(media) => Content::bare(place::venue(media).map(|venue| Kind::Venue(Box::new(venue)))),
        Tl::Contact(media) => Content::bare(Kind::Contact(Box::new(contact(media)))),
        Tl::Dice(media) => {
            Content::bare(Kind::Dice(Dice::new(media.emoticon.as_str(), given::count(media.value))))
        }
        Tl::Invoice(media) => Content::bare(Kind::Invoice(Box::new(payment::invoice(media)))),
        Tl::Story(media) => {
            let story = Story::new(known.chat(chat_id(&media.peer)), media.id);
            Content::bare(Kind::Story(Box::new(story)))
        }
        Tl::Giveaway(media) => Content::bare(Kind::Giveaway(Box::new(giveaway::giveaway(media, known)))),
        Tl::GiveawayResults(media) => {
            Content::bare(Kind::GiveawayWinners(Box::new(giveaway::winners(media, known))))
        }
        Tl::ToDo(media) => Content::bare(Kind::Checklist(Box::new(checklist::checklist(media, known)))),
    }
}

pub(super) fn location(location: Option<ambigram_core::types::Location>) -> Option<MessageKind> {
    location.map(|location| MessageKind::Location(Box::new(location)))
}

/// A photo, which may move; such as vanish once they were seen are not shown to bots.
fn picture(media: &types::MessageMediaPhoto, words: Text) -> Content {
    let Some(still) = media.photo.as_ref().and_then(photo) else { return Content::bare(None) };
    let moving = media.video.as_ref().and_then(document::live_photo);
    let kind = match moving {
        Some(moving) => MessageKind::LivePhoto(Box::new(live_photo(still, moving))),
        None => MessageKind::Photo(still),
    };
    Content::captioned(kind, words, media.spoiler)
}

/// <https://core.telegram.org/bots/api#livephoto>
fn live_photo(still: Photo, moving: Video) -> LivePhoto {
    LivePhoto {
        photo: Some(still),
        mime_type: moving.mime_type,
        file_size: moving.file_size,
        ..LivePhoto::new(moving.file_id, moving.file_unique_id, moving.width, moving.height, moving.duration)
    }
}

fn file(media: &types::MessageMediaDocument, words: Text, known: &Known) -> Content {
    let Some(file) = media.document.as_ref().and_then(|told| document::document(told, known)) else {
        return Content::bare(None);
    };
    match file {
        // Nothing is written under these.
        File::Sticker(_) | File::VideoNote(_) => Content::bare(MessageKind::from(file)),
        File::Video(video) => {
            let video = Video {
                cover: media.video_cover.as_ref().and_then(photo),
                start_timestamp: given::some(media.video_timestamp),
                qualities: media.alt_documents.iter().flatten().filter_map(document::quality).collect(),
                ..*video
            };
            Content::captioned(MessageKind::Video(Box::new(video)), words, media.spoiler)
        }
        File::Animation(_) => Content::captioned(file.into(), words, media.spoiler),
        File::Audio(_) | File::Document(_) | File::Voice(_) => Content::captioned(file.into(), words, false),
    }
}

/// <https://core.telegram.org/bots/api#contact>
fn contact(media: &types::MessageMediaContact) -> Contact {
    Contact {
        last_name: given::name(&media.last_name),
        user_id: Some(UserId(media.user_id)).filter(|id| id.0 != 0),
        vcard: given::text(&media.vcard),
        ..Contact::new(media.phone_number.as_str(), media.first_name.as_str())
    }
}

/// Whether a medium vanishes once it was seen, or did so already: bots are not told of such.
pub(super) fn vanishes(media: &enums::MessageMedia) -> bool {
    match media {
        enums::MessageMedia::Photo(media) => media.ttl_seconds.is_some_and(|seconds| seconds != 0),
        enums::MessageMedia::Document(media) => media.ttl_seconds.is_some_and(|seconds| seconds != 0),
        _ => false,
    }
}
