//! A client's session: it outlives the connections that carry it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use grammers_tl_types::{Serializable, enums, types};
use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;

use super::gzip;
use super::outbox::{Outbox, Outgoing};
use super::received::{Progress, Received};
use crate::mtproto::error::RpcError;
use crate::mtproto::rpc;

/// `rpc_result req_msg_id:long result:Object = RpcResult`.
const RPC_RESULT: u32 = 0xf35c_6d01;

/// Numbers connections, in the order in which sessions were carried by them.
static CARRIERS: AtomicU64 = AtomicU64::new(1);

/// One session of an auth key.
#[derive(Debug)]
pub(super) struct Session {
    id: i64,
    /// What the table of methods knows of it.
    pub(super) rpc: Arc<rpc::Session>,
    /// Rings when something is there to go.
    pub(super) bell: Notify,
    /// The connection that carries it: 0 where none does. Another that comes takes over.
    carrier: watch::Sender<u64>,
    state: Mutex<State>,
}

/// What the connection and the tasks that answer work on. Not to be held across an `await`.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) received: Received,
    pub(super) outbox: Outbox,
    is_announced: bool,
    /// When it was last carried, as connections are numbered.
    last_carrier: u64,
}

/// The connection's hold on a session, let go when it is dropped.
#[derive(Debug)]
pub(super) struct Carried {
    pub(super) session: Arc<Session>,
    number: u64,
    carrier: watch::Receiver<u64>,
}

impl Session {
    pub(super) fn new(id: i64) -> Self {
        Self {
            id,
            rpc: Arc::default(),
            bell: Notify::new(),
            carrier: watch::Sender::new(0),
            state: Mutex::default(),
        }
    }

    pub(super) fn id(&self) -> i64 {
        self.id
    }

    /// The number of the connection that carried it last.
    pub(super) fn last_carrier(&self) -> u64 {
        self.state().last_carrier
    }

    pub(super) fn is_carried(&self) -> bool {
        *self.carrier.borrow() != 0
    }

    /// Has the calling connection carry it. What the client has not acknowledged goes again.
    pub(super) fn carry(self: &Arc<Self>) -> Carried {
        let number = CARRIERS.fetch_add(1, Ordering::Relaxed);
        self.carrier.send_replace(number);
        let mut state = self.state();
        state.last_carrier = number;
        state.outbox.send_all_again();
        Carried { session: Arc::clone(self), number, carrier: self.carrier.subscribe() }
    }

    /// Ends the connection that carries it.
    pub(super) fn cut(&self) {
        self.carrier.send_replace(0);
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A message is to go.
    pub(super) fn send(&self, outgoing: Outgoing) {
        self.state().outbox.push(outgoing);
        self.bell.notify_one();
    }

    /// A request is being answered by a task of its own.
    pub(super) fn waits(&self, request: i64, task: AbortHandle) {
        let mut state = self.state();
        state.outbox.acknowledge(request);
        // It may be done already.
        if let Some(progress @ Progress::Running) = state.received.progress(request) {
            *progress = Progress::Waiting(task);
        }
    }

    /// A request was answered.
    pub(super) fn answer(&self, request: i64, answer: Result<Vec<u8>, RpcError>) {
        let object = match answer {
            Ok(object) => gzip::pack(object),
            Err(error) => enums::RpcError::from(types::RpcError::from(error)).to_bytes(),
        };
        self.send_result(request, &object);
    }

    /// `rpc_result`.
    pub(super) fn send_result(&self, request: i64, object: &[u8]) {
        let mut body = Vec::with_capacity(object.len() + 12);
        RPC_RESULT.serialize(&mut body);
        request.serialize(&mut body);
        body.extend(object);
        let mut state = self.state();
        if let Some(progress) = state.received.progress(request) {
            // It may have been dropped in the meantime.
            if matches!(std::mem::replace(progress, Progress::Answered), Progress::Answered) {
                return;
            }
        }
        state.outbox.push(Outgoing { body, answers: Some(request), is_content: true });
        drop(state);
        self.bell.notify_one();
    }
}

impl State {
    /// `new_session_created`, the first time. `first` is the first message's id.
    pub(super) fn announce(&mut self, first: i64, salt: i64) {
        if !std::mem::replace(&mut self.is_announced, true) {
            let created = types::NewSessionCreated {
                first_msg_id: first,
                unique_id: rand::random(),
                server_salt: salt,
            };
            let body = enums::NewSession::Created(created).to_bytes();
            self.outbox.push(Outgoing { body, answers: None, is_content: true });
        }
    }
}

impl Drop for Carried {
    fn drop(&mut self) {
        self.session.carrier.send_if_modified(|carrier| {
            let is_own = *carrier == self.number;
            if is_own {
                *carrier = 0;
            }
            is_own
        });
    }
}

impl Carried {
    /// Waits until the session is carried by another connection, or by none.
    pub(super) async fn lost(&mut self) {
        let number = self.number;
        // The sender lives in the session.
        let _ = self.carrier.wait_for(|carrier| *carrier != number).await;
    }
}
