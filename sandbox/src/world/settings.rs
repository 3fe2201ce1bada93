//! What can be set in groups, supergroups and channels beside title and permissions.

use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

use super::files::Photo;
use super::{Access, Chat, GroupService, Place, Service, World};
use crate::rules::reactions::Offered;
use crate::rules::{ChatRefusal, ChatSort, Refusal};

/// What is set in a chat. <https://core.telegram.org/bots/api#chatfullinfo>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChatSettings {
    /// For how many seconds a member waits between two messages; supergroups only.
    pub slow_mode: u32,
    /// Whether messages may be neither forwarded nor saved.
    pub is_protected: bool,
    /// After how many seconds new messages go; 0 for never.
    pub auto_delete: u32,
    /// Whether those who join ask to be let in; public supergroups only.
    pub join_by_request: bool,
    /// Whether only members write; supergroups with a channel only.
    pub join_to_send: bool,
    /// Whether new members don't see what was written before.
    pub history_hidden: bool,
    /// Which reactions it offers.
    pub reactions: Offered,
    /// The set of stickers that members are offered, by its name; supergroups only.
    pub sticker_set: Option<String>,
}

/// The times between two messages that Telegram offers, in seconds.
const SLOW_MODES: [u32; 8] = [0, 5, 10, 30, 60, 300, 900, 3600];

/// The longest time until messages go by themselves: a year.
const LONGEST_AUTO_DELETE: u32 = 366 * 86_400;

