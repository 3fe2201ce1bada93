//! Administrators' titles and members' tags, which Telegram keeps as one: the rank.
//! <https://core.telegram.org/bots/api#setchatadministratorcustomtitle>

use ambigram_core::types::{ChatId, UserId};

use super::members::Entry;
use super::{Access, Chat, MemberDetails, World};
use crate::rules::{ChatRefusal, MemberStatus, Refusal, limits};

impl World {
    /// Gives a member a title or a tag; an empty one takes it away.
    ///
    /// # Errors
    /// When the account may not, or the text cannot be one.
    pub fn set_rank(&mut self, by: UserId, chat: ChatId, user: UserId, rank: &str) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        let group = self.chat(chat).ok_or(ChatRefusal::RankInChannel)?;
        if group.is_channel() {
            return Err(ChatRefusal::RankInChannel.into());
        }
        self.named(by, user)?;
        let status = group.status(user, self.now());
        if !status.is_in_chat() {
            return Err(Refusal::UserNotMember);
        }
        let rank = rank.trim();
        check_rank(rank)?;
        let own = group.status(by, self.now());
        let may = match &status {
            _ if by == user => match own {
                MemberStatus::Creator { .. } => true,
                MemberStatus::Administrator { rights } => rights.can_manage_tags,
                ref own => own.permissions(&group.permissions).can_edit_tag,
            },
            MemberStatus::Creator { .. } => false,
            MemberStatus::Administrator { .. } => group.may_edit(by, user, self.now()),
            _ => own.rights().can_manage_tags,
        };
        if !may {
            return Err(ChatRefusal::RankForbidden.into());
        }
        let details = MemberDetails {
            rank: Some(rank.to_owned()).filter(|rank| !rank.is_empty()),
            ..group.details(user)
        };
        self.put_member(by, chat, user, status, details, Entry::default());
        Ok(())
    }
}

impl Chat {
    /// Whether an account may change what an administrator is: the owner may, and who made them one, as long as they may
    /// make some.
    pub fn may_edit(&self, by: UserId, administrator: UserId, now: i64) -> bool {
        self.may_edit_one_of(by, &self.details(administrator), now)
    }

    /// The same of an administrator by what is, or was, kept of them.
    pub fn may_edit_one_of(&self, by: UserId, details: &MemberDetails, now: i64) -> bool {
        match self.status(by, now) {
            MemberStatus::Creator { .. } => true,
            own => details.promoted_by == Some(by) && own.rights().can_promote_members,
        }
    }
}

/// Emoji are not allowed; signs of scripts and punctuation are.
fn check_rank(rank: &str) -> Result<(), Refusal> {
    if rank.chars().count() > limits::RANK {
        return Err(ChatRefusal::RankInvalid.into());
    }
    let is_emoji = |character: char| matches!(character, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{20e3}');
    if rank.chars().any(is_emoji) { Err(ChatRefusal::RankEmoji.into()) } else { Ok(()) }
}
