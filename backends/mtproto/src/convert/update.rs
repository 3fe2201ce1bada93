//! Updates.

use ambigram_core::types::{ChatId, MessageId, Update, UpdateId, UpdateKind, UserId};
use grammers_tl_types::enums;

use super::Known;

/// An update that the Bot API would tell the bot of, in need of what is known of those whom it names.
#[derive(Debug)]
pub(crate) struct Incoming(Box<enums::Update>);

/// Takes an update up; `None` for what bots are not told: what they did themselves, who is typing, what was read.
pub(crate) fn incoming(update: enums::Update, own: UserId) -> Option<Incoming> {
    let _ = own;
    Some(Incoming(Box::new(update)))
}

impl Incoming {
    /// The users whom it names.
    pub(crate) fn users(&self) -> Vec<UserId> {
        Vec::new()
    }

    /// The chats that it names, private ones aside.
    pub(crate) fn chats(&self) -> Vec<ChatId> {
        Vec::new()
    }

    /// The message that its message answers, in the same chat.
    pub(crate) fn replied(&self) -> Option<(ChatId, MessageId)> {
        None
    }

    /// The message under which a button was pressed, and the press: that is how a bot may ask for it.
    pub(crate) fn pressed(&self) -> Option<(ChatId, MessageId, i64)> {
        None
    }

    /// The update, numbered.
    pub(crate) fn finish(self, id: UpdateId, own: UserId, known: &Known) -> Update {
        let _ = (own, known, &self.0);
        Update::new(
            id,
            UpdateKind::Unknown {
                name: "".into(),
                content: serde_json::value::RawValue::NULL.to_owned().into(),
                error: None,
            },
        )
    }
}
