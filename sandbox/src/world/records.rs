//! Who did what, over all chats: for those who watch an account rather than a chat.

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::{CallbackQuery, MessageView, World};

impl World {
    /// All messages of an account that it still has, in every chat, oldest first.
    pub fn written_by(&self, author: UserId) -> Vec<MessageView> {
        let written = self.messages.iter().filter(|(_, message)| message.author == author);
        let mut keys: Vec<_> = written.map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.into_iter().filter_map(|key| self.view(author, key)).collect()
    }

    /// All presses of a user's, oldest first.
    pub fn presses_by(&self, user: UserId) -> impl Iterator<Item = &Arc<CallbackQuery>> {
        let mut presses: Vec<_> = self.queries.values().filter(|press| press.from == user).collect();
        presses.sort_by_key(|press| press.order);
        presses.into_iter()
    }
}
