//! Requests that answer a press of a button.

use super::define::request;
use crate::types::CallbackQueryId;

request! {
    /// Answers a press of a button: the user's app stops showing it as busy.
    /// <https://core.telegram.org/bots/api#answercallbackquery>
    AnswerCallbackQuery("answerCallbackQuery", answer_callback_query) -> () {
        required {
            /// The press.
            callback_query_id: CallbackQueryId,
        }
        optional {
            /// What the user is shown, 0–200 characters; nothing where absent.
            text: String,
            /// The address that is opened, for games and `t.me/your_bot?start=…` links.
            url: String,
            /// For how many seconds the user's app may reuse the answer.
            cache_time: u32,
        }
        flags {
            /// Shows the text as an alert, to be dismissed, rather than for a moment.
            show_alert,
        }
    }
}
