//! Answers that are put in the way of a bot's requests, for tests of what it does then.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::answer::Failure;

/// A failure that is given in place of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The method that fails, whose capitals don't count; any where absent.
    pub(crate) method: Option<String>,
    /// Telegram's code, which is also the HTTP status.
    pub(crate) code: u16,
    /// Telegram's words.
    pub(crate) description: String,
    /// For how many seconds not to ask again.
    pub(crate) retry_after: Option<u32>,
    /// How many more requests fail.
    pub(crate) times: u32,
}

/// The faults of one bot.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.lock().push(fault);
    }

    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    /// Those that are still to come.
    pub(crate) fn list(&self) -> Vec<Fault> {
        self.lock().clone()
    }

    /// What a request for a method fails with, if it does. It counts as one time.
    pub(super) fn strike(&self, method: &str) -> Option<Failure> {
        let mut faults = self.lock();
        let hits = |fault: &Fault| fault.method.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(method));
        let index = faults.iter().position(hits)?;
        let fault = faults.get_mut(index)?;
        let failure = Failure {
            retry_after: fault.retry_after,
            ..Failure::new(fault.code, fault.description.as_str())
        };
        fault.times = fault.times.saturating_sub(1);
        if fault.times == 0 {
            faults.remove(index);
        }
        Some(failure)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
