//! Answers to pressed buttons.

use ambigram_core::requests::{AnswerCallbackQuery, Response};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::functions;

use crate::wire::Wire;

/// The longest that an app may be told to reuse an answer, in seconds.
const MAX_CACHE_TIME: u32 = 30 * 24 * 60 * 60;

/// <https://core.telegram.org/method/messages.setBotCallbackAnswer>
pub(super) async fn answer_callback_query(
    wire: &Wire,
    request: &AnswerCallbackQuery,
) -> Result<Response, Error> {
    let query_id = request.callback_query_id.as_str().parse().map_err(|error: std::num::ParseIntError| {
        // What is no number is no press: Telegram says the same of both.
        Error::new(ErrorKind::QueryExpired, "QUERY_ID_INVALID").because(error)
    })?;
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let called = functions::messages::SetBotCallbackAnswer {
        alert: request.show_alert,
        query_id,
        message: given(&request.text),
        url: given(&request.url),
        cache_time: request.cache_time.unwrap_or_default().min(MAX_CACHE_TIME).cast_signed(),
    };
    let attempted = wire.attempt(&called).await;
    match attempted.answer {
        // Sent twice, the press was answered by the first.
        Err(error) if attempted.resent && *error.kind() == ErrorKind::QueryExpired => Ok(Response::done()),
        answer => answer.map(|_| Response::done()),
    }
}
