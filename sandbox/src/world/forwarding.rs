//! Messages that are sent on, with the name of their first author or without it.
//! <https://core.telegram.org/bots/api#forwardmessage>

use std::collections::HashMap;
use std::time::Duration;

use ambigram_core::text::Text;
use ambigram_core::types::{ButtonKind, ChatId, InlineKeyboard, MessageId, ThreadId, UserId};

use super::access::Access;
use super::{Account, Chat, Message, MessageKey, MessageView, NewContent, NewMessage, Place, Sender, World};
use crate::rules::{Refusal, limits};

/// The account in whose name Telegram brings a channel's posts into its discussion group.
pub const TELEGRAM: UserId = UserId(777_000);

/// That a message was sent on, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forward {
    /// Who wrote it first.
    pub origin: Origin,
    /// When that was, in seconds since 1970.
    pub date: i64,
    /// Where it was found: told of saved messages, and of a channel's posts in its discussion group.
    pub saved_from: Option<(ChatId, MessageId)>,
    /// Whether Telegram itself sent it on, from a channel to its discussion group.
    pub is_automatic: bool,
}

/// Who wrote a message first. <https://core.telegram.org/bots/api#messageorigin>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// An account.
    User(UserId),
    /// A person who does not want to be found by it: the name.
    HiddenUser(String),
    /// Somebody in a group's name.
    Chat(ChatId),
    /// A channel.
    Channel {
        /// The channel.
        chat: ChatId,
        /// The post's number there.
        message: MessageId,
    },
}

/// Messages to be sent on.
#[derive(Debug, Clone, Default)]
pub struct Forwarding {
    /// Their numbers.
    pub messages: Vec<MessageId>,
    /// The topic of a forum.
    pub thread: Option<ThreadId>,
    /// Whether nothing is to tell that they were written before.
    pub without_author: bool,
    /// Whether captions are left out; only without the author.
    pub without_captions: bool,
    /// Where a video is to start.
    pub video_start: Option<Duration>,
    /// The effect that is added, by its number.
    pub effect: Option<i64>,
    /// Whether they arrive without a sound.
    pub is_silent: bool,
    /// Whether they may be neither forwarded nor saved.
    pub is_protected: bool,
}

impl Origin {
    /// The account or the chat, where it is told.
    pub fn named(&self) -> Option<ChatId> {
        match self {
            Self::User(user) => Some((*user).into()),
            Self::HiddenUser(_) => None,
            Self::Chat(chat) | Self::Channel { chat, .. } => Some(*chat),
        }
    }
}

impl World {
    /// Sends messages on. What can't be is passed over, and `None` stands in its place; unless `all_or_none`, when only
    /// messages that are not there are.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#forwardmessages) refuses.
    pub fn forward_messages(
        &mut self,
        by: UserId,
        from: ChatId,
        to: ChatId,
        forwarding: &Forwarding,
        all_or_none: bool,
    ) -> Result<Vec<Option<MessageView>>, Refusal> {
        if forwarding.messages.len() > limits::FORWARDED_AT_ONCE {
            return Err(Refusal::TooManyMessages);
        }
        let source = self.reach(by, from, Access::Read)?;
        self.reach(by, to, Access::Write)?;
        let mut drafts = Vec::new();
        for id in &forwarding.messages {
            let found = self
                .key_of(by, source, *id)
                .and_then(|key| self.message(key))
                .map(|found| Message::clone(found));
            drafts.push(match found {
                None => None,
                Some(found) => match self.forwarded(by, from, *id, to, &found, forwarding) {
                    Ok(draft) => Some((found.group, draft)),
                    Err(refusal) if all_or_none => return Err(refusal),
                    Err(_) => None,
                },
            });
        }
        let mut groups: HashMap<i64, (usize, i64)> = HashMap::new();
        for group in drafts.iter().flatten().filter_map(|(group, _)| *group) {
            let new = self.new_group();
            groups.entry(group).or_insert((0, new)).0 += 1;
        }
        drafts
            .into_iter()
            .map(|draft| {
                let Some((group, mut draft)) = draft else { return Ok(None) };
                let group = group.and_then(|group| groups.get(&group));
                draft.group = group.filter(|(count, _)| *count > 1).map(|(_, new)| *new);
                self.post_draft(by, to, draft).map(Some)
            })
            .collect()
    }

    /// Sends what a message holds, with all that a new message may have beside it; `caption` replaces its caption, and
    /// says whether that stands above.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#copymessage) refuses.
    pub fn copy_message(
        &mut self,
        by: UserId,
        from: (ChatId, MessageId),
        to: ChatId,
        new: NewMessage,
        caption: Option<(Text, bool)>,
        video_start: Option<Duration>,
    ) -> Result<MessageView, Refusal> {
        let (from, id) = from;
        let source = self.reach(by, from, Access::Read)?;
        let found = self.key_of(by, source, id).and_then(|key| self.message(key)).cloned();
        let found = found.ok_or(Refusal::CopiedNotFound)?;
        self.may_forward(by, &found, true)?;
        let place = self.reach(by, to, Access::Write)?;
        let mut content = self.copied(by, place, found.content.clone())?;
        if let Some((caption, above)) = caption {
            content.set_caption(self.accept_caption(by, caption)?, above);
        }
        content.set_video_start(video_start);
        let link_preview = found.link_preview.clone();
        self.send_message(
            by,
            to,
            NewMessage { content: NewContent::Kept(Box::new(content)), link_preview, ..new },
        )
    }

