//! What happens to one update: the routes in their turn, the reply, and the answer to a press.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::FutureExt;

use super::report;
use crate::Bot;
use crate::context::{Around, Context};
use crate::delivery::Delivery;
use crate::error::ErrorKind;
use crate::handler::Handler;
use crate::rejection::Rejection;
use crate::reply::Action;
use crate::requests::AnswerCallbackQuery;
use crate::router::{Compiled, Matcher};
use crate::types::{Me, Update, UpdateKind};

/// The routes of a running bot.
pub(super) struct Engine {
    matcher: Matcher,
    handlers: Vec<Arc<dyn Handler<()>>>,
    bot: Bot,
    around: Arc<Around>,
    handled: AtomicU64,
}

impl Engine {
    pub(super) fn new(compiled: Compiled, bot: Bot, me: Me) -> Self {
        let around = Arc::new(Around { me, routes: compiled.table });
        Self {
            matcher: compiled.matcher,
            handlers: compiled.handlers,
            bot,
            around,
            handled: AtomicU64::new(0),
        }
    }

    /// How many updates were handled so far.
    pub(super) fn handled(&self) -> u64 {
        self.handled.load(Ordering::Relaxed)
    }

    /// Handles an update and settles its receipt, whatever the handler does.
    pub(super) async fn handle(&self, delivery: Delivery) {
        let Delivery { update, receipt } = delivery;
        let bot = match update.kind {
            UpdateKind::CallbackQuery(_) => self.bot.noting_answers(),
            _ => self.bot.clone(),
        };
        let cx = Context::new(update, bot, self.around.clone());
        // What a handler leaves half-done is its own: nothing of ours is shared with it but what locks itself.
        if let Err(panic) = AssertUnwindSafe(self.route(&cx)).catch_unwind().await {
            report::panic(cx.update(), panic_message(&*panic));
        }
        if !cx.bot().has_answered()
            && let Err(panic) = AssertUnwindSafe(answer(&cx)).catch_unwind().await
        {
            report::panic(cx.update(), panic_message(&*panic));
        }
        self.handled.fetch_add(1, Ordering::Relaxed);
        receipt.settle();
    }

    /// Tries the routes until one takes the update.
    async fn route(&self, cx: &Context) {
        for number in self.matcher.candidates(cx.update(), cx.me().username()) {
            let Some(handler) = self.handlers.get(number) else { continue };
            match handler.call(cx, &()).await {
                Ok(actions) => return self.perform(cx, number, actions).await,
                Err(Rejection::Skip) => {}
                Err(Rejection::Tell(reply)) => {
                    return self.perform(cx, number, vec![Action::Reply(*reply)]).await;
                }
                Err(Rejection::Fail(error)) => return self.failed(cx, number, &*error),
            }
        }
    }

    async fn perform(&self, cx: &Context, number: usize, actions: Vec<Action>) {
        for action in actions {
            if let Err(error) = action.perform(cx).await {
                return self.failed(cx, number, &error);
            }
        }
    }

    fn failed(&self, cx: &Context, number: usize, error: &(dyn std::error::Error + 'static)) {
        report::failure(cx.update(), self.around.routes.iter().nth(number), error);
    }
}

/// Answers a press that the handler did not answer, so that the button does not stay busy.
async fn answer(cx: &Context) {
    let Update { kind: UpdateKind::CallbackQuery(query), .. } = cx.update() else { return };
    match cx.bot().carry(AnswerCallbackQuery::new(query.id.clone())).await {
        Ok(_) => {}
        // The user has long gone on.
        Err(error) if *error.kind() == ErrorKind::QueryExpired => {}
        Err(error) => report::error("a press of a button could not be answered", &error),
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic without a message",
    }
}
