//! Photos and documents of all kinds. <https://core.telegram.org/bots/api#photosize>

use std::time::Duration;

use ambigram_core::identity::{FileType, RemoteFile};
use ambigram_core::types::{ChatId, UserId};
use serde_json::Value;

use super::{Object, Put};
use crate::bot_api::file_id;
use crate::world::files::{Document, DocumentKind, File, MaskPlace, Photo, PhotoSize, SentFile, StickerKind};
use crate::world::{StickerSet, World};

/// Puts the field, or the fields, in which a message tells of a file.
pub(crate) fn put_file(object: &mut Object, world: &World, bot: UserId, sent: &SentFile) {
    let given = match &sent.file {
        File::Photo(given) => {
            if let Some(live) = &sent.live {
                object.put("live_photo", live_photo(world, bot, given, live));
            }
            object.put("photo", photo(world, bot, given));
            return;
        }
        File::Document(given) => given,
    };
    match given.kind() {
        DocumentKind::General => object.put("document", document(world, bot, given)),
        DocumentKind::Animation => {
            object.put("animation", animation(world, bot, given));
            // For bots that don't know animations yet.
            object.put("document", document(world, bot, given));
        }
        DocumentKind::Audio => object.put("audio", audio(world, bot, given)),
        DocumentKind::Sticker => object.put("sticker", sticker(world, bot, given)),
        DocumentKind::Video => {
            object.put("video", video(world, bot, given, sent.cover.as_deref(), sent.start));
        }
        DocumentKind::VideoNote => object.put("video_note", video_note(world, bot, given)),
        DocumentKind::Voice => object.put("voice", voice(world, bot, given)),
    }
}

/// A photo in all its sizes. <https://core.telegram.org/bots/api#photosize>
pub(crate) fn photo(world: &World, bot: UserId, photo: &Photo) -> Value {
    let size = |size| picture(&file_id::of_photo(world, bot, photo, size), size);
    let mut sizes: Vec<_> = photo.sizes.iter().collect();
    // By bytes, then by area: a scaled picture may have more of them than the larger one that it was made of.
    sizes.sort_by_key(|size| (size.bytes.len(), u64::from(size.width) * u64::from(size.height)));
    sizes.into_iter().map(size).collect()
}

/// <https://core.telegram.org/bots/api#livephoto>
pub(crate) fn live_photo(world: &World, bot: UserId, given: &Photo, live: &Document) -> Value {
    let mut object = Object::new();
    let (duration, width, height) = moving(live);
    object.put("photo", photo(world, bot, given));
    object.put("duration", duration);
    object.put("width", width);
    object.put("height", height);
    object.put("mime_type", live.mime_type.as_str());
    let file = RemoteFile { kind: FileType::LivePhoto, ..file_id::of_document(world, bot, live) };
    put_id(&mut object, &file, live.size());
    object.into()
}

/// The photo of a chat. <https://core.telegram.org/bots/api#chatphoto>
pub(crate) fn chat_photo(owner: ChatId, photo: &Photo) -> Value {
    let mut object = Object::new();
    for (name, big) in [("small", false), ("big", true)] {
        let file = file_id::of_profile(owner, photo, big);
        object.put(&format!("{name}_file_id"), file.encode().as_str());
        object.put(&format!("{name}_file_unique_id"), file.unique_id().as_str());
    }
    object.into()
}

/// <https://core.telegram.org/bots/api#animation>
pub(crate) fn animation(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = named(given);
    let (duration, width, height) = moving(given);
    object.put("duration", duration);
    object.put("width", width);
    object.put("height", height);
    finished(object, world, bot, given)
}

/// <https://core.telegram.org/bots/api#audio>
pub(crate) fn audio(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = named(given);
    let audio = given.attributes.audio.clone().unwrap_or_default();
    object.put("duration", audio.duration.as_secs());
    object.put_some("title", audio.title);
    object.put_some("performer", audio.performer);
    finished(object, world, bot, given)
}

/// <https://core.telegram.org/bots/api#document>
pub(crate) fn document(world: &World, bot: UserId, given: &Document) -> Value {
    finished(named(given), world, bot, given)
}

/// <https://core.telegram.org/bots/api#video>
pub(crate) fn video(
    world: &World,
    bot: UserId,
    given: &Document,
    cover: Option<&Photo>,
    start: Option<Duration>,
) -> Value {
    let mut object = named(given);
    let (duration, width, height) = moving(given);
    object.put("duration", duration);
    object.put("width", width);
    object.put("height", height);
    object.put_some("cover", cover.map(|cover| photo(world, bot, cover)));
    object.put_some("start_timestamp", start.map(|start| start.as_secs()).filter(|start| *start > 0));
    finished(object, world, bot, given)
}

/// <https://core.telegram.org/bots/api#videonote>
pub(crate) fn video_note(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = Object::new();
    let (duration, width, _) = moving(given);
    object.put("duration", duration);
    object.put("length", width);
    finished(object, world, bot, given)
}

