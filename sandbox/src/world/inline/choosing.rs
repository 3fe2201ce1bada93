//! Sending what a bot offered. <https://core.telegram.org/bots/api#choseninlineresult>

use std::sync::Arc;

use ambigram_core::types::{ChatId, LinkPreviewOptions, ThreadId, UserId};

use super::{InlineId, InlineQuery, InlineResult, ResultKind, Sends};
use crate::rules::Refusal;
use crate::rules::payments::Invoice;
use crate::world::content::Media;
use crate::world::files::{GivenFile, ReadyFile, SentFile};
use crate::world::{
    Account, Content, Event, MessageView, NewContent, NewMessage, Place, QueryId, ReplyTo, Shared, World,
};

/// How a result is sent.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Which result.
    pub result: String,
    /// The topic of a forum.
    pub thread: Option<ThreadId>,
    /// What it answers.
    pub reply_to: Option<ReplyTo>,
    /// Whether it arrives without a sound.
    pub is_silent: bool,
}

impl InlineResult {
    /// Fetches what the web has of it, where it is to be sent itself. Not to be called while the world is held.
    ///
    /// # Errors
    /// When the web has nothing there that could be sent so.
    pub fn fetch(&self, world: &Shared) -> Result<Option<ReadyFile>, Refusal> {
        let is_itself = matches!(self.sends, Sends::Itself { .. });
        let (true, None, Some(content)) = (is_itself, &self.file, &self.content) else { return Ok(None) };
        let given = GivenFile::Url(content.url.clone());
        match self.kind.document() {
            Some(kind) => given.as_document(world, self.wish(kind)).map(Some),
            None => given.as_photo(world).map(Some),
        }
    }
}

impl World {
    /// The result of an answer that a user may send.
    ///
    /// # Errors
    /// When there is none.
    pub fn offered(
        &self,
        user: UserId,
        query: QueryId,
        result: &str,
    ) -> Result<(Arc<InlineQuery>, InlineResult), Refusal> {
        let asked = self.inline_query(query).filter(|asked| asked.from == user);
        let asked = asked.ok_or(Refusal::Same("QUERY_ID_INVALID"))?;
        let offered = asked.answer.iter().flat_map(|answer| &answer.results).find(|known| known.id == result);
        let offered = offered.ok_or(Refusal::Same("RESULT_ID_INVALID"))?;
        Ok((Arc::clone(asked), offered.clone()))
    }

    /// A user sends what a bot offered; `fetched` is what the web has of it. The bot is told, if it wants to be.
    ///
    /// # Errors
    /// When there is no such offer, or the user may not send it here.
    pub fn choose(
        &mut self,
        user: UserId,
        chat: ChatId,
        query: QueryId,
        choice: Choice,
        fetched: Option<ReadyFile>,
    ) -> Result<MessageView, Refusal> {
        let (asked, offered) = self.offered(user, query, &choice.result)?;
        let (sent, inline) = self.send_offered(asked.bot, user, chat, offered, choice.clone(), fetched)?;
        let wants_feedback =
            self.account(asked.bot).and_then(Account::bot).is_some_and(|bot| bot.inline_feedback);
        if wants_feedback {
            let bot = asked.bot;
            self.tell(bot, Event::ChosenInlineResult { query: asked, result: choice.result, inline });
        }
        Ok(sent)
    }

    /// Sends something of a bot's in a user's name.
    pub(in crate::world) fn send_offered(
        &mut self,
        bot: UserId,
        user: UserId,
        chat: ChatId,
        offered: InlineResult,
        choice: Choice,
        fetched: Option<ReadyFile>,
    ) -> Result<(MessageView, Option<InlineId>), Refusal> {
        let (content, link_preview) = self.offered_content(bot, &offered, fetched)?;
        let keyboard = offered.keyboard;
        let new = NewMessage {
            thread: choice.thread,
            reply_to: choice.reply_to,
            is_silent: choice.is_silent,
            link_preview,
            ..NewMessage::new(content)
        };
        let mut draft = self.draft(user, chat, new)?;
        self.may_send_by_bot(user, draft.place)?;
        let keyboard = self.accept_keyboard(bot, draft.place, keyboard)?;
        draft.keyboard = draft.content.with_first_button(keyboard)?;
        draft.via_bot = Some(bot);
        let sent = self.post_draft(user, chat, draft)?;
        let inline = sent.message.keyboard.is_some().then(|| self.name_inline(&sent));
        Ok((sent, inline))
    }

    /// Whether the members' permissions let an account send by way of bots.
    fn may_send_by_bot(&self, user: UserId, place: Place) -> Result<(), Refusal> {
        let Place::Chat(chat) = place else { return Ok(()) };
        let Some(chat) = self.chat(chat).filter(|chat| !chat.is_channel()) else { return Ok(()) };
        let permissions = chat.status(user, self.now()).permissions(&chat.permissions);
        let may = permissions.can_send_other_messages;
        if may { Ok(()) } else { Err(Refusal::Same("CHAT_SEND_INLINE_FORBIDDEN")) }
    }

    pub(in crate::world) fn offered_content(
        &mut self,
        bot: UserId,
        offered: &InlineResult,
        fetched: Option<ReadyFile>,
    ) -> Result<(NewContent, Option<LinkPreviewOptions>), Refusal> {
        match &offered.sends {
            Sends::Content { content, link_preview } => {
                let content = match content.as_ref() {
                    // Whoever sends it, the bot sells.
                    NewContent::Invoice(invoice) => {
                        let invoice = self.accept_invoice(bot, Invoice::clone(invoice))?;
                        NewContent::Kept(Box::new(Content::Invoice(invoice)))
                    }
                    other => other.clone(),
                };
                Ok((content, link_preview.clone()))
            }
            Sends::Itself { caption, is_above } => {
                let file = match (offered.known_file(), fetched) {
                    (Some(file), _) => file,
                    (None, Some(ready)) => self.keep(bot, ready)?,
                    (None, None) => return Err(Refusal::WebpageNotThere),
                };
                let caption =
                    if offered.kind == ResultKind::Sticker { Default::default() } else { caption.clone() };
                let media = Media { caption, caption_above: *is_above, ..Media::from(SentFile::from(file)) };
                Ok((NewContent::Kept(Box::new(Content::Media(media))), None))
            }
        }
    }
}
