//! The connection: calls that are tried again, timed out, and never panic.
//!
//! - [`attempt`]: one sending of a call, and how to tell a slow answer from a dead connection
//! - [`pool`]: grammers' connections, replaced when they hang or panic
//! - [`elsewhere`]: other data centres than the bot's own, where files lie
//! - [`outage`]: how long to wait between attempts
//! - [`sign_in`]: who the bot is

mod attempt;
mod elsewhere;
#[cfg(test)]
pub(crate) mod fake;
mod outage;
mod pool;
mod sign_in;
#[cfg(test)]
mod tests;

use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use ambigram_core::types::UserId;
use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::RpcError;
use grammers_tl_types::{Deserializable, RemoteCall};
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::convert;
use crate::session::{Peers, Session};
use attempt::Failure;
use elsewhere::Elsewhere;
use outage::Outage;
use pool::Pools;
pub(crate) use pool::{Incoming, Listener};
pub(crate) use sign_in::Login;

/// A signed-in connection, for one bot. It connects and signs in when it is first used.
pub(crate) struct Wire {
    session: Arc<Session>,
    login: Login,
    timeout: Duration,
    pools: Pools,
    outage: Outage,
    elsewhere: Elsewhere,
    /// Held by who is signing in.
    signing_in: Mutex<()>,
    /// What Telegram said when it ended the session; nothing more is asked of it then.
    ended: OnceLock<RpcError>,
}

/// What became of a call.
#[derive(Debug)]
pub(crate) struct Attempted<T> {
    /// The answer.
    pub(crate) answer: Result<T, Error>,
    /// Whether the call was sent more than once: a refusal that says that it is done already may mean that the
    /// first one did it.
    pub(crate) resent: bool,
}

/// How a call ended, whatever it was.
struct Carried {
    outcome: Outcome,
    resent: bool,
}

enum Outcome {
    Answered(Vec<u8>),
    Refused(RpcError),
    Failed(Error),
}

impl Carried {
    /// Reads the answer.
    fn read<T: Deserializable>(self) -> Attempted<T> {
        let answer = match self.outcome {
            Outcome::Answered(bytes) => read(&bytes),
            Outcome::Refused(error) => Err(convert::error::rpc(&error)),
            Outcome::Failed(error) => Err(error),
        };
        Attempted { answer, resent: self.resent }
    }
}

/// Reads an answer; what cannot be read is an error, and so is what reading it panics at.
fn read<T: Deserializable>(bytes: &[u8]) -> Result<T, Error> {
    match panic::catch_unwind(AssertUnwindSafe(|| T::from_bytes(bytes))) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => {
            let what = format!("Telegram's answer cannot be read: {error}");
            Err(Error::new(ErrorKind::UnexpectedAnswer, what).because(error))
        }
        Err(_) => Err(Error::new(ErrorKind::Panicked, "reading Telegram's answer panicked")),
    }
}

impl Wire {
    /// A connection that is made when it is first used.
    pub(crate) fn new(session: Arc<Session>, login: Login, timeout: Duration) -> Self {
        let pools = Pools::new(&session, login.api_id());
        Self {
            session,
            login,
            timeout,
            pools,
            outage: Outage::default(),
            elsewhere: Elsewhere::default(),
            signing_in: Mutex::default(),
            ended: OnceLock::new(),
        }
    }

    /// Calls an RPC and gives its answer.
    ///
    /// A failing connection is replaced; a call whose connection failed is made again where that is safe. Errors that
    /// Telegram answers with go through [`convert::error`](crate::convert::error).
    pub(crate) async fn invoke<R: RemoteCall>(&self, request: &R) -> Result<R::Return, Error> {
        self.attempt(request).await.answer
    }

    /// As [`invoke`](Self::invoke), for a request that carries a `random_id`: once it was sent a second time,
    /// `RANDOM_ID_DUPLICATE` means that the first arrived, which is told as `Ok(None)`.
    pub(crate) async fn invoke_once<R: RemoteCall>(&self, request: &R) -> Result<Option<R::Return>, Error> {
        let carried = self.carry(request.to_bytes()).await;
        match &carried.outcome {
            Outcome::Refused(error) if carried.resent && error.is("RANDOM_ID_DUPLICATE") => Ok(None),
            _ => carried.read().answer.map(Some),
        }
    }

