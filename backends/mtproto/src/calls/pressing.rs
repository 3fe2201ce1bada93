//! Answers to pressed buttons.

use ambigram_core::Error;
use ambigram_core::requests::{AnswerCallbackQuery, Response};
use grammers_tl_types::functions;

use super::answering::{done, number};
use crate::wire::Wire;

/// The longest that an app may be told to reuse an answer, in seconds.
const MAX_CACHE_TIME: u32 = 30 * 24 * 60 * 60;

/// <https://core.telegram.org/method/messages.setBotCallbackAnswer>
pub(super) async fn answer_callback_query(
    wire: &Wire,
    request: &AnswerCallbackQuery,
) -> Result<Response, Error> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let called = functions::messages::SetBotCallbackAnswer {
        alert: request.show_alert,
        query_id: number(request.callback_query_id.as_str())?,
        message: given(&request.text),
        url: given(&request.url),
        cache_time: request.cache_time.unwrap_or_default().min(MAX_CACHE_TIME).cast_signed(),
    };
    done(wire, &called).await
}
