//! Documents. <https://core.telegram.org/constructor/document>

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::photo::{number, size};
use super::seconds;
use crate::world::World;
use crate::world::files::{
    Audio, DC_ID, Document, DocumentAttributes, Sticker, StickerKind, StickerSetId, Video,
};

/// A document as an account sees it.
pub(crate) fn document(world: &World, viewer: UserId, document: &Document) -> tl::enums::Document {
    tl::types::Document {
        id: document.id,
        access_hash: document.access_hash(viewer),
        file_reference: document.file_reference(world, viewer),
        date: seconds(document.date),
        mime_type: document.mime_type.clone(),
        size: i64::try_from(document.size()).unwrap_or(i64::MAX),
        thumbs: document.thumbnail.as_ref().map(|thumbnail| vec![size(thumbnail)]),
        video_thumbs: None,
        dc_id: DC_ID,
        attributes: attributes(&document.attributes),
    }
    .into()
}

/// What is known of a document. <https://core.telegram.org/type/DocumentAttribute>
pub(super) fn attributes(of: &DocumentAttributes) -> Vec<tl::enums::DocumentAttribute> {
    let mut all = Vec::new();
    if let Some((width, height)) = of.image_size {
        all.push(tl::types::DocumentAttributeImageSize { w: number(width), h: number(height) }.into());
    }
    all.extend(of.video.as_ref().map(video));
    all.extend(of.audio.as_ref().map(audio));
    all.extend(of.sticker.as_ref().map(sticker));
    if of.is_animated {
        all.push(tl::enums::DocumentAttribute::Animated);
    }
    if of.has_stickers {
        all.push(tl::enums::DocumentAttribute::HasStickers);
    }
    if let Some(name) = &of.file_name {
        all.push(tl::types::DocumentAttributeFilename { file_name: name.clone() }.into());
    }
    all
}

fn video(video: &Video) -> tl::enums::DocumentAttribute {
    tl::types::DocumentAttributeVideo {
        round_message: video.is_round,
        supports_streaming: video.supports_streaming,
        nosound: video.has_no_sound,
        duration: video.duration.as_secs_f64(),
        w: number(video.width),
        h: number(video.height),
        preload_prefix_size: None,
        video_start_ts: video.start.map(|start| start.as_secs_f64()),
        video_codec: video.codec.clone(),
    }
    .into()
}

fn audio(audio: &Audio) -> tl::enums::DocumentAttribute {
    tl::types::DocumentAttributeAudio {
        voice: audio.is_voice,
        duration: i32::try_from(audio.duration.as_secs()).unwrap_or(i32::MAX),
        title: audio.title.clone(),
        performer: audio.performer.clone(),
        waveform: audio.waveform.clone(),
    }
    .into()
}

fn sticker(sticker: &Sticker) -> tl::enums::DocumentAttribute {
    let (alt, stickerset) = (sticker.emoji.clone(), set(sticker.set));
    match &sticker.kind {
        StickerKind::Regular => {
            tl::types::DocumentAttributeSticker { mask: false, alt, stickerset, mask_coords: None }.into()
        }
        StickerKind::Mask(place) => tl::types::DocumentAttributeSticker {
            mask: true,
            alt,
            stickerset,
            mask_coords: place.map(|place| {
                tl::types::MaskCoords {
                    n: place.point,
                    x: place.x_shift,
                    y: place.y_shift,
                    zoom: place.scale,
                }
                .into()
            }),
        }
        .into(),
        StickerKind::CustomEmoji { is_free, takes_text_color } => tl::types::DocumentAttributeCustomEmoji {
            free: *is_free,
            text_color: *takes_text_color,
            alt,
            stickerset,
        }
        .into(),
    }
}

fn set(set: Option<StickerSetId>) -> tl::enums::InputStickerSet {
    match set {
        Some(set) => tl::types::InputStickerSetId { id: set.0, access_hash: set.access_hash() }.into(),
        None => tl::enums::InputStickerSet::Empty,
    }
}
