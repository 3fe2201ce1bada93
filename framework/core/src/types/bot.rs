//! What belongs to the bot itself: who it is, its command menu, what it appears to be doing.

use serde::{Deserialize, Serialize};

use super::define::{object, union};
use super::{ChatId, Name, User, UserId, WebAppInfo};

object! {
    /// The bot's own account, as [getMe](https://core.telegram.org/bots/api#getme) tells it.
    Me {
        required {
            /// The bot as a user.
            #[serde(flatten)]
            user: User,
        }
        flags {
            /// Whether the bot can be invited to groups.
            can_join_groups,
            /// Whether privacy mode is off, so that the bot sees every message of its groups.
            can_read_all_group_messages,
            /// Whether the bot can be asked in chats that it is not in.
            supports_guest_queries,
            /// Whether the bot takes inline queries.
            supports_inline_queries,
            /// Whether the bot can be connected to a business account.
            can_connect_to_business,
            /// Whether the bot has a main Web App.
            has_main_web_app,
            /// Whether private chats with the bot have topics.
            has_topics_enabled,
            /// Whether users may create topics in private chats with the bot.
            allows_users_to_create_topics,
            /// Whether the bot can manage other bots.
            can_manage_bots,
            /// Whether the bot can be asked to decide on requests to join.
            supports_join_request_queries,
        }
    }
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

object! {
    /// The bot's name in one language. <https://core.telegram.org/bots/api#botname>
    BotName {
        required {
            /// The name, up to 64 characters.
            name: Name,
        }
    }
}

object! {
    /// What an empty chat with the bot shows, in one language. <https://core.telegram.org/bots/api#botdescription>
    BotDescription {
        required {
            /// The description, up to 512 characters.
            description: String,
        }
    }
}

object! {
    /// What the bot's profile shows and what goes with links to it, in one language.
    /// <https://core.telegram.org/bots/api#botshortdescription>
    BotShortDescription {
        required {
            /// The description, up to 120 characters.
            short_description: String,
        }
    }
}

union! {
    /// The button beside the input field of a private chat with the bot.
    /// <https://core.telegram.org/bots/api#menubutton>
    MenuButton by "type" {
        /// Opens the command menu.
        Commands("commands"),
        /// Opens a Web App.
        WebApp("web_app"): Box<MenuButtonWebApp>,
        /// Whatever is set for all chats.
        Default("default"),
    }
}

object! {
    /// A button beside the input field that opens a Web App. <https://core.telegram.org/bots/api#menubuttonwebapp>
    MenuButtonWebApp {
        required {
            /// What stands on it.
            text: Name,
            /// The Web App; for one of the bot's own, its `t.me` link will do.
            web_app: WebAppInfo,
        }
    }
}

impl MenuButton {
    /// A button that opens a Web App.
    pub fn web_app(text: impl Into<Name>, web_app: impl Into<WebAppInfo>) -> Self {
        Self::WebApp(Box::new(MenuButtonWebApp::new(text, web_app)))
    }
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
