//! Making chats, and who is in them as what.

use std::collections::BTreeMap;

use ambigram_core::types::{ChatId, ThreadId, UserId};

use super::mailbox::Mailbox;
use super::{Access, Chat, Event, MemberChange, MessageKey, NewChat, Place, Service, Topic, World};
use crate::rules::{AdministratorRights, ChatSort, MemberStatus, Permissions, Refusal, names};

/// Making and ending chats.
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
            username: new.username,
            is_forum: new.is_forum && new.sort == ChatSort::Supergroup,
            permissions: Permissions::default(),
            topics: BTreeMap::new(),
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
            if is_channel && self.account(member).is_some_and(super::Account::is_bot) {
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
        self.chats.insert(id, Chat { id, sort: ChatSort::Supergroup, mailbox: Mailbox::default(), ..group });
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
        let may = self.permissions_of(by, chat).can_change_info && !self.is_plain_in_channel(by, chat);
        if !may {
            return Err(Refusal::NoRight("change chat title"));
        }
        if let Some(chat) = self.chats.get_mut(&chat) {
            title.trim().clone_into(&mut chat.title);
        }
        self.post_service(place, by, Service::TitleChanged(title.trim().to_owned()));
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
        self.reach(by, chat, Access::Write)?;
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NoRight("change chat permissions"));
        }
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::NotInPrivateChats)?;
        chat.permissions = permissions;
        Ok(())
    }

    /// Creates a topic in a forum: its number is that of the message that tells of it.
    ///
    /// # Errors
    /// When the account may not, or the chat is no forum.
    pub fn create_topic(&mut self, by: UserId, chat: ChatId, name: &str) -> Result<ThreadId, Refusal> {
        names::check_title(name)?;
        let place = self.reach(by, chat, Access::Write)?;
        if !self.chat(chat).is_some_and(|chat| chat.is_forum) {
            return Err(Refusal::NotForum);
        }
        if !self.permissions_of(by, chat).can_manage_topics {
            return Err(Refusal::NoRight("create a topic"));
        }
        let thread = ThreadId(self.next_id(chat).0);
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.topics.insert(thread, Topic { name: name.to_owned(), is_closed: false });
        }
        let created = Service::TopicCreated { name: name.to_owned(), icon_color: 0x6f_b9_f0 };
        self.post_service_in(place, Some(thread), by, created);
        Ok(thread)
    }

    /// Closes a topic to all but those who may manage topics, or opens it again.
    ///
    /// # Errors
    /// When the account may not, or there is no such topic.
    pub fn set_topic_closed(
        &mut self,
        by: UserId,
        chat: ChatId,
        thread: ThreadId,
        is_closed: bool,
    ) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        if !self.rights_of(by, chat).can_manage_topics {
            return Err(Refusal::NoRight("close a topic"));
        }
        let topic = self.chats.get_mut(&chat).and_then(|chat| chat.topics.get_mut(&thread));
        topic.ok_or(Refusal::ThreadNotFound)?.is_closed = is_closed;
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

