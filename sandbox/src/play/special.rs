//! What people bring about that bots cannot, and what they ask bots for in the middle of a chat.

use ambigram_core::types::{MessageId, UserId};

use super::Conversation;
use crate::rules::Refusal;
use crate::world::inline::{Choice, InlineAnswer, NewInlineQuery};
use crate::world::{Brought, Extra, QueryId, Special, Thing};

impl Conversation {
    /// Brings about something that bots cannot send: a gift, a story, a list of tasks and the like.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn bring_about(&self, special: Special) -> Result<MessageId, Refusal> {
        self.bring(Brought {
            thing: Thing::Special(Box::new(special)),
            reply_to: None,
            thread: None,
            extra: None,
        })
    }

    /// Writes a text that tells of itself what only Telegram can say of it.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn say_with(&self, text: &str, extra: Extra) -> Result<MessageId, Refusal> {
        self.bring(Brought {
            thing: Thing::Text(text.into()),
            reply_to: None,
            thread: None,
            extra: Some(extra),
        })
    }

    /// Brings something about, with all that can be said of it.
    ///
    /// # Errors
    /// When Telegram refuses it.
    pub fn bring(&self, brought: Brought) -> Result<MessageId, Refusal> {
        let (user, chat) = (self.user(), self.id());
        self.telegram().world().write(|world| world.bring_about(user, chat, brought)).map(|view| view.id)
    }

    /// Asks a bot for something in the middle of the chat.
    ///
    /// # Errors
    /// When the bot has no inline mode.
    pub fn ask_inline(&self, bot: UserId, query: &str) -> Result<QueryId, Refusal> {
        let new = NewInlineQuery { text: query.to_owned(), ..NewInlineQuery::default() };
        let (user, chat) = (self.user(), self.id());
        self.telegram().world().write(|world| world.ask_inline(user, chat, bot, new))
    }

    /// What the bot offers; waits for it.
    pub async fn offers(&self, query: QueryId) -> InlineAnswer {
        let answer = self.telegram().wait_for(|world| world.inline_query(query)?.answer.clone()).await;
        InlineAnswer::clone(&answer)
    }

    /// Sends something that a bot offered.
    ///
    /// # Errors
    /// When it offered no such thing, or Telegram refuses it.
    pub fn choose(&self, query: QueryId, result: &str) -> Result<MessageId, Refusal> {
        let (user, chat, world) = (self.user(), self.id(), self.telegram().world());
        let offered = world.read(|world| world.offered(user, query, result))?.1;
        let fetched = offered.fetch(world)?;
        let choice = Choice { result: result.to_owned(), ..Choice::default() };
        world.write(|world| world.choose(user, chat, query, choice, fetched)).map(|view| view.id)
    }
}
