//! Sets of stickers and custom emoji. <https://core.telegram.org/api/stickers>

use std::sync::Arc;

use super::World;
use super::files::{Document, DocumentAttributes, NewDocument, Sticker, StickerKind, StickerSetId};
use crate::rules::{Refusal, limits, names};

/// A set of stickers of one sort.
#[derive(Debug, Clone, PartialEq)]
pub struct StickerSet {
    /// Its number.
    pub id: StickerSetId,
    /// Its public name, in addresses.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What sort of stickers it holds; where masks are put is each one's own.
    pub kind: StickerKind,
    /// Its stickers, in order.
    pub stickers: Vec<SetSticker>,
}

/// A sticker of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetSticker {
    /// The file.
    pub document: Arc<Document>,
    /// All emoji that it stands for; the first is told in messages.
    pub emoji: Vec<String>,
}

/// What a new set is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStickerSet {
    /// The public name: letters, digits and `_`, beginning with a letter.
    pub name: String,
    /// The title, 1–64 characters.
    pub title: String,
    /// What sort of stickers it holds.
    pub kind: StickerKind,
    /// The files, which are copied, and the emoji that each stands for.
    pub stickers: Vec<(Arc<Document>, Vec<String>)>,
}

/// How a set is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetName<'a> {
    /// By its number.
    Id(StickerSetId),
    /// By its public name, in any case of letters.
    Name(&'a str),
}

impl World {
    /// Makes a set. Its stickers are files of their own, of the same bytes as those that were given.
    ///
    /// # Errors
    /// For a name that cannot be had, an empty or too long title, no stickers, or a sticker without emoji.
    pub fn create_sticker_set(&mut self, new: NewStickerSet) -> Result<&StickerSet, Refusal> {
        let NewStickerSet { name, title, kind, stickers } = new;
        if !names::is_sticker_set_name(&name) {
            return Err(Refusal::StickerSetNameInvalid);
        }
        if self.sticker_set(SetName::Name(&name)).is_some() {
            return Err(Refusal::StickerSetNameOccupied);
        }
        if !(1..=limits::STICKER_SET_TITLE).contains(&title.chars().count()) {
            return Err(Refusal::StickerSetTitleInvalid);
        }
        if stickers.is_empty() {
            return Err(Refusal::StickersEmpty);
        }
        if stickers.iter().any(|(_, emoji)| emoji.is_empty()) {
            return Err(Refusal::StickerEmojiInvalid);
        }
        let id = StickerSetId((self.random.next() >> 2).cast_signed() | 1);
        let stickers = stickers.into_iter().map(|(document, emoji)| {
            let sticker = Sticker {
                emoji: emoji.first().cloned().unwrap_or_default(),
                set: Some(id),
                kind: kind.clone(),
            };
            let document = self.add_document(NewDocument {
                bytes: document.bytes.clone(),
                mime_type: document.mime_type.clone(),
                attributes: DocumentAttributes { sticker: Some(sticker), ..document.attributes.clone() },
                thumbnail: document.thumbnail.clone(),
            });
            SetSticker { document, emoji }
        });
        let stickers = stickers.collect();
        let set = StickerSet { id, name, title, kind, stickers };
        Ok(self.sticker_sets.entry(id).or_insert(set))
    }

    /// A set by its number or its name.
    pub fn sticker_set(&self, name: SetName<'_>) -> Option<&StickerSet> {
        match name {
            SetName::Id(id) => self.sticker_sets.get(&id),
            SetName::Name(name) => self.sticker_sets.values().find(|set| set.name.eq_ignore_ascii_case(name)),
        }
    }

    /// The icons that topics can have: the set `Topics`, where somebody has made it.
    pub fn topic_icons(&self) -> Option<&StickerSet> {
        self.sticker_set(SetName::Name("Topics"))
    }

    /// The set that a sticker is of.
    pub fn set_of(&self, document: &Document) -> Option<&StickerSet> {
        self.sticker_set(SetName::Id(document.attributes.sticker.as_ref()?.set?))
    }

    /// A custom emoji by its number.
    pub fn custom_emoji(&self, id: i64) -> Option<&Arc<Document>> {
        self.document(id).filter(|document| {
            let kind = document.attributes.sticker.as_ref().map(|sticker| &sticker.kind);
            matches!(kind, Some(StickerKind::CustomEmoji { .. }))
        })
    }
}
