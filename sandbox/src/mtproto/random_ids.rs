//! Which messages were sent already: a client that heard no answer sends again, under the same number of its own.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;

/// How many are remembered.
const KEPT: usize = 100_000;

/// The numbers under which clients sent their last messages.
#[derive(Debug, Default)]
pub(crate) struct RandomIds(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    known: HashSet<(UserId, i64)>,
    order: VecDeque<(UserId, i64)>,
}

impl RandomIds {
    /// Whether the account sent a message under this number.
    pub(crate) fn has(&self, account: UserId, random_id: i64) -> bool {
        self.kept().known.contains(&(account, random_id))
    }

    /// The account sent a message under this number.
    pub(crate) fn put(&self, account: UserId, random_id: i64) {
        let mut kept = self.kept();
        if kept.known.insert((account, random_id)) {
            kept.order.push_back((account, random_id));
        }
        while kept.order.len() > KEPT {
            if let Some(oldest) = kept.order.pop_front() {
                kept.known.remove(&oldest);
            }
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
