//! What an account finds when it looks: its chats, what is new in them, a message by its number alone.

use std::collections::{BTreeSet, HashMap};

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::mailbox::Mailbox;
use super::{Access, Chat, Event, Message, MessageKey, MessageView, Place, Side, World};
use crate::rules::Refusal;

/// A chat in an account's list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The chat, as the account names it.
    pub chat: ChatId,
    /// Its last message; `None` where the account was shown none that is still there.
    pub top: Option<MessageView>,
    /// The last message of others that the account has read, or a later one of its own; 0 where there is none.
    pub read: MessageId,
    /// The last message of the account's own that somebody has read; 0 where there is none.
    pub read_by_others: MessageId,
    /// How many messages of others the account has not read.
    pub unread: usize,
}

impl World {
    /// A message of an account's own mailbox, by its number alone: private chats and basic groups share their numbers.
    pub fn own_message(&self, account: UserId, id: MessageId) -> Option<MessageView> {
        self.view(account, self.mailboxes.get(&account)?.key(id)?)
    }

    /// The chats that an account has messages in, and the supergroups and channels that it is in, the one with the
    /// latest message first.
    pub fn chats_of(&self, account: UserId) -> Vec<Listed> {
        let mut places: HashMap<Place, Vec<&Message>> = HashMap::new();
        for message in self.mailboxes.get(&account).into_iter().flat_map(Mailbox::keys) {
            if let Some(message) = self.message(message) {
                places.entry(message.place).or_default().push(message);
            }
        }
        let now = self.now();
        for chat in self.chats().filter(|chat| chat.id.is_channel() && !chat.is_deleted) {
            if chat.status(account, now).is_in_chat() {
                let place = Place::Chat(chat.id);
                places.insert(place, self.messages_in(account, place));
            }
        }
        let mut listed: Vec<_> =
            places.into_iter().filter_map(|(place, messages)| self.list(account, place, &messages)).collect();
        listed.sort_by_key(|listed| {
            let top = listed.top.as_ref().map(|top| (top.message.date, top.message.key));
            (std::cmp::Reverse(top), listed.chat)
        });
        listed
    }

    /// One chat as it stands in an account's list; `None` where there is no such chat.
    pub fn listed(&self, account: UserId, chat: ChatId) -> Option<Listed> {
        let place = self.place(account, chat)?;
        self.list(account, place, &self.messages_in(account, place))
    }

    /// An account has read a chat as far as a message; how many messages of others that are new to it. Its own programs
    /// are told, and the users who wrote what it read; not so in channels, where nobody asks who reads.
    ///
    /// # Errors
    /// When the account has no such chat.
    pub fn read_through(&mut self, account: UserId, chat: ChatId, id: MessageId) -> Result<usize, Refusal> {
        let place = self.reach(account, chat, Access::Read)?;
        let before = self.listed(account, chat);
        let writers = self.writers_in(account, place);
        let seen = |world: &Self, writer| {
            let listed = world.listed(writer, place.named_by(writer)?)?;
            Some((listed.chat, listed.read_by_others)).filter(|(_, seen)| seen.0 > 0)
        };
        let seen_before: Vec<_> = writers.iter().map(|writer| seen(self, *writer)).collect();
        let last = self
            .messages_in(account, place)
            .into_iter()
            .rev()
            .find(|message| self.id_of(account, message).is_some_and(|own| own <= id));
        if let Some(last) = last.map(|message| message.key) {
            let read = self.read_marks.entry((account, place)).or_insert(last);
            *read = last.max(*read);
        }
        let (Some(before), Some(after)) = (before, self.listed(account, chat)) else { return Ok(0) };
        if after.read > before.read {
            let side = Side::Others { unread: after.unread };
            self.tell_deed(account, account, Event::Read { chat, through: after.read, side });
        }
        for (writer, before) in writers.into_iter().zip(seen_before) {
            if let Some((chat, through)) = seen(self, writer).filter(|after| Some(*after) != before) {
                self.tell(writer, Event::Read { chat, through, side: Side::Own });
            }
        }
        Ok(before.unread.saturating_sub(after.unread))
    }

    /// The users who want to know whether an account reads what they wrote.
    fn writers_in(&self, account: UserId, place: Place) -> Vec<UserId> {
        if matches!(place, Place::Chat(chat) if self.chat(chat).is_some_and(Chat::is_channel)) {
            return Vec::new();
        }
        let is_user = |id: &UserId| {
            *id != account && self.account(*id).is_some_and(|writer| !writer.is_bot() && !writer.is_deleted)
        };
        let writers: BTreeSet<_> =
            self.messages_in(account, place).into_iter().map(|message| message.author).collect();
        writers.into_iter().filter(is_user).collect()
    }

    fn messages_in(&self, account: UserId, place: Place) -> Vec<&Message> {
        let messages = self.keys_in(account, place).into_iter().filter_map(|key| self.message(key));
        messages.map(AsRef::as_ref).filter(|message| self.id_of(account, message).is_some()).collect()
    }

    fn list(&self, account: UserId, place: Place, messages: &[&Message]) -> Option<Listed> {
        let mark = self.read_marks.get(&(account, place)).copied();
        let is_own = |message: &&&Message| message.author == account;
        let read: Option<MessageKey> =
            mark.max(messages.iter().rev().find(is_own).map(|message| message.key));
        let id = |found: Option<&&Message>| {
            found.and_then(|message| self.id_of(account, message)).unwrap_or(MessageId(0))
        };
        let others = self.read_marks.iter().filter(|((reader, at), _)| *reader != account && *at == place);
        let read_by_others = others.map(|(_, mark)| *mark).max();
        Some(Listed {
            chat: place.named_by(account)?,
            top: messages.last().and_then(|message| self.view(account, message.key)),
            read: id(messages.iter().rev().find(|message| Some(message.key) <= read)),
            read_by_others: id(messages
                .iter()
                .rev()
                .filter(is_own)
                .find(|message| Some(message.key) <= read_by_others)),
            unread: messages
                .iter()
                .filter(|message| message.author != account && Some(message.key) > read)
                .count(),
        })
    }
}
