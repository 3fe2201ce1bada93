//! Inline keyboards: the buttons under a message.

use super::CallbackData;
use super::button::button;
use super::rows::rows;
use crate::types::define::object;
use crate::types::{Name, Raw};

object! {
    /// Rows of buttons under a message. <https://core.telegram.org/bots/api#inlinekeyboardmarkup>
    ///
    /// ```
    /// # use ambigram_core::types::{Button, InlineKeyboard};
    /// let keyboard = InlineKeyboard::row([Button::callback("Yes", "yes"), Button::callback("No", "no")])
    ///     .and_row([Button::url("Why?", "https://example.com/why")]);
    /// assert_eq!(keyboard.rows.len(), 2);
    ///
    /// let digits = (1..=9).map(|digit| Button::callback(digit.to_string(), format!("digit {digit}")));
    /// assert_eq!(InlineKeyboard::columns(3, digits).rows.len(), 3);
    /// ```
    InlineKeyboard {
        required {
            /// The rows, from the top.
            #[serde(rename = "inline_keyboard")]
            rows: Vec<Vec<Button>>,
        }
    }
}

rows!(InlineKeyboard of Button);

button! {
    /// One button of an inline keyboard. <https://core.telegram.org/bots/api#inlinekeyboardbutton>
    Button
    /// What a button does when it is pressed.
    ButtonKind, "an inline keyboard button"
    values {
        /// Tells the bot, by a callback query with this data.
        Callback("callback_data"): CallbackData,
        /// Opens an address.
        Url("url"): String,
        /// Opens an address, and logs the user in there.
        LoginUrl("login_url"): Box<LoginUrl>,
        /// Lets the user pick a chat, and puts the bot's name and this query into its input field.
        SwitchInlineQuery("switch_inline_query"): String,
        /// Puts the bot's name and this query into the input field of the same chat.
        SwitchInlineQueryCurrentChat("switch_inline_query_current_chat"): String,
        /// Lets the user pick a chat of some kinds, and puts the bot's name and a query into its input field.
        SwitchInlineQueryChosenChat("switch_inline_query_chosen_chat"): Box<SwitchInlineQueryChosenChat>,
    }
    texts {
        /// Opens a Web App, by its https address.
        WebApp("web_app".url),
        /// Copies a text of 1–256 characters.
        CopyText("copy_text".text),
    }
    marks {
        /// Pays, where the message is an invoice; the first button of the first row.
        Pay("pay"),
    }
    empties {
        /// Starts the game that the message holds; the first button of the first row.
        CallbackGame("callback_game"),
    }
    bare {}
}

impl ButtonKind {
    /// A button without a kind is none that Telegram has.
    fn bare(unmodelled: Option<Raw>) -> Self {
        Self::Unknown(unmodelled.unwrap_or_else(Raw::empty_object))
    }
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

    /// A button that opens an address and logs the user in there.
    pub fn login(text: impl Into<String>, login: impl Into<LoginUrl>) -> Self {
        Self::new(text, ButtonKind::LoginUrl(Box::new(login.into())))
    }

    /// A button that opens a Web App, by its https address.
    pub fn web_app(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::WebApp(url.into()))
    }

    /// A button that lets the user pick a chat for an inline query.
    pub fn switch_inline(text: impl Into<String>, query: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::SwitchInlineQuery(query.into()))
    }

    /// A button that begins an inline query in the same chat.
    pub fn switch_inline_here(text: impl Into<String>, query: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::SwitchInlineQueryCurrentChat(query.into()))
    }

    /// A button that copies a text.
    pub fn copy_text(text: impl Into<String>, copied: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::CopyText(copied.into()))
    }

    /// A button that pays the invoice above it.
    pub fn pay(text: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::Pay)
    }

    /// A button that starts the game above it.
    pub fn game(text: impl Into<String>) -> Self {
        Self::new(text, ButtonKind::CallbackGame)
    }
}

object! {
    /// An address that a button opens, and where it logs the user in. <https://core.telegram.org/bots/api#loginurl>
    LoginUrl {
        required {
            /// The https address; what is told of the user is added to it, and must be checked there by its hash.
            url: String,
        }
        optional {
            /// What the button says in forwarded messages.
            forward_text: Name,
            /// The bot that asks the user, without the `@`; this one where absent. The address must be on the domain
            /// that is linked with it.
            bot_username: Name,
        }
        flags {
            /// Whether the user is asked to let the bot write to them.
            request_write_access,
        }
    }
}

impl From<&str> for LoginUrl {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

object! {
    /// An inline query for a chat of some kinds. <https://core.telegram.org/bots/api#switchinlinequerychosenchat>
    SwitchInlineQueryChosenChat {
        optional {
            /// The query; where absent, the bot's name alone is put in.
            query: String,
        }
        flags {
            /// Whether private chats with users can be picked.
            allow_user_chats,
            /// Whether private chats with bots can be picked.
            allow_bot_chats,
            /// Whether groups and supergroups can be picked.
            allow_group_chats,
            /// Whether channels can be picked.
            allow_channel_chats,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_and_written_as_telegram_does() {
        for (json, is_modelled) in [
            (r#"{"text":"a","callback_data":"d"}"#, true),
            (r#"{"text":"a","url":"https://example.com/"}"#, true),
            (r#"{"text":"a","web_app":{"url":"https://example.com/"}}"#, true),
            (r#"{"text":"a","switch_inline_query":"q"}"#, true),
            (r#"{"text":"a","switch_inline_query_current_chat":"q"}"#, true),
            (
                r#"{"text":"a","switch_inline_query_chosen_chat":{"query":"q","allow_user_chats":true,"allow_channel_chats":true}}"#,
                true,
            ),
            (r#"{"text":"a","copy_text":{"text":"t"}}"#, true),
            (r#"{"text":"a","pay":true}"#, true),
            (r#"{"text":"a","callback_game":{}}"#, true),
            (r#"{"text":"a","icon_custom_emoji_id":"5368","style":"danger","callback_data":"d"}"#, true),
            (r#"{"text":"a","style":"plaid","callback_data":"d"}"#, true),
            (r#"{"text":"a","login_url":{"url":"https://example.com/"}}"#, true),
            (
                r#"{"text":"a","login_url":{"url":"https://example.com/","forward_text":"f","bot_username":"b","request_write_access":true}}"#,
                true,
            ),
            (r#"{"text":"a","teleport":{"to":[1,2]}}"#, false),
            (r#"{"text":"a"}"#, false),
        ] {
            let button: Button = serde_json::from_str(json).unwrap();
            assert_eq!(!matches!(button.kind, ButtonKind::Unknown(_)), is_modelled, "{button:?}");
            assert_eq!(serde_json::to_string(&button).unwrap(), json);
        }
    }
}
