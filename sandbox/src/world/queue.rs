//! What an account is told, in order.

use std::collections::VecDeque;

use ambigram_core::types::UserId;

use super::{Event, World};
use crate::rules::limits;

/// The events of one account that nobody has confirmed yet.
///
/// A front keeps its own cursor: it reads [`after`](Queue::after) it, and when its client has confirmed, it
/// [discards](Queue::discard_through). Whatever a front has no words for is to be discarded as it goes by.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    entries: VecDeque<Queued>,
    last: u64,
}

/// An event with its number in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    /// The number: 1 for the account's first event, and growing by one.
    pub seq: u64,
    /// When it happened, in seconds since 1970.
    pub date: i64,
    /// Whether the account did it itself, so that the Bot API says nothing of it: MTProto does, so that all sessions of
    /// the account agree.
    pub is_own: bool,
    /// What happened.
    pub event: Event,
}

impl Queue {
    /// The number of the latest event, whether it still waits or not; 0 where there was none.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// How many events wait that others caused.
    pub fn waiting(&self) -> usize {
        self.entries.iter().filter(|entry| !entry.is_own).count()
    }

    /// Whether everything that others caused was confirmed.
    pub fn is_quiet(&self) -> bool {
        self.entries.iter().all(|entry| entry.is_own)
    }

    /// The events that wait, from the first whose number is greater than `seq`.
    pub fn after(&self, seq: u64) -> impl Iterator<Item = &Queued> {
        let start = self.entries.partition_point(|entry| entry.seq <= seq);
        self.entries.range(start..)
    }

    /// Confirms all events up to and including number `seq`.
    pub fn discard_through(&mut self, seq: u64) {
        let confirmed = self.entries.partition_point(|entry| entry.seq <= seq);
        self.entries.drain(..confirmed);
    }

    pub(super) fn push(&mut self, date: i64, is_own: bool, event: Event) {
        self.last += 1;
        self.entries.push_back(Queued { seq: self.last, date, is_own, event });
    }

    /// Drops what nobody took within a day, as Telegram does.
    pub(super) fn expire(&mut self, now: i64) {
        let expired = self.entries.partition_point(|entry| entry.date + limits::UPDATE_SECONDS <= now);
        self.entries.drain(..expired);
    }
}

impl World {
    /// What waits for an account.
    pub fn queue(&self, account: UserId) -> Option<&Queue> {
        self.queues.get(&account)
    }

    /// What waits for an account, to confirm it. What is older than a day is dropped here.
    pub fn queue_mut(&mut self, account: UserId) -> &mut Queue {
        let now = self.now();
        let queue = self.queues.entry(account).or_default();
        queue.expire(now);
        queue
    }

    /// Tells an account what another did, or what happened to it.
    pub(super) fn tell(&mut self, account: UserId, event: Event) {
        self.enqueue(account, false, event);
    }

    /// Tells an account what `by` did.
    pub(super) fn tell_deed(&mut self, account: UserId, by: UserId, event: Event) {
        self.enqueue(account, account == by, event);
    }

    pub(super) fn enqueue(&mut self, account: UserId, is_own: bool, event: Event) {
        let now = self.now();
        let queue = self.queues.entry(account).or_default();
        queue.expire(now);
        queue.push(now, is_own, event);
    }
}
