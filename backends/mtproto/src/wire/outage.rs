//! How long to wait between attempts while the connection fails.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rand::RngExt;
use tokio::time::Instant;

/// The wait after the second failure in a row; after the first there is none: a connection that was dropped is
/// usually back at once.
const SHORTEST: Duration = Duration::from_millis(100);

/// As far as the wait grows.
const LONGEST: Duration = Duration::from_secs(5);

/// Failures in a row, whichever calls met them.
#[derive(Debug, Default)]
pub(crate) struct Outage(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    until: Option<Instant>,
}

impl Outage {
    /// How many failures an attempt that begins now knows of.
    pub(crate) fn seen(&self) -> u32 {
        self.lock().failures
    }

    /// An attempt failed that knew of so many. Of all attempts that meet the same failure only the first counts.
    pub(crate) fn failed(&self, seen: u32) {
        let mut state = self.lock();
        if state.failures != seen {
            return;
        }
        state.until = Some(Instant::now() + wait(state.failures));
        state.failures = state.failures.saturating_add(1);
    }

    /// An attempt succeeded.
    pub(crate) fn over(&self) {
        let mut state = self.lock();
        if state.failures > 0 {
            *state = State::default();
        }
    }

    /// When to try again.
    pub(crate) fn until(&self) -> Instant {
        self.lock().until.unwrap_or_else(Instant::now)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A wait that doubles with each failure, less a random part, so that many bots don't come back at once.
fn wait(failures: u32) -> Duration {
    let Some(doublings) = failures.checked_sub(1) else { return Duration::ZERO };
    let longest = SHORTEST.saturating_mul(1_u32.checked_shl(doublings).unwrap_or(u32::MAX)).min(LONGEST);
    longest.mul_f64(rand::rng().random_range(0.5..=1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_their_limit() {
        assert_eq!(wait(0), Duration::ZERO);
        for (failures, most) in [(1, 100), (2, 200), (5, 1600), (7, 5000), (40, 5000), (u32::MAX, 5000)] {
            let wait = wait(failures).as_millis();
            assert!(most / 2 <= wait && wait <= most, "{wait} of {most}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_failure_counts_once_however_many_calls_meet_it() {
        let outage = Outage::default();
        for _ in 0..100 {
            outage.failed(0);
        }
        assert_eq!((outage.seen(), outage.until()), (1, Instant::now()));
        outage.failed(1);
        assert!(outage.seen() == 2 && outage.until() > Instant::now());
        outage.over();
        assert_eq!((outage.seen(), outage.until()), (0, Instant::now()));
    }
}
