//! Telegram in a box: users, chats and bots in one process, spoken to over the Bot API and MTProto.
//!
//! A [`Sandbox`] is a small Telegram of its own. Any bot, in any language, talks to it as it would to
//! `https://api.telegram.org`, or over MTProto as it would to one of Telegram's data centres; a test plays the users, either in the same process or over the control API, which
//! the crate's `README.md` writes up.
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use ambigram_sandbox::{Config, Sandbox};
//!
//! let sandbox = Sandbox::start(Config::default()).await?;
//! println!("a bot's API address is {}", sandbox.bot_api_url());
//! sandbox.stop().await;
//! # std::io::Result::Ok(())
//! # }).unwrap();
//! ```

mod bot_api;
mod control;
mod mtproto;
pub mod play;
pub mod rules;
mod sandbox;
pub mod world;

pub use mtproto::{FaultEffect, MtProtoDoor, MtProtoFault, MtProtoFaults, ReadySession};
pub use sandbox::{Config, Sandbox};
