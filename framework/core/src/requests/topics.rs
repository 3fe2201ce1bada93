//! Requests about the topics of forums, and of private chats with topics.

use super::Recipient;
use super::define::request;
use crate::types::*;

request! {
    /// Asks for the custom emoji that anybody may use as a topic's icon.
    /// <https://core.telegram.org/bots/api#getforumtopiciconstickers>
    GetForumTopicIconStickers("getForumTopicIconStickers", get_forum_topic_icon_stickers) -> Vec<Sticker> {}
}

request! {
    /// Makes a topic in a forum, by the right to manage topics, or in a private chat.
    /// <https://core.telegram.org/bots/api#createforumtopic>
    CreateForumTopic("createForumTopic", create_forum_topic) -> ForumTopic {
        required {
            /// The forum or private chat.
            chat_id: Recipient,
            /// The topic's name, 1–128 characters.
            name: Name,
        }
        optional {
            /// The colour of its icon, as 0xRRGGBB: one of 0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2 and
            /// 0xFB6F5F.
            icon_color: u32,
            /// The custom emoji that is its icon: one of those of [`GetForumTopicIconStickers`].
            icon_custom_emoji_id(icon): CustomEmojiId,
        }
    }
}

request! {
    /// Changes the name or the icon of a topic: of a forum, by the right to manage topics or where the bot made
    /// it, or of a private chat. <https://core.telegram.org/bots/api#editforumtopic>
    EditForumTopic("editForumTopic", edit_forum_topic) -> () {
        required {
            /// The forum or private chat.
            chat_id: Recipient,
            /// The topic.
            message_thread_id: ThreadId,
        }
        optional {
            /// The new name, 0–128 characters; as before where empty or absent.
            name: Name,
            /// The custom emoji that is its icon: one of those of [`GetForumTopicIconStickers`]; none where empty,
            /// as before where absent.
            icon_custom_emoji_id(icon): CustomEmojiId,
        }
    }
}

request! {
    /// Closes an open topic of a forum, by the right to manage topics or where the bot made it.
    /// <https://core.telegram.org/bots/api#closeforumtopic>
    CloseForumTopic("closeForumTopic", close_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
            /// The topic.
            message_thread_id: ThreadId,
        }
    }
}

request! {
    /// Opens a closed topic of a forum again, by the right to manage topics or where the bot made it.
    /// <https://core.telegram.org/bots/api#reopenforumtopic>
    ReopenForumTopic("reopenForumTopic", reopen_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
            /// The topic.
            message_thread_id: ThreadId,
        }
    }
}

request! {
    /// Deletes a topic with all its messages: of a forum, by the right to delete messages, or of a private chat.
    /// <https://core.telegram.org/bots/api#deleteforumtopic>
    DeleteForumTopic("deleteForumTopic", delete_forum_topic) -> () {
        required {
            /// The forum or private chat.
            chat_id: Recipient,
            /// The topic.
            message_thread_id: ThreadId,
        }
    }
}

request! {
    /// Unpins all messages of a topic: of a forum, by the right to pin messages, or of a private chat.
    /// <https://core.telegram.org/bots/api#unpinallforumtopicmessages>
    UnpinAllForumTopicMessages("unpinAllForumTopicMessages", unpin_all_forum_topic_messages) -> () {
        required {
            /// The forum or private chat.
            chat_id: Recipient,
            /// The topic.
            message_thread_id: ThreadId,
        }
    }
}

request! {
    /// Renames the “General” topic of a forum, by the right to manage topics.
    /// <https://core.telegram.org/bots/api#editgeneralforumtopic>
    EditGeneralForumTopic("editGeneralForumTopic", edit_general_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
            /// The new name, 1–128 characters.
            name: Name,
        }
    }
}

request! {
    /// Closes the “General” topic of a forum, by the right to manage topics.
    /// <https://core.telegram.org/bots/api#closegeneralforumtopic>
    CloseGeneralForumTopic("closeGeneralForumTopic", close_general_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Opens the “General” topic of a forum again, by the right to manage topics; where hidden, it is shown
    /// thereby. <https://core.telegram.org/bots/api#reopengeneralforumtopic>
    ReopenGeneralForumTopic("reopenGeneralForumTopic", reopen_general_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Hides the “General” topic of a forum, by the right to manage topics; where open, it is closed thereby.
    /// <https://core.telegram.org/bots/api#hidegeneralforumtopic>
    HideGeneralForumTopic("hideGeneralForumTopic", hide_general_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Shows the “General” topic of a forum again, by the right to manage topics.
    /// <https://core.telegram.org/bots/api#unhidegeneralforumtopic>
    UnhideGeneralForumTopic("unhideGeneralForumTopic", unhide_general_forum_topic) -> () {
        required {
            /// The forum.
            chat_id: Recipient,
        }
    }
}

request! {
    /// Unpins all messages of the “General” topic of a forum, by the right to pin messages.
    /// <https://core.telegram.org/bots/api#unpinallgeneralforumtopicmessages>
    UnpinAllGeneralForumTopicMessages("unpinAllGeneralForumTopicMessages", unpin_all_general_forum_topic_messages)
        -> () {
        required {
            /// The forum.
            chat_id: Recipient,
        }
    }
}
