//! What is to be written to the file, and the thread that writes it.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use std::{mem, thread};

use ambigram_core::{Error, ErrorKind};
use grammers_session::types::DcOption;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use super::peers::Peer;

/// How long changes gather before they are written together.
const GATHERING: Duration = Duration::from_millis(50);

/// How long to wait before what could not be written is tried again.
const TROUBLE: Duration = Duration::from_secs(1);

/// How many users and chats may wait to be written. More than the disk can take are forgotten: they are told again.
const MOST_PEERS: usize = 50_000;

/// The account's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) bot: i64,
    /// Whether it is an account on a server other than Telegram's own.
    pub(super) own_server: bool,
    pub(super) signed_in: bool,
    pub(super) home_dc: i32,
}

/// How far the account's own updates were handled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Common {
    pub(super) pts: i32,
    pub(super) qts: i32,
    pub(super) date: i32,
    pub(super) seq: i32,
}

/// Changes that are not written yet; a later one of the same thing replaces an earlier one.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) account: Option<Account>,
    pub(super) dcs: HashMap<i32, DcOption>,
    pub(super) common: Option<Common>,
    /// Channels and their pts; `None` for one to be forgotten.
    pub(super) channels: HashMap<i64, Option<i32>>,
    pub(super) peers: HashMap<i64, Peer>,
    pub(super) next_update: Option<i64>,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.account.is_none()
            && self.dcs.is_empty()
            && self.common.is_none()
            && self.channels.is_empty()
            && self.peers.is_empty()
            && self.next_update.is_none()
    }

    /// Whether a power failure must not undo them. A state that is undone is merely handled again.
    fn is_precious(&self) -> bool {
        self.account.is_some() || !self.dcs.is_empty() || self.next_update.is_some()
    }

    /// Puts back what could not be written, beneath what has come since.
    fn put_back(&mut self, older: Self) {
        self.account = self.account.take().or(older.account);
        self.common = self.common.or(older.common);
        self.next_update = self.next_update.or(older.next_update);
        for (id, option) in older.dcs {
            self.dcs.entry(id).or_insert(option);
        }
        for (id, pts) in older.channels {
            self.channels.entry(id).or_insert(pts);
        }
        for (id, peer) in older.peers {
            if self.peers.len() < MOST_PEERS {
                self.peers.entry(id).or_insert(peer);
            }
        }
    }
}

/// The file, read at once and written behind.
#[derive(Debug)]
pub(super) struct Store {
    shared: Arc<Shared>,
    writer: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    waiting: Mutex<Waiting>,
    wake: Condvar,
    connection: Mutex<Connection>,
}

#[derive(Debug, Default)]
struct Waiting {
    changes: Changes,
    /// Who waits until all so far is written.
    flushes: Vec<oneshot::Sender<Result<(), String>>>,
    closed: bool,
}

/// Nothing panics while these locks are held, so a poisoned one is as good as any.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    pub(super) fn new(connection: Connection) -> Result<Self, Error> {
        let shared = Arc::new(Shared {
            waiting: Mutex::default(),
            wake: Condvar::new(),
            connection: Mutex::new(connection),
        });
        let writer = thread::Builder::new().name("session".to_owned()).spawn({
            let shared = shared.clone();
            move || shared.write_until_closed()
        });
        let writer = writer.map_err(|error| {
            Error::new(ErrorKind::Configuration, "no thread can be started to write the session")
                .because(error)
        })?;
        Ok(Self { shared, writer: Some(writer) })
    }

    /// Notes a change, to be written soon.
    pub(super) fn change(&self, note: impl FnOnce(&mut Changes)) {
        let mut waiting = lock(&self.shared.waiting);
        let was_empty = waiting.changes.is_empty();
        note(&mut waiting.changes);
        if was_empty {
            self.shared.wake.notify_one();
        }
    }

    /// Notes a user or a chat; forgets it where too many wait.
    pub(super) fn change_peer(&self, id: i64, peer: Peer) {
        self.change(|changes| {
            if changes.peers.len() < MOST_PEERS || changes.peers.contains_key(&id) {
                changes.peers.insert(id, peer);
            }
        });
    }

    /// A user or a chat, whether it is written yet or not.
    pub(super) fn peer(&self, id: i64) -> Option<Peer> {
        if let Some(peer) = lock(&self.shared.waiting).changes.peers.get(&id) {
            return Some(peer.clone());
        }
        let connection = lock(&self.shared.connection);
        let row = connection
            .prepare_cached("SELECT access_hash, min, about FROM peer WHERE id = ?1")
            .and_then(|mut select| {
                select.query_row([id], |row| {
                    Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, bool>(1)?, row.get::<_, String>(2)?))
                })
            });
        match row {
            Ok((hash, min, about)) => Peer::read(id, hash, min, &about),
            Err(rusqlite::Error::QueryReturnedNoRows) => None,
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "a peer cannot be read from the session"
                );
                None
            }
        }
    }

    /// Waits until all that was noted so far is written.
    pub(super) async fn flush(&self) -> Result<(), Error> {
        let (sender, written) = oneshot::channel();
        lock(&self.shared.waiting).flushes.push(sender);
        self.shared.wake.notify_one();
        let result = written.await.unwrap_or_else(|_| Err("its writer has ended".to_owned()));
        result.map_err(|error| {
            Error::new(ErrorKind::Configuration, format!("the session cannot be written: {error}"))
        })
    }
}

