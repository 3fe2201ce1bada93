//! Writing messages.

use std::collections::BTreeSet;

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use ambigram_core::types::{ChatAction, ChatId, EntityKind, InlineKeyboard, MessageId, ThreadId, UserId};

use super::access::Access;
use super::{Account, Content, Event, Message, MessageView, NewContent, Place, Quote, Reply, World};
use crate::rules::app_keyboard::{self, AppKeyboard};
use crate::rules::{ChatRefusal, ChatSort, Refusal, keyboard, limits, text};

/// A message to be sent.
#[derive(Debug, Clone, Default)]
pub struct NewMessage {
    /// What it is to hold.
    pub content: NewContent,
    /// The topic of a forum.
    pub thread: Option<ThreadId>,
    /// What it answers.
    pub reply_to: Option<ReplyTo>,
    /// The buttons under it; bots only.
    pub keyboard: Option<InlineKeyboard>,
    /// What it does to the keyboard of its reader's app; bots only, and not beside buttons.
    pub app_keyboard: Option<AppKeyboard>,
    /// The effect that is added to it, by its number; in private chats.
    pub effect: Option<i64>,
    /// How the address in it is previewed.
    pub link_preview: Option<LinkPreviewOptions>,
    /// Whether it arrives without a sound.
    pub is_silent: bool,
    /// Whether it may be neither forwarded nor saved.
    pub is_protected: bool,
}

/// What a new message answers. <https://core.telegram.org/bots/api#replyparameters>
#[derive(Debug, Clone)]
pub struct ReplyTo {
    /// The answered message, as the sender numbers it.
    pub message: MessageId,
    /// Its chat, where that is another one.
    pub chat: Option<ChatId>,
    /// Whether to send even when that message is gone.
    pub or_without: bool,
    /// The part that is quoted, and where it is looked for first, in UTF-16 code units.
    pub quote: Option<(Text, u32)>,
}

impl NewMessage {
    /// A message that holds this, with nothing beside it.
    pub fn new(content: NewContent) -> Self {
        Self { content, ..Self::default() }
    }
}

impl<T: Into<Text>> From<T> for NewMessage {
    fn from(text: T) -> Self {
        Self::new(NewContent::Text(text.into()))
    }
}

impl From<MessageId> for ReplyTo {
    fn from(message: MessageId) -> Self {
        Self { message, chat: None, or_without: false, quote: None }
    }
}

impl World {
    /// Sends a message, as `by` sees it afterwards.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#sendmessage) refuses.
    pub fn send_message(
        &mut self,
        by: UserId,
        chat: ChatId,
        new: NewMessage,
    ) -> Result<MessageView, Refusal> {
        let draft = self.draft(by, chat, new)?;
        self.post_draft(by, chat, draft)
    }

    /// Sends two to ten files together, or one alone; all of them or none.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#sendmediagroup) refuses.
    pub fn send_group(
        &mut self,
        by: UserId,
        chat: ChatId,
        new: Vec<NewMessage>,
    ) -> Result<Vec<MessageView>, Refusal> {
        if new.len() > limits::GROUPED {
            return Err(Refusal::GroupTooLong);
        }
        let group = (new.len() > 1).then(|| self.new_group());
        let drafts: Result<Vec<_>, _> = new.into_iter().map(|new| self.draft(by, chat, new)).collect();
        let drafts = drafts?;
        let media = drafts.iter().map(|draft| match &draft.content {
            Content::Media(media) if media.may_be_grouped() => Ok(media),
            _ => Err(Refusal::GroupedInvalid),
        });
        let media = media.collect::<Result<Vec<_>, _>>()?;
        let first = media.first().ok_or(Refusal::GroupEmpty)?;
        if media.iter().any(|media| media.caption_above != first.caption_above) {
            return Err(Refusal::GroupCaptionsDiffer);
        }
        let sorts: BTreeSet<_> = media.iter().map(|media| media.stays_among_its_own()).collect();
        if let (true, Some(sort)) = (sorts.len() > 1, sorts.into_iter().flatten().next()) {
            return Err(Refusal::GroupMixed(sort));
        }
        drafts.into_iter().map(|draft| self.post_draft(by, chat, Message { group, ..draft })).collect()
    }

    /// A number for messages that are sent together.
    pub(super) fn new_group(&mut self) -> i64 {
        (self.random.next() >> 2).cast_signed() | 1
    }

