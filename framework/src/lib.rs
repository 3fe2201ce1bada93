//! Telegram bots, written once with attributes.
//!
//! ```no_run
//! use ambigram::prelude::*;
//!
//! /// Say hello.
//! #[command("/start")]
//! async fn start(user: User) -> Html {
//!     html!("Hello, <b>{}</b>!", user.first_name)
//! }
//!
//! /// Roll a die.
//! #[command("/roll <sides=6>")]
//! async fn roll(#[arg(2..=1000)] sides: u32) -> String {
//!     format!("A die of {sides} sides fell.")
//! }
//!
//! #[message(text)]
//! async fn echo(text: Text) -> Text {
//!     text
//! }
//!
//! # #[cfg(any(feature = "bot-api", feature = "mtproto"))]
//! #[tokio::main]
//! async fn main() -> ambigram::Result {
//!     ambigram::run(routes![start, roll, echo]).await // BOT_TOKEN from the environment
//! }
//! # #[cfg(not(any(feature = "bot-api", feature = "mtproto")))] fn main() {}
//! ```
//!
//! A handler is a function: a test calls it. Its parameters are the arguments that its template names, and
//! [extractors](extract); what it returns is a [reply](IntoReply).
//!
//! The feature `bot-api` (on unless turned off) or `mtproto` brings the wire, and [`run`]; with both the program picks one
//! when it starts.

pub use ambigram_core::{
    Action, Bot, BoxError, Call, Context, Dispatcher, Download, Edit, Error, ErrorKind, FollowMigration,
    IntoReply, IntoRoute, OrTell, Rejection, Reply, Result, Route, Toast, backend, callback, capability,
    command, delivery, dispatch, extract, handler, identity, requests, router, text, types,
};
pub use ambigram_macros::{html, message, routes};

#[cfg(feature = "bot-api")]
pub use ambigram_bot_api as bot_api;
#[cfg(feature = "mtproto")]
pub use ambigram_mtproto as mtproto;

#[cfg(all(feature = "bot-api", feature = "mtproto"))]
mod any_backend;
#[cfg(all(feature = "bot-api", feature = "mtproto"))]
pub use any_backend::AnyBackend;

#[cfg(any(feature = "bot-api", feature = "mtproto"))]
mod run;
#[cfg(any(feature = "bot-api", feature = "mtproto"))]
mod wire;
#[cfg(any(feature = "bot-api", feature = "mtproto"))]
pub use {
    run::{DefaultBackend, Router, run},
    wire::Wire,
};

#[cfg(not(any(feature = "bot-api", feature = "mtproto")))]
pub use ambigram_core::Router;

/// All that a bot's source needs: `use ambigram::prelude::*;`
pub mod prelude {
    pub use crate::extract::{FromRef, FromUpdate, Help, Messages, State};
    pub use crate::requests::InputFile;
    pub use crate::text::{Html, MarkdownV2, Text};
    pub use crate::types::{
        Button, CallbackQuery, Chat, ChatAction, ChatId, FileId, InlineKeyboard, KeyboardButton, Me, Message,
        MessageId, MessageKind, ReplyKeyboard, Update, UpdateKind, User, UserId,
    };
    pub use crate::{Bot, Edit, ErrorKind, OrTell, Rejection, Reply, Result, Router, Toast};
    pub use ambigram_macros::{callback, command, html, message, routes};
}

/// What the attributes write: not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use ambigram_core::callback::{CallbackTemplate, Piece, Values};
    pub use ambigram_core::command::{Anything, ArgSpec, Args, CommandSpec, Presence, Within, reads_as};
    pub use ambigram_core::extract::FromUpdate;
    pub use ambigram_core::router::{Location, MessageFilter, RouteInfo, Trigger};
    pub use ambigram_core::text::html::__private as html;
    pub use ambigram_core::types::CallbackData;
    pub use ambigram_core::{IntoReply, IntoRoute, Route};
}
