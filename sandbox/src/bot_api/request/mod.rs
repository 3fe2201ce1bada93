//! Reading a request: HTTP's many forms become one list of arguments.
//! <https://core.telegram.org/bots/api#making-requests>

mod arguments;
mod form;
mod json;
mod multipart;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};

pub(crate) use arguments::{Arguments, exact_integer, leading_integer};

use super::answer::Failure;
use crate::rules::files::BOT_UPLOAD_BYTES;

/// The most bytes of all arguments together, files aside.
const MAX_ARGUMENTS: usize = 1 << 20;

/// The most bytes of a request with files.
const MAX_BODY: usize = BOT_UPLOAD_BYTES;

/// Takes the arguments out of query string and body.
pub(crate) async fn read(request: Request) -> Result<Arguments, Failure> {
    if !matches!(*request.method(), Method::GET | Method::POST) {
        return Err(Failure::new(501, "Not Implemented"));
    }
    let mut arguments = Arguments::default();
    if let Some(query) = request.uri().query() {
        form::read(query.as_bytes(), &mut arguments)?;
    }
    if !matches!(header(&request, CONTENT_ENCODING), "" | "none" | "identity") {
        return Err(Failure::new(415, "Unsupported Media Type: unsupported content-encoding"));
    }
    let content_type = header(&request, CONTENT_TYPE).to_ascii_lowercase();
    if content_type.contains("multipart/form-data") {
        multipart::read(request, &mut arguments).await?;
        return Ok(arguments);
    }
    let is_form = content_type.contains("application/x-www-form-urlencoded");
    if !is_form && !content_type.contains("application/json") {
        return Ok(arguments);
    }
    let body = to_bytes(request.into_body(), MAX_ARGUMENTS)
        .await
        .map_err(|_| Failure::new(413, "Request Entity Too Large: too many parameters"))?;
    if is_form {
        form::read(&body, &mut arguments)?;
    } else {
        json::read(&body, &mut arguments);
    }
    Ok(arguments)
}

/// A header's value; empty where there is none.
fn header(request: &Request, name: HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
