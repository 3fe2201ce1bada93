//! What is put in the way of clients, for tests of what they do then.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

/// Something that goes wrong with requests of a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MtProtoFault {
    /// The method, as in `messages.sendMessage`; capitals don't count. The steps of the key exchange (`req_pq_multi`,
    /// `req_DH_params`, `set_client_DH_params`) and service messages (`ping_delay_disconnect`, say) have names too. Where
    /// it is absent, any method of the API.
    pub method: Option<String>,
    /// What goes wrong.
    pub effect: FaultEffect,
    /// How many more requests it befalls.
    pub times: u32,
}

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultEffect {
    /// The connection is cut, and the request never executed.
    CutBefore,
    /// The request is executed, and the connection cut before its answer went. A client that comes back with the same
    /// session gets the answer then.
    CutAfter,
    /// The request is neither executed nor answered; the connection stays.
    Ignore,
    /// It is refused: `FLOOD_WAIT_3` with the code 420, say. Steps of the key exchange and service messages know no errors:
    /// they are ignored.
    Error {
        /// Telegram's code.
        code: i32,
        /// Telegram's name for it.
        message: String,
    },
}

/// What becomes of new connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum MtProtoDoor {
    /// They are served.
    #[default]
    Open,
    /// They are accepted, and nothing comes back until the door is open again.
    Silent,
    /// They are closed at once.
    Shut,
}

/// The faults of the MTProto front. Cheap to clone: all clones are one.
#[derive(Debug, Clone, Default)]
pub struct MtProtoFaults(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    faults: Mutex<Vec<MtProtoFault>>,
    door: watch::Sender<MtProtoDoor>,
    /// How many times all connections were cut.
    cuts: watch::Sender<u64>,
    connections: watch::Sender<usize>,
}

impl MtProtoFaults {
    /// Adds a fault. Of several that fit a request the first counts.
    pub fn add(&self, fault: MtProtoFault) {
        if fault.times > 0 {
            self.lock().push(fault);
        }
    }

    /// The faults that are still to come.
    pub fn list(&self) -> Vec<MtProtoFault> {
        self.lock().clone()
    }

    /// Removes all faults and opens the door.
    pub fn clear(&self) {
        self.lock().clear();
        self.set_door(MtProtoDoor::Open);
    }

    /// Cuts all connections, now.
    pub fn cut_all(&self) {
        self.0.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// Says what becomes of new connections. Those that are there already stay.
    pub fn set_door(&self, door: MtProtoDoor) {
        self.0.door.send_replace(door);
    }

    /// What becomes of new connections.
    pub fn door(&self) -> MtProtoDoor {
        *self.0.door.borrow()
    }

    /// How many connections there are.
    pub fn connections(&self) -> usize {
        *self.0.connections.borrow()
    }

    /// Waits until there are as many connections.
    pub async fn until_connections(&self, count: usize) {
        // The sender lives in `self`.
        let _ = self.0.connections.subscribe().wait_for(|connections| *connections == count).await;
    }

    /// What befalls a request, if something does. It counts as one time.
    pub(super) fn strike(&self, method: &str, is_api: bool) -> Option<FaultEffect> {
        let mut faults = self.lock();
        let hits = |fault: &MtProtoFault| match &fault.method {
            Some(name) => name.eq_ignore_ascii_case(method),
            None => is_api,
        };
        let index = faults.iter().position(hits)?;
        let fault = faults.get_mut(index)?;
        fault.times = fault.times.saturating_sub(1);
        if fault.times > 0 {
            return Some(fault.effect.clone());
        }
        Some(faults.remove(index).effect)
    }

    pub(super) fn watch_door(&self) -> watch::Receiver<MtProtoDoor> {
        self.0.door.subscribe()
    }

    pub(super) fn watch_cuts(&self) -> watch::Receiver<u64> {
        self.0.cuts.subscribe()
    }

    /// A connection is there until the returned value is dropped.
    pub(super) fn connected(&self) -> Connected {
        self.0.connections.send_modify(|count| *count += 1);
        Connected(self.clone())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<MtProtoFault>> {
        self.0.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts a connection.
#[derive(Debug)]
pub(super) struct Connected(MtProtoFaults);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.0.connections.send_modify(|count| *count = count.saturating_sub(1));
    }
}
