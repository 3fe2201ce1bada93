//! Messages that go.

use ambigram_core::requests::{DeleteMessage, DeleteMessages, Response};
use ambigram_core::types::{ChatId, MessageId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{asking, chat, place, refusal};
use crate::meeting;
use crate::wire::Wire;

/// How many messages are deleted at once, at most.
const AT_ONCE: usize = 100;

/// <https://core.telegram.org/method/messages.deleteMessages>
pub(super) async fn delete_message(wire: &Wire, request: &DeleteMessage) -> Result<Response, Error> {
    let (chat, id) = (chat(wire, &request.chat_id).await?, request.message_id);
    place(chat)?;
    match delete(wire, chat, id).await {
        Ok(()) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// Those that are not there are passed over. <https://core.telegram.org/method/messages.deleteMessages>
pub(super) async fn delete_messages(wire: &Wire, request: &DeleteMessages) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let ids = &request.message_ids;
    let refuse = |text: &str| Err(Error::new(ErrorKind::BadRequest, text));
    if ids.is_empty() {
        return refuse("message identifiers are not specified");
    }
    if ids.len() > AT_ONCE {
        return refuse("too many message identifiers specified");
    }
    match delete_all(wire, chat, ids).await {
        Ok(()) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

async fn delete_all(wire: &Wire, chat: ChatId, ids: &[MessageId]) -> Result<(), Error> {
    if let Some(channel) = wire.peers().input_channel(chat) {
        let id = ids.iter().map(|id| id.0).collect();
        return wire.invoke(&functions::channels::DeleteMessages { channel, id }).await.map(drop);
    }
    // The call names no chat: under these numbers there may be messages of others.
    let found = asking::fetch(wire, chat, ids).await?;
    if found.is_empty() {
        let reason = not_found(wire, chat).await;
        return if *reason.kind() == ErrorKind::MessageNotFound { Ok(()) } else { Err(reason) };
    }
    let id = found.keys().map(|id| id.0).collect();
    wire.invoke(&functions::messages::DeleteMessages { revoke: true, id }).await.map(drop)
}

/// MTProto calls it a success where there was nothing to delete; the Bot API does not.
async fn delete(wire: &Wire, chat: ChatId, id: MessageId) -> Result<(), Error> {
    let attempted = match wire.peers().input_channel(chat) {
        Some(channel) => wire.attempt(&functions::channels::DeleteMessages { channel, id: vec![id.0] }).await,
        None => {
            // The call names no chat: under this number there may be a message of another one.
            if asking::fetch_one(wire, chat, id).await?.is_none() {
                return Err(not_found(wire, chat).await);
            }
            wire.attempt(&functions::messages::DeleteMessages { revoke: true, id: vec![id.0] }).await
        }
    };
    let enums::messages::AffectedMessages::Messages(affected) = attempted.answer?;
    if affected.pts_count > 0 {
        return Ok(());
    }
    match asking::fetch_one(wire, chat, id).await? {
        Some(_) => Err(Error::new(ErrorKind::MessageNotDeletable, "MESSAGE_DELETE_FORBIDDEN")),
        // Sent twice, the first did it.
        None if attempted.resent => Ok(()),
        None => Err(refusal::message_not_found()),
    }
}

/// A message that is not there may be so because the chat is out of reach.
async fn not_found(wire: &Wire, chat: ChatId) -> Error {
    let unreachable = Error::new(ErrorKind::ChatNotFound, "PEER_ID_INVALID");
    if chat.is_user() {
        return match meeting::user(wire, UserId(chat.0)).await {
            Some(user) if user.deleted => Error::new(ErrorKind::UserDeactivated, "INPUT_USER_DEACTIVATED"),
            Some(_) => refusal::message_not_found(),
            None => unreachable,
        };
    }
    match refusal::group(wire, -chat.0).await {
        Some(kind) => Error::new(kind, unreachable.description()).because(unreachable),
        None if wire.peers().chat(chat).is_some() => refusal::message_not_found(),
        None => unreachable,
    }
}
