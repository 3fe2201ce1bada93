//! What happens in chats and is told there by a message: pins, topics, links, timers, boosts.

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::files::Photo;

/// Something that happened in a chat, told by a message. The message that was pinned is the one that the telling message
/// answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GroupService {
    /// Somebody joined by an invite link of another's.
    JoinedByLink {
        /// Whose link it was.
        inviter: UserId,
    },
    /// Somebody was let in who had asked for it.
    JoinedByRequest,
    /// A message was pinned.
    MessagePinned,
    /// The chat has another photo.
    PhotoChanged(Arc<Photo>),
    /// The chat has no photo any more.
    PhotoDeleted,
    /// Messages go after so many seconds from now on; 0 for never.
    AutoDeleteSet(u32),
    /// Somebody boosted the chat so many times.
    Boosted(u32),
    /// A topic has another name, or another icon: `None` for none.
    TopicEdited {
        /// The name, where it changed.
        name: Option<String>,
        /// The custom emoji, where it changed.
        icon: Option<Option<i64>>,
    },
    /// A topic was closed.
    TopicClosed,
    /// A topic was opened again.
    TopicReopened,
    /// The topic “General” was hidden.
    GeneralTopicHidden,
    /// The topic “General” is shown again.
    GeneralTopicShown,
}
