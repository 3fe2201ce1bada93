//! Messages by their numbers, and whole: with what they answer.

use std::collections::HashMap;

use ambigram_core::requests::{GetMessages, Response};
use ambigram_core::types::{ChatId, Message, MessageId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, types};

use super::{chat, place, refusal};
use crate::convert::{self, Known, Names, peer};
use crate::meeting;
use crate::session::Peers;
use crate::wire::Wire;

/// How many messages Telegram fetches at once.
const AT_ONCE: usize = 100;

/// <https://core.telegram.org/method/messages.getMessages>
pub(super) async fn get_messages(wire: &Wire, request: &GetMessages) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let ids = &request.message_ids;
    if ids.len() > AT_ONCE {
        let text = format!("LIMIT_INVALID: expected at most {AT_ONCE} message ids, got {}", ids.len());
        return Err(Error::new(ErrorKind::BadRequest, text));
    }
    if ids.is_empty() {
        return Ok(Response::of(Vec::<Option<Message>>::new()));
    }
    let mut found = match fetch(wire, chat, ids).await {
        Ok(found) => found,
        Err(error) => return Err(refusal::explain(wire, chat, error).await),
    };
    let mut whole: HashMap<_, _> = complete(wire, chat, found.drain().map(|(_, message)| message))
        .await?
        .into_iter()
        .map(|message| (message.id, message))
        .collect();
    // A number may have been asked for twice.
    let mut messages: Vec<Option<Message>> = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let is_last = !ids.iter().skip(index + 1).any(|later| later == id);
        messages.push(if is_last { whole.remove(id) } else { whole.get(id).cloned() });
    }
    Ok(Response::of(messages))
}

/// Those messages of a chat that are there.
///
/// Private chats and basic groups share their numbers, so what is under a number may be another chat's: such are left
/// out.
pub(super) async fn fetch(
    wire: &Wire,
    chat: ChatId,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, enums::Message>, Error> {
    let id = ids.iter().map(|id| types::InputMessageId { id: id.0 }.into()).collect();
    let messages = meeting::messages(wire, chat, id).await?;
    let placed = messages.into_iter().filter_map(|message| match &message {
        enums::Message::Empty(_) => None,
        enums::Message::Message(written) => {
            Some((peer::chat_id(&written.peer_id), MessageId(written.id), message))
        }
        enums::Message::Service(service) => {
            Some((peer::chat_id(&service.peer_id), MessageId(service.id), message))
        }
    });
    Ok(placed.filter(|(at, _, _)| *at == chat).map(|(_, id, message)| (id, message)).collect())
}

/// One message, if it is there.
pub(super) async fn fetch_one(
    wire: &Wire,
    chat: ChatId,
    id: MessageId,
) -> Result<Option<enums::Message>, Error> {
    Ok(fetch(wire, chat, &[id]).await?.remove(&id))
}

/// Messages of a chat with what they answer, in no order.
pub(super) async fn complete(
    wire: &Wire,
    chat: ChatId,
    messages: impl Iterator<Item = enums::Message>,
) -> Result<Vec<Message>, Error> {
    let messages: Vec<_> = messages.collect();
    let own = wire.own().await?;
    let mut answered: Vec<_> =
        messages.iter().filter_map(convert::replied).map(|(_, answered)| answered).collect();
    answered.sort_unstable();
    answered.dedup();
    let answered = match answered.as_slice() {
        [] => HashMap::new(),
        // Without what it answers a message is still a message.
        answered => fetch(wire, chat, answered).await.unwrap_or_default(),
    };
    let mut names = Names::default();
    for message in messages.iter().chain(answered.values()) {
        names.add_message(message);
    }
    meeting::meet_names(wire, &names).await;
    let peers = wire.peers();
    let whole = messages.iter().filter_map(|message| {
        let answered = convert::replied(message).and_then(|(_, id)| answered.get(&id));
        let answered = answered.and_then(|answered| read(peers, answered, own, None));
        read(peers, message, own, answered)
    });
    Ok(whole.collect())
}

/// A message, with all that is known of those whom it names.
pub(super) fn read(
    peers: &Peers,
    message: &enums::Message,
    own: UserId,
    answered: Option<Message>,
) -> Option<Message> {
    let names = Names::in_message(message, own);
    let (known, _) = meeting::known_names(peers, &names);
    let known = Known { answered, ..known };
    convert::message(message, own, &known)
}
