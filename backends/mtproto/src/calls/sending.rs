//! Saying something.

use ambigram_core::requests::{ReplyMarkup, Response, SendChatAction, SendMessage};
use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, Message, MessageId, ThreadId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{answer, asking, chat, lost, place, refusal, short};
use crate::convert::error;
use crate::convert::outgoing::{self, Preview};
use crate::meeting;
use crate::wire::Wire;

/// <https://core.telegram.org/method/messages.sendMessage>
pub(super) async fn send_message(wire: &Wire, request: &SendMessage) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let topic = topic(wire, chat, request.send.message_thread_id).await;
    let text = request.text.get()?.clone().normalized().map_err(error::text)?;
    let text = meeting::mentioning_acquaintances(wire, text).await;
    let mut new = New::of(wire, chat, request, text, topic)?;
    let mut sent = new.send(wire).await;
    let may_go_without = request
        .send
        .reply_parameters
        .as_ref()
        .is_some_and(|parameters| parameters.allow_sending_without_reply);
    if let (true, Err(error)) = (may_go_without, &sent)
        && *error.kind() == ErrorKind::MessageNotFound
    {
        new.reply_to = outgoing::reply(chat, topic, None, wire.peers());
        sent = new.send(wire).await;
    }
    match sent {
        Ok(message) => Ok(Response::of(message)),
        // A message for a topic answers the one that the topic begins with.
        Err(error)
            if request.send.reply_parameters.is_none() && *error.kind() == ErrorKind::MessageNotFound =>
        {
            Err(Error::new(ErrorKind::BadRequest, "TOPIC_ID_INVALID").because(error))
        }
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// <https://core.telegram.org/method/messages.setTyping>
pub(super) async fn send_chat_action(wire: &Wire, request: &SendChatAction) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let called = functions::messages::SetTyping {
        peer: wire.peers().input_peer(chat),
        top_msg_id: topic(wire, chat, request.message_thread_id).await.map(|topic| topic.0),
        action: outgoing::action(request.action),
    };
    match wire.invoke(&called).await {
        Ok(_) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// The topic that is meant: as the Bot API does, one is looked for only where there can be any.
async fn topic(wire: &Wire, chat: ChatId, thread: Option<ThreadId>) -> Option<ThreadId> {
    let thread = thread.filter(|thread| thread.0 != 0)?;
    let may_have_topics = chat.is_user() || {
        let known = meeting::meet(wire, &[], &[chat]).await;
        known.chats.get(&chat).is_some_and(|chat| chat.is_forum)
    };
    may_have_topics.then_some(thread)
}

/// A message in TL's terms.
pub(super) struct New {
    pub(super) chat: ChatId,
    peer: enums::InputPeer,
    pub(super) text: Text,
    entities: Option<Vec<enums::MessageEntity>>,
    pub(super) reply_to: Option<enums::InputReplyTo>,
    pub(super) reply_markup: Option<enums::ReplyMarkup>,
    pub(super) preview: Preview,
    pub(super) effect: Option<i64>,
    pub(super) is_silent: bool,
    pub(super) is_protected: bool,
}

impl New {
    fn of(
        wire: &Wire,
        chat: ChatId,
        request: &SendMessage,
        text: Text,
        topic: Option<ThreadId>,
    ) -> Result<Self, Error> {
        let peers = wire.peers();
        let reply_markup = match &request.send.reply_markup {
            Some(ReplyMarkup::Inline(keyboard)) => {
                outgoing::keyboard(keyboard, |user| peers.input_user(user))?
            }
            Some(other) => {
                let text = format!("over MTProto this cannot be sent yet: {other:?}");
                return Err(Error::new(ErrorKind::InvalidButton, text));
            }
            None => None,
        };
        // The Bot API takes what is no number for no effect.
        let effect = request.send.message_effect_id.as_ref().and_then(|effect| effect.as_str().parse().ok());
        Ok(Self {
            chat,
            peer: peers.input_peer(chat),
            entities: outgoing::entities(&text.entities, |user| peers.input_user(user)),
            reply_to: outgoing::reply(chat, topic, request.send.reply_parameters.as_ref(), peers),
            reply_markup,
            preview: Preview::of(request.link_preview_options.as_ref(), &text),
            text,
            effect: effect.filter(|effect| *effect != 0),
            is_silent: request.send.disable_notification,
            is_protected: request.send.protect_content,
        })
    }

    /// Sends it, and gives it as it was sent.
    async fn send(&self, wire: &Wire) -> Result<Message, Error> {
        let random_id = rand::random();
        let answer = match self.preview.media.clone() {
            None => wire.invoke_once(&self.text_call(random_id)).await?,
            Some(media) => wire.invoke_once(&self.media_call(random_id, media)).await?,
        };
        let sent = match answer {
            // Of a quoted part, or another chat's message, Telegram tells more than was sent.
            Some(enums::Updates::UpdateShortSentMessage(answer)) if self.says_more_than_was_sent() => {
                asking::fetch_one(wire, self.chat, MessageId(answer.id)).await?
            }
            Some(enums::Updates::UpdateShortSentMessage(answer)) => {
                short::whole(self, answer, wire.own().await?)
            }
            Some(answer) => answer::sent(answer::updates(wire, answer), random_id),
            None => lost::find(wire, self.chat, &self.text.text).await,
        };
        let sent = asking::complete(wire, self.chat, sent.into_iter()).await?.pop();
        sent.ok_or_else(|| {
            let text = "the message was sent, but Telegram's answer does not say under which number";
            Error::new(ErrorKind::UnexpectedAnswer, text)
        })
    }

    fn says_more_than_was_sent(&self) -> bool {
        matches!(&self.reply_to, Some(enums::InputReplyTo::Message(reply))
            if reply.reply_to_peer_id.is_some() || reply.quote_text.is_some())
    }

    fn text_call(&self, random_id: i64) -> functions::messages::SendMessage {
        functions::messages::SendMessage {
            no_webpage: self.preview.no_webpage,
            silent: self.is_silent,
            background: false,
            clear_draft: false,
            noforwards: self.is_protected,
            update_stickersets_order: false,
            invert_media: self.preview.invert_media,
            allow_paid_floodskip: false,
            peer: self.peer.clone(),
            reply_to: self.reply_to.clone(),
            message: self.text.text.clone(),
            random_id,
            reply_markup: self.reply_markup.clone(),
            entities: self.entities.clone(),
            schedule_date: None,
            schedule_repeat_period: None,
            send_as: None,
            quick_reply_shortcut: None,
            effect: self.effect,
            allow_paid_stars: None,
            suggested_post: None,
            rich_message: None,
        }
    }

    fn media_call(&self, random_id: i64, media: enums::InputMedia) -> functions::messages::SendMedia {
        functions::messages::SendMedia {
            silent: self.is_silent,
            background: false,
            clear_draft: false,
            noforwards: self.is_protected,
            update_stickersets_order: false,
            invert_media: self.preview.invert_media,
            allow_paid_floodskip: false,
            peer: self.peer.clone(),
            reply_to: self.reply_to.clone(),
            media,
            message: self.text.text.clone(),
            random_id,
            reply_markup: self.reply_markup.clone(),
            entities: self.entities.clone(),
            schedule_date: None,
            schedule_repeat_period: None,
            send_as: None,
            quick_reply_shortcut: None,
            effect: self.effect,
            allow_paid_stars: None,
            suggested_post: None,
        }
    }
}
