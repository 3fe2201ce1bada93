//! Inline mode: what users ask bots for in the middle of a chat, what bots offer, and what users send of it.
//! <https://core.telegram.org/bots/inline>

mod answering;
mod choosing;
mod message;
mod result;

use std::collections::BTreeMap;
use std::sync::Arc;

use ambigram_core::types::{ChatId, UserId};

pub use answering::{AnswerButton, InlineAnswer};
pub use choosing::Choice;
pub use message::InlineId;
pub use result::{InlineResult, ResultFile, ResultKind, Sends, WebDocument};

use super::access::Access;
use super::{Account, Event, MessageKey, Place, QueryId, World};
use crate::rules::{ChatSort, Refusal};

/// What users asked, and the messages that came of it.
#[derive(Debug, Default)]
pub(super) struct Inline {
    queries: BTreeMap<QueryId, Arc<InlineQuery>>,
    /// The messages that bots may edit although they are others'.
    messages: BTreeMap<InlineId, MessageKey>,
    ids: BTreeMap<MessageKey, InlineId>,
}

/// What a user asks a bot for in the middle of a chat. <https://core.telegram.org/bots/api#inlinequery>
#[derive(Debug, Clone, PartialEq)]
pub struct InlineQuery {
    /// Its number.
    pub id: QueryId,
    /// Who asks.
    pub from: UserId,
    /// Whom.
    pub bot: UserId,
    /// For what.
    pub text: String,
    /// From where in the results on, in the bot's own words.
    pub offset: String,
    /// Where the user is, latitude and longitude, where the bot is told.
    pub location: Option<(f64, f64)>,
    /// In what sort of chat.
    pub place: AskedIn,
    /// When, in seconds since 1970.
    pub date: i64,
    /// What the bot offers.
    pub answer: Option<Arc<InlineAnswer>>,
}

/// In what sort of chat a bot is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AskedIn {
    /// In the private chat with the bot itself.
    OwnChat,
    /// In the private chat with a person.
    Private,
    /// In the private chat with another bot.
    OtherBot,
    /// In a chat of several.
    Chat(ChatSort),
}

/// What a user asks.
#[derive(Debug, Clone, Default)]
pub struct NewInlineQuery {
    /// For what, at most 256 characters.
    pub text: String,
    /// From where in the results on.
    pub offset: String,
    /// Where the user is, latitude and longitude.
    pub location: Option<(f64, f64)>,
}

/// For how many seconds a bot may answer.
const ANSWER_SECONDS: i64 = 30;

/// The most characters of what is asked. <https://core.telegram.org/bots/api#inlinequery>
const QUERY: usize = 256;

impl World {
    /// A user asks a bot for something. Where the same was asked lately, its answer is given again, and the bot is told
    /// nothing.
    ///
    /// # Errors
    /// When the bot has no inline mode, or the user cannot reach the chat.
    pub fn ask_inline(
        &mut self,
        user: UserId,
        chat: ChatId,
        bot: UserId,
        new: NewInlineQuery,
    ) -> Result<QueryId, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let settings = self.account(bot).and_then(Account::bot).ok_or(Refusal::Same("BOT_INVALID"))?;
        if !settings.supports_inline_queries {
            return Err(Refusal::Same("BOT_INLINE_DISABLED"));
        }
        let place = self.reach(user, chat, Access::Read)?;
        let text: String = new.text.chars().take(QUERY).collect();
        let answer = self.known_answer(user, bot, &text, &new);
        let query = Arc::new(InlineQuery {
            id: self.new_query_id(),
            from: user,
            bot,
            text,
            offset: new.offset,
            location: new.location,
            place: self.asked_in(place, chat, bot),
            date: self.now(),
            answer,
        });
        self.inline.queries.insert(query.id, Arc::clone(&query));
        let id = query.id;
        if query.answer.is_none() {
            self.meet(bot, user);
            self.tell(bot, Event::InlineQuery(query));
        }
        Ok(id)
    }

    /// What was asked, by its number.
    pub fn inline_query(&self, id: QueryId) -> Option<&Arc<InlineQuery>> {
        self.inline.queries.get(&id)
    }

    /// An answer that still holds: everybody's, unless it was meant for one user only.
    fn known_answer(
        &self,
        user: UserId,
        bot: UserId,
        text: &str,
        new: &NewInlineQuery,
    ) -> Option<Arc<InlineAnswer>> {
        let now = self.now();
        let known = self.inline.queries.values().find_map(|known| {
            let answer = known.answer.as_ref()?;
            let same = known.bot == bot && known.text == text && known.offset == new.offset;
            let here = known.location == new.location && (!answer.is_personal || known.from == user);
            (same && here && answer.date + i64::from(answer.cache_time) > now).then_some(answer)
        });
        known.cloned()
    }

    fn asked_in(&self, place: Place, chat: ChatId, bot: UserId) -> AskedIn {
        match place {
            Place::Chat(_) => self.sort_of(place).map_or(AskedIn::Private, AskedIn::Chat),
            Place::Private(..) if chat == ChatId::from(bot) => AskedIn::OwnChat,
            Place::Private(..) if self.account(UserId(chat.0)).is_some_and(Account::is_bot) => {
                AskedIn::OtherBot
            }
            Place::Private(..) => AskedIn::Private,
        }
    }
}
