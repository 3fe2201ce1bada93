//! Messages that are pinned, and that no longer are.

use ambigram_core::Error;
use ambigram_core::requests::{PinChatMessage, Recipient, Response, UnpinAllChatMessages, UnpinChatMessage};
use ambigram_core::types::{BusinessConnectionId, ChatId, MessageId, ThreadId};
use grammers_tl_types::{RemoteCall, enums, functions};

use super::refusal::{self, ask};
use super::{answer, behalf, chats, located, refused};
use crate::convert::peer::Place;
use crate::wire::Wire;

/// How many times over something is done in portions, at most: Telegram does hundreds of messages in each.
const PORTIONS: usize = 1_000;

/// <https://core.telegram.org/method/messages.updatePinnedMessage>
pub(super) async fn pin_chat_message(wire: &Wire, request: &PinChatMessage) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let called = functions::messages::UpdatePinnedMessage {
        silent: request.disable_notification,
        ..pinned(wire, chat, request.message_id)
    };
    update(wire, chat, called, request.business_connection_id.as_ref()).await
}

/// <https://core.telegram.org/method/messages.updatePinnedMessage>
pub(super) async fn unpin_chat_message(wire: &Wire, request: &UnpinChatMessage) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let message = match request.message_id {
        Some(message) => message,
        None => match latest(wire, chat, place).await? {
            Some(message) => message,
            None => return refused("message to unpin not found"),
        },
    };
    let called = functions::messages::UpdatePinnedMessage { unpin: true, ..pinned(wire, chat, message) };
    update(wire, chat, called, request.business_connection_id.as_ref()).await
}

/// The pinned message that was written last.
async fn latest(wire: &Wire, chat: ChatId, place: Place) -> Result<Option<MessageId>, Error> {
    if let Place::User(user) = place {
        let called = functions::users::GetFullUser { id: wire.peers().input_user(user) };
        let enums::users::UserFull::Full(told) = ask(wire, chat, &called).await?;
        let enums::UserFull::Full(full) = told.full_user;
        return Ok(full.pinned_msg_id.map(MessageId));
    }
    let enums::messages::ChatFull::Full(told) = chats::full(wire, chat, place).await?;
    Ok(crate::convert::pinned(&told.full_chat).map(|(_, id)| MessageId(id)))
}

fn pinned(wire: &Wire, chat: ChatId, message: MessageId) -> functions::messages::UpdatePinnedMessage {
    functions::messages::UpdatePinnedMessage {
        silent: false,
        unpin: false,
        pm_oneside: false,
        peer: wire.peers().input_peer(chat),
        id: message.0,
    }
}

async fn update(
    wire: &Wire,
    chat: ChatId,
    query: functions::messages::UpdatePinnedMessage,
    business: Option<&BusinessConnectionId>,
) -> Result<Response, Error> {
    match behalf::invoke(wire, business, query).await {
        Ok(updates) => {
            answer::updates(wire, updates);
            Ok(Response::done())
        }
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// <https://core.telegram.org/method/messages.unpinAllMessages>
pub(super) async fn unpin_all_chat_messages(
    wire: &Wire,
    request: &UnpinAllChatMessages,
) -> Result<Response, Error> {
    unpin_all(wire, &request.chat_id, None).await
}

/// Unpins all messages of a chat, or of a topic.
pub(super) async fn unpin_all(
    wire: &Wire,
    recipient: &Recipient,
    topic: Option<ThreadId>,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, recipient).await?;
    let called = functions::messages::UnpinAllMessages {
        peer: wire.peers().input_peer(chat),
        top_msg_id: topic.map(|topic| topic.0),
        saved_peer_id: None,
    };
    in_portions(wire, chat, &called).await
}

/// Does something to so many messages that Telegram does it piece by piece, until nothing is left.
pub(super) async fn in_portions<R>(wire: &Wire, chat: ChatId, called: &R) -> Result<Response, Error>
where
    R: RemoteCall<Return = enums::messages::AffectedHistory>,
{
    for _ in 0..PORTIONS {
        let enums::messages::AffectedHistory::History(affected) = ask(wire, chat, called).await?;
        if affected.offset <= 0 {
            break;
        }
    }
    Ok(Response::done())
}
