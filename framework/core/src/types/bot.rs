//! What belongs to the bot itself: who it is, its command menu, what it appears to be doing.

use serde::{Deserialize, Serialize};

use super::user::is_false;
use super::{ChatId, User, UserId};

/// The bot's own account, as [getMe](https://core.telegram.org/bots/api#getme) tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The bot as a user.
    #[serde(flatten)]
    pub user: User,
    /// Whether the bot can be invited to groups.
    #[serde(default, skip_serializing_if = "is_false")]
    pub can_join_groups: bool,
    /// Whether privacy mode is off, so that the bot sees every message of its groups.
    #[serde(default, skip_serializing_if = "is_false")]
    pub can_read_all_group_messages: bool,
    /// Whether the bot takes inline queries.
    #[serde(default, skip_serializing_if = "is_false")]
    pub supports_inline_queries: bool,
    /// Whether the bot can be connected to a business account.
    #[serde(default, skip_serializing_if = "is_false")]
    pub can_connect_to_business: bool,
    /// Whether the bot has a main Web App.
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_main_web_app: bool,
}

impl Me {
    /// The bot's public name, without the `@`. Every bot has one.
    pub fn username(&self) -> &str {
        self.user.username.as_deref().unwrap_or_default()
    }
}

/// A line of the command menu. <https://core.telegram.org/bots/api#botcommand>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotCommand {
    /// The name, 1–32 characters of `a`–`z`, `0`–`9` and `_`, without the slash.
    pub command: String,
    /// What it does, 1–256 characters.
    pub description: String,
}

impl BotCommand {
    /// A line of the menu.
    pub fn new(command: impl Into<String>, description: impl Into<String>) -> Self {
        Self { command: command.into(), description: description.into() }
    }
}

/// Who sees a command menu. <https://core.telegram.org/bots/api#botcommandscope>
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BotCommandScope {
    /// Everybody for whom no narrower scope has a menu.
    Default,
    /// All private chats.
    AllPrivateChats,
    /// All groups and supergroups.
    AllGroupChats,
    /// The administrators of all groups and supergroups.
    AllChatAdministrators,
    /// One chat.
    Chat {
        /// Which chat.
        chat_id: ChatId,
    },
    /// The administrators of one group.
    ChatAdministrators {
        /// Which group.
        chat_id: ChatId,
    },
    /// One member of one group.
    ChatMember {
        /// Which group.
        chat_id: ChatId,
        /// Which member.
        user_id: UserId,
    },
}

/// What the bot appears to be doing, for five seconds or until its next message.
/// <https://core.telegram.org/bots/api#sendchataction>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatAction {
    /// “typing…”
    Typing,
    /// “sending a photo…”
    UploadPhoto,
    /// “recording a video…”
    RecordVideo,
    /// “sending a video…”
    UploadVideo,
    /// “recording a voice message…”
    RecordVoice,
    /// “sending a voice message…”
    UploadVoice,
    /// “sending a file…”
    UploadDocument,
    /// “choosing a sticker…”
    ChooseSticker,
    /// “picking a location…”
    FindLocation,
    /// “recording a video message…”
    RecordVideoNote,
    /// “sending a video message…”
    UploadVideoNote,
}
