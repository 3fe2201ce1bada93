//! Who runs when: updates of one chat one after another, many chats at once, and a clean stop.

mod engine;
mod lanes;
mod report;
mod shutdown;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

pub use shutdown::stop_signal;

use crate::Bot;
use crate::backend::{Backend, UpdateSource};
use crate::error::{Error, ErrorKind};
use crate::router::{Compiled, IntoRouter, RouteError};
use crate::types::Me;
use engine::Engine;
use lanes::Lanes;

/// Runs a router: takes updates from a source, hands them to the handlers, settles their receipts.
///
/// Updates of one chat (of one user, where there is no chat) are handled one after another, in the order in which
/// they came; many chats are handled at once. A handler that panics ends alone. An update is confirmed to Telegram
/// only when its handler has ended, so a bot that is killed gets again what it had not finished.
///
/// ```
/// # use ambigram_core::{backend::{Backend, UpdateSource}, dispatch::Dispatcher, router::Router, Error};
/// # async fn run<B: Backend + Clone>(router: Router<(), B>, backend: B, source: impl UpdateSource) -> Result<(), Box<dyn std::error::Error>> {
/// let report = Dispatcher::new(router, backend)?.concurrency(64).run(source).await?;
/// println!("{} updates handled", report.handled);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Dispatcher {
    routes: Compiled,
    bot: Bot,
    concurrency: usize,
    backlog: usize,
    deadline: Duration,
}

/// What a dispatcher did before it stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// How many updates were handled.
    pub handled: u64,
    /// How many had been taken and were not finished by the deadline: they come again.
    pub unfinished: usize,
}

impl Dispatcher {
    /// A dispatcher of these routes over this wire.
    ///
    /// # Errors
    /// When the routes cannot be a bot: two of one name, for example.
    pub fn new<B: Backend>(router: impl IntoRouter<(), B>, backend: B) -> Result<Self, RouteError> {
        let routes = router.into_router().compile()?;
        Ok(Self {
            routes,
            bot: Bot::new(backend),
            concurrency: 256,
            backlog: 1024,
            deadline: Duration::from_secs(10),
        })
    }

    /// How many handlers run at once, at most. 256 unless said otherwise.
    #[must_use]
    pub fn concurrency(mut self, handlers: usize) -> Self {
        self.concurrency = handlers.max(1);
        self
    }

    /// How many updates are taken from the source before the first of them must be finished, at most.
    /// 1024 unless said otherwise.
    #[must_use]
    pub fn backlog(mut self, updates: usize) -> Self {
        self.backlog = updates.max(1);
        self
    }

    /// How long a stop waits for what runs. Ten seconds unless said otherwise.
    #[must_use]
    pub fn shutdown_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Puts a layer over the outgoing calls: a backend that holds another.
    #[must_use]
    pub fn layer<L: Backend>(mut self, layer: impl FnOnce(Arc<dyn Backend>) -> L) -> Self {
        self.bot = Bot::new(layer(self.bot.backend().clone()));
        self
    }

    /// The handle that handlers get.
    pub fn bot(&self) -> &Bot {
        &self.bot
    }

    /// Runs until the process is told to stop: by SIGINT (Ctrl-C) or SIGTERM.
    ///
    /// # Errors
    /// When the source of updates fails for good, or the bot is not let in.
    pub async fn run(self, source: impl UpdateSource) -> Result<Report, Error> {
        self.run_until(source, stop_signal()).await
    }

    /// Runs until `stop` is ready.
    ///
    /// Then nothing more is taken; what was taken is finished within the
    /// [deadline](Self::shutdown_deadline), and confirmed.
    ///
    /// # Errors
    /// When the source of updates fails for good, or the bot is not let in.
    pub async fn run_until(
        self,
        source: impl UpdateSource,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<Report, Error> {
        // On a worker of the runtime, where handlers are: from `main` each update would have to wake one.
        let mut running = JoinSet::new();
        running.spawn(self.dispatch(source, stop));
        match running.join_next().await {
            Some(Ok(result)) => result,
            Some(Err(end)) if end.is_panic() => std::panic::resume_unwind(end.into_panic()),
            _ => Err(Error::new(ErrorKind::Panicked, "the runtime was shut down under the dispatcher")),
        }
    }

    async fn dispatch(
        self,
        mut source: impl UpdateSource,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Report, Error> {
        tokio::pin!(stop);
        let me = tokio::select! {
            biased;
            () = &mut stop => return Ok(Report { handled: 0, unfinished: 0 }),
            me = introduce(&self.bot) => me?,
        };
        tracing::info!(bot = me.username(), wire = self.bot.backend().name(), "running");
        let engine = Arc::new(Engine::new(self.routes, self.bot, me));
        let room = Arc::new(Semaphore::new(self.backlog));
        let mut lanes = Lanes::new(engine.clone(), self.concurrency);

        let end = loop {
            let next = async {
                // Room first: a full house stops asking for more.
                let permit = room.clone().acquire_owned().await.ok();
                (source.next().await, permit)
            };
            tokio::select! {
                biased;
                () = &mut stop => break Ok(()),
                (delivery, permit) = next => match delivery {
                    Ok(delivery) => lanes.submit(delivery, permit),
                    Err(error) => break Err(error),
                },
            }
        };

        let unfinished = lanes.finish(self.deadline).await;
        if unfinished > 0 {
            tracing::warn!(unfinished, "stopped before all updates were finished: these come again");
        }
        if let Err(error) = source.close().await {
            report::error("the last updates could not be confirmed, and come again", &error);
        }
        end.map(|()| Report { handled: engine.handled(), unfinished })
    }
}

/// Asks who the bot is; waits out what may pass.
async fn introduce(bot: &Bot) -> Result<Me, Error> {
    let mut pause = Duration::from_millis(200);
    loop {
        match bot.get_me().await {
            Err(error) if error.is_temporary() => {
                let wait = match error.kind() {
                    ErrorKind::RetryAfter(wait) => *wait,
                    _ => pause,
                };
                report::error("Telegram is out of reach; trying again", &error);
                tokio::time::sleep(wait).await;
                pause = (pause * 2).min(Duration::from_secs(30));
            }
            other => return other,
        }
    }
}
