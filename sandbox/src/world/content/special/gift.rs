//! Gifts. <https://core.telegram.org/bots/api#giftinfo>

use ambigram_core::types::{ChatId, MessageEntity};
use serde::Deserialize;

use crate::world::World;
use crate::world::files::{DocumentAttributes, NewDocument, Sticker, StickerKind};

/// A gift of which there are many. <https://core.telegram.org/bots/api#gift>
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// Its number.
    pub id: i64,
    /// The emoji of its sticker.
    #[serde(default = "present")]
    pub emoji: String,
    /// What it costs, in Stars.
    pub star_count: i64,
    /// What it costs to make a unique one of it.
    pub upgrade_star_count: Option<i64>,
    /// Whether only those with Premium may buy it.
    #[serde(default)]
    pub is_premium: bool,
    /// Whether it can give its owner's name colours.
    #[serde(default)]
    pub has_colors: bool,
    /// How many there are, where they are counted.
    pub total_count: Option<i32>,
    /// How many of them are left.
    pub remaining_count: Option<i32>,
    /// How many of them one may buy.
    pub personal_total_count: Option<i32>,
    /// How many of those are left.
    pub personal_remaining_count: Option<i32>,
    /// Its background.
    pub background: Option<GiftBackground>,
    /// How many different ones can be made of it.
    pub unique_gift_variant_count: Option<i32>,
    /// Which chat published it.
    pub publisher_chat: Option<ChatId>,
    /// Its sticker.
    #[serde(skip)]
    pub sticker: i64,
}

/// A gift's background, in RGB. <https://core.telegram.org/bots/api#giftbackground>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiftBackground {
    /// In the middle.
    pub center_color: i32,
    /// At the edge.
    pub edge_color: i32,
    /// Of the text on it.
    pub text_color: i32,
}

/// A gift that was given.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GiftMessage {
    /// It.
    pub gift: Gift,
    /// What it can be sold for, in Stars.
    pub convert_star_count: Option<i64>,
    /// What was paid for its upgrade already.
    pub prepaid_upgrade_star_count: Option<i64>,
    /// Whether that was paid afterwards.
    #[serde(default)]
    pub is_upgrade_separate: bool,
    /// Whether a unique one can be made of it.
    #[serde(default)]
    pub can_be_upgraded: bool,
    /// What the giver wrote.
    #[serde(default)]
    pub text: String,
    /// The formatting of that.
    #[serde(default)]
    pub entities: Vec<MessageEntity>,
    /// Whether only the receiver knows the giver and the text.
    #[serde(default)]
    pub is_private: bool,
    /// The number that the unique one will have.
    pub unique_gift_number: Option<i32>,
}

/// A gift of which there is only one. <https://core.telegram.org/bots/api#uniquegift>
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UniqueGift {
    /// The number of the gift of which it was made.
    pub gift_id: i64,
    /// What the gift of which it was made is called.
    pub base_name: String,
    /// Its own name, as it stands in links.
    pub name: String,
    /// Its number among those that were made of the gift.
    pub number: i32,
    /// Its model.
    pub model: GiftPart,
    /// The symbol on its backdrop.
    pub symbol: GiftPart,
    /// Its backdrop.
    pub backdrop: GiftPart,
    /// The backdrop's colours: in the middle, at the edge, of the symbol, of the text.
    pub backdrop_colors: [i32; 4],
    /// Whether the gift could be bought only by those with Premium.
    #[serde(default)]
    pub is_premium: bool,
    /// Whether it was used to make another.
    #[serde(default)]
    pub is_burned: bool,
    /// Whether it belongs to an address of the blockchain.
    #[serde(default)]
    pub is_from_blockchain: bool,
    /// The colours that it gives its owner's name.
    pub colors: Option<GiftColors>,
    /// Which chat published the gift.
    pub publisher_chat: Option<ChatId>,
}

/// A part of a unique gift, and how rare it is.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiftPart {
    /// What it is called.
    pub name: String,
    /// Of how many of a thousand gifts it is a part.
    pub rarity_per_mille: i32,
    /// The emoji of its sticker.
    #[serde(default = "present")]
    pub emoji: String,
    /// Its sticker; a backdrop has none.
    #[serde(skip)]
    pub sticker: i64,
}

/// Colours of a name, in RGB. <https://core.telegram.org/bots/api#uniquegiftcolors>
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiftColors {
    /// The custom emoji of the model.
    pub model_custom_emoji_id: i64,
    /// The custom emoji of the symbol.
    pub symbol_custom_emoji_id: i64,
    /// The main one in light themes.
    pub light_theme_main_color: i32,
    /// 1–3 others in light themes.
    pub light_theme_other_colors: Vec<i32>,
    /// The main one in dark themes.
    pub dark_theme_main_color: i32,
    /// 1–3 others in dark themes.
    pub dark_theme_other_colors: Vec<i32>,
}

/// A unique gift that was given.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct UniqueGiftMessage {
    /// It.
    pub gift: UniqueGift,
    /// How the receiver came by it.
    pub origin: GiftOrigin,
    /// What was paid for it, where it was bought from another: Stars, or nanotoncoins.
    pub resale: Option<super::Price>,
    /// What it costs to give it to another, in Stars.
    pub transfer_star_count: Option<i64>,
    /// When that becomes possible, in seconds since 1970.
    pub next_transfer_date: Option<i64>,
}

/// How one comes by a unique gift. <https://core.telegram.org/bots/api#uniquegiftinfo>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GiftOrigin {
    /// It was made of a gift that one had.
    Upgrade,
    /// It was given by another.
    Transfer,
    /// It was bought from another.
    Resale,
    /// Another paid for the upgrade.
    GiftedUpgrade,
    /// It was bought for what one offered.
    Offer,
    /// It was made of others.
    Craft,
    /// It came from the blockchain.
    Blockchain,
}

impl GiftOrigin {
    /// The Bot API's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::Transfer => "transfer",
            Self::Resale => "resale",
            Self::GiftedUpgrade => "gifted_upgrade",
            Self::Offer => "offer",
            Self::Craft => "craft",
            Self::Blockchain => "blockchain",
        }
    }
}

fn present() -> String {
    "🎁".to_owned()
}

impl Gift {
    pub(super) fn complete(&mut self, world: &mut World) {
        self.sticker = sticker(world, &self.emoji);
    }
}

impl UniqueGift {
    pub(super) fn complete(&mut self, world: &mut World) {
        self.model.sticker = sticker(world, &self.model.emoji);
        self.symbol.sticker = sticker(world, &self.symbol.emoji);
    }
}

/// A sticker as gifts have them: it moves, and is of no set.
fn sticker(world: &mut World, emoji: &str) -> i64 {
    let sticker = Sticker { emoji: emoji.to_owned(), set: None, kind: StickerKind::Regular };
    let new = NewDocument {
        bytes: emoji.as_bytes().to_vec().into(),
        mime_type: "application/x-tgsticker".to_owned(),
        attributes: DocumentAttributes {
            file_name: Some("AnimatedSticker.tgs".to_owned()),
            image_size: Some((512, 512)),
            sticker: Some(sticker),
            ..DocumentAttributes::default()
        },
        thumbnail: None,
    };
    world.add_document(new).id
}
