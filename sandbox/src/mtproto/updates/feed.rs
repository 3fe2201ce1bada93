//! What one session is told as it happens.

use std::collections::BTreeSet;

use ambigram_core::types::UserId;
use grammers_tl_types as tl;

use super::batch::{Batch, Container};
use super::{Named, short};
use crate::mtproto::MtProto;
use crate::world::{Event, World};

/// How many events are told at once.
const AT_ONCE: usize = 100;

/// What one session is told as it happens.
#[derive(Debug)]
pub(crate) struct Feed {
    account: UserId,
    /// The number of the last event that the session was told, or is not to be told.
    told: u64,
    /// Events that it was told in an answer.
    answered: BTreeSet<u64>,
    /// The users and chats that it was told of. A client cannot do anything with a number alone.
    known: Named,
}

impl Feed {
    /// From now on.
    pub(crate) fn new(world: &World, account: UserId) -> Self {
        let told = world.queue(account).map_or(0, crate::world::Queue::last);
        Self { account, told, answered: BTreeSet::new(), known: Named::default() }
    }

    /// The session was told these events in an answer.
    pub(crate) fn answered(&mut self, events: impl IntoIterator<Item = u64>) {
        self.answered.extend(events.into_iter().filter(|event| *event > self.told));
    }

    /// What happened since, at most a hundred events of it; `None` where nothing did.
    pub(crate) fn next(&mut self, front: &MtProto, world: &World) -> Option<tl::enums::Updates> {
        let queue = world.queue(self.account)?;
        let first = queue.since(self.told).next().map_or(queue.last() + 1, |first| first.seq);
        if first > self.told + 1 {
            // What came next is not kept any more: the client has to ask.
            self.told = queue.last();
            self.answered.clear();
            return Some(tl::enums::Updates::TooLong);
        }
        let mut batch = Batch::new(self.account);
        let mut container = None;
        // The message that is told, where it is the only thing.
        let mut only = None;
        let mut count = 0;
        for queued in queue.since(self.told) {
            let own = Container::of(queued);
            // An answer is numbered in no row, so what belongs to the account's is told in any case.
            let was_told = self.answered.contains(&queued.seq) && own != Container::Numbered;
            if !was_told {
                let is_other = container.is_some_and(|container| container != own);
                let is_full = count == AT_ONCE || container == Some(Container::Fleeting);
                if !batch.is_empty() && (is_other || is_full) {
                    break;
                }
                batch.add(world, queued);
                if !batch.is_empty() {
                    container = Some(own);
                    count += 1;
                    only = match &queued.event {
                        Event::NewMessage(view) if count == 1 => Some((view, queued)),
                        _ => None,
                    };
                }
            }
            self.answered.remove(&queued.seq);
            self.told = queued.seq;
        }
        if batch.is_empty() {
            return None;
        }
        if batch.named().are_within(&self.known) {
            if let Some(short) = only.and_then(|(view, queued)| short::message(world, view, queued)) {
                return Some(short);
            }
            if container == Some(Container::Fleeting) {
                return batch.into_update_short();
            }
        }
        self.known.add(batch.named());
        Some(batch.into_updates(front, world))
    }
}
