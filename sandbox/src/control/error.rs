//! Why the control API says no: always what is wrong, what was expected, and what came.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Reply;
use crate::bot_api::Failure;
use crate::rules::Refusal;

/// A request that can't be served.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Error {
    status: StatusCode,
    error: String,
    expected: Option<String>,
    got: Option<Value>,
}

impl Error {
    /// An input that is not what it should be.
    pub(super) fn input(name: &str, expected: impl Into<String>, got: impl Into<Value>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error: format!("can't read `{name}`"),
            expected: Some(expected.into()),
            got: Some(got.into()),
        }
    }

    /// Something that is not there.
    pub(super) fn missing(expected: impl Into<String>, got: impl Into<Value>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            error: "not found".to_owned(),
            expected: Some(expected.into()),
            got: Some(got.into()),
        }
    }

    /// What was waited for did not happen in time.
    pub(super) fn timed_out(expected: impl Into<String>, got: impl Into<Value>) -> Self {
        Self {
            status: StatusCode::REQUEST_TIMEOUT,
            error: "timed out".to_owned(),
            expected: Some(expected.into()),
            got: Some(got.into()),
        }
    }

    /// The sandbox stops.
    pub(super) fn stopping() -> Self {
        Self {
            status: StatusCode::SERVICE_UNAVAILABLE,
            error: "the sandbox is stopping".to_owned(),
            expected: None,
            got: None,
        }
    }

    /// An error of HTTP's own.
    pub(super) fn http(status: StatusCode, expected: &str, got: String) -> Self {
        Self {
            status,
            error: status.canonical_reason().unwrap_or("error").to_lowercase(),
            expected: Some(expected.to_owned()),
            got: Some(got.into()),
        }
    }
}

impl From<Refusal> for Error {
    /// Telegram itself would refuse.
    fn from(refusal: Refusal) -> Self {
        Self {
            status: StatusCode::from_u16(refusal.code()).unwrap_or(StatusCode::BAD_REQUEST),
            error: refusal.description(),
            expected: None,
            got: Some(refusal.rpc().name.into()),
        }
    }
}

impl From<Failure> for Error {
    /// The Bot API would refuse.
    fn from(failure: Failure) -> Self {
        Self {
            status: StatusCode::from_u16(failure.code).unwrap_or(StatusCode::BAD_REQUEST),
            error: failure.description,
            expected: None,
            got: None,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.error, "expected": self.expected, "got": self.got });
        Reply { status: self.status, body }.into_response()
    }
}
