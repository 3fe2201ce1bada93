//! Ambigram over MTProto, the API of Telegram's own apps: a bot's calls, its errors, and updates that survive a crash.
//!
//! ```no_run
//! use ambigram_core::{Bot, Error};
//! use ambigram_mtproto::MtProto;
//!
//! # async fn run() -> Result<(), Error> {
//! let wire = MtProto::builder("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", 1234, "0123456789abcdef")
//!     .session("my_bot.session")
//!     .build()?;
//! let me = Bot::new(wire).get_me().await?;
//! println!("I am @{}", me.username());
//! # Ok(())
//! # }
//! ```

// `convert` turns TL into the vocabulary and back, in pure functions; `calls` says which requests become which RPCs;
// `wire` keeps the connection; `session` is the file; `updates` the source.
mod calls;
mod convert;
mod meeting;
mod mtproto;
#[cfg(feature = "raw")]
pub mod raw;
mod server;
mod session;
mod support;
mod updates;
mod wire;

pub use mtproto::{MtProto, MtProtoBuilder};
pub use server::Server;
pub use support::{Support, support};
pub use updates::Updates;
