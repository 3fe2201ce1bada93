//! What messages answer. <https://core.telegram.org/type/MessageReplyHeader>

use grammers_tl_types as tl;

use super::{content, forward};
use crate::mtproto::peers::peer;
use crate::mtproto::write::entity::entities;
use crate::world::{MessageView, World};

/// What a message answers, and the topic or thread that it stands in.
/// <https://core.telegram.org/constructor/messageReplyHeader>
pub(super) fn header(world: &World, view: &MessageView) -> Option<tl::enums::MessageReplyHeader> {
    let message = &view.message;
    let extra = message.extra.as_deref();
    if let Some(story) = extra.and_then(|extra| extra.reply_to_story) {
        let header = tl::types::MessageReplyStoryHeader { peer: peer(story.chat), story_id: story.id };
        return Some(header.into());
    }
    let answered = view.reply_to.as_deref();
    let quote = message.reply.as_ref().and_then(|reply| reply.quote.as_ref());
    let mut header = tl::types::MessageReplyHeader {
        reply_to_scheduled: false,
        forum_topic: message.is_topic_message,
        quote: quote.is_some_and(|quote| quote.is_manual),
        reply_to_ephemeral: false,
        reply_to_msg_id: None,
        reply_to_peer_id: None,
        reply_from: None,
        reply_media: None,
        reply_to_top_id: None,
        quote_text: quote.map(|quote| quote.text.text.clone()),
        quote_entities: quote.and_then(|quote| entities(&quote.text.entities)),
        quote_offset: quote.and_then(|quote| i32::try_from(quote.position).ok()),
        todo_item_id: extra.and_then(|extra| extra.reply_to_checklist_task_id),
        poll_option: None,
    };
    match answered {
        Some(answered) if answered.chat == view.chat => header.reply_to_msg_id = Some(answered.id.0),
        Some(answered) => {
            let from = world.origin(answered.chat, answered.id, &answered.message);
            header.reply_from = Some(forward::header(&from));
            header.reply_media = content::media(world, answered);
            if answered.chat.is_channel() {
                header.reply_to_peer_id = Some(peer(answered.chat));
                header.reply_to_msg_id = Some(answered.id.0);
            }
        }
        None => {}
    }
    // The message that a topic begins with is not in an answer to itself; its number is the topic's.
    if let Some(thread) = message.thread.filter(|thread| thread.0 != view.id.0) {
        match header.reply_to_msg_id {
            // What is answered is out of sight; the thread is told nonetheless.
            None => header.reply_to_msg_id = Some(thread.0),
            Some(id) if id != thread.0 => header.reply_to_top_id = Some(thread.0),
            _ => {}
        }
    } else {
        header.forum_topic = false;
    }
    let says_something =
        header.reply_to_msg_id.is_some() || header.reply_from.is_some() || header.quote_text.is_some();
    says_something.then(|| header.into())
}
