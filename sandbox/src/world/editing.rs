//! New versions of messages.

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use ambigram_core::types::{ChatId, EntityKind, InlineKeyboard, MessageId, UserId};

use super::access::Access;
use super::inline::InlineId;
use super::{Content, Message, MessageView, NewContent, NewPoint, Place, Service, World};
use crate::rules::{Refusal, messages, text};

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

/// What is to be written beside a file.
#[derive(Debug, Clone, Default)]
pub struct NewCaption {
    /// The caption, not yet cleaned, with the entities that were given; empty for none.
    pub text: Text,
    /// Whether it stands above the file.
    pub is_above: bool,
    /// The buttons under the message: without them it has none any more.
    pub keyboard: Option<InlineKeyboard>,
}

/// What is to be replaced.
#[derive(Debug, Clone)]
pub enum NewVersion {
    /// The text and the buttons.
    Text(NewText),
    /// What is written beside a file, and the buttons.
    Caption(NewCaption),
    /// The file, what is written beside it, and the buttons.
    Media(NewContent, Option<InlineKeyboard>),
    /// Where somebody who moves is, and the buttons.
    Location(NewPoint),
    /// The buttons alone.
    Keyboard(Option<InlineKeyboard>),
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
        self.edit(by, chat, id, NewVersion::Text(new))
    }

    /// Replaces what is written beside a file, and the buttons.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editmessagecaption) refuses.
    pub fn edit_caption(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewCaption,
    ) -> Result<MessageView, Refusal> {
        self.edit(by, chat, id, NewVersion::Caption(new))
    }

    /// Puts a file in the place of another or of a text, with its caption, and replaces the buttons.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editmessagemedia) refuses.
    pub fn edit_media(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewContent,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<MessageView, Refusal> {
        self.edit(by, chat, id, NewVersion::Media(new, keyboard))
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
        self.edit(by, chat, id, NewVersion::Keyboard(keyboard))
    }

    /// Replaces parts of a message.
    ///
    /// # Errors
    /// Whatever Telegram refuses.
    pub fn edit(
        &mut self,
        by: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewVersion,
    ) -> Result<MessageView, Refusal> {
        let edit = match &new {
            NewVersion::Keyboard(_) => messages::Edit::Keyboard,
            _ => messages::Edit::Content,
        };
        let message = self.editable(by, chat, id, edit)?;
        let message = self.new_version(by, message, new)?;
        self.put_version(by, message)
    }

    /// Replaces parts of a message that was sent by way of a bot; the bot itself may at any time.
    ///
    /// # Errors
    /// When there is no such message, or Telegram refuses what is new.
    pub fn edit_inline(&mut self, bot: UserId, id: InlineId, new: NewVersion) -> Result<(), Refusal> {
        let message = self.inline_message(bot, id)?;
        // Nobody told the bot what such a message holds: what it writes is a text there, or a caption.
        let new = match new {
            NewVersion::Caption(NewCaption { text, keyboard, .. })
                if matches!(message.content, Content::Text(_)) =>
            {
                NewVersion::Text(NewText { text, keyboard, link_preview: None })
            }
            NewVersion::Text(NewText { text, keyboard, .. }) if message.content.caption().is_some() => {
                let is_above = message.content.has_caption_above();
                NewVersion::Caption(NewCaption { text, is_above, keyboard })
            }
            new => new,
        };
        let message = self.new_version(bot, message, new)?;
        self.change(bot, message)
    }

    /// A message with parts of it replaced.
    fn new_version(&mut self, by: UserId, message: Message, new: NewVersion) -> Result<Message, Refusal> {
        Ok(match new {
            NewVersion::Text(new) => {
                if !matches!(message.content, Content::Text(_)) {
                    return Err(Refusal::NoTextToEdit);
                }
                let keyboard = self.accept_keyboard(by, message.place, new.keyboard)?;
                let text = self.accept_text(by, new.text)?;
                let link_preview = new.link_preview.map(|options| text::preview(options, &text));
                Message { content: Content::Text(text), keyboard, link_preview, ..message }
            }
            NewVersion::Caption(new) => {
                let mut message = message;
                if message.content.caption().is_none() {
                    return Err(Refusal::NoCaptionToEdit);
                }
                message.keyboard = self.accept_keyboard(by, message.place, new.keyboard)?;
                message.content.set_caption(self.accept_caption(by, new.text)?, new.is_above);
                message
            }
            NewVersion::Location(new) => self.moved(by, message, new)?,
            NewVersion::Media(new, keyboard) => self.with_media(by, message, new, keyboard)?,
            NewVersion::Keyboard(keyboard) => {
                let keyboard = self.accept_keyboard(by, message.place, keyboard)?;
                Message { keyboard, ..message }
            }
        })
    }

    fn with_media(
        &mut self,
        by: UserId,
        message: Message,
        new: NewContent,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<Message, Refusal> {
        let old = match &message.content {
            Content::Text(_) => None,
            Content::Media(media) if media.may_be_edited() => Some(media),
            _ => return Err(Refusal::MediaNotEditable),
        };
        let keyboard = self.accept_keyboard(by, message.place, keyboard)?;
        let content = self.accept_content(by, message.place, new)?;
        let Content::Media(media) = &content else { return Err(Refusal::NewMediaInvalid) };
        if !media.may_be_edited() {
            return Err(Refusal::NewMediaInvalid);
        }
        if let (Some(old), Some(_)) = (old, message.group) {
            let stays = old.stays_among_its_own() == media.stays_among_its_own();
            if !(stays && media.may_be_grouped()) {
                return Err(Refusal::GroupedSortChanges);
            }
        }
        Ok(Message { content, keyboard, link_preview: None, ..message })
    }

    /// The message as it is, if the account may edit it now.
    pub(super) fn editable(
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
        if message.app_keyboard.is_some() || message.forward.is_some() {
            // What a message did to an app's keyboard cannot be done again; what was sent on is another's.
            return Err(Refusal::EditNotAuthor);
        }
        Ok(Message::clone(message))
    }

    /// How an account stands to a message.
    pub(super) fn standing(&self, by: UserId, message: &Message) -> messages::Standing {
        let status = match message.place {
            Place::Private(..) => None,
            Place::Chat(chat) => self.member_status(chat, by),
        };
        messages::Standing {
            is_bot: self.account(by).is_some_and(super::Account::is_bot),
            is_author: message.author == by,
            is_service: message.is_service(),
            is_beginning: self.is_beginning(message),
            is_dice: matches!(message.content, Content::Dice(_)),
            in_private_chat_with_self: matches!(message.place, Place::Private(one, other) if one == other),
            sort: self.sort_of(message.place),
            rights: status.as_ref().map(crate::rules::MemberStatus::rights),
            age: self.now() - message.date,
        }
    }

    /// Whether a supergroup, a channel or a topic begins with the message.
    fn is_beginning(&self, message: &Message) -> bool {
        let is_first = matches!(message.place, Place::Chat(chat)
            if self.chat(chat).is_some_and(|chat| chat.mailbox.id(message.key) == Some(MessageId(1))));
        let begins = matches!(
            message.content,
            Content::Service(
                Service::SupergroupCreated { .. }
                    | Service::ChannelCreated { .. }
                    | Service::MigratedFrom { .. }
                    | Service::TopicCreated { .. }
            )
        );
        is_first || begins
    }

    pub(super) fn put_version(&mut self, by: UserId, new: Message) -> Result<MessageView, Refusal> {
        let key = new.key;
        self.change(by, new)?;
        self.view(by, key).ok_or(Refusal::EditNotFound)
    }

    fn change(&mut self, by: UserId, new: Message) -> Result<(), Refusal> {
        let keyboard = new.content.with_first_button(new.keyboard)?;
        let new = Message { keyboard, ..new };
        if self.message(new.key).is_some_and(|old| shows_the_same(old, &new)) {
            return Err(Refusal::NotModified);
        }
        let edit_date = Some(self.now());
        let key = new.key;
        self.replace(Message { edit_date, ..new }, by);
        self.alert_of_proximity(key);
        Ok(())
    }
}

/// Whether nobody would see a difference: how a link is previewed matters only where there is a link.
fn shows_the_same(old: &Message, new: &Message) -> bool {
    let is_link = |kind: &EntityKind| matches!(kind, EntityKind::Url | EntityKind::TextLink { .. });
    let has_link = new.text().is_some_and(|text| text.entities.iter().any(|entity| is_link(&entity.kind)));
    let same_preview = old.link_preview == new.link_preview || !has_link;
    old.content == new.content && old.keyboard == new.keyboard && same_preview
}
