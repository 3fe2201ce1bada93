//! Pinned messages. <https://core.telegram.org/api/pin>

use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};

use super::{
    Access, Account, Chat, Content, Event, GroupEvent, GroupService, Message, MessageKey, MessageView, Place,
    Reply, Service, World,
};
use crate::rules::{ChatRefusal, ChatSort, Refusal};

impl World {
    /// Pins a message, and says so in the chat.
    ///
    /// # Errors
    /// When the account may not, or the message is not there.
    pub fn pin(&mut self, by: UserId, chat: ChatId, id: MessageId, is_silent: bool) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let key = self.key_of(by, place, id).ok_or(ChatRefusal::PinNotFound)?;
        self.may_pin(by, place)?;
        let message = self.message(key).ok_or(ChatRefusal::PinNotFound)?;
        if message.is_service() {
            return Err(ChatRefusal::PinService.into());
        }
        let (thread, is_topic_message) = (message.thread, message.is_topic_message);
        let pins = self.pins.entry(place).or_default();
        if pins.contains(&key) {
            return Err(ChatRefusal::ChatNotModified.into());
        }
        pins.push(key);
        pins.sort_unstable();
        self.tell_of_pins(by, place, &[key], true);
        let service = Content::Service(Service::Group(GroupService::MessagePinned));
        let sender = self.sender_in(place, by);
        // Where every answer is in a thread, so is this one.
        let is_threaded = matches!(place, Place::Chat(chat) if self.chat(chat).is_some_and(|chat| {
            chat.sort == ChatSort::Supergroup && !chat.is_forum
        }));
        let thread = match is_threaded {
            true => thread.or(Some(ThreadId(id.0))),
            false => thread.filter(|_| is_topic_message),
        };
        self.post(Message {
            reply: Some(Reply { message: key, quote: None }),
            thread,
            is_topic_message,
            is_silent,
            ..Message::new(place, by, sender, self.now(), service)
        });
        Ok(())
    }

    /// Unpins a message; the latest that is pinned where none is named.
    ///
    /// # Errors
    /// When the account may not, or the message is not there.
    pub fn unpin(&mut self, by: UserId, chat: ChatId, id: Option<MessageId>) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let key = match id {
            Some(id) => self.key_of(by, place, id),
            None => self.pinned_in(by, place).last().copied(),
        };
        let key = key.ok_or(ChatRefusal::UnpinNotFound)?;
        self.may_pin(by, place)?;
        let pins = self.pins.entry(place).or_default();
        if !pins.contains(&key) {
            return Err(ChatRefusal::ChatNotModified.into());
        }
        pins.retain(|pinned| *pinned != key);
        self.tell_of_pins(by, place, &[key], false);
        Ok(())
    }

    /// Unpins all messages of a chat: how many they were.
    ///
    /// # Errors
    /// When the account may not.
    pub fn unpin_all(&mut self, by: UserId, chat: ChatId) -> Result<usize, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        self.may_pin(by, place)?;
        let keys = self.pins.remove(&place).unwrap_or_default();
        self.tell_of_pins(by, place, &keys, false);
        Ok(keys.len())
    }

    /// Unpins all messages of a topic: how many they were. `None` is “General”.
    ///
    /// # Errors
    /// When the account may not, or there is no such topic.
    pub fn unpin_all_in_topic(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
    ) -> Result<usize, Refusal> {
        let place = self.forum(by, chat)?;
        self.may_pin(by, place)?;
        self.topic(chat, thread).ok_or(ChatRefusal::TopicInvalid)?;
        let of_topic = self.keys_of_topic(by, chat, thread);
        let pins = self.pins.entry(place).or_default();
        let (gone, left) = std::mem::take(pins).into_iter().partition(|key| of_topic.contains(key));
        *pins = left;
        let gone: Vec<_> = gone;
        self.tell_of_pins(by, place, &gone, false);
        Ok(gone.len())
    }

    /// The pinned messages of a chat that an account sees, oldest first.
    pub fn pinned(&self, viewer: UserId, chat: ChatId) -> Vec<MessageView> {
        let Some(place) = self.place(viewer, chat) else { return Vec::new() };
        self.pinned_in(viewer, place).into_iter().filter_map(|key| self.view(viewer, key)).collect()
    }

    /// Whether a message is pinned.
    pub fn is_pinned(&self, message: &Message) -> bool {
        self.pins.get(&message.place).is_some_and(|pins| pins.contains(&message.key))
    }

    fn pinned_in(&self, viewer: UserId, place: Place) -> Vec<MessageKey> {
        let pins = self.pins.get(&place).map(Vec::as_slice).unwrap_or_default();
        let is_seen = |key: &&MessageKey| {
            self.message(**key).is_some_and(|message| self.id_of(viewer, message).is_some())
        };
        pins.iter().filter(is_seen).copied().collect()
    }

    /// In a channel those who edit others' posts pin them, elsewhere those who may by their permissions; a bot in a basic
    /// group has to be an administrator besides.
    fn may_pin(&self, by: UserId, place: Place) -> Result<(), Refusal> {
        let Place::Chat(chat) = place else { return Ok(()) };
        let may = if self.chat(chat).is_some_and(Chat::is_channel) {
            self.rights_of(by, chat).can_edit_messages
        } else {
            self.permissions_of(by, chat).can_pin_messages && !self.is_plain_bot_in_group(by, chat)
        };
        if may { Ok(()) } else { Err(Refusal::NoRight("manage pinned messages in the chat")) }
    }

    /// Whether an account is a bot in a basic group and no administrator: there it may not change anything.
    pub(super) fn is_plain_bot_in_group(&self, account: UserId, chat: ChatId) -> bool {
        self.account(account).is_some_and(Account::is_bot)
            && self.chat(chat).is_some_and(|chat| {
                chat.sort == ChatSort::Group && !chat.status(account, self.now()).is_administrator()
            })
    }

    fn tell_of_pins(&mut self, by: UserId, place: Place, keys: &[MessageKey], is_pinned: bool) {
        if keys.is_empty() {
            return;
        }
        self.advance(place, keys.len());
        for account in self.present(place) {
            let seen = keys.iter().filter_map(|key| self.id_of(account, self.message(*key)?));
            let messages: Vec<_> = seen.collect();
            if let (false, Some(chat)) = (messages.is_empty(), place.named_by(account)) {
                let pinned = GroupEvent::Pinned { chat, messages, is_pinned };
                self.tell_deed(account, by, Event::Group(pinned));
            }
        }
    }
}
