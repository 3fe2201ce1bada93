//! Media that are paid for.

use ambigram_core::text::Text;
use ambigram_core::types::{
    MessageKind, PaidMedia, PaidMediaInfo, PaidMediaLivePhoto, PaidMediaPhoto, PaidMediaPreview,
    PaidMediaVideo,
};
use grammers_tl_types::{enums, types};

use super::media::content;
use super::raw::{Object, Put, raw};
use super::{Known, given};

/// <https://core.telegram.org/bots/api#paidmediainfo>
pub(super) fn info(paid: &types::MessageMediaPaidMedia, known: &Known) -> PaidMediaInfo {
    let media: Vec<_> = paid.extended_media.iter().map(|media| one(media, known)).collect();
    PaidMediaInfo::new(paid.stars_amount, media)
}

fn one(media: &enums::MessageExtendedMedia, known: &Known) -> PaidMedia {
    match media {
        enums::MessageExtendedMedia::Preview(preview) => PaidMedia::Preview(PaidMediaPreview {
            width: given::some(preview.w),
            height: given::some(preview.h),
            duration: given::some(preview.video_duration),
        }),
        enums::MessageExtendedMedia::Media(paid) => bought(&paid.media, known),
    }
}

/// What is seen once it is paid for.
pub(super) fn bought(media: &enums::MessageMedia, known: &Known) -> PaidMedia {
    match content(media, Text::default(), known).kind {
        Some(MessageKind::Photo(photo)) => PaidMedia::Photo(PaidMediaPhoto::new(photo)),
        Some(MessageKind::LivePhoto(photo)) => {
            PaidMedia::LivePhoto(Box::new(PaidMediaLivePhoto::new(*photo)))
        }
        Some(MessageKind::Video(video)) => PaidMedia::Video(Box::new(PaidMediaVideo::new(*video))),
        _ => {
            let mut other = Object::new();
            other.put("type", "other");
            PaidMedia::Unknown(raw(other))
        }
    }
}