    /// The message that is to be sent, where nothing speaks against that.
    pub(super) fn draft(&mut self, by: UserId, chat: ChatId, new: NewMessage) -> Result<Message, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let topic = self.topic_in(place, new.thread)?;
        let reply = self.reply(by, chat, place, new.reply_to)?;
        let keyboard = self.accept_keyboard(by, place, new.keyboard)?;
        let app_keyboard = self.accept_app_keyboard(by, place, new.app_keyboard)?;
        if new.effect.is_some() && !matches!(place, Place::Private(..)) {
            return Err(Refusal::EffectOutsidePrivateChat);
        }
        let content = self.accept_content(by, place, new.content)?;
        self.may_send(by, place, &content)?;
        let keyboard = content.with_first_button(keyboard)?;
        let (thread, is_topic_message) = self.thread_of(place, topic, reply.as_ref());
        self.may_reach_reader(by, chat, thread)?;
        let sender = self.sender_in(place, by);
        let link_preview = match &content {
            Content::Text(text) => new.link_preview.map(|options| text::preview(options, text)),
            _ => None,
        };
        Ok(Message {
            thread,
            is_topic_message,
            reply,
            keyboard,
            app_keyboard,
            effect: new.effect,
            link_preview,
            is_silent: new.is_silent,
            is_protected: new.is_protected,
            ..Message::new(place, by, sender, self.now(), content)
        })
    }

    /// Sends what was drafted.
    pub(super) fn post_draft(
        &mut self,
        by: UserId,
        chat: ChatId,
        message: Message,
    ) -> Result<MessageView, Refusal> {
        let place = message.place;
        if let Place::Private(..) = place {
            let other = UserId(chat.0);
            self.dialogs.entry((by, other)).or_default().has_written = true;
            self.meet(by, other);
        }
        let key = self.post(message);
        self.bring_to_discussion(key);
        self.alert_of_proximity(key);
        let sent = self.view(by, key).ok_or(Refusal::ChatNotFound)?;
        self.ask_mentioned(&sent);
        Ok(sent)
    }

    /// Opens a bot and presses its Start button: sends `/start`, with the parameter of a deep link if there is one.
    /// <https://core.telegram.org/bots/features#deep-linking>
    ///
    /// # Errors
    /// As [`send_message`](Self::send_message).
    pub fn start_bot(
        &mut self,
        user: UserId,
        bot: UserId,
        parameter: Option<&str>,
    ) -> Result<MessageView, Refusal> {
        let text = match parameter {
            Some(parameter) => format!("/start {parameter}"),
            None => "/start".to_owned(),
        };
        self.send_message(user, bot.into(), text.into())
    }

    /// Shows others that an account is typing, or the like.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#sendchataction) refuses.
    pub fn send_chat_action(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
        action: ChatAction,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        self.may_write(by, place)?;
        self.may_reach_reader(by, chat, None)?;
        if self.sort_of(place) == Some(ChatSort::Channel) {
            // Of those who write in a channel's name nothing is seen but what they post.
            return Ok(());
        }
        for account in self.present(place) {
            let is_user = self.account(account).is_some_and(|account| !account.is_bot());
            if let (true, Some(chat)) = (is_user && account != by, place.named_by(account)) {
                self.tell(account, Event::ChatAction { chat, user: by, thread, action });
            }
        }
        Ok(())
    }
}

/// What is asked before a message is written.
impl World {
    /// A text as Telegram keeps it; those whom it mentions by number are named, or not mentioned.
    pub(super) fn accept_text(&self, by: UserId, text: Text) -> Result<Text, Refusal> {
        Ok(self.name_mentioned(by, text::accept(text)?))
    }

    /// Those whom a text mentions by number are named, or not mentioned.
    pub(super) fn name_mentioned(&self, by: UserId, mut text: Text) -> Text {
        text.entities.retain_mut(|entity| {
            let EntityKind::TextMention { user } = &mut entity.kind else { return true };
            let named =
                self.account(user.id).filter(|account| !account.is_deleted && self.may_name(by, account.id));
            named.map(|account| **user = account.as_user()).is_some()
        });
        text
    }

    pub(super) fn accept_keyboard(
        &self,
        by: UserId,
        place: Place,
        keyboard: Option<InlineKeyboard>,
    ) -> Result<Option<InlineKeyboard>, Refusal> {
        match keyboard {
            Some(_) if !self.account(by).is_some_and(Account::is_bot) => Err(Refusal::KeyboardFromUser),
            Some(keyboard) => {
                let knows = |user| self.account(user).is_some() && self.may_name(by, user);
                if keyboard.buttons().filter_map(keyboard::profile).any(|user| !knows(user)) {
                    return Err(Refusal::ButtonUserInvalid);
                }
                keyboard::accept(keyboard, self.sort_of(place))
            }
            None => Ok(None),
        }
    }

    fn accept_app_keyboard(
        &self,
        by: UserId,
        place: Place,
        keyboard: Option<AppKeyboard>,
    ) -> Result<Option<AppKeyboard>, Refusal> {
        match keyboard {
            Some(_) if !self.account(by).is_some_and(Account::is_bot) => Err(Refusal::KeyboardFromUser),
            Some(keyboard) => app_keyboard::accept(keyboard, self.sort_of(place)),
            None => Ok(None),
        }
    }

