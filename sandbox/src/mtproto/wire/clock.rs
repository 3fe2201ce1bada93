//! The machine's time, by which connections keep their own: the world's may stand still.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Since 1970.
pub(super) fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Seconds since 1970, as the wire tells them.
pub(super) fn seconds() -> i32 {
    i32::try_from(now().as_secs()).unwrap_or(i32::MAX)
}
