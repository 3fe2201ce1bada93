//! Users and chats that were picked by a button. <https://core.telegram.org/bots/api#usersshared>

use ambigram_core::types::{ChatId, UserId};
use serde::Deserialize;

use crate::rules::app_keyboard::AskedDetails;

/// Users were picked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UsersShared {
    /// The button's number.
    pub request_id: i32,
    /// They.
    pub users: Vec<UserId>,
    /// What is told of them beside their numbers.
    #[serde(default)]
    pub told: AskedDetails,
}

/// A chat was picked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ChatShared {
    /// The button's number.
    pub request_id: i32,
    /// It.
    pub chat: ChatId,
    /// What is told of it beside its number.
    #[serde(default)]
    pub told: AskedDetails,
}
