//! Business accounts that let bots read and write in their name. <https://core.telegram.org/bots/features#bots-for-business>

use std::sync::Arc;

use ambigram_core::types::{ChatId, MessageId, UserId};
use serde::Deserialize;

use super::content::Extra;
use super::{Account, Event, MessageView, NewMessage, Place, World};
use crate::rules::Refusal;

/// A bot's connection to a business account. <https://core.telegram.org/bots/api#businessconnection>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessConnection {
    /// Its name.
    pub id: String,
    /// Whose account.
    pub user: UserId,
    /// Which bot.
    pub bot: UserId,
    /// When it was made, in seconds since 1970.
    pub date: i64,
    /// What the bot may do.
    pub rights: BusinessRights,
    /// Whether it still holds.
    pub is_enabled: bool,
}

/// What a bot may do in the name of a business account. <https://core.telegram.org/bots/api#businessbotrights>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, clippy::struct_excessive_bools, reason = "the fields are Telegram's own")]
pub struct BusinessRights {
    pub can_reply: bool,
    pub can_read_messages: bool,
    pub can_delete_sent_messages: bool,
    pub can_delete_all_messages: bool,
    pub can_edit_name: bool,
    pub can_edit_bio: bool,
    pub can_edit_profile_photo: bool,
    pub can_edit_username: bool,
    pub can_change_gift_settings: bool,
    pub can_view_gifts_and_stars: bool,
    pub can_convert_gifts_to_stars: bool,
    pub can_transfer_and_upgrade_gifts: bool,
    pub can_transfer_stars: bool,
    pub can_manage_stories: bool,
}

impl BusinessRights {
    /// The rights by the Bot API's names, in its order.
    pub fn fields(&self) -> [(&'static str, bool); 14] {
        [
            ("can_reply", self.can_reply),
            ("can_read_messages", self.can_read_messages),
            ("can_delete_sent_messages", self.can_delete_sent_messages),
            ("can_delete_all_messages", self.can_delete_all_messages),
            ("can_edit_name", self.can_edit_name),
            ("can_edit_bio", self.can_edit_bio),
            ("can_edit_profile_photo", self.can_edit_profile_photo),
            ("can_edit_username", self.can_edit_username),
            ("can_change_gift_settings", self.can_change_gift_settings),
            ("can_view_gifts_and_stars", self.can_view_gifts_and_stars),
            ("can_convert_gifts_to_stars", self.can_convert_gifts_to_stars),
            ("can_transfer_and_upgrade_gifts", self.can_transfer_and_upgrade_gifts),
            ("can_transfer_stars", self.can_transfer_stars),
            ("can_manage_stories", self.can_manage_stories),
        ]
    }
}

impl World {
    /// A user connects a bot to their account, changes what it may do, or (without rights) disconnects it.
    ///
    /// # Errors
    /// When the bot is not made for that.
    pub fn connect_business(
        &mut self,
        user: UserId,
        bot: UserId,
        rights: Option<BusinessRights>,
    ) -> Result<Arc<BusinessConnection>, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let settings = self.account(bot).and_then(Account::bot).ok_or(Refusal::Same("BOT_INVALID"))?;
        if !settings.can_connect_to_business {
            return Err(Refusal::Same("BOT_BUSINESS_MISSING"));
        }
        let known = self.business.values().find(|known| known.user == user && known.bot == bot);
        let known = known.map(|known| BusinessConnection::clone(known));
        let connection = match (known, rights) {
            (Some(known), Some(rights)) => BusinessConnection { rights, is_enabled: true, ..known },
            (Some(known), None) => BusinessConnection { is_enabled: false, ..known },
            (None, None) => return Err(Refusal::Same("BOT_NOT_CONNECTED_YET")),
            (None, Some(rights)) => {
                let id = format!("{:016x}{:016x}", self.random.next(), self.random.next());
                BusinessConnection { id, user, bot, date: self.now(), rights, is_enabled: true }
            }
        };
        let connection = Arc::new(connection);
        self.business.insert(connection.id.clone(), Arc::clone(&connection));
        self.meet(bot, user);
        self.tell(bot, Event::BusinessConnection(Arc::clone(&connection)));
        Ok(connection)
    }

    /// A bot's connection, by its name.
    ///
    /// # Errors
    /// When there is none.
    pub fn business_connection(&self, bot: UserId, id: &str) -> Result<Arc<BusinessConnection>, Refusal> {
        let known = self.business.get(id).filter(|known| known.bot == bot);
        known.cloned().ok_or(Refusal::BusinessConnectionNotFound)
    }

    /// A bot writes in the name of a business account, in a chat that wrote within the last day.
    ///
    /// # Errors
    /// When the bot may not, or Telegram refuses the message.
    pub fn send_as_business(
        &mut self,
        bot: UserId,
        connection: &str,
        chat: ChatId,
        new: NewMessage,
    ) -> Result<MessageView, Refusal> {
        let connection = self.business_connection(bot, connection)?;
        if !connection.is_enabled || !connection.rights.can_reply {
            return Err(Refusal::Same("BOT_ACCESS_FORBIDDEN"));
        }
        if !chat.is_user() {
            return Err(Refusal::Same("BUSINESS_PEER_INVALID"));
        }
        let keyboard = new.keyboard.clone();
        let mut message = self.draft(connection.user, chat, NewMessage { keyboard: None, ..new })?;
        message.keyboard = self.accept_keyboard(bot, message.place, keyboard)?;
        message.extra = Some(Box::new(Extra { business_bot: Some(bot), ..Extra::default() }));
        self.post_draft(connection.user, chat, message)
    }

    /// The bots that are told of what happens in a private chat, and whose it is.
    fn business_readers(&self, place: Place) -> Vec<Arc<BusinessConnection>> {
        let Place::Private(one, other) = place else { return Vec::new() };
        let tells = |known: &&Arc<BusinessConnection>| {
            let is_theirs = known.user == one || known.user == other;
            known.is_enabled && is_theirs && known.bot != one && known.bot != other && one != other
        };
        self.business.values().filter(tells).cloned().collect()
    }

    /// Tells the bots of those who wrote, or were written to, in their business accounts.
    pub(super) fn tell_business(&mut self, key: super::MessageKey, is_edit: bool) {
        let Some(message) = self.message(key) else { return };
        let (place, author) = (message.place, message.author);
        let sent_by = message.extra.as_ref().and_then(|extra| extra.business_bot);
        for connection in self.business_readers(place) {
            let Some(view) = self.view(connection.user, key) else { continue };
            let bot = connection.bot;
            self.meet(bot, author);
            let event = Event::BusinessMessage { connection, message: view, is_edit };
            self.enqueue(bot, sent_by == Some(bot), event);
        }
    }

    /// Tells the bots of business accounts that messages are gone there.
    pub(super) fn tell_business_deleted(
        &mut self,
        place: Place,
        account: UserId,
        chat: ChatId,
        messages: &[MessageId],
    ) {
        for connection in self.business_readers(place) {
            if connection.user != account {
                continue;
            }
            let (bot, messages) = (connection.bot, messages.to_vec());
            self.tell(bot, Event::BusinessDeleted { connection, chat, messages });
        }
    }
}
