//! Inline keyboards: the buttons under a message.

use std::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::raw::Unmodelled;
use super::{CustomEmojiId, Raw};

/// Rows of buttons under a message. <https://core.telegram.org/bots/api#inlinekeyboardmarkup>
///
/// ```
/// # use ambigram_core::types::{Button, InlineKeyboard};
/// let keyboard = InlineKeyboard::row([Button::callback("Yes", "yes"), Button::callback("No", "no")])
///     .and_row([Button::url("Why?", "https://example.com/why")]);
/// assert_eq!(keyboard.rows.len(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineKeyboard {
    /// The rows, from the top.
    #[serde(rename = "inline_keyboard")]
    pub rows: Vec<Vec<Button>>,
}

impl InlineKeyboard {
    /// A keyboard of one row.
    pub fn row(buttons: impl IntoIterator<Item = Button>) -> Self {
        Self::default().and_row(buttons)
    }

    /// Adds a row below.
    #[must_use]
    pub fn and_row(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.rows.push(buttons.into_iter().collect());
        self
    }

    /// All buttons, row by row.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.rows.iter().flatten()
    }
}

/// One button of an inline keyboard. <https://core.telegram.org/bots/api#inlinekeyboardbutton>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it does.
    pub kind: ButtonKind,
    /// Its colour; the app's own where absent.
    pub style: Option<ButtonStyle>,
    /// The custom emoji before its text.
    pub icon_custom_emoji_id: Option<CustomEmojiId>,
}

/// The colour of a button.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ButtonStyle {
    /// Red.
    Danger,
    /// Green.
    Success,
    /// Blue.
    Primary,
    /// A style that Telegram added later, by the name that it gave.
    Unknown(Box<str>),
}

impl ButtonStyle {
    /// Telegram's name of the style.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Danger => "danger",
            Self::Success => "success",
            Self::Primary => "primary",
            Self::Unknown(name) => name,
        }
    }

    fn read(name: &str) -> Self {
        match name {
            "danger" => Self::Danger,
            "success" => Self::Success,
            "primary" => Self::Primary,
            other => Self::Unknown(other.into()),
        }
    }
}

super::raw::read_from_str!(ButtonStyle, "the style of a button");

/// What a button does when it is pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonKind {
    /// Tells the bot, by a callback query with this data.
    Callback(CallbackData),
    /// Opens an address.
    Url(String),
    /// Opens a Web App, by its https address.
    WebApp(String),
    /// Lets the user pick a chat, and puts the bot's name and this query into its input field.
    SwitchInlineQuery(String),
    /// Puts the bot's name and this query into the input field of the same chat.
    SwitchInlineQueryCurrentChat(String),
    /// Copies a text of 1–256 characters.
    CopyText(String),
    /// Pays, where the message is an invoice.
    Pay,
    /// A kind that this version does not model, with all its fields but the text.
    Unknown(Raw),
}

impl Button {
    /// A button that tells the bot, by a callback query with `data`.
    pub fn callback(text: impl Into<String>, data: impl Into<CallbackData>) -> Self {
        Self::new(text, ButtonKind::Callback(data.into()))
    }

    /// A button that opens an address.
    pub fn url(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::Url(url.into()))
    }

    /// A button that copies a text.
    pub fn copy_text(text: impl Into<String>, copied: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::CopyText(copied.into()))
    }

    /// A button of any kind.
    pub fn new(text: impl Into<String>, kind: ButtonKind) -> Self {
        Self { text: text.into(), kind, style: None, icon_custom_emoji_id: None }
    }

    /// Gives it a colour.
    #[must_use]
    pub fn style(mut self, style: ButtonStyle) -> Self {
        self.style = Some(style);
        self
    }

    /// Puts a custom emoji before its text.
    #[must_use]
    pub fn icon(mut self, emoji: impl Into<CustomEmojiId>) -> Self {
        self.icon_custom_emoji_id = Some(emoji.into());
        self
    }
}

/// What a callback button carries: 1–64 bytes of UTF-8.
///
/// A longer one is kept as it is and refused, by name, by the call that would send it: see
/// [`CallbackData::check`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallbackData(String);

impl CallbackData {
    /// The most that Telegram takes, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// The data as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Telegram would take it.
    ///
    /// # Errors
    /// The number of bytes, when there are none or more than [`CallbackData::MAX_BYTES`].
    pub fn check(&self) -> Result<(), usize> {
        match self.0.len() {
            1..=Self::MAX_BYTES => Ok(()),
            length => Err(length),
        }
    }
}

impl From<String> for CallbackData {
    fn from(data: String) -> Self {
        Self(data)
    }
}

impl From<&str> for CallbackData {
    fn from(data: &str) -> Self {
        Self(data.to_owned())
    }
}

impl fmt::Debug for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `{"url": …}` and `{"text": …}`: the kinds whose value is an object of one text.
#[derive(Serialize, Deserialize)]
struct WebAppInfo<T> {
    url: T,
}
#[derive(Serialize, Deserialize)]
struct CopyTextButton<T> {
    text: T,
}

