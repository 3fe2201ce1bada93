//! What clients say of documents. <https://core.telegram.org/type/DocumentAttribute>

use std::time::Duration;

use grammers_tl_types::enums;

use crate::world::files::{Audio, DocumentAttributes, MaskPlace, Sticker, StickerKind, StickerSetId, Video};

/// Reads all that a client says of a document. What it says twice counts once, the last time.
pub(crate) fn attributes(given: &[enums::DocumentAttribute]) -> DocumentAttributes {
    use enums::DocumentAttribute as Attribute;
    let mut read = DocumentAttributes::default();
    for attribute in given {
        match attribute {
            Attribute::ImageSize(size) => read.image_size = Some((pixels(size.w), pixels(size.h))),
            Attribute::Animated => read.is_animated = true,
            Attribute::Video(video) => {
                read.video = Some(Video {
                    is_round: video.round_message,
                    supports_streaming: video.supports_streaming,
                    has_no_sound: video.nosound,
                    duration: duration(video.duration),
                    width: pixels(video.w),
                    height: pixels(video.h),
                    start: video.video_start_ts.map(duration),
                    codec: video.video_codec.clone(),
                });
            }
            Attribute::Audio(audio) => {
                read.audio = Some(Audio {
                    is_voice: audio.voice,
                    duration: Duration::from_secs(pixels(audio.duration).into()),
                    title: some(audio.title.as_deref()),
                    performer: some(audio.performer.as_deref()),
                    waveform: audio.waveform.clone().filter(|waveform| !waveform.is_empty()),
                });
            }
            Attribute::Sticker(sticker) => {
                let kind = match (sticker.mask, &sticker.mask_coords) {
                    (true, None) => StickerKind::Mask(None),
                    (true, Some(enums::MaskCoords::Coords(place))) => StickerKind::Mask(Some(MaskPlace {
                        point: place.n,
                        x_shift: place.x,
                        y_shift: place.y,
                        scale: place.zoom,
                    })),
                    (false, _) => StickerKind::Regular,
                };
                read.sticker =
                    Some(Sticker { emoji: sticker.alt.clone(), set: set(&sticker.stickerset), kind });
            }
            Attribute::CustomEmoji(emoji) => {
                let kind =
                    StickerKind::CustomEmoji { is_free: emoji.free, takes_text_color: emoji.text_color };
                read.sticker = Some(Sticker { emoji: emoji.alt.clone(), set: set(&emoji.stickerset), kind });
            }
            Attribute::Filename(name) => read.file_name = some(Some(&name.file_name)),
            Attribute::HasStickers => read.has_stickers = true,
        }
    }
    read
}

fn set(given: &enums::InputStickerSet) -> Option<StickerSetId> {
    match given {
        enums::InputStickerSet::Id(set) => {
            Some(StickerSetId(set.id)).filter(|id| id.access_hash() == set.access_hash)
        }
        _ => None,
    }
}

fn some(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}

fn pixels(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// A length of time; one that can't be is none at all.
fn duration(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}
