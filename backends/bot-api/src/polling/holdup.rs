//! When to say that an update holds up the rest.

use std::time::Duration;

use tokio::time::Instant;

/// How long an update may be open before a word is said.
const PATIENCE: Duration = Duration::from_secs(30);

/// The oldest open update, and what was said of it.
#[derive(Debug, Default)]
pub(super) struct Holdup(Option<Held>);

#[derive(Debug)]
struct Held {
    id: i64,
    since: Instant,
    /// When to say something; ever later.
    due: Instant,
}

impl Holdup {
    /// Notes the oldest open update. When there is something to say: how long it has been that.
    pub(super) fn look(&mut self, now: Instant, oldest: Option<i64>) -> Option<Duration> {
        let id = oldest.or_else(|| {
            self.0 = None;
            None
        })?;
        match &mut self.0 {
            Some(held) if held.id == id => {
                let age = now.duration_since(held.since);
                (now >= held.due).then(|| {
                    held.due = now + age;
                    age
                })
            }
            _ => {
                self.0 = Some(Held { id, since: now, due: now + PATIENCE });
                None
            }
        }
    }

    /// When there will be something to say, if nothing moves.
    pub(super) fn due(&self) -> Option<Instant> {
        self.0.as_ref().map(|held| held.due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_once_and_then_ever_more_rarely() {
        let start = Instant::now();
        let mut holdup = Holdup::default();
        let said: Vec<_> = (0..=600)
            .filter_map(|second| {
                holdup.look(start + Duration::from_secs(second), Some(7)).map(|age| age.as_secs())
            })
            .collect();
        assert_eq!(said, [30, 60, 120, 240, 480]);
    }

    #[test]
    fn each_update_has_its_own_time() {
        let start = Instant::now();
        let at = |second| start + Duration::from_secs(second);
        let mut holdup = Holdup::default();
        assert_eq!(holdup.look(at(0), Some(7)), None);
        assert_eq!(holdup.look(at(29), Some(8)), None);
        assert_eq!(holdup.look(at(58), Some(8)), None);
        assert_eq!(holdup.look(at(58), None), None);
        assert_eq!(holdup.due(), None);
        assert_eq!(holdup.look(at(60), Some(8)), None);
        assert_eq!(holdup.look(at(90), Some(8)), Some(Duration::from_secs(30)));
    }
}
