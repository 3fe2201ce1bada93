//! Answers to pressed buttons.

use super::Call;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::request::leading_integer;
use crate::world::{CallbackAnswer, QueryId};

/// <https://core.telegram.org/bots/api#answercallbackquery>
pub(super) fn answer_callback_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let arguments = &call.arguments;
    let given = |name| Some(arguments.get(name).to_owned()).filter(|text: &String| !text.is_empty());
    let query = QueryId(leading_integer(arguments.get("callback_query_id")));
    let answer = CallbackAnswer {
        text: given("text"),
        show_alert: arguments.flag("show_alert"),
        url: given("url"),
        cache_time: arguments.integer("cache_time", 0, 0, 24 * 30 * 60 * 60).unsigned_abs(),
    };
    call.world().write(|world| world.answer_callback(call.bot, query, answer))?;
    Ok(Answer::done())
}
