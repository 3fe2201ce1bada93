//! Scores of games.

use ambigram_core::requests::{Edited, GetGameHighScores, MessageTarget, Response, SetGameScore};
use ambigram_core::types::{ChatId, MessageId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{answer, asking, located, refusal};
use crate::convert::{self, inline_id};
use crate::wire::Wire;

/// <https://core.telegram.org/method/messages.setGameScore>
pub(super) async fn set_game_score(wire: &Wire, request: &SetGameScore) -> Result<Response, Error> {
    let edit_message = !request.disable_edit_message;
    let user_id = wire.peers().input_user(request.user_id);
    let score = i32::try_from(request.score).unwrap_or(i32::MAX);
    match &request.target {
        MessageTarget::Inline { inline_message_id } => {
            let id = inline_id::read(inline_message_id)?;
            let force = request.force;
            let called = functions::messages::SetInlineGameScore { edit_message, force, id, user_id, score };
            let attempted = wire.attempt(&called).await;
            match attempted.answer {
                Err(error) if is_done(&error, attempted.resent) => {}
                answer => drop(answer?),
            }
            Ok(Response::of(Edited::Inline))
        }
        MessageTarget::Message { chat_id, message_id } => {
            let (chat, _) = located(wire, chat_id).await?;
            let called = functions::messages::SetGameScore {
                edit_message,
                force: request.force,
                peer: wire.peers().input_peer(chat),
                id: message_id.0,
                user_id,
                score,
            };
            let attempted = wire.attempt(&called).await;
            let updates = match attempted.answer {
                Ok(updates) => answer::updates(wire, updates),
                Err(error) if is_done(&error, attempted.resent) => Vec::new(),
                Err(error) => return Err(refusal::explain(wire, chat, error).await),
            };
            let message = answer::edited(updates, chat, *message_id);
            told(wire, chat, *message_id, message).await
        }
    }
}

/// Sent twice, the first set the score.
fn is_done(error: &Error, was_resent: bool) -> bool {
    was_resent && *error.kind() == ErrorKind::ScoreNotModified
}

/// The message with the game, as it is now.
async fn told(
    wire: &Wire,
    chat: ChatId,
    id: MessageId,
    message: Option<enums::Message>,
) -> Result<Response, Error> {
    let message = match message {
        Some(message) => Some(message),
        None => asking::fetch_one(wire, chat, id).await?,
    };
    let own = wire.own().await?;
    let message = message.and_then(|message| asking::read(wire.peers(), &message, own, None));
    match message {
        Some(message) => Ok(Response::of(Edited::Message(Box::new(message)))),
        None => Err(refusal::message_not_found()),
    }
}

/// <https://core.telegram.org/method/messages.getGameHighScores>
pub(super) async fn get_game_high_scores(
    wire: &Wire,
    request: &GetGameHighScores,
) -> Result<Response, Error> {
    let user_id = wire.peers().input_user(request.user_id);
    let scores = match &request.target {
        MessageTarget::Inline { inline_message_id } => {
            let id = inline_id::read(inline_message_id)?;
            wire.invoke(&functions::messages::GetInlineGameHighScores { id, user_id }).await?
        }
        MessageTarget::Message { chat_id, message_id } => {
            let (chat, _) = located(wire, chat_id).await?;
            let peer = wire.peers().input_peer(chat);
            let called = functions::messages::GetGameHighScores { peer, id: message_id.0, user_id };
            refusal::ask(wire, chat, &called).await?
        }
    };
    let enums::messages::HighScores::Scores(told) = &scores;
    wire.peers().learn(&told.users, &[]);
    Ok(Response::of(convert::high_scores(&scores)))
}
