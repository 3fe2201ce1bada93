//! Messages: what was written, once, and how each account sees it.

use std::sync::Arc;

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use ambigram_core::types::{ChatId, InlineKeyboard, MessageId, ThreadId, UserId};

use super::{Content, Extra, Forward, Place, World};
use crate::rules::app_keyboard::AppKeyboard;

/// A message's number in the whole world. No account ever sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageKey(pub(super) u64);

/// A message as it was written, the same for all who see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Its number in the world.
    pub key: MessageKey,
    /// Where it stands.
    pub place: Place,
    /// Whose account wrote it, even where it appears in a chat's name.
    pub author: UserId,
    /// In whose name it appears.
    pub sender: Sender,
    /// When it was sent, in seconds since 1970.
    pub date: i64,
    /// When it was last edited, in seconds since 1970.
    pub edit_date: Option<i64>,
    /// The topic of a forum, or the thread of replies, that it belongs to.
    pub thread: Option<ThreadId>,
    /// Whether `thread` is a forum's topic.
    pub is_topic_message: bool,
    /// That it was sent on, and from where.
    pub forward: Option<Forward>,
    /// The number that it shares with those beside which it was sent as one of several.
    pub group: Option<i64>,
    /// What it answers.
    pub reply: Option<Reply>,
    /// What it holds.
    pub content: Content,
    /// The buttons under it.
    pub keyboard: Option<InlineKeyboard>,
    /// What it does to the keyboard of its reader's app.
    pub app_keyboard: Option<AppKeyboard>,
    /// The effect that was added to it.
    pub effect: Option<i64>,
    /// How the address in it is previewed, where that was said.
    pub link_preview: Option<LinkPreviewOptions>,
    /// Whether it was sent without a sound.
    pub is_silent: bool,
    /// Whether it may be neither forwarded nor saved.
    pub is_protected: bool,
    /// What else it tells of itself, where users or Telegram bring that about.
    pub extra: Option<Box<Extra>>,
    /// The bot that it was sent by way of.
    pub via_bot: Option<UserId>,
    /// The chat's bots that it was not shown, by their privacy or because a bot wrote it.
    pub(super) hidden_from: Vec<UserId>,
}

/// In whose name a message appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sender {
    /// An account's.
    User(UserId),
    /// A chat's: channel posts, and anonymous administrators of groups.
    Chat(ChatId),
}

/// What a message answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The answered message. It may have been deleted since.
    pub message: MessageKey,
    /// The part of it that is quoted.
    pub quote: Option<Quote>,
}

/// A quoted part of an answered message. <https://core.telegram.org/bots/api#textquote>
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The part and its formatting.
    pub text: Text,
    /// Where it starts in the answered message, in UTF-16 code units.
    pub position: u32,
    /// Whether the sender chose it.
    pub is_manual: bool,
}

/// A message as one account sees it, at one moment: later edits do not change it.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageView {
    /// Who sees it.
    pub viewer: UserId,
    /// Its number for the viewer.
    pub id: MessageId,
    /// Its chat, as the viewer names it.
    pub chat: ChatId,
    /// What was written.
    pub message: Arc<Message>,
    /// What it answers, without that one's own; absent where that is gone or out of the viewer's sight.
    pub reply_to: Option<Box<MessageView>>,
}

impl Message {
    /// The text or the caption, and its formatting.
    pub fn text(&self) -> Option<&Text> {
        self.content.text()
    }

    /// Whether the message tells that something happened in the chat.
    pub fn is_service(&self) -> bool {
        self.content.is_service()
    }
}

impl MessageView {
    /// Whether the viewer's account wrote the message.
    pub fn is_outgoing(&self) -> bool {
        self.message.author == self.viewer
    }
}

impl World {
    /// A message by its number in the world; deleted ones are gone.
    pub fn message(&self, key: MessageKey) -> Option<&Arc<Message>> {
        self.messages.get(&key)
    }

    /// A message as an account sees it, by its number in the world; `None` where it is gone or was never shown to
    /// that account.
    pub fn view(&self, viewer: UserId, key: MessageKey) -> Option<MessageView> {
        let message = self.messages.get(&key)?;
        let mut view = self.bare_view(viewer, message)?;
        let answered = match &message.reply {
            Some(reply) => self.messages.get(&reply.message),
            None => self.topic_beginning(message),
        };
        view.reply_to = answered.and_then(|answered| self.bare_view(viewer, answered)).map(Box::new);
        Some(view)
    }

    /// A message as an account sees it, by the chat and the number that the account knows it by.
    pub fn message_as_seen_by(&self, viewer: UserId, chat: ChatId, id: MessageId) -> Option<MessageView> {
        let place = self.place(viewer, chat)?;
        self.view(viewer, self.key_of(viewer, place, id)?)
    }

    /// All messages of a chat that an account sees, oldest first.
    pub fn history(&self, viewer: UserId, chat: ChatId) -> Vec<MessageView> {
        let Some(place) = self.place(viewer, chat) else { return Vec::new() };
        self.keys_in(viewer, place).into_iter().filter_map(|key| self.view(viewer, key)).collect()
    }

    /// What a message of a topic answers where it answers nothing else: the message that the topic begins with.
    fn topic_beginning(&self, message: &Message) -> Option<&Arc<Message>> {
        let Place::Chat(chat) = message.place else { return None };
        let thread = message.thread.filter(|_| message.is_topic_message)?;
        let beginning = self.chat(chat)?.mailbox.key(MessageId(thread.0))?;
        self.messages.get(&beginning).filter(|_| beginning < message.key)
    }

    fn bare_view(&self, viewer: UserId, message: &Arc<Message>) -> Option<MessageView> {
        Some(MessageView {
            viewer,
            id: self.id_of(viewer, message)?,
            chat: message.place.named_by(viewer)?,
            message: Arc::clone(message),
            reply_to: None,
        })
    }
}
