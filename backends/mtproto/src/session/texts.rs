//! Which of the messages that the bot has sent are texts.

use std::sync::{Mutex, PoisonError};

use ambigram_core::types::{ChatId, Message, MessageId, MessageKind};
use hashlink::LruCache;

/// How many messages are remembered: less than a megabyte.
const REMEMBERED: usize = 10_000;

/// Which of the messages that the bot has sent are texts, as far as remembered. MTProto would take a new text of a
/// photo for its new caption; the Bot API does not, so that before an edit one must know.
#[derive(Debug)]
pub(crate) struct Texts(Mutex<LruCache<(ChatId, MessageId), bool>>);

impl Default for Texts {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(REMEMBERED)))
    }
}

impl Texts {
    /// Notes what a message is.
    pub(crate) fn note(&self, message: &Message) {
        let is_text = matches!(message.kind, MessageKind::Text(_));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(message.place(), is_text);
    }

    /// Whether a message is a text; `None` where that is not known.
    pub(crate) fn is_text(&self, place: (ChatId, MessageId)) -> Option<bool> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&place).copied()
    }
}
