//! New versions of messages.

use ambigram_core::requests::{
    EditMessageCaption, EditMessageLiveLocation, EditMessageMedia, EditMessageReplyMarkup, EditMessageText,
    Edited, MessageTarget, Method, Response, StopMessageLiveLocation, StopPoll,
};
use ambigram_core::text::Text;
use ambigram_core::types::{BusinessConnectionId, ChatId, InlineMessageId, Message, MessageId, MessageKind};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::files::Files;
use super::sending::is_stale;
use super::{answer, asking, behalf, caption, chat, keyboard, place, refusal, text};
use crate::convert::inline_id;
use crate::convert::outgoing::{self, Location, Medium, Preview};
use crate::wire::{Attempted, Wire};

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_text(wire: &Wire, request: &EditMessageText) -> Result<Response, Error> {
    let text = text(wire, &request.text).await?;
    let Preview { no_webpage, invert_media, media } =
        Preview::of(request.link_preview_options.as_ref(), &text);
    let version = Version {
        needs: Needs::Text,
        text: Some(text),
        no_webpage,
        invert_media,
        media,
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
    };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_caption(
    wire: &Wire,
    request: &EditMessageCaption,
) -> Result<Response, Error> {
    let version = Version {
        needs: Needs::Caption,
        text: Some(caption(wire, request.caption.as_ref()).await?),
        invert_media: request.show_caption_above_media,
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
        ..Version::default()
    };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_media(wire: &Wire, request: &EditMessageMedia) -> Result<Response, Error> {
    let peer = match &request.target {
        MessageTarget::Message { chat_id, .. } => {
            let chat = chat(wire, chat_id).await?;
            place(chat)?;
            wire.peers().input_peer(chat)
        }
        MessageTarget::Inline { .. } if !request.uploads().is_empty() => {
            let text = "a file cannot be uploaded into an inline message: take one by its id or its address";
            return Err(Error::new(ErrorKind::BadRequest, text));
        }
        MessageTarget::Inline { .. } => enums::InputPeer::PeerSelf,
    };
    let reply_markup = keyboard::maybe(wire, request.reply_markup.as_ref()).await?;
    let medium = Medium::try_from(&request.media)?;
    let business = request.business_connection_id.as_ref();
    let version = Version {
        text: Some(caption(wire, medium.caption).await?),
        invert_media: medium.is_caption_above,
        media: Some(Files { wire, peer: &peer, business }.ready(&medium).await?),
        reply_markup,
        business,
        ..Version::default()
    };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_live_location(
    wire: &Wire,
    request: &EditMessageLiveLocation,
) -> Result<Response, Error> {
    let version = Version {
        media: Some(Location::from(request).moved()),
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
        ..Version::default()
    };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn stop_message_live_location(
    wire: &Wire,
    request: &StopMessageLiveLocation,
) -> Result<Response, Error> {
    let version = Version {
        media: Some(outgoing::stopped()),
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
        ..Version::default()
    };
    version.put(wire, &request.target).await
}

/// <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn edit_message_reply_markup(
    wire: &Wire,
    request: &EditMessageReplyMarkup,
) -> Result<Response, Error> {
    let version = Version {
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
        ..Version::default()
    };
    version.put(wire, &request.target).await
}

/// Which poll it is, only its message says. <https://core.telegram.org/method/messages.editMessage>
pub(super) async fn stop_poll(wire: &Wire, request: &StopPoll) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let found = match asking::fetch_one(wire, chat, request.message_id).await {
        Ok(Some(found)) => found,
        Ok(None) => return Err(refusal::message_not_found()),
        Err(error) => return Err(refusal::explain(wire, chat, error).await),
    };
    let refuse = |text: &str| Err(Error::new(ErrorKind::BadRequest, text));
    let enums::Message::Message(message) = found else { return refuse("message is not a poll") };
    let Some(enums::MessageMedia::Poll(media)) = &message.media else {
        return refuse("message is not a poll");
    };
    let enums::Poll::Poll(poll) = &media.poll;
    if !message.out || message.fwd_from.is_some() {
        return refuse("poll can't be stopped");
    }
    if poll.closed {
        return refuse("poll has already been closed");
    }
    let mut version = Version {
        media: Some(outgoing::closed(poll.id)),
        reply_markup: keyboard::maybe(wire, request.reply_markup.as_ref()).await?,
        business: request.business_connection_id.as_ref(),
        ..Version::default()
    };
    let edited = match version.put_in_chat(wire, chat, request.message_id).await {
        Ok(edited) => edited,
        Err(error) => return Err(refusal::explain(wire, chat, error).await),
    };
    match edited.kind {
        MessageKind::Poll(poll) => Ok(Response::of(*poll)),
        _ => Err(Error::new(ErrorKind::UnexpectedAnswer, "a poll was closed, and Telegram shows no poll")),
    }
}

/// What a message must be to be edited so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Needs {
    #[default]
    Nothing,
    Text,
    Caption,
}

/// What a message is to be from now on.
#[derive(Debug, Clone, Default)]
struct Version<'a> {
    needs: Needs,
    /// The new text; as it was where absent.
    text: Option<Text>,
    no_webpage: bool,
    invert_media: bool,
    /// The new medium, or what is previewed; as it was where absent.
    media: Option<enums::InputMedia>,
    reply_markup: Option<enums::ReplyMarkup>,
    business: Option<&'a BusinessConnectionId>,
}

