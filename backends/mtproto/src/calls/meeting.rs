//! Those whom an answer names by number only: asked for where the bot has not come across them.

use ambigram_core::Error;
use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions};

use crate::convert::Names;
use crate::wire::Wire;

/// Learns those who are not known. Who cannot be had stays a number: what names them is complete without.
pub(super) async fn meet(wire: &Wire, names: &Names) {
    let peers = wire.peers();
    let strangers = names.users.iter().filter(|user| peers.user(**user).is_none());
    let id: Vec<_> = strangers.map(|user| peers.input_user(*user)).collect();
    if !id.is_empty()
        && let Some(users) = told(wire.invoke(&functions::users::GetUsers { id }).await)
    {
        peers.learn(&users, &[]);
    }
    let unknown = || names.chats.iter().filter(|chat| peers.chat(**chat).is_none());
    let id: Vec<_> = unknown().filter(|chat| chat.is_group()).map(|chat| -chat.0).collect();
    if !id.is_empty() {
        learn(wire, wire.invoke(&functions::messages::GetChats { id }).await);
    }
    let id: Vec<_> = unknown().filter_map(|chat| peers.input_channel(*chat)).collect();
    if !id.is_empty() {
        learn(wire, wire.invoke(&functions::channels::GetChannels { id }).await);
    }
}

/// Whether the bot has come across a user, in this session or before.
pub(super) async fn has_met(wire: &Wire, user: UserId) -> bool {
    meet(wire, &Names { users: vec![user], chats: Vec::new() }).await;
    wire.peers().user(user).is_some()
}

fn learn(wire: &Wire, answer: Result<enums::messages::Chats, Error>) {
    let chats = match told(answer) {
        Some(enums::messages::Chats::Chats(answer)) => answer.chats,
        Some(enums::messages::Chats::Slice(answer)) => answer.chats,
        None => return,
    };
    wire.peers().learn(&[], &chats);
}

fn told<T>(answer: Result<T, Error>) -> Option<T> {
    answer.inspect_err(|error| tracing::debug!(%error, "an answer goes without whom it names")).ok()
}