impl World {
    /// Has members wait between two messages, or not (0).
    ///
    /// # Errors
    /// When the account may not, or Telegram doesn't offer the time.
    pub fn set_slow_mode(&mut self, by: UserId, chat: ChatId, seconds: u32) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NeedAdministrator);
        }
        if !SLOW_MODES.contains(&seconds) {
            return Err(ChatRefusal::SlowModeInvalid.into());
        }
        self.set(chat, |settings| std::mem::replace(&mut settings.slow_mode, seconds) != seconds)
    }

    /// Keeps messages from being forwarded and saved, or doesn't any more.
    ///
    /// # Errors
    /// When the account is not the owner.
    pub fn set_protected(&mut self, by: UserId, chat: ChatId, is_protected: bool) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        if !self.is_creator(by, chat) {
            return Err(Refusal::NeedAdministrator);
        }
        self.set(chat, |settings| std::mem::replace(&mut settings.is_protected, is_protected) != is_protected)
    }

    /// Has new messages go after so many seconds (0 for never), and says so in the chat.
    ///
    /// # Errors
    /// When the account may not, or Telegram doesn't offer the time.
    pub fn set_auto_delete(&mut self, by: UserId, chat: ChatId, seconds: u32) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        if !seconds.is_multiple_of(86_400) || seconds > LONGEST_AUTO_DELETE {
            return Err(ChatRefusal::AutoDeleteInvalid.into());
        }
        match place {
            Place::Private(..) => {
                let old = self.auto_delete.insert(place, seconds).unwrap_or_default();
                if old == seconds {
                    return Err(ChatRefusal::ChatNotModified.into());
                }
            }
            Place::Chat(id) => {
                self.may_change_info(by, id, "change message auto-delete time")?;
                self.set(id, |settings| std::mem::replace(&mut settings.auto_delete, seconds) != seconds)?;
            }
        }
        self.post_service(place, by, Service::Group(GroupService::AutoDeleteSet(seconds)));
        Ok(())
    }

    /// After how many seconds new messages of a place go; 0 for never.
    pub fn auto_delete(&self, place: Place) -> u32 {
        match place {
            Place::Private(..) => self.auto_delete.get(&place).copied().unwrap_or_default(),
            Place::Chat(chat) => self.chat(chat).map_or(0, |chat| chat.settings.auto_delete),
        }
    }

    /// Lets those who join a public supergroup in only when they are approved, or at once.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_join_by_request(&mut self, by: UserId, chat: ChatId, is_on: bool) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NeedAdministrator);
        }
        self.set(chat, |settings| std::mem::replace(&mut settings.join_by_request, is_on) != is_on)
    }

    /// Has only members write, or anybody.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_join_to_send(&mut self, by: UserId, chat: ChatId, is_on: bool) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NeedAdministrator);
        }
        self.set(chat, |settings| std::mem::replace(&mut settings.join_to_send, is_on) != is_on)
    }

    /// Says whether new members see what was written before. They do here in any case; only the setting is kept.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_history_hidden(&mut self, by: UserId, chat: ChatId, is_hidden: bool) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        self.may_change_info(by, chat, "change chat settings")?;
        self.set(chat, |settings| std::mem::replace(&mut settings.history_hidden, is_hidden) != is_hidden)
    }

    /// Says which reactions a chat offers.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_offered_reactions(
        &mut self,
        by: UserId,
        chat: ChatId,
        offered: Offered,
    ) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        self.may_change_info(by, chat, "change chat reactions")?;
        self.set(chat, |settings| {
            let changes = settings.reactions != offered;
            settings.reactions = offered;
            changes
        })
    }

    /// Offers members a set of stickers, by its name; none where it is `None`.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_sticker_set(&mut self, by: UserId, chat: ChatId, name: Option<String>) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        self.may_change_info(by, chat, "change supergroup sticker set")?;
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        chat.settings.sticker_set = name;
        Ok(())
    }

    /// Gives a chat a photo, or takes it away, and says so in the chat.
    ///
    /// # Errors
    /// When the account may not.
    pub fn set_chat_photo(
        &mut self,
        by: UserId,
        chat: ChatId,
        photo: Option<Arc<Photo>>,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        self.may_change_info(by, chat, "change chat photo")?;
        if photo.is_none() && self.profile_photo(chat).is_none() {
            return Err(ChatRefusal::ChatNotModified.into());
        }
        let service = match &photo {
            Some(photo) => GroupService::PhotoChanged(Arc::clone(photo)),
            None => GroupService::PhotoDeleted,
        };
        self.set_profile_photo(chat, photo);
        self.post_service(place, by, Service::Group(service));
        Ok(())
    }

    /// Gives a supergroup or channel a public name, or takes it away.
    ///
    /// # Errors
    /// When the account is not the owner, or the name cannot be had.
    pub fn set_username(
        &mut self,
        by: UserId,
        chat: ChatId,
        username: Option<String>,
    ) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        let group = self.chat(chat).ok_or(Refusal::NotInPrivateChats)?;
        if group.sort == ChatSort::Group {
            return Err(Refusal::OnlyInSupergroups);
        }
        if !self.is_creator(by, chat) {
            return Err(Refusal::NeedAdministrator);
        }
        if let Some(username) = &username {
            self.check_new_username(username)?;
        }
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        chat.username = username;
        Ok(())
    }

    /// Turns a supergroup into a forum, or a forum into a plain supergroup.
    ///
    /// # Errors
    /// When the account is not the owner.
    pub fn set_forum(&mut self, by: UserId, chat: ChatId, is_forum: bool) -> Result<(), Refusal> {
        self.supergroup(by, chat)?;
        if !self.is_creator(by, chat) {
            return Err(Refusal::NeedAdministrator);
        }
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        if std::mem::replace(&mut chat.is_forum, is_forum) == is_forum {
            return Err(ChatRefusal::ChatNotModified.into());
        }
        Ok(())
    }

    /// Bars a channel from writing in a chat in its own name, or lets it again.
    /// <https://core.telegram.org/bots/api#banchatsenderchat>
    ///
    /// # Errors
    /// When the account may not, or the other is no supergroup or channel that could.
    pub fn set_sender_banned(
        &mut self,
        by: UserId,
        chat: ChatId,
        sender: ChatId,
        is_banned: bool,
    ) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        let group = self.chat(chat).ok_or(ChatRefusal::Private("ban members in private chats"))?;
        if group.sort == ChatSort::Group {
            return match is_banned {
                true => Err(ChatRefusal::Cannot("ban chats in basic groups").into()),
                false => Ok(()),
            };
        }
        if !self.rights_of(by, chat).can_restrict_members {
            return Err(Refusal::NoRight("restrict/unrestrict chat member"));
        }
        if !sender.is_channel() || self.chat(sender).is_none() || sender == chat {
            return Err(ChatRefusal::Cannot("restrict the chat").into());
        }
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::ChatNotFound)?;
        if is_banned {
            chat.banned_senders.insert(sender);
        } else {
            chat.banned_senders.remove(&sender);
        }
        Ok(())
    }

    /// The supergroups and channels that may not write in a chat in their own names.
    pub fn banned_senders(&self, chat: ChatId) -> impl Iterator<Item = ChatId> + use<'_> {
        self.chat(chat).into_iter().flat_map(|chat| chat.banned_senders.iter().copied())
    }

    /// Whether an account may change title, photo and the like.
    pub(super) fn may_change_info(
        &self,
        by: UserId,
        chat: ChatId,
        what: &'static str,
    ) -> Result<(), Refusal> {
        let may = self.permissions_of(by, chat).can_change_info
            && !self.is_plain_in_channel(by, chat)
            && !self.is_plain_bot_in_group(by, chat);
        if may { Ok(()) } else { Err(Refusal::NoRight(what)) }
    }

    /// Whether an account may give a chat another title or description.
    ///
    /// # Errors
    /// When it may not.
    pub fn may_set_title(&self, by: UserId, chat: ChatId) -> Result<(), Refusal> {
        self.may_change_info(by, chat, "change chat title")
    }

    /// How long an account has to wait before it writes in a chat again. Administrators never wait.
    pub(super) fn slow_mode_wait(&self, account: UserId, chat: ChatId) -> Option<i64> {
        let group = self.chat(chat).filter(|chat| chat.settings.slow_mode > 0)?;
        if group.status(account, self.now()).is_administrator() {
            return None;
        }
        let wrote = group.details(account).wrote?;
        Some(wrote + i64::from(group.settings.slow_mode) - self.now()).filter(|wait| *wait > 0)
    }

    /// Remembers when an account wrote last, where that makes it wait.
    pub(super) fn note_writing(&mut self, account: UserId, place: Place) {
        let now = self.now();
        let Place::Chat(chat) = place else { return };
        if let Some(chat) = self.chats.get_mut(&chat).filter(|chat| chat.settings.slow_mode > 0) {
            chat.details.entry(account).or_default().wrote = Some(now);
        }
    }

    fn supergroup(&self, by: UserId, chat: ChatId) -> Result<(), Refusal> {
        self.reach(by, chat, Access::Write)?;
        let is_supergroup = |chat: &Chat| chat.sort == ChatSort::Supergroup;
        if self.chat(chat).is_some_and(is_supergroup) { Ok(()) } else { Err(Refusal::OnlyInSupergroups) }
    }

    fn set(&mut self, chat: ChatId, change: impl FnOnce(&mut ChatSettings) -> bool) -> Result<(), Refusal> {
        let chat = self.chats.get_mut(&chat).ok_or(Refusal::NotInPrivateChats)?;
        if change(&mut chat.settings) { Ok(()) } else { Err(ChatRefusal::ChatNotModified.into()) }
    }
}
