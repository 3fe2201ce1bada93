//! How soon to ask again while updates are open: an answer then repeats all of them.

use std::time::Duration;

use tokio::time::Instant;

/// Handlers that are at work get this long from one finished update to the next before anybody asks.
const QUIET: Duration = Duration::from_millis(100);

/// As far as that grows while asking brings little.
const LONGEST_QUIET: Duration = Duration::from_secs(1);

/// However busy the handlers are, other chats don't wait longer than this.
const LATEST: Duration = Duration::from_millis(500);

/// Telegram gives a single update to whoever asks from the same number within half a second.
const SAME_OFFSET: Duration = Duration::from_millis(600);

/// When was asked and answered, and what it brought.
#[derive(Debug)]
pub(super) struct Pace {
    asked: Instant,
    asked_from: Option<i64>,
    answered: Instant,
    moved: Instant,
    quiet: Duration,
}

impl Pace {
    pub(super) fn new(now: Instant) -> Self {
        Self { asked: now, asked_from: None, answered: now, moved: now, quiet: QUIET }
    }

    pub(super) fn asked(&mut self, now: Instant, from: Option<i64>) {
        self.asked = now;
        self.asked_from = from;
    }

    /// An answer came: so many updates, so many of them new.
    pub(super) fn answered(&mut self, now: Instant, received: usize, new: usize) {
        self.answered = now;
        let worth_it = new * 4 >= received;
        self.quiet = if worth_it { QUIET } else { (self.quiet * 2).min(LONGEST_QUIET) };
    }

    /// The oldest open update has been finished since somebody looked.
    pub(super) fn moved(&mut self, now: Instant) {
        self.moved = now;
    }

    /// When to ask next, from this number on.
    pub(super) fn next(&self, from: Option<i64>) -> Instant {
        let still = self.answered.max(self.moved) + self.quiet;
        let next = still.min(self.answered + self.quiet.max(LATEST));
        if from == self.asked_from { next.max(self.asked + SAME_OFFSET) } else { next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Milliseconds from the answer of the first question until the next.
    fn wait(pace: &Pace, start: Instant, from: i64) -> u128 {
        pace.next(Some(from)).duration_since(start).as_millis()
    }

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    /// A pace whose first question, from 7 on, was asked long ago and has just been answered by ten new updates.
    fn answered() -> (Pace, Instant) {
        let asked = Instant::now();
        let mut pace = Pace::new(asked);
        pace.asked(asked, Some(7));
        let now = asked + Duration::from_secs(20);
        pace.answered(now, 10, 10);
        (pace, now)
    }

    #[test]
    fn a_standstill_is_waited_for_but_not_for_ever() {
        let (mut pace, now) = answered();
        assert_eq!(wait(&pace, now, 8), 100);
        for (moved, expected) in [(80, 180), (160, 260), (390, 490), (450, 500), (480, 500)] {
            pace.moved(now + ms(moved));
            assert_eq!(wait(&pace, now, 8), expected, "moved at {moved}");
        }
    }

    #[test]
    fn asking_that_brings_little_becomes_rarer() {
        let (mut pace, now) = answered();
        let mut waits = Vec::new();
        for (received, new) in [(10, 0), (10, 2), (12, 0), (12, 0), (12, 0), (20, 5), (20, 4)] {
            pace.answered(now, received, new);
            waits.push(wait(&pace, now, 8));
        }
        assert_eq!(waits, [200, 400, 800, 1000, 1000, 100, 200]);
    }

    #[test]
    fn nobody_asks_from_the_same_number_twice_within_half_a_second() {
        let (mut pace, now) = answered();
        assert_eq!(wait(&pace, now, 7), 100, "the first question is long past");
        pace.asked(now, Some(7));
        pace.answered(now, 10, 10);
        assert_eq!((wait(&pace, now, 7), wait(&pace, now, 8)), (600, 100));
    }
}
