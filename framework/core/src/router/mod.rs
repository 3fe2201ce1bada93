//! Which handler an update is for.

mod matcher;
mod route;
mod table;

use std::fmt;

pub use matcher::RouteError;
pub use route::{IntoRoute, Location, MessageFilter, Route, RouteInfo, Trigger};
pub use table::RouteTable;

pub(crate) use matcher::Matcher;

use crate::handler::Handler;
use std::sync::Arc;

/// The routes of a bot, or of a part of one.
///
/// `S` is the state that its handlers still need: [`with_state`](Router::with_state) gives it, and only a router
/// that needs nothing more (`S = ()`) can run. `B` is the wire.
///
/// A command goes to the route with its name, a press to the route with its template; a message that is no
/// command of the bot's goes to the first `#[message]` whose filter it passes, in the order of declaration. A
/// handler whose extractors say [`Skip`](crate::Rejection::Skip) passes the update on to the next that matches.
pub struct Router<S, B> {
    routes: Vec<Route<S, B>>,
}

impl<S, B> Router<S, B> {
    /// A router without routes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds routes, as `routes![…]` lists them.
    #[must_use]
    pub fn routes(mut self, routes: impl IntoIterator<Item = Route<S, B>>) -> Self {
        self.routes.extend(routes);
        self
    }

    /// Adds all routes of another router.
    #[must_use]
    pub fn merge(self, other: impl IntoRouter<S, B>) -> Self {
        self.routes(other.into_router().routes)
    }

    /// The routes as data.
    pub fn table(&self) -> RouteTable {
        RouteTable(self.routes.iter().map(|route| route.info().clone()).collect())
    }

    /// Looks for what would keep the bot from starting.
    ///
    /// # Errors
    /// The first problem, with the places that it is about.
    pub fn check(&self) -> Result<(), RouteError> {
        Matcher::new(&self.table().0).map(drop)
    }
}

impl<S: Clone + Send + Sync + 'static, B> Router<S, B> {
    /// Gives the handlers their state; what is left needs `Outer`, which may be nothing: `()`.
    #[must_use]
    pub fn with_state<Outer>(self, state: S) -> Router<Outer, B> {
        Router { routes: self.routes.into_iter().map(|route| route.with_state(state.clone())).collect() }
    }
}

impl<B> Router<(), B> {
    /// What the dispatcher runs: the handlers by number, and what finds the numbers.
    pub(crate) fn compile(self) -> Result<Compiled, RouteError> {
        let table = self.table();
        let matcher = Matcher::new(&table.0)?;
        Ok(Compiled {
            matcher,
            table,
            handlers: self.routes.into_iter().map(|route| route.handler).collect(),
        })
    }
}

/// A router that is ready to run.
pub(crate) struct Compiled {
    pub(crate) matcher: Matcher,
    pub(crate) table: RouteTable,
    pub(crate) handlers: Vec<Arc<dyn Handler<()>>>,
}

impl fmt::Debug for Compiled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Compiled").field(&self.table).finish()
    }
}

impl<S, B> Default for Router<S, B> {
    fn default() -> Self {
        Self { routes: Vec::new() }
    }
}

impl<S, B> Clone for Router<S, B> {
    fn clone(&self) -> Self {
        Self { routes: self.routes.clone() }
    }
}

impl<S, B> fmt::Debug for Router<S, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Router").field(&self.routes).finish()
    }
}

/// Whatever a router can be made of: itself, or the list that `routes![…]` gives.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a router for this bot",
    label = "expected routes that need no more state",
    note = "a handler takes a `State<…>` that nobody provides: build a router, `Router::new().routes(routes![…])`, and give it its state by `.with_state(…)`"
)]
pub trait IntoRouter<S, B> {
    /// The router.
    fn into_router(self) -> Router<S, B>;
}

impl<S, B> IntoRouter<S, B> for Router<S, B> {
    fn into_router(self) -> Router<S, B> {
        self
    }
}

impl<S, B, const N: usize> IntoRouter<S, B> for [Route<S, B>; N] {
    fn into_router(self) -> Router<S, B> {
        Router::new().routes(self)
    }
}

impl<S, B> IntoRouter<S, B> for Vec<Route<S, B>> {
    fn into_router(self) -> Router<S, B> {
        Router::new().routes(self)
    }
}
