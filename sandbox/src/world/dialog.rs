//! Private chats: who wrote to whom, and who blocked whom.

use ambigram_core::types::{ChatId, UserId};

use super::{Event, MemberChange, MemberDetails, World};
use crate::rules::{MemberStatus, Refusal};

/// A private chat as one of its two accounts has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dialog {
    /// Whether this account ever wrote to the other: a user who did has started the bot.
    pub has_written: bool,
    /// Whether this account has blocked the other.
    pub has_blocked: bool,
}

impl World {
    /// A private chat as `account` has it with `other`.
    pub fn dialog(&self, account: UserId, other: UserId) -> Dialog {
        self.dialogs.get(&(account, other)).copied().unwrap_or_default()
    }

    /// A user blocks or unblocks another account. A bot is told of its new status, as Telegram does:
    /// <https://core.telegram.org/bots/api#update> (`my_chat_member`).
    ///
    /// # Errors
    /// When there are no such accounts, or a bot tries.
    pub fn set_blocked(&mut self, user: UserId, other: UserId, is_blocked: bool) -> Result<(), Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let other_is_bot =
            self.account(other).filter(|_| user != other).ok_or(Refusal::UserNotFound)?.is_bot();
        let dialog = self.dialogs.entry((user, other)).or_default();
        if std::mem::replace(&mut dialog.has_blocked, is_blocked) == is_blocked {
            return Ok(());
        }
        let (member, banned) = (MemberStatus::Member, MemberStatus::Banned { until_date: 0 });
        let (old, new) = if is_blocked { (member, banned) } else { (banned, member) };
        let date = self.now();
        let change = |chat: UserId| MemberChange {
            chat: ChatId::from(chat),
            by: user,
            user: other,
            date,
            old: old.clone(),
            new: new.clone(),
            old_details: MemberDetails::default(),
            new_details: MemberDetails::default(),
            invite: None,
            via_request: false,
        };
        if other_is_bot {
            self.meet(other, user);
            self.tell(other, Event::MemberChanged(change(user)));
        }
        self.tell_deed(user, user, Event::MemberChanged(change(other)));
        Ok(())
    }

    /// Remembers that an account has come across another, and so may name it by number.
    pub(super) fn meet(&mut self, account: UserId, other: UserId) {
        if let Some(account) = self.accounts.get_mut(&account) {
            account.acquaintances.insert(other);
        }
    }
}
