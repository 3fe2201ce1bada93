//! New versions of messages.

use ambigram_core::requests::LinkPreviewOptions;
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, InlineKeyboard, MessageId, UserId};

use super::access::Access;
use super::{Content, Message, MessageView, Place, World};
use crate::rules::{Refusal, keyboard, messages, text};

/// A message's new text.
#[derive(Debug, Clone, Default)]
pub struct NewText {
    /// The text, not yet cleaned, with the entities that were given.
    pub text: Text,
    /// The buttons under it: without them the message has none any more.
    pub keyboard: Option<InlineKeyboard>,
    /// How the address in it is previewed.
    pub link_preview: Option<LinkPreviewOptions>,
}

impl<T: Into<Text>> From<T> for NewText {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl World {
    /// Replaces a message's text and buttons.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editmessagetext) refuses.
    pub fn edit_text(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewText,
    ) -> Result<MessageView, Refusal> {
        let message = self.editable(by, chat, id, messages::Edit::Content)?;
        if message.text().is_none() {
            return Err(Refusal::EditNoText);
        }
        let content = Content::Text(text::accept(new.text)?);
        let keyboard = self.accept_keyboard(by, chat, new.keyboard)?;
        self.put_version(by, Message { content, keyboard, link_preview: new.link_preview, ..message })
    }

    /// Replaces a message's buttons; `None` takes them away.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editmessagereplymarkup) refuses.
    pub fn edit_keyboard(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<MessageView, Refusal> {
        let message = self.editable(by, chat, id, messages::Edit::Keyboard)?;
        let keyboard = self.accept_keyboard(by, chat, keyboard)?;
        self.put_version(by, Message { keyboard, ..message })
    }

    /// The message as it is, if the account may edit it now.
    fn editable(
        &self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        edit: messages::Edit,
    ) -> Result<Message, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let key = self.key_of(by, place, id).ok_or(Refusal::EditNotFound)?;
        let message = self.message(key).ok_or(Refusal::EditNotFound)?;
        messages::may_edit(&self.standing(by, message), edit)?;
        Ok(Message::clone(message))
    }

    /// How an account stands to a message.
    pub(super) fn standing(&self, by: UserId, message: &Message) -> messages::Standing {
        let (sort, status) = match message.place {
            Place::Private(..) => (None, None),
            Place::Chat(chat) => (self.chat(chat).map(|chat| chat.sort), self.member_status(chat, by)),
        };
        messages::Standing {
            is_bot: self.account(by).is_some_and(super::Account::is_bot),
            is_author: message.author == by,
            is_service: message.is_service(),
            is_first: self.id_of(by, message) == Some(MessageId(1)),
            in_private_chat_with_self: matches!(message.place, Place::Private(one, other) if one == other),
            sort,
            rights: status.as_ref().map(crate::rules::MemberStatus::rights),
            age: self.now() - message.date,
        }
    }

    fn accept_keyboard(
        &self,
        by: UserId,
        chat: ChatId,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<Option<InlineKeyboard>, Refusal> {
        let is_bot = self.account(by).is_some_and(super::Account::is_bot);
        match keyboard {
            Some(_) if !is_bot => Err(Refusal::KeyboardFromUser),
            Some(keyboard) => keyboard::accept(keyboard, chat.is_user()),
            None => Ok(None),
        }
    }

    fn put_version(&mut self, by: UserId, new: Message) -> Result<MessageView, Refusal> {
        let key = new.key;
        if self.message(key).is_some_and(|old| **old == new) {
            return Err(Refusal::NotModified);
        }
        let edit_date = Some(self.now());
        self.replace(Message { edit_date, ..new }, by);
        self.view(by, key).ok_or(Refusal::EditNotFound)
    }
}
