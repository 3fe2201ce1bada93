//! Sets of stickers, and custom emoji. <https://core.telegram.org/api/stickers>

use std::collections::BTreeMap;

use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::Caller;
use crate::mtproto::write::document::document;
use crate::world::files::StickerKind;
use crate::world::{SetName, StickerSet, World};

/// The most custom emoji that are asked for at once.
const AT_ONCE: usize = 200;

/// <https://core.telegram.org/method/messages.getStickerSet>
pub(super) fn get_sticker_set(
    caller: Caller,
    request: functions::messages::GetStickerSet,
) -> Result<enums::messages::StickerSet, RpcError> {
    let account = caller.account()?;
    let invalid = || RpcError::new(406, "STICKERSET_INVALID");
    caller.read(|world| {
        let set = named(world, &request.stickerset)?;
        if let (None, enums::InputStickerSet::EmojiDefaultTopicIcons) = (set, &request.stickerset) {
            return Ok(no_icons());
        }
        let set = set.ok_or_else(invalid)?;
        if request.hash != 0 && request.hash == hash(set) {
            return Ok(enums::messages::StickerSet::NotModified);
        }
        let mut packs: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
        for sticker in &set.stickers {
            for emoji in &sticker.emoji {
                packs.entry(emoji).or_default().push(sticker.document.id);
            }
        }
        let pack = |(emoticon, documents): (&str, Vec<i64>)| {
            types::StickerPack { emoticon: emoticon.to_owned(), documents }.into()
        };
        Ok(types::messages::StickerSet {
            set: sticker_set(set),
            packs: packs.into_iter().map(pack).collect(),
            keywords: Vec::new(),
            documents: set
                .stickers
                .iter()
                .map(|sticker| document(world, account, &sticker.document))
                .collect(),
        }
        .into())
    })
}

/// The set that a client names, where it is there. <https://core.telegram.org/type/InputStickerSet>
pub(in crate::mtproto::rpc) fn named<'a>(
    world: &'a World,
    given: &enums::InputStickerSet,
) -> Result<Option<&'a StickerSet>, RpcError> {
    Ok(match given {
        enums::InputStickerSet::Id(given) => {
            let id = crate::world::files::StickerSetId(given.id);
            world.sticker_set(SetName::Id(id)).filter(|set| set.id.access_hash() == given.access_hash)
        }
        enums::InputStickerSet::ShortName(given) => world.sticker_set(SetName::Name(&given.short_name)),
        enums::InputStickerSet::EmojiDefaultTopicIcons => world.topic_icons(),
        enums::InputStickerSet::Empty => None,
        other => {
            let name = format!("{other:?}");
            let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
            return Err(RpcError::lacks(&format!("inputStickerSet{name}")));
        }
    })
}

/// The set of topics' icons where nobody has made it.
fn no_icons() -> enums::messages::StickerSet {
    let id = crate::world::files::StickerSetId(0);
    let (name, title) = ("Topics".to_owned(), "Topics".to_owned());
    let kind = StickerKind::CustomEmoji { takes_text_color: true, is_free: true };
    let set = sticker_set(&StickerSet { id, name, title, kind, stickers: Vec::new() });
    types::messages::StickerSet { set, packs: Vec::new(), keywords: Vec::new(), documents: Vec::new() }.into()
}

/// <https://core.telegram.org/method/messages.getCustomEmojiDocuments>
pub(super) fn get_custom_emoji_documents(
    caller: Caller,
    request: functions::messages::GetCustomEmojiDocuments,
) -> Result<Vec<enums::Document>, RpcError> {
    let account = caller.account()?;
    if request.document_id.len() > AT_ONCE {
        return Err(RpcError::bad_request("LIMIT_INVALID"));
    }
    Ok(caller.read(|world| {
        let found = request.document_id.iter().filter_map(|id| world.custom_emoji(*id));
        found.map(|emoji| document(world, account, emoji)).collect()
    }))
}

/// <https://core.telegram.org/constructor/stickerSet>
fn sticker_set(set: &StickerSet) -> enums::StickerSet {
    let takes_text_color = matches!(set.kind, StickerKind::CustomEmoji { takes_text_color: true, .. });
    types::StickerSet {
        archived: false,
        official: false,
        masks: matches!(set.kind, StickerKind::Mask(_)),
        emojis: matches!(set.kind, StickerKind::CustomEmoji { .. }),
        text_color: takes_text_color,
        channel_emoji_status: false,
        creator: false,
        installed_date: None,
        id: set.id.0,
        access_hash: set.id.access_hash(),
        title: set.title.clone(),
        short_name: set.name.clone(),
        thumbs: None,
        thumb_dc_id: None,
        thumb_version: None,
        thumb_document_id: None,
        count: i32::try_from(set.stickers.len()).unwrap_or(i32::MAX),
        hash: hash(set),
    }
    .into()
}

/// What differs from that of another set, and of this one with other stickers. It is never 0, which asks for all.
fn hash(set: &StickerSet) -> i32 {
    let mix = |hash: i64, id: i64| hash.wrapping_mul(31).wrapping_add(id ^ (id >> 32));
    let hash = set.stickers.iter().map(|sticker| sticker.document.id).fold(17, mix);
    i32::try_from(hash & 0x7fff_ffff).unwrap_or_default() | 1
}
