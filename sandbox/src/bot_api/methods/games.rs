//! Games. <https://core.telegram.org/bots/api#games>

use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::sending::send;
use super::{Call, lacks};
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::{message, user};
use crate::rules::ContentRefusal;
use crate::world::{NewContent, NewMessage, NewScore};

/// <https://core.telegram.org/bots/api#sendgame>
pub(super) fn send_game(call: &Call<'_>) -> Result<Answer, Failure> {
    let short_name = call.required("game_short_name")?.to_owned();
    let bot = call.bot;
    send(call, |_| Ok(NewMessage::new(NewContent::Game { bot, short_name })))
}

/// <https://core.telegram.org/bots/api#setgamescore>
pub(super) fn set_game_score(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let score = leading_integer(arguments.get("score"));
    let edits_message = match arguments.find("disable_edit_message") {
        Some(_) => !arguments.flag("disable_edit_message"),
        None => arguments.find("edit_message").is_none() || arguments.flag("edit_message"),
    };
    let new = NewScore {
        user: call.user_id()?,
        score: i32::try_from(score).unwrap_or(i32::MAX),
        is_forced: arguments.flag("force"),
        edits_message,
    };
    no_inline_message(call)?;
    let id = arguments.message_id("message_id");
    call.world().write(|world| {
        let chat = call.chat(world)?;
        let id = id.ok_or(ContentRefusal::GameMessageNotFound)?;
        let view = world.set_game_score(call.bot, chat, id, new)?;
        Ok(message::without_reply(world, &view).into())
    })
}

/// <https://core.telegram.org/bots/api#getgamehighscores>
pub(super) fn get_game_high_scores(call: &Call<'_>) -> Result<Answer, Failure> {
    let player = call.user_id()?;
    no_inline_message(call)?;
    let id = call.arguments.message_id("message_id");
    call.world().read(|world| {
        let chat = call.chat(world)?;
        let id = id.ok_or(ContentRefusal::ScoresMessageNotFound)?;
        let scores = world.game_high_scores(call.bot, chat, id, player)?;
        let score = |score: &crate::world::HighScore| {
            json!({ "position": score.position, "user": user::user(world, score.user), "score": score.score })
        };
        Ok(scores.iter().map(score).collect::<Value>().into())
    })
}

/// Games in messages that were sent by way of inline mode have no scores here.
fn no_inline_message(call: &Call<'_>) -> Result<(), Failure> {
    let arguments = &call.arguments;
    if !arguments.get("chat_id").is_empty() || arguments.message_id("message_id").is_some() {
        return Ok(());
    }
    Err(match arguments.get("inline_message_id") {
        "" => Failure::bad_request("Message identifier is not specified"),
        _ => lacks("scores of games in messages sent by way of inline mode"),
    })
}

impl Call<'_> {
    /// Whom `user_id` means.
    pub(super) fn user_id(&self) -> Result<UserId, Failure> {
        match leading_integer(self.arguments.get("user_id")) {
            id @ 1.. => Ok(UserId(id)),
            _ => Err(Failure::bad_request("invalid user_id specified")),
        }
    }
}
