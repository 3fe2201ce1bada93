//! What a message answers, and the thread that it belongs to by that.

use ambigram_core::types::{ChatId, ChatKind, Message, MessageId, ThreadId};
use grammers_tl_types::{enums, types};

use super::{Header, origin};
use crate::convert::Known;
use crate::convert::entity::text;
use crate::convert::peer::chat_id;
use crate::convert::raw::{Object, Put, json};

/// What a message says of the message that it answers; answers to stories say nothing that bots are shown.
pub(super) fn header(reply: Option<&enums::MessageReplyHeader>) -> Option<&types::MessageReplyHeader> {
    match reply? {
        enums::MessageReplyHeader::Header(reply) => Some(reply),
        enums::MessageReplyHeader::MessageReplyStoryHeader(_) => None,
    }
}

/// The message of the same chat that a message answers.
pub(crate) fn replied(message: &enums::Message) -> Option<(ChatId, MessageId)> {
    let (peer, reply) = match message {
        enums::Message::Message(message) => (&message.peer_id, message.reply_to.as_ref()),
        enums::Message::Service(message) => (&message.peer_id, message.reply_to.as_ref()),
        enums::Message::Empty(_) => return None,
    };
    Some((chat_id(peer), same_chat(peer, header(reply)?)?))
}

fn same_chat(peer: &enums::Peer, reply: &types::MessageReplyHeader) -> Option<MessageId> {
    let is_here = reply.reply_to_peer_id.as_ref().is_none_or(|other| other == peer);
    let is_there = !reply.reply_to_scheduled && !reply.reply_to_ephemeral;
    reply.reply_to_msg_id.filter(|_| is_here && is_there).map(MessageId)
}

/// The answered message without its own, if it is the one that is known.
pub(super) fn answered(header: &Header<'_>, known: &Known) -> Option<Message> {
    let id = same_chat(header.peer, header.reply?)?;
    let answered =
        known.answered.as_ref().filter(|known| (known.id, known.chat.id) == (id, header.chat_id()))?;
    Some(Message { reply_to_message: None, ..answered.clone() })
}

/// The topic or the thread, and whether it is a topic.
///
/// In a supergroup every answer is in a thread, which the first message of the chain of answers gives its number.
pub(super) fn thread(header: &Header<'_>, known: &Known) -> Option<(ThreadId, bool)> {
    let reply = header.reply?;
    let chat = known.chat(header.chat_id());
    let is_threaded = chat.kind == ChatKind::Supergroup && !header.is_post && !chat.is_forum;
    if !reply.forum_topic && !is_threaded {
        return None;
    }
    let root = reply.reply_to_top_id.or_else(|| same_chat(header.peer, reply).map(|id| id.0))?;
    Some((ThreadId(root), reply.forum_topic))
}

/// The quoted part, and what is known of an answered message in another chat.
/// <https://core.telegram.org/bots/api#textquote>
pub(super) fn put(header: &Header<'_>, known: &Known, object: &mut Object) {
    let Some(reply) = header.reply else { return };
    if let Some(quoted) = &reply.quote_text {
        let text = text(quoted, reply.quote_entities.as_deref(), known);
        let mut quote = Object::new();
        quote.put("text", text.text.as_str());
        if !text.entities.is_empty() {
            quote.put("entities", json(&text.entities));
        }
        quote.put("position", reply.quote_offset.unwrap_or_default());
        quote.put_true("is_manual", reply.quote);
        object.put("quote", quote);
    }
    if let Some(enums::MessageFwdHeader::Header(from)) = &reply.reply_from {
        object.put("external_reply", external_reply(reply, from, known));
    }
}

/// <https://core.telegram.org/bots/api#externalreplyinfo>
fn external_reply(
    reply: &types::MessageReplyHeader,
    from: &types::MessageFwdHeader,
    known: &Known,
) -> Object {
    let mut object = Object::new();
    object.put("origin", origin::origin(from, known));
    if let Some(chat) = reply.reply_to_peer_id.as_ref().map(chat_id).filter(|chat| chat.is_channel()) {
        object.put("chat", json(&known.chat(chat)));
        object.put_some("message_id", reply.reply_to_msg_id);
    }
    if let Some(media) = &reply.reply_media
        && !matches!(media, enums::MessageMedia::Empty | enums::MessageMedia::WebPage(_))
    {
        object.put_tl(media);
    }
    object
}
