//! Handlers, their argument types forgotten.

use std::pin::Pin;
use std::sync::Arc;

use crate::context::Context;
use crate::rejection::Result;
use crate::reply::Action;

/// A handler at work.
pub type HandlerFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Action>>> + Send + 'a>>;

/// A handler whose extractors have been filled in: from an update and the state to what is to be done.
///
/// The attributes (`#[command]` and its like) write it.
pub trait Handler<S>: Send + Sync {
    /// Handles an update.
    fn call<'a>(&'a self, cx: &'a Context, state: &'a S) -> HandlerFuture<'a>;
}

impl<S, F> Handler<S> for F
where
    F: for<'a> Fn(&'a Context, &'a S) -> HandlerFuture<'a> + Send + Sync,
{
    fn call<'a>(&'a self, cx: &'a Context, state: &'a S) -> HandlerFuture<'a> {
        self(cx, state)
    }
}

/// A handler that has been given its state.
pub(crate) struct WithState<S> {
    pub(crate) handler: Arc<dyn Handler<S>>,
    pub(crate) state: S,
}

impl<S: Send + Sync, Outer> Handler<Outer> for WithState<S> {
    fn call<'a>(&'a self, cx: &'a Context, _: &'a Outer) -> HandlerFuture<'a> {
        self.handler.call(cx, &self.state)
    }
}
