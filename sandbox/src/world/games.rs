//! Games, and who scored how much. <https://core.telegram.org/bots/games>

use std::collections::BTreeMap;
use std::sync::Arc;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, MessageId, UserId};

use super::files::{Document, Photo};
use super::{Access, Account, Content, Message, MessageKey, MessageView, Place, Service, World};
use crate::rules::{ContentRefusal, Refusal, messages};

/// A game, as @BotFather makes it for a bot.
#[derive(Debug, Clone, PartialEq)]
pub struct Game {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub bot: UserId,
    /// By what the bot names it.
    pub short_name: String,
    /// Its name.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Its picture.
    pub photo: Arc<Photo>,
    /// How it looks when it is played.
    pub animation: Option<Arc<Document>>,
}

/// A game in a message.
#[derive(Debug, Clone, PartialEq)]
pub struct GameMessage {
    /// Which.
    pub game: Arc<Game>,
    /// Who scored how much, where the bot had that written; may be empty.
    pub text: Text,
}

/// A player's place. <https://core.telegram.org/bots/api#gamehighscore>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HighScore {
    /// Counted from 1.
    pub position: usize,
    /// Whose.
    pub user: UserId,
    /// How much.
    pub score: i32,
}

/// All games, and who scored how much in them, in each chat.
#[derive(Debug, Default)]
pub(super) struct Games {
    games: BTreeMap<(UserId, String), Arc<Game>>,
    scores: BTreeMap<(Place, i64), Vec<(UserId, i32)>>,
}

/// What a bot says of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewScore {
    /// Whose.
    pub user: UserId,
    /// How much.
    pub score: i32,
    /// Whether it counts even where it is worse than before.
    pub is_forced: bool,
    /// Whether the scores are written into the game's message.
    pub edits_message: bool,
}

