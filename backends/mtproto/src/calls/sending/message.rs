//! One message on its way.

use ambigram_core::Error;
use ambigram_core::types::{Message, MessageId};
use grammers_tl_types::{enums, functions};

use super::{Content, Envelope};
use crate::calls::{answer, asking, behalf, lost, short};
use crate::convert::outgoing;
use crate::wire::Wire;

/// A message that is to be sent.
#[derive(Debug, Clone)]
pub(super) struct New {
    pub(super) envelope: Envelope,
    pub(super) content: Content,
}

impl New {
    /// Sends it, and gives it as it was sent.
    pub(super) async fn send(mut self, wire: &Wire) -> Result<Message, Error> {
        loop {
            match self.send_once(wire).await {
                Ok(message) => return Ok(message),
                Err(error) if self.envelope.goes_without_reply(&error) => {}
                Err(error) if is_stale(&error) && self.content.forget_references() => {}
                Err(error) => return Err(self.envelope.explain(wire, error).await),
            }
        }
    }

    async fn send_once(&self, wire: &Wire) -> Result<Message, Error> {
        let random_id = rand::random();
        let (chat, business) = (self.envelope.chat, self.envelope.business.as_ref());
        let answer = match self.content.media.clone() {
            None => behalf::invoke_once(wire, business, self.text_call(wire, random_id)).await?,
            Some(media) => {
                behalf::invoke_once(wire, business, self.media_call(wire, random_id, media)).await?
            }
        };
        if let Some(business) = business {
            // What was sent in another's name cannot be looked up.
            let sent = match answer {
                Some(answer) => behalf::messages(wire, business, answer).await?.pop(),
                None => None,
            };
            return sent.ok_or_else(behalf::unnumbered);
        }
        let sent = match answer {
            // Of a quoted part, or another chat's message, Telegram tells more than was sent.
            Some(enums::Updates::UpdateShortSentMessage(answer)) if self.says_more_than_was_sent() => {
                asking::fetch_one(wire, chat, MessageId(answer.id)).await?
            }
            Some(enums::Updates::UpdateShortSentMessage(answer)) => {
                short::whole(&self.envelope, &self.content, answer, wire.own().await?)
            }
            Some(answer) => answer::sent(answer::updates(wire, answer), random_id),
            None => lost::find(wire, chat, |message| self.content.is_in(message)).await,
        };
        let sent = asking::complete(wire, chat, sent.into_iter()).await?.pop();
        let sent = sent.ok_or_else(behalf::unnumbered)?;
        wire.session().texts().note(&sent);
        Ok(sent)
    }

    fn says_more_than_was_sent(&self) -> bool {
        match &self.envelope.reply_to {
            Some(enums::InputReplyTo::Message(reply)) => {
                reply.reply_to_peer_id.is_some() || reply.quote_text.is_some()
            }
            Some(enums::InputReplyTo::MonoForum(_)) => true,
            _ => false,
        }
    }

    fn entities(&self, wire: &Wire) -> Option<Vec<enums::MessageEntity>> {
        outgoing::entities(&self.content.text.entities, |user| wire.peers().input_user(user))
    }

    fn text_call(&self, wire: &Wire, random_id: i64) -> functions::messages::SendMessage {
        functions::messages::SendMessage {
            no_webpage: self.content.no_webpage,
            silent: self.envelope.is_silent,
            background: false,
            clear_draft: false,
            noforwards: self.envelope.is_protected,
            update_stickersets_order: false,
            invert_media: self.content.invert_media,
            allow_paid_floodskip: self.envelope.is_paid,
            peer: self.envelope.peer.clone(),
            reply_to: self.envelope.reply_to.clone(),
            message: self.content.text.text.clone(),
            random_id,
            reply_markup: self.envelope.reply_markup.clone(),
            entities: self.entities(wire),
            schedule_date: None,
            schedule_repeat_period: None,
            send_as: None,
            quick_reply_shortcut: None,
            effect: self.envelope.effect,
            allow_paid_stars: None,
            suggested_post: self.envelope.suggested_post.clone(),
            rich_message: None,
        }
    }

    fn media_call(
        &self,
        wire: &Wire,
        random_id: i64,
        media: enums::InputMedia,
    ) -> functions::messages::SendMedia {
        functions::messages::SendMedia {
            silent: self.envelope.is_silent,
            background: false,
            clear_draft: false,
            noforwards: self.envelope.is_protected,
            update_stickersets_order: false,
            invert_media: self.content.invert_media,
            allow_paid_floodskip: self.envelope.is_paid,
            peer: self.envelope.peer.clone(),
            reply_to: self.envelope.reply_to.clone(),
            media,
            message: self.content.text.text.clone(),
            random_id,
            reply_markup: self.envelope.reply_markup.clone(),
            entities: self.entities(wire),
            schedule_date: None,
            schedule_repeat_period: None,
            send_as: None,
            quick_reply_shortcut: None,
            effect: self.envelope.effect,
            allow_paid_stars: None,
            suggested_post: self.envelope.suggested_post.clone(),
        }
    }
}

/// Whether a file was named by a reference that has got too old. In an album the name says whose.
pub(in crate::calls) fn is_stale(error: &Error) -> bool {
    error.description().starts_with("FILE_REFERENCE_")
}
