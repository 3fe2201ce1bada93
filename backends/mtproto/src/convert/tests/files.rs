//! Files: which of the Bot API's kinds they are, and their ids.

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{picture_file, shown, take_file};
use crate::convert::testing::*;

fn document(document: types::Document) -> types::MessageMediaDocument {
    types::MessageMediaDocument {
        nopremium: false,
        spoiler: false,
        video: false,
        round: false,
        voice: false,
        document: Some(document.into()),
        alt_documents: None,
        video_cover: None,
        video_timestamp: None,
        ttl_seconds: None,
    }
}

fn photo() -> types::MessageMediaPhoto {
    types::MessageMediaPhoto {
        spoiler: false,
        live_photo: false,
        photo: Some(picture().into()),
        ttl_seconds: None,
        video: None,
    }
}

fn common(kind: FileType) -> RemoteFile {
    RemoteFile {
        kind,
        dc_id: 2,
        file_reference: b"ref".to_vec(),
        location: RemoteLocation::Common { id: 11, access_hash: 12 },
    }
}

fn video(w: i32, h: i32, round_message: bool) -> enums::DocumentAttribute {
    types::DocumentAttributeVideo {
        round_message,
        supports_streaming: false,
        nosound: false,
        duration: 2.5,
        w,
        h,
        preload_prefix_size: None,
        video_start_ts: None,
        video_codec: Some("h264".to_owned()),
    }
    .into()
}

fn audio(voice: bool) -> enums::DocumentAttribute {
    types::DocumentAttributeAudio {
        voice,
        duration: 4,
        title: Some("T".to_owned()),
        performer: Some(String::new()),
        waveform: None,
    }
    .into()
}

fn named(name: &str) -> enums::DocumentAttribute {
    types::DocumentAttributeFilename { file_name: name.to_owned() }.into()
}

fn sticker(mask: bool) -> enums::DocumentAttribute {
    types::DocumentAttributeSticker {
        mask,
        alt: "😀".to_owned(),
        stickerset: types::InputStickerSetId { id: 31, access_hash: 32 }.into(),
        mask_coords: mask.then(|| types::MaskCoords { n: 2, x: 0.5, y: -0.5, zoom: 2.0 }.into()),
    }
    .into()
}

fn custom_emoji() -> enums::DocumentAttribute {
    types::DocumentAttributeCustomEmoji {
        free: true,
        text_color: true,
        alt: "😀".to_owned(),
        stickerset: types::InputStickerSetId { id: 31, access_hash: 32 }.into(),
    }
    .into()
}

fn sized(w: i32, h: i32) -> enums::DocumentAttribute {
    types::DocumentAttributeImageSize { w, h }.into()
}

