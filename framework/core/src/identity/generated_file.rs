//! Files that Telegram's servers make when they are asked for: what their file ids say.

use super::encoding::{expand_zeros, from_text, shorten_zeros, to_text};
use super::fields::{Fields, Written};
use super::{DecodeError, FileType};
use crate::types::{FileId, FileUniqueId};

/// A picture that Telegram's servers make when it is asked for: a piece of a map, or the cover of an album. Ids of such are
/// only good for fetching. <https://core.telegram.org/api/files#downloading-webfiles>
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GeneratedFile {
    /// What kind of file it becomes: a thumbnail.
    pub kind: FileType,
    /// What it is made from; empty for these.
    pub original_path: String,
    /// How it is made: `#map#…` for a map, `#audio_t#…` for a cover.
    pub conversion: String,
}

/// The version of their ids.
const GENERATED: u8 = 3;

impl GeneratedFile {
    /// Reads the id of such a file.
    ///
    /// # Errors
    /// [`DecodeError`], for a text that is none.
    pub fn decode(id: &FileId) -> Result<Self, DecodeError> {
        let bytes = from_text(id.as_str())?;
        let payload = match bytes.as_slice() {
            [payload @ .., GENERATED] => expand_zeros(payload),
            [.., got] => return Err(DecodeError::Version { expected: "3", got: *got }),
            [] => return Err(DecodeError::Empty),
        };
        let mut fields = Fields(&payload);
        let number = fields.i32("the file type")?;
        let kind = FileType::from_number(number)
            .filter(|kind| matches!(kind, FileType::Thumbnail | FileType::EncryptedThumbnail))
            .ok_or_else(|| DecodeError::field("the file type", "that of a thumbnail (0 or 11)", number))?;
        let original_path = text(&mut fields, "the original path")?;
        let conversion = text(&mut fields, "the conversion")?;
        fields.end()?;
        if !["#map#", "#audio_t#"].iter().any(|made| conversion.starts_with(made)) {
            return Err(DecodeError::field("the conversion", "`#map#…` or `#audio_t#…`", conversion));
        }
        Ok(Self { kind, original_path, conversion })
    }

    /// The file id as Telegram gives it.
    pub fn encode(&self) -> FileId {
        let mut bytes = shorten_zeros(&self.bytes());
        bytes.push(GENERATED);
        FileId::from(to_text(&bytes))
    }

    /// The id that the file has for every bot and at all times.
    pub fn unique_id(&self) -> FileUniqueId {
        let mut bytes = vec![0xff];
        bytes.extend(self.bytes());
        FileUniqueId::from(to_text(&shorten_zeros(&bytes)))
    }

    fn bytes(&self) -> Vec<u8> {
        let mut written = Written::default();
        written.i32(self.kind.number());
        written.bytes(self.original_path.as_bytes());
        written.bytes(self.conversion.as_bytes());
        written.0
    }
}

fn text(fields: &mut Fields<'_>, field: &'static str) -> Result<String, DecodeError> {
    let bytes = fields.bytes(field)?;
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(DecodeError::field(field, "a text in UTF-8", error)),
    }
}