    /// As [`invoke`](Self::invoke), and tells whether the call was sent more than once.
    pub(crate) async fn attempt<R: RemoteCall>(&self, request: &R) -> Attempted<R::Return> {
        self.carry(request.to_bytes()).await.read()
    }

    /// Who the bot is (known once it has signed in, which this waits for).
    pub(crate) async fn own(&self) -> Result<UserId, Error> {
        self.sign_in(Instant::now() + self.timeout).await?;
        Ok(self.session.bot())
    }

    /// The users and chats that the account has come across.
    pub(crate) fn peers(&self) -> &Peers {
        self.session.peers()
    }

    /// What the bot knows of itself.
    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// Takes what Telegram pushes; `None` while somebody else does.
    pub(crate) fn listen(&self) -> Option<Listener> {
        self.pools.listen()
    }

    /// Makes sure that the connection works; one that is silent is replaced.
    pub(crate) async fn check(&self) {
        let pool = self.pools.current();
        if !self.is_alive(&pool).await {
            self.pools.replace(&pool);
        }
    }

    /// Carries a call out, signed in.
    async fn carry(&self, body: Vec<u8>) -> Carried {
        let until = Instant::now() + self.timeout;
        let mut resent = false;
        let mut signed_in_again = false;
        loop {
            if let Err(error) = self.sign_in(until).await {
                return Carried { outcome: Outcome::Failed(error), resent };
            }
            let carried = self.carry_unsigned(&body, until).await;
            resent |= carried.resent;
            let Outcome::Refused(error) = &carried.outcome else { return Carried { resent, ..carried } };
            if error.code != 401 {
                return Carried { resent, ..carried };
            }
            // At the next start, at the latest, the bot signs in anew.
            self.session.set_signed_in(false);
            if !error.is("AUTH_KEY_UNREGISTERED") || signed_in_again {
                let _ = self.ended.set(error.clone());
                return Carried { resent, ..carried };
            }
            signed_in_again = true;
        }
    }

    /// Carries a call out, whether the bot has signed in or not.
    async fn carry_unsigned(&self, body: &[u8], until: Instant) -> Carried {
        self.carry_to(None, body, until).await
    }

    /// As [`carry_unsigned`](Self::carry_unsigned), to another data centre than the bot's own where one is given.
    async fn carry_to(&self, dc: Option<i32>, body: &[u8], until: Instant) -> Carried {
        let mut resent = false;
        // Made again once, at most: what takes long every time is slow, not lost.
        let mut is_patient = false;
        loop {
            let seen = self.outage.seen();
            let pool = self.pools.current();
            let failure = match self.send(&pool, dc, body.to_vec(), until, is_patient).await {
                Ok(answer) => {
                    self.outage.over();
                    return Carried { outcome: Outcome::Answered(answer), resent };
                }
                Err(Failure::Refused(error)) => {
                    self.outage.over();
                    return Carried { outcome: Outcome::Refused(error), resent };
                }
                Err(Failure::Unanswered) => {
                    tracing::debug!("a call is made again: it has gone unanswered");
                    (resent, is_patient) = (true, true);
                    continue;
                }
                Err(failure) => failure,
            };
            if pool.has_ended() {
                self.pools.replace(&pool);
            }
            self.outage.failed(seen);
            let again = self.outage.until();
            if !failure.may_pass() || again >= until {
                let error = failure.tell(pool.has_panicked(), self.session.server().is_some(), self.timeout);
                return Carried { outcome: Outcome::Failed(error), resent };
            }
            tracing::debug!(?failure, "a call is made again: its connection failed");
            resent |= failure.was_sent();
            tokio::time::sleep_until(again).await;
        }
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bot {}", self.session.bot())?;
        match self.session.server() {
            Some(server) => write!(f, " at {server:?}"),
            None => Ok(()),
        }
    }
}
