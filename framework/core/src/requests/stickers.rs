//! Requests for stickers: sets by their name, custom emoji by their ids.

use super::define::request;
use crate::types::*;

request! {
    /// Asks for a set of stickers. <https://core.telegram.org/bots/api#getstickerset>
    GetStickerSet("getStickerSet", get_sticker_set) -> StickerSet {
        required {
            /// The set's name, as it stands in links to it.
            name: Name,
        }
    }
}

request! {
    /// Asks for custom emoji. <https://core.telegram.org/bots/api#getcustomemojistickers>
    GetCustomEmojiStickers("getCustomEmojiStickers", get_custom_emoji_stickers) -> Vec<Sticker> {
        required {
            /// Which, at most 200.
            custom_emoji_ids: Vec<CustomEmojiId>,
        }
    }
}
