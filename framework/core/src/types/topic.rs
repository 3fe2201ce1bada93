//! Topics of forums, and of private chats with a bot.

use super::define::object;
use super::{CustomEmojiId, Name, ThreadId};

object! {
    /// A topic. <https://core.telegram.org/bots/api#forumtopic>
    ForumTopic {
        required {
            /// Its number in the chat.
            message_thread_id: ThreadId,
            /// What it is called.
            name: Name,
            /// The colour of its icon, as RGB.
            icon_color: u32,
        }
        optional {
            /// The custom emoji that is its icon.
            icon_custom_emoji_id: CustomEmojiId,
        }
        flags {
            /// Whether the name was not given by a user, and may be changed by the bot.
            is_name_implicit,
        }
    }
}

object! {
    /// A topic was created. <https://core.telegram.org/bots/api#forumtopiccreated>
    ForumTopicCreated {
        required {
            /// What it is called.
            name: Name,
            /// The colour of its icon, as RGB.
            icon_color: u32,
        }
        optional {
            /// The custom emoji that is its icon.
            icon_custom_emoji_id: CustomEmojiId,
        }
        flags {
            /// Whether the name was not given by a user, and may be changed by the bot.
            is_name_implicit,
        }
    }
}

object! {
    /// A topic has another name or icon. <https://core.telegram.org/bots/api#forumtopicedited>
    ForumTopicEdited {
        optional {
            /// The new name, where it changed.
            name: Name,
            /// The new icon, where it changed; an empty identifier where the icon was removed.
            icon_custom_emoji_id: CustomEmojiId,
        }
    }
}