#[test]
fn a_document_is_what_its_attributes_say() {
    use enums::DocumentAttribute::Animated;
    let sticker_of = |kind: &str, width, is_animated, is_video| {
        json!({
            "type": kind, "width": width, "height": width, "is_animated": is_animated, "is_video": is_video,
            "emoji": "😀", "set_name": "Set",
        })
    };
    let with = |mut object: Value, more: Value| {
        object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        object
    };
    let table: [(&str, Vec<enums::DocumentAttribute>, &str, FileType, Value); 13] = [
        ("text/plain", vec![named("a.txt")], "document", FileType::Document, json!({ "file_name": "a.txt" })),
        (
            "video/mp4",
            vec![video(4, 3, false), named("a.mp4")],
            "video",
            FileType::Video,
            json!({ "width": 4, "height": 3, "duration": 3, "file_name": "a.mp4" }),
        ),
        (
            "video/mp4",
            vec![video(4, 3, false), Animated],
            "animation",
            FileType::Animation,
            json!({ "width": 4, "height": 3, "duration": 3 }),
        ),
        (
            "image/gif",
            vec![sized(4, 3), Animated],
            "animation",
            FileType::Animation,
            json!({ "width": 4, "height": 3, "duration": 0 }),
        ),
        (
            "video/mp4",
            vec![video(240, 240, true), Animated],
            "video_note",
            FileType::VideoNote,
            json!({ "length": 240, "duration": 3 }),
        ),
        (
            "audio/mpeg",
            vec![audio(false), named("a.mp3")],
            "audio",
            FileType::Audio,
            json!({ "duration": 4, "title": "T", "file_name": "a.mp3" }),
        ),
        ("audio/ogg", vec![audio(true)], "voice", FileType::VoiceNote, json!({ "duration": 4 })),
        // A video with a picture of its sound is a video.
        (
            "video/mp4",
            vec![video(4, 3, false), audio(false)],
            "video",
            FileType::Video,
            json!({ "width": 4, "height": 3, "duration": 3 }),
        ),
        (
            "image/webp",
            vec![sized(512, 512), sticker(false)],
            "sticker",
            FileType::Sticker,
            sticker_of("regular", 512, false, false),
        ),
        (
            "image/webp",
            vec![sized(512, 512), sticker(true)],
            "sticker",
            FileType::Sticker,
            with(
                sticker_of("mask", 512, false, false),
                json!({ "mask_position": { "point": "mouth", "x_shift": 0.5, "y_shift": -0.5, "scale": 2.0 } }),
            ),
        ),
        (
            "application/x-tgsticker",
            vec![sticker(false)],
            "sticker",
            FileType::Sticker,
            sticker_of("regular", 512, true, false),
        ),
        (
            "video/webm",
            vec![video(512, 512, false), Animated, sticker(false)],
            "sticker",
            FileType::Sticker,
            sticker_of("regular", 512, false, true),
        ),
        (
            "application/x-tgsticker",
            vec![custom_emoji()],
            "sticker",
            FileType::Sticker,
            with(
                sticker_of("custom_emoji", 100, true, false),
                json!({ "custom_emoji_id": "11", "needs_repainting": true }),
            ),
        ),
    ];
    for (mime_type, attributes, name, kind, mut expected) in table {
        let mut shown = shown(document(file(mime_type, attributes)), "");
        let mut content = shown[name].take();
        assert_eq!(take_file(&mut content), common(kind), "{name}");
        expected["file_size"] = 1000.into();
        if !matches!(name, "sticker" | "video_note") {
            expected["mime_type"] = mime_type.into();
        }
        assert_eq!(content, expected);
    }
}

#[test]
fn a_photo_has_those_sizes_that_can_be_fetched() {
    let mut shown = shown(types::MessageMediaPhoto { spoiler: true, ..photo() }, "words");
    let mut size = shown["photo"][0].take();
    assert_eq!(take_file(&mut size), picture_file());
    assert_eq!(size, json!({ "width": 800, "height": 600, "file_size": 500 }));
    let rest = json!({ "photo": [null], "caption": "words", "has_media_spoiler": true });
    assert_eq!(shown, rest);
}

#[test]
fn a_thumbnail_and_a_video_with_a_cover_have_ids_of_their_own() {
    let thumb = types::PhotoSize { r#type: "m".to_owned(), w: 320, h: 240, size: 50 };
    let tl =
        types::Document { thumbs: Some(vec![thumb.into()]), ..file("video/mp4", vec![video(4, 3, false)]) };
    let other = file("video/mp4", vec![video(2, 1, false)]);
    let mut shown = shown(
        types::MessageMediaDocument {
            video_cover: Some(picture().into()),
            video_timestamp: Some(7),
            alt_documents: Some(vec![other.into()]),
            ..document(tl)
        },
        "",
    );
    let mut thumbnail = shown["video"]["thumbnail"].take();
    let expected = RemoteFile {
        kind: FileType::Thumbnail,
        location: RemoteLocation::Photo {
            id: 11,
            access_hash: 12,
            source: PhotoSizeSource::Thumbnail { size: b'm' },
        },
        ..common(FileType::Thumbnail)
    };
    assert_eq!(take_file(&mut thumbnail), expected);
    assert_eq!(take_file(&mut shown["video"]["cover"][0]), picture_file());
    assert_eq!(take_file(&mut shown["video"]["qualities"][0]), common(FileType::Video));
    assert_eq!(shown["video"]["start_timestamp"], 7);
    assert_eq!(shown["video"]["qualities"][0]["codec"], "h264");
}

#[test]
fn a_photo_that_moves_tells_both() {
    let moving = file("video/mp4", vec![video(4, 3, false)]);
    let media = types::MessageMediaPhoto { live_photo: true, video: Some(moving.into()), ..photo() };
    let mut shown = shown(media, "");
    assert_eq!(take_file(&mut shown["live_photo"]), common(FileType::LivePhoto));
    assert_eq!(take_file(&mut shown["live_photo"]["photo"][0]), picture_file());
    assert_eq!(take_file(&mut shown["photo"][0]), picture_file());
    assert_eq!(shown["live_photo"]["duration"], 3);
}