    /// Brings a channel's posts into a group, where they are discussed; `None` for none any more. Nobody is told.
    ///
    /// # Errors
    /// When they are not a channel and a supergroup.
    pub fn link_discussion(&mut self, channel: ChatId, group: Option<ChatId>) -> Result<(), Refusal> {
        if !self.chat(channel).is_some_and(Chat::is_channel) {
            return Err(Refusal::ChatNotFound);
        }
        if group.is_some_and(|group| {
            !self.chat(group).is_some_and(|chat| chat.sort == crate::rules::ChatSort::Supergroup)
        }) {
            return Err(Refusal::OnlyInSupergroups);
        }
        let before =
            self.chats.get_mut(&channel).and_then(|chat| std::mem::replace(&mut chat.linked_chat, group));
        if let Some(before) = before.and_then(|before| self.chats.get_mut(&before)) {
            before.linked_chat = None;
        }
        if let Some(group) = group.and_then(|group| self.chats.get_mut(&group)) {
            group.linked_chat = Some(channel);
        }
        Ok(())
    }

    /// Brings a post of a channel into its discussion group.
    pub(super) fn bring_to_discussion(&mut self, key: MessageKey) {
        let Some(post) = self.message(key).cloned() else { return };
        let Place::Chat(channel) = post.place else { return };
        let group = self.chat(channel).filter(|chat| chat.is_channel()).and_then(|chat| chat.linked_chat);
        let number = self.chat(channel).and_then(|chat| chat.mailbox.id(key));
        let (Some(group), Some(number), false) = (group, number, post.is_service()) else { return };
        let forward = Forward {
            saved_from: Some((channel, number)),
            is_automatic: true,
            ..self.origin(channel, number, &post)
        };
        let message = Message {
            forward: Some(forward),
            link_preview: post.link_preview.clone(),
            keyboard: post.keyboard.clone().filter(stays_when_forwarded),
            is_silent: post.is_silent,
            is_protected: post.is_protected,
            group: post.group,
            ..Message::new(
                Place::Chat(group),
                TELEGRAM,
                Sender::Chat(channel),
                self.now(),
                post.content.clone(),
            )
        };
        self.post(message);
    }

    /// Whether an account may send a message on.
    fn may_forward(&self, by: UserId, message: &Message, as_copy: bool) -> Result<(), Refusal> {
        let is_bot = self.account(by).is_some_and(Account::is_bot);
        if message.is_protected && !(as_copy && is_bot) {
            return Err(Refusal::ForwardsRestricted);
        }
        if as_copy && !message.content.may_be_copied() {
            return Err(Refusal::CopyForbidden);
        }
        if message.content.may_be_forwarded() { Ok(()) } else { Err(Refusal::ForwardForbidden) }
    }

    /// The message that another becomes when it is sent on.
    fn forwarded(
        &mut self,
        by: UserId,
        from: ChatId,
        id: MessageId,
        to: ChatId,
        found: &Message,
        forwarding: &Forwarding,
    ) -> Result<Message, Refusal> {
        self.may_forward(by, found, forwarding.without_author)?;
        let mut content = found.content.clone();
        if forwarding.without_author && forwarding.without_captions {
            content.set_caption(Text::default(), false);
        }
        content.set_video_start(forwarding.video_start);
        if forwarding.without_author
            && let Some(place) = self.place(by, to)
        {
            content = self.copied(by, place, content)?;
        }
        let new = NewMessage {
            content: NewContent::Kept(Box::new(content)),
            thread: forwarding.thread,
            effect: forwarding.effect,
            link_preview: found.link_preview.clone(),
            is_silent: forwarding.is_silent,
            is_protected: forwarding.is_protected,
            ..NewMessage::default()
        };
        let draft = self.draft(by, to, new)?;
        let is_saved = to == ChatId::from(by);
        let forward = (!forwarding.without_author)
            .then(|| Forward { saved_from: is_saved.then_some((from, id)), ..self.origin(from, id, found) });
        Ok(Message {
            forward,
            via_bot: found.via_bot.filter(|_| !forwarding.without_author),
            keyboard: found.keyboard.clone().filter(stays_when_forwarded),
            ..draft
        })
    }

    /// Where a message comes from, as it is told once it is sent on.
    pub(crate) fn origin(&self, from: ChatId, id: MessageId, message: &Message) -> Forward {
        if let Some(forward) = &message.forward {
            return Forward { saved_from: None, is_automatic: false, ..forward.clone() };
        }
        let origin = match message.sender {
            Sender::User(user) => match self.account(user) {
                Some(account) if account.hides_forwards => Origin::HiddenUser(account.full_name()),
                _ => Origin::User(user),
            },
            Sender::Chat(chat) if chat == from && self.chat(chat).is_some_and(Chat::is_channel) => {
                Origin::Channel { chat, message: id }
            }
            Sender::Chat(chat) => Origin::Chat(chat),
        };
        Forward { origin, date: message.date, saved_from: None, is_automatic: false }
    }
}

/// Only buttons that need no bot are still there under a message that was sent on.
fn stays_when_forwarded(keyboard: &InlineKeyboard) -> bool {
    keyboard.buttons().all(|button| matches!(button.kind, ButtonKind::Url(_)))
}
