//! What goes wrong while updates are handled never passes unseen: it goes to `tracing`, or to the standard error
//! where nobody listens there.

use std::error::Error;
use std::fmt::Write;

use crate::router::RouteInfo;
use crate::types::Update;

/// A handler gave an error, or its reply could not be sent.
pub(super) fn failure(update: &Update, route: Option<&RouteInfo>, error: &(dyn Error + 'static)) {
    let place = route.map(|route| format!("`{}` ({})", route.name, route.location)).unwrap_or_default();
    say(&format!("{place} failed on update {}: {}", update.id, with_causes(error)));
}

/// A handler panicked.
pub(super) fn panic(update: &Update, message: &str) {
    say(&format!("a handler panicked on update {}: {message}", update.id));
}

/// Something around the handlers went wrong.
pub(super) fn error(what: &str, error: &(dyn Error + 'static)) {
    say(&format!("{what}: {}", with_causes(error)));
}

fn with_causes(error: &(dyn Error + 'static)) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        // Writing to a string cannot fail.
        let _ = write!(words, ": {cause}");
        source = cause.source();
    }
    words
}

fn say(message: &str) {
    if tracing::dispatcher::has_been_set() {
        tracing::error!("{message}");
    } else {
        eprintln!("{message}");
    }
}
