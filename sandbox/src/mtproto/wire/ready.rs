//! Sessions for clients that can't be told to trust another server's key.

use std::fmt;
use std::net::SocketAddr;

/// All that a client needs to talk to the sandbox without a key exchange.
///
/// It is shown as `mtproto://<auth key, in hex>@<address>/<data centre>`.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadySession {
    /// Where the sandbox listens.
    pub address: SocketAddr,
    /// The data centre that it is.
    pub dc_id: i32,
    /// The auth key. Whoever logs in with it stays logged in: it is one client's, and one client's only.
    pub auth_key: [u8; 256],
}

impl ReadySession {
    /// The auth key in hexadecimal digits.
    pub fn auth_key_hex(&self) -> String {
        self.auth_key.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Display for ReadySession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mtproto://{}@{}/{}", self.auth_key_hex(), self.address, self.dc_id)
    }
}

impl fmt::Debug for ReadySession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadySession")
            .field("address", &self.address)
            .field("dc_id", &self.dc_id)
            .finish_non_exhaustive()
    }
}
