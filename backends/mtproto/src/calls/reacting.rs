//! Reactions to messages.

use ambigram_core::requests::{
    DeleteAllMessageReactions, DeleteMessageReaction, Response, SetMessageReaction,
};
use ambigram_core::types::{ChatId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::{chat, place, refusal};
use crate::convert::outgoing;
use crate::wire::Wire;

/// <https://core.telegram.org/method/messages.sendReaction>
pub(super) async fn set_message_reaction(
    wire: &Wire,
    request: &SetMessageReaction,
) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let reactions = request.reaction.as_deref().unwrap_or_default();
    let called = functions::messages::SendReaction {
        big: request.is_big,
        add_to_recent: false,
        peer: wire.peers().input_peer(chat),
        msg_id: request.message_id.0,
        reaction: Some(reactions.iter().map(outgoing::reaction).collect::<Result<_, _>>()?),
    };
    match wire.invoke(&called).await {
        Ok(_) => Ok(Response::done()),
        // It is as it was to be.
        Err(error) if *error.kind() == ErrorKind::MessageNotModified => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// <https://core.telegram.org/method/messages.deleteParticipantReaction>
pub(super) async fn delete_message_reaction(
    wire: &Wire,
    request: &DeleteMessageReaction,
) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let called = functions::messages::DeleteParticipantReaction {
        peer: wire.peers().input_peer(chat),
        msg_id: request.message_id.0,
        participant: participant(wire, request.user_id, request.actor_chat_id)?,
    };
    match wire.invoke(&called).await {
        Ok(_) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// <https://core.telegram.org/method/messages.deleteParticipantReactions>
pub(super) async fn delete_all_message_reactions(
    wire: &Wire,
    request: &DeleteAllMessageReactions,
) -> Result<Response, Error> {
    let chat = chat(wire, &request.chat_id).await?;
    place(chat)?;
    let called = functions::messages::DeleteParticipantReactions {
        peer: wire.peers().input_peer(chat),
        participant: participant(wire, request.user_id, request.actor_chat_id)?,
    };
    match wire.invoke(&called).await {
        Ok(_) => Ok(Response::done()),
        Err(error) => Err(refusal::explain(wire, chat, error).await),
    }
}

/// Whose reactions are meant: a user's, or a chat's.
fn participant(wire: &Wire, user: Option<UserId>, chat: Option<ChatId>) -> Result<enums::InputPeer, Error> {
    let meant = match (user, chat) {
        (Some(user), None) => user.into(),
        (None, Some(chat)) => chat,
        _ => {
            let text = "exactly one of user_id and actor_chat_id must be specified";
            return Err(Error::new(ErrorKind::BadRequest, text));
        }
    };
    place(meant)?;
    Ok(wire.peers().input_peer(meant))
}
