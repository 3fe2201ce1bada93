//! The ids of messages that were sent by way of inline mode: the same text as on the Bot API.

use ambigram_core::types::InlineMessageId;
use ambigram_core::{Error, ErrorKind};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use grammers_tl_types::{Deserializable, Serializable, enums, types};

/// The two forms by their lengths in bytes: without and with the owner.
const SHORT: usize = 20;
const LONG: usize = 24;

/// The id as the Bot API writes it: base64url of the TL fields, without the constructor's number.
pub(super) fn write(id: &enums::InputBotInlineMessageId) -> InlineMessageId {
    let bytes = match id {
        enums::InputBotInlineMessageId::Id(id) => id.to_bytes(),
        enums::InputBotInlineMessageId::Id64(id) => id.to_bytes(),
    };
    InlineMessageId(URL_SAFE_NO_PAD.encode(bytes))
}

/// The id as RPCs take it.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest), for a text that is none.
pub(crate) fn read(id: &InlineMessageId) -> Result<enums::InputBotInlineMessageId, Error> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_str().trim_end_matches('=')).unwrap_or_default();
    let read = match bytes.len() {
        SHORT => types::InputBotInlineMessageId::from_bytes(&bytes).ok().map(Into::into),
        LONG => types::InputBotInlineMessageId64::from_bytes(&bytes).ok().map(Into::into),
        _ => None,
    };
    read.ok_or_else(|| {
        let text = format!("expected an inline_message_id as Telegram gives it, got `{id}`");
        Error::new(ErrorKind::BadRequest, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_written_and_read() {
        let table: [(enums::InputBotInlineMessageId, &str); 2] = [
            (
                types::InputBotInlineMessageId { dc_id: 2, id: 0x0102_0304, access_hash: -1 }.into(),
                "AgAAAAQDAgEAAAAA__________8",
            ),
            (
                types::InputBotInlineMessageId64 { dc_id: 2, owner_id: 7, id: 1, access_hash: -1 }.into(),
                "AgAAAAcAAAAAAAAAAQAAAP__________",
            ),
        ];
        for (tl, text) in table {
            let id = write(&tl);
            assert_eq!((id.as_str(), read(&id).unwrap()), (text, tl));
        }
    }

    #[test]
    fn another_text_is_refused_by_name() {
        for id in ["", "x", "AgAAAA", "äöü"] {
            let error = read(&InlineMessageId::from(id)).unwrap_err();
            assert!(error.description().contains("inline_message_id"), "{error}");
        }
    }
}
