//! Ambigram over Telegram's [HTTP Bot API](https://core.telegram.org/bots/api): calls, errors, and long polling.
//!
//! ```no_run
//! # async fn run() -> Result<(), ambigram_core::Error> {
//! use ambigram_bot_api::BotApi;
//! use ambigram_core::{Bot, backend::UpdateSource};
//!
//! let api = BotApi::from_env()?;
//! let bot = Bot::new(api.clone());
//! let mut updates = api.long_polling();
//! loop {
//!     let delivery = updates.next().await?;
//!     if let Some(chat) = delivery.update.chat() {
//!         bot.send_message(chat.id, "Hello").await?;
//!     }
//!     delivery.receipt.settle();
//! }
//! # }
//! ```
//!
//! What is deliberately absent: no call is tried again here (a layer over any backend does that), and no type
//! of the HTTP client stands in the public face.

mod address;
mod answer;
mod bot_api;
mod download;
mod error;
mod form;
mod http;
mod polling;
#[cfg(feature = "raw")]
pub mod raw;

pub use bot_api::{BotApi, BotApiBuilder};
pub use polling::LongPolling;
