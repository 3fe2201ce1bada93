//! Which kind of error an RPC's refusal is: one table from Telegram's names to [`ErrorKind`].

use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::RpcError;

/// An RPC's refusal.
pub(crate) fn rpc(error: &RpcError) -> Error {
    Error::new(ErrorKind::BadRequest, error.name.clone()).because(error.clone())
}
