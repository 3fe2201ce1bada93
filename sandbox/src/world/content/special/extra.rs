//! What a message tells of itself beside its content, where users or Telegram bring it about.

use ambigram_core::types::{ChatId, UserId};
use serde::Deserialize;

use super::{Currency, SuggestedPost};

/// A story, by whom it was posted and its number there. <https://core.telegram.org/bots/api#story>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryName {
    /// Who posted it.
    pub chat: ChatId,
    /// Its number there.
    pub id: i32,
}

/// What a message tells of itself beside its content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Extra {
    /// The story that it answers.
    pub reply_to_story: Option<StoryName>,
    /// The task of a checklist that it answers.
    pub reply_to_checklist_task_id: Option<i32>,
    /// How often its author boosted the chat.
    pub sender_boost_count: Option<i32>,
    /// Its author's tag in the chat.
    pub sender_tag: Option<String>,
    /// Who signed the post.
    pub author_signature: Option<String>,
    /// Whether it was sent while its author was away: greetings and the like.
    pub is_from_offline: bool,
    /// What its author paid for it, in Stars.
    pub paid_star_count: Option<i64>,
    /// In what a post was paid for that somebody suggested.
    pub paid_post: Option<Currency>,
    /// Whose topic it stands in, among the direct messages of a channel.
    pub direct_messages_topic: Option<UserId>,
    /// The bot that wrote it in the name of a business account.
    #[serde(skip)]
    pub business_bot: Option<UserId>,
    /// Who asked the bot that wrote it as a guest.
    #[serde(skip)]
    pub guest_caller: Option<UserId>,
    /// That it is a suggested post.
    pub suggested_post: Option<SuggestedPost>,
}

impl Extra {
    /// The accounts and chats that it names.
    pub fn named(&self) -> impl Iterator<Item = ChatId> {
        let story = self.reply_to_story.map(|story| story.chat);
        let users = [self.direct_messages_topic, self.business_bot, self.guest_caller];
        story.into_iter().chain(users.into_iter().flatten().map(ChatId::from))
    }
}
