//! Requests with files, as the forms that the Bot API takes them in.
//! <https://core.telegram.org/bots/api#sending-files>

use std::collections::HashSet;
use std::error::Error as StdError;
use std::fmt;
use std::io;

use ambigram_core::requests::{OpenUpload, Upload};
use ambigram_core::{Error, ErrorKind};
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, stream};
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde_json::{Map, Value};
use tokio::io::AsyncReadExt;

/// How much of a file is held at once.
const PIECE: usize = 64 << 10;

/// The fields of a request, and the files that go along with it, each under the name of its part.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) texts: Map<String, Value>,
    pub(crate) files: Vec<(String, Upload)>,
}

impl Fields {
    /// Opens the files, and gives the form and how many bytes the files have.
    ///
    /// # Errors
    /// [`FileNotRead`](ErrorKind::FileNotRead), for a file that can't be opened.
    pub(crate) async fn open(self) -> Result<(Form, u64), Error> {
        let mut form = Form::new();
        for (name, value) in self.texts {
            form = match value {
                Value::String(text) => form.text(name, text),
                other => form.text(name, other.to_string()),
            };
        }
        let mut total: u64 = 0;
        let mut seen = HashSet::new();
        for (name, upload) in self.files {
            // A file that stands in several places is one part.
            if !seen.insert(name.clone()) {
                continue;
            }
            let (part, size) = part(&upload).await?;
            form = form.part(name, part);
            total = total.saturating_add(size);
        }
        Ok((form, total))
    }
}

/// A file's part of a form, and its size.
async fn part(upload: &Upload) -> Result<(Part, u64), Error> {
    let (body, size) = match upload.as_bytes() {
        Some(bytes) => (Body::from(bytes.clone()), bytes.len().try_into().unwrap_or(u64::MAX)),
        None => {
            let opened = upload.open().await.map_err(|error| upload.unreadable(error))?;
            let size = opened.size;
            (Body::wrap_stream(pieces(opened, upload.clone())), size)
        }
    };
    Ok((Part::stream_with_length(body, size).file_name(file_name(upload)), size))
}

/// Under which name a file goes. A part without one would be no file.
fn file_name(upload: &Upload) -> String {
    let name: String = upload.name().chars().filter(|character| !character.is_control()).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// The bytes of a file, piece by piece, which are as many as it said.
fn pieces(opened: OpenUpload, upload: Upload) -> impl Stream<Item = Result<Bytes, Unreadable>> + Send {
    let OpenUpload { size, bytes } = opened;
    stream::try_unfold((bytes, size, upload), move |(mut bytes, left, upload)| async move {
        let mut piece = BytesMut::with_capacity(PIECE);
        let read = bytes.read_buf(&mut piece).await.map_err(|error| Unreadable(upload.unreadable(error)))?;
        let read: u64 = read.try_into().unwrap_or(u64::MAX);
        let wrong = |what| Err(Unreadable(upload.unreadable(io::Error::other(what))));
        match left.checked_sub(read) {
            Some(0) if read == 0 => Ok(None),
            Some(left) if read == 0 => wrong(format!("expected {size} bytes, got {left} less")),
            Some(left) => Ok(Some((piece.freeze(), (bytes, left, upload)))),
            None => wrong(format!("expected {size} bytes, got more")),
        }
    })
}

/// What a form breaks off with. It is found again among the causes of the failing call.
#[derive(Debug)]
struct Unreadable(Error);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for Unreadable {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

/// What is wrong with a file, where that is why a call failed.
pub(crate) fn unreadable(error: &(dyn StdError + 'static)) -> Option<Error> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(Unreadable(error)) = error.downcast_ref() {
            return Some(Error::new(ErrorKind::FileNotRead, error.description()));
        }
        cause = error.source();
    }
    None
}
