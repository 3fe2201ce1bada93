//! What the bot appears to be doing.

use ambigram_core::types::ChatAction;
use grammers_tl_types::{enums, types};

/// What the bot appears to be doing.
pub(crate) fn action(action: ChatAction) -> enums::SendMessageAction {
    let progress = 0;
    match action {
        ChatAction::Typing => enums::SendMessageAction::SendMessageTypingAction,
        ChatAction::UploadPhoto => types::SendMessageUploadPhotoAction { progress }.into(),
        ChatAction::RecordVideo => enums::SendMessageAction::SendMessageRecordVideoAction,
        ChatAction::UploadVideo => types::SendMessageUploadVideoAction { progress }.into(),
        ChatAction::RecordVoice => enums::SendMessageAction::SendMessageRecordAudioAction,
        ChatAction::UploadVoice => types::SendMessageUploadAudioAction { progress }.into(),
        ChatAction::UploadDocument => types::SendMessageUploadDocumentAction { progress }.into(),
        ChatAction::ChooseSticker => enums::SendMessageAction::SendMessageChooseStickerAction,
        ChatAction::FindLocation => enums::SendMessageAction::SendMessageGeoLocationAction,
        ChatAction::RecordVideoNote => enums::SendMessageAction::SendMessageRecordRoundAction,
        ChatAction::UploadVideoNote => types::SendMessageUploadRoundAction { progress }.into(),
    }
}

/// A part of a message that is still being written.
pub(crate) fn draft(number: i32, text: enums::TextWithEntities) -> enums::SendMessageAction {
    types::SendMessageTextDraftAction { can_stop: false, keep_on_stop: false, random_id: number.into(), text }
        .into()
}
