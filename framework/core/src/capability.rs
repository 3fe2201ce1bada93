//! What only some wires can do: named in a handler's signature, and known to the compiler.

use crate::backend::Backend;

/// What only some wires, or some kinds of account, can do.
///
/// Each is a trait as well (such as [`FetchMessages`]), which the backends that always can implement:
/// that is how the compiler knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Capability {
    /// Fetching messages by their numbers.
    FetchMessages,
}

/// The wire can fetch messages by their numbers; the `Messages` extractor needs it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fetch messages by id",
    label = "takes `Messages`, which `{Self}` does not have",
    note = "build with the `mtproto` feature alone, or take `Option<Messages>`, which is `None` where the wire cannot"
)]
pub trait FetchMessages: Backend {}
