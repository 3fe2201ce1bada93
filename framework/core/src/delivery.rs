//! Updates on their way in, and the receipts that say which of them are done with.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::types::Update;

/// An update, and the receipt to settle when it has been handled.
#[derive(Debug)]
pub struct Delivery {
    /// What happened.
    pub update: Update,
    /// To be settled once it is done with.
    pub receipt: Receipt,
}

/// The promise that an update comes again unless it is settled.
///
/// A receipt that is dropped without being settled (a handler cut off by the shutdown, say) leaves its update,
/// and the confirmation of all after it, open.
#[must_use = "an update whose receipt is not settled comes again"]
pub struct Receipt {
    ledger: Arc<dyn Settle>,
    ticket: u64,
}

impl Receipt {
    /// A receipt that tells `ledger` of its `ticket`.
    pub fn new(ledger: Arc<dyn Settle>, ticket: u64) -> Self {
        Self { ledger, ticket }
    }

    /// The update has been handled, or is kept somewhere durable.
    pub fn settle(self) {
        self.ledger.settle(self.ticket);
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Receipt({})", self.ticket)
    }
}

/// Whoever hands out receipts.
pub trait Settle: Send + Sync {
    /// The update with this ticket is done with. Told once a ticket, in any order.
    fn settle(&self, ticket: u64);
}

/// What was received and what of it is finished, for a source whose cursor can only move over a
/// contiguous prefix.
///
/// Each update is entered with a *mark*: what the cursor may become once it and all before it are done with.
///
/// ```
/// # use ambigram_core::delivery::Ledger;
/// let ledger = Ledger::new();
/// let (first, second) = (ledger.enter(101), ledger.enter(102));
/// second.settle();
/// assert_eq!(ledger.finished(), None); // the first is still open
/// first.settle();
/// assert_eq!(ledger.finished(), Some(102));
/// ```
#[derive(Debug, Clone)]
pub struct Ledger<M>(Arc<Shared<M>>);

struct Shared<M> {
    entries: Mutex<Entries<M>>,
    moved: Notify,
}

struct Entries<M> {
    /// The ticket of the front of `open`.
    first: u64,
    /// From the oldest unfinished update on: marks, and whether they are settled.
    open: VecDeque<(M, bool)>,
    /// The mark of the end of the finished prefix.
    finished: Option<M>,
    /// Somebody waits until no more than this are open; nobody is woken before.
    awaited: Option<usize>,
}

impl<M: Clone + Send + 'static> Ledger<M> {
    /// An empty ledger.
    pub fn new() -> Self {
        Self::default()
    }

    /// Enters an update that was just received.
    pub fn enter(&self, mark: M) -> Receipt {
        let mut entries = self.0.lock();
        let ticket = entries.first + entries.open.len() as u64;
        entries.open.push_back((mark, false));
        Receipt::new(self.0.clone(), ticket)
    }

    /// The mark of the last update of the contiguous finished prefix; `None` until there is one.
    pub fn finished(&self) -> Option<M> {
        self.0.lock().finished.clone()
    }

    /// The mark of the oldest update that is not finished.
    pub fn oldest_open(&self) -> Option<M> {
        self.0.lock().open.front().map(|(mark, _)| mark.clone())
    }

    /// How many updates there are from the oldest unfinished one on, finished ones among them included.
    pub fn open(&self) -> usize {
        self.0.lock().open.len()
    }

    /// Waits until no more than so many updates are [open](Self::open).
    pub async fn until_open(&self, at_most: usize) {
        loop {
            let moved = self.0.moved.notified();
            tokio::pin!(moved);
            // Listen first, look then: what moves in between is not missed.
            moved.as_mut().enable();
            {
                let mut entries = self.0.lock();
                if entries.open.len() <= at_most {
                    return;
                }
                entries.awaited = entries.awaited.max(Some(at_most));
            }
            moved.await;
        }
    }
}

impl<M> Default for Ledger<M> {
    fn default() -> Self {
        let entries = Entries { first: 0, open: VecDeque::new(), finished: None, awaited: None };
        Self(Arc::new(Shared { entries: Mutex::new(entries), moved: Notify::new() }))
    }
}

impl<M> Shared<M> {
    fn lock(&self) -> MutexGuard<'_, Entries<M>> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<M: Send> Settle for Shared<M> {
    fn settle(&self, ticket: u64) {
        let mut guard = self.lock();
        let entries = &mut *guard;
        let Some(index) = ticket.checked_sub(entries.first) else { return };
        let Some((_, settled)) = usize::try_from(index).ok().and_then(|index| entries.open.get_mut(index))
        else {
            return;
        };
        *settled = true;
        if index > 0 {
            return;
        }
        while let Some((_, true)) = entries.open.front() {
            entries.first += 1;
            entries.finished = entries.open.pop_front().map(|(mark, _)| mark);
        }
        if entries.awaited.is_some_and(|at_most| entries.open.len() <= at_most) {
            entries.awaited = None;
            drop(guard);
            self.moved.notify_waiters();
        }
    }
}

impl<M> fmt::Debug for Shared<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.lock();
        write!(f, "Ledger(first: {}, open: {})", entries.first, entries.open.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finished_prefix_is_contiguous_whatever_the_order() {
        let ledger = Ledger::new();
        let receipts: Vec<_> = (0..5).map(|mark| ledger.enter(mark)).collect();
        let mut seen = Vec::new();
        let mut receipts: Vec<_> = receipts.into_iter().map(Some).collect();
        for index in [3, 1, 0, 4, 2] {
            receipts[index].take().unwrap().settle();
            seen.push((ledger.finished(), ledger.open()));
        }
        assert_eq!(seen, [(None, 5), (None, 5), (Some(1), 3), (Some(1), 3), (Some(4), 0)]);
    }

    #[test]
    fn a_dropped_receipt_holds_the_prefix() {
        let ledger = Ledger::new();
        drop(ledger.enter(1));
        ledger.enter(2).settle();
        assert_eq!((ledger.finished(), ledger.oldest_open()), (None, Some(1)));
    }

    #[tokio::test]
    async fn a_waiter_wakes_when_the_prefix_moves() {
        let ledger = Ledger::new();
        let (first, second) = (ledger.enter(1), ledger.enter(2));
        let waiter = tokio::spawn({
            let ledger = ledger.clone();
            async move { ledger.until_open(0).await }
        });
        tokio::task::yield_now().await;
        second.settle();
        first.settle();
        waiter.await.unwrap();
    }
}
