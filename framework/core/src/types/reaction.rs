//! Reactions to messages.

use super::define::{object, union};
use super::{Chat, CustomEmojiId, MessageId, Name, User};

union! {
    /// A reaction. <https://core.telegram.org/bots/api#reactiontype>
    ReactionType by "type" {
        /// One of Telegram's emoji.
        Emoji("emoji"): ReactionTypeEmoji,
        /// A custom emoji.
        CustomEmoji("custom_emoji"): ReactionTypeCustomEmoji,
        /// A star that was paid for.
        Paid("paid"),
    }
}

object! {
    /// One of the emoji that Telegram allows for reactions. <https://core.telegram.org/bots/api#reactiontypeemoji>
    ReactionTypeEmoji {
        required {
            /// The emoji.
            emoji: Name,
        }
    }
}

object! {
    /// A custom emoji as a reaction. <https://core.telegram.org/bots/api#reactiontypecustomemoji>
    ReactionTypeCustomEmoji {
        required {
            /// Which one.
            custom_emoji_id: CustomEmojiId,
        }
    }
}

impl ReactionType {
    /// A reaction by an emoji.
    ///
    /// ```
    /// # use ambigram_core::types::ReactionType;
    /// let json = serde_json::to_string(&ReactionType::emoji("👍")).unwrap();
    /// assert_eq!(json, r#"{"type":"emoji","emoji":"👍"}"#);
    /// ```
    pub fn emoji(emoji: impl Into<Name>) -> Self {
        Self::Emoji(ReactionTypeEmoji::new(emoji))
    }

    /// A reaction by a custom emoji.
    pub fn custom_emoji(id: impl Into<CustomEmojiId>) -> Self {
        Self::CustomEmoji(ReactionTypeCustomEmoji::new(id))
    }
}

object! {
    /// How often a message got a reaction. <https://core.telegram.org/bots/api#reactioncount>
    ReactionCount {
        required {
            /// The reaction.
            #[serde(rename = "type")]
            kind: ReactionType,
            /// How often it was given.
            total_count: u32,
        }
    }
}

object! {
    /// A user changed their reactions to a message. <https://core.telegram.org/bots/api#messagereactionupdated>
    MessageReactionUpdated {
        required {
            /// The message's chat.
            chat: Chat,
            /// The message's number there.
            message_id: MessageId,
            /// When, in seconds since 1970.
            date: i64,
            /// The reactions before.
            old_reaction: Vec<ReactionType>,
            /// The reactions now.
            new_reaction: Vec<ReactionType>,
        }
        optional {
            /// Who changed them, unless they are anonymous.
            user: Box<User>,
            /// In whose name they were changed, by somebody anonymous.
            actor_chat: Box<Chat>,
        }
    }
}

object! {
    /// The number of anonymous reactions to a message changed.
    /// <https://core.telegram.org/bots/api#messagereactioncountupdated>
    MessageReactionCountUpdated {
        required {
            /// The message's chat.
            chat: Chat,
            /// The message's number there.
            message_id: MessageId,
            /// When, in seconds since 1970.
            date: i64,
            /// The reactions that the message has now.
            reactions: Vec<ReactionCount>,
        }
    }
}
