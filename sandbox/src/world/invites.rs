//! Invite links: making, changing and revoking them. <https://core.telegram.org/api/invites>

use ambigram_core::types::{ChatId, UserId};

use super::{Access, Chat, Place, World};
use crate::rules::{ChatRefusal, ChatSort, Refusal, limits};

/// An invite link. <https://core.telegram.org/bots/api#chatinvitelink>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// What the link ends with.
    pub hash: String,
    /// Where it leads.
    pub chat: ChatId,
    /// Whose it is.
    pub creator: UserId,
    /// When it was made, in seconds since 1970.
    pub date: i64,
    /// What its creator calls it; empty where they don't.
    pub name: String,
    /// Whether it is its creator's own that never ends.
    pub is_primary: bool,
    /// Whether it leads nowhere any more.
    pub is_revoked: bool,
    /// Whether those who come by it ask to be let in.
    pub needs_approval: bool,
    /// When it ends, in seconds since 1970; 0 for never.
    pub expire_date: i64,
    /// How many may be in the chat by it; 0 for any number.
    pub member_limit: u32,
    /// How many came in by it.
    pub used: u32,
    /// How many ask to be let in by it.
    pub requested: u32,
    /// What those who come by it pay.
    pub subscription: Option<Subscription>,
}

/// What a member pays to stay. <https://core.telegram.org/bots/api#createchatsubscriptioninvitelink>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subscription {
    /// For how many seconds: 30 days.
    pub period: u32,
    /// How many Telegram Stars, 1 to 10000.
    pub price: u32,
}

/// What a new invite link is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewInvite {
    /// What its creator calls it; longer names are cut.
    pub name: String,
    /// When it ends, in seconds since 1970; 0 for never.
    pub expire_date: i64,
    /// How many may be in the chat by it; 0 for any number.
    pub member_limit: u32,
    /// Whether those who come by it ask to be let in.
    pub needs_approval: bool,
    /// What those who come by it pay.
    pub subscription: Option<Subscription>,
}

/// What changes of an invite link; `None` for what stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedInvite {
    /// What its creator calls it.
    pub name: Option<String>,
    /// When it ends, in seconds since 1970; 0 for never.
    pub expire_date: Option<i64>,
    /// How many may be in the chat by it; 0 for any number.
    pub member_limit: Option<u32>,
    /// Whether those who come by it ask to be let in.
    pub needs_approval: Option<bool>,
}

/// The only period that Telegram sells subscriptions for: 30 days.
const SUBSCRIPTION_SECONDS: u32 = 30 * 86_400;

/// The highest price of a subscription, in Telegram Stars.
const SUBSCRIPTION_STARS: u32 = 10_000;

impl Invite {
    /// The whole link.
    pub fn link(&self) -> String {
        format!("https://t.me/+{}", self.hash)
    }

    /// The link as an account is shown it where somebody came by it: of others' only the first half.
    pub fn link_for(&self, viewer: UserId) -> String {
        if viewer == self.creator {
            return self.link();
        }
        let half: String = self.hash.chars().take(self.hash.chars().count() / 2).collect();
        format!("https://t.me/+{half}...")
    }

    /// Whether it leads into the chat at a time.
    pub fn is_open(&self, now: i64) -> bool {
        !self.is_revoked && (self.expire_date == 0 || now < self.expire_date)
    }
}

/// What a link ends with: of `https://t.me/+<hash>`, `t.me/joinchat/<hash>`, `tg://join?invite=<hash>`, or of itself.
fn hash_of(link: &str) -> &str {
    let hash = ["joinchat/", "invite=", "/+"]
        .iter()
        .find_map(|mark| link.split_once(mark).map(|(_, hash)| hash))
        .unwrap_or_else(|| link.trim_start_matches('+'));
    hash.split(['?', '#', '&']).next().unwrap_or_default()
}

impl World {
    /// An account makes a new link of its own that never ends; the one it had is void.
    ///
    /// # Errors
    /// When the account may not invite.
    pub fn export_invite(&mut self, by: UserId, chat: ChatId) -> Result<Invite, Refusal> {
        self.may_manage_invites(by, chat)?;
        if let Some(old) = self.primary_of(by, chat) {
            old.is_revoked = true;
            old.is_primary = false;
        }
        Ok(self.add_invite(by, chat, NewInvite::default(), true))
    }

