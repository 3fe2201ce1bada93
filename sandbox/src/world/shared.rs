//! One world for many at once.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::World;

/// A world behind a lock, and a bell that rings when it has changed.
///
/// The lock is held only while a closure runs, so never across an `await`.
#[derive(Debug)]
pub struct Shared {
    world: Mutex<World>,
    changes: watch::Sender<u64>,
}

impl Shared {
    /// Shares a world.
    pub fn new(world: World) -> Self {
        Self { world: Mutex::new(world), changes: watch::Sender::new(0) }
    }

    /// Looks at the world.
    pub fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    /// Changes the world, and rings for those who wait.
    pub fn write<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.lock();
        world.pass_time();
        let result = change(&mut world);
        drop(world);
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
        result
    }

    /// A receiver that wakes up after each change.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Waits until `look` finds what it looks for: it is asked now, and again after each change.
    pub async fn wait_for<T>(&self, mut look: impl FnMut(&World) -> Option<T>) -> T {
        let mut changes = self.changes();
        loop {
            changes.borrow_and_update();
            if let Some(found) = self.read(&mut look) {
                return found;
            }
            if changes.changed().await.is_err() {
                // The sender lives as long as `self`: there is nothing left to wait for.
                std::future::pending::<()>().await;
            }
        }
    }

    /// A world whose lock was poisoned is still the only one there is: a panicking test shows its own message.
    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
