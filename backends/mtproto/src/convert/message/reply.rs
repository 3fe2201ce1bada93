//! What a message answers, and the thread that it belongs to by that.

use ambigram_core::text::Text;
use ambigram_core::types::{
    ChatId, ChatKind, ExternalReply, Message, MessageId, MessageKind, Story, TextQuote, ThreadId,
};
use grammers_tl_types::{enums, types};

use super::{Header, origin};
use crate::convert::entity::text;
use crate::convert::media::content;
use crate::convert::peer::chat_id;
use crate::convert::{Known, given, poll, preview};

/// What a message says of the message that it answers; `None` where it answers a story.
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

pub(super) fn same_chat(peer: &enums::Peer, reply: &types::MessageReplyHeader) -> Option<MessageId> {
    let is_here = reply.reply_to_peer_id.as_ref().is_none_or(|other| other == peer);
    let is_there = !reply.reply_to_scheduled && !reply.reply_to_ephemeral;
    reply.reply_to_msg_id.filter(|_| is_here && is_there).map(MessageId)
}

/// The answered message without its own, if it is the one that is known.
fn answered(header: &Header<'_>, reply: &types::MessageReplyHeader, known: &Known) -> Option<Message> {
    let id = same_chat(header.peer, reply)?;
    let answered =
        known.answered.as_ref().filter(|known| (known.id, known.chat.id) == (id, header.chat_id()))?;
    Some(Message { reply_to_message: None, ..answered.clone() })
}

/// The topic or the thread, and whether it is a topic.
///
/// In a supergroup every answer is in a thread, which the first message of the chain of answers gives its number.
pub(super) fn thread(of: &Header<'_>, known: &Known) -> Option<(ThreadId, bool)> {
    let reply = header(of.reply)?;
    let chat = known.chat(of.chat_id());
    let is_threaded = chat.kind == ChatKind::Supergroup && !of.is_post && !chat.is_forum;
    if !reply.forum_topic && !is_threaded {
        return None;
    }
    let root = reply.reply_to_top_id.or_else(|| same_chat(of.peer, reply).map(|id| id.0))?;
    Some((ThreadId(root), reply.forum_topic))
}

/// Puts what a message answers: a message here or in another chat, a part of it, or a story.
pub(super) fn put(of: &Header<'_>, known: &Known, message: &mut Message) {
    let reply = match of.reply {
        None => return,
        Some(enums::MessageReplyHeader::MessageReplyStoryHeader(story)) => {
            let story = Story::new(known.chat(chat_id(&story.peer)), story.story_id);
            message.reply_to_story = Some(Box::new(story));
            return;
        }
        Some(enums::MessageReplyHeader::Header(reply)) => reply,
    };
    message.reply_to_message = answered(of, reply, known).map(Box::new);
    message.reply_to_checklist_task_id = reply.todo_item_id.filter(|id| *id != 0);
    message.reply_to_poll_option_id = reply.poll_option.as_deref().map(poll::option_id);
    message.quote = quote(reply, known).map(Box::new);
    if let Some(enums::MessageFwdHeader::Header(from)) = &reply.reply_from {
        message.external_reply = Some(Box::new(external_reply(reply, from, known)));
    }
}

/// <https://core.telegram.org/bots/api#textquote>
fn quote(reply: &types::MessageReplyHeader, known: &Known) -> Option<TextQuote> {
    let text = text(reply.quote_text.as_deref()?, reply.quote_entities.as_deref(), known);
    Some(TextQuote {
        entities: text.entities,
        is_manual: reply.quote,
        ..TextQuote::new(text.text, given::count(reply.quote_offset.unwrap_or_default()))
    })
}

/// <https://core.telegram.org/bots/api#externalreplyinfo>
fn external_reply(
    reply: &types::MessageReplyHeader,
    from: &types::MessageFwdHeader,
    known: &Known,
) -> ExternalReply {
    let chat = reply.reply_to_peer_id.as_ref().map(chat_id).filter(|chat| chat.is_channel());
    let (kind, has_media_spoiler, link_preview_options) = match &reply.reply_media {
        None => (None, false, None),
        Some(enums::MessageMedia::WebPage(page)) => (None, false, preview::options(page, false)),
        Some(media) => {
            let content = content(media, Text::default(), known);
            (content.kind, content.has_spoiler, None)
        }
    };
    ExternalReply {
        origin: origin::origin(from, known),
        message_id: reply.reply_to_msg_id.filter(|_| chat.is_some()).map(MessageId),
        chat: chat.map(|chat| known.chat(chat)),
        link_preview_options,
        has_media_spoiler,
        kind: kind.unwrap_or(MessageKind::Unknown),
        unmodelled: None,
    }
}
