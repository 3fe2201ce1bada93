//! Groups, supergroups and channels: making them, ending them, and what can be set in them.

use std::collections::{BTreeMap, BTreeSet};

use ambigram_core::types::{ChatId, UserId};

use super::mailbox::Mailbox;
use super::{Access, Account, Chat, ChatSettings, NewChat, Place, Service, Topic, World};
use crate::rules::{
    AdministratorRights, ChatRefusal, ChatSort, MemberStatus, Permissions, Refusal, limits, names,
};

impl World {
    /// A user makes a group, a supergroup or a channel.
    ///
    /// # Errors
    /// For a title, a username or members that cannot be had.
    pub fn create_chat(&mut self, by: UserId, new: NewChat) -> Result<ChatId, Refusal> {
        if self.account(by).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        names::check_title(&new.title)?;
        if let Some(username) = &new.username {
            if new.sort == ChatSort::Group {
                return Err(Refusal::OnlyInSupergroups);
            }
            self.check_new_username(username)?;
        }
        let is_channel = new.sort == ChatSort::Channel;
        let mut members: Vec<UserId> = Vec::new();
        for member in new.members {
            self.may_be_added(member)?;
            if member != by && !members.contains(&member) {
                members.push(member);
            }
        }
        let id = self.new_chat_id(new.sort);
        let creator = MemberStatus::Creator { is_anonymous: false };
        let chat = Chat {
            id,
            sort: new.sort,
            title: new.title.trim().to_owned(),
            about: String::new(),
            date: self.now(),
            username: new.username,
            is_forum: new.is_forum && new.sort == ChatSort::Supergroup,
            permissions: Permissions::default(),
            topics: BTreeMap::new(),
            linked_chat: None,
            general: Topic::named("General"),
            settings: ChatSettings::default(),
            details: BTreeMap::new(),
            invites: Vec::new(),
            requests: BTreeMap::new(),
            banned_senders: BTreeSet::new(),
            boosts: Vec::new(),
            is_deleted: false,
            migrated_to: None,
            members: BTreeMap::from([(by, creator)]),
            mailbox: Mailbox::default(),
            last_bot: None,
        };
        let title = chat.title.clone();
        self.chats.insert(id, chat);
        let place = Place::Chat(id);
        if new.sort == ChatSort::Group {
            for member in &members {
                self.put_status(by, id, *member, MemberStatus::Member);
            }
            self.post_service(place, by, Service::GroupCreated { title, members });
            return Ok(id);
        }
        let created =
            if is_channel { Service::ChannelCreated { title } } else { Service::SupergroupCreated { title } };
        self.post_service(place, by, created);
        for member in members {
            if is_channel && self.account(member).is_some_and(Account::is_bot) {
                self.put_status(
                    by,
                    id,
                    member,
                    MemberStatus::Administrator { rights: AdministratorRights::USUAL },
                );
            } else {
                self.add_member(by, id, member)?;
            }
        }
        Ok(id)
    }

    /// The creator deletes a chat.
    ///
    /// # Errors
    /// When another tries.
    pub fn delete_chat(&mut self, by: UserId, chat: ChatId) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        let (Place::Chat(id), true) = (place, self.is_creator(by, chat)) else {
            return Err(Refusal::NeedAdministrator);
        };
        let members: Vec<_> = self.present(place).into_iter().filter(|member| *member != by).collect();
        for member in members {
            self.put_status(by, id, member, MemberStatus::Left);
        }
        if let Some(chat) = self.chats.get_mut(&id) {
            chat.is_deleted = true;
            chat.username = None;
        }
        Ok(())
    }

    /// The creator turns a basic group into a supergroup, which gets another id.
    /// <https://core.telegram.org/api/channel#migration>
    ///
    /// # Errors
    /// When another tries, or it is no basic group.
    pub fn upgrade_to_supergroup(&mut self, by: UserId, chat: ChatId) -> Result<ChatId, Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        if !self.is_creator(by, chat) {
            return Err(Refusal::NeedAdministrator);
        }
        let group =
            self.chat(chat).filter(|chat| chat.sort == ChatSort::Group).ok_or(Refusal::ChatNotFound)?.clone();
        let id = self.new_chat_id(ChatSort::Supergroup);
        let title = group.title.clone();
        self.post_service(place, by, Service::MigratedTo(id));
        let date = self.now();
        let supergroup = Chat { id, sort: ChatSort::Supergroup, date, mailbox: Mailbox::default(), ..group };
        self.chats.insert(id, supergroup);
        if let Some(group) = self.chats.get_mut(&chat) {
            group.migrated_to = Some(id);
        }
        self.post_service(Place::Chat(id), by, Service::MigratedFrom { chat, title });
        Ok(id)
    }

    /// Gives a chat a new title.
    ///
    /// # Errors
    /// When the account may not, or the title cannot be had.
    pub fn set_title(&mut self, by: UserId, chat: ChatId, title: &str) -> Result<(), Refusal> {
        names::check_title(title)?;
        let place = self.reach(by, chat, Access::Write)?;
        if let Place::Private(..) = place {
            return Err(ChatRefusal::Private("change private chat title").into());
        }
        self.may_change_info(by, chat, "change chat title")?;
        if let Some(chat) = self.chats.get_mut(&chat) {
            title.trim().clone_into(&mut chat.title);
        }
        self.post_service(place, by, Service::TitleChanged(title.trim().to_owned()));
        Ok(())
    }

    /// Says what the chat is about; an empty text says nothing any more. Nobody is told of it.
    ///
    /// # Errors
    /// When the account may not, or the text is too long.
    pub fn set_about(&mut self, by: UserId, chat: ChatId, about: &str) -> Result<(), Refusal> {
        let about = about.trim();
        if about.chars().count() > limits::ABOUT {
            return Err(Refusal::AboutTooLong);
        }
        self.reach(by, chat, Access::Write)?;
        if chat.is_user() {
            return Err(ChatRefusal::Private("change private chat description").into());
        }
        self.may_change_info(by, chat, "set chat description")?;
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::NotInPrivateChats)?;
        about.clone_into(&mut chat.about);
        Ok(())
    }

    /// Says what members may do.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_permissions(
        &mut self,
        by: UserId,
        chat: ChatId,
        permissions: Permissions,
    ) -> Result<(), Refusal> {
        if let Place::Private(..) = self.reach(by, chat, Access::Write)? {
            return Err(ChatRefusal::Private("change private chat permissions").into());
        }
        if self.chat(chat).is_some_and(Chat::is_channel) {
            return Err(ChatRefusal::Private("change channel chat permissions").into());
        }
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NoRight("change chat permissions"));
        }
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::NotInPrivateChats)?;
        chat.permissions = permissions;
        Ok(())
    }

    /// Ids as Telegram's: basic groups below zero, supergroups and channels below -1 000 000 000 000.
    fn new_chat_id(&mut self, sort: ChatSort) -> ChatId {
        loop {
            let bare = 1_000_000_000 + i64::try_from(self.random.below(3_000_000_000)).unwrap_or_default();
            let id = match sort {
                ChatSort::Group => ChatId(-bare),
                ChatSort::Supergroup | ChatSort::Channel => ChatId(-1_000_000_000_000 - bare),
            };
            if !self.chats.contains_key(&id) {
                return id;
            }
        }
    }
}
