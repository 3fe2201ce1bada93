//! Numbered messages: an account's own, or a supergroup's or channel's.

use std::collections::{BTreeMap, HashMap};

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::{Message, MessageKey, Place, World};

/// One row of numbers: each message that is put in gets the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Mailbox {
    last: i32,
    /// How much has happened to its messages, where it is a supergroup's or channel's.
    happened: i32,
    by_id: BTreeMap<MessageId, MessageKey>,
    by_key: HashMap<MessageKey, MessageId>,
}

impl Mailbox {
    pub(super) fn put(&mut self, key: MessageKey) -> MessageId {
        self.last += 1;
        let id = MessageId(self.last);
        self.by_id.insert(id, key);
        self.by_key.insert(key, id);
        id
    }

    /// As much more has happened to its messages.
    pub(super) fn advance(&mut self, count: usize) {
        self.happened = self.happened.saturating_add(i32::try_from(count).unwrap_or(i32::MAX));
    }

    /// The number of the last thing that happened. It is never 0, which would mean that nothing is known.
    pub(super) fn pts(&self) -> i32 {
        self.happened.saturating_add(1)
    }

    pub(super) fn take(&mut self, key: MessageKey) -> Option<MessageId> {
        let id = self.by_key.remove(&key)?;
        self.by_id.remove(&id);
        Some(id)
    }

    pub(super) fn key(&self, id: MessageId) -> Option<MessageKey> {
        self.by_id.get(&id).copied()
    }

    pub(super) fn id(&self, key: MessageKey) -> Option<MessageId> {
        self.by_key.get(&key).copied()
    }

    /// Oldest first.
    pub(super) fn keys(&self) -> impl Iterator<Item = MessageKey> + use<'_> {
        self.by_id.values().copied()
    }
}

impl World {
    /// The number by which an account knows a message; `None` where it was never shown to it, or is gone.
    pub(super) fn id_of(&self, viewer: UserId, message: &Message) -> Option<MessageId> {
        match message.place {
            Place::Chat(chat) if chat.is_channel() => {
                let is_shown = !message.hidden_from.contains(&viewer);
                self.chats.get(&chat)?.mailbox.id(message.key).filter(|_| is_shown)
            }
            _ => self.mailboxes.get(&viewer)?.id(message.key),
        }
    }

    /// The message that an account means by a number.
    pub(super) fn key_of(&self, viewer: UserId, place: Place, id: MessageId) -> Option<MessageKey> {
        let key = match place {
            Place::Chat(chat) if chat.is_channel() => self.chats.get(&chat)?.mailbox.key(id)?,
            _ => self.mailboxes.get(&viewer)?.key(id)?,
        };
        let message = self.messages.get(&key)?;
        (message.place == place && !message.hidden_from.contains(&viewer)).then_some(key)
    }

    /// All messages of a place that an account was shown, oldest first.
    pub(super) fn keys_in(&self, viewer: UserId, place: Place) -> Vec<MessageKey> {
        let keys: Vec<_> = match place {
            Place::Chat(chat) if chat.is_channel() => {
                self.chats.get(&chat).into_iter().flat_map(|chat| chat.mailbox.keys()).collect()
            }
            _ => self.mailboxes.get(&viewer).into_iter().flat_map(Mailbox::keys).collect(),
        };
        let is_here = |key: &MessageKey| self.messages.get(key).is_some_and(|message| message.place == place);
        keys.into_iter().filter(is_here).collect()
    }

    /// Numbers a new message for all who are shown it.
    pub(super) fn number(&mut self, message: &Message, audience: &[UserId]) {
        match message.place {
            Place::Chat(chat) if chat.is_channel() => {
                if let Some(chat) = self.chats.get_mut(&chat) {
                    chat.mailbox.put(message.key);
                }
            }
            _ => {
                for account in audience {
                    self.mailboxes.entry(*account).or_default().put(message.key);
                }
            }
        }
    }

    /// So many things happen to a supergroup's or channel's messages.
    pub(super) fn advance(&mut self, place: Place, count: usize) {
        if let Place::Chat(chat) = place
            && let Some(chat) = self.chats.get_mut(&chat)
        {
            chat.mailbox.advance(count);
        }
    }

    /// The number that a message of a supergroup or channel, or of an account's own mailbox, would get next.
    pub(super) fn next_id(&self, chat: ChatId) -> MessageId {
        MessageId(self.chats.get(&chat).map_or(1, |chat| chat.mailbox.last + 1))
    }
}
