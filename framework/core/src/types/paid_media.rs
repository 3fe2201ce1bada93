//! Media that are paid for with Telegram Stars.

use super::define::{object, union};
use super::{LivePhoto, Photo, Video};

object! {
    /// Media that are paid for. <https://core.telegram.org/bots/api#paidmediainfo>
    PaidMediaInfo {
        required {
            /// How many Telegram Stars it costs to see them.
            star_count: i64,
            /// The media.
            paid_media: Vec<PaidMedia>,
        }
    }
}

union! {
    /// One of the media that are paid for together. <https://core.telegram.org/bots/api#paidmedia>
    PaidMedia by "type" {
        /// A photo that moves.
        LivePhoto("live_photo"): Box<PaidMediaLivePhoto>,
        /// A photo.
        Photo("photo"): PaidMediaPhoto,
        /// What is told before it is paid for.
        Preview("preview"): PaidMediaPreview,
        /// A video.
        Video("video"): Box<PaidMediaVideo>,
    }
}

object! {
    /// A photo that moves. <https://core.telegram.org/bots/api#paidmedialivephoto>
    PaidMediaLivePhoto {
        required {
            /// The photo.
            live_photo: LivePhoto,
        }
    }
}

object! {
    /// A photo. <https://core.telegram.org/bots/api#paidmediaphoto>
    PaidMediaPhoto {
        required {
            /// The photo.
            photo: Photo,
        }
    }
}

object! {
    /// What is told of media before they are paid for. <https://core.telegram.org/bots/api#paidmediapreview>
    PaidMediaPreview {
        optional {
            /// Width in pixels, as the sender told it.
            width: u32,
            /// Height in pixels, as the sender told it.
            height: u32,
            /// A video's length in seconds, as the sender told it.
            duration: u32,
        }
    }
}

object! {
    /// A video. <https://core.telegram.org/bots/api#paidmediavideo>
    PaidMediaVideo {
        required {
            /// The video.
            video: Video,
        }
    }
}