    /// The topic that a message is meant for: Telegram looks for one in forums and private chats only.
    pub(super) fn topic_in(
        &self,
        place: Place,
        thread: Option<ThreadId>,
    ) -> Result<Option<ThreadId>, Refusal> {
        let Some(thread) = thread.filter(|thread| thread.0 != 0) else { return Ok(None) };
        match place {
            Place::Private(..) => Err(Refusal::ThreadNotFound),
            Place::Chat(chat) => match self.chat(chat) {
                Some(chat) if chat.is_forum && chat.topics.contains_key(&thread) => Ok(Some(thread)),
                Some(chat) if chat.is_forum => Err(Refusal::ThreadNotFound),
                _ => Ok(None),
            },
        }
    }

    /// The topic or thread that a message comes to stand in, and whether it is a topic: answers follow what they answer.
    pub(super) fn thread_of(
        &self,
        place: Place,
        topic: Option<ThreadId>,
        reply: Option<&Reply>,
    ) -> (Option<ThreadId>, bool) {
        let Place::Chat(chat) = place else { return (None, false) };
        let Some(chat) = self.chat(chat).filter(|chat| chat.sort == ChatSort::Supergroup) else {
            return (None, false);
        };
        let answered =
            reply.and_then(|reply| self.message(reply.message)).filter(|message| message.place == place);
        if chat.is_forum {
            let thread = topic.or_else(|| answered.and_then(|answered| answered.thread));
            return (thread, thread.is_some());
        }
        let root = answered.and_then(|answered| {
            answered.thread.or_else(|| chat.mailbox.id(answered.key).map(|root| ThreadId(root.0)))
        });
        (root, false)
    }

    fn reply(
        &self,
        by: UserId,
        chat: ChatId,
        place: Place,
        reply_to: Option<ReplyTo>,
    ) -> Result<Option<Reply>, Refusal> {
        let Some(reply_to) = reply_to.filter(|reply| reply.message.0 > 0) else { return Ok(None) };
        let place = match reply_to.chat.filter(|other| *other != chat) {
            Some(other) => self.reach(by, other, Access::Read)?,
            None => place,
        };
        let answered = self.key_of(by, place, reply_to.message).and_then(|key| self.message(key));
        let Some(answered) = answered else {
            return if reply_to.or_without { Ok(None) } else { Err(Refusal::ReplyNotFound) };
        };
        let quote = match (reply_to.quote, answered.text()) {
            (None, _) => None,
            (Some((part, _)), _) if part.text.is_empty() => None,
            (Some((part, position)), Some(text)) => Some(Quote {
                position: text::find_quote(text, &part, position).ok_or(Refusal::QuoteNotFound)?,
                text: part,
                is_manual: true,
            }),
            (Some(_), None) => return Err(Refusal::QuoteNotFound),
        };
        Ok(Some(Reply { message: answered.key, quote }))
    }

    /// Whether the members' permissions let an account write text here.
    fn may_write(&self, by: UserId, place: Place) -> Result<(), Refusal> {
        self.may_send(by, place, &Content::Text(Text::default()))
    }

    /// Whether the members' permissions let an account send this here.
    pub(super) fn may_send(&self, by: UserId, place: Place, content: &Content) -> Result<(), Refusal> {
        let Place::Chat(chat) = place else { return Ok(()) };
        let chat = self.chat(chat).ok_or(Refusal::ChatNotFound)?;
        let status = chat.status(by, self.now());
        if chat.is_channel() {
            return if status.rights().can_post_messages { Ok(()) } else { Err(Refusal::NoRightToPost) };
        }
        if let Some(wait) = self.slow_mode_wait(by, chat.id) {
            return Err(ChatRefusal::SlowMode(wait).into());
        }
        content.check_permission(&status.permissions(&chat.permissions))
    }

    /// Whether the other in a private chat hears the account, and the topic is open.
    pub(super) fn may_reach_reader(
        &self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
    ) -> Result<(), Refusal> {
        if !chat.is_user() {
            let Some(chat) = self.chat(chat) else { return Ok(()) };
            let is_closed = self.topic(chat.id, thread).is_some_and(|topic| topic.is_closed);
            let may_manage = chat.status(by, self.now()).rights().can_manage_topics;
            return if is_closed && !may_manage { Err(Refusal::ThreadClosed) } else { Ok(()) };
        }
        let other = UserId(chat.0);
        if self.dialog(by, other).has_blocked {
            return Err(Refusal::YouBlockedUser);
        }
        let is_bot = |id| self.account(id).is_some_and(Account::is_bot);
        if !is_bot(by) {
            return Ok(());
        }
        if is_bot(other) {
            return Err(Refusal::BotToBot);
        }
        if self.dialog(other, by).has_blocked {
            return Err(Refusal::BlockedByUser);
        }
        if !self.dialog(other, by).has_written && !self.may_write_to_requester(by, other) {
            return Err(Refusal::CannotInitiateConversation);
        }
        Ok(())
    }
}
