//! Answers of the Bot API server: the envelope around every result, and what comes instead of one.

use std::borrow::Cow;
use std::time::Duration;

use ambigram_core::types::Raw;
use ambigram_core::{Error, ErrorKind};
use bytes::Bytes;
use serde::Deserialize;

use crate::address::Address;
use crate::error::{Parameters, kind, kind_of_status};

/// What a server answered to a call, as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// How long it asks to wait, by its HTTP header.
    pub(crate) retry_after: Option<Duration>,
    /// How many bytes the server takes, where the call had more.
    pub(crate) limit: Option<u64>,
    /// What should be JSON.
    pub(crate) body: Bytes,
}

/// How the answers of Telegram's own server to what went well begin, and end.
const PLAIN: (&[u8], &[u8]) = (br#"{"ok":true,"result":"#, b"}");

/// The shape of all answers. <https://core.telegram.org/bots/api#making-requests>
#[derive(Deserialize)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
struct Envelope<'a, R> {
    ok: bool,
    result: Option<R>,
    error_code: Option<u16>,
    #[serde(borrow)]
    description: Option<Cow<'a, str>>,
    parameters: Option<Parameters>,
}

impl Answer {
    /// The result of an answer in that very form; any other is for [`result`](Self::result) to read.
    pub(crate) fn plain_result(&self) -> Option<Raw> {
        let (start, end) = PLAIN;
        let result = self.body.strip_prefix(start)?.strip_suffix(end)?;
        // What is one JSON value between these two is the result, the whole result, and nothing else.
        Raw::new(self.body.slice_ref(result)).ok()
    }

    /// Reads the result; the type decides how much of it is read.
    pub(crate) fn result<'a, R: Deserialize<'a>>(&'a self, address: &Address) -> Result<R, Error> {
        // Checked once as a whole, which is quicker than string by string.
        let json = std::str::from_utf8(&self.body).map_err(|error| self.unreadable().because(error))?;
        let envelope = serde_json::from_str::<Envelope<'a, R>>(json)
            .map_err(|error| self.unreadable().because(error))?;
        match envelope {
            Envelope { ok: true, result: Some(result), .. } => Ok(result),
            Envelope { ok: true, result: None, .. } => {
                Err(Error::new(ErrorKind::UnexpectedAnswer, "expected a result, got an answer without one"))
            }
            Envelope { error_code, description, parameters, .. } => {
                let code = error_code.unwrap_or(self.status);
                let description = address.redact(description.as_deref().unwrap_or("refused without a word"));
                Err(Error::new(kind(code, &description, &parameters.unwrap_or_default()), description))
            }
        }
    }

    /// The error of an answer in another shape than the Bot API's. Its text is not shown: pages like to
    /// repeat the address that was asked for, token and all.
    fn unreadable(&self) -> Error {
        let Self { status, body, .. } = self;
        let what = match status {
            200..300 => "expected an answer of the Bot API",
            300..400 => "expected an answer of the Bot API, was sent to another address",
            _ => "expected an answer of the Bot API, got a page",
        };
        let description = format!("{what} (HTTP status {status}, {} bytes)", body.len());
        Error::new(kind_of_status(*status, self.retry_after), description)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "123456:secret";

    fn read(status: u16, body: &'static str) -> Result<bool, Error> {
        let address = Address::new("https://api.telegram.org", TOKEN).unwrap();
        Answer { status, retry_after: None, limit: None, body: Bytes::from_static(body.as_bytes()) }
            .result(&address)
    }

    #[test]
    fn an_answer_is_read_by_its_shape_and_its_status() {
        use ErrorKind::*;
        let table = [
            (200, r#"{"ok":true,"result":true}"#, None),
            (200, r#"{"ok":true,"result":true,"description":"Webhook is already deleted"}"#, None),
            (200, r#"{"ok":true}"#, Some(UnexpectedAnswer)),
            (200, r#"{"ok":true,"result":{"an":"object"}}"#, Some(UnexpectedAnswer)),
            (200, r#"{"ok":true,"result":tru"#, Some(UnexpectedAnswer)),
            (200, "<html>Sign in to the hotel's network</html>", Some(UnexpectedAnswer)),
            (200, "", Some(UnexpectedAnswer)),
            (302, "", Some(UnexpectedAnswer)),
            (
                400,
                r#"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#,
                Some(ChatNotFound),
            ),
            (
                429,
                r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}"#,
                Some(RetryAfter(Duration::from_secs(7))),
            ),
            (404, r#"{"ok":false,"error_code":404,"description":"Not Found"}"#, Some(Unauthorized)),
            (403, r#"{"ok":false}"#, Some(Forbidden)),
            (404, "<html>nginx</html>", Some(NotFound)),
            (413, "<html>Request Entity Too Large</html>", Some(TooLarge { limit: None })),
            (429, "slow down", Some(RetryAfter(Duration::from_secs(1)))),
            (502, "<html>502 Bad Gateway</html>", Some(Server)),
            (504, r#"{"message":"upstream timed out"}"#, Some(Server)),
        ];
        for (status, body, expected) in table {
            let kind = read(status, body).err().map(|error| error.kind().clone());
            assert_eq!(kind, expected, "{status} {body}");
        }
    }

    #[test]
    fn a_result_is_found_where_telegram_puts_it() {
        for (body, expected) in [
            (r#"{"ok":true,"result":{"a":1}}"#, Some(r#"{"a":1}"#)),
            (r#"{"ok":true,"result":true}"#, Some("true")),
            (r#"{"ok":true, "result":true}"#, None),
            (r#"{"result":true,"ok":true}"#, None),
            (r#"{"ok":false,"description":"Bad Request"}"#, None),
            (r#"{"ok":true,"result":"#, None),
        ] {
            let answer = Answer {
                status: 200,
                retry_after: None,
                limit: None,
                body: Bytes::from_static(body.as_bytes()),
            };
            assert_eq!(answer.plain_result().as_ref().map(Raw::as_str), expected, "{body}");
        }
    }

    #[test]
    fn a_refusal_keeps_telegrams_words() {
        let body = r#"{"ok":false,"error_code":400,"description":"Bad Request: \u044f"}"#;
        assert_eq!(read(400, body).unwrap_err().description(), "Bad Request: я");
    }

    #[test]
    fn a_token_that_is_thrown_back_does_not_show() {
        let body = r#"{"ok":false,"error_code":404,"description":"no page /bot123456:secret/getMe"}"#;
        assert_eq!(read(404, body).unwrap_err().description(), "no page /bot<token>/getMe");
        let page = "<html>no page /bot123456:secret/getMe</html>";
        assert!(!format!("{:?}", read(404, page).unwrap_err()).contains("secret"));
    }
}