impl Drop for Store {
    /// Writes what is left.
    fn drop(&mut self) {
        lock(&self.shared.waiting).closed = true;
        self.shared.wake.notify_one();
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Shared {
    fn write_until_closed(&self) {
        loop {
            let Waiting { changes, flushes, closed } = self.gather();
            let result = if changes.is_empty() {
                Ok(())
            } else {
                let written = write(&mut lock(&self.connection), &changes);
                written.map_err(|error| {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "the session cannot be written"
                    );
                    lock(&self.waiting).changes.put_back(changes);
                    error.to_string()
                })
            };
            let failed = result.is_err();
            for flush in flushes {
                let _ = flush.send(result.clone());
            }
            if closed {
                return;
            }
            if failed {
                thread::sleep(TROUBLE);
            }
        }
    }

    /// Waits for something to write, and a little longer for what else there may be.
    fn gather(&self) -> Waiting {
        let mut waiting = lock(&self.waiting);
        let mut until: Option<Instant> = None;
        loop {
            if waiting.closed || !waiting.flushes.is_empty() {
                break;
            }
            let now = Instant::now();
            waiting = match until {
                Some(until) if until <= now => break,
                Some(until) => {
                    let waited = self.wake.wait_timeout(waiting, until.saturating_duration_since(now));
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None if waiting.changes.is_empty() => {
                    self.wake.wait(waiting).unwrap_or_else(PoisonError::into_inner)
                }
                None => {
                    until = Some(now + GATHERING);
                    continue;
                }
            };
        }
        let closed = waiting.closed;
        Waiting { closed, ..mem::take(&mut waiting) }
    }
}

fn write(connection: &mut Connection, changes: &Changes) -> rusqlite::Result<()> {
    // Against the end of the process a commit is enough. Against the end of the power it takes the disk's word,
    // which costs milliseconds.
    connection.pragma_update(None, "synchronous", if changes.is_precious() { "FULL" } else { "NORMAL" })?;
    let transaction = connection.transaction()?;
    if let Some(account) = &changes.account {
        transaction
            .prepare_cached("INSERT OR REPLACE INTO account VALUES (1, ?1, ?2, ?3, ?4)")?
            .execute(params![account.bot, account.own_server, account.signed_in, account.home_dc])?;
    }
    for option in changes.dcs.values() {
        transaction.prepare_cached("INSERT OR REPLACE INTO dc VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            option.id,
            option.ipv4.to_string(),
            option.ipv6.to_string(),
            option.auth_key,
        ])?;
    }
    if let Some(Common { pts, qts, date, seq }) = changes.common {
        transaction
            .prepare_cached("INSERT OR REPLACE INTO state VALUES (1, ?1, ?2, ?3, ?4)")?
            .execute([pts, qts, date, seq])?;
    }
    for (id, pts) in &changes.channels {
        match pts {
            Some(pts) => transaction
                .prepare_cached("INSERT OR REPLACE INTO channel VALUES (?1, ?2)")?
                .execute(params![id, pts])?,
            None => transaction.prepare_cached("DELETE FROM channel WHERE id = ?1")?.execute([id])?,
        };
    }
    for (id, peer) in &changes.peers {
        transaction
            .prepare_cached(
                "INSERT INTO peer VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET min = excluded.min, \
                 about = excluded.about, access_hash = coalesce(excluded.access_hash, access_hash)",
            )?
            .execute(params![id, peer.hash, peer.min, peer.write()])?;
    }
    if let Some(next) = changes.next_update {
        transaction.prepare_cached("INSERT OR REPLACE INTO numbering VALUES (1, ?1)")?.execute([next])?;
    }
    transaction.commit()
}
