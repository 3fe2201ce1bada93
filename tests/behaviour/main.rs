//! What users see of a bot, over the real wire.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod chats;
mod commands;
mod contents;
mod conversation;
mod formatting;
mod inline;
mod keyboards;
mod media;
mod members;
mod menus;
mod messages_by_id;
mod presses;
mod refusals;
mod requests;
mod sending;
mod service;
mod special;
mod stages;
mod start;
mod switching;
mod unreachable;
mod updates;
