//! What a method is refused with. <https://core.telegram.org/api/errors>

use std::borrow::Cow;
use std::fmt;

use grammers_tl_types as tl;

use crate::rules::Refusal;

/// `rpc_error`: a code in the manner of HTTP's, and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RpcError {
    pub(crate) code: i32,
    pub(crate) name: Cow<'static, str>,
}

impl RpcError {
    pub(crate) fn new(code: i32, name: impl Into<Cow<'static, str>>) -> Self {
        Self { code, name: name.into() }
    }

    /// The request makes no sense.
    pub(crate) fn bad_request(name: impl Into<Cow<'static, str>>) -> Self {
        Self::new(400, name)
    }

    /// The client has to log in, or in again.
    pub(crate) fn unauthorized(name: &'static str) -> Self {
        Self::new(401, name)
    }

    /// Telegram has it, the sandbox has not: never to be taken for an answer of Telegram's.
    pub(crate) fn lacks(what: &str) -> Self {
        Self::bad_request(format!("SANDBOX_LACKS {what}"))
    }

    /// The request has fewer or more bytes than its method takes, or others.
    pub(crate) fn unreadable() -> Self {
        Self::bad_request("INPUT_FETCH_FAIL")
    }
}

impl From<Refusal> for RpcError {
    fn from(refusal: Refusal) -> Self {
        let rpc = refusal.rpc();
        Self { code: rpc.code, name: rpc.name }
    }
}

impl From<RpcError> for tl::types::RpcError {
    fn from(error: RpcError) -> Self {
        Self { error_code: error.code, error_message: error.name.into_owned() }
    }
}

impl fmt::Display for RpcError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

impl std::error::Error for RpcError {}
