//! Files: photos and documents, once each, however often and by whomever they are sent.
//! <https://core.telegram.org/api/files>
//!
//! A [`Photo`] is one picture in several sizes, a [`Document`] anything else. Neither ever changes, and two are equal
//! where they are the same one. Each account names them by an access hash of its own, and proves by a file reference
//! that it came across them lately.

mod blob;
mod document;
mod given;
mod photo;
mod profile;
mod ready;
mod reference;
mod web;

use std::collections::BTreeMap;
use std::sync::Arc;

use ambigram_core::types::ChatId;

use super::World;

pub use blob::Blob;
pub use document::{
    Audio, Document, DocumentAttributes, DocumentKind, MaskPlace, NewDocument, Sticker, StickerKind,
    StickerSetId, Video,
};
pub use given::{FileName, GivenFile, Upload};
pub use photo::{NewPhoto, Photo, PhotoSize, SizeLetter};
pub use ready::{DocumentWish, File, ReadyFile, SentFile};
pub use web::WebFile;

/// The data centre that has all files: the only one there is.
pub const DC_ID: i32 = 2;

/// All files of a world, and what the sandbox's web has.
#[derive(Debug, Default)]
pub(super) struct Files {
    photos: BTreeMap<i64, Arc<Photo>>,
    documents: BTreeMap<i64, Arc<Document>>,
    web: BTreeMap<String, WebFile>,
    /// The photos by which accounts and chats are and were known, the newest last.
    profile_photos: BTreeMap<ChatId, Vec<Arc<Photo>>>,
    /// How often all file references have been made to expire.
    reference_age: u32,
}

impl World {
    /// Keeps a photo.
    pub fn add_photo(&mut self, new: NewPhoto) -> Arc<Photo> {
        let (id, secret, date) = (self.next_file(), self.random.next(), self.now());
        let photo = Arc::new(Photo { id, date, secret, sizes: new.sizes });
        self.files.photos.insert(id, Arc::clone(&photo));
        photo
    }

    /// Keeps a document.
    pub fn add_document(&mut self, new: NewDocument) -> Arc<Document> {
        let (id, secret, date) = (self.next_file(), self.random.next(), self.now());
        let NewDocument { bytes, mime_type, attributes, thumbnail } = new;
        let document = Arc::new(Document { id, date, secret, bytes, mime_type, attributes, thumbnail });
        self.files.documents.insert(id, Arc::clone(&document));
        document
    }

    /// A photo by its number.
    pub fn photo(&self, id: i64) -> Option<&Arc<Photo>> {
        self.files.photos.get(&id)
    }

    /// A document by its number.
    pub fn document(&self, id: i64) -> Option<&Arc<Document>> {
        self.files.documents.get(&id)
    }

    /// A number that no photo and no document has. Like Telegram's it is positive and does not tell how many there are.
    fn next_file(&mut self) -> i64 {
        loop {
            let id = (self.random.next() >> 2).cast_signed();
            if id > 0 && !self.files.photos.contains_key(&id) && !self.files.documents.contains_key(&id) {
                return id;
            }
        }
    }
}
