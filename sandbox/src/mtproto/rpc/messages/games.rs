//! Scores of games. <https://core.telegram.org/api/bots/games>

use ambigram_core::types::MessageId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write::chat::count;
use crate::world::NewScore;

/// <https://core.telegram.org/method/messages.setGameScore>
pub(super) fn set_game_score(
    caller: Caller,
    request: functions::messages::SetGameScore,
) -> Result<enums::Updates, RpcError> {
    let account = caller.bot()?;
    let (_, updates) = caller.tell(account, |world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.chat(&request.peer)?, names.user(&request.user_id)?);
        let new = NewScore {
            user,
            score: request.score,
            is_forced: request.force,
            edits_message: request.edit_message,
        };
        Ok(world.set_game_score(account, chat, MessageId(request.id), new)?)
    })?;
    Ok(updates)
}

/// <https://core.telegram.org/method/messages.getGameHighScores>
pub(super) fn get_game_high_scores(
    caller: Caller,
    request: functions::messages::GetGameHighScores,
) -> Result<enums::messages::HighScores, RpcError> {
    let account = caller.bot()?;
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        let (chat, user) = (names.chat(&request.peer)?, names.user(&request.user_id)?);
        let scores = world.game_high_scores(account, chat, MessageId(request.id), user)?;
        let mut named = Named::default();
        scores.iter().for_each(|score| named.user(score.user));
        let score = |score: &crate::world::HighScore| {
            types::HighScore { pos: count(score.position), user_id: score.user.0, score: score.score }.into()
        };
        Ok(types::messages::HighScores {
            scores: scores.iter().map(score).collect(),
            users: named.users(&caller.front, world, account),
        }
        .into())
    })
}
