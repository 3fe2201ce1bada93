//! Media to be sent, where a request takes one of several kinds.

use super::define::{input, inputs};
use super::{InputFile, InputText};
use crate::types::Name;

inputs! {
    /// A medium in the place of another. <https://core.telegram.org/bots/api#inputmedia>
    InputMedia {
        /// An animation.
        Animation(InputMediaAnimation),
        /// Music.
        Audio(InputMediaAudio),
        /// A file of any kind.
        Document(InputMediaDocument),
        /// A photo that moves.
        LivePhoto(InputMediaLivePhoto),
        /// A photo.
        Photo(InputMediaPhoto),
        /// A video.
        Video(InputMediaVideo),
    }
}

inputs! {
    /// A part of an album. <https://core.telegram.org/bots/api#sendmediagroup>
    InputMediaGroupItem {
        /// Music.
        Audio(InputMediaAudio),
        /// A file of any kind.
        Document(InputMediaDocument),
        /// A photo that moves.
        LivePhoto(InputMediaLivePhoto),
        /// A photo.
        Photo(InputMediaPhoto),
        /// A video.
        Video(InputMediaVideo),
    }
}

inputs! {
    /// What goes with a poll, or with its explanation. <https://core.telegram.org/bots/api#inputpollmedia>
    InputPollMedia {
        /// An animation.
        Animation(InputMediaAnimation),
        /// Music.
        Audio(InputMediaAudio),
        /// A file of any kind.
        Document(InputMediaDocument),
        /// A photo that moves.
        LivePhoto(InputMediaLivePhoto),
        /// A point on the map.
        Location(InputMediaLocation),
        /// A photo.
        Photo(InputMediaPhoto),
        /// A place with a name.
        Venue(InputMediaVenue),
        /// A video.
        Video(InputMediaVideo),
    }
}

inputs! {
    /// What goes with an option of a poll. <https://core.telegram.org/bots/api#inputpolloptionmedia>
    InputPollOptionMedia {
        /// An animation.
        Animation(InputMediaAnimation),
        /// An address.
        Link(InputMediaLink),
        /// A photo that moves.
        LivePhoto(InputMediaLivePhoto),
        /// A point on the map.
        Location(InputMediaLocation),
        /// A photo.
        Photo(InputMediaPhoto),
        /// A sticker.
        Sticker(InputMediaSticker),
        /// A place with a name.
        Venue(InputMediaVenue),
        /// A video.
        Video(InputMediaVideo),
    }
}

inputs! {
    /// A medium that is paid for. <https://core.telegram.org/bots/api#inputpaidmedia>
    InputPaidMedia {
        /// A photo that moves.
        LivePhoto(InputPaidMediaLivePhoto),
        /// A photo.
        Photo(InputPaidMediaPhoto),
        /// A video.
        Video(InputPaidMediaVideo),
    }
}

