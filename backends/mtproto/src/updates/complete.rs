//! What an update lacks, asked for: the names of those whom it names, the message that it answers, the message whose
//! button was pressed.

use std::sync::Arc;

use ambigram_core::types::{ChatId, Message, Update, UpdateId, UserId};
use grammers_tl_types::{enums, types};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use crate::convert::{self, Incoming, Names};
use crate::meeting;
use crate::wire::Wire;

/// How many updates are completed at once.
const AT_ONCE: usize = 16;

/// Who completes updates.
#[derive(Debug, Clone)]
pub(super) struct Completion {
    wire: Arc<Wire>,
    own: UserId,
    slots: Arc<Semaphore>,
}

/// An update, or the task that completes it.
pub(super) enum Completed {
    Ready(Update),
    Lacking(JoinHandle<Update>),
}

impl Completion {
    pub(super) fn new(wire: Arc<Wire>, own: UserId) -> Self {
        Self { wire, own, slots: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Completes an update: at once where nothing is to be asked for, as it mostly is. `by` is the number of the
    /// message that it brings, by which the message that it answers is asked for.
    pub(super) fn complete(&self, incoming: Incoming, id: UpdateId, by: Option<i32>) -> Completed {
        let (known, is_whole) = meeting::known_names(self.wire.peers(), incoming.names());
        if is_whole && incoming.pressed().is_none() && incoming.replied().is_none() {
            return Completed::Ready(incoming.finish(id, self.own, &known));
        }
        let this = self.clone();
        Completed::Lacking(tokio::spawn(async move {
            let _slot = this.slots.acquire().await;
            let mut known = meeting::meet_names(&this.wire, incoming.names()).await;
            if let (Some((chat, _)), Some(id)) = (incoming.replied(), by) {
                known.answered = this.answered(chat, id).await;
            }
            if let Some((chat, message, query_id)) = incoming.pressed() {
                let input = types::InputMessageCallbackQuery { id: message.0, query_id };
                known.pressed = this.pressed(chat, input.into()).await;
            }
            incoming.finish(id, this.own, &known)
        }))
    }

    /// The message that the message with this number answers. A bot may see that even where it sees no others.
    async fn answered(&self, chat: ChatId, by: i32) -> Option<Message> {
        let message = self.message(chat, types::InputMessageReplyTo { id: by }.into()).await?;
        let names = Names::in_message(&message, self.own);
        let known = meeting::meet_names(&self.wire, &names).await;
        convert::message(&message, self.own, &known)
    }

    /// The message under which a button was pressed, with what it answers.
    async fn pressed(&self, chat: ChatId, input: enums::InputMessage) -> Option<Message> {
        let message = self.message(chat, input).await?;
        let names = Names::in_message(&message, self.own);
        let mut known = meeting::meet_names(&self.wire, &names).await;
        if let Some((chat, _)) = convert::replied(&message) {
            known.answered = self.answered(chat, message.id()).await;
        }
        convert::message(&message, self.own, &known)
    }

    async fn message(&self, chat: ChatId, input: enums::InputMessage) -> Option<enums::Message> {
        let answer = meeting::messages(&self.wire, chat, vec![input]).await;
        let messages = meeting::told("a message", answer)?;
        messages.into_iter().find(|message| !matches!(message, enums::Message::Empty(_)))
    }
}
