//! What a new message answers, and in which topic it stands. <https://core.telegram.org/type/InputReplyTo>

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, MessageId, ThreadId};
use grammers_tl_types::enums::InputReplyTo;

use super::entities;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::world::{ReplyTo, World};

/// The topic that is always there, and has no number for the world.
const GENERAL: ThreadId = ThreadId(1);

/// Reads what a message of `chat` answers. In a forum whoever answers the beginning of a topic writes in the topic, and
/// answers nothing.
pub(crate) fn reply(
    world: &World,
    names: Names<'_>,
    chat: ChatId,
    given: Option<InputReplyTo>,
) -> Result<(Option<ThreadId>, Option<ReplyTo>), RpcError> {
    let given = match given {
        None => return Ok((None, None)),
        Some(InputReplyTo::Message(given)) => given,
        Some(InputReplyTo::Story(_)) => return Err(RpcError::lacks("answers to stories")),
        Some(InputReplyTo::MonoForum(_)) => return Err(RpcError::lacks("direct messages of channels")),
        Some(InputReplyTo::EphemeralMessage(_)) => return Err(RpcError::lacks("ephemeral messages")),
    };
    if given.monoforum_peer_id.is_some() {
        return Err(RpcError::lacks("direct messages of channels"));
    }
    if given.todo_item_id.is_some() || given.poll_option.is_some() {
        return Err(RpcError::lacks("answers to parts of lists and polls"));
    }
    let other = given.reply_to_peer_id.as_ref().map(|peer| names.chat(peer)).transpose()?;
    let other = other.filter(|other| *other != chat);
    let forum = world.chat(chat).filter(|chat| chat.is_forum);
    let named = ThreadId(given.reply_to_msg_id);
    let is_topic =
        other.is_none() && forum.is_some_and(|forum| named == GENERAL || forum.topics.contains_key(&named));
    let topic = given.top_msg_id.map(ThreadId).or_else(|| is_topic.then_some(named));
    // Private chats with bots may have topics as well.
    let topic = topic.filter(|topic| (forum.is_some() || chat.is_user()) && *topic != GENERAL);
    if is_topic && given.quote_text.is_none() {
        return Ok((topic, None));
    }
    let position = given.quote_offset.and_then(|offset| u32::try_from(offset).ok()).unwrap_or_default();
    let entities = entities(names, given.quote_entities)?;
    let quote = given.quote_text.map(|text| (Text { text, entities }, position));
    let message = MessageId(given.reply_to_msg_id);
    Ok((topic, Some(ReplyTo { message, chat: other, or_without: false, quote })))
}
