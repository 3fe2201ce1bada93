//! Who is in a chat, and as what.

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

use super::{Access, Account, Chat, Event, Invite, MemberChange, Place, Service, World};
use crate::rules::{AdministratorRights, ChatSort, MemberStatus, Permissions, Refusal};

/// What is kept of a member beside its status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberDetails {
    /// An administrator's title, or a member's tag.
    pub rank: Option<String>,
    /// Who made it an administrator.
    pub promoted_by: Option<UserId>,
    /// Until when it has paid to stay, in seconds since 1970.
    pub paid_until: Option<i64>,
    /// When it last wrote, in seconds since 1970.
    pub(super) wrote: Option<i64>,
}

/// How somebody came in.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    /// The link by which they came.
    pub(super) invite: Option<Arc<Invite>>,
    /// Whether they had asked to be let in, without a link.
    pub(super) via_request: bool,
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
        if is_channel && self.account(user).is_some_and(Account::is_bot) {
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
        if group.settings.join_by_request && group.sort == ChatSort::Supergroup {
            return self.ask_to_join(user, chat, None);
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

    /// Removes a member as the apps do, which is to ban it: an administrator may add it again.
    ///
    /// # Errors
    /// When the account may not, or the other is not in the chat.
    pub fn remove_member(&mut self, by: UserId, chat: ChatId, user: UserId) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        if !self.member_status(chat, user).is_some_and(|status| status.is_in_chat()) {
            return Err(Refusal::UserNotMember);
        }
        self.ban(by, chat, user, 0)
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

    /// Lifts a ban, or removes a member, who is free to come back at once.
    /// <https://core.telegram.org/bots/api#unbanchatmember>
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_free(&mut self, by: UserId, chat: ChatId, user: UserId) -> Result<(), Refusal> {
        let old = self.may_act_on(by, chat, user, "restrict/unrestrict chat member", |rights| {
            rights.can_restrict_members
        })?;
        // Telegram puts a member out by a ban that it lifts at once, and tells of both.
        if old.is_in_chat() {
            self.send_off(by, chat, user, MemberStatus::Banned { until_date: 0 });
        }
        self.put_status(by, chat, user, MemberStatus::Left);
        Ok(())
    }

    /// Takes the messages of a basic group out of the sight of one who was in it.
    pub fn hide_history(&mut self, chat: ChatId, from: UserId) {
        let keys = self.keys_in(from, Place::Chat(chat));
        if !chat.is_channel() && !keys.is_empty() {
            let messages = self.remove_for(from, &keys);
            self.tell(from, Event::DeletedMessages { chat, messages });
        }
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
        let is_bot = self.account(user).is_some_and(Account::is_bot);
        if rights == AdministratorRights::NONE {
            if old.is_administrator() {
                self.put_status(by, chat, user, MemberStatus::Member);
            }
            return Ok(());
        }
        if !self.is_creator(by, chat) && !rights.are_within(&self.rights_of(by, chat)) {
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
    pub(super) fn rights_of(&self, account: UserId, chat: ChatId) -> AdministratorRights {
        self.member_status(chat, account).map_or(AdministratorRights::NONE, |status| status.rights())
    }

    /// What an account may do in a chat; nothing in a private chat.
    pub(super) fn permissions_of(&self, account: UserId, chat: ChatId) -> Permissions {
        let Some(group) = self.chat(chat) else { return Permissions::NONE };
        group.status(account, self.now()).permissions(&group.permissions)
    }

    /// Subscribers of a channel may do nothing of what members of a group may.
    pub(super) fn is_plain_in_channel(&self, account: UserId, chat: ChatId) -> bool {
        self.chat(chat)
            .is_some_and(|chat| chat.is_channel() && !chat.status(account, self.now()).is_administrator())
    }

    pub(super) fn is_creator(&self, account: UserId, chat: ChatId) -> bool {
        matches!(self.member_status(chat, account), Some(MemberStatus::Creator { .. }))
    }

    /// Whether an account may be in chats at all.
    pub(super) fn may_be_added(&self, user: UserId) -> Result<(), Refusal> {
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
        self.named(by, user)?;
        let own = self.member_status(id, by).unwrap_or(MemberStatus::Left);
        if !own.is_administrator() || !right(&own.rights()) {
            return Err(Refusal::NoRight(what));
        }
        let status = self.member_status(id, user).unwrap_or(MemberStatus::Left);
        let is_above = matches!(status, MemberStatus::Creator { .. });
        let is_beside = status.is_administrator()
            && !self.chat(id).is_some_and(|chat| chat.may_edit(by, user, self.now()));
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
    pub(super) fn put_status(&mut self, by: UserId, chat: ChatId, user: UserId, new: MemberStatus) {
        let Some(group) = self.chat(chat) else { return };
        let was_administrator = group.status(user, self.now()).is_administrator();
        let mut details = group.details(user);
        match &new {
            MemberStatus::Administrator { .. } if !was_administrator => details.promoted_by = Some(by),
            MemberStatus::Administrator { .. } | MemberStatus::Creator { .. } => {}
            new if new.is_in_chat() => {
                details.promoted_by = None;
                details.rank = details.rank.filter(|_| !was_administrator);
            }
            _ => details = MemberDetails::default(),
        }
        self.put_member(by, chat, user, new, details, Entry::default());
    }

    /// Changes what an account is in a chat, and what is kept of it there, and tells it and the administrators.
    pub(super) fn put_member(
        &mut self,
        by: UserId,
        chat: ChatId,
        user: UserId,
        new: MemberStatus,
        details: MemberDetails,
        entry: Entry,
    ) {
        let now = self.now();
        let Some(group) = self.chats.get_mut(&chat) else { return };
        let (old, old_details) = (group.status(user, now), group.details(user));
        group.members.insert(user, new.clone());
        if new.is_in_chat() {
            group.requests.remove(&user);
        }
        group.details.insert(user, details.clone());
        if old == new && old_details == details {
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
        let is_basic = group.sort == ChatSort::Group;
        // Nobody is banned from a basic group, though one who was removed cannot come back alone.
        let named =
            |status: MemberStatus| if is_basic && status.is_banned() { MemberStatus::Left } else { status };
        let change = MemberChange {
            chat,
            by,
            user,
            date: now,
            old: named(old),
            new: named(new),
            old_details,
            new_details: details,
            invite: entry.invite,
            via_request: entry.via_request,
        };
        if change.old == change.new && change.old_details == change.new_details {
            return;
        }
        for account in told {
            self.meet(account, by);
            self.meet(account, user);
            self.tell(account, Event::MemberChanged(change.clone()));
        }
    }
}

/// What one who was `old` is on joining: a restriction outlives leaving and coming back.
pub(super) fn joined(old: MemberStatus) -> MemberStatus {
    match old {
        MemberStatus::Restricted { permissions, until_date, .. } => {
            MemberStatus::Restricted { is_member: true, permissions, until_date }
        }
        _ => MemberStatus::Member,
    }
}
