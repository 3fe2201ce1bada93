//! Media that a message can hold: photos, videos, music, voices, files.

use serde::{Deserialize, Serialize};

use super::define::object;
use super::{Chat, FileId, FileUniqueId, Name};

object! {
    /// A photo or a thumbnail in one size. <https://core.telegram.org/bots/api#photosize>
    PhotoSize {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Width in pixels.
            width: u32,
            /// Height in pixels.
            height: u32,
        }
        optional {
            /// Size in bytes.
            file_size: u64,
        }
    }
}

/// A photo: the same picture in several sizes. <https://core.telegram.org/bots/api#photosize>
///
/// ```
/// # use ambigram_core::types::{Photo, PhotoSize};
/// let photo = Photo::from(vec![PhotoSize::new("a", "x", 90u32, 60u32), PhotoSize::new("b", "y", 1280u32, 853u32)]);
/// assert_eq!(photo.largest().map(|size| size.width), Some(1280));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Photo {
    /// The sizes, smallest first as Telegram tells them.
    pub sizes: Vec<PhotoSize>,
}

impl Photo {
    /// The size with the most pixels; `None` for a photo without sizes.
    pub fn largest(&self) -> Option<&PhotoSize> {
        self.sizes.iter().max_by_key(|size| u64::from(size.width) * u64::from(size.height))
    }
}

impl From<Vec<PhotoSize>> for Photo {
    fn from(sizes: Vec<PhotoSize>) -> Self {
        Self { sizes }
    }
}

object! {
    /// A GIF, or a video without sound. <https://core.telegram.org/bots/api#animation>
    Animation {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Width in pixels, as the sender told it.
            width: u32,
            /// Height in pixels, as the sender told it.
            height: u32,
            /// Length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// A small picture of it.
            thumbnail: Box<PhotoSize>,
            /// The file's name, as the sender told it.
            file_name: Name,
            /// The file's MIME type, as the sender told it.
            mime_type: Name,
            /// Size in bytes.
            file_size: u64,
        }
    }
}

impl Animation {
    /// The file itself, which Telegram tells beside the animation for programs that know no animations.
    pub fn as_document(&self) -> Document {
        Document {
            file_id: self.file_id.clone(),
            file_unique_id: self.file_unique_id.clone(),
            thumbnail: self.thumbnail.clone(),
            file_name: self.file_name.clone(),
            mime_type: self.mime_type.clone(),
            file_size: self.file_size,
        }
    }
}

object! {
    /// Music. <https://core.telegram.org/bots/api#audio>
    Audio {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// Who performs, as the sender or the file's tags told it.
            performer: Name,
            /// What is performed, as the sender or the file's tags told it.
            title: Name,
            /// The file's name, as the sender told it.
            file_name: Name,
            /// The file's MIME type, as the sender told it.
            mime_type: Name,
            /// Size in bytes.
            file_size: u64,
            /// The album's cover.
            thumbnail: Box<PhotoSize>,
        }
    }
}

object! {
    /// A file of no special kind. <https://core.telegram.org/bots/api#document>
    Document {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
        }
        optional {
            /// A small picture of it, as the sender gave it.
            thumbnail: Box<PhotoSize>,
            /// The file's name, as the sender told it.
            file_name: Name,
            /// The file's MIME type, as the sender told it.
            mime_type: Name,
            /// Size in bytes.
            file_size: u64,
        }
    }
}

object! {
    /// A photo that moves: a still picture and a short video, which the ids name.
    /// <https://core.telegram.org/bots/api#livephoto>
    LivePhoto {
        required {
            /// The video, for sending it again and for fetching it.
            file_id: FileId,
            /// The video, the same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// The video's width in pixels, as the sender told it.
            width: u32,
            /// The video's height in pixels, as the sender told it.
            height: u32,
            /// The video's length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// The still picture.
            photo: Photo,
            /// The video's MIME type, as the sender told it.
            mime_type: Name,
            /// The video's size in bytes.
            file_size: u64,
        }
    }
}

object! {
    /// A story. <https://core.telegram.org/bots/api#story>
    Story {
        required {
            /// Who posted it.
            chat: Chat,
            /// Its number there.
            id: i32,
        }
    }
}

object! {
    /// A video in another quality than it was sent in. <https://core.telegram.org/bots/api#videoquality>
    VideoQuality {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Width in pixels.
            width: u32,
            /// Height in pixels.
            height: u32,
            /// How it is encoded, such as `h264`, `h265` or `av01`.
            codec: Name,
        }
        optional {
            /// Size in bytes.
            file_size: u64,
        }
    }
}

object! {
    /// A video. <https://core.telegram.org/bots/api#video>
    Video {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Width in pixels, as the sender told it.
            width: u32,
            /// Height in pixels, as the sender told it.
            height: u32,
            /// Length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// A small picture of it.
            thumbnail: Box<PhotoSize>,
            /// The picture that the message shows until the video plays.
            cover: Photo,
            /// Where it starts to play, in seconds from its beginning.
            start_timestamp: u32,
            /// The file's name, as the sender told it.
            file_name: Name,
            /// The file's MIME type, as the sender told it.
            mime_type: Name,
            /// Size in bytes.
            file_size: u64,
        }
        lists {
            /// The other qualities that there are.
            qualities: VideoQuality,
        }
    }
}

object! {
    /// A round video message. <https://core.telegram.org/bots/api#videonote>
    VideoNote {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Width and height in pixels, as the sender told it.
            length: u32,
            /// Length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// A small picture of it.
            thumbnail: Box<PhotoSize>,
            /// Size in bytes.
            file_size: u64,
        }
    }
}

object! {
    /// A voice message. <https://core.telegram.org/bots/api#voice>
    Voice {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// Length in seconds, as the sender told it.
            duration: u32,
        }
        optional {
            /// The file's MIME type, as the sender told it.
            mime_type: Name,
            /// Size in bytes.
            file_size: u64,
        }
    }
}
