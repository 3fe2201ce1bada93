//! Messages that go.

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::access::Access;
use super::{Event, MessageKey, Place, World};
use crate::rules::{Refusal, limits, messages};

impl World {
    /// Deletes messages, for everyone or, where an account has a mailbox of its own, for itself alone. Either all
    /// go or none. Numbers of messages that are not there are passed over where there are several, as Telegram's
    /// deleteMessages does.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#deletemessage) refuses.
    pub fn delete_messages(
        &mut self,
        by: UserId,
        chat: ChatId,
        ids: &[MessageId],
        for_everyone: bool,
    ) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Write)?;
        if ids.len() > limits::DELETED_AT_ONCE {
            return Err(Refusal::TooManyMessages);
        }
        let found: Vec<_> = ids.iter().filter_map(|id| self.key_of(by, place, *id)).collect();
        if let ([_], []) = (ids, found.as_slice()) {
            return Err(Refusal::DeleteNotFound);
        }
        let is_bot = self.account(by).is_some_and(super::Account::is_bot);
        let for_everyone = for_everyone || is_bot || place.numbers_its_own();
        for message in found.iter().filter_map(|key| self.message(*key)) {
            let standing = self.standing(by, message);
            messages::may_delete(&standing)?;
            if for_everyone {
                messages::may_delete_for_everyone(&standing)?;
            }
        }
        if for_everyone {
            self.remove_for_everyone(by, place, &found);
        } else {
            let gone = self.remove_for(by, &found);
            self.tell_deed(by, by, Event::DeletedMessages { chat, messages: gone });
        }
        Ok(())
    }

    /// Empties a private chat or a basic group for one account, or, in a private chat, for both.
    ///
    /// # Errors
    /// When the account has no such chat.
    pub fn clear_history(&mut self, by: UserId, chat: ChatId, for_both: bool) -> Result<(), Refusal> {
        let place = self.reach(by, chat, Access::Read)?;
        let keys = self.keys_in(by, place);
        match place {
            Place::Chat(chat) if chat.is_channel() => return Err(Refusal::DeleteForbidden),
            Place::Private(..) if for_both => self.remove_for_everyone(by, place, &keys),
            _ => {
                let gone = self.remove_for(by, &keys);
                self.tell_deed(by, by, Event::DeletedMessages { chat, messages: gone });
            }
        }
        Ok(())
    }

    pub(super) fn remove_for_everyone(&mut self, by: UserId, place: Place, keys: &[MessageKey]) {
        self.advance(place, keys.len());
        for account in self.present(place) {
            let seen: Vec<_> =
                keys.iter().copied().filter(|key| self.view(account, *key).is_some()).collect();
            let messages = match place {
                Place::Chat(chat) if chat.is_channel() => {
                    seen.iter().filter_map(|key| self.chats.get(&chat)?.mailbox.id(*key)).collect()
                }
                _ => self.remove_for(account, &seen),
            };
            if let (false, Some(chat)) = (messages.is_empty(), place.named_by(account)) {
                self.tell_business_deleted(place, account, chat, &messages);
                self.tell_deed(account, by, Event::DeletedMessages { chat, messages });
            }
        }
        for key in keys {
            self.messages.remove(key);
            if let Place::Chat(chat) = place
                && let Some(chat) = self.chats.get_mut(&chat)
            {
                chat.mailbox.take(*key);
            }
        }
    }

    /// Takes messages out of one account's mailbox; the numbers that they had there.
    pub(super) fn remove_for(&mut self, account: UserId, keys: &[MessageKey]) -> Vec<MessageId> {
        let Some(mailbox) = self.mailboxes.get_mut(&account) else { return Vec::new() };
        keys.iter().filter_map(|key| mailbox.take(*key)).collect()
    }
}
