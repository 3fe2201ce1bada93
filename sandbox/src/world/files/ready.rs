//! Files made ready to be sent, which may take a while, and then kept, which does not.

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::types::UserId;

use super::{
    Document, DocumentAttributes, DocumentKind, FileName, GivenFile, NewDocument, NewPhoto, Photo, PhotoSize,
    Upload,
};
use crate::rules::{Refusal, files};
use crate::world::{Shared, World};

/// A file that Telegram has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// A photo.
    Photo(Arc<Photo>),
    /// A document.
    Document(Arc<Document>),
}

/// A file as it will be kept: the world is needed for a moment only.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadyFile {
    /// A photo that is not there yet.
    NewPhoto(NewPhoto),
    /// A document that is not there yet.
    NewDocument(Box<NewDocument>),
    /// A photo that is there.
    Photo(FileName),
    /// A document that is there.
    Document(FileName),
}

/// A file in a message, and how it is shown there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// The file.
    pub file: File,
    /// The picture that stands for a video.
    pub cover: Option<Arc<Photo>>,
    /// The video of a live photo.
    pub live: Option<Arc<Document>>,
    /// Where a video starts.
    pub start: Option<Duration>,
    /// Whether it is hidden until its reader asks for it.
    pub has_spoiler: bool,
    /// For how many seconds it can be seen.
    pub ttl_seconds: Option<i32>,
}

impl From<File> for SentFile {
    fn from(file: File) -> Self {
        Self { file, cover: None, live: None, start: None, has_spoiler: false, ttl_seconds: None }
    }
}

/// As what a document is to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentWish {
    /// What apps shall take it for.
    pub kind: DocumentKind,
    /// What is in it, where its sender says so.
    pub mime_type: Option<String>,
    /// What its sender says of it.
    pub attributes: DocumentAttributes,
    /// A small picture of it.
    pub thumbnail: Option<PhotoSize>,
    /// Whether it shall stay a file whatever is in it.
    pub is_forced: bool,
}

impl From<DocumentKind> for DocumentWish {
    fn from(kind: DocumentKind) -> Self {
        Self {
            kind,
            mime_type: None,
            attributes: DocumentAttributes::default(),
            thumbnail: None,
            is_forced: false,
        }
    }
}

impl GivenFile {
    /// Makes it ready to be sent as a photo. Not to be called while the world is held: images are scaled here.
    ///
    /// # Errors
    /// When it is no photo, or the web has nothing there.
    pub fn as_photo(self, world: &Shared) -> Result<ReadyFile, Refusal> {
        let upload = match self {
            Self::Known(name) => return Ok(ReadyFile::Photo(name)),
            Self::Upload(upload) => upload,
            Self::Url(url) => {
                let (upload, mime_type) = fetch(world, &url, files::WEB_PHOTO_BYTES)?;
                if !mime_type.starts_with("image/") {
                    return Err(Refusal::WebpageWrongType);
                }
                // What an address ends in says nothing.
                Upload { name: String::new(), ..upload }
            }
        };
        Ok(ReadyFile::NewPhoto(files::photo(&upload)?))
    }

    /// Makes it ready to be sent as a document. Not to be called while the world is held.
    ///
    /// # Errors
    /// When it has no bytes, or the web has nothing there that could be sent so.
    pub fn as_document(self, world: &Shared, wish: DocumentWish) -> Result<ReadyFile, Refusal> {
        let DocumentWish { kind, mime_type, attributes, thumbnail, is_forced } = wish;
        let (upload, mime_type) = match self {
            Self::Known(name) => return Ok(ReadyFile::Document(name)),
            Self::Upload(upload) => (upload, mime_type),
            Self::Url(url) => {
                let (upload, mime_type) = fetch(world, &url, files::WEB_BYTES)?;
                if !files::may_come_from_web(kind, &mime_type, &upload.bytes) {
                    return Err(Refusal::WebpageWrongType);
                }
                // As what it is sent, Telegram sees to itself, and nothing of what was said of it is heard.
                return Ok(web_document(upload, &mime_type));
            }
        };
        if upload.bytes.is_empty() {
            return Err(Refusal::FileEmpty);
        }
        let new = files::document(upload, mime_type.as_deref(), kind, attributes, thumbnail, is_forced);
        Ok(ReadyFile::NewDocument(Box::new(new)))
    }
}

impl GivenFile {
    /// Makes it ready to be sent as whatever it is. Not to be called while the world is held.
    ///
    /// # Errors
    /// When it has no bytes, or the web has nothing there that could be sent.
    pub fn as_it_is(self, world: &Shared) -> Result<ReadyFile, Refusal> {
        let mime_type = match &self {
            Self::Url(url) => fetch(world, url, files::WEB_BYTES)?.1,
            Self::Upload(upload) => files::mime_type(&upload.name),
            Self::Known(_) => String::new(),
        };
        self.as_document(world, kind_of(&mime_type).into())
    }
}

impl World {
    /// Keeps a file for an account, or finds the one that the account names.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn keep(&mut self, account: UserId, file: ReadyFile) -> Result<File, Refusal> {
        Ok(match file {
            ReadyFile::NewPhoto(new) => File::Photo(self.add_photo(new)),
            ReadyFile::NewDocument(new) => File::Document(self.add_document(*new)),
            ReadyFile::Photo(name) => File::Photo(self.photo_named(account, name)?),
            ReadyFile::Document(name) => File::Document(self.document_named(account, name)?),
        })
    }
}

/// As what a file is sent whose sender says nothing of it.
fn kind_of(mime_type: &str) -> DocumentKind {
    match mime_type {
        "video/mp4" => DocumentKind::Video,
        "audio/ogg" => DocumentKind::Voice,
        "audio/mpeg" | "audio/mp4" => DocumentKind::Audio,
        "image/webp" | "application/x-tgsticker" => DocumentKind::Sticker,
        _ => DocumentKind::General,
    }
}

/// A document of what the web has.
fn web_document(upload: Upload, mime_type: &str) -> ReadyFile {
    let kind = kind_of(mime_type);
    let said = DocumentAttributes::default();
    ReadyFile::NewDocument(Box::new(files::document(upload, Some(mime_type), kind, said, None, false)))
}

/// What the sandbox's web has under an address, and of what type it says that to be.
fn fetch(world: &Shared, url: &str, most: usize) -> Result<(Upload, String), Refusal> {
    let protocol = url.split_once("://").map(|(protocol, _)| protocol.to_ascii_lowercase());
    if protocol.is_some_and(|protocol| protocol != "http" && protocol != "https") {
        return Err(Refusal::WebUrlInvalid);
    }
    let fetched = world.read(|world| world.web_upload(url))?;
    match fetched.0.bytes.len() {
        0 => Err(Refusal::WebpageWrongType),
        size if size > most => Err(Refusal::WebpageNotThere),
        _ => Ok(fetched),
    }
}
