//! A lane a chat: updates of one chat one after another, many lanes at once.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

use super::engine::Engine;
use super::shutdown::stop_signal;
use crate::delivery::Delivery;
use crate::types::UpdateOrder;

/// All lanes. One that has nothing to do is not there.
pub(super) struct Lanes {
    shared: Arc<Shared>,
    tasks: JoinSet<()>,
}

struct Shared {
    engine: Arc<Engine>,
    /// How many handlers may run at once.
    slots: Semaphore,
    /// What waits in each lane behind what runs there.
    waiting: Mutex<HashMap<UpdateOrder, VecDeque<Job>>>,
}

/// An update, and the room that it takes until it is finished.
struct Job {
    delivery: Delivery,
    _room: Option<OwnedSemaphorePermit>,
}

impl Lanes {
    pub(super) fn new(engine: Arc<Engine>, concurrency: usize) -> Self {
        let slots = Semaphore::new(concurrency.min(Semaphore::MAX_PERMITS));
        let shared = Shared { engine, slots, waiting: Mutex::default() };
        Self { shared: Arc::new(shared), tasks: JoinSet::new() }
    }

    /// Puts an update into its lane.
    pub(super) fn submit(&mut self, delivery: Delivery, room: Option<OwnedSemaphorePermit>) {
        while self.tasks.try_join_next().is_some() {}
        let order = delivery.update.order();
        let job = Job { delivery, _room: room };
        match self.shared.waiting().entry(order) {
            Entry::Occupied(mut lane) => lane.get_mut().push_back(job),
            Entry::Vacant(lane) => {
                lane.insert(VecDeque::new());
                self.tasks.spawn(self.shared.clone().run(order, job));
            }
        }
    }

    /// Waits for all lanes to end, for so long at most, or until a second signal; gives the number of updates
    /// that were not finished.
    pub(super) async fn finish(mut self, deadline: Duration) -> usize {
        let all = async { while self.tasks.join_next().await.is_some() {} };
        tokio::select! {
            () = all => {}
            () = tokio::time::sleep(deadline) => {}
            () = stop_signal() => tracing::warn!("told to stop again: not waiting for what runs"),
        }
        self.tasks.shutdown().await;
        // Each lane that is still there was cut off in the middle of one update.
        self.shared.waiting().drain().map(|(_, waiting)| waiting.len() + 1).sum()
    }
}

impl Shared {
    fn waiting(&self) -> MutexGuard<'_, HashMap<UpdateOrder, VecDeque<Job>>> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a lane until nothing waits in it.
    async fn run(self: Arc<Self>, order: UpdateOrder, first: Job) {
        let mut next = Some(first);
        while let Some(Job { delivery, _room }) = next {
            // Never closed, so there is always a slot in the end.
            let slot = self.slots.acquire().await;
            self.engine.handle(delivery).await;
            drop(slot);
            next = self.next(order);
        }
    }

    /// Takes what waits longest in a lane; ends the lane where nothing does.
    fn next(&self, order: UpdateOrder) -> Option<Job> {
        let mut waiting = self.waiting();
        let job = waiting.get_mut(&order).and_then(VecDeque::pop_front);
        if job.is_none() {
            waiting.remove(&order);
        }
        job
    }
}
