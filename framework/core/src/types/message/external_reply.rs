//! Answers to messages of other chats and topics.

use super::{MessageKind, MessageOrigin};
use crate::types::{Chat, LinkPreviewOptions, MessageId, Raw};

/// What is known of an answered message of another chat or topic.
/// <https://core.telegram.org/bots/api#externalreplyinfo>
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalReply {
    /// Who wrote it, and when.
    pub origin: MessageOrigin,
    /// Where it stands: told for supergroups and channels only.
    pub chat: Option<Chat>,
    /// Its number there: told for supergroups and channels only.
    pub message_id: Option<MessageId>,
    /// How an address in its text is previewed, where it is a text.
    pub link_preview_options: Option<Box<LinkPreviewOptions>>,
    /// Whether its media are covered until they are pressed.
    pub has_media_spoiler: bool,
    /// What it holds: media and the like; [`Unknown`](MessageKind::Unknown) for a text, which Telegram doesn't tell.
    pub kind: MessageKind,
    /// All fields that this version has no name for, as they came.
    pub unmodelled: Option<Raw>,
}
