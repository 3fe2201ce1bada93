//! Giveaways. <https://core.telegram.org/bots/api#giveaway>

use ambigram_core::types::{ChatId, UserId};
use serde::Deserialize;

/// One was created.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct GiveawayCreated {
    /// How many Stars there are to win.
    pub prize_star_count: Option<i64>,
}

/// One is under way.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Giveaway {
    /// Which chats one must join to take part.
    pub chats: Vec<ChatId>,
    /// When the winners are drawn, in seconds since 1970.
    pub winners_selection_date: i64,
    /// How many win.
    pub winner_count: i32,
    /// Whether only those take part who join afterwards.
    #[serde(default)]
    pub only_new_members: bool,
    /// Whether everybody is told who won.
    #[serde(default)]
    pub has_public_winners: bool,
    /// What there is to win beside.
    pub prize_description: Option<String>,
    /// From which countries one may take part, by their two letters; from all where none is named.
    #[serde(default)]
    pub country_codes: Vec<String>,
    /// How many Stars there are to win.
    pub prize_star_count: Option<i64>,
    /// How many months of Premium there are to win.
    pub premium_subscription_month_count: Option<i32>,
}

/// One with public winners is over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GiveawayWinners {
    /// The chat that gave it.
    pub chat: ChatId,
    /// The message of that chat that told of it.
    pub giveaway_message_id: i32,
    /// When the winners were drawn, in seconds since 1970.
    pub winners_selection_date: i64,
    /// How many won.
    pub winner_count: i32,
    /// Who, at most 100.
    pub winners: Vec<UserId>,
    /// How many other chats one had to join.
    #[serde(default)]
    pub additional_chat_count: i32,
    /// How many Stars there were to win.
    pub prize_star_count: Option<i64>,
    /// How many months of Premium there were to win.
    pub premium_subscription_month_count: Option<i32>,
    /// How many prizes nobody got.
    #[serde(default)]
    pub unclaimed_prize_count: i32,
    /// Whether only those took part who joined afterwards.
    #[serde(default)]
    pub only_new_members: bool,
    /// Whether it was called off because the payment was given back.
    #[serde(default)]
    pub was_refunded: bool,
    /// What there was to win beside.
    pub prize_description: Option<String>,
}

/// One without public winners is over; the message of the giveaway is the one that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GiveawayCompleted {
    /// How many won.
    pub winner_count: i32,
    /// How many prizes nobody got.
    #[serde(default)]
    pub unclaimed_prize_count: i32,
    /// Whether there were Stars to win, rather than Premium.
    #[serde(default)]
    pub is_star_giveaway: bool,
}
