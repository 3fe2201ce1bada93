//! A message as a person sees it.

use ambigram_core::types::{MessageEntity, MessageId};

use crate::world::{Account, Content, MessageView, Sender, Service, World};

/// A message as it stands on a person's screen.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenMessage {
    /// Its number, as this person counts.
    pub id: MessageId,
    /// In whose name it stands there.
    pub from: String,
    /// Whether this person wrote it.
    pub is_own: bool,
    /// The text or the caption; empty where there is none.
    pub text: String,
    /// The text's formatting.
    pub entities: Vec<MessageEntity>,
    /// What stands on the buttons, row by row.
    pub buttons: Vec<Vec<String>>,
    /// Whether it was edited.
    pub is_edited: bool,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
    /// All that it holds.
    pub content: Content,
    /// What it tells to have happened.
    pub service: Option<Service>,
}

impl SeenMessage {
    /// What stands on the buttons, in one row.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.buttons.iter().flatten().map(String::as_str)
    }

    pub(super) fn new(world: &World, view: &MessageView) -> Self {
        let message = &view.message;
        let text = message.text().cloned().unwrap_or_default();
        let service = match &message.content {
            Content::Service(service) => Some(service.clone()),
            _ => None,
        };
        let from = match message.sender {
            Sender::User(user) => world.account(user).map(Account::full_name),
            Sender::Chat(chat) => world.chat(chat).map(|chat| chat.title.clone()),
        };
        let rows = message.keyboard.iter().flat_map(|keyboard| &keyboard.rows);
        Self {
            id: view.id,
            from: from.unwrap_or_default(),
            is_own: view.is_outgoing(),
            text: text.text,
            entities: text.entities,
            buttons: rows.map(|row| row.iter().map(|button| button.text.clone()).collect()).collect(),
            is_edited: message.edit_date.is_some(),
            reply_to: view.reply_to.as_ref().map(|answered| answered.id),
            content: message.content.clone(),
            service,
        }
    }
}
