//! Stickers: sets by their names, custom emoji by their ids.

use ambigram_core::requests::{GetCustomEmojiStickers, GetStickerSet, Response};
use ambigram_core::types::{Sticker, StickerSet};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::refused;
use crate::convert::{self, Known};
use crate::meeting;
use crate::wire::Wire;

/// How many custom emoji are told at once.
const AT_ONCE: usize = 200;

/// <https://core.telegram.org/method/messages.getStickerSet>
pub(super) async fn get_sticker_set(wire: &Wire, request: &GetStickerSet) -> Result<Response, Error> {
    let short_name = request.name.trim().to_owned();
    let set = set(wire, types::InputStickerSetShortName { short_name }.into()).await?;
    Ok(Response::of(set))
}

/// A set of stickers.
pub(super) async fn set(wire: &Wire, stickerset: enums::InputStickerSet) -> Result<StickerSet, Error> {
    let told = wire.invoke(&functions::messages::GetStickerSet { stickerset, hash: 0 }).await?;
    let none = || Error::new(ErrorKind::UnexpectedAnswer, "asked for a set of stickers, got none");
    convert::sticker_set(&told).ok_or_else(none)
}

/// <https://core.telegram.org/method/messages.getCustomEmojiDocuments>
pub(super) async fn get_custom_emoji_stickers(
    wire: &Wire,
    request: &GetCustomEmojiStickers,
) -> Result<Response, Error> {
    let ids = &request.custom_emoji_ids;
    if ids.len() > AT_ONCE {
        return refused("too many custom emoji identifiers specified");
    }
    let Ok(document_id) = ids.iter().map(|id| id.as_str().parse()).collect::<Result<Vec<i64>, _>>() else {
        return refused("invalid custom emoji identifier specified");
    };
    if document_id.is_empty() {
        return Ok(Response::of(Vec::<Sticker>::new()));
    }
    let documents = wire.invoke(&functions::messages::GetCustomEmojiDocuments { document_id }).await?;
    let sets: Vec<_> = documents.iter().filter_map(convert::set_of).collect();
    let known = Known { sticker_sets: meeting::sticker_sets(wire, &sets).await, ..Known::default() };
    let stickers = documents.iter().filter_map(|document| convert::sticker(document, &known));
    Ok(Response::of(stickers.collect::<Vec<_>>()))
}
