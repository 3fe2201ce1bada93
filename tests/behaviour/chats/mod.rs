//! Chats: what a bot is told of them and of who is in them, what it does to them, and what it says of itself.

mod boosts;
mod info;
mod links;
mod members;
mod migration;
mod own;
mod pins;
mod reactions;
mod refusals;
mod requests;
mod roles;
mod settings;
mod topics;

use std::fmt::Debug;

use ambigram::Error;
use ambigram::prelude::*;
use ambigram::types::{ChatMemberUpdated, Message, Update, UpdateKind};

/// Of what kinds the messages are that came, posts included.
fn messages(updates: &[Update]) -> Vec<&'static str> {
    updates.iter().filter_map(|update| Some(update.message()?.kind.name())).collect()
}

/// The message of this kind that came first.
#[track_caller]
fn message<'a>(updates: &'a [Update], kind: &str) -> &'a Message {
    let mut messages = updates.iter().filter_map(Update::message);
    messages.find(|message| message.kind.name() == kind).unwrap_or_else(|| panic!("{kind}: {updates:?}"))
}

/// Who became what: the user's first name, what they were, what they are.
fn changes(updates: &[Update]) -> Vec<(String, &'static str, &'static str)> {
    let tell = |change: &ChatMemberUpdated| {
        let name = change.new_chat_member.user().unwrap().first_name.to_string();
        (name, change.old_chat_member.status(), change.new_chat_member.status())
    };
    member_updates(updates).into_iter().map(tell).collect()
}

fn member_updates(updates: &[Update]) -> Vec<&ChatMemberUpdated> {
    fn change(update: &Update) -> Option<&ChatMemberUpdated> {
        match &update.kind {
            UpdateKind::ChatMember(change) => Some(change),
            _ => None,
        }
    }
    updates.iter().filter_map(change).collect()
}

/// Why a call was refused.
#[track_caller]
fn refused<T: Debug>(answer: Result<T, Error>) -> ErrorKind {
    answer.unwrap_err().kind().clone()
}
