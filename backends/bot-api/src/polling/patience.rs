//! Which errors pass, and how long to wait for that.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};

/// The first wait after an error.
const SHORTEST: Duration = Duration::from_millis(500);

/// As far as the wait grows.
const LONGEST: Duration = Duration::from_secs(30);

/// How often it went wrong in a row.
#[derive(Debug, Default)]
pub(super) struct Patience {
    failures: u32,
}

impl Patience {
    /// It went well.
    pub(super) fn restore(&mut self) {
        self.failures = 0;
    }

    /// How long to wait before asking again; `None` when waiting is in vain.
    pub(super) fn after(&mut self, error: &Error) -> Option<Duration> {
        match error.kind() {
            ErrorKind::RetryAfter(wait) => {
                self.failures = self.failures.saturating_add(1);
                Some(*wait)
            }
            // Another program that polls may stop, and a poll of a process that was killed lingers for a while. A
            // webhook stays.
            ErrorKind::Conflict if is_webhook(error) => None,
            ErrorKind::Conflict
            | ErrorKind::Server
            | ErrorKind::Network
            | ErrorKind::Timeout
            // A proxy whose server is just being replaced, a network that wants a sign-in first.
            | ErrorKind::NotFound
            | ErrorKind::UnexpectedAnswer => Some(self.longer()),
            _ => None,
        }
    }

    /// A wait that doubles with each failure, less a random part, so that many bots don't come back at once.
    pub(super) fn longer(&mut self) -> Duration {
        let longest =
            SHORTEST.saturating_mul(1_u32.checked_shl(self.failures).unwrap_or(u32::MAX)).min(LONGEST);
        self.failures = self.failures.saturating_add(1);
        let random = RandomState::new().hash_one(self.failures) % 256;
        longest - longest / 2 * u32::try_from(random).unwrap_or(0) / 256
    }
}

/// Whether it is a webhook that takes the bot's updates.
fn is_webhook(error: &Error) -> bool {
    error.description().contains("webhook is active")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_pass_is_waited_out() {
        let webhook = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete \
                       the webhook first";
        let poller = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is \
                      running";
        for (kind, description, waits) in [
            (ErrorKind::Network, "", true),
            (ErrorKind::Timeout, "", true),
            (ErrorKind::Server, "Bad Gateway", true),
            (ErrorKind::UnexpectedAnswer, "", true),
            (ErrorKind::NotFound, "", true),
            (ErrorKind::Conflict, poller, true),
            (ErrorKind::Conflict, "Conflict: terminated by setWebhook request", true),
            (ErrorKind::Conflict, webhook, false),
            (ErrorKind::Unauthorized, "Unauthorized", false),
            (ErrorKind::BadRequest, "Bad Request: can't parse allowed updates", false),
            (ErrorKind::Configuration, "", false),
        ] {
            let error = Error::new(kind, description);
            assert_eq!(Patience::default().after(&error).is_some(), waits, "{error:?}");
        }
    }

    #[test]
    fn a_server_that_names_a_time_is_taken_at_its_word() {
        let wait = Duration::from_secs(35);
        let error = Error::new(ErrorKind::RetryAfter(wait), "Too Many Requests: retry after 35");
        assert_eq!(Patience::default().after(&error), Some(wait));
    }

    #[test]
    fn waits_grow_to_their_limit_and_start_anew_after_success() {
        let mut patience = Patience::default();
        for most in [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000] {
            let wait = patience.longer().as_millis();
            assert!(most / 2 <= wait && wait <= most, "{wait} of {most}");
        }
        for _ in 0..100 {
            assert!(patience.longer() <= LONGEST);
        }
        patience.restore();
        assert!(patience.longer() <= SHORTEST);
    }
}
