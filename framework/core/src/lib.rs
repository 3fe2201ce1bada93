//! The vocabulary, the backend contract, routing and dispatch of Ambigram.
//!
//! This crate knows no wire: neither HTTP nor MTProto. Bots depend on the `ambigram` crate, which re-exports it.

pub mod backend;
mod bot;
pub mod callback;
pub mod capability;
pub mod command;
mod context;
pub mod delivery;
pub mod dispatch;
mod download;
mod error;
pub mod extract;
pub mod handler;
pub mod identity;
mod migration;
mod refusal;
mod rejection;
mod reply;
pub mod requests;
pub mod router;
pub mod text;
pub mod types;

pub use bot::{Bot, Call};
pub use context::Context;
pub use dispatch::Dispatcher;
pub use download::{Download, Fetch};
pub use error::{BoxError, Error, ErrorKind};
pub use migration::FollowMigration;
pub use rejection::{OrTell, Rejection, Result};
pub use reply::{Action, Edit, IntoReply, Reply, Toast};
pub use router::{IntoRoute, Route, Router};
