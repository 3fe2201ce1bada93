//! What is given where a file is to be sent: bytes, an address, or a file that is there already.

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::{Blob, Document, Photo};
use crate::rules::Refusal;
use crate::world::World;

/// A file as its sender gives it, on either wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenFile {
    /// Its bytes.
    Upload(Upload),
    /// Where the web has it.
    Url(String),
    /// One that Telegram has already.
    Known(FileName),
}

/// A file that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Upload {
    /// What the sender calls it; may be empty.
    pub name: String,
    /// The bytes.
    pub bytes: Blob,
}

/// How an account names a photo or a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileName {
    /// The file's number.
    pub id: i64,
    /// The account's hash for it.
    pub access_hash: i64,
}

impl World {
    /// The photo that an account names.
    ///
    /// # Errors
    /// When there is none, or the hash is another account's.
    pub fn photo_named(&self, account: UserId, name: FileName) -> Result<Arc<Photo>, Refusal> {
        let photo = self.photo(name.id).filter(|photo| photo.access_hash(account) == name.access_hash);
        photo.cloned().ok_or(Refusal::FileNotFound)
    }

    /// The document that an account names.
    ///
    /// # Errors
    /// When there is none, or the hash is another account's.
    pub fn document_named(&self, account: UserId, name: FileName) -> Result<Arc<Document>, Refusal> {
        let document =
            self.document(name.id).filter(|document| document.access_hash(account) == name.access_hash);
        document.cloned().ok_or(Refusal::FileNotFound)
    }

    /// The bytes of a file that was uploaded, or is had from the sandbox's web.
    ///
    /// # Errors
    /// When the web has nothing there.
    pub fn web_upload(&self, url: &str) -> Result<(Upload, String), Refusal> {
        let file = self.web_file(url).ok_or(Refusal::WebpageNotThere)?;
        let upload = Upload { name: file.name(url), bytes: file.bytes.clone() };
        Ok((upload, file.content_type.clone()))
    }
}
