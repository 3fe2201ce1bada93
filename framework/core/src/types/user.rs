//! People and bots.

use serde::{Deserialize, Serialize};

use super::UserId;

/// A user or a bot. <https://core.telegram.org/bots/api#user>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The user's number, which is also the id of the private chat with them.
    pub id: UserId,
    /// Whether this is a bot.
    pub is_bot: bool,
    /// The first name; never empty, except for deleted accounts.
    pub first_name: String,
    /// The last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The public name, without the `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The language of the user's app, as an IETF tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
    /// Whether the user has Telegram Premium.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_premium: bool,
    /// Whether the user added the bot to the attachment menu.
    #[serde(default, skip_serializing_if = "is_false")]
    pub added_to_attachment_menu: bool,
}

impl User {
    /// A user of whom only the number and the first name are known.
    pub fn new(id: impl Into<UserId>, first_name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            is_bot: false,
            first_name: first_name.into(),
            last_name: None,
            username: None,
            language_code: None,
            is_premium: false,
            added_to_attachment_menu: false,
        }
    }

    /// First and last name, as Telegram's apps show them.
    pub fn full_name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// For `skip_serializing_if`: the Bot API leaves out flags that are not set.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}
