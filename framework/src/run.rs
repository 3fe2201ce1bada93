//! The wire that the feature flags pick, and the shortest way to a bot that runs over it.

use std::pin::Pin;

#[cfg(all(feature = "bot-api", not(feature = "mtproto")))]
use ambigram_bot_api::BotApi;
use ambigram_core::dispatch::Dispatcher;
use ambigram_core::router::IntoRouter;
#[cfg(all(feature = "mtproto", not(feature = "bot-api")))]
use ambigram_mtproto::MtProto;

use crate::Result;

/// The wire that the feature flags pick.
#[cfg(all(feature = "bot-api", not(feature = "mtproto")))]
pub type DefaultBackend = BotApi;
/// The wire that the feature flags pick.
#[cfg(all(feature = "mtproto", not(feature = "bot-api")))]
pub type DefaultBackend = MtProto;
/// The wire that the feature flags pick: with both, the one that is chosen at start.
#[cfg(all(feature = "bot-api", feature = "mtproto"))]
pub type DefaultBackend = crate::AnyBackend;

/// A router over the wire that the feature flags pick: see [`core`](ambigram_core::Router)'s for what it does.
pub type Router<S = (), B = DefaultBackend> = ambigram_core::Router<S, B>;

/// Runs a bot until the process is told to stop (SIGINT, SIGTERM).
///
/// The environment says which bot:
///
/// | variable | |
/// |---|---|
/// | `BOT_TOKEN` | the bot's token, as @BotFather gives it |
/// | `API_URL` | another server than Telegram's own; may be left out |
/// | `API_ID`, `API_HASH` | over MTProto: the program's own, from <https://my.telegram.org/apps> |
/// | `SESSION` | over MTProto: the file in which the bot keeps its session; `<bot id>.session` where left out |
/// | `AMBIGRAM_BACKEND` | where both wires are built in: `bot-api`, as where it is left out, or `mtproto` |
///
/// # Errors
/// When the routes cannot be a bot, when the environment lacks something, when Telegram does not let the bot in.
pub fn run(routes: impl IntoRouter<(), DefaultBackend>) -> Pin<Box<dyn Future<Output = Result> + Send>> {
    // Not an `async fn`: a mistake in the routes is then reported once, not for the future as well.
    let routes = routes.into_router();
    Box::pin(async move {
        let backend = DefaultBackend::from_env()?;
        let updates = backend.updates();
        Dispatcher::new(routes, backend)?.run(updates).await?;
        Ok(())
    })
}
