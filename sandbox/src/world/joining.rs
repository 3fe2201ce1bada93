//! Coming in by a link, and asking to be let in. <https://core.telegram.org/api/invites#join-requests>

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

use super::members::{Entry, joined};
use super::{
    Access, Account, Chat, Event, GroupEvent, GroupService, Invite, MemberDetails, Place, Service, World,
};
use crate::rules::{ChatRefusal, MemberStatus, Refusal, limits};

/// Somebody who asks to be let in. <https://core.telegram.org/bots/api#chatjoinrequest>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// The chat.
    pub chat: ChatId,
    /// Who asks.
    pub user: UserId,
    /// Since when, in seconds since 1970.
    pub date: i64,
    /// The link by which they came.
    pub invite: Option<Invite>,
}

impl World {
    /// A user opens an invite link and joins, or asks to be let in. Whoever comes by a link with a price is taken to have
    /// paid.
    ///
    /// # Errors
    /// When the link leads nowhere, or the user may not go there; [`RequestSent`](ChatRefusal::RequestSent) where they
    /// have to wait.
    pub fn join_by_link(&mut self, user: UserId, link: &str) -> Result<ChatId, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let invite = self.invite_by_link(link)?.clone();
        let chat = invite.chat;
        if !self.is_joinable(chat) {
            return Err(ChatRefusal::LinkExpired.into());
        }
        let status = self.member_status(chat, user).unwrap_or(MemberStatus::Left);
        if status.is_in_chat() {
            return Err(Refusal::AlreadyMember);
        }
        if status.is_banned() {
            // Telegram doesn't say so to those who are barred.
            return Err(ChatRefusal::LinkExpired.into());
        }
        if invite.member_limit > 0 && invite.used >= invite.member_limit {
            return Err(ChatRefusal::LinkUsedUp.into());
        }
        if invite.needs_approval {
            return self.ask_to_join(user, chat, Some(invite));
        }
        self.let_in(user, user, chat, Some(invite), false);
        Ok(chat)
    }

    /// A user asks to be let in: the answer is [`RequestSent`](ChatRefusal::RequestSent).
    pub(super) fn ask_to_join<T>(
        &mut self,
        user: UserId,
        chat: ChatId,
        invite: Option<Invite>,
    ) -> Result<T, Refusal> {
        let date = self.now();
        let is_new = self.chat(chat).is_some_and(|chat| !chat.requests.contains_key(&user));
        if !is_new {
            return Err(ChatRefusal::RequestSent.into());
        }
        if let Some(invite) = &invite {
            self.count_invite(chat, &invite.hash, |invite| invite.requested += 1);
        }
        let invite = invite.map(|invite| Invite { requested: invite.requested + 1, ..invite });
        let request = Arc::new(JoinRequest { chat, user, date, invite });
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.requests.insert(user, Arc::clone(&request));
        }
        for bot in self.inviters(chat, true) {
            self.meet(bot, user);
            self.tell(bot, Event::Group(GroupEvent::JoinRequested(Arc::clone(&request))));
        }
        self.tell_of_requests(chat);
        Err(ChatRefusal::RequestSent.into())
    }

    /// Lets somebody in who asked for it, or doesn't.
    ///
    /// # Errors
    /// When the account may not, or nobody of that name waits.
    pub fn answer_join_request(
        &mut self,
        by: UserId,
        chat: ChatId,
        user: UserId,
        is_approved: bool,
    ) -> Result<(), Refusal> {
        self.may_answer_requests(by, chat)?;
        self.account(user).ok_or(Refusal::UserNotFound)?;
        let group = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        let request = group.requests.remove(&user).ok_or(ChatRefusal::RequestMissing)?;
        if let Some(invite) = &request.invite {
            self.count_invite(chat, &invite.hash, |invite| {
                invite.requested = invite.requested.saturating_sub(1);
            });
        }
        if is_approved && !self.member_status(chat, user).is_some_and(|status| status.is_in_chat()) {
            self.let_in(by, user, chat, request.invite.clone(), true);
        }
        self.tell_of_requests(chat);
        Ok(())
    }

    /// Who asks to be let in, the latest first.
    ///
    /// # Errors
    /// When the account may not let them in.
    pub fn join_requests(&self, by: UserId, chat: ChatId) -> Result<Vec<&Arc<JoinRequest>>, Refusal> {
        self.may_answer_requests(by, chat)?;
        Ok(self.waiting_requests(chat))
    }

    /// A bot may write to whoever asks to be let in where it may let them in, for five minutes.
    /// <https://core.telegram.org/bots/api#chatjoinrequest> (`user_chat_id`)
    pub(super) fn may_write_to_requester(&self, bot: UserId, user: UserId) -> bool {
        self.chats().any(|chat| {
            let is_fresh = |request: &Arc<JoinRequest>| {
                self.now() < request.date + limits::REQUESTER_SECONDS && request.user == user
            };
            chat.requests.get(&user).is_some_and(is_fresh)
                && chat.status(bot, self.now()).rights().can_invite_users
        })
    }

    /// Takes a user in who came by a link or was let in.
    fn let_in(&mut self, by: UserId, user: UserId, chat: ChatId, invite: Option<Invite>, was_approved: bool) {
        let Some(group) = self.chat(chat) else { return };
        let (is_channel, status) = (group.is_channel(), group.status(user, self.now()));
        if let Some(invite) = &invite {
            self.count_invite(chat, &invite.hash, |invite| invite.used += 1);
        }
        let subscription = invite.as_ref().and_then(|invite| invite.subscription);
        let paid_until = subscription.map(|paid| self.now() + i64::from(paid.period));
        let details = MemberDetails { paid_until, ..MemberDetails::default() };
        let inviter = invite.as_ref().map(|invite| invite.creator);
        let via_request = was_approved && invite.is_none();
        let entry = Entry { invite: invite.map(Arc::new), via_request };
        self.put_member(by, chat, user, joined(status), details, entry);
        if is_channel {
            return;
        }
        let service = match (was_approved, inviter) {
            (false, Some(inviter)) => GroupService::JoinedByLink { inviter },
            _ => GroupService::JoinedByRequest,
        };
        self.post_service(Place::Chat(chat), user, Service::Group(service));
    }

    fn may_answer_requests(&self, by: UserId, chat: ChatId) -> Result<(), Refusal> {
        if let Place::Private(..) = self.reach(by, chat, Access::Write)? {
            return Err(ChatRefusal::Private("have join requests in a private chat").into());
        }
        if self.rights_of(by, chat).can_invite_users {
            Ok(())
        } else {
            Err(Refusal::NoRight("manage chat join requests"))
        }
    }

    fn waiting_requests(&self, chat: ChatId) -> Vec<&Arc<JoinRequest>> {
        let mut requests: Vec<_> =
            self.chat(chat).into_iter().flat_map(|chat| chat.requests.values()).collect();
        requests.sort_by_key(|request| std::cmp::Reverse(request.date));
        requests
    }

    /// The administrators who may let others in: the bots, or the users.
    fn inviters(&self, chat: ChatId, are_bots: bool) -> Vec<UserId> {
        let is_meant = |account: &UserId| self.account(*account).is_some_and(Account::is_bot) == are_bots;
        let members = self.chat(chat).into_iter().flat_map(|chat| Chat::members(chat, self.now()));
        let inviters = members.filter(|(_, status)| status.rights().can_invite_users);
        inviters.map(|(account, _)| account).filter(is_meant).collect()
    }

    fn tell_of_requests(&mut self, chat: ChatId) {
        let users: Vec<_> = self.waiting_requests(chat).iter().map(|request| request.user).collect();
        for account in self.inviters(chat, false) {
            for user in &users {
                self.meet(account, *user);
            }
            let users = users.clone();
            self.tell(account, Event::Group(GroupEvent::RequestsPending { chat, users }));
        }
    }
}
