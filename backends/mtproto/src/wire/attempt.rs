//! One sending of a call, and how to tell a slow answer from a dead connection.

use std::io;
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::{InvocationError, RpcError};
use grammers_tl_types::{Serializable, functions};
use tokio::time::{Instant, timeout, timeout_at};

use super::Wire;
use super::pool::Pool;

/// How long an answer may be awaited before it is asked whether anybody is there, unless the time for the whole call
/// is short.
const PATIENCE: Duration = Duration::from_secs(5);

/// The part of a call's time that may pass before that.
const PARTS: u32 = 4;

/// The part of a call's time after which one that has no answer is made again, though the connection lives.
const LOST_AFTER: u32 = 3;

/// Why an attempt has no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// Telegram refused.
    Refused(RpcError),
    /// The connection failed, or could not be made.
    Connection(InvocationError),
    /// Nobody is there: not even a ping is answered.
    Silent,
    /// The connection lives, but the call has gone unanswered for so long that it may have been lost on the way.
    Unanswered,
    /// The call's time is over, though the connection lives.
    TimedOut,
}

impl Failure {
    /// Whether another attempt may succeed.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Refused(_) | Self::TimedOut => false,
            Self::Silent | Self::Unanswered => true,
            // An answer that cannot be read, a key that the server does not know, a data centre that there is not.
            Self::Connection(error) => !matches!(
                error,
                InvocationError::Deserialize(_)
                    | InvocationError::Authentication(_)
                    | InvocationError::InvalidDc
                    | InvocationError::Session(_)
                    | InvocationError::Rpc(_)
            ),
        }
    }

    /// Whether the call may have reached the server.
    pub(super) fn was_sent(&self) -> bool {
        let Self::Connection(InvocationError::Io(error)) = self else { return true };
        !matches!(
            error.kind(),
            io::ErrorKind::ConnectionRefused
                | io::ErrorKind::HostUnreachable
                | io::ErrorKind::NetworkUnreachable
                | io::ErrorKind::NetworkDown
                | io::ErrorKind::AddrNotAvailable
        )
    }

    /// The failure in words.
    pub(super) fn tell(self, panicked: bool, own_server: bool, time: Duration) -> Error {
        match self {
            Self::Refused(error) => crate::convert::error::rpc(&error),
            Self::Connection(error) if panicked => {
                Error::new(ErrorKind::Panicked, "the connection to Telegram panicked").because(error)
            }
            Self::Connection(error @ InvocationError::Authentication(_)) if own_server => {
                let what =
                    "the server does not know the auth key that the address gives, and agrees on no other";
                Error::new(ErrorKind::Configuration, what).because(error)
            }
            Self::Connection(error) => {
                let kind = match &error {
                    InvocationError::Deserialize(_) | InvocationError::InvalidDc => {
                        ErrorKind::UnexpectedAnswer
                    }
                    _ => ErrorKind::Network,
                };
                Error::new(kind, format!("the connection to Telegram failed: {error}")).because(error)
            }
            Self::Silent => Error::new(ErrorKind::Timeout, "Telegram's server does not answer"),
            Self::Unanswered | Self::TimedOut => {
                Error::new(ErrorKind::Timeout, format!("no answer from Telegram within {time:?}"))
            }
        }
    }
}

impl Wire {
    /// Sends a call once, to the bot's own data centre unless another is given.
    ///
    /// A server that has fallen silent (one that accepts connections and says nothing, a network that swallows
    /// everything) would let every call wait in vain, and grammers with them: so a call that waits for long asks
    /// whether anybody is there, and replaces the connections where nobody is. A `patient` one is then awaited, any
    /// other given up for lost after a while.
    pub(super) async fn send(
        &self,
        pool: &Pool,
        dc: Option<i32>,
        body: Vec<u8>,
        until: Instant,
        is_patient: bool,
    ) -> Result<Vec<u8>, Failure> {
        let lost = Instant::now() + self.timeout / LOST_AFTER;
        let call = pool.handle().raw_invoke_in_dc(dc.unwrap_or_else(|| self.session.home_dc()), body);
        tokio::pin!(call);
        loop {
            let ask = (Instant::now() + self.patience()).min(until);
            match timeout_at(ask, &mut call).await {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(InvocationError::Rpc(error))) => return Err(Failure::Refused(error)),
                Ok(Err(error)) => return Err(Failure::Connection(error)),
                Err(_) if ask >= until => return Err(Failure::TimedOut),
                Err(_) => {}
            }
            tokio::select! {
                biased;
                answer = &mut call => return match answer {
                    Ok(answer) => Ok(answer),
                    Err(InvocationError::Rpc(error)) => Err(Failure::Refused(error)),
                    Err(error) => Err(Failure::Connection(error)),
                },
                alive = self.is_alive(pool) => if !alive {
                    self.pools.replace(pool);
                    return Err(Failure::Silent);
                }
            }
            if !is_patient && Instant::now() >= lost {
                return Err(Failure::Unanswered);
            }
        }
    }

    /// Whether the server answers a ping. Of all who ask at once, one does.
    pub(super) async fn is_alive(&self, pool: &Pool) -> bool {
        let asked = Instant::now();
        let mut heard = pool.heard().lock().await;
        if heard.is_some_and(|heard| heard >= asked) {
            return true;
        }
        let ping = functions::Ping { ping_id: rand::random() }.to_bytes();
        let ping = pool.handle().raw_invoke_in_dc(self.session.home_dc(), ping);
        match timeout(self.patience(), ping).await {
            Ok(Ok(_)) => {
                *heard = Some(Instant::now());
                true
            }
            // A connection that fails says so to each of its calls.
            Ok(Err(_)) => true,
            Err(_) => false,
        }
    }

    fn patience(&self) -> Duration {
        PATIENCE.min(self.timeout / PARTS)
    }
}
