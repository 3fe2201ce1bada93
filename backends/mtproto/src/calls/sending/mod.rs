//! Saying something.
//!
//! - [`content`]: what each request sends
//! - [`envelope`]: where to, in answer to what, and how
//! - [`message`]: one message on its way
//! - [`album`]: several that belong together

mod album;
mod content;
mod envelope;
mod message;

use ambigram_core::requests::{Recipient, Response, SendChatAction, SendMessageDraft};
use ambigram_core::types::{BusinessConnectionId, ChatId, ThreadId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::{behalf, caption, chat, place, refusal};
use crate::convert::outgoing;
use crate::wire::Wire;
use envelope::topic;
use message::New;

pub(super) use album::send_media_group;
pub(super) use content::{Content, Sends};
pub(super) use envelope::Envelope;
pub(super) use message::is_stale;

/// Sends a message of any kind.
pub(super) async fn send<R: Sends>(wire: &Wire, request: &R) -> Result<Response, Error> {
    let envelope = Envelope::address(wire, request.to(), request.options(), request.keyboard()).await?;
    let content = request.content(&envelope.files(wire)).await?;
    Ok(Response::of(New { envelope, content }.send(wire).await?))
}

/// <https://core.telegram.org/method/messages.setTyping>
pub(super) async fn send_chat_action(wire: &Wire, request: &SendChatAction) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    let business = request.business_connection_id.as_ref();
    appear(wire, chat, request.message_thread_id, business, outgoing::action(request.action)).await
}

/// <https://core.telegram.org/method/messages.setTyping>
pub(super) async fn send_message_draft(wire: &Wire, request: &SendMessageDraft) -> Result<Response, Error> {
    if request.draft_id == 0 {
        return Err(Error::new(ErrorKind::BadRequest, "draft identifier must be non-zero"));
    }
    let text = caption(wire, request.text.as_ref()).await?;
    let entities = outgoing::entities(&text.entities, |user| wire.peers().input_user(user));
    let text = types::TextWithEntities { text: text.text, entities: entities.unwrap_or_default() };
    let draft = outgoing::draft(request.draft_id, text.into());
    appear(wire, request.chat_id.into(), request.message_thread_id, None, draft).await
}

async fn appear(
    wire: &Wire,
    chat: ChatId,
    thread: Option<ThreadId>,
    business: Option<&BusinessConnectionId>,
    action: enums::SendMessageAction,
) -> Result<Response, Error> {
    place(chat)?;
    let called = functions::messages::SetTyping {
        peer: wire.peers().input_peer(chat),
        top_msg_id: topic(wire, chat, thread).await.map(|topic| topic.0),
        action,
    };
    match behalf::invoke(wire, business, called).await {
        Ok(_) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// A message that stands in one place is sent to another with what it holds, as if it were new.
pub(super) async fn send_again(
    wire: &Wire,
    to: &Recipient,
    options: &ambigram_core::requests::SendOptions,
    content: Content,
) -> Result<ambigram_core::types::Message, Error> {
    let envelope = Envelope::address(wire, to, options, None).await?;
    New { envelope, content }.send(wire).await
}
