//! Bots that are asked in chats of which they are no members. <https://core.telegram.org/bots/api#answerguestquery>

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::content::Extra;
use super::files::ReadyFile;
use super::inline::{Choice, InlineId, InlineResult};
use super::{
    Account, Event, Message, MessageKey, MessageView, NewMessage, Place, QueryId, Reply, Sender, World,
};
use crate::rules::Refusal;

/// A message in which a bot is asked as a guest.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestQuery {
    /// Its number.
    pub id: QueryId,
    /// Who asks.
    pub from: UserId,
    /// Whom.
    pub bot: UserId,
    /// The message, as the one who asks sees it.
    pub message: MessageView,
}

/// For how many seconds a bot may answer.
const ANSWER_SECONDS: i64 = 60;

impl World {
    /// A user asks a bot by a message that is there already; bots are asked so by those who mention them in a chat where
    /// they are no members.
    ///
    /// # Errors
    /// When the bot is not asked that way, or the user does not see the message.
    pub fn ask_guest(&mut self, bot: UserId, message: &MessageView) -> Result<QueryId, Refusal> {
        let settings = self.account(bot).and_then(Account::bot).ok_or(Refusal::Same("BOT_INVALID"))?;
        if !settings.supports_guest_queries {
            return Err(Refusal::Same("BOT_GUESTCHAT_DISABLED"));
        }
        let from = message.viewer;
        let query = Arc::new(GuestQuery { id: self.new_query_id(), from, bot, message: message.clone() });
        let id = query.id;
        self.guest_queries.insert(id, Arc::clone(&query));
        self.meet(bot, from);
        self.tell(bot, Event::GuestQuery(query));
        Ok(id)
    }

    /// The bots whom a message mentions and who are not in its chat are asked.
    pub(super) fn ask_mentioned(&mut self, sent: &MessageView) {
        let Place::Chat(chat) = sent.message.place else { return };
        let Some(text) = sent.message.text() else { return };
        let mentioned: Vec<UserId> = text
            .entities
            .iter()
            .filter_map(|entity| {
                let is_mention = entity.kind == ambigram_core::types::EntityKind::Mention;
                if !is_mention {
                    return None;
                }
                let (start, length) =
                    (usize::try_from(entity.offset).ok()?, usize::try_from(entity.length).ok()?);
                let name: Vec<u16> = text.text.encode_utf16().skip(start).take(length).collect();
                let account = self.account_by_username(&String::from_utf16_lossy(&name))?;
                account.bot().filter(|bot| bot.supports_guest_queries).map(|_| account.id)
            })
            .collect();
        for bot in mentioned {
            let is_member = self.member_status(chat, bot).is_some_and(|status| status.is_in_chat());
            if !is_member {
                // Whoever cannot be asked is just not asked.
                let _ = self.ask_guest(bot, sent);
            }
        }
    }

    /// A bot answers in the chat where it was asked, once and in time.
    ///
    /// # Errors
    /// When nobody asked, or the chat does not take it.
    pub fn answer_guest(
        &mut self,
        bot: UserId,
        id: QueryId,
        mut result: InlineResult,
        fetched: Option<ReadyFile>,
    ) -> Result<InlineId, Refusal> {
        let now = self.now();
        let asked = self
            .guest_queries
            .get(&id)
            .filter(|query| query.bot == bot && now - query.message.message.date < ANSWER_SECONDS);
        let asked = Arc::clone(asked.ok_or(Refusal::QueryInvalid)?);
        self.accept_result(bot, &mut result)?;
        let (user, chat) = (asked.from, asked.message.chat);
        let keyboard = result.keyboard.clone();
        let (content, link_preview) = self.offered_content(bot, &result, fetched)?;
        let new = NewMessage { link_preview, ..NewMessage::new(content) };
        let draft = self.draft(user, chat, new)?;
        let keyboard = self.accept_keyboard(bot, draft.place, keyboard)?;
        let message = Message {
            author: bot,
            sender: Sender::User(bot),
            keyboard,
            reply: Some(Reply { message: asked.message.message.key, quote: None }),
            extra: Some(Box::new(Extra { guest_caller: Some(user), ..Extra::default() })),
            via_bot: Some(bot),
            ..draft
        };
        let key: MessageKey = self.post(message);
        self.guest_queries.remove(&id);
        let view = self.view(user, key).ok_or(Refusal::ChatNotFound)?;
        Ok(self.name_inline(&view))
    }

    /// A user opens a bot's Web App in a chat; what the bot answers is sent there in the user's name.
    ///
    /// # Errors
    /// When there is no such bot.
    pub fn open_web_app(
        &mut self,
        user: UserId,
        chat: ambigram_core::types::ChatId,
        bot: UserId,
    ) -> Result<String, Refusal> {
        if !self.account(bot).is_some_and(Account::is_bot) {
            return Err(Refusal::Same("BOT_INVALID"));
        }
        self.reach(user, chat, super::Access::Write)?;
        let id = self.new_query_id().0.to_string();
        self.web_apps.insert(id.clone(), (user, chat, bot));
        Ok(id)
    }

    /// A bot answers a Web App that a user opened, once.
    ///
    /// # Errors
    /// When none was opened, or the user may not send that there.
    pub fn answer_web_app(
        &mut self,
        bot: UserId,
        query: &str,
        mut result: InlineResult,
        fetched: Option<ReadyFile>,
    ) -> Result<Option<InlineId>, Refusal> {
        let opened = self.web_apps.get(query).filter(|(_, _, of)| *of == bot).copied();
        let (user, chat, _) = opened.ok_or(Refusal::QueryInvalid)?;
        self.accept_result(bot, &mut result)?;
        let (_, inline) = self.send_offered(bot, user, chat, result, Choice::default(), fetched)?;
        self.web_apps.remove(query);
        Ok(inline)
    }
}
