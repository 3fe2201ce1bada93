//! Keyboards: the buttons under a message, and those in place of the letters.

mod button;
mod callback_data;
mod inline;
mod reply;
mod request;
mod rows;

use super::define::{names, object};

pub use self::callback_data::CallbackData;
pub use self::inline::{Button, ButtonKind, InlineKeyboard, LoginUrl, SwitchInlineQueryChosenChat};
pub use self::reply::{ForceReply, KeyboardButton, KeyboardButtonKind, KeyboardRemove, ReplyKeyboard};
pub use self::request::{
    KeyboardButtonPollType, KeyboardButtonRequestChat, KeyboardButtonRequestManagedBot,
    KeyboardButtonRequestUsers,
};

names! {
    /// The colour of a button.
    ButtonStyle {
        /// Red.
        Danger = "danger",
        /// Green.
        Success = "success",
        /// Blue.
        Primary = "primary",
    }
}

object! {
    /// A Web App. <https://core.telegram.org/bots/api#webappinfo>
    WebAppInfo {
        required {
            /// Its https address.
            url: String,
        }
    }
}

impl From<&str> for WebAppInfo {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

impl From<String> for WebAppInfo {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}
