//! Answers to those who ask: inline queries, Web Apps, payments.

use ambigram_core::requests::{
    AnswerInlineQuery, AnswerPreCheckoutQuery, AnswerShippingQuery, AnswerWebAppQuery, InlineQueryResult,
    InlineQueryResultsButton, Response, SentWebAppMessage, ShippingOption,
};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{RemoteCall, enums, functions, types};

use super::keyboard;
use crate::convert::{inline_id, outgoing};
use crate::wire::Wire;

/// For how many seconds an answer holds where nothing was said.
const CACHE_TIME: u32 = 300;

/// <https://core.telegram.org/method/messages.setInlineBotResults>
pub(super) async fn answer_inline_query(wire: &Wire, request: &AnswerInlineQuery) -> Result<Response, Error> {
    let query_id = number(request.inline_query_id.as_str())?;
    let mut results = Vec::with_capacity(request.results.len());
    for given in &request.results {
        results.push(result(wire, given).await?);
    }
    let (mut switch_pm, mut switch_webview) = (None, None);
    if let Some(button) = &request.button {
        match place_of(button)? {
            Above::Private(start_param) => {
                switch_pm =
                    Some(types::InlineBotSwitchPm { text: button.text.to_string(), start_param }.into());
            }
            Above::WebApp(url) => {
                switch_webview = Some(types::InlineBotWebView { text: button.text.to_string(), url }.into());
            }
        }
    }
    let called = functions::messages::SetInlineBotResults {
        gallery: outgoing::is_gallery(&request.results),
        private: request.is_personal,
        query_id,
        results,
        cache_time: i32::try_from(request.cache_time.unwrap_or(CACHE_TIME)).unwrap_or(i32::MAX),
        next_offset: request.next_offset.clone().filter(|offset| !offset.is_empty()),
        switch_pm,
        switch_webview,
    };
    done(wire, &called).await
}

/// A result, and whom its buttons name.
async fn result(wire: &Wire, result: &InlineQueryResult) -> Result<enums::InputBotInlineResult, Error> {
    if let Some(buttons) = outgoing::keyboard_of(result) {
        keyboard::meet_bots(wire, buttons).await?;
    }
    outgoing::inline_result(result, wire.peers())
}

/// Where a button above the results leads.
enum Above {
    Private(String),
    WebApp(String),
}

fn place_of(button: &InlineQueryResultsButton) -> Result<Above, Error> {
    match (&button.web_app, &button.start_parameter) {
        (Some(app), None) => Ok(Above::WebApp(app.url.clone())),
        (None, Some(start)) => Ok(Above::Private(start.to_string())),
        _ => {
            let text = "exactly one of the optional fields must be used in InlineQueryResultsButton";
            Err(Error::new(ErrorKind::BadRequest, text))
        }
    }
}

/// <https://core.telegram.org/method/messages.sendWebViewResultMessage>
pub(super) async fn answer_web_app_query(
    wire: &Wire,
    request: &AnswerWebAppQuery,
) -> Result<Response, Error> {
    let called = functions::messages::SendWebViewResultMessage {
        bot_query_id: request.web_app_query_id.as_str().to_owned(),
        result: result(wire, &request.result).await?,
    };
    let enums::WebViewMessageSent::Sent(sent) = wire.invoke(&called).await?;
    let inline_message_id = sent.msg_id.as_ref().map(inline_id::write);
    Ok(Response::of(SentWebAppMessage { inline_message_id }))
}

/// <https://core.telegram.org/method/messages.setBotPrecheckoutResults>
pub(super) async fn answer_pre_checkout_query(
    wire: &Wire,
    request: &AnswerPreCheckoutQuery,
) -> Result<Response, Error> {
    let called = functions::messages::SetBotPrecheckoutResults {
        success: request.ok,
        query_id: number(request.pre_checkout_query_id.as_str())?,
        error: reason(request.ok, request.error_message.as_deref())?,
    };
    done(wire, &called).await
}

/// <https://core.telegram.org/method/messages.setBotShippingResults>
pub(super) async fn answer_shipping_query(
    wire: &Wire,
    request: &AnswerShippingQuery,
) -> Result<Response, Error> {
    let option = |option: &ShippingOption| {
        let (id, title) = (option.id.to_string(), option.title.to_string());
        types::ShippingOption { id, title, prices: outgoing::prices(&option.prices) }.into()
    };
    let options = request.shipping_options.as_deref().unwrap_or_default();
    if request.ok && options.is_empty() {
        return Err(Error::new(ErrorKind::BadRequest, "there are no shipping options specified"));
    }
    let called = functions::messages::SetBotShippingResults {
        query_id: number(request.shipping_query_id.as_str())?,
        error: reason(request.ok, request.error_message.as_deref())?,
        shipping_options: request.ok.then(|| options.iter().map(option).collect()),
    };
    done(wire, &called).await
}

/// Why it is refused, which must be said where it is.
fn reason(is_well: bool, reason: Option<&str>) -> Result<Option<String>, Error> {
    match reason.filter(|reason| !reason.is_empty()) {
        _ if is_well => Ok(None),
        Some(reason) => Ok(Some(reason.to_owned())),
        None => Err(Error::new(ErrorKind::BadRequest, "there is no error message specified")),
    }
}

/// The number of a query. What is no number is no query: Telegram says the same of both.
pub(super) fn number(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|error: std::num::ParseIntError| {
        Error::new(ErrorKind::QueryExpired, "QUERY_ID_INVALID").because(error)
    })
}

/// Answers a query, once: one that was sent twice was answered by the first.
pub(super) async fn done<R: RemoteCall<Return = bool>>(wire: &Wire, called: &R) -> Result<Response, Error> {
    let attempted = wire.attempt(called).await;
    match attempted.answer {
        Err(error) if attempted.resent && *error.kind() == ErrorKind::QueryExpired => Ok(Response::done()),
        answer => answer.map(|_| Response::done()),
    }
}