/// Coming and going.
impl World {
    /// A member adds another account.
    ///
    /// # Errors
    /// When the account may not, or the other cannot be added.
    pub fn add_member(&mut self, by: UserId, chat: ChatId, user: UserId) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        self.may_be_added(user)?;
        let Some(group) = self.chat(chat) else { return Err(Refusal::NotInPrivateChats) };
        let is_channel = group.is_channel();
        if is_channel && self.account(user).is_some_and(super::Account::is_bot) {
            return Err(Refusal::BotsAreAdministratorsInChannels);
        }
        if !self.permissions_of(by, chat).can_invite_users || self.is_plain_in_channel(by, chat) {
            return Err(Refusal::NoRight("invite users to the chat"));
        }
        let status = group.status(user, self.now());
        if status.is_in_chat() {
            return Err(Refusal::AlreadyMember);
        }
        if status.is_banned() && !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::UserKicked);
        }
        self.put_status(by, chat, user, joined(status));
        if !is_channel {
            self.post_service(place, by, Service::MembersAdded(vec![user]));
        }
        Ok(())
    }

    /// A user joins a public supergroup or channel.
    ///
    /// # Errors
    /// When the chat is not public, or the user is barred from it.
    pub fn join(&mut self, user: UserId, chat: ChatId) -> Result<(), Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let place = self.reach(user, chat, Access::Read)?;
        let Some(group) = self.chat(chat) else { return Err(Refusal::NotInPrivateChats) };
        let (is_channel, status) = (group.is_channel(), group.status(user, self.now()));
        if status.is_in_chat() {
            return Err(Refusal::AlreadyMember);
        }
        if !group.is_public() {
            return Err(Refusal::NotMember(group.sort));
        }
        self.put_status(user, chat, user, joined(status));
        if !is_channel {
            self.post_service(place, user, Service::MembersAdded(vec![user]));
        }
        Ok(())
    }

    /// An account leaves a chat.
    ///
    /// # Errors
    /// When it is not in the chat.
    pub fn leave(&mut self, account: UserId, chat: ChatId) -> Result<(), Refusal> {
        self.reach(account, chat, Access::Write)?;
        let Some(group) = self.chat(chat) else { return Err(Refusal::NotInPrivateChats) };
        let status = match group.status(account, self.now()) {
            MemberStatus::Creator { .. } if group.sort != ChatSort::Group => {
                return Err(Refusal::CreatorCannotLeave);
            }
            MemberStatus::Restricted { permissions, until_date, .. } => {
                MemberStatus::Restricted { is_member: false, permissions, until_date }
            }
            _ => MemberStatus::Left,
        };
        self.send_off(account, chat, account, status);
        Ok(())
    }

    /// Removes a member, who may come back: they are banned and unbanned at once.
    ///
    /// # Errors
    /// As [`ban`](Self::ban).
    pub fn remove_member(&mut self, by: UserId, chat: ChatId, user: UserId) -> Result<(), Refusal> {
        self.ban(by, chat, user, 0)?;
        self.unban(by, chat, user)
    }

    /// Bans an account until a time (0 for ever), removing it if it is in the chat.
    /// <https://core.telegram.org/bots/api#banchatmember>
    ///
    /// # Errors
    /// When the account may not.
    pub fn ban(&mut self, by: UserId, chat: ChatId, user: UserId, until_date: i64) -> Result<(), Refusal> {
        let old = self.may_act_on(by, chat, user, "restrict/unrestrict chat member", |rights| {
            rights.can_restrict_members
        })?;
        let until_date = self.until(until_date);
        let banned = MemberStatus::Banned { until_date };
        if old.is_in_chat() {
            self.send_off(by, chat, user, banned);
        } else {
            self.put_status(by, chat, user, banned);
        }
        Ok(())
    }

    /// Lifts a ban: the account may join again.
    ///
    /// # Errors
    /// When the account may not.
    pub fn unban(&mut self, by: UserId, chat: ChatId, user: UserId) -> Result<(), Refusal> {
        let old = self.may_act_on(by, chat, user, "restrict/unrestrict chat member", |rights| {
            rights.can_restrict_members
        })?;
        if old.is_banned() {
            self.put_status(by, chat, user, MemberStatus::Left);
        }
        Ok(())
    }

    /// Says what one member may do, until a time (0 for ever); with everything allowed, the restriction ends.
    /// <https://core.telegram.org/bots/api#restrictchatmember>
    ///
    /// # Errors
    /// When the account may not.
    pub fn restrict(
        &mut self,
        by: UserId,
        chat: ChatId,
        user: UserId,
        permissions: Permissions,
        until_date: i64,
    ) -> Result<(), Refusal> {
        let old = self.may_act_on(by, chat, user, "restrict/unrestrict chat member", |rights| {
            rights.can_restrict_members
        })?;
        if self.chat(chat).is_none_or(|chat| chat.sort != ChatSort::Supergroup) {
            return Err(Refusal::OnlyInSupergroups);
        }
        let is_member = old.is_in_chat();
        let new = match (permissions == Permissions::ALL, is_member) {
            (true, true) => MemberStatus::Member,
            (true, false) => MemberStatus::Left,
            _ => MemberStatus::Restricted { is_member, permissions, until_date: self.until(until_date) },
        };
        self.put_status(by, chat, user, new);
        Ok(())
    }

    /// Makes a member an administrator with these rights, or, with none, an ordinary member. A bot that is not in
    /// the chat is taken in. <https://core.telegram.org/bots/api#promotechatmember>
    ///
    /// # Errors
    /// When the account may not.
    pub fn promote(
        &mut self,
        by: UserId,
        chat: ChatId,
        user: UserId,
        rights: AdministratorRights,
    ) -> Result<(), Refusal> {
        let old = self
            .may_act_on(by, chat, user, "promote/demote chat member", |rights| rights.can_promote_members)?;
        let is_bot = self.account(user).is_some_and(super::Account::is_bot);
        if rights == AdministratorRights::NONE {
            if old.is_administrator() {
                self.put_status(by, chat, user, MemberStatus::Member);
            }
            return Ok(());
        }
        if !rights.are_within(&self.rights_of(by, chat)) {
            return Err(Refusal::NoRight("promote/demote chat member"));
        }
        if !old.is_in_chat() {
            if !is_bot {
                return Err(Refusal::UserNotMember);
            }
            self.may_be_added(user)?;
        }
        let rights = AdministratorRights { can_manage_chat: true, ..rights };
        self.put_status(by, chat, user, MemberStatus::Administrator { rights });
        if !old.is_in_chat() && self.chat(chat).is_some_and(|chat| !chat.is_channel()) {
            self.post_service(Place::Chat(chat), by, Service::MembersAdded(vec![user]));
        }
        Ok(())
    }
}

