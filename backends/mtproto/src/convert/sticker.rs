//! Stickers, masks, custom emoji, and their sets.

use ambigram_core::identity::FileType;
use ambigram_core::types::{CustomEmojiId, File, MaskPoint, MaskPosition, Sticker, StickerKind, StickerSet};
use grammers_tl_types::{enums, types};

use super::document::{self, Described};
use super::photo::{self, thumbnail};
use super::{Known, given};

/// The MIME type of animations of vectors.
pub(super) const VECTOR: &str = "application/x-tgsticker";
/// The MIME type of stickers that are videos.
const VIDEO: &str = "video/webm";

/// What a document says of itself as a sticker.
#[derive(Debug, Clone, Copy)]
pub(super) enum Emoji<'a> {
    Sticker(&'a types::DocumentAttributeSticker),
    Custom(&'a types::DocumentAttributeCustomEmoji),
}

/// A sticker set as documents name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct StickerSetId {
    /// Its number.
    pub(crate) id: i64,
    /// Its access hash.
    pub(crate) access_hash: i64,
}

impl<'a> Emoji<'a> {
    fn set(self) -> &'a enums::InputStickerSet {
        match self {
            Self::Sticker(sticker) => &sticker.stickerset,
            Self::Custom(emoji) => &emoji.stickerset,
        }
    }
}

/// The sticker set that a document belongs to, if it is a sticker of one: its name must be asked for.
pub(crate) fn set_of(document: &enums::Document) -> Option<StickerSetId> {
    let enums::Document::Document(document) = document else { return None };
    document.attributes.iter().find_map(|attribute| {
        let set = match attribute {
            enums::DocumentAttribute::Sticker(sticker) => &sticker.stickerset,
            enums::DocumentAttribute::CustomEmoji(emoji) => &emoji.stickerset,
            _ => return None,
        };
        let enums::InputStickerSet::Id(set) = set else { return None };
        Some(StickerSetId { id: set.id, access_hash: set.access_hash })
    })
}

/// A sticker of a document that is one.
pub(super) fn read(of: &Described<'_>, emoji: Option<Emoji<'_>>, known: &Known) -> Sticker {
    let document = of.document;
    let file = document::remote(document, FileType::Sticker);
    let is_animated = document.mime_type == VECTOR;
    let (kind, side, alt, mask, repainted) = match emoji {
        Some(Emoji::Custom(emoji)) => {
            (StickerKind::CustomEmoji, 100, emoji.alt.as_str(), None, emoji.text_color)
        }
        Some(Emoji::Sticker(sticker)) if sticker.mask => {
            (StickerKind::Mask, 512, sticker.alt.as_str(), sticker.mask_coords.as_ref(), false)
        }
        Some(Emoji::Sticker(sticker)) => (StickerKind::Regular, 512, sticker.alt.as_str(), None, false),
        None => (StickerKind::Regular, 512, "", None, false),
    };
    let (width, height) = match of.dimensions() {
        // Vectors have no size of their own.
        (0, _) if is_animated => (side, side),
        told => told,
    };
    let set_name = match emoji.map(Emoji::set) {
        Some(enums::InputStickerSet::Id(set)) => known.sticker_sets.get(&set.id).cloned(),
        Some(enums::InputStickerSet::ShortName(set)) => given::name(&set.short_name),
        _ => None,
    };
    let is_custom_emoji = kind == StickerKind::CustomEmoji;
    let premium = Some(document).filter(|_| kind == StickerKind::Regular).and_then(premium_animation);
    Sticker {
        thumbnail: thumbnail(document),
        emoji: given::name(alt),
        set_name,
        premium_animation: premium.map(Box::new),
        mask_position: mask.map(|position| Box::new(mask_position(position))),
        custom_emoji_id: is_custom_emoji.then(|| CustomEmojiId::from(document.id.to_string())),
        file_size: given::size(document.size),
        needs_repainting: repainted,
        ..Sticker::new(
            file.encode(),
            file.unique_id(),
            kind,
            width,
            height,
            is_animated,
            document.mime_type == VIDEO,
        )
    }
}

/// The animation that plays around a sticker, for Telegram Premium.
fn premium_animation(document: &types::Document) -> Option<File> {
    document.video_thumbs.iter().flatten().find_map(|size| match size {
        enums::VideoSize::Size(size) if size.r#type == "f" => {
            let file = photo::picture(document, b'f');
            let file_size = given::size(size.size.into());
            Some(File { file_size, ..File::new(file.encode(), file.unique_id()) })
        }
        _ => None,
    })
}

/// <https://core.telegram.org/bots/api#maskposition>
fn mask_position(coords: &enums::MaskCoords) -> MaskPosition {
    let enums::MaskCoords::Coords(coords) = coords;
    let point = match coords.n {
        0 => MaskPoint::Forehead,
        1 => MaskPoint::Eyes,
        2 => MaskPoint::Mouth,
        _ => MaskPoint::Chin,
    };
    MaskPosition::new(point, coords.x, coords.y, coords.zoom)
}

/// What the stickers of a set are for.
fn kind(set: &types::StickerSet) -> StickerKind {
    match (set.emojis, set.masks) {
        (true, _) => StickerKind::CustomEmoji,
        (_, true) => StickerKind::Mask,
        _ => StickerKind::Regular,
    }
}

/// A set with all its stickers; `None` where Telegram says that it is as it was.
/// <https://core.telegram.org/bots/api#stickerset>
pub(crate) fn sticker_set(set: &enums::messages::StickerSet) -> Option<StickerSet> {
    let enums::messages::StickerSet::Set(told) = set else { return None };
    let enums::StickerSet::Set(set) = &told.set;
    let mut known = Known::default();
    known.sticker_sets.insert(set.id, set.short_name.as_str().into());
    let stickers: Vec<_> =
        told.documents.iter().filter_map(|sticker| document::sticker(sticker, &known)).collect();
    Some(StickerSet {
        thumbnail: photo::sticker_set_thumbnail(set),
        ..StickerSet::new(set.short_name.as_str(), set.title.as_str(), kind(set), stickers)
    })
}
