//! Telegram's rules as pure functions: who may do what, how much of it, and what a refusal is called.
//!
//! Nothing here keeps state and nothing here knows a wire. The world asks; the fronts spell a
//! [`Refusal`] in their own language.

pub mod app_keyboard;
mod chat_refusal;
mod contents;
pub mod dice;
pub mod entities;
pub mod files;
pub mod keyboard;
pub mod limits;
pub mod markdown;
pub mod messages;
pub mod names;
pub mod payments;
pub mod permissions;
pub mod places;
pub mod polls;
pub mod privacy;
pub mod reactions;
mod refusal;
pub mod text;

pub use chat_refusal::ChatRefusal;
pub use contents::ContentRefusal;
pub use permissions::{AdministratorRights, MemberStatus, Permissions};
pub use refusal::{ChatSort, Refusal, Rpc};
