//! Requests about games: sending them, and the scores of those who play.

use super::define::request;
use super::{Edited, MessageTarget, Recipient};
use crate::types::*;

request! {
    /// Sends a game. <https://core.telegram.org/bots/api#sendgame>
    SendGame("sendGame", send_game) -> Message {
        required {
            /// Where to; neither a channel nor a channel's direct messages.
            chat_id: Recipient,
            /// The short name that the game was given when BotFather made it.
            game_short_name: Name,
        }
        optional {
            /// The buttons under it; the first is to be the one to play by. Only that one where absent.
            reply_markup(keyboard): InlineKeyboard,
        }
        options [
            business_connection_id, message_thread_id, disable_notification, protect_content, allow_paid_broadcast,
            message_effect_id, reply_parameters,
        ]
    }
}

request! {
    /// Sets a user's score in a game. Refused where it is no higher than the one they have, unless forced.
    /// <https://core.telegram.org/bots/api#setgamescore>
    SetGameScore("setGameScore", set_game_score) -> Edited {
        required {
            /// Who played.
            user_id: UserId,
            /// The new score.
            score: u32,
            /// The message with the game.
            target: MessageTarget,
        }
        flags {
            /// Sets it even where it is lower: to mend mistakes, or against cheats.
            force,
            /// Leaves the table of scores in the message as it is.
            disable_edit_message,
        }
    }
}

request! {
    /// Asks for the scores of a game: a user's, and those of two on either side; of the best three too, where the
    /// user and those beside aren't among them. <https://core.telegram.org/bots/api#getgamehighscores>
    GetGameHighScores("getGameHighScores", get_game_high_scores) -> Vec<GameHighScore> {
        required {
            /// Whose.
            user_id: UserId,
            /// The message with the game.
            target: MessageTarget,
        }
    }
}
