//! The answers to calls that write: updates, among which is the message.

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
