//! Requests of the vocabulary as RPCs: which are called, with what, and what becomes of their answers.

use ambigram_core::Error;
use ambigram_core::requests::{Request, Response};

use crate::wire::Wire;

/// Carries out a request.
pub(crate) async fn call(wire: &Wire, request: Request) -> Result<Response, Error> {
    let _ = wire;
    Err(Error::unsupported(request.name(), "MTProto"))
}