input! {
    /// An animation: a GIF, or an MPEG-4 video without sound. <https://core.telegram.org/bots/api#inputmediaanimation>
    InputMediaAnimation("type" = "animation") {
        required {
            /// The animation.
            media: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// Its width, in pixels.
            width: u32,
            /// Its height, in pixels.
            height: u32,
            /// How long it is, in seconds.
            duration: u32,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

input! {
    /// Music. <https://core.telegram.org/bots/api#inputmediaaudio>
    InputMediaAudio("type" = "audio") {
        required {
            /// The music.
            media: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// How long it is, in seconds.
            duration: u32,
            /// Who plays it.
            performer: Name,
            /// What it is called.
            title: Name,
        }
    }
}

input! {
    /// A file of any kind. <https://core.telegram.org/bots/api#inputmediadocument>
    InputMediaDocument("type" = "document") {
        required {
            /// The file.
            media: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Keeps an uploaded file from being taken for what it looks like, such as a video.
            disable_content_type_detection,
        }
    }
}

input! {
    /// A photo that moves. <https://core.telegram.org/bots/api#inputmedialivephoto>
    InputMediaLivePhoto("type" = "live_photo") {
        required {
            /// The video: not by address.
            media: InputFile,
            /// The still photo.
            photo: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

input! {
    /// A photo. <https://core.telegram.org/bots/api#inputmediaphoto>
    InputMediaPhoto("type" = "photo") {
        required {
            /// The photo.
            media: InputFile,
        }
        optional {
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

input! {
    /// A video. <https://core.telegram.org/bots/api#inputmediavideo>
    InputMediaVideo("type" = "video") {
        required {
            /// The video.
            media: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// What is shown until it plays.
            cover: InputFile,
            /// From where it plays, in seconds.
            start_timestamp: u32,
            /// The text that goes with it, 0–1024 characters.
            caption: InputText,
            /// Its width, in pixels.
            width: u32,
            /// Its height, in pixels.
            height: u32,
            /// How long it is, in seconds.
            duration: u32,
        }
        flags {
            /// Puts the caption above it.
            show_caption_above_media,
            /// Says that it can be played while it is still being loaded.
            supports_streaming,
            /// Covers it until it is pressed.
            has_spoiler,
        }
    }
}

input! {
    /// An address. <https://core.telegram.org/bots/api#inputmedialink>
    InputMediaLink("type" = "link") {
        required {
            /// The address.
            url: String,
        }
    }
}

input! {
    /// A point on the map. <https://core.telegram.org/bots/api#inputmedialocation>
    InputMediaLocation("type" = "location") {
        required {
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
        }
        optional {
            /// How uncertain it is, in metres, 0–1500.
            horizontal_accuracy: f64,
        }
    }
}

input! {
    /// A sticker. <https://core.telegram.org/bots/api#inputmediasticker>
    InputMediaSticker("type" = "sticker") {
        required {
            /// The sticker.
            media: InputFile,
        }
        optional {
            /// The emoji that belongs to it, for one that is uploaded just now.
            emoji: Name,
        }
    }
}

input! {
    /// A place with a name. <https://core.telegram.org/bots/api#inputmediavenue>
    InputMediaVenue("type" = "venue") {
        required {
            /// Its latitude, in degrees.
            latitude: f64,
            /// Its longitude, in degrees.
            longitude: f64,
            /// What it is called.
            title: String,
            /// Its address.
            address: String,
        }
        optional {
            /// Its identifier at Foursquare.
            foursquare_id: Name,
            /// Its kind at Foursquare, such as `arts_entertainment/aquarium`.
            foursquare_type: Name,
            /// Its identifier at Google Places.
            google_place_id: Name,
            /// Its kind at Google Places.
            google_place_type: Name,
        }
    }
}

input! {
    /// A photo that moves, to be paid for. <https://core.telegram.org/bots/api#inputpaidmedialivephoto>
    InputPaidMediaLivePhoto("type" = "live_photo") {
        required {
            /// The video: not by address.
            media: InputFile,
            /// The still photo.
            photo: InputFile,
        }
    }
}

input! {
    /// A photo, to be paid for. <https://core.telegram.org/bots/api#inputpaidmediaphoto>
    InputPaidMediaPhoto("type" = "photo") {
        required {
            /// The photo.
            media: InputFile,
        }
    }
}

input! {
    /// A video, to be paid for. <https://core.telegram.org/bots/api#inputpaidmediavideo>
    InputPaidMediaVideo("type" = "video") {
        required {
            /// The video.
            media: InputFile,
        }
        optional {
            /// Its preview: a JPEG of at most 200 kB and 320×320, to be uploaded.
            thumbnail: InputFile,
            /// What is shown until it plays.
            cover: InputFile,
            /// From where it plays, in seconds.
            start_timestamp: u32,
            /// Its width, in pixels.
            width: u32,
            /// Its height, in pixels.
            height: u32,
            /// How long it is, in seconds.
            duration: u32,
        }
        flags {
            /// Says that it can be played while it is still being loaded.
            supports_streaming,
        }
    }
}
