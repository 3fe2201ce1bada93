//! What the program gives its handlers: a database, settings, a client of something else.

use std::ops::Deref;

use super::FromUpdate;
use crate::context::Context;
use crate::rejection::Result;

/// A piece of the router's state, cloned for the handler.
///
/// ```
/// # use ambigram_core::extract::{FromRef, State};
/// #[derive(Clone)]
/// struct Database;
///
/// #[derive(Clone)]
/// struct App {
///     database: Database,
/// }
///
/// // A handler of a `Router<App>` may now take `State<Database>`.
/// impl FromRef<App> for Database {
///     fn from_ref(app: &App) -> Self {
///         app.database.clone()
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct State<T>(pub T);

impl<T> Deref for State<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A piece of the state `S`.
#[diagnostic::on_unimplemented(
    message = "nobody provides the state `{Self}`",
    label = "`State<{Self}>` is asked for here",
    note = "the router's state is `{S}`: give the missing piece with `Router::with_state`, or implement `FromRef<{S}>` for `{Self}`"
)]
pub trait FromRef<S> {
    /// Takes the piece out of the state.
    fn from_ref(state: &S) -> Self;
}

impl<T: Clone> FromRef<T> for T {
    fn from_ref(state: &T) -> Self {
        state.clone()
    }
}

/// A state that no router has.
///
/// Were `T` its own only source, the compiler would take a handler's `State<T>` for the router's whole state before
/// it looks at the router, and complain about the router rather than the handler.
#[doc(hidden)]
#[derive(Debug)]
pub struct Undecided<T>(T);

#[diagnostic::do_not_recommend]
impl<T> FromRef<Undecided<T>> for T
where
    T: Clone,
{
    fn from_ref(state: &Undecided<T>) -> Self {
        state.0.clone()
    }
}

impl<S: Sync, B, T: FromRef<S> + Send> FromUpdate<S, B> for State<T> {
    async fn from_update(_: &Context, state: &S) -> Result<Self> {
        Ok(Self(T::from_ref(state)))
    }
}
