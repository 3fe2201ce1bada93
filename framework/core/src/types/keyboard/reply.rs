//! Reply keyboards: the buttons in place of the letters, and what else a message does with the input field.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::button::button;
use super::request::{
    KeyboardButtonPollType, KeyboardButtonRequestChat, KeyboardButtonRequestManagedBot,
    KeyboardButtonRequestUsers,
};
use super::rows::rows;
use crate::types::Raw;
use crate::types::define::object;

object! {
    /// Rows of buttons in place of the letters; a press sends the button's text, or what the button asks for. Not for
    /// channels, nor in the name of business accounts. <https://core.telegram.org/bots/api#replykeyboardmarkup>
    ///
    /// ```
    /// # use ambigram_core::types::{KeyboardButton, ReplyKeyboard};
    /// let keyboard = ReplyKeyboard::row(["Yes", "No"])
    ///     .and_row([KeyboardButton::location("Where I am")])
    ///     .resized()
    ///     .one_time();
    /// assert_eq!(keyboard.rows.len(), 2);
    /// ```
    ReplyKeyboard {
        required {
            /// The rows, from the top.
            #[serde(rename = "keyboard")]
            rows: Vec<Vec<KeyboardButton>>,
        }
        optional {
            /// What the empty input field shows, 1–64 characters.
            input_field_placeholder: String,
        }
        flags {
            /// Whether it is shown whenever the letters are not.
            is_persistent,
            /// Whether it is only as high as its rows need; else it is as high as the letters.
            resize_keyboard,
            /// Whether it is hidden after a press; the user can open it again.
            one_time_keyboard,
            /// Whether only those see it whom the message names, and the one whom it answers.
            selective,
        }
    }
}

rows!(ReplyKeyboard of KeyboardButton);

impl ReplyKeyboard {
    /// Makes it only as high as its rows need.
    #[must_use]
    pub fn resized(mut self) -> Self {
        self.resize_keyboard = true;
        self
    }

    /// Hides it after a press.
    #[must_use]
    pub fn one_time(mut self) -> Self {
        self.one_time_keyboard = true;
        self
    }

    /// Shows it whenever the letters are not.
    #[must_use]
    pub fn persistent(mut self) -> Self {
        self.is_persistent = true;
        self
    }

    /// Shows it only to those whom the message names, and to the one whom it answers.
    #[must_use]
    pub fn selective(mut self) -> Self {
        self.selective = true;
        self
    }

    /// Says what the empty input field shows.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.input_field_placeholder = Some(text.into());
        self
    }
}

button! {
    /// One button of a reply keyboard. <https://core.telegram.org/bots/api#keyboardbutton>
    KeyboardButton
    /// What a press of a reply keyboard's button sends. All but the text are for private chats only.
    KeyboardButtonKind, "a keyboard button"
    values {
        /// Users whom the user picks.
        RequestUsers("request_users"): Box<KeyboardButtonRequestUsers>,
        /// A chat that the user picks.
        RequestChat("request_chat"): Box<KeyboardButtonRequestChat>,
        /// A bot that the user creates, and that this bot manages.
        RequestManagedBot("request_managed_bot"): Box<KeyboardButtonRequestManagedBot>,
        /// A poll that the user writes.
        RequestPoll("request_poll"): KeyboardButtonPollType,
    }
    texts {
        /// Opens a Web App, by its https address, that can send the bot data.
        WebApp("web_app".url),
    }
    marks {
        /// The user's own phone number, as a contact.
        RequestContact("request_contact"),
        /// Where the user is.
        RequestLocation("request_location"),
    }
    empties {}
    bare {
        /// The button's text.
        Text,
    }
}

impl KeyboardButtonKind {
    fn bare(unmodelled: Option<Raw>) -> Self {
        unmodelled.map_or(Self::Text, Self::Unknown)
    }
}