impl Version<'_> {
    async fn put(mut self, wire: &Wire, target: &MessageTarget) -> Result<Response, Error> {
        let edited = match target {
            MessageTarget::Inline { inline_message_id } => {
                self.put_inline(wire, inline_message_id).await?;
                Edited::Inline
            }
            MessageTarget::Message { chat_id, message_id } => {
                let chat = chat(wire, chat_id).await?;
                place(chat)?;
                match self.put_in_chat(wire, chat, *message_id).await {
                    Ok(edited) => Edited::Message(Box::new(edited)),
                    Err(error) => return Err(refusal::explain(wire, chat, error).await),
                }
            }
        };
        Ok(Response::of(edited))
    }

    async fn put_in_chat(&mut self, wire: &Wire, chat: ChatId, id: MessageId) -> Result<Message, Error> {
        self.check(wire, chat, id).await?;
        loop {
            match self.put_in_chat_once(wire, chat, id).await {
                Err(error) if is_stale(&error) && self.forget_references() => {}
                // Of a sticker, or another file that nothing can be written beside, Telegram says that it has no text.
                Err(error) if self.needs == Needs::Caption && *error.kind() == ErrorKind::MessageEmpty => {
                    let text = "there is no caption in the message to edit";
                    return Err(Error::new(ErrorKind::BadRequest, text).because(error));
                }
                put => return put,
            }
        }
    }

    /// MTProto takes the text of a photo for its caption, and the caption of a text for the text; the Bot API does not.
    async fn check(&self, wire: &Wire, chat: ChatId, id: MessageId) -> Result<(), Error> {
        // What stands in another's chats cannot be looked up.
        if self.needs == Needs::Nothing || self.business.is_some() {
            return Ok(());
        }
        let is_text = match wire.session().texts().is_text((chat, id)) {
            Some(is_text) => is_text,
            None => match asking::fetch_one(wire, chat, id).await? {
                Some(enums::Message::Message(message)) => matches!(
                    message.media,
                    None | Some(enums::MessageMedia::Empty | enums::MessageMedia::WebPage(_))
                ),
                // Whatever else it is, Telegram says why it cannot be edited.
                _ => return Ok(()),
            },
        };
        let refuse = |text: &str| Err(Error::new(ErrorKind::BadRequest, text));
        match (self.needs, is_text) {
            (Needs::Text, false) => refuse("there is no text in the message to edit"),
            (Needs::Caption, true) => refuse("there is no caption in the message to edit"),
            _ => Ok(()),
        }
    }

    async fn put_in_chat_once(&self, wire: &Wire, chat: ChatId, id: MessageId) -> Result<Message, Error> {
        let called = functions::messages::EditMessage {
            no_webpage: self.no_webpage,
            invert_media: self.invert_media,
            peer: wire.peers().input_peer(chat),
            id: id.0,
            message: self.text.as_ref().map(|text| text.text.clone()),
            media: self.media.clone(),
            reply_markup: self.reply_markup.clone(),
            entities: self.entities(wire),
            schedule_date: None,
            schedule_repeat_period: None,
            quick_reply_shortcut_id: None,
            rich_message: None,
        };
        let updates = changed(behalf::attempt(wire, self.business, called).await)?;
        if let Some(business) = self.business {
            let edited = match updates {
                Some(updates) => behalf::messages(wire, business, updates).await?.pop(),
                None => None,
            };
            return edited.ok_or_else(refusal::message_not_found);
        }
        let edited = updates.and_then(|updates| answer::edited(answer::updates(wire, updates), chat, id));
        let edited = match edited {
            Some(edited) => Some(edited),
            None => asking::fetch_one(wire, chat, id).await?,
        };
        let own = wire.own().await?;
        // As on the Bot API, without what it answers.
        let edited = edited.and_then(|edited| asking::read(wire.peers(), &edited, own, None));
        let edited = edited.ok_or_else(refusal::message_not_found)?;
        wire.session().texts().note(&edited);
        Ok(edited)
    }

    async fn put_inline(&mut self, wire: &Wire, id: &InlineMessageId) -> Result<(), Error> {
        let id = inline_id::read(id)?;
        loop {
            let called = functions::messages::EditInlineBotMessage {
                no_webpage: self.no_webpage,
                invert_media: self.invert_media,
                id: id.clone(),
                message: self.text.as_ref().map(|text| text.text.clone()),
                media: self.media.clone(),
                reply_markup: self.reply_markup.clone(),
                entities: self.entities(wire),
                rich_message: None,
            };
            match changed(wire.attempt(&called).await) {
                Err(error) if is_stale(&error) && self.forget_references() => {}
                put => return put.map(drop),
            }
        }
    }

    fn forget_references(&mut self) -> bool {
        self.media.as_mut().is_some_and(outgoing::forget_references)
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
