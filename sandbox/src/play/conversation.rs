//! A chat in a person's hands.

use ambigram_core::text::Text;
use ambigram_core::types::{Button, ButtonKind, ChatId, MessageId, UserId};

use super::{Happenings, SeenMessage, Telegram, staged};
use crate::rules::Refusal;
use crate::world::{MessageView, NewMessage, NewText, QueryId, ReplyTo};

/// A chat as one person has it open. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Conversation {
    telegram: Telegram,
    user: UserId,
    chat: ChatId,
}

/// Why a button cannot be pressed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// No message has a button with this on it.
    #[error("expected a button “{label}”, found {}", list(there))]
    NoSuchButton {
        /// What was looked for.
        label: String,
        /// What stands on the buttons of the latest message that has any.
        there: Vec<String>,
    },
    /// The button does not tell the bot: it opens an address, or the like.
    #[error("the button “{label}” does not tell the bot when it is pressed")]
    TellsNobody {
        /// What stands on it.
        label: String,
    },
    /// Telegram refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

fn list(labels: &[String]) -> String {
    if labels.is_empty() {
        return "no buttons".to_owned();
    }
    let labels: Vec<_> = labels.iter().map(|label| format!("“{label}”")).collect();
    labels.join(", ")
}

impl Conversation {
    pub(super) fn new(telegram: Telegram, user: UserId, chat: ChatId) -> Self {
        Self { telegram, user, chat }
    }

    pub(super) fn telegram(&self) -> &Telegram {
        &self.telegram
    }

    /// Whose hands the chat is in.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// The chat's number, as this person names it.
    pub fn id(&self) -> ChatId {
        self.chat
    }

    /// The same chat in another person's hands, where it is no private chat.
    #[must_use]
    pub fn seen_by(&self, user: UserId) -> Self {
        Self { user, ..self.clone() }
    }

    /// Writes a text.
    ///
    /// # Panics
    /// When Telegram refuses it. For what a person typed, see [`try_say`](Self::try_say).
    #[track_caller]
    pub fn say(&self, text: impl Into<Text>) -> MessageId {
        staged(self.try_say(text))
    }

    /// Writes a text.
    ///
    /// # Errors
    /// When Telegram refuses it: nothing but spaces, say.
    pub fn try_say(&self, text: impl Into<Text>) -> Result<MessageId, Refusal> {
        self.send(NewMessage::from(text))
    }

    /// Answers a message.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn reply(&self, to: MessageId, text: impl Into<Text>) -> Result<MessageId, Refusal> {
        self.send(NewMessage { reply_to: Some(ReplyTo::from(to)), ..NewMessage::from(text) })
    }

    /// Edits one's own message.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn edit(&self, message: MessageId, text: impl Into<Text>) -> Result<(), Refusal> {
        let new = NewText::from(text);
        self.telegram.world().write(|world| world.edit_text(self.user, self.chat, message, new)).map(|_| ())
    }

    /// Deletes a message for everyone.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn delete(&self, message: MessageId) -> Result<(), Refusal> {
        self.telegram.world().write(|world| world.delete_messages(self.user, self.chat, &[message], true))
    }

    /// Presses the button with this on it, in the latest message that has one.
    ///
    /// # Errors
    /// When there is none, or it does not tell the bot.
    pub fn press(&self, label: &str) -> Result<QueryId, PressError> {
        let messages = self.views();
        self.press_one_of(&messages, label)
    }

    /// Presses the button with this on it, under this message.
    ///
    /// # Errors
    /// When there is none, or it does not tell the bot.
    pub fn press_under(&self, message: MessageId, label: &str) -> Result<QueryId, PressError> {
        let view = self
            .telegram
            .world()
            .read(|world| world.message_as_seen_by(self.user, self.chat, message))
            .ok_or(Refusal::PressedMessageNotFound)?;
        self.press_one_of(&[view], label)
    }

    /// All messages, oldest first.
    pub fn messages(&self) -> Vec<SeenMessage> {
        self.telegram.world().read(|world| {
            let history = world.history(self.user, self.chat);
            history.iter().map(|view| SeenMessage::new(world, view)).collect()
        })
    }

    /// The latest message.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    #[expect(clippy::panic, reason = "a test that reads from an empty chat is to fail at that line")]
    pub fn last(&self) -> SeenMessage {
        match self.messages().pop() {
            Some(message) => message,
            None => panic!("expected a message, found an empty chat"),
        }
    }

    /// Waits until the messages are as expected: `look` is asked now, and again after each change.
    pub async fn until(&self, mut look: impl FnMut(&[SeenMessage]) -> bool) -> Vec<SeenMessage> {
        self.telegram
            .wait_for(|world| {
                let history = world.history(self.user, self.chat);
                let messages: Vec<_> = history.iter().map(|view| SeenMessage::new(world, view)).collect();
                look(&messages).then_some(messages)
            })
            .await
    }

    /// What others do here from now on.
    pub fn events(&self) -> Happenings {
        Happenings::new(self.telegram.clone(), self.user, self.chat)
    }

    fn send(&self, new: NewMessage) -> Result<MessageId, Refusal> {
        self.telegram.world().write(|world| world.send_message(self.user, self.chat, new)).map(|view| view.id)
    }

    fn views(&self) -> Vec<MessageView> {
        self.telegram.world().read(|world| world.history(self.user, self.chat))
    }

    fn press_one_of(&self, messages: &[MessageView], label: &str) -> Result<QueryId, PressError> {
        let buttons = |view: &MessageView| -> Vec<Button> {
            view.message.keyboard.iter().flat_map(|keyboard| keyboard.buttons().cloned()).collect()
        };
        let with_buttons =
            messages.iter().rev().map(|view| (view.id, buttons(view))).filter(|(_, all)| !all.is_empty());
        let mut there = None;
        for (id, buttons) in with_buttons {
            let Some(button) = buttons.iter().find(|button| button.text == label) else {
                there = there.or_else(|| Some(buttons.into_iter().map(|button| button.text).collect()));
                continue;
            };
            if button.kind == ButtonKind::CallbackGame {
                let press = |world: &mut crate::world::World| world.press_game(self.user, self.chat, id);
                return Ok(self.telegram.world().write(press)?);
            }
            let ButtonKind::Callback(data) = &button.kind else {
                return Err(PressError::TellsNobody { label: label.to_owned() });
            };
            let press =
                |world: &mut crate::world::World| world.press(self.user, self.chat, id, data.as_str());
            return Ok(self.telegram.world().write(press)?);
        }
        Err(PressError::NoSuchButton { label: label.to_owned(), there: there.unwrap_or_default() })
    }
}
