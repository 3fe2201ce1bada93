//! Where a new message goes, in answer to what, and how.

use ambigram_core::requests::{
    Recipient, ReplyMarkup, ReplyParameters, SendOptions, SuggestedPostParameters,
};
use ambigram_core::types::{BusinessConnectionId, ChatId, DigitalCurrency, InlineKeyboard, ThreadId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use crate::calls::{chat, keyboard, place, refusal};
use crate::convert::outgoing::{self, Answered, Thread};
use crate::meeting;
use crate::wire::Wire;

/// All of a new message but what it says.
#[derive(Debug, Clone)]
pub(in crate::calls) struct Envelope {
    pub(in crate::calls) chat: ChatId,
    pub(in crate::calls) peer: enums::InputPeer,
    /// The business account in whose name it is sent.
    pub(in crate::calls) business: Option<BusinessConnectionId>,
    pub(in crate::calls) reply_to: Option<enums::InputReplyTo>,
    /// What it answers, if anything, where the message that it is to answer is gone; `None` where it is not sent then.
    without_reply: Option<Option<enums::InputReplyTo>>,
    /// Whether a message was named that it answers.
    answers: bool,
    pub(in crate::calls) reply_markup: Option<enums::ReplyMarkup>,
    pub(in crate::calls) effect: Option<i64>,
    pub(in crate::calls) suggested_post: Option<enums::SuggestedPost>,
    pub(in crate::calls) is_silent: bool,
    pub(in crate::calls) is_protected: bool,
    /// Whether it is paid for to get past the limit of messages.
    pub(in crate::calls) is_paid: bool,
}

impl Envelope {
    /// Finds out where a message is to go. The buttons of a request that takes only such are apart from its options.
    pub(in crate::calls) async fn address(
        wire: &Wire,
        to: &Recipient,
        options: &SendOptions,
        buttons: Option<&InlineKeyboard>,
    ) -> Result<Self, Error> {
        let chat = chat(wire, to).await?;
        place(chat)?;
        let thread = Thread {
            topic: topic(wire, chat, options.message_thread_id).await,
            direct_messages: options.direct_messages_topic_id.filter(|topic| *topic != 0).map(ChatId),
        };
        let peers = wire.peers();
        let answered = match &options.reply_parameters {
            Some(parameters) => Some(answered(wire, chat, parameters).await?),
            None => None,
        };
        let may_go_without = options
            .reply_parameters
            .as_ref()
            .is_some_and(|parameters| parameters.allow_sending_without_reply);
        let reply_markup = match (&options.reply_markup, buttons) {
            (Some(markup), _) => {
                if let ReplyMarkup::Inline(buttons) = markup {
                    keyboard::meet_bots(wire, buttons).await?;
                }
                outgoing::markup(markup, peers)?
            }
            (None, Some(buttons)) => keyboard::inline(wire, buttons).await?,
            (None, None) => None,
        };
        // The Bot API takes what is no number for no effect.
        let effect = options.message_effect_id.as_ref().and_then(|effect| effect.as_str().parse().ok());
        Ok(Self {
            chat,
            peer: peers.input_peer(chat),
            business: options.business_connection_id.clone(),
            reply_to: outgoing::reply(thread, answered, peers)?,
            without_reply: match may_go_without {
                true => Some(outgoing::reply(thread, None, peers)?),
                false => None,
            },
            answers: options.reply_parameters.is_some(),
            reply_markup,
            effect: effect.filter(|effect| *effect != 0),
            suggested_post: options.suggested_post_parameters.as_ref().map(suggested).transpose()?,
            is_silent: options.disable_notification,
            is_protected: options.protect_content,
            is_paid: options.allow_paid_broadcast,
        })
    }

    /// Whether to try again, without an answer to a message that is gone.
    pub(in crate::calls) fn goes_without_reply(&mut self, error: &Error) -> bool {
        if *error.kind() != ErrorKind::MessageNotFound {
            return false;
        }
        match self.without_reply.take() {
            Some(reply_to) => {
                self.reply_to = reply_to;
                true
            }
            None => false,
        }
    }

    /// Why it could not be sent.
    pub(super) async fn explain(&self, wire: &Wire, error: Error) -> Error {
        // A message for a topic answers the one that the topic begins with.
        if !self.answers && self.reply_to.is_some() && *error.kind() == ErrorKind::MessageNotFound {
            let kind = ErrorKind::of_refusal("TOPIC_ID_INVALID").unwrap_or(ErrorKind::BadRequest);
            return Error::new(kind, "TOPIC_ID_INVALID").because(error);
        }
        refusal::explain(wire, self.chat, error).await
    }
}

/// What a message answers, with the chat of that where it is another one.
async fn answered<'a>(
    wire: &Wire,
    here: ChatId,
    parameters: &'a ReplyParameters,
) -> Result<Answered<'a>, Error> {
    let other_chat = match &parameters.chat_id {
        Some(there) => Some(chat(wire, there).await?).filter(|there| *there != here),
        None => None,
    };
    Ok(Answered { parameters, other_chat })
}

/// The topic that is meant: as the Bot API does, one is looked for only where there can be any.
pub(super) async fn topic(wire: &Wire, chat: ChatId, thread: Option<ThreadId>) -> Option<ThreadId> {
    let thread = thread.filter(|thread| thread.0 != 0)?;
    let may_have_topics = chat.is_user() || {
        let known = meeting::meet(wire, &[], &[chat]).await;
        known.chats.get(&chat).is_some_and(|chat| chat.is_forum)
    };
    may_have_topics.then_some(thread)
}

/// <https://core.telegram.org/bots/api#suggestedpostparameters>
fn suggested(parameters: &SuggestedPostParameters) -> Result<enums::SuggestedPost, Error> {
    let price = match &parameters.price {
        None => None,
        Some(price) => Some(match &price.currency {
            DigitalCurrency::Stars => types::StarsAmount { amount: price.amount, nanos: 0 }.into(),
            DigitalCurrency::Toncoin => types::StarsTonAmount { amount: price.amount }.into(),
            other => {
                let text = format!("unsupported currency specified: {}", other.as_str());
                return Err(Error::new(ErrorKind::BadRequest, text));
            }
        }),
    };
    let schedule_date = parameters.send_date.filter(|date| *date != 0);
    let schedule_date = schedule_date.map(|date| i32::try_from(date).unwrap_or(i32::MAX));
    Ok(types::SuggestedPost { accepted: false, rejected: false, price, schedule_date }.into())
}
