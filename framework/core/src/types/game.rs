//! Games and their scores.

use super::define::object;
use super::{Animation, MessageEntity, Name, Photo, User};

object! {
    /// A game. <https://core.telegram.org/bots/api#game>
    Game {
        required {
            /// The title.
            title: Name,
            /// What the game is about.
            description: String,
            /// The picture that the message shows.
            photo: Photo,
        }
        optional {
            /// The high scores, or what the bot wrote in their place: 0–4096 characters.
            text: String,
            /// The animation that the message shows.
            animation: Box<Animation>,
        }
        lists {
            /// The formatting of the text.
            text_entities: MessageEntity,
        }
    }
}

object! {
    /// A row of a game's high scores. <https://core.telegram.org/bots/api#gamehighscore>
    GameHighScore {
        required {
            /// The place, counted from 1.
            position: u32,
            /// Who played.
            user: User,
            /// What they reached.
            score: u32,
        }
    }
}
