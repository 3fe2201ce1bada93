//! What a method answers: a result, or a failure in Telegram's own form.
//! <https://core.telegram.org/bots/api#making-requests>

use ambigram_core::types::ChatId;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

/// What a method gives when it succeeds.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The result, as JSON.
    result: String,
    /// A remark that a few methods add.
    description: Option<&'static str>,
}

impl Answer {
    /// Done, with nothing to tell.
    pub(crate) fn done() -> Self {
        Self::json(&Value::Bool(true))
    }

    /// A result.
    pub(crate) fn json(result: &Value) -> Self {
        Self::raw(result.to_string())
    }

    /// A result that is JSON already.
    pub(crate) fn raw(result: String) -> Self {
        Self { result, description: None }
    }

    /// Adds a remark.
    pub(crate) fn remark(self, description: &'static str) -> Self {
        Self { description: Some(description), ..self }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let remark = match self.description {
            Some(description) => format!(r#","description":{}"#, Value::from(description)),
            None => String::new(),
        };
        respond(StatusCode::OK, format!(r#"{{"ok":true,"result":{}{remark}}}"#, self.result))
    }
}

/// What a method gives when it fails: the HTTP status is the error's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// Telegram's code.
    pub(crate) code: u16,
    /// Telegram's words.
    pub(crate) description: String,
    /// For how many seconds not to ask again.
    pub(crate) retry_after: Option<u32>,
    /// The supergroup that the group became.
    pub(crate) migrate_to_chat_id: Option<ChatId>,
}

impl Failure {
    /// A failure with its whole description.
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        Self { code, description: description.into(), retry_after: None, migrate_to_chat_id: None }
    }

    /// A request that can't be served as it is: the reason is put into Telegram's form.
    pub(crate) fn bad_request(reason: &str) -> Self {
        Self::new(400, described("Bad Request", reason))
    }

    /// A text that is no UTF-8.
    pub(crate) fn not_utf8(name: &str) -> Self {
        Self::bad_request(match name {
            "text" => "Text must be encoded in UTF-8",
            _ => "Strings must be encoded in UTF-8",
        })
    }
}

/// Puts a reason behind the class of the error: it starts small, unless it is a name in capitals.
pub(crate) fn described(class: &str, reason: &str) -> String {
    if reason.starts_with(class) {
        return reason.to_owned();
    }
    let mut characters = reason.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    let is_name = characters.next().is_some_and(|second| second == '_' || second.is_ascii_uppercase());
    match first {
        Some(first) if !is_name => format!("{class}: {first}{}", reason.chars().skip(1).collect::<String>()),
        _ => format!("{class}: {reason}"),
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut parameters = Map::new();
        if let Some(seconds) = self.retry_after {
            parameters.insert("retry_after".to_owned(), seconds.into());
        }
        if let Some(chat) = self.migrate_to_chat_id {
            parameters.insert("migrate_to_chat_id".to_owned(), chat.0.into());
        }
        let parameters = match parameters.is_empty() {
            true => String::new(),
            false => format!(r#","parameters":{}"#, Value::from(parameters)),
        };
        let (code, description) = (self.code, Value::from(self.description));
        let body = format!(r#"{{"ok":false,"error_code":{code},"description":{description}{parameters}}}"#);
        let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = respond(status, body);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn respond(status: StatusCode, body: String) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn a_reason_is_put_in_telegrams_form() {
        for (reason, expected) in [
            ("Message text is empty", "Bad Request: message text is empty"),
            ("BUTTON_DATA_INVALID", "Bad Request: BUTTON_DATA_INVALID"),
            ("Bad Request: chat not found", "Bad Request: chat not found"),
            ("URL is bad", "Bad Request: URL is bad"),
            ("x", "Bad Request: x"),
        ] {
            assert_eq!(described("Bad Request", reason), expected);
        }
    }
}
