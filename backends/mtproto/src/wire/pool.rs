//! grammers' connections, replaced when they hang or panic.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant as Clock;

use grammers_mtsender::{ConnectionParams, NoRetries, SenderPool, SenderPoolHandle, SenderPoolRunner};
use grammers_session::updates::UpdatesLike;
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;
use tokio::time::Instant;

use crate::session::{Session, Shared};

/// How many packets of updates fit between grammers and us. It throws away what does not, so whoever listens must
/// look whether it was ever full. Only what is used of it takes memory.
const CAPACITY: NonZeroUsize = match NonZeroUsize::new(1024) {
    Some(capacity) => capacity,
    None => NonZeroUsize::MIN,
};

/// What Telegram pushes over one pool's connections.
pub(crate) type Incoming = mpsc::Receiver<UpdatesLike>;

/// What Telegram pushes: a new [`Incoming`] with each pool.
pub(crate) type Listener = mpsc::UnboundedReceiver<Incoming>;

/// Connections, and the task that serves them.
pub(super) struct Pool {
    number: u64,
    handle: SenderPoolHandle,
    runner: AbortHandle,
    panicked: Arc<AtomicBool>,
    /// When a ping was last answered; locked by who is pinging.
    heard: tokio::sync::Mutex<Option<Instant>>,
    /// By this, what the pool's connections push is claimed from the task that throws it away.
    claim: Mutex<Option<oneshot::Sender<mpsc::UnboundedSender<Incoming>>>>,
}

/// One pool after another.
pub(super) struct Pools {
    storage: Arc<Shared>,
    api_id: i32,
    ipv6: bool,
    slot: Mutex<Slot>,
}

#[derive(Default)]
struct Slot {
    number: u64,
    current: Option<Arc<Pool>>,
    listener: Option<mpsc::UnboundedSender<Incoming>>,
}

impl Pool {
    pub(super) fn handle(&self) -> &SenderPoolHandle {
        &self.handle
    }

    pub(super) fn heard(&self) -> &tokio::sync::Mutex<Option<Instant>> {
        &self.heard
    }

    /// Whether there is nobody left to serve it.
    pub(super) fn has_ended(&self) -> bool {
        self.runner.is_finished()
    }

    /// Whether it ended by a panic.
    pub(super) fn has_panicked(&self) -> bool {
        self.panicked.load(Ordering::Relaxed)
    }
}

impl Drop for Pool {
    /// Closes the connections. To ask grammers for it would be in vain where it hangs.
    fn drop(&mut self) {
        self.runner.abort();
    }
}

impl Pools {
    pub(super) fn new(session: &Arc<Session>, api_id: i32) -> Self {
        let ipv6 = session.server().is_some_and(crate::server::Server::is_ipv6);
        Self { storage: Arc::new(Shared::new(session)), api_id, ipv6, slot: Mutex::default() }
    }

    /// The pool in use, which is made where there is none.
    pub(super) fn current(&self) -> Arc<Pool> {
        let mut slot = self.lock();
        if let Some(pool) = &slot.current {
            return pool.clone();
        }
        slot.number += 1;
        let (pool, incoming) = self.build(slot.number);
        let pool = Arc::new(pool);
        if let Err(incoming) = slot.offer(incoming) {
            let (claim, claimed) = oneshot::channel();
            *pool.claim.lock().unwrap_or_else(PoisonError::into_inner) = Some(claim);
            tokio::spawn(throw_away(incoming, claimed));
        }
        slot.current = Some(pool.clone());
        pool
    }

    /// Puts an end to a pool, so that the next call makes another. Of all who find one unusable, the first does it.
    pub(super) fn replace(&self, pool: &Pool) {
        let mut slot = self.lock();
        if slot.current.as_ref().is_some_and(|current| current.number == pool.number) {
            slot.current = None;
        }
        drop(slot);
        // Now, not when the last of its calls lets go of it: they wait for it.
        pool.runner.abort();
    }

    /// Takes what is pushed; `None` while somebody else does.
    pub(super) fn listen(&self) -> Option<Listener> {
        let mut slot = self.lock();
        if slot.listener.as_ref().is_some_and(|listener| !listener.is_closed()) {
            return None;
        }
        let (sender, listener) = mpsc::unbounded_channel();
        if let Some(pool) = &slot.current {
            let claim = pool.claim.lock().unwrap_or_else(PoisonError::into_inner).take();
            // Where it cannot be claimed it went with an earlier listener: another pool has another.
            if claim.is_none_or(|claim| claim.send(sender.clone()).is_err()) {
                slot.current = None;
            }
        }
        slot.listener = Some(sender);
        Some(listener)
    }

    fn build(&self, number: u64) -> (Pool, Incoming) {
        let params = ConnectionParams {
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            use_ipv6: self.ipv6,
            // Waiting for floods to pass is for a layer above both wires; what a failed connection asks for is ours.
            retry_policy: Box::new(NoRetries),
            updates_channel_capacity: CAPACITY,
            ..ConnectionParams::default()
        };
        let SenderPool { runner, handle, updates } =
            SenderPool::with_configuration(self.storage.clone(), self.api_id, params);
        let panicked = Arc::new(AtomicBool::new(false));
        let runner = tokio::spawn(run(runner, Watch { panicked: panicked.clone(), since: Clock::now() }));
        let pool = Pool {
            number,
            handle: handle.thin,
            runner: runner.abort_handle(),
            panicked,
            heard: tokio::sync::Mutex::default(),
            claim: Mutex::default(),
        };
        (pool, updates)
    }

    fn lock(&self) -> MutexGuard<'_, Slot> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slot {
    /// Gives what is pushed to who listens; back, where nobody does.
    fn offer(&mut self, incoming: Incoming) -> Result<(), Incoming> {
        match &self.listener {
            Some(listener) => listener.send(incoming).map_err(|unheard| unheard.0),
            None => Err(incoming),
        }
    }
}

/// Serves a pool's connections until it is stopped.
async fn run(runner: SenderPoolRunner, watch: Watch) {
    let _watch = watch;
    runner.run().await;
}

/// Notes a panic in passing.
struct Watch {
    panicked: Arc<AtomicBool>,
    since: Clock,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if thread::panicking() {
            self.panicked.store(true, Ordering::Relaxed);
            tracing::error!(after = ?self.since.elapsed(), "grammers panicked; its connections are made anew");
        }
    }
}

/// Throws away what is pushed while nobody listens: who comes to listen asks Telegram for it.
async fn throw_away(mut incoming: Incoming, mut claimed: oneshot::Receiver<mpsc::UnboundedSender<Incoming>>) {
    loop {
        tokio::select! {
            biased;
            listener = &mut claimed => {
                if let Ok(listener) = listener {
                    let _ = listener.send(incoming);
                }
                return;
            }
            updates = incoming.recv() => if updates.is_none() {
                return;
            }
        }
    }
}
