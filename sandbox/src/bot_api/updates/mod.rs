//! Updates on their way to the bots that ask for them.

mod inbox;
mod kinds;

pub(crate) use inbox::Inbox;
pub(crate) use kinds::{AllowedUpdates, UpdateType};
