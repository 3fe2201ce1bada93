//! TL turned into the vocabulary, and requests turned into TL: the one place for both, in pure functions.

mod background;
mod boost;
mod business;
mod chat;
mod chat_full;
mod checklist;
mod document;
mod entity;
pub(crate) mod error;
mod game;
mod gift;
mod giveaway;
mod given;
pub(crate) mod inline_id;
mod invite_link;
mod keyboard;
mod media;
mod member;
mod message;
pub(crate) mod outgoing;
mod own;
mod paid_media;
mod passport;
mod payment;
pub(crate) mod peer;
mod photo;
mod place;
mod poll;
mod preview;
mod raw;
mod reaction;
mod rich;
mod rights;
mod shared;
mod stars;
mod sticker;
mod suggested_post;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod topic;
mod update;
mod user;

use std::collections::HashMap;

use ambigram_core::types::{Chat, ChatId, Message, Name, User, UserId};

pub(crate) use boost::user_boosts;
pub(crate) use business::business_connection;
pub(crate) use chat::chat;
pub(crate) use chat_full::{chat_full, pinned, user_full};
pub(crate) use document::{document, profile_audios, sticker};
pub(crate) use game::high_scores;
pub(crate) use gift::gift;
pub(crate) use invite_link::invite_link;
pub(crate) use member::{group_members, in_channel, in_group, members};
pub(crate) use message::{Names, message, replied};
pub(crate) use own::{bot_info, commands, menu_button};
pub(crate) use photo::profile_photos;
pub(crate) use poll::poll;
pub(crate) use rights::{NO_RIGHTS, administrator_rights};
pub(crate) use stars::{star_balance, star_transactions, sticker_sets_of_transactions};
pub(crate) use sticker::{StickerSetId, set_of, sticker_set};
pub(crate) use topic::created_topic;
pub(crate) use update::{Incoming, incoming};
pub(crate) use user::{me, user};

/// What is known of those whom TL names by number only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Users, the bot's own account among them.
    pub(crate) users: HashMap<UserId, User>,
    /// Chats, private ones aside.
    pub(crate) chats: HashMap<ChatId, Chat>,
    /// The names of sticker sets.
    pub(crate) sticker_sets: HashMap<i64, Name>,
    /// The message that the message in question answers.
    pub(crate) answered: Option<Message>,
    /// The message under which a button was pressed.
    pub(crate) pressed: Option<Message>,
}
