//! A route: what it matches, where it was declared, and its handler.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::callback::CallbackTemplate;
use crate::command::CommandSpec;
use crate::handler::{Handler, HandlerFuture, WithState};
use crate::{Context, types::Message};

/// A handler and what it is for, as an attribute declares it.
///
/// `S` is the state that the handler still needs, `B` the wire that it is compiled for.
pub struct Route<S, B> {
    pub(super) info: RouteInfo,
    pub(super) handler: Arc<dyn Handler<S>>,
    wire: PhantomData<fn() -> B>,
}

/// A route as data.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    /// The handler's name.
    pub name: &'static str,
    /// Where it was declared.
    pub location: Location,
    /// What it matches.
    pub trigger: Trigger,
    /// The handler's documentation.
    pub help: &'static str,
}

/// A place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The file, as the compiler names it.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// What a route matches.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Trigger {
    /// A new message with this command.
    Command(&'static CommandSpec),
    /// A press of a button with such data.
    Callback(&'static CallbackTemplate),
    /// A new message.
    Message(MessageFilter),
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Command(spec) => f.write_str(&spec.usage()),
            Self::Callback(template) => write!(f, "callback {}", template.pattern()),
            Self::Message(MessageFilter::Any) => f.write_str("message"),
            Self::Message(MessageFilter::Text) => f.write_str("message(text)"),
        }
    }
}

/// Which messages a `#[message]` is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum MessageFilter {
    /// All of them.
    Any,
    /// Those that hold text.
    Text,
}

impl MessageFilter {
    pub(super) fn matches(self, message: &Message) -> bool {
        match self {
            Self::Any => true,
            Self::Text => message.as_text().is_some(),
        }
    }
}

impl<S, B> Route<S, B> {
    /// A route with its handler.
    pub fn new<H>(info: RouteInfo, handler: H) -> Self
    where
        H: for<'a> Fn(&'a Context, &'a S) -> HandlerFuture<'a> + Send + Sync + 'static,
    {
        Self { info, handler: Arc::new(handler), wire: PhantomData }
    }

    /// The route as data.
    pub fn info(&self) -> &RouteInfo {
        &self.info
    }
}

impl<S: Clone + Send + Sync + 'static, B> Route<S, B> {
    pub(super) fn with_state<Outer>(self, state: S) -> Route<Outer, B> {
        let handler = Arc::new(WithState { handler: self.handler, state });
        Route { info: self.info, handler, wire: PhantomData }
    }
}

impl<S, B> Clone for Route<S, B> {
    fn clone(&self) -> Self {
        Self { info: self.info.clone(), handler: self.handler.clone(), wire: PhantomData }
    }
}

impl<S, B> fmt::Debug for Route<S, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Route").field(&self.info).finish()
    }
}

/// A handler that an attribute made a route of. `routes![…]` calls it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handler",
    label = "no attribute made a route of this",
    note = "annotate the function with `#[command(\"/…\")]`, `#[callback(\"…\")]` or `#[message]`"
)]
pub trait IntoRoute<S, B> {
    /// The route.
    fn into_route() -> Route<S, B>;
}
