//! Stickers and their sets.

use super::define::{names, object};
use super::{CustomEmojiId, File, FileId, FileUniqueId, Name, PhotoSize};

object! {
    /// A sticker. <https://core.telegram.org/bots/api#sticker>
    Sticker {
        required {
            /// For sending it again and for fetching it.
            file_id: FileId,
            /// The same for all bots and for ever.
            file_unique_id: FileUniqueId,
            /// What it is for; its format is told by [`format`](Sticker::format).
            #[serde(rename = "type")]
            kind: StickerKind,
            /// Width in pixels.
            width: u32,
            /// Height in pixels.
            height: u32,
            /// Whether it is an animation of vectors (a `.TGS` file).
            is_animated: bool,
            /// Whether it is a video (a `.WEBM` file).
            is_video: bool,
        }
        optional {
            /// A small picture of it, as `.WEBP` or `.JPG`.
            thumbnail: Box<PhotoSize>,
            /// The emoji that it stands for.
            emoji: Name,
            /// The name of the set that it belongs to.
            set_name: Name,
            /// The animation that plays around it, for Telegram Premium.
            premium_animation: Box<File>,
            /// Where it is put on a face, if it is a mask.
            mask_position: Box<MaskPosition>,
            /// Its id, if it is a custom emoji.
            custom_emoji_id: CustomEmojiId,
            /// Size in bytes.
            file_size: u64,
        }
        flags {
            /// Whether apps paint it in the colour of what is around it: of text, of a badge, of the accent.
            needs_repainting,
        }
    }
}

impl Sticker {
    /// The format of the file.
    pub fn format(&self) -> StickerFormat {
        match (self.is_animated, self.is_video) {
            (true, _) => StickerFormat::Animated,
            (_, true) => StickerFormat::Video,
            _ => StickerFormat::Static,
        }
    }
}

names! {
    /// What a sticker, or a set of stickers, is for.
    StickerKind {
        /// For sending.
        Regular = "regular",
        /// For putting on the faces of photos.
        Mask = "mask",
        /// For standing in a text, as an emoji does.
        CustomEmoji = "custom_emoji",
    }
}

names! {
    /// The format of a sticker's file. <https://core.telegram.org/stickers>
    StickerFormat {
        /// A picture: `.WEBP` or `.PNG`.
        Static = "static",
        /// An animation of vectors: `.TGS`.
        Animated = "animated",
        /// A video: `.WEBM`.
        Video = "video",
    }
}

object! {
    /// A set of stickers. <https://core.telegram.org/bots/api#stickerset>
    StickerSet {
        required {
            /// The name, which also stands in the set's link.
            name: Name,
            /// The title that users see.
            title: Name,
            /// What its stickers are for.
            sticker_type: StickerKind,
            /// All its stickers.
            stickers: Vec<Sticker>,
        }
        optional {
            /// The set's small picture, as `.WEBP`, `.TGS` or `.WEBM`.
            thumbnail: Box<PhotoSize>,
        }
    }
}

object! {
    /// Where a mask is put on a face. <https://core.telegram.org/bots/api#maskposition>
    MaskPosition {
        required {
            /// The part of the face that the rest is measured from.
            point: MaskPoint,
            /// How far to the right, in widths of the mask scaled to the face; to the left if negative.
            x_shift: f64,
            /// How far down, in heights of the mask scaled to the face; up if negative.
            y_shift: f64,
            /// The mask's size: 2.0 is twice as large as the face.
            scale: f64,
        }
    }
}

names! {
    /// A part of a face.
    MaskPoint {
        /// The forehead.
        Forehead = "forehead",
        /// The eyes.
        Eyes = "eyes",
        /// The mouth.
        Mouth = "mouth",
        /// The chin.
        Chin = "chin",
    }
}