impl World {
    /// Makes a game as @BotFather does; one of the same name is replaced.
    ///
    /// # Errors
    /// When the account is no bot, or a name is none.
    pub fn create_game(
        &mut self,
        bot: UserId,
        short_name: &str,
        (title, description): (&str, &str),
        photo: Arc<Photo>,
        animation: Option<Arc<Document>>,
    ) -> Result<Arc<Game>, Refusal> {
        if !self.account(bot).is_some_and(Account::is_bot) {
            return Err(Refusal::OnlyBots);
        }
        let is_name = |name: &str| name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric());
        if !(3..=30).contains(&short_name.len()) || !is_name(short_name) {
            return Err(ContentRefusal::GameNotFound.into());
        }
        let id = (self.random.next() >> 1).cast_signed();
        let game = Arc::new(Game {
            id,
            bot,
            short_name: short_name.to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            photo,
            animation,
        });
        self.games.games.insert((bot, short_name.to_owned()), Arc::clone(&game));
        Ok(game)
    }

    /// A bot's game by its name.
    pub fn game(&self, bot: UserId, short_name: &str) -> Option<&Arc<Game>> {
        self.games.games.get(&(bot, short_name.to_owned()))
    }

    /// A game by its number.
    pub fn game_numbered(&self, id: i64) -> Option<&Arc<Game>> {
        self.games.games.values().find(|game| game.id == id)
    }

    pub(super) fn accept_game(&self, by: UserId, bot: UserId, name: &str) -> Result<GameMessage, Refusal> {
        if name.is_empty() {
            return Err(ContentRefusal::GameNameEmpty.into());
        }
        if by != bot && self.account(by).is_some_and(Account::is_bot) {
            return Err(ContentRefusal::GameOfAnotherBot.into());
        }
        let game = self.game(bot, name).ok_or(ContentRefusal::GameNotFound)?;
        Ok(GameMessage { game: Arc::clone(game), text: Text::default() })
    }

    /// A bot says how much a user scored in the game of a message.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#setgamescore) refuses.
    pub fn set_game_score(
        &mut self,
        bot: UserId,
        chat: ChatId,
        id: MessageId,
        new: NewScore,
    ) -> Result<MessageView, Refusal> {
        let (place, key, game) = self.game_at(bot, chat, id, Access::Write)?;
        if !self.account(new.user).is_some_and(|user| !user.is_bot() && !user.is_deleted) {
            return Err(Refusal::UserNotFound);
        }
        if new.score < 0 {
            return Err(ContentRefusal::ScoreInvalid.into());
        }
        let scores = self.games.scores.entry((place, game.id)).or_default();
        let old = scores.iter().find(|(user, _)| *user == new.user).map(|(_, score)| *score);
        let is_better = old.is_none_or(|old| new.score > old);
        if old == Some(new.score) || (!is_better && !new.is_forced) {
            return Err(ContentRefusal::ScoreNotModified.into());
        }
        scores.retain(|(user, _)| *user != new.user);
        let worse = scores.partition_point(|(_, score)| *score >= new.score);
        scores.insert(worse, (new.user, new.score));
        if new.edits_message {
            self.write_scores(bot, key, place, &game);
        }
        self.post_game_score(place, key, &game, new);
        self.view(bot, key).ok_or_else(|| ContentRefusal::GameMessageNotFound.into())
    }

    /// The best players of the game in a message, a user and the nearest of both sides.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#getgamehighscores) refuses.
    pub fn game_high_scores(
        &self,
        bot: UserId,
        chat: ChatId,
        id: MessageId,
        user: UserId,
    ) -> Result<Vec<HighScore>, Refusal> {
        let not_found = |refusal| match refusal {
            Refusal::Content(ContentRefusal::GameMessageNotFound) => {
                ContentRefusal::ScoresMessageNotFound.into()
            }
            other => other,
        };
        let (place, _, game) = self.game_at(bot, chat, id, Access::Read).map_err(not_found)?;
        self.account(user).ok_or(Refusal::UserNotFound)?;
        Ok(self.scores_around(place, game.id, user))
    }

    fn scores_around(&self, place: Place, game: i64, user: UserId) -> Vec<HighScore> {
        /// How many of both sides, and how many of the best.
        const NEAR: (usize, usize) = (2, 3);
        let scores = self.games.scores.get(&(place, game)).map(Vec::as_slice).unwrap_or_default();
        let own = scores.iter().position(|(player, _)| *player == user);
        let is_near = |at: usize| own.is_some_and(|own| at.abs_diff(own) <= NEAR.0);
        scores
            .iter()
            .enumerate()
            .filter(|(at, _)| *at < NEAR.1 || is_near(*at))
            .map(|(at, (user, score))| HighScore { position: at + 1, user: *user, score: *score })
            .collect()
    }

    fn game_at(
        &self,
        bot: UserId,
        chat: ChatId,
        id: MessageId,
        access: Access,
    ) -> Result<(Place, MessageKey, Arc<Game>), Refusal> {
        let place = self.reach(bot, chat, access)?;
        let key = self.key_of(bot, place, id).ok_or(ContentRefusal::GameMessageNotFound)?;
        let message = self.message(key).ok_or(ContentRefusal::GameMessageNotFound)?;
        match &message.content {
            Content::Game(found) if found.game.bot == bot => Ok((place, key, Arc::clone(&found.game))),
            _ => Err(ContentRefusal::GameMessageNotFound.into()),
        }
    }

    /// Writes the scores under the game, the best first.
    fn write_scores(&mut self, bot: UserId, key: MessageKey, place: Place, game: &Arc<Game>) {
        let scores = self.games.scores.get(&(place, game.id)).map(Vec::as_slice).unwrap_or_default();
        let line = |(at, (user, score)): (usize, &(UserId, i32))| {
            let name = self.account(*user).map(Account::full_name).unwrap_or_default();
            format!("{}. {name} – {score}", at + 1)
        };
        let lines: Vec<_> = scores.iter().enumerate().take(10).map(line).collect();
        let Some(message) = self.message(key).cloned() else { return };
        if !messages_may_change(self, bot, &message) {
            return;
        }
        let text = Text::plain(lines.join("\n"));
        let content = Content::Game(GameMessage { game: Arc::clone(game), text });
        let edit_date = Some(self.now());
        self.replace(Message { content, edit_date, ..Message::clone(&message) }, bot);
    }

    fn post_game_score(&mut self, place: Place, key: MessageKey, game: &Arc<Game>, new: NewScore) {
        let reply = Some(super::Reply { message: key, quote: None });
        let service = Service::GameScore { game: game.id, score: new.score };
        let sender = super::Sender::User(new.user);
        let date = self.now();
        let message = Message::new(place, new.user, sender, date, Content::Service(service));
        self.post(Message { reply, ..message });
    }
}

/// Whether the scores may be written into a message still.
fn messages_may_change(world: &World, bot: UserId, message: &Message) -> bool {
    messages::may_edit(&world.standing(bot, message), messages::Edit::Content).is_ok()
}

impl Message {
    /// The game that pressing its first button starts.
    pub fn game(&self) -> Option<&Arc<Game>> {
        match &self.content {
            Content::Game(found) => Some(&found.game),
            _ => None,
        }
    }
}
