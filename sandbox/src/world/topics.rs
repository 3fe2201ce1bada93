//! Topics of forums. <https://core.telegram.org/api/forum>

use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};

use super::{Access, Content, GroupService, Message, MessageKey, Place, Service, Topic, World};
use crate::rules::{ChatRefusal, Refusal, limits};

/// The colours that topics can have, RGB. <https://core.telegram.org/bots/api#createforumtopic>
pub const TOPIC_COLORS: [u32; 6] = [0x6f_b9_f0, 0xff_d6_7e, 0xcb_86_db, 0x8e_ee_98, 0xff_93_b2, 0xfb_6f_5f];

/// What a new topic is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewTopic {
    /// Its name, 1–128 characters.
    pub name: String,
    /// Its colour, RGB: one of [`TOPIC_COLORS`]; the first of them for another.
    pub icon_color: u32,
    /// The custom emoji that stands before it.
    pub icon: Option<i64>,
}

impl World {
    /// Creates a topic in a forum: its number is that of the message that tells of it.
    ///
    /// # Errors
    /// When the account may not, or the chat is no forum.
    pub fn create_topic(
        &mut self,
        by: UserId,
        chat: ChatId,
        new: impl Into<NewTopic>,
    ) -> Result<ThreadId, Refusal> {
        let new = new.into();
        let place = self.forum(by, chat)?;
        if !self.permissions_of(by, chat).can_manage_topics {
            return Err(Refusal::NoRight("create a topic"));
        }
        let name = topic_name(&new.name)?;
        let color = TOPIC_COLORS.into_iter().find(|color| *color == new.icon_color);
        let icon_color = color.unwrap_or(TOPIC_COLORS[0]);
        let thread = ThreadId(self.next_id(chat).0);
        let topic = Topic { icon_color, icon: new.icon, creator: Some(by), ..Topic::named(&name) };
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.topics.insert(thread, topic);
        }
        let created = Service::TopicCreated { name, icon_color, icon: new.icon };
        self.post_in_topic(place, Some(thread), by, created);
        Ok(thread)
    }

    /// Gives a topic another name or another icon; `None` for the topic is “General”, which has no icon of its own.
    ///
    /// # Errors
    /// When the account may not, there is no such topic, or nothing would change.
    pub fn edit_topic(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
        name: Option<&str>,
        icon: Option<Option<i64>>,
    ) -> Result<(), Refusal> {
        let place = self.forum(by, chat)?;
        let name = name.map(topic_name).transpose()?;
        let topic = self.managed_topic(by, chat, thread, "edit the topic")?;
        if thread.is_none() && icon.is_some() {
            return Err(ChatRefusal::TopicInvalid.into());
        }
        let name = name.filter(|name| *name != topic.name);
        let icon = icon.filter(|icon| *icon != topic.icon);
        if name.is_none() && icon.is_none() {
            return Err(ChatRefusal::TopicNotModified.into());
        }
        if let Some(name) = &name {
            topic.name.clone_from(name);
        }
        if let Some(icon) = icon {
            topic.icon = icon;
        }
        let edited = GroupService::TopicEdited { name, icon };
        self.post_in_topic(place, thread, by, Service::Group(edited));
        Ok(())
    }

    /// Closes a topic to all but those who may manage topics, or opens it again; `None` is “General”.
    ///
    /// # Errors
    /// When the account may not, there is no such topic, or nothing would change.
    pub fn set_topic_closed(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: impl Into<Option<ThreadId>>,
        is_closed: bool,
    ) -> Result<(), Refusal> {
        let (place, thread) = (self.forum(by, chat)?, thread.into());
        let topic = self.managed_topic(by, chat, thread, "close or open the topic")?;
        if std::mem::replace(&mut topic.is_closed, is_closed) == is_closed {
            return Err(ChatRefusal::TopicNotModified.into());
        }
        let service = if is_closed { GroupService::TopicClosed } else { GroupService::TopicReopened };
        self.post_in_topic(place, thread, by, Service::Group(service));
        Ok(())
    }

    /// Hides the topic “General”, which closes it, or shows it again.
    ///
    /// # Errors
    /// When the account may not, or nothing would change.
    pub fn set_general_topic_hidden(
        &mut self,
        by: UserId,
        chat: ChatId,
        is_hidden: bool,
    ) -> Result<(), Refusal> {
        let place = self.forum(by, chat)?;
        if !self.rights_of(by, chat).can_manage_topics {
            return Err(Refusal::NoRight("close or open the topic"));
        }
        let group = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        if std::mem::replace(&mut group.general.is_hidden, is_hidden) == is_hidden {
            return Err(ChatRefusal::TopicNotModified.into());
        }
        group.general.is_closed = is_hidden;
        let service =
            if is_hidden { GroupService::GeneralTopicHidden } else { GroupService::GeneralTopicShown };
        self.post_in_topic(place, None, by, Service::Group(service));
        Ok(())
    }

    /// Deletes a topic with all its messages: how many they were.
    ///
    /// # Errors
    /// When the account may not, or there is no such topic.
    pub fn delete_topic(&mut self, by: UserId, chat: ChatId, thread: ThreadId) -> Result<usize, Refusal> {
        let place = self.forum(by, chat)?;
        let group = self.chat(chat).ok_or(Refusal::ChatNotFound)?;
        let topic = group.topics.get(&thread).ok_or(ChatRefusal::TopicInvalid)?;
        if !self.rights_of(by, chat).can_delete_messages && topic.creator != Some(by) {
            return Err(Refusal::NoRight("delete the topic"));
        }
        let is_in = |key: &MessageKey| {
            self.message(*key)
                .is_some_and(|message| message.is_topic_message && message.thread == Some(thread))
        };
        let keys: Vec<_> = group.mailbox.keys().filter(is_in).collect();
        self.remove_for_everyone(by, place, &keys);
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.topics.remove(&thread);
        }
        Ok(keys.len())
    }

    /// A topic; `None` for the thread is “General”.
    pub fn topic(&self, chat: ChatId, thread: Option<ThreadId>) -> Option<&Topic> {
        let chat = self.chat(chat).filter(|chat| chat.is_forum)?;
        match thread {
            Some(thread) => chat.topics.get(&thread),
            None => Some(&chat.general),
        }
    }

    /// The forum, where the account may write in it.
    pub(super) fn forum(&self, by: UserId, chat: ChatId) -> Result<Place, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let is_forum = self.chat(chat).is_some_and(|chat| chat.is_forum);
        if is_forum { Ok(place) } else { Err(Refusal::NotForum) }
    }

    /// A topic that the account made, or may manage as all others.
    fn managed_topic(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
        what: &'static str,
    ) -> Result<&mut Topic, Refusal> {
        let may = self.rights_of(by, chat).can_manage_topics;
        let group = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        let topic = match thread {
            Some(thread) => group.topics.get_mut(&thread).ok_or(ChatRefusal::TopicInvalid)?,
            None => &mut group.general,
        };
        if may || topic.creator == Some(by) { Ok(topic) } else { Err(Refusal::NoRight(what)) }
    }

    fn post_in_topic(
        &mut self,
        place: Place,
        thread: Option<ThreadId>,
        by: UserId,
        service: Service,
    ) -> MessageKey {
        let sender = self.sender_in(place, by);
        let message = Message::new(place, by, sender, self.now(), Content::Service(service));
        self.post(Message { thread, is_topic_message: thread.is_some(), ..message })
    }

    /// The messages of a topic that an account sees, oldest first; `None` is “General”.
    pub(super) fn keys_of_topic(
        &self,
        viewer: UserId,
        chat: ChatId,
        thread: Option<ThreadId>,
    ) -> Vec<MessageKey> {
        let mut keys = self.keys_in(viewer, Place::Chat(chat));
        keys.retain(|key| {
            self.message(*key)
                .is_some_and(|message| message.thread.filter(|_| message.is_topic_message) == thread)
        });
        keys
    }
}

impl From<&str> for NewTopic {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }
}

impl Topic {
    /// A topic of which only the name is known.
    pub(super) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            is_closed: false,
            is_hidden: false,
            icon_color: TOPIC_COLORS[0],
            icon: None,
            creator: None,
        }
    }
}

/// The number by which MTProto knows the topic “General”: that of the first message.
pub const GENERAL_TOPIC: MessageId = MessageId(1);

fn topic_name(name: &str) -> Result<String, Refusal> {
    let name: String = name.trim().chars().take(limits::TITLE).collect();
    if name.trim().is_empty() { Err(ChatRefusal::TopicNameEmpty.into()) } else { Ok(name) }
}
