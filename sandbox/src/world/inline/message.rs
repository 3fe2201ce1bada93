//! Messages that were sent by way of a bot, and that it may edit although they are others'.

use ambigram_core::types::{ChatId, UserId};

use crate::rules::Refusal;
use crate::world::{Message, MessageKey, MessageView, World};

/// By what a bot names such a message. <https://core.telegram.org/type/InputBotInlineMessageID>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InlineId {
    /// Whose numbers `id` is among: an account's, or those of a supergroup or channel.
    pub owner: i64,
    /// Its number there.
    pub id: i32,
    /// What nobody can guess.
    pub access_hash: i64,
}

impl World {
    /// By what its bot names a message that was sent by way of it; `None` for others, and for those without buttons.
    pub fn inline_id(&self, message: MessageKey) -> Option<InlineId> {
        self.inline.ids.get(&message).copied()
    }

    /// Gives a message a name for its bot.
    pub(in crate::world) fn name_inline(&mut self, sent: &MessageView) -> InlineId {
        let key = sent.message.key;
        if let Some(known) = self.inline_id(key) {
            return known;
        }
        let owner = if sent.chat.is_channel() { sent.chat } else { ChatId::from(sent.viewer) };
        let access_hash = self.random.next().cast_signed();
        let name = InlineId { owner: owner.0, id: sent.id.0, access_hash };
        self.inline.messages.insert(name, key);
        self.inline.ids.insert(key, name);
        name
    }

    /// What is written beside the file in a message that a bot names so; `None` where there is no file.
    pub fn inline_caption(&self, bot: UserId, id: InlineId) -> Option<ambigram_core::text::Text> {
        self.inline_message(bot, id).ok()?.content.caption().cloned()
    }

    /// The message that a bot names so.
    ///
    /// # Errors
    /// When there is none, or it was sent by way of another bot.
    pub(in crate::world) fn inline_message(&self, bot: UserId, id: InlineId) -> Result<Message, Refusal> {
        let key = self.inline.messages.get(&id).copied();
        let message = key.and_then(|key| self.message(key)).filter(|message| message.via_bot == Some(bot));
        message.map(|message| Message::clone(message)).ok_or(Refusal::Same("MESSAGE_ID_INVALID"))
    }
}
