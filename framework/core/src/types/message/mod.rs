//! Messages: the fields that all share, and what each kind holds.

mod external_reply;
mod json;
mod kind;
mod origin;
#[cfg(test)]
mod tests;

use super::{
    BusinessConnectionId, Chat, ChatId, DirectMessagesTopic, EffectId, GuestQueryId, InlineKeyboard,
    LinkPreviewOptions, MediaGroupId, MessageId, Name, PollOptionId, Raw, Story, SuggestedPostInfo,
    TextQuote, ThreadId, User,
};
use crate::text::Text;

pub use external_reply::ExternalReply;
pub use kind::MessageKind;
pub use origin::{
    MessageOrigin, MessageOriginChannel, MessageOriginChat, MessageOriginHiddenUser, MessageOriginUser,
};

/// A message. <https://core.telegram.org/bots/api#message>
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Its number in the chat.
    pub id: MessageId,
    /// The topic or thread that it belongs to.
    pub thread_id: Option<ThreadId>,
    /// The topic of a channel's direct messages that it belongs to.
    pub direct_messages_topic: Option<Box<DirectMessagesTopic>>,
    /// Who wrote it; absent in channels.
    pub from: Option<User>,
    /// The chat that wrote it, where it was written in a chat's name.
    pub sender_chat: Option<Box<Chat>>,
    /// How many times the sender boosted the supergroup.
    pub sender_boost_count: Option<u32>,
    /// The bot that wrote it in the name of a business account.
    pub sender_business_bot: Option<Box<User>>,
    /// The sender's tag or title in the group.
    pub sender_tag: Option<Name>,
    /// Where it was written.
    pub chat: Chat,
    /// When it was sent, in seconds since 1970.
    pub date: i64,
    /// When it was last edited, in seconds since 1970.
    pub edit_date: Option<i64>,
    /// By what a guest message is answered.
    pub guest_query_id: Option<GuestQueryId>,
    /// The business account that it was sent to or from.
    pub business_connection_id: Option<BusinessConnectionId>,
    /// Where it was first written, for a forwarded message.
    pub forward_origin: Option<Box<MessageOrigin>>,
    /// The message of the same chat that it answers, without that one's own `reply_to_message`.
    pub reply_to_message: Option<Box<Message>>,
    /// The message of another chat or topic that it answers.
    pub external_reply: Option<Box<ExternalReply>>,
    /// The part of the answered message that it quotes.
    pub quote: Option<Box<TextQuote>>,
    /// The story that it answers.
    pub reply_to_story: Option<Box<Story>>,
    /// The task of a checklist that it answers.
    pub reply_to_checklist_task_id: Option<i32>,
    /// The option of a poll that it answers.
    pub reply_to_poll_option_id: Option<PollOptionId>,
    /// The bot that it was sent by way of.
    pub via_bot: Option<Box<User>>,
    /// The user who asked the guest bot whose answer this is.
    pub guest_bot_caller_user: Option<Box<User>>,
    /// The chat in whose name the guest bot was asked whose answer this is.
    pub guest_bot_caller_chat: Option<Box<Chat>>,
    /// The album that it is a part of.
    pub media_group_id: Option<MediaGroupId>,
    /// The signature of a channel's post, or the title of an anonymous administrator.
    pub author_signature: Option<Name>,
    /// How many Stars the sender paid for it.
    pub paid_star_count: Option<u32>,
    /// How an address in its text is previewed, where that was chosen.
    pub link_preview_options: Option<Box<LinkPreviewOptions>>,
    /// What was suggested for it, in a channel's direct messages.
    pub suggested_post_info: Option<Box<SuggestedPostInfo>>,
    /// The effect that was added to it.
    pub effect_id: Option<EffectId>,
    /// The text that goes with media.
    pub caption: Option<Text>,
    /// The buttons under it.
    pub reply_markup: Option<InlineKeyboard>,
    /// Whether it stands in a forum's topic, or in one of a private chat with the bot.
    pub is_topic_message: bool,
    /// Whether it is a channel's post that was taken over into its group of discussion.
    pub is_automatic_forward: bool,
    /// Whether it can be neither forwarded nor saved.
    pub has_protected_content: bool,
    /// Whether it was sent by a schedule, an away or a greeting message.
    pub is_from_offline: bool,
    /// Whether it is a paid post, which is kept for a day to be paid for.
    pub is_paid_post: bool,
    /// Whether the caption stands above the media.
    pub show_caption_above_media: bool,
    /// Whether the media are covered until they are pressed.
    pub has_media_spoiler: bool,
    /// What it holds.
    pub kind: MessageKind,
    /// All fields that this version has no name for, as they came.
    pub unmodelled: Option<Raw>,
}

impl Message {
    /// A message of which only the essentials are known.
    pub fn new(id: impl Into<MessageId>, chat: Chat, kind: MessageKind) -> Self {
        Self {
            id: id.into(),
            thread_id: None,
            direct_messages_topic: None,
            from: None,
            sender_chat: None,
            sender_boost_count: None,
            sender_business_bot: None,
            sender_tag: None,
            chat,
            date: 0,
            edit_date: None,
            guest_query_id: None,
            business_connection_id: None,
            forward_origin: None,
            reply_to_message: None,
            external_reply: None,
            quote: None,
            reply_to_story: None,
            reply_to_checklist_task_id: None,
            reply_to_poll_option_id: None,
            via_bot: None,
            guest_bot_caller_user: None,
            guest_bot_caller_chat: None,
            media_group_id: None,
            author_signature: None,
            paid_star_count: None,
            link_preview_options: None,
            suggested_post_info: None,
            effect_id: None,
            caption: None,
            reply_markup: None,
            is_topic_message: false,
            is_automatic_forward: false,
            has_protected_content: false,
            is_from_offline: false,
            is_paid_post: false,
            show_caption_above_media: false,
            has_media_spoiler: false,
            kind,
            unmodelled: None,
        }
    }

    /// A text message of which only the essentials are known.
    pub fn text(id: impl Into<MessageId>, chat: Chat, text: impl Into<Text>) -> Self {
        Self::new(id, chat, MessageKind::Text(text.into()))
    }

    /// The text and its formatting, where the message is a text.
    pub fn as_text(&self) -> Option<&Text> {
        match &self.kind {
            MessageKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What was said in words: the text, or the caption of media.
    pub fn text_or_caption(&self) -> Option<&Text> {
        self.as_text().or(self.caption.as_ref())
    }

    /// Chat and number, which is how requests name a message.
    pub fn place(&self) -> (ChatId, MessageId) {
        (self.chat.id, self.id)
    }
}
