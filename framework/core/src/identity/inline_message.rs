//! Messages that were sent by way of inline mode: what an inline message id says.

use super::DecodeError;
use super::encoding::{from_text, to_text};
use super::fields::{Fields, Written};
use crate::types::InlineMessageId;

/// A message that was sent by way of inline mode, as MTProto knows it.
/// <https://core.telegram.org/type/InputBotInlineMessageID>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RemoteInlineMessage {
    /// `inputBotInlineMessageID`: its owner's number has 32 bits.
    Id {
        /// The data centre that edits it.
        dc_id: i32,
        /// The number.
        id: i64,
        /// The access hash.
        access_hash: i64,
    },
    /// `inputBotInlineMessageID64`: its owner's number may have more.
    Id64 {
        /// The data centre that edits it.
        dc_id: i32,
        /// Whose message it is.
        owner_id: i64,
        /// The number among those of the owner.
        id: i32,
        /// The access hash.
        access_hash: i64,
    },
}

/// How many bytes the shorter form has.
const SHORT: usize = 20;

impl RemoteInlineMessage {
    /// Reads an inline message id. Telegram says `Invalid inline message identifier specified` to what is none.
    ///
    /// # Errors
    /// [`DecodeError`], for a text that is none.
    pub fn decode(id: &InlineMessageId) -> Result<Self, DecodeError> {
        let bytes = from_text(id.as_str())?;
        let mut fields = Fields(&bytes);
        let dc_id = fields.i32("dc id")?;
        if !matches!(dc_id, 1..=1000) {
            return Err(DecodeError::field("dc id", "a number from 1 to 1000", dc_id));
        }
        let message = if bytes.len() == SHORT {
            Self::Id { dc_id, id: fields.i64("id")?, access_hash: fields.i64("access hash")? }
        } else {
            Self::Id64 {
                dc_id,
                owner_id: fields.i64("owner id")?,
                id: fields.i32("id")?,
                access_hash: fields.i64("access hash")?,
            }
        };
        fields.end()?;
        Ok(message)
    }

    /// The id as the Bot API gives it.
    pub fn encode(&self) -> InlineMessageId {
        let mut written = Written::default();
        match *self {
            Self::Id { dc_id, id, access_hash } => {
                written.i32(dc_id);
                written.i64(id);
                written.i64(access_hash);
            }
            Self::Id64 { dc_id, owner_id, id, access_hash } => {
                written.i32(dc_id);
                written.i64(owner_id);
                written.i32(id);
                written.i64(access_hash);
            }
        }
        InlineMessageId::from(to_text(&written.0))
    }

    /// The data centre that edits it.
    pub const fn dc_id(&self) -> i32 {
        match *self {
            Self::Id { dc_id, .. } | Self::Id64 { dc_id, .. } => dc_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_written_and_read() {
        let table = [
            (
                RemoteInlineMessage::Id { dc_id: 2, id: 0x0102_0304, access_hash: -1 },
                "AgAAAAQDAgEAAAAA__________8",
            ),
            (
                RemoteInlineMessage::Id64 { dc_id: 2, owner_id: 7, id: 1, access_hash: -1 },
                "AgAAAAcAAAAAAAAAAQAAAP__________",
            ),
        ];
        for (message, text) in table {
            let id = message.encode();
            assert_eq!(
                (id.as_str(), RemoteInlineMessage::decode(&id), message.dc_id()),
                (text, Ok(message), 2)
            );
        }
    }

    #[test]
    fn another_text_is_refused_with_what_is_wrong() {
        let table = [
            ("", "expected an id, got an empty text"),
            ("x", "expected base64url text, got `x`: Wrong string length"),
            ("äöü", "expected base64url text, got `äöü`: Wrong character in the string"),
            ("AgAAAA", "expected 8 bytes of owner id, got 0"),
            ("AAAAAAQDAgEAAAAA__________8", "expected a number from 1 to 1000 as dc id, got 0"),
            ("AgAAAAcAAAAAAAAAAQAAAP__________AA", "expected the id to end, got 1 more bytes"),
        ];
        for (id, words) in table {
            let error = RemoteInlineMessage::decode(&InlineMessageId::from(id)).unwrap_err();
            assert_eq!(error.to_string(), words, "{id}");
        }
    }
}