    /// Makes an invite link.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#createchatinvitelink) refuses.
    pub fn create_invite(&mut self, by: UserId, chat: ChatId, new: NewInvite) -> Result<Invite, Refusal> {
        if new.needs_approval && new.member_limit > 0 {
            return Err(ChatRefusal::LimitBesideApproval.into());
        }
        self.may_manage_invites(by, chat)?;
        self.may_end(new.expire_date)?;
        if let Some(Subscription { period, price }) = new.subscription {
            if period != SUBSCRIPTION_SECONDS || !(1..=SUBSCRIPTION_STARS).contains(&price) {
                return Err(ChatRefusal::PricingInvalid.into());
            }
            if !self.chat(chat).is_some_and(Chat::is_channel) {
                return Err(ChatRefusal::PricingChatInvalid.into());
            }
        }
        Ok(self.add_invite(by, chat, new, false))
    }

    /// Changes an invite link of the account's own; the chat's owner changes everybody's.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#editchatinvitelink) refuses.
    pub fn edit_invite(
        &mut self,
        by: UserId,
        chat: ChatId,
        link: &str,
        changed: ChangedInvite,
    ) -> Result<Invite, Refusal> {
        self.may_manage_invites(by, chat)?;
        self.may_end(changed.expire_date.unwrap_or_default())?;
        let invite = self.own_invite(by, chat, link)?;
        if invite.is_primary {
            return Err(ChatRefusal::LinkPermanent.into());
        }
        let needs_approval = changed.needs_approval.unwrap_or(invite.needs_approval);
        let member_limit = changed.member_limit.unwrap_or(invite.member_limit);
        if needs_approval && changed.member_limit.is_some_and(|limit| limit > 0) {
            return Err(ChatRefusal::LimitBesideApproval.into());
        }
        invite.needs_approval = needs_approval;
        invite.member_limit = if needs_approval { 0 } else { member_limit };
        if let Some(name) = &changed.name {
            invite.name = cut(name);
        }
        if let Some(date) = changed.expire_date {
            invite.expire_date = date;
        }
        Ok(invite.clone())
    }

    /// Revokes an invite link; where it is the account's own that never ends, another takes its place.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#revokechatinvitelink) refuses.
    pub fn revoke_invite(
        &mut self,
        by: UserId,
        chat: ChatId,
        link: &str,
    ) -> Result<(Invite, Option<Invite>), Refusal> {
        self.may_manage_invites(by, chat)?;
        let invite = self.own_invite(by, chat, link)?;
        invite.is_revoked = true;
        let (revoked, creator) = (invite.clone(), invite.creator);
        let was_primary = std::mem::take(&mut invite.is_primary);
        let next = was_primary.then(|| self.add_invite(creator, chat, NewInvite::default(), true));
        Ok((revoked, next))
    }

    /// Forgets a revoked link.
    ///
    /// # Errors
    /// When there is no such link, or it is not revoked.
    pub fn delete_invite(&mut self, by: UserId, chat: ChatId, link: &str) -> Result<(), Refusal> {
        self.may_manage_invites(by, chat)?;
        let hash = hash_of(link);
        let is_meant = |invite: &Invite| invite.hash == hash && invite.is_revoked;
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        let before = chat.invites.len();
        chat.invites.retain(|invite| !is_meant(invite));
        if chat.invites.len() == before { Err(ChatRefusal::LinkExpired.into()) } else { Ok(()) }
    }

    /// An invite link of a chat.
    ///
    /// # Errors
    /// When the account may not invite, or there is no such link.
    pub fn invite(&self, by: UserId, chat: ChatId, link: &str) -> Result<&Invite, Refusal> {
        self.may_manage_invites(by, chat)?;
        let hash = hash_of(link);
        let found = self.chat(chat).and_then(|chat| chat.invites.iter().find(|invite| invite.hash == hash));
        found.ok_or(ChatRefusal::LinkExpired.into())
    }

    /// An account's invite links to a chat, the latest first.
    ///
    /// # Errors
    /// When the asking account may not invite.
    pub fn invites(&self, by: UserId, chat: ChatId, creator: UserId) -> Result<Vec<&Invite>, Refusal> {
        self.may_manage_invites(by, chat)?;
        let invites = self.chat(chat).map(|chat| chat.invites.as_slice()).unwrap_or_default();
        Ok(invites.iter().rev().filter(|invite| invite.creator == creator).collect())
    }

