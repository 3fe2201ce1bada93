//! `multipart/form-data`, the form that can carry files.

use axum::RequestExt;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, Request};

use super::{Arguments, MAX_ARGUMENTS, MAX_BODY, form};
use crate::bot_api::answer::Failure;
use crate::world::files::Upload;

/// Reads the fields and the files into the arguments.
pub(super) async fn read(mut request: Request, arguments: &mut Arguments) -> Result<(), Failure> {
    DefaultBodyLimit::max(MAX_BODY).apply(&mut request);
    let mut parts = request
        .extract::<Multipart, _>()
        .await
        .map_err(|_| Failure::new(400, "Bad Request: boundary not found"))?;
    let mut read = 0;
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        let Some(name) = part.name().map(str::to_owned).filter(|name| !name.is_empty()) else {
            return Err(Failure::new(400, "Bad Request: field name in multipart/form-data not found"));
        };
        let file_name = part.file_name().map(str::to_owned);
        let is_form =
            part.content_type().is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let mut value = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            // The files are bounded by the body.
            read += if file_name.is_some() { 0 } else { chunk.len() };
            if read > MAX_ARGUMENTS {
                return Err(Failure::new(413, "Request Entity Too Large: too many parameters in form data"));
            }
            value.extend_from_slice(&chunk);
        }
        if let Some(file_name) = file_name {
            arguments.push_file(name, Upload { name: file_name, bytes: value.into() });
        } else if is_form {
            form::read(&value, arguments)?;
        } else {
            let value = String::from_utf8(value).map_err(|_| Failure::not_utf8(&name))?;
            arguments.push(name, value);
        }
    }
    Ok(())
}

/// A body that breaks the form's own rules, or is too big.
fn broken(error: MultipartError) -> Failure {
    match error.status().as_u16() {
        413 => Failure::new(413, "Request Entity Too Large"),
        code => Failure::new(code, "Bad Request: can't parse form data"),
    }
}
