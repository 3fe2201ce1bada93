//! Presses of buttons and their answers.

use std::sync::Arc;

use ambigram_core::text::link;
use ambigram_core::types::{ButtonKind, CallbackQueryId, ChatId, InlineKeyboard, MessageId, UserId};

use super::access::Access;
use super::inline::InlineId;
use super::{Event, MessageKey, Place, PressedMessage, World};
use crate::rules::{Refusal, limits};

/// A press's number. The Bot API writes it as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueryId(pub i64);

impl From<QueryId> for CallbackQueryId {
    fn from(id: QueryId) -> Self {
        id.0.to_string().into()
    }
}

/// A press of a button. <https://core.telegram.org/bots/api#callbackquery>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallbackQuery {
    /// Its number.
    pub id: QueryId,
    /// Who pressed.
    pub from: UserId,
    /// Whose button it was.
    pub bot: UserId,
    /// Where.
    pub place: Place,
    /// The message with the button.
    pub message: MessageKey,
    /// What the button carried; empty where it starts a game.
    pub data: String,
    /// By what the bot names the message, where it was sent by way of it.
    pub inline: Option<InlineId>,
    /// The game that it starts, by its bot's name of it.
    pub game: Option<String>,
    /// The same for all presses in one chat.
    pub chat_instance: i64,
    /// When it was pressed, in seconds since 1970.
    pub date: i64,
    /// The bot's answer.
    pub answer: Option<CallbackAnswer>,
    /// How many presses there were in the world before it.
    pub(super) order: usize,
}

/// What the user who pressed is shown. <https://core.telegram.org/bots/api#answercallbackquery>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallbackAnswer {
    /// The text; nothing is shown where absent.
    pub text: Option<String>,
    /// Whether the text is an alert, to be dismissed, rather than shown for a moment.
    pub show_alert: bool,
    /// The address that is opened.
    pub url: Option<String>,
    /// For how many seconds the app may reuse the answer.
    pub cache_time: u32,
}

impl World {
    /// A user presses the button that carries `data`.
    ///
    /// # Errors
    /// When the message is not there, or has no such button.
    pub fn press(
        &mut self,
        user: UserId,
        chat: ChatId,
        id: MessageId,
        data: &str,
    ) -> Result<QueryId, Refusal> {
        self.press_button(user, chat, id, Some(data))
    }

    /// A user presses the button that starts a message's game.
    ///
    /// # Errors
    /// When the message is not there, or holds no game.
    pub fn press_game(&mut self, user: UserId, chat: ChatId, id: MessageId) -> Result<QueryId, Refusal> {
        self.press_button(user, chat, id, None)
    }

    /// Presses the button with this data, or the one that starts the game where there is none.
    fn press_button(
        &mut self,
        user: UserId,
        chat: ChatId,
        id: MessageId,
        data: Option<&str>,
    ) -> Result<QueryId, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let place = self.reach(user, chat, Access::Read)?;
        let key = self.key_of(user, place, id).ok_or(Refusal::PressedMessageNotFound)?;
        let message = self.message(key).ok_or(Refusal::PressedMessageNotFound)?;
        let carries = |kind: &ButtonKind| match (kind, data) {
            (ButtonKind::Callback(own), Some(data)) => own.as_str() == data,
            (ButtonKind::CallbackGame, None) => true,
            _ => false,
        };
        if !message.keyboard.iter().flat_map(InlineKeyboard::buttons).any(|button| carries(&button.kind)) {
            return Err(Refusal::PressedDataInvalid);
        }
        let bot = message.via_bot.unwrap_or(message.author);
        let game = message.game().filter(|_| data.is_none()).map(|game| game.short_name.clone());
        let query = Arc::new(CallbackQuery {
            id: self.new_query_id(),
            from: user,
            bot,
            place,
            message: key,
            inline: self.inline_id(key),
            data: data.unwrap_or_default().to_owned(),
            game,
            chat_instance: self.chat_instance(place),
            date: self.now(),
            answer: None,
            order: self.queries.len(),
        });
        let view = self.view(bot, key);
        let pressed = PressedMessage {
            chat: place.named_by(bot).unwrap_or(chat),
            id: view.as_ref().map_or(id, |view| view.id),
            view,
        };
        self.queries.insert(query.id, Arc::clone(&query));
        self.meet(bot, user);
        let id = query.id;
        self.tell(bot, Event::CallbackQuery { query, message: pressed });
        Ok(id)
    }

    /// A press by its number.
    pub fn callback_query(&self, id: QueryId) -> Option<&Arc<CallbackQuery>> {
        self.queries.get(&id)
    }

    /// A bot answers a press, once and in time.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#answercallbackquery) refuses.
    pub fn answer_callback(
        &mut self,
        bot: UserId,
        id: QueryId,
        answer: CallbackAnswer,
    ) -> Result<(), Refusal> {
        let now = self.now();
        let answer = CallbackAnswer { text: answer.text.filter(|text| !text.is_empty()), ..answer };
        let is_game = self.queries.get(&id).is_some_and(|query| query.game.is_some());
        if let Some(url) = &answer.url {
            self.check_answer_url(bot, url, is_game)?;
        }
        let query = self.queries.get_mut(&id).filter(|query| {
            query.bot == bot && query.answer.is_none() && now - query.date < limits::CALLBACK_QUERY_SECONDS
        });
        let query = query.ok_or(Refusal::QueryInvalid)?;
        if answer.text.as_deref().is_some_and(|text| text.chars().count() > limits::CALLBACK_ANSWER) {
            return Err(Refusal::CallbackAnswerTooLong);
        }
        let user = query.from;
        Arc::make_mut(query).answer = Some(answer.clone());
        self.tell(user, Event::CallbackAnswered { query: id, bot, answer });
        Ok(())
    }

    /// Other addresses than links to the bot itself are for games.
    fn check_answer_url(&self, bot: UserId, url: &str, is_game: bool) -> Result<(), Refusal> {
        let url = link::check(url).map_err(|_| Refusal::CallbackUrlInvalid)?;
        if is_game {
            return Ok(());
        }
        let username = self.account(bot).and_then(|bot| bot.username.as_deref()).unwrap_or_default();
        let names_bot = |rest: &str| {
            let name = rest.split(['?', '/', '&']).next().unwrap_or_default();
            name.eq_ignore_ascii_case(username)
        };
        let starts = ["https://t.me/", "http://t.me/", "https://telegram.me/", "tg://resolve?domain="];
        let is_own = starts.iter().any(|start| url.strip_prefix(start).is_some_and(names_bot));
        if is_own { Ok(()) } else { Err(Refusal::CallbackUrlInvalid) }
    }

    pub(super) fn new_query_id(&mut self) -> QueryId {
        loop {
            let id = QueryId((self.random.next() >> 1).cast_signed());
            if id.0 != 0 && !self.queries.contains_key(&id) {
                return id;
            }
        }
    }

    fn chat_instance(&mut self, place: Place) -> i64 {
        if let Some(instance) = self.chat_instances.get(&place) {
            return *instance;
        }
        let instance = self.random.next().cast_signed();
        self.chat_instances.insert(place, instance);
        instance
    }
}
