//! What a message does to the keyboard of its reader's app. <https://core.telegram.org/bots/api#replykeyboardmarkup>

use ambigram_core::types::{ButtonStyle, CustomEmojiId};

use super::{AdministratorRights, ChatSort, Refusal};

/// A keyboard in place of the user's own, its removal, or a forced answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppKeyboard {
    /// What happens to the keyboard.
    pub deed: Deed,
    /// Whether it is for those only who are mentioned or answered; in groups.
    pub is_selective: bool,
    /// What stands in the input field as long as nothing is written; empty for the app's own words.
    pub placeholder: String,
}

/// What happens to the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It is replaced by buttons.
    Show {
        /// The rows, from the top.
        rows: Vec<Vec<AppButton>>,
        /// Whether it stays even when the app's own keyboard is asked for.
        is_persistent: bool,
        /// Whether it is made as low as its buttons allow.
        is_resized: bool,
        /// Whether it goes once a button was pressed.
        is_one_time: bool,
    },
    /// The buttons go.
    Remove,
    /// The user is made to answer the message.
    ForceReply,
}

/// A button of such a keyboard: what stands on it is said when it is pressed, unless it asks for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppButton {
    /// What stands on it.
    pub text: String,
    /// What colour it has.
    pub style: Option<ButtonStyle>,
    /// What stands before its text.
    pub icon: Option<CustomEmojiId>,
    /// What it asks the user for.
    pub asks_for: Option<Asked>,
}

impl AppButton {
    /// A button that says what stands on it, or asks for something.
    pub fn new(text: impl Into<String>, asks_for: Option<Asked>) -> Self {
        Self { text: text.into(), style: None, icon: None, asks_for }
    }
}

/// What a button asks the user for. <https://core.telegram.org/bots/api#keyboardbutton>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The phone number.
    PhoneNumber,
    /// Where they are.
    Location,
    /// A new poll, of this sort only where one is named.
    Poll(Option<PollSort>),
    /// To use a Web App, by its https address.
    WebApp(String),
    /// To pick users.
    Users(AskedUsers),
    /// To pick a chat.
    Chat(Box<AskedChat>),
    /// To make a bot that the asking one manages.
    ManagedBot(AskedManagedBot),
}

/// Which sort of poll is asked for. <https://core.telegram.org/bots/api#keyboardbuttonpolltype>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PollSort {
    /// One with right and wrong options.
    Quiz,
    /// Any other.
    Regular,
}

/// Which users are asked for. <https://core.telegram.org/bots/api#keyboardbuttonrequestusers>
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedUsers {
    /// The number that is given back with the pick.
    pub id: i32,
    /// Whether they must, or must not, be bots.
    pub is_bot: Option<bool>,
    /// Whether they must, or must not, have Premium.
    pub is_premium: Option<bool>,
    /// How many may be picked, 1–10.
    pub most: i32,
    /// What is told of them beside their numbers.
    pub told: AskedDetails,
}

/// Which chat is asked for. <https://core.telegram.org/bots/api#keyboardbuttonrequestchat>
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedChat {
    /// The number that is given back with the pick.
    pub id: i32,
    /// Whether it must be a channel; else it must be a group or supergroup.
    pub is_channel: bool,
    /// Whether it must, or must not, be a forum.
    pub is_forum: Option<bool>,
    /// Whether it must, or must not, have a username.
    pub has_username: Option<bool>,
    /// Whether the user must own it.
    pub is_created: bool,
    /// What the user must be allowed there.
    pub user_rights: Option<AdministratorRights>,
    /// What the bot must be allowed there.
    pub bot_rights: Option<AdministratorRights>,
    /// Whether the bot must be in it.
    pub bot_is_member: bool,
    /// What is told of it beside its number.
    pub told: AskedDetails,
}

/// Which bot is asked for. <https://core.telegram.org/bots/api#keyboardbuttonrequestmanagedbot>
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedManagedBot {
    /// The number of the request.
    pub id: i32,
    /// The name that is proposed; may be empty.
    pub name: String,
    /// The username that is proposed; may be empty.
    pub username: String,
}

/// What a bot wants to be told of those who are picked, beside their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AskedDetails {
    /// A user's name, a chat's title.
    pub name: bool,
    /// The username.
    pub username: bool,
    /// The photo.
    pub photo: bool,
}

impl Asked {
    /// How Telegram refuses it elsewhere than in private chats.
    fn refusal(&self) -> Refusal {
        Refusal::OnlyInPrivateChats(match self {
            Self::PhoneNumber => "phone number can be requested",
            Self::Location => "location can be requested",
            Self::Poll(_) => "poll can be requested",
            Self::WebApp(_) => "Web App buttons can be used",
            Self::Users(_) => "users can be requested",
            Self::Chat(_) => "chats can be requested",
            Self::ManagedBot(_) => "managed bots can be requested",
        })
    }
}

/// Brings a keyboard into the form in which Telegram keeps it: buttons without text, and rows that are empty, are left
/// out. Of a keyboard without buttons nothing is left.
///
/// `sort` is the chat's, `None` for a private chat.
///
/// # Errors
/// For a keyboard that cannot be in such a chat.
pub fn accept(keyboard: AppKeyboard, sort: Option<ChatSort>) -> Result<Option<AppKeyboard>, Refusal> {
    if sort == Some(ChatSort::Channel) {
        return Err(Refusal::InlineKeyboardExpected);
    }
    let is_selective = keyboard.is_selective && sort.is_some();
    let Deed::Show { rows, is_persistent, is_resized, is_one_time } = keyboard.deed else {
        return Ok(Some(AppKeyboard { is_selective, ..keyboard }));
    };
    let mut kept = Vec::new();
    for mut row in rows {
        row.retain(|button| !button.text.is_empty());
        if let (Some(asked), true) = (row.iter().find_map(|button| button.asks_for.as_ref()), sort.is_some())
        {
            return Err(asked.refusal());
        }
        if !row.is_empty() {
            kept.push(row);
        }
    }
    let has_buttons = !kept.is_empty();
    let deed = Deed::Show { rows: kept, is_persistent, is_resized, is_one_time };
    Ok(has_buttons.then_some(AppKeyboard { deed, is_selective, placeholder: keyboard.placeholder }))
}
