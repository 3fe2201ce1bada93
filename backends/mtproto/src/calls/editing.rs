//! New versions of messages.

use ambigram_core::requests::{EditMessageReplyMarkup, EditMessageText, Edited, MessageTarget, Response};
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, InlineKeyboard, InlineMessageId, MessageId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{answer, asking, chat, place, refusal};
use crate::convert::outgoing::{self, Preview};
use crate::convert::{error, inline_id};
use crate::meeting;
use crate::wire::{Attempted, Wire};

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_text(wire: &Wire, request: &EditMessageText) -> Result<Response, Error> {
    let text = request.text.get()?.clone().normalized().map_err(error::text)?;
    let text = meeting::mentioning_acquaintances(wire, text).await;
    let preview = Preview::of(request.link_preview_options.as_ref(), &text);
    let version =
        Version { text: Some(text), preview, reply_markup: keyboard(wire, request.reply_markup.as_ref())? };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_reply_markup(
    wire: &Wire,
    request: &EditMessageReplyMarkup,
) -> Result<Response, Error> {
    let reply_markup = keyboard(wire, request.reply_markup.as_ref())?;
    let version = Version { text: None, preview: Preview::default(), reply_markup };
    version.put(wire, &request.target).await
}

fn keyboard(wire: &Wire, keyboard: Option<&InlineKeyboard>) -> Result<Option<enums::ReplyMarkup>, Error> {
    match keyboard {
        Some(keyboard) => outgoing::keyboard(keyboard, |user| wire.peers().input_user(user)),
        None => Ok(None),
    }
}

/// What a message is to be from now on.
struct Version {
    /// The new text; as it was where absent.
    text: Option<Text>,
    preview: Preview,
    reply_markup: Option<enums::ReplyMarkup>,
}

impl Version {
    async fn put(self, wire: &Wire, target: &MessageTarget) -> Result<Response, Error> {
        let edited = match target {
            MessageTarget::Inline { inline_message_id } => self.put_inline(wire, inline_message_id).await?,
            MessageTarget::Message { chat_id, message_id } => {
                let chat = chat(wire, chat_id).await?;
                place(chat)?;
                match self.put_in_chat(wire, chat, *message_id).await {
                    Ok(edited) => edited,
                    Err(error) => return Err(refusal::explain(wire, chat, error).await),
                }
            }
        };
        Ok(Response::of(edited))
    }

    async fn put_in_chat(self, wire: &Wire, chat: ChatId, id: MessageId) -> Result<Edited, Error> {
        let entities = self.entities(wire);
        let called = functions::messages::EditMessage {
            no_webpage: self.preview.no_webpage,
            invert_media: self.preview.invert_media,
            peer: wire.peers().input_peer(chat),
            id: id.0,
            message: self.text.map(|text| text.text),
            media: self.preview.media,
            reply_markup: self.reply_markup,
            entities,
            schedule_date: None,
            schedule_repeat_period: None,
            quick_reply_shortcut_id: None,
            rich_message: None,
        };
        let updates = changed(wire.attempt(&called).await)?;
        let edited = updates.and_then(|updates| answer::edited(answer::updates(wire, updates), chat, id));
        let edited = match edited {
            Some(edited) => Some(edited),
            None => asking::fetch_one(wire, chat, id).await?,
        };
        let own = wire.own().await?;
        // As on the Bot API, without what it answers.
        let message = edited.and_then(|edited| asking::read(wire.peers(), &edited, own, None));
        match message {
            Some(message) => Ok(Edited::Message(Box::new(message))),
            None => Err(refusal::message_not_found()),
        }
    }

    async fn put_inline(self, wire: &Wire, id: &InlineMessageId) -> Result<Edited, Error> {
        let entities = self.entities(wire);
        let called = functions::messages::EditInlineBotMessage {
            no_webpage: self.preview.no_webpage,
            invert_media: self.preview.invert_media,
            id: inline_id::read(id)?,
            message: self.text.map(|text| text.text),
            media: self.preview.media,
            reply_markup: self.reply_markup,
            entities,
            rich_message: None,
        };
        changed(wire.attempt(&called).await)?;
        Ok(Edited::Inline)
    }

    fn entities(&self, wire: &Wire) -> Option<Vec<enums::MessageEntity>> {
        let text = self.text.as_ref()?;
        outgoing::entities(&text.entities, |user| wire.peers().input_user(user))
    }
}

/// The answer to an edit; `None` where it was sent twice and the second had nothing left to change.
fn changed<T>(attempted: Attempted<T>) -> Result<Option<T>, Error> {
    match attempted.answer {
        Err(error) if attempted.resent && *error.kind() == ErrorKind::MessageNotModified => Ok(None),
        answer => answer.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_that_was_sent_twice_may_have_nothing_left_to_change() {
        let kind = |resent, kind| {
            let answer = Err::<(), _>(Error::new(kind, ""));
            changed(Attempted { answer, resent }).map_err(|error| error.kind().clone())
        };
        use ErrorKind::{MessageNotEditable, MessageNotModified};
        assert_eq!(kind(true, MessageNotModified), Ok(None));
        assert_eq!(kind(false, MessageNotModified), Err(MessageNotModified));
        assert_eq!(kind(true, MessageNotEditable), Err(MessageNotEditable));
    }
}
