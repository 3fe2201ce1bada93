//! Where on Telegram's servers a file is: what a file id says.

use super::encoding::{expand_zeros, from_text, shorten_zeros, to_text};
use super::fields::{Fields, Written};
use super::unique;
use super::{DecodeError, FileClass, FileType, PhotoSizeSource};
use crate::types::{FileId, FileUniqueId};

/// A file on Telegram's servers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RemoteFile {
    /// What kind of file it is.
    pub kind: FileType,
    /// The data centre where it lies; 0 for what is elsewhere on the web.
    pub dc_id: i32,
    /// What the file was got from, in the server's own words: without it most files can't be fetched, and it gets old.
    /// <https://core.telegram.org/api/file_reference>
    pub file_reference: Vec<u8>,
    /// By what it is fetched.
    pub location: RemoteLocation,
}

/// By what a file is fetched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RemoteLocation {
    /// A file elsewhere on the web, fetched by Telegram's servers. Such may be of any kind.
    Web {
        /// Its address.
        url: String,
        /// The access hash that belongs to the address.
        access_hash: i64,
    },
    /// One picture of a photo, or one thumbnail of a document. Such are of a kind of the class
    /// [`Photo`](FileClass::Photo).
    Photo {
        /// The number of the photo, or of the document.
        id: i64,
        /// Its access hash.
        access_hash: i64,
        /// Which picture.
        source: PhotoSizeSource,
    },
    /// A document, or a file of a secret chat or of Telegram Passport. Such are of a kind of all other classes but
    /// [`Temp`](FileClass::Temp).
    Common {
        /// Its number.
        id: i64,
        /// Its access hash.
        access_hash: i64,
    },
}

const WEB_LOCATION: i32 = 1 << 24;
const FILE_REFERENCE: i32 = 1 << 25;

/// What TDLib keeps in a reference's place once the server refused it: the same as none.
const INVALID_REFERENCE: &[u8] = b"#";

/// The version of the ids from before 2019, which have no sub-version.
const OLD: u8 = 2;
/// The version of today's ids.
const CURRENT: u8 = 4;
/// The sub-version of today's ids. It counts TDLib's changes to all that it stores, so most of the numbers mean nothing here.
const SUB_VERSION: u8 = 61;
/// From here on a photo's pictures have sources.
const WITH_SOURCE: u8 = 22;
/// From here on the pictures have no numbers of their own.
const WITHOUT_NUMBERS: u8 = 32;

impl RemoteFile {
    /// Reads a file id of any version that Telegram ever gave to bots. One of a sub-version yet to come is read as one of
    /// today's: the form has not changed since 2021, and if it does, the parts won't fit.
    ///
    /// # Errors
    /// [`DecodeError`], for a text that is no file id, and for one that is a [`GeneratedFile`](super::GeneratedFile)'s.
    pub fn decode(id: &FileId) -> Result<Self, DecodeError> {
        let bytes = from_text(id.as_str())?;
        let (payload, sub_version) = match bytes.as_slice() {
            [payload @ .., OLD] => (payload, 0),
            [payload @ .., sub_version, CURRENT] => (payload, *sub_version),
            [CURRENT] => {
                return Err(DecodeError::TooShort { field: "the sub-version", expected: 1, got: 0 });
            }
            [.., got] => return Err(DecodeError::Version { expected: "2 or 4", got: *got }),
            [] => return Err(DecodeError::Empty),
        };
        let payload = expand_zeros(payload);
        let mut fields = Fields(&payload);
        let file = Self::read(&mut fields, sub_version)?;
        fields.end()?;
        Ok(file)
    }

    fn read(fields: &mut Fields<'_>, sub_version: u8) -> Result<Self, DecodeError> {
        let flagged = fields.i32("the file type")?;
        let number = flagged & !(WEB_LOCATION | FILE_REFERENCE);
        let kind = FileType::from_number(number)
            .ok_or_else(|| DecodeError::field("the file type", "a number from 0 to 27", number))?;
        let dc_id = fields.i32("dc id")?;
        let mut file_reference = match flagged & FILE_REFERENCE {
            0 => Vec::new(),
            _ => fields.bytes("file reference")?.to_vec(),
        };
        if file_reference == INVALID_REFERENCE {
            file_reference.clear();
        }
        let location = match flagged & WEB_LOCATION {
            0 => RemoteLocation::read(fields, kind, sub_version)?,
            _ => RemoteLocation::read_web(fields)?,
        };
        Ok(Self { kind, dc_id, file_reference, location })
    }

    /// The file id as Telegram gives it today. If the kind of the file is not one of those that the
    /// [location](RemoteLocation) and its [source](PhotoSizeSource) are for, no one will read it.
    pub fn encode(&self) -> FileId {
        let reference = match self.file_reference.as_slice() {
            INVALID_REFERENCE => &[],
            reference => reference,
        };
        let mut flagged = self.kind.number();
        if matches!(self.location, RemoteLocation::Web { .. }) {
            flagged |= WEB_LOCATION;
        }
        if !reference.is_empty() {
            flagged |= FILE_REFERENCE;
        }
        let mut written = Written::default();
        written.i32(flagged);
        written.i32(self.dc_id);
        if !reference.is_empty() {
            written.bytes(reference);
        }
        self.location.write(&mut written, self.kind);
        let mut bytes = shorten_zeros(&written.0);
        bytes.extend([SUB_VERSION, CURRENT]);
        FileId::from(to_text(&bytes))
    }

    /// The id that the file has for every bot and at all times.
    pub fn unique_id(&self) -> FileUniqueId {
        FileUniqueId::from(to_text(&shorten_zeros(&unique::bytes(self.kind, &self.location))))
    }
}

impl RemoteLocation {
    fn read_web(fields: &mut Fields<'_>) -> Result<Self, DecodeError> {
        let url = fields.bytes("url")?;
        let url = str::from_utf8(url)
            .map_err(|error| DecodeError::field("url", "a text in UTF-8", error))?
            .to_owned();
        Ok(Self::Web { url, access_hash: fields.i64("access hash")? })
    }

    fn read(fields: &mut Fields<'_>, kind: FileType, sub_version: u8) -> Result<Self, DecodeError> {
        let class = kind.class();
        if class == FileClass::Temp {
            return Err(DecodeError::field("the file type", "that of a file on Telegram's servers", kind));
        }
        let id = fields.i64("id")?;
        let access_hash = fields.i64("access hash")?;
        if class != FileClass::Photo {
            return Ok(Self::Common { id, access_hash });
        }
        let source = match sub_version {
            WITHOUT_NUMBERS.. => PhotoSizeSource::read(fields, kind)?,
            WITH_SOURCE.. => PhotoSizeSource::read_between_numbers(fields, kind)?,
            _ => PhotoSizeSource::read_numbers(fields)?,
        };
        Ok(Self::Photo { id, access_hash, source })
    }

    fn write(&self, written: &mut Written, kind: FileType) {
        match self {
            Self::Web { url, access_hash } => {
                written.bytes(url.as_bytes());
                written.i64(*access_hash);
            }
            Self::Photo { id, access_hash, source } => {
                written.i64(*id);
                written.i64(*access_hash);
                source.write(written, kind);
            }
            Self::Common { id, access_hash } => {
                written.i64(*id);
                written.i64(*access_hash);
            }
        }
    }
}

#[cfg(test)]
mod tests;
