//! Users and chats that are picked by a bot's button. <https://core.telegram.org/api/bots/buttons#peer-requests>

use ambigram_core::types::{ChatId, MessageId, UserId};

use super::access::Access;
use super::bringing::{Brought, Thing};
use super::content::special::{ChatShared, Special, UsersShared};
use super::{Event, MessageView, World};
use crate::rules::Refusal;
use crate::rules::app_keyboard::{Asked, AskedChat, AskedUsers, Deed};

impl World {
    /// A user picks users or a chat by a button that a bot's message gave.
    ///
    /// # Errors
    /// When there is no such button, or they are not what it asks for.
    pub fn pick(
        &mut self,
        user: UserId,
        chat: ChatId,
        message: MessageId,
        button: i32,
        picked: &[ChatId],
    ) -> Result<MessageView, Refusal> {
        let place = self.reach(user, chat, Access::Write)?;
        let key = self.key_of(user, place, message).ok_or(Refusal::PressedMessageNotFound)?;
        let message = self.message(key).ok_or(Refusal::PressedMessageNotFound)?;
        let rows = match message.app_keyboard.as_ref().map(|keyboard| &keyboard.deed) {
            Some(Deed::Show { rows, .. }) => rows,
            _ => return Err(Refusal::Same("BUTTON_ID_INVALID")),
        };
        let asked = rows.iter().flatten().filter_map(|button| button.asks_for.as_ref()).find(|asked| {
            matches!(asked, Asked::Users(AskedUsers { id, .. }) if *id == button)
                || matches!(asked, Asked::Chat(asked) if asked.id == button)
        });
        let special = match asked.cloned() {
            Some(Asked::Users(asked)) => self.picked_users(&asked, picked)?,
            Some(Asked::Chat(asked)) => self.picked_chat(user, chat, &asked, picked)?,
            _ => return Err(Refusal::Same("BUTTON_ID_INVALID")),
        };
        let thing = Thing::Special(Box::new(special));
        self.bring_about(user, chat, Brought { thing, reply_to: None, thread: None, extra: None })
    }

    fn picked_users(&self, asked: &AskedUsers, picked: &[ChatId]) -> Result<Special, Refusal> {
        let most = usize::try_from(asked.most).unwrap_or_default();
        if picked.is_empty() || picked.len() > most {
            return Err(Refusal::Same("REQUESTED_PEERS_COUNT_INVALID"));
        }
        let mut users = Vec::new();
        for id in picked {
            let account = self.account(UserId(id.0)).ok_or(Refusal::UserNotFound)?;
            let fits = asked.is_bot.is_none_or(|wanted| wanted == account.is_bot())
                && asked.is_premium.is_none_or(|wanted| wanted == account.is_premium);
            if !fits {
                return Err(Refusal::Same("REQUESTED_PEER_INVALID"));
            }
            users.push(account.id);
        }
        Ok(Special::UsersShared(UsersShared { request_id: asked.id, users, told: asked.told }))
    }

    fn picked_chat(
        &self,
        user: UserId,
        bot: ChatId,
        asked: &AskedChat,
        picked: &[ChatId],
    ) -> Result<Special, Refusal> {
        let &[id] = picked else { return Err(Refusal::Same("REQUESTED_PEERS_COUNT_INVALID")) };
        let chat = self.chat(id).ok_or(Refusal::ChatNotFound)?;
        let now = self.now();
        let (own, bots) = (chat.status(user, now), chat.status(UserId(bot.0), now));
        let is_owner = matches!(own, crate::rules::MemberStatus::Creator { .. });
        let fits = chat.is_channel() == asked.is_channel
            && asked.is_forum.is_none_or(|wanted| wanted == chat.is_forum)
            && asked.has_username.is_none_or(|wanted| wanted == chat.username.is_some())
            && (is_owner || !asked.is_created)
            && asked.user_rights.is_none_or(|rights| rights.are_within(&own.rights()))
            && asked.bot_rights.is_none_or(|rights| rights.are_within(&bots.rights()))
            && (!asked.bot_is_member || bots.is_in_chat());
        if !fits {
            return Err(Refusal::Same("REQUESTED_PEER_INVALID"));
        }
        Ok(Special::ChatShared(ChatShared { request_id: asked.id, chat: id, told: asked.told }))
    }

    /// A user made a bot that another bot manages, or changed it: the managing one is told.
    ///
    /// # Errors
    /// When the one does not manage bots, or the other is none.
    pub fn tell_managed(&mut self, user: UserId, manager: UserId, bot: UserId) -> Result<(), Refusal> {
        let is_bot = |id| self.account(id).and_then(super::Account::bot);
        if !is_bot(manager).is_some_and(|settings| settings.can_manage_bots) || is_bot(bot).is_none() {
            return Err(Refusal::Same("BOT_INVALID"));
        }
        self.meet(manager, user);
        self.tell(manager, Event::ManagedBot { user, bot });
        Ok(())
    }
}
