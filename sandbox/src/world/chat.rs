//! Groups, supergroups and channels; and how an account names any chat.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ambigram_core::types::{ChatId, ThreadId, UserId};

use super::mailbox::Mailbox;
use super::{Account, Boost, ChatSettings, Invite, JoinRequest, MemberDetails, World};
use crate::rules::{ChatSort, MemberStatus, Permissions};

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A private chat: the two accounts, the lower number first; the same twice for one's saved messages.
    Private(UserId, UserId),
    /// A group, supergroup or channel.
    Chat(ChatId),
}

/// A group, supergroup or channel.
#[derive(Debug, Clone)]
pub struct Chat {
    /// Its number, in the Bot API's marked form.
    pub id: ChatId,
    /// Group, supergroup or channel.
    pub sort: ChatSort,
    /// Its title.
    pub title: String,
    /// What it says of itself; empty where it says nothing.
    pub about: String,
    /// When it was made, in seconds since 1970.
    pub date: i64,
    /// The public name, without the `@`; supergroups and channels only.
    pub username: Option<String>,
    /// Whether the supergroup has topics.
    pub is_forum: bool,
    /// What members may do.
    pub permissions: Permissions,
    /// The topics of a forum, by the number of the message that created each.
    pub topics: BTreeMap<ThreadId, Topic>,
    /// The group in which a channel's posts are discussed, or the channel whose posts a group discusses.
    pub linked_chat: Option<ChatId>,
    /// The topic of a forum that everything is in that is in no other.
    pub general: Topic,
    /// What else is set in it.
    pub settings: ChatSettings,
    /// Whether it was deleted.
    pub is_deleted: bool,
    /// The supergroup that the basic group became.
    pub migrated_to: Option<ChatId>,
    /// Everybody who is or was a member, or is barred.
    pub(super) members: BTreeMap<UserId, MemberStatus>,
    /// What is kept of members beside their status.
    pub(super) details: BTreeMap<UserId, MemberDetails>,
    /// The links into it, oldest first.
    pub(super) invites: Vec<Invite>,
    /// Who asks to be let in.
    pub(super) requests: BTreeMap<UserId, Arc<JoinRequest>>,
    /// The channels that may not write in it.
    pub(super) banned_senders: BTreeSet<ChatId>,
    /// The boosts that it was given.
    pub(super) boosts: Vec<Boost>,
    /// The messages of a supergroup or channel; a basic group's are in its members' mailboxes.
    pub(super) mailbox: Mailbox,
    /// The bot that wrote last: it is shown commands that are addressed to none.
    pub(super) last_bot: Option<UserId>,
}

/// A topic of a forum. <https://core.telegram.org/bots/api#forumtopic>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// Whether only administrators write in it.
    pub is_closed: bool,
    /// Whether it is not listed: “General” only.
    pub is_hidden: bool,
    /// Its colour, RGB.
    pub icon_color: u32,
    /// The custom emoji that stands before it.
    pub icon: Option<i64>,
    /// Who made it; nobody made “General”.
    pub creator: Option<UserId>,
}

/// What a new chat is to be.
#[derive(Debug, Clone)]
pub struct NewChat {
    /// Group, supergroup or channel.
    pub sort: ChatSort,
    /// The title, 1–128 characters.
    pub title: String,
    /// The public name, without the `@`; supergroups and channels only.
    pub username: Option<String>,
    /// Whether the supergroup has topics.
    pub is_forum: bool,
    /// Who is taken in beside the creator. Bots become administrators where the chat is a channel.
    pub members: Vec<UserId>,
}

impl NewChat {
    /// A private chat of several, with nobody in it but its creator.
    pub fn new(sort: ChatSort, title: impl Into<String>) -> Self {
        Self { sort, title: title.into(), username: None, is_forum: false, members: Vec::new() }
    }

    /// Takes accounts in.
    #[must_use]
    pub fn with(mut self, members: impl IntoIterator<Item = UserId>) -> Self {
        self.members.extend(members);
        self
    }
}

