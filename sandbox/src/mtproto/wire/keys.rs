//! The auth keys that the front knows, and what hangs on each.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::crypto::AuthKey;
use super::session::Session;
use crate::mtproto::rpc::Login;

/// How many sessions an auth key may have: beyond that those are forgotten that have been away for longest.
const MAX_SESSIONS: usize = 64;

/// All auth keys, by id.
#[derive(Debug, Default)]
pub(crate) struct Keys(Mutex<HashMap<i64, Arc<Authorization>>>);

/// A client, as far as an auth key tells clients apart.
#[derive(Debug)]
pub(super) struct Authorization {
    pub(super) key: AuthKey,
    pub(super) login: Arc<Login>,
    /// When the key ends, where it does.
    end: Option<Instant>,
    sessions: Mutex<HashMap<i64, Arc<Session>>>,
}

impl Keys {
    /// A new key that nobody had to agree on.
    pub(crate) fn make(&self) -> [u8; 256] {
        loop {
            let mut bytes = [0; 256];
            rand::fill(&mut bytes);
            if self.add(&AuthKey::new(bytes), None) {
                return bytes;
            }
        }
    }

    /// Adds a key; `false` where another has its id.
    pub(super) fn add(&self, key: &AuthKey, lifetime: Option<Duration>) -> bool {
        let mut keys = self.lock();
        let is_free = key.id() != 0 && !keys.contains_key(&key.id());
        if is_free {
            let authorization = Authorization {
                key: key.clone(),
                login: Arc::default(),
                end: lifetime.and_then(|lifetime| Instant::now().checked_add(lifetime)),
                sessions: Mutex::default(),
            };
            keys.insert(key.id(), Arc::new(authorization));
        }
        is_free
    }

    pub(super) fn get(&self, id: i64) -> Option<Arc<Authorization>> {
        let mut keys = self.lock();
        let authorization = keys.get(&id)?;
        if authorization.end.is_some_and(|end| end <= Instant::now()) {
            keys.remove(&id);
            return None;
        }
        Some(Arc::clone(authorization))
    }

    /// Forgets a key; whether it was there.
    pub(super) fn remove(&self, id: i64) -> bool {
        self.lock().remove(&id).is_some()
    }

    pub(crate) fn logins(&self) -> Vec<Arc<Login>> {
        self.lock().values().map(|authorization| Arc::clone(&authorization.login)).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, Arc<Authorization>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Authorization {
    /// The session of this id, which may be new.
    pub(super) fn session(&self, id: i64) -> Arc<Session> {
        let mut sessions = self.sessions();
        if !sessions.contains_key(&id) && sessions.len() >= MAX_SESSIONS {
            let away = sessions.values().filter(|session| !session.is_carried());
            if let Some(oldest) =
                away.min_by_key(|session| session.last_carrier()).map(|session| session.id())
            {
                sessions.remove(&oldest);
            }
        }
        Arc::clone(sessions.entry(id).or_insert_with(|| Arc::new(Session::new(id))))
    }

    /// Forgets a session; whether it was there.
    pub(super) fn destroy(&self, id: i64) -> bool {
        self.sessions().remove(&id).is_some()
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<i64, Arc<Session>>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
