//! The ids of messages that were sent by way of inline mode, as RPCs have them.

use ambigram_core::identity::RemoteInlineMessage;
use ambigram_core::types::InlineMessageId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

/// The id as the Bot API writes it.
pub(crate) fn write(id: &enums::InputBotInlineMessageId) -> InlineMessageId {
    let message = match id {
        enums::InputBotInlineMessageId::Id(id) => {
            RemoteInlineMessage::Id { dc_id: id.dc_id, id: id.id, access_hash: id.access_hash }
        }
        enums::InputBotInlineMessageId::Id64(id) => RemoteInlineMessage::Id64 {
            dc_id: id.dc_id,
            owner_id: id.owner_id,
            id: id.id,
            access_hash: id.access_hash,
        },
    };
    message.encode()
}

/// The id as RPCs take it.
///
/// # Errors
/// [`BadRequest`](ErrorKind::BadRequest), for a text that is none.
pub(crate) fn read(id: &InlineMessageId) -> Result<enums::InputBotInlineMessageId, Error> {
    let message = RemoteInlineMessage::decode(id).map_err(|error| {
        // As Telegram says it on the Bot API.
        Error::new(ErrorKind::BadRequest, "Invalid inline message identifier specified").because(error)
    })?;
    Ok(match message {
        RemoteInlineMessage::Id { dc_id, id, access_hash } => {
            types::InputBotInlineMessageId { dc_id, id, access_hash }.into()
        }
        RemoteInlineMessage::Id64 { dc_id, owner_id, id, access_hash } => {
            types::InputBotInlineMessageId64 { dc_id, owner_id, id, access_hash }.into()
        }
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
    fn another_text_is_refused_as_on_the_bot_api() {
        let error = read(&InlineMessageId::from("AgAAAA")).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::BadRequest);
        assert_eq!(error.description(), "Invalid inline message identifier specified");
    }
}
