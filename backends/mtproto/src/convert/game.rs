//! Games and their scores.

use ambigram_core::text::Text;
use ambigram_core::types::{Game, GameHighScore, UserId};
use grammers_tl_types::enums;

use super::document::animation;
use super::photo::photo;
use super::{Known, given};

/// A game, with what is written beside it. <https://core.telegram.org/bots/api#game>
pub(super) fn game(game: &enums::Game, text: Text) -> Game {
    let enums::Game::Game(game) = game;
    Game {
        text: given::text(&text.text),
        text_entities: text.entities,
        animation: game.document.as_ref().and_then(animation).map(Box::new),
        ..Game::new(game.title.as_str(), game.description.as_str(), photo(&game.photo).unwrap_or_default())
    }
}

/// The table of a game's best players. <https://core.telegram.org/bots/api#gamehighscore>
pub(crate) fn high_scores(scores: &enums::messages::HighScores) -> Vec<GameHighScore> {
    let enums::messages::HighScores::Scores(told) = scores;
    let known = Known::of(&told.users, &[]);
    let scores = told.scores.iter().map(|enums::HighScore::Score(score)| {
        let user = known.user(UserId(score.user_id));
        GameHighScore::new(given::count(score.pos), user, given::count(score.score))
    });
    scores.collect()
}