/// <https://core.telegram.org/bots/api#voice>
pub(crate) fn voice(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = Object::new();
    object.put("duration", given.attributes.audio.as_ref().map_or(0, |audio| audio.duration.as_secs()));
    object.put("mime_type", given.mime_type.as_str());
    put_id(&mut object, &file_id::of_document(world, bot, given), given.size());
    object.into()
}

/// <https://core.telegram.org/bots/api#stickerset>
pub(crate) fn sticker_set(world: &World, bot: UserId, set: &StickerSet) -> Value {
    let mut object = Object::new();
    object.put("name", set.name.as_str());
    object.put("title", set.title.as_str());
    object.put("sticker_type", sticker_type(&set.kind));
    object.put("contains_masks", matches!(set.kind, StickerKind::Mask(_)));
    let stickers = set.stickers.iter().map(|of_set| sticker(world, bot, &of_set.document));
    object.put("stickers", stickers.collect::<Value>());
    object.into()
}

fn sticker_type(kind: &StickerKind) -> &'static str {
    match kind {
        StickerKind::Regular => "regular",
        StickerKind::Mask(_) => "mask",
        StickerKind::CustomEmoji { .. } => "custom_emoji",
    }
}

/// <https://core.telegram.org/bots/api#sticker>
pub(crate) fn sticker(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = Object::new();
    let sticker = given.attributes.sticker.clone().unwrap_or_default();
    let video = given.attributes.video.as_ref().map(|video| (video.width, video.height));
    let (width, height) = given.attributes.image_size.or(video).unwrap_or((512, 512));
    object.put("width", width);
    object.put("height", height);
    object.put_some("emoji", Some(sticker.emoji).filter(|emoji| !emoji.is_empty()));
    object.put_some("set_name", world.set_of(given).map(|set| set.name.as_str()));
    object.put("is_animated", given.mime_type == "application/x-tgsticker");
    object.put("is_video", given.mime_type == "video/webm");
    object.put("type", sticker_type(&sticker.kind));
    match sticker.kind {
        StickerKind::Regular => {}
        StickerKind::Mask(place) => {
            object.put_some("mask_position", place.map(mask_position));
        }
        StickerKind::CustomEmoji { takes_text_color, .. } => {
            object.put("custom_emoji_id", given.id.to_string());
            object.put_true("needs_repainting", takes_text_color);
        }
    }
    finished(object, world, bot, given)
}

/// <https://core.telegram.org/bots/api#maskposition>
fn mask_position(place: MaskPlace) -> Value {
    let mut object = Object::new();
    object.put(
        "point",
        match place.point {
            0 => "forehead",
            1 => "eyes",
            2 => "mouth",
            _ => "chin",
        },
    );
    object.put("x_shift", place.x_shift);
    object.put("y_shift", place.y_shift);
    object.put("scale", place.scale);
    object.into()
}

/// An object with the name and the type of a document.
fn named(given: &Document) -> Object {
    let mut object = Object::new();
    object.put_some("file_name", given.attributes.file_name.as_deref());
    object.put("mime_type", given.mime_type.as_str());
    object
}

/// Seconds, width and height of what moves.
fn moving(given: &Document) -> (u64, u32, u32) {
    let video = given.attributes.video.as_ref();
    let (width, height) = given.attributes.image_size.unwrap_or_default();
    video.map_or((0, width, height), |video| (video.duration.as_secs(), video.width, video.height))
}

/// Adds the small picture and the id.
/// The picture or the pattern of a background: its id says that it is one.
pub(crate) fn background(world: &World, bot: UserId, given: &Document) -> Value {
    let mut object = named(given);
    let file = RemoteFile { kind: FileType::Background, ..file_id::of_document(world, bot, given) };
    put_id(&mut object, &file, given.size());
    object.into()
}

fn finished(mut object: Object, world: &World, bot: UserId, given: &Document) -> Value {
    if let Some(size) = &given.thumbnail {
        let thumbnail = picture(&file_id::of_thumbnail(world, bot, given, size), size);
        object.put("thumbnail", thumbnail.clone());
        object.put("thumb", thumbnail);
    }
    put_id(&mut object, &file_id::of_document(world, bot, given), given.size());
    object.into()
}

fn picture(file: &RemoteFile, size: &PhotoSize) -> Value {
    let mut object = Object::new();
    put_id(&mut object, file, size.bytes.len());
    object.put("width", size.width);
    object.put("height", size.height);
    object.into()
}

/// Puts what every file has: its ids, and its size in bytes.
pub(crate) fn put_id(object: &mut Object, file: &RemoteFile, size: usize) {
    object.put("file_id", file.encode().as_str());
    object.put("file_unique_id", file.unique_id().as_str());
    object.put_some("file_size", Some(size).filter(|size| *size > 0));
}