/// What those commands ask and do.
impl World {
    /// The rights of an account in a chat; none in a private chat.
    fn rights_of(&self, account: UserId, chat: ChatId) -> AdministratorRights {
        self.member_status(chat, account).map_or(AdministratorRights::NONE, |status| status.rights())
    }

    /// What an account may do in a chat; nothing in a private chat.
    fn permissions_of(&self, account: UserId, chat: ChatId) -> Permissions {
        let Some(group) = self.chat(chat) else { return Permissions::NONE };
        group.status(account, self.now()).permissions(&group.permissions)
    }

    /// Subscribers of a channel may do nothing of what members of a group may.
    fn is_plain_in_channel(&self, account: UserId, chat: ChatId) -> bool {
        self.chat(chat)
            .is_some_and(|chat| chat.is_channel() && !chat.status(account, self.now()).is_administrator())
    }

    fn is_creator(&self, account: UserId, chat: ChatId) -> bool {
        matches!(self.member_status(chat, account), Some(MemberStatus::Creator { .. }))
    }

    /// Whether an account may be in chats at all.
    fn may_be_added(&self, user: UserId) -> Result<(), Refusal> {
        let account = self.account(user).ok_or(Refusal::UserNotFound)?;
        if account.is_deleted {
            return Err(Refusal::UserDeactivated);
        }
        match account.bot() {
            Some(settings) if !settings.can_join_groups => Err(Refusal::BotCannotJoinGroups),
            _ => Ok(()),
        }
    }

    /// Whether an administrator may change what another account is; that account's present status.
    fn may_act_on(
        &self,
        by: UserId,
        chat: ChatId,
        user: UserId,
        what: &'static str,
        right: impl Fn(&AdministratorRights) -> bool,
    ) -> Result<MemberStatus, Refusal> {
        let Place::Chat(id) = self.reach(by, chat, Access::Write)? else {
            return Err(Refusal::NotInPrivateChats);
        };
        self.account(user).ok_or(Refusal::UserNotFound)?;
        let own = self.member_status(id, by).unwrap_or(MemberStatus::Left);
        if !own.is_administrator() || !right(&own.rights()) {
            return Err(Refusal::NoRight(what));
        }
        let status = self.member_status(id, user).unwrap_or(MemberStatus::Left);
        let is_above = matches!(status, MemberStatus::Creator { .. });
        let is_beside = status.is_administrator() && !matches!(own, MemberStatus::Creator { .. });
        if by == user || is_above || is_beside { Err(Refusal::UserIsAdministrator) } else { Ok(status) }
    }

    /// Less than 30 seconds or more than 366 days from now means for ever.
    fn until(&self, date: i64) -> i64 {
        let ahead = date - self.now();
        if (30..=366 * 86_400).contains(&ahead) { date } else { 0 }
    }

    /// Lets a member go, and says so in the chat.
    fn send_off(&mut self, by: UserId, chat: ChatId, user: UserId, status: MemberStatus) {
        let is_channel = self.chat(chat).is_some_and(Chat::is_channel);
        self.put_status(by, chat, user, status);
        if !is_channel {
            self.post_service(Place::Chat(chat), by, Service::MemberLeft(user));
        }
    }

    /// Changes what an account is in a chat, and tells it and the administrators.
    fn put_status(&mut self, by: UserId, chat: ChatId, user: UserId, new: MemberStatus) {
        let now = self.now();
        let Some(group) = self.chats.get_mut(&chat) else { return };
        let old = group.status(user, now);
        group.members.insert(user, new.clone());
        if old == new {
            return;
        }
        let mut told: Vec<_> = group
            .members(now)
            .filter(|(_, status)| status.is_administrator())
            .map(|(account, _)| account)
            .collect();
        if !told.contains(&user) {
            told.push(user);
        }
        let change = MemberChange { chat, by, user, date: now, old, new };
        for account in told {
            self.meet(account, by);
            self.meet(account, user);
            self.tell(account, Event::MemberChanged(change.clone()));
        }
    }

    fn post_service_in(
        &mut self,
        place: Place,
        thread: Option<ThreadId>,
        by: UserId,
        service: Service,
    ) -> MessageKey {
        let sender = self.sender_in(place, by);
        let message = super::Message::new(place, by, sender, self.now(), super::Content::Service(service));
        self.post(super::Message { thread, is_topic_message: thread.is_some(), ..message })
    }
}

/// What one who was `old` is on joining: a restriction outlives leaving and coming back.
fn joined(old: MemberStatus) -> MemberStatus {
    match old {
        MemberStatus::Restricted { permissions, until_date, .. } => {
            MemberStatus::Restricted { is_member: true, permissions, until_date }
        }
        _ => MemberStatus::Member,
    }
}
