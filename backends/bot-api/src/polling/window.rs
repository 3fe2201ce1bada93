//! What was received and may come again: the open updates, by their numbers.

use std::collections::VecDeque;

use ambigram_core::delivery::{Delivery, Ledger};
use ambigram_core::types::Update;

/// From the oldest unfinished update on, all that Telegram gave; none but these can it give again.
///
/// Numbers tell what came before, but not their order: after a quiet week Telegram goes on from any number.
pub(super) struct Window {
    ledger: Ledger<i64>,
    /// The numbers of what is in the ledger and in `waiting`; at the front possibly some that have been
    /// finished since the last question.
    known: VecDeque<i64>,
    /// Received, and not yet handed out.
    waiting: VecDeque<Update>,
}

impl Window {
    pub(super) fn new() -> Self {
        Self { ledger: Ledger::new(), known: VecDeque::new(), waiting: VecDeque::new() }
    }

    /// Hands out the next update.
    pub(super) fn pop(&mut self) -> Option<Delivery> {
        let update = self.waiting.pop_front()?;
        let receipt = self.ledger.enter(update.id.0);
        Some(Delivery { update, receipt })
    }

    /// Forgets what is finished: the next question confirms it, so that it cannot come again. What comes in answer to
    /// an earlier question is compared with what was open when that was asked.
    pub(super) fn forget_finished(&mut self) {
        let open = self.ledger.open() + self.waiting.len();
        self.known.drain(..self.known.len().saturating_sub(open));
    }

    /// Takes an update in, unless it is a repetition. Whether it was new.
    pub(super) fn take(&mut self, update: Update) -> bool {
        if self.known.contains(&update.id.0) {
            return false;
        }
        self.known.push_back(update.id.0);
        self.waiting.push_back(update);
        true
    }

    /// The number from which on to ask: all before it are confirmed by that. Absent until an update is known.
    pub(super) fn offset(&self) -> Option<i64> {
        self.ledger.finished().map(|id| id.saturating_add(1)).or_else(|| self.ledger.oldest_open())
    }

    /// The number that confirms all that is finished; absent while nothing is.
    pub(super) fn confirming(&self) -> Option<i64> {
        self.ledger.finished().map(|id| id.saturating_add(1))
    }

    /// The ledger of what was handed out.
    pub(super) fn ledger(&self) -> &Ledger<i64> {
        &self.ledger
    }
}