impl KeyboardButton {
    /// A button that sends its own text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text, KeyboardButtonKind::Text)
    }

    /// A button by which the user picks users.
    pub fn users(text: impl Into<String>, request: KeyboardButtonRequestUsers) -> Self {
        Self::new(text, KeyboardButtonKind::RequestUsers(Box::new(request)))
    }

    /// A button by which the user picks a chat.
    pub fn chat(text: impl Into<String>, request: KeyboardButtonRequestChat) -> Self {
        Self::new(text, KeyboardButtonKind::RequestChat(Box::new(request)))
    }

    /// A button by which the user creates a bot that this bot manages.
    pub fn managed_bot(text: impl Into<String>, request: KeyboardButtonRequestManagedBot) -> Self {
        Self::new(text, KeyboardButtonKind::RequestManagedBot(Box::new(request)))
    }

    /// A button that sends the user's phone number.
    pub fn contact(text: impl Into<String>) -> Self {
        Self::new(text, KeyboardButtonKind::RequestContact)
    }

    /// A button that sends where the user is.
    pub fn location(text: impl Into<String>) -> Self {
        Self::new(text, KeyboardButtonKind::RequestLocation)
    }

    /// A button by which the user writes a poll.
    pub fn poll(text: impl Into<String>, request: KeyboardButtonPollType) -> Self {
        Self::new(text, KeyboardButtonKind::RequestPoll(request))
    }

    /// A button that opens a Web App, by its https address.
    pub fn web_app(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(text, KeyboardButtonKind::WebApp(url.into()))
    }
}

impl From<&str> for KeyboardButton {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for KeyboardButton {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

/// Takes the reply keyboard away, and shows the letters again. <https://core.telegram.org/bots/api#replykeyboardremove>
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct KeyboardRemove {
    /// Whether it is only for those whom the message names, and for the one whom it answers.
    pub selective: bool,
}

impl KeyboardRemove {
    /// For all who see the message.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Serialize for KeyboardRemove {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("remove_keyboard", &true)?;
        if self.selective {
            map.serialize_entry("selective", &true)?;
        }
        map.end()
    }
}

/// Has the user answer the message, as if they had chosen to. <https://core.telegram.org/bots/api#forcereply>
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ForceReply {
    /// What the empty input field shows, 1–64 characters.
    pub input_field_placeholder: Option<String>,
    /// Whether it is only for those whom the message names, and for the one whom it answers.
    pub selective: bool,
}

impl ForceReply {
    /// For all who see the message.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what the empty input field shows.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.input_field_placeholder = Some(text.into());
        self
    }
}

impl Serialize for ForceReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("force_reply", &true)?;
        if let Some(text) = &self.input_field_placeholder {
            map.serialize_entry("input_field_placeholder", text)?;
        }
        if self.selective {
            map.serialize_entry("selective", &true)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_and_written_as_telegram_does() {
        for (json, is_modelled) in [
            (r#"{"text":"a"}"#, true),
            (r#"{"text":"a","icon_custom_emoji_id":"5368","style":"danger"}"#, true),
            (r#"{"text":"a","request_users":{"request_id":1,"user_is_bot":false,"max_quantity":3}}"#, true),
            (
                r#"{"text":"a","request_chat":{"request_id":1,"chat_is_channel":false,"bot_is_member":true}}"#,
                true,
            ),
            (r#"{"text":"a","request_managed_bot":{"request_id":1,"suggested_name":"n"}}"#, true),
            (r#"{"text":"a","request_contact":true}"#, true),
            (r#"{"text":"a","request_location":true}"#, true),
            (r#"{"text":"a","request_poll":{}}"#, true),
            (r#"{"text":"a","request_poll":{"type":"quiz"}}"#, true),
            (r#"{"text":"a","web_app":{"url":"https://example.com/"}}"#, true),
            (r#"{"text":"a","teleport":{"to":[1,2]}}"#, false),
        ] {
            let button: KeyboardButton = serde_json::from_str(json).unwrap();
            assert_eq!(!matches!(button.kind, KeyboardButtonKind::Unknown(_)), is_modelled, "{button:?}");
            assert_eq!(serde_json::to_string(&button).unwrap(), json);
        }
    }

    #[test]
    fn what_must_be_true_is_always_written() {
        assert_eq!(serde_json::to_string(&KeyboardRemove::new()).unwrap(), r#"{"remove_keyboard":true}"#);
        assert_eq!(
            serde_json::to_string(&ForceReply::new().placeholder("p")).unwrap(),
            r#"{"force_reply":true,"input_field_placeholder":"p"}"#
        );
        let json = r#"{"force_reply":true,"selective":true}"#;
        assert_eq!(serde_json::to_string(&serde_json::from_str::<ForceReply>(json).unwrap()).unwrap(), json);
    }
}