/// A chat as one account sees it.
#[derive(Debug, Clone, Copy)]
pub enum ChatView<'a> {
    /// A private chat: the other account.
    Private(&'a Account),
    /// A group, supergroup or channel.
    Chat(&'a Chat),
}

impl Place {
    /// The private chat of two accounts.
    pub fn private(one: UserId, other: UserId) -> Self {
        Self::Private(one.min(other), one.max(other))
    }

    /// The place's id for an account; `None` for a private chat of others.
    pub fn named_by(self, viewer: UserId) -> Option<ChatId> {
        match self {
            Self::Private(low, high) if viewer == low => Some(high.into()),
            Self::Private(low, high) if viewer == high => Some(low.into()),
            Self::Private(..) => None,
            Self::Chat(chat) => Some(chat),
        }
    }

    /// Whether messages are numbered by the chat rather than by each account.
    pub fn numbers_its_own(self) -> bool {
        matches!(self, Self::Chat(chat) if chat.is_channel())
    }
}

impl Chat {
    /// What an account is here; [`MemberStatus::Left`] for one that never was here.
    pub fn status(&self, account: UserId, now: i64) -> MemberStatus {
        self.members.get(&account).map_or(MemberStatus::Left, |status| self.at(account, status, now))
    }

    /// Everybody who is in the chat.
    pub fn members(&self, now: i64) -> impl Iterator<Item = (UserId, MemberStatus)> + use<'_> {
        self.members
            .iter()
            .map(move |(account, status)| (*account, self.at(*account, status, now)))
            .filter(|(_, status)| status.is_in_chat())
    }

    /// What else is kept of a member.
    pub fn details(&self, account: UserId) -> MemberDetails {
        self.details.get(&account).cloned().unwrap_or_default()
    }

    /// A status at a moment: who has not paid any more is out.
    fn at(&self, account: UserId, status: &MemberStatus, now: i64) -> MemberStatus {
        let paid_until = self.details.get(&account).and_then(|details| details.paid_until);
        match status {
            MemberStatus::Member if paid_until.is_some_and(|until| until <= now) => MemberStatus::Left,
            status => status.clone().at(now),
        }
    }

    /// Whether anybody may read it.
    pub fn is_public(&self) -> bool {
        self.username.is_some()
    }

    /// Whether only administrators write, in the chat's name.
    pub fn is_channel(&self) -> bool {
        self.sort == ChatSort::Channel
    }
}

impl World {
    /// All groups, supergroups and channels.
    pub fn chats(&self) -> impl Iterator<Item = &Chat> {
        self.chats.values()
    }

    /// A group, supergroup or channel by its number.
    pub fn chat(&self, id: ChatId) -> Option<&Chat> {
        self.chats.get(&id)
    }

    /// A supergroup or channel by its public name, with or without the `@`, in any case of letters.
    pub fn chat_by_username(&self, username: &str) -> Option<&Chat> {
        let username = username.strip_prefix('@').unwrap_or(username);
        self.chats()
            .find(|chat| chat.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(username)))
    }

    /// Any chat as an account sees it, whether it may write there or not.
    pub fn chat_as_seen_by(&self, viewer: UserId, chat: ChatId) -> Option<ChatView<'_>> {
        match self.place(viewer, chat)? {
            Place::Private(..) => self.account(UserId(chat.0)).map(ChatView::Private),
            Place::Chat(chat) => self.chat(chat).map(ChatView::Chat),
        }
    }

    /// What an account is in a chat; `None` where there is no such chat.
    pub fn member_status(&self, chat: ChatId, account: UserId) -> Option<MemberStatus> {
        Some(self.chat(chat)?.status(account, self.now()))
    }

    /// The sort of a place; `None` for a private chat.
    pub(super) fn sort_of(&self, place: Place) -> Option<ChatSort> {
        match place {
            Place::Private(..) => None,
            Place::Chat(chat) => self.chat(chat).map(|chat| chat.sort),
        }
    }

    /// The place that an account means by an id; `None` where there is none.
    pub fn place(&self, viewer: UserId, chat: ChatId) -> Option<Place> {
        if chat.is_user() {
            let other = UserId(chat.0);
            self.accounts.contains_key(&other).then(|| Place::private(viewer, other))
        } else {
            self.chats.contains_key(&chat).then_some(Place::Chat(chat))
        }
    }
}
