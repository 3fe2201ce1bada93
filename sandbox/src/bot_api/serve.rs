//! From an HTTP request to its answer, and files under their paths. <https://core.telegram.org/bots/api#making-requests>

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::answer::{Answer, Failure};
use super::methods::{self, Call};
use super::{BotApi, request};

/// Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`.
pub(crate) fn router(bot_api: Arc<BotApi>) -> Router {
    Router::new().fallback(serve).with_state(bot_api)
}

async fn serve(State(bot_api): State<Arc<BotApi>>, request: Request) -> Response {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    if let Some(path) = path.strip_prefix("/file/bot") {
        return match download(&bot_api, request.method(), path) {
            Ok(response) => response,
            Err(failure) => failure.into_response(),
        };
    }
    match answer(&bot_api, request).await {
        Ok(answer) => answer.into_response(),
        Err(failure) => failure.into_response(),
    }
}

async fn answer(bot_api: &BotApi, request: Request) -> Result<Answer, Failure> {
    let not_found = || Failure::new(404, "Not Found");
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let (token, method) =
        path.strip_prefix("/bot").and_then(|path| path.split_once('/')).ok_or_else(not_found)?;
    // Telegram's test servers are another world; here they are the same.
    let method = method.strip_prefix("test/").unwrap_or(method).to_owned();
    let arguments = request::read(request).await?;
    let bot = bot_of(bot_api, token)?;
    let method = if method.is_empty() { arguments.get("method").to_owned() } else { method };
    let session = bot_api.session(bot);
    if let Some(failure) = session.faults().strike(&method) {
        return Err(failure);
    }
    let call = Call { bot_api, bot, session, arguments };
    methods::run(&method, call).await
}

/// A file under the path that its bot was told. <https://core.telegram.org/bots/api#getfile>
fn download(bot_api: &BotApi, method: &Method, path: &str) -> Result<Response, Failure> {
    let not_found = || Failure::new(404, "Not Found");
    let (token, path) = path.split_once('/').ok_or_else(not_found)?;
    let path = path.strip_prefix("test/").unwrap_or(path);
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Err(Failure::new(405, "Method Not Allowed"));
    }
    let bot = bot_of(bot_api, token).map_err(|_| not_found())?;
    let file = bot_api.session(bot).downloads().file(path).ok_or_else(not_found)?;
    Ok(([(CONTENT_TYPE, "application/octet-stream")], file.0).into_response())
}

/// The bot that a token is the proof of.
fn bot_of(bot_api: &BotApi, token: &str) -> Result<ambigram_core::types::UserId, Failure> {
    let has_shape = token.len() <= 80
        && token.split_once(':').is_some_and(|(id, _)| !id.starts_with('0') && id.parse::<u64>().is_ok());
    if !has_shape {
        return Err(Failure::new(401, "Unauthorized: invalid token specified"));
    }
    let bot = bot_api.world.read(|world| world.bot_by_token(token).map(|bot| bot.id));
    bot.ok_or_else(|| Failure::new(401, "Unauthorized"))
}
