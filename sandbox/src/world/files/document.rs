//! Documents: all files but photos. <https://core.telegram.org/constructor/document>

use std::time::Duration;

use super::{Blob, PhotoSize};

/// A file, and what is known of it.
#[derive(Debug)]
pub struct Document {
    /// Its number.
    pub id: i64,
    /// When it was uploaded, in seconds since 1970.
    pub date: i64,
    /// From this and an account comes the hash by which the account names it.
    pub(super) secret: u64,
    /// The file.
    pub bytes: Blob,
    /// What it holds: `video/mp4` and the like.
    pub mime_type: String,
    /// What its sender said of it.
    pub attributes: DocumentAttributes,
    /// A small picture of it.
    pub thumbnail: Option<PhotoSize>,
}

/// A document to be kept. [`rules::files::document`](crate::rules::files::document) makes one of what a bot uploads.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewDocument {
    /// The file.
    pub bytes: Blob,
    /// What it holds: `video/mp4` and the like.
    pub mime_type: String,
    /// What its sender says of it.
    pub attributes: DocumentAttributes,
    /// A small picture of it.
    pub thumbnail: Option<PhotoSize>,
}

/// What a sender says of a file. <https://core.telegram.org/type/DocumentAttribute>
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DocumentAttributes {
    /// Its name.
    pub file_name: Option<String>,
    /// Width and height in pixels, where it is a picture.
    pub image_size: Option<(u32, u32)>,
    /// Whether it is an animation: a GIF, or a video without sound.
    pub is_animated: bool,
    /// That it is a video.
    pub video: Option<Video>,
    /// That it is music or a voice message.
    pub audio: Option<Audio>,
    /// That it is a sticker or a custom emoji.
    pub sticker: Option<Sticker>,
    /// Whether stickers stand on the picture.
    pub has_stickers: bool,
}

/// What is known of a video. <https://core.telegram.org/constructor/documentAttributeVideo>
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Video {
    /// Whether it is a video note, shown in a circle.
    pub is_round: bool,
    /// Whether it can be watched while it is loaded.
    pub supports_streaming: bool,
    /// Whether it has no sound and is no animation all the same.
    pub has_no_sound: bool,
    /// How long it is.
    pub duration: Duration,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Where the picture is taken that stands for it in small.
    pub start: Option<Duration>,
    /// Its codec.
    pub codec: Option<String>,
}

/// What is known of a sound. <https://core.telegram.org/constructor/documentAttributeAudio>
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audio {
    /// Whether it is a voice message.
    pub is_voice: bool,
    /// How long it is.
    pub duration: Duration,
    /// Its title.
    pub title: Option<String>,
    /// Who performs it.
    pub performer: Option<String>,
    /// The loudness of a voice message over time, five bits each. <https://core.telegram.org/api/files#waveforms>
    pub waveform: Option<Vec<u8>>,
}

/// What is known of a sticker. <https://core.telegram.org/constructor/documentAttributeSticker>
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sticker {
    /// The emoji that it stands for.
    pub emoji: String,
    /// The set that it is of.
    pub set: Option<StickerSetId>,
    /// What sort of sticker it is.
    pub kind: StickerKind,
}

/// The number of a sticker set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StickerSetId(pub i64);

/// What sort of sticker one is. <https://core.telegram.org/bots/api#sticker>
#[derive(Debug, Clone, PartialEq, Default)]
pub enum StickerKind {
    /// One like most.
    #[default]
    Regular,
    /// One to be put on faces in photos.
    Mask(Option<MaskPlace>),
    /// A custom emoji.
    CustomEmoji {
        /// Whether it may be used by those without Premium.
        is_free: bool,
        /// Whether it takes the colour of the text that it stands in.
        takes_text_color: bool,
    },
}

/// Where a mask is put on a face. <https://core.telegram.org/bots/api#maskposition>
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MaskPlace {
    /// On the forehead, 0, the eyes, 1, the mouth, 2, or the chin, 3.
    pub point: i32,
    /// How far to the right, in widths of the mask.
    pub x_shift: f64,
    /// How far down, in heights of the mask.
    pub y_shift: f64,
    /// How much bigger than its usual size.
    pub scale: f64,
}

/// What apps take a document for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A file, whatever is in it.
    General,
    /// A GIF, or a video without sound.
    Animation,
    /// Music.
    Audio,
    /// A sticker or a custom emoji.
    Sticker,
    /// A video.
    Video,
    /// A video in a circle.
    VideoNote,
    /// A voice message.
    Voice,
}

impl StickerSetId {
    /// The hash by which the set is named: the same for all, as sets are public.
    pub fn access_hash(self) -> i64 {
        // Any will do that differs from the number and is not 0.
        self.0.rotate_left(17) ^ 0x5bd1_e995_7f4a_7c15
    }
}

impl Document {
    /// What apps take it for.
    pub fn kind(&self) -> DocumentKind {
        self.attributes.kind(&self.mime_type)
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

impl DocumentAttributes {
    /// What apps take a document with these attributes for. One that says too much of itself is only a file.
    pub fn kind(&self, mime_type: &str) -> DocumentKind {
        let is_round = self.video.as_ref().is_some_and(|video| video.is_round);
        match (&self.sticker, &self.video, &self.audio) {
            (Some(_), _, None) => DocumentKind::Sticker,
            (None, Some(_), None) if is_round => DocumentKind::VideoNote,
            (None, _, None) if self.is_animated => DocumentKind::Animation,
            (None, Some(_), None) => DocumentKind::Video,
            (None, None, Some(audio)) if audio.is_voice => DocumentKind::Voice,
            (None, None, Some(_)) => DocumentKind::Audio,
            // An animated sticker is one even where nobody says so.
            (None, None, None) if mime_type == "application/x-tgsticker" => DocumentKind::Sticker,
            _ => DocumentKind::General,
        }
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Document {}
