//! What an account may reach: asked first by every command.

use ambigram_core::types::{ChatId, UserId};

use super::{Account, Place, World};
use crate::rules::{ChatSort, Refusal};

/// How far a command goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It only reads.
    Read,
    /// It changes or adds something.
    Write,
}

impl World {
    /// The place that an account means by an id, if it is within its reach.
    ///
    /// # Errors
    /// When the account does not know the chat, is not in it, or is barred from it. Whether the other in a private
    /// chat wants to hear of it is not asked here.
    pub fn reach(&self, account: UserId, chat: ChatId, access: Access) -> Result<Place, Refusal> {
        let asking = self.account(account).ok_or(Refusal::UserNotFound)?;
        let place = self.place(account, chat).ok_or(Refusal::ChatNotFound)?;
        match place {
            Place::Private(..) => {
                let other = UserId(chat.0);
                if asking.is_bot() && !self.may_name(account, other) {
                    return Err(Refusal::ChatNotFound);
                }
                if access == Access::Write && self.account(other).is_some_and(|other| other.is_deleted) {
                    return Err(Refusal::UserDeactivated);
                }
            }
            Place::Chat(id) => {
                let chat = self.chat(id).ok_or(Refusal::ChatNotFound)?;
                let status = chat.status(account, self.now());
                let knows = chat.members.contains_key(&account) || chat.is_public();
                if !knows {
                    return Err(Refusal::ChatNotFound);
                }
                if chat.sort == ChatSort::Group && access == Access::Read {
                    return Ok(place);
                }
                if let Some(supergroup) = chat.migrated_to {
                    return Err(Refusal::Migrated(supergroup));
                }
                if chat.is_deleted {
                    return Err(match chat.sort {
                        ChatSort::Group => Refusal::GroupDeleted,
                        sort => Refusal::Kicked(sort),
                    });
                }
                if status.is_banned() {
                    return Err(Refusal::Kicked(chat.sort));
                }
                if !status.is_in_chat() && (access == Access::Write || !chat.is_public()) {
                    return Err(Refusal::NotMember(chat.sort));
                }
            }
        }
        Ok(place)
    }

    /// Whether an account may name another by its number: a bot may name people only if it has come across them.
    pub fn may_name(&self, account: UserId, other: UserId) -> bool {
        let is_bot = |id| self.account(id).is_some_and(Account::is_bot);
        let has_met = self.account(account).is_some_and(|own| own.acquaintances.contains(&other));
        !is_bot(account) || is_bot(other) || has_met
    }

    /// The account that another means by a number.
    pub(super) fn named(&self, by: UserId, user: UserId) -> Result<&Account, Refusal> {
        self.account(user).filter(|_| self.may_name(by, user)).ok_or(Refusal::UserNotFound)
    }

    /// The id of the chat that an account means by an `@username`: a supergroup's or a channel's, or a bot's private
    /// chat. <https://core.telegram.org/bots/api#sendmessage>
    ///
    /// # Errors
    /// When nobody has that name, or a person has it.
    pub fn chat_named(&self, username: &str) -> Result<ChatId, Refusal> {
        if let Some(chat) = self.chat_by_username(username) {
            return Ok(chat.id);
        }
        match self.account_by_username(username) {
            Some(account) if account.is_bot() => Ok(account.id.into()),
            Some(_) => Err(Refusal::ChatNotFound),
            None => Err(Refusal::UsernameNotOccupied),
        }
    }
}
