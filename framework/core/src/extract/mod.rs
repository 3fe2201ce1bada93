//! What a handler may ask for: its parameters say, and are filled in from the update.

mod help;
mod messages;
mod parts;
mod state;

pub use help::Help;
pub use messages::Messages;
pub use state::{FromRef, State};

use crate::context::Context;
use crate::rejection::{Rejection, Result};

/// A type that a handler may take as a parameter.
///
/// `S` is the state of the router, `B` its wire: an extractor that needs something of either says so in the
/// bounds of its implementation, and a handler that takes it compiles only where they hold.
///
/// ```
/// # use ambigram_core::{Context, Result, extract::FromUpdate, types::UserId, Rejection};
/// struct Owner;
///
/// impl<S: Sync, B> FromUpdate<S, B> for Owner {
///     async fn from_update(cx: &Context, _: &S) -> Result<Self> {
///         match cx.update().user() {
///             Some(user) if user.id == UserId(7) => Ok(Owner),
///             _ => Err(Rejection::Skip),
///         }
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a handler cannot take `{Self}` from an update",
    label = "not an extractor",
    note = "a parameter that the template names is an argument; any other is an extractor: `User`, `Chat`, `Message`, `Text`, `Bot`, `State<T>`, …, an `Option` of one, or a type of yours that implements `FromUpdate`"
)]
pub trait FromUpdate<S, B>: Sized + Send {
    /// Takes it from the update.
    ///
    /// # Errors
    /// [`Rejection::Skip`] where the update has no such thing, so that the next route is tried; or whatever else
    /// should end the handling.
    fn from_update(cx: &Context, state: &S) -> impl Future<Output = Result<Self>> + Send;
}

/// A type that a handler may take as an `Option` of it.
#[diagnostic::on_unimplemented(
    message = "a handler cannot take `Option<{Self}>` from an update",
    label = "not an optional extractor",
    note = "`{Self}` is always there, or implements no `OptionalFromUpdate`: take it without the `Option`"
)]
pub trait OptionalFromUpdate<S, B>: Sized + Send {
    /// Takes it from the update; `None` where the update, or the wire, has no such thing.
    ///
    /// # Errors
    /// Whatever should end the handling.
    fn from_update(cx: &Context, state: &S) -> impl Future<Output = Result<Option<Self>>> + Send;
}

impl<S: Sync, B, T: OptionalFromUpdate<S, B>> FromUpdate<S, B> for Option<T> {
    async fn from_update(cx: &Context, state: &S) -> Result<Self> {
        T::from_update(cx, state).await
    }
}

impl<S: Sync, B, T: FromUpdate<S, B>> FromUpdate<S, B> for Result<T, Rejection> {
    async fn from_update(cx: &Context, state: &S) -> Result<Self> {
        Ok(T::from_update(cx, state).await)
    }
}