    /// Where a link leads, and the link itself.
    ///
    /// # Errors
    /// When it leads nowhere.
    pub fn invite_by_link(&self, link: &str) -> Result<&Invite, Refusal> {
        let hash = hash_of(link);
        if hash.is_empty() {
            return Err(ChatRefusal::LinkEmpty.into());
        }
        let mut invites = self.chats().filter(|chat| !chat.is_deleted).flat_map(|chat| &chat.invites);
        let invite = invites.find(|invite| invite.hash == hash && invite.is_open(self.now()));
        invite.ok_or(ChatRefusal::LinkExpired.into())
    }

    /// The link of an account's own that never ends, where it has one and still may invite.
    pub fn primary_invite(&self, account: UserId, chat: ChatId) -> Option<&Invite> {
        if !self.rights_of(account, chat).can_invite_users {
            return None;
        }
        self.chat(chat)?.invites.iter().find(|invite| invite.creator == account && invite.is_primary)
    }

    /// Whether an account may make links into a chat.
    fn may_manage_invites(&self, by: UserId, chat: ChatId) -> Result<(), Refusal> {
        if let Place::Private(..) = self.reach(by, chat, Access::Write)? {
            return Err(ChatRefusal::Private("invite members to a private chat").into());
        }
        if self.rights_of(by, chat).can_invite_users {
            Ok(())
        } else {
            Err(Refusal::NoRight("manage chat invite link"))
        }
    }

    fn may_end(&self, date: i64) -> Result<(), Refusal> {
        if date == 0 || date > self.now() { Ok(()) } else { Err(ChatRefusal::ExpireDateInvalid.into()) }
    }

    /// A link that an account may change: its own, or, for the owner, anybody's.
    fn own_invite(&mut self, by: UserId, chat: ChatId, link: &str) -> Result<&mut Invite, Refusal> {
        let hash = hash_of(link);
        if hash.is_empty() {
            return Err(ChatRefusal::LinkEmpty.into());
        }
        let is_creator = self.is_creator(by, chat);
        let is_meant = |invite: &&mut Invite| invite.hash == hash && !invite.is_revoked;
        let invites = self.chats.get_mut(&chat).map(|chat| chat.invites.iter_mut());
        let invite = invites.and_then(|mut invites| invites.find(is_meant));
        let invite = invite.ok_or(ChatRefusal::LinkExpired)?;
        if is_creator || invite.creator == by { Ok(invite) } else { Err(Refusal::NeedAdministrator) }
    }

    fn primary_of(&mut self, account: UserId, chat: ChatId) -> Option<&mut Invite> {
        let invites = &mut self.chats.get_mut(&chat)?.invites;
        invites.iter_mut().find(|invite| invite.creator == account && invite.is_primary)
    }

    fn add_invite(&mut self, by: UserId, chat: ChatId, new: NewInvite, is_primary: bool) -> Invite {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let letter = |number: u64| {
            let letter = usize::try_from(number).ok().and_then(|index| ALPHABET.get(index));
            char::from(letter.copied().unwrap_or(b'A'))
        };
        let hash: String = (0..16).map(|_| letter(self.random.below(64))).collect();
        let invite = Invite {
            hash,
            chat,
            creator: by,
            date: self.now(),
            name: cut(&new.name),
            is_primary,
            is_revoked: false,
            needs_approval: new.needs_approval,
            expire_date: new.expire_date,
            member_limit: new.member_limit,
            used: 0,
            requested: 0,
            subscription: new.subscription,
        };
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.invites.push(invite.clone());
        }
        invite
    }

    /// Notes that somebody came in by a link, or asks to.
    pub(super) fn count_invite(&mut self, chat: ChatId, hash: &str, count: impl FnOnce(&mut Invite)) {
        let invites = self.chats.get_mut(&chat).map(|chat| chat.invites.iter_mut());
        if let Some(invite) = invites.and_then(|mut invites| invites.find(|invite| invite.hash == hash)) {
            count(invite);
        }
    }

    /// Whether a chat has links that lead into it: not one that became another.
    pub(super) fn is_joinable(&self, chat: ChatId) -> bool {
        self.chat(chat).is_some_and(|chat| {
            !chat.is_deleted && (chat.sort != ChatSort::Group || chat.migrated_to.is_none())
        })
    }
}

fn cut(name: &str) -> String {
    name.trim().chars().take(limits::INVITE_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::hash_of;

    #[test]
    fn a_link_is_known_in_all_its_forms() {
        for link in
            ["https://t.me/+AbC_-1", "t.me/joinchat/AbC_-1", "tg://join?invite=AbC_-1", "AbC_-1", "+AbC_-1"]
        {
            assert_eq!(hash_of(link), "AbC_-1", "{link}");
        }
        assert_eq!(hash_of(""), "");
    }
}