impl Serialize for Button {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        if let Some(emoji) = &self.icon_custom_emoji_id {
            map.serialize_entry("icon_custom_emoji_id", emoji)?;
        }
        if let Some(style) = &self.style {
            map.serialize_entry("style", style.as_str())?;
        }
        match &self.kind {
            ButtonKind::Callback(data) => map.serialize_entry("callback_data", data)?,
            ButtonKind::Url(url) => map.serialize_entry("url", url)?,
            ButtonKind::WebApp(url) => map.serialize_entry("web_app", &WebAppInfo { url })?,
            ButtonKind::SwitchInlineQuery(query) => map.serialize_entry("switch_inline_query", query)?,
            ButtonKind::SwitchInlineQueryCurrentChat(query) => {
                map.serialize_entry("switch_inline_query_current_chat", query)?;
            }
            ButtonKind::CopyText(text) => map.serialize_entry("copy_text", &CopyTextButton { text })?,
            ButtonKind::Pay => map.serialize_entry("pay", &true)?,
            ButtonKind::Unknown(raw) => {
                for (key, value) in raw.fields().map_err(serde::ser::Error::custom)? {
                    map.serialize_entry(&key, &value)?;
                }
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Button {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ButtonVisitor)
    }
}

enum FieldName {
    Text,
    Style,
    IconCustomEmojiId,
    CallbackData,
    Url,
    WebApp,
    SwitchInlineQuery,
    SwitchInlineQueryCurrentChat,
    CopyText,
    Pay,
    Other(Box<str>),
}

impl FieldName {
    fn read(name: &str) -> Self {
        match name {
            "text" => Self::Text,
            "style" => Self::Style,
            "icon_custom_emoji_id" => Self::IconCustomEmojiId,
            "callback_data" => Self::CallbackData,
            "url" => Self::Url,
            "web_app" => Self::WebApp,
            "switch_inline_query" => Self::SwitchInlineQuery,
            "switch_inline_query_current_chat" => Self::SwitchInlineQueryCurrentChat,
            "copy_text" => Self::CopyText,
            "pay" => Self::Pay,
            other => Self::Other(other.into()),
        }
    }
}

super::raw::read_from_str!(FieldName, "a field's name");

struct ButtonVisitor;

impl<'de> Visitor<'de> for ButtonVisitor {
    type Value = Button;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an inline keyboard button")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Button, A::Error> {
        let (mut text, mut kind, mut style, mut icon_custom_emoji_id) = (None, None, None, None);
        let mut unmodelled = Unmodelled::default();
        while let Some(key) = map.next_key::<FieldName>()? {
            match key {
                FieldName::Text => text = Some(map.next_value()?),
                FieldName::Style => style = map.next_value()?,
                FieldName::IconCustomEmojiId => icon_custom_emoji_id = map.next_value()?,
                FieldName::CallbackData => kind = Some(ButtonKind::Callback(map.next_value()?)),
                FieldName::Url => kind = Some(ButtonKind::Url(map.next_value()?)),
                FieldName::WebApp => kind = Some(ButtonKind::WebApp(map.next_value::<WebAppInfo<_>>()?.url)),
                FieldName::SwitchInlineQuery => {
                    kind = Some(ButtonKind::SwitchInlineQuery(map.next_value()?));
                }
                FieldName::SwitchInlineQueryCurrentChat => {
                    kind = Some(ButtonKind::SwitchInlineQueryCurrentChat(map.next_value()?));
                }
                FieldName::CopyText => {
                    kind = Some(ButtonKind::CopyText(map.next_value::<CopyTextButton<_>>()?.text));
                }
                FieldName::Pay => {
                    map.next_value::<bool>()?;
                    kind = Some(ButtonKind::Pay);
                }
                FieldName::Other(name) => unmodelled.push(&name, &map.next_value::<Box<RawValue>>()?),
            }
        }
        Ok(Button {
            text: text.ok_or_else(|| A::Error::missing_field("text"))?,
            kind: kind.unwrap_or_else(|| ButtonKind::Unknown(unmodelled.finish_or_empty())),
            style,
            icon_custom_emoji_id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_and_written_as_telegram_does() {
        for json in [
            r#"{"text":"a","callback_data":"d"}"#,
            r#"{"text":"a","url":"https://example.com/"}"#,
            r#"{"text":"a","web_app":{"url":"https://example.com/"}}"#,
            r#"{"text":"a","switch_inline_query":"q"}"#,
            r#"{"text":"a","switch_inline_query_current_chat":"q"}"#,
            r#"{"text":"a","copy_text":{"text":"t"}}"#,
            r#"{"text":"a","pay":true}"#,
            r#"{"text":"a","icon_custom_emoji_id":"5368","style":"danger","callback_data":"d"}"#,
            r#"{"text":"a","style":"plaid","callback_data":"d"}"#,
            r#"{"text":"a","login_url":{"url":"https://example.com/"}}"#,
            r#"{"text":"a","teleport":{"to":[1,2]}}"#,
        ] {
            let button: Button = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&button).unwrap(), json);
        }
    }
}
