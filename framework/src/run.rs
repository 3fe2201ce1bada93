//! The shortest way to a running bot.

use std::pin::Pin;

use ambigram_bot_api::BotApi;
use ambigram_core::dispatch::Dispatcher;
use ambigram_core::router::IntoRouter;

use crate::Result;

/// The wire that the feature flags pick.
pub type DefaultBackend = BotApi;

/// A router over the wire that the feature flags pick: see [`core`](ambigram_core::Router)'s for what it does.
pub type Router<S = (), B = DefaultBackend> = ambigram_core::Router<S, B>;

/// Runs a bot until the process is told to stop (SIGINT, SIGTERM).
///
/// The environment says which bot: `BOT_TOKEN`, and where that is not Telegram's own server, `API_URL`.
///
/// # Errors
/// When the routes cannot be a bot, when the environment lacks something, when Telegram does not let the bot in.
pub fn run(routes: impl IntoRouter<(), DefaultBackend>) -> Pin<Box<dyn Future<Output = Result> + Send>> {
    // Not an `async fn`: a mistake in the routes is then reported once, not for the future as well.
    let routes = routes.into_router();
    Box::pin(async move {
        let backend = BotApi::from_env()?;
        let updates = backend.long_polling();
        Dispatcher::new(routes, backend)?.run(updates).await?;
        Ok(())
    })
}
