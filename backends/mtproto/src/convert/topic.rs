//! Topics of forums.

use ambigram_core::types::{
    CustomEmojiId, ForumTopic, ForumTopicCreated, ForumTopicEdited, MessageKind, ThreadId,
};
use grammers_tl_types::{enums, types};

use super::given;

/// The topic that a service message tells the creation of: it has the number of that message.
pub(crate) fn created_topic(message: &enums::Message) -> Option<ForumTopic> {
    let enums::Message::Service(message) = message else { return None };
    let enums::MessageAction::TopicCreate(topic) = &message.action else { return None };
    Some(ForumTopic {
        icon_custom_emoji_id: icon(topic.icon_emoji_id),
        is_name_implicit: topic.title_missing,
        ..ForumTopic::new(ThreadId(message.id), topic.title.as_str(), given::count(topic.icon_color))
    })
}

/// <https://core.telegram.org/bots/api#forumtopiccreated>
pub(super) fn created(topic: &types::MessageActionTopicCreate) -> ForumTopicCreated {
    ForumTopicCreated {
        icon_custom_emoji_id: icon(topic.icon_emoji_id),
        is_name_implicit: topic.title_missing,
        ..ForumTopicCreated::new(topic.title.as_str(), given::count(topic.icon_color))
    }
}

/// What became of a topic: it was closed, hidden, or got another look.
pub(super) fn edited(edit: &types::MessageActionTopicEdit) -> MessageKind {
    match (edit.closed, edit.hidden) {
        (Some(true), _) => MessageKind::ForumTopicClosed,
        (Some(false), _) => MessageKind::ForumTopicReopened,
        (None, Some(true)) => MessageKind::GeneralForumTopicHidden,
        (None, Some(false)) => MessageKind::GeneralForumTopicUnhidden,
        (None, None) => MessageKind::ForumTopicEdited(Box::new(ForumTopicEdited {
            name: edit.title.as_deref().and_then(given::name),
            // An icon that was taken away is an empty one.
            icon_custom_emoji_id: edit
                .icon_emoji_id
                .map(|emoji| icon(Some(emoji)).unwrap_or_else(|| CustomEmojiId::from(""))),
        })),
    }
}

fn icon(emoji: Option<i64>) -> Option<CustomEmojiId> {
    emoji.filter(|emoji| *emoji != 0).map(|emoji| CustomEmojiId::from(emoji.to_string()))
}
