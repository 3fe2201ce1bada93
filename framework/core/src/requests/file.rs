//! Files to be sent: those that Telegram has, those on the web, and those that are uploaded.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use serde::{Serialize, Serializer};
use tokio::io::{AsyncRead, AsyncReadExt};

use super::param::Param;
use crate::error::{Error, ErrorKind};
use crate::types::{FileId, Name};

/// A file to be sent. <https://core.telegram.org/bots/api#sending-files>
///
/// ```
/// # use ambigram_core::requests::InputFile;
/// InputFile::path("cat.jpg");
/// InputFile::bytes("notes.txt", "buy milk");
/// InputFile::url("https://example.com/cat.jpg");
/// InputFile::id("AgACAgIAAxkBAAIB");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum InputFile {
    /// A file that Telegram has already; nothing is uploaded.
    Id(FileId),
    /// A file on the web, which Telegram fetches by itself: up to 5 MB for photos, 20 MB for others.
    Url(String),
    /// A file that is uploaded.
    Upload(Upload),
}

impl InputFile {
    /// A file that Telegram has already.
    pub fn id(id: impl Into<FileId>) -> Self {
        Self::Id(id.into())
    }

    /// A file on the web, which Telegram fetches by itself.
    pub fn url(url: impl Into<String>) -> Self {
        Self::Url(url.into())
    }

    /// A file on this machine, under its own name. It is opened when it is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self::Upload(Upload::new(name, Content::Path(path)))
    }

    /// Bytes, under a name.
    pub fn bytes(name: impl Into<Name>, bytes: impl Into<Bytes>) -> Self {
        Self::Upload(Upload::new(name, Content::Bytes(bytes.into())))
    }

    /// What a reader gives, under a name: it must be as many bytes as `size` says. It can be sent once.
    pub fn stream(name: impl Into<Name>, size: u64, reader: impl AsyncRead + Send + 'static) -> Self {
        let reader: Pin<Box<dyn AsyncRead + Send>> = Box::pin(reader);
        Self::Upload(Upload::new(name, Content::Stream(size, Arc::new(Mutex::new(Some(reader))))))
    }

    /// What is uploaded, if anything is.
    pub fn as_upload(&self) -> Option<&Upload> {
        match self {
            Self::Upload(upload) => Some(upload),
            Self::Id(_) | Self::Url(_) => None,
        }
    }
}

impl From<FileId> for InputFile {
    fn from(id: FileId) -> Self {
        Self::Id(id)
    }
}

impl From<&FileId> for InputFile {
    fn from(id: &FileId) -> Self {
        Self::Id(id.clone())
    }
}

impl From<PathBuf> for InputFile {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for InputFile {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<Upload> for InputFile {
    fn from(upload: Upload) -> Self {
        Self::Upload(upload)
    }
}

impl Serialize for InputFile {
    /// An id and an address as they are, an upload by the part of the form that will hold it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => id.serialize(serializer),
            Self::Url(url) => url.serialize(serializer),
            Self::Upload(upload) => serializer.collect_str(&format_args!("attach://{}", upload.part())),
        }
    }
}

impl Param for InputFile {
    fn uploads<'a>(&'a self, found: &mut Vec<&'a Upload>) {
        found.extend(self.as_upload());
    }
}

/// A file that is uploaded.
#[derive(Clone)]
pub struct Upload {
    name: Name,
    /// Tells this upload from all others of the process.
    number: u64,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Path(PathBuf),
    Bytes(Bytes),
    Stream(u64, Arc<Mutex<Option<Reader>>>),
}

type Reader = Pin<Box<dyn AsyncRead + Send>>;

/// An upload whose bytes can be read.
pub struct OpenUpload {
    /// How many bytes there are.
    pub size: u64,
    /// The bytes.
    pub bytes: Pin<Box<dyn AsyncRead + Send>>,
}

impl Upload {
    fn new(name: impl Into<Name>, content: Content) -> Self {
        static NUMBERS: AtomicU64 = AtomicU64::new(1);
        Self { name: name.into(), number: NUMBERS.fetch_add(1, Ordering::Relaxed), content }
    }

    /// Gives it another name: the name tells Telegram what kind of file it is.
    #[must_use]
    pub fn named(mut self, name: impl Into<Name>) -> Self {
        self.name = name.into();
        self
    }

    /// Under which name it is uploaded.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the part of a form that holds it, as requests refer to it: `attach://` and this.
    pub fn part(&self) -> String {
        format!("file{}", self.number)
    }

    /// The bytes, where they are in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Path(_) | Content::Stream(..) => None,
        }
    }

    /// Opens it.
    ///
    /// # Errors
    /// When the file can't be opened, and when a stream has been sent already.
    pub async fn open(&self) -> io::Result<OpenUpload> {
        match &self.content {
            Content::Path(path) => {
                let file = tokio::fs::File::open(path)
                    .await
                    .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
                let size = file.metadata().await?.len();
                // What is written to it meanwhile is left out: its size has been told.
                Ok(OpenUpload { size, bytes: Box::pin(file.take(size)) })
            }
            Content::Bytes(bytes) => Ok(OpenUpload {
                size: bytes.len().try_into().unwrap_or(u64::MAX),
                bytes: Box::pin(io::Cursor::new(bytes.clone())),
            }),
            Content::Stream(size, reader) => {
                let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take();
                let bytes = reader.ok_or_else(|| {
                    io::Error::other(format!(
                        "the stream `{}` has been sent: a stream can be read once",
                        self.name
                    ))
                })?;
                Ok(OpenUpload { size: *size, bytes })
            }
        }
    }

    /// The error of an upload that cannot be opened, or not read to its end.
    pub fn unreadable(&self, error: io::Error) -> Error {
        let text = format!("the file `{}` cannot be read: {error}", self.name);
        Error::new(ErrorKind::FileNotRead, text).because(error)
    }
}

impl PartialEq for Upload {
    /// The same upload, or one of the same bytes or path under the same name.
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.content, &other.content) {
            (Content::Path(one), Content::Path(other)) => one == other,
            (Content::Bytes(one), Content::Bytes(other)) => one == other,
            _ => self.number == other.number,
        };
        same && self.name == other.name
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut upload = f.debug_struct("Upload");
        upload.field("name", &self.name);
        match &self.content {
            Content::Path(path) => upload.field("path", path),
            Content::Bytes(bytes) => upload.field("bytes", &bytes.len()),
            Content::Stream(size, _) => upload.field("stream", size),
        };
        upload.finish()
    }
}

impl fmt::Debug for OpenUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenUpload").field("size", &self.size).finish_non_exhaustive()
    }
}
