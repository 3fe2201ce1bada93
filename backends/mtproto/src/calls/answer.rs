//! The answers to calls that write: updates, among which is the message.

use std::collections::HashMap;

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, types};

use crate::convert::peer::chat_id;
use crate::wire::Wire;

/// The updates of an answer; whom they name is learnt.
pub(super) fn updates(wire: &Wire, answer: enums::Updates) -> Vec<enums::Update> {
    let (updates, users, chats) = match answer {
        enums::Updates::Updates(answer) => (answer.updates, answer.users, answer.chats),
        enums::Updates::Combined(answer) => (answer.updates, answer.users, answer.chats),
        enums::Updates::UpdateShort(answer) => return vec![answer.update],
        enums::Updates::TooLong
        | enums::Updates::UpdateShortMessage(_)
        | enums::Updates::UpdateShortChatMessage(_)
        | enums::Updates::UpdateShortSentMessage(_) => return Vec::new(),
    };
    wire.peers().learn(&users, &chats);
    updates
}

/// The message that was sent under a `random_id`.
pub(super) fn sent(updates: Vec<enums::Update>, random_id: i64) -> Option<enums::Message> {
    let id = updates.iter().find_map(|update| match update {
        enums::Update::MessageId(update) if update.random_id == random_id => Some(update.id),
        _ => None,
    })?;
    updates.into_iter().find_map(|update| match update {
        enums::Update::NewMessage(types::UpdateNewMessage { message, .. })
        | enums::Update::NewChannelMessage(types::UpdateNewChannelMessage { message, .. })
            if message.id() == id =>
        {
            Some(message)
        }
        _ => None,
    })
}

/// The messages that were sent under several, in their order.
pub(super) fn all_sent(updates: Vec<enums::Update>, random_ids: &[i64]) -> Vec<enums::Message> {
    let mut numbered: HashMap<i32, usize> = HashMap::new();
    for update in &updates {
        if let enums::Update::MessageId(update) = update
            && let Some(place) = random_ids.iter().position(|id| *id == update.random_id)
        {
            numbered.insert(update.id, place);
        }
    }
    let mut sent: Vec<_> = updates
        .into_iter()
        .filter_map(|update| match update {
            enums::Update::NewMessage(types::UpdateNewMessage { message, .. })
            | enums::Update::NewChannelMessage(types::UpdateNewChannelMessage { message, .. }) => {
                numbered.get(&message.id()).map(|place| (*place, message))
            }
            _ => None,
        })
        .collect();
    sent.sort_unstable_by_key(|(place, _)| *place);
    sent.into_iter().map(|(_, message)| message).collect()
}

/// The new version of a message.
pub(super) fn edited(
    updates: Vec<enums::Update>,
    chat: ambigram_core::types::ChatId,
    id: MessageId,
) -> Option<enums::Message> {
    updates.into_iter().find_map(|update| match update {
        enums::Update::EditMessage(types::UpdateEditMessage { message, .. })
        | enums::Update::EditChannelMessage(types::UpdateEditChannelMessage { message, .. }) => {
            let is_it = matches!(&message, enums::Message::Message(message)
                if (chat_id(&message.peer_id), message.id) == (chat, id.0));
            is_it.then_some(message)
        }
        _ => None,
    })
}
