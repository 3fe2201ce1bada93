//! What others do in a chat, as it happens: the stuff of a transcript.

use ambigram_core::types::{ChatAction, ChatId, MessageId, UserId};

use super::{SeenMessage, Telegram};
use crate::world::{CallbackAnswer, Event, Queue, World};

/// Something that another did in a chat.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Happening {
    /// Somebody wrote.
    Said(SeenMessage),
    /// Somebody edited a message: its new version.
    Edited(SeenMessage),
    /// Messages are gone.
    Deleted(Vec<MessageId>),
    /// A press was answered: what this person is shown.
    Answered(CallbackAnswer),
    /// Somebody appears to be typing, or the like.
    Acting(ChatAction),
}

/// What others do in a chat, from the moment when this was made.
#[derive(Debug)]
pub struct Happenings {
    telegram: Telegram,
    user: UserId,
    chat: ChatId,
    seen: u64,
}

impl Happenings {
    pub(super) fn new(telegram: Telegram, user: UserId, chat: ChatId) -> Self {
        let seen = telegram.world().read(|world| world.queue(user).map_or(0, Queue::last));
        Self { telegram, user, chat, seen }
    }

    /// The next one; waits for it.
    pub async fn next(&mut self) -> Happening {
        let Self { telegram, user, chat, seen } = self;
        telegram.world().wait_for(|world| take(world, *user, *chat, seen)).await
    }

    /// The next one, if it has happened already.
    pub fn try_next(&mut self) -> Option<Happening> {
        let Self { telegram, user, chat, seen } = self;
        telegram.world().read(|world| take(world, *user, *chat, seen))
    }
}

/// The first event after number `seen` that tells of another's doing in the chat; `seen` moves on to it.
fn take(world: &World, user: UserId, chat: ChatId, seen: &mut u64) -> Option<Happening> {
    for entry in world.queue(user)?.after(*seen) {
        *seen = entry.seq;
        let happening = match &entry.event {
            _ if entry.is_own => None,
            Event::NewMessage(view) if view.chat == chat => {
                Some(Happening::Said(SeenMessage::new(world, view)))
            }
            Event::EditedMessage(view) if view.chat == chat => {
                Some(Happening::Edited(SeenMessage::new(world, view)))
            }
            Event::DeletedMessages { chat: place, messages } if *place == chat => {
                Some(Happening::Deleted(messages.clone()))
            }
            Event::CallbackAnswered { query, answer, .. } => {
                let place = world.callback_query(*query).and_then(|query| query.place.named_by(user));
                (place == Some(chat)).then(|| Happening::Answered(answer.clone()))
            }
            Event::ChatAction { chat: place, action, .. } if *place == chat => {
                Some(Happening::Acting(*action))
            }
            _ => None,
        };
        if happening.is_some() {
            return happening;
        }
    }
    None
}
