//! Messages.

mod names;
mod origin;
mod reply;
mod sender;
mod service;
#[cfg(test)]
mod tests;

use ambigram_core::types::{ChatId, ChatKind, Message, MessageKind, UserId};
use grammers_tl_types::{enums, types};

use super::Known;
use super::entity::text;
use super::keyboard::keyboard;
use super::peer::chat_id;
use super::raw::{Object, Put, json, raw};

pub(crate) use names::Names;
pub(crate) use reply::replied;
pub(super) use service::tells_author;

/// A message as the bot with the number `own` is shown it; `None` where there is none.
///
/// What it answers is taken from what is known, and only if it is that.
pub(crate) fn message(message: &enums::Message, own: UserId, known: &Known) -> Option<Message> {
    match message {
        enums::Message::Empty(_) => None,
        enums::Message::Message(message) => Some(written(message, own, known)),
        enums::Message::Service(message) => Some(happened(message, own, known)),
    }
}

/// What messages that were written share with those that tell of something that happened.
#[derive(Clone, Copy)]
struct Header<'a> {
    id: i32,
    peer: &'a enums::Peer,
    from: Option<&'a enums::Peer>,
    is_own: bool,
    is_post: bool,
    /// Whether a channel's post was taken over into its group of discussion.
    is_automatic_forward: bool,
    reply: Option<&'a types::MessageReplyHeader>,
    date: i32,
}

impl Header<'_> {
    fn chat_id(&self) -> ChatId {
        chat_id(self.peer)
    }

    fn is_in_channel(&self, known: &Known) -> bool {
        self.is_post || known.chat(self.chat_id()).kind == ChatKind::Channel
    }

    /// The message without its content, and what its thread says beside the number.
    fn start(&self, own: UserId, known: &Known, object: &mut Object) -> Message {
        let thread = reply::thread(self, known);
        object.put_true("is_topic_message", thread.is_some_and(|(_, is_topic)| is_topic));
        reply::put(self, known, object);
        let (from, sender_chat) = sender::sender(self, own, known);
        Message {
            thread_id: thread.map(|(thread, _)| thread),
            from,
            sender_chat: sender_chat.map(Box::new),
            date: self.date.into(),
            reply_to_message: reply::answered(self, known).map(Box::new),
            ..Message::new(self.id, known.chat(self.chat_id()), MessageKind::Unknown)
        }
    }
}

fn written(message: &types::Message, own: UserId, known: &Known) -> Message {
    let forward = message.fwd_from.as_ref().map(|enums::MessageFwdHeader::Header(forward)| forward);
    let header = Header {
        id: message.id,
        peer: &message.peer_id,
        from: message.from_id.as_ref(),
        is_own: message.out,
        is_post: message.post,
        is_automatic_forward: is_automatic_forward(message, forward),
        reply: reply::header(message.reply_to.as_ref()),
        date: message.date,
    };
    let mut object = Object::new();
    let start = header.start(own, known, &mut object);
    if let Some(forward) = forward {
        object.put("forward_origin", origin::origin(forward, known));
        object.put_true("is_automatic_forward", header.is_automatic_forward);
    }
    object.put_some("via_bot", message.via_bot_id.map(|bot| json(&known.user(UserId(bot)))));
    object.put_true("has_protected_content", message.noforwards);
    object.put_true("is_from_offline", message.offline);
    object.put_some("effect_id", message.effect.map(|effect| effect.to_string()));
    object.put_some("media_group_id", message.grouped_id.map(|group| group.to_string()));
    object.put_some("author_signature", message.post_author.as_deref());
    object.put_some("sender_boost_count", message.from_boosts_applied);
    object.put_some("paid_star_count", message.paid_message_stars.filter(|stars| *stars != 0));
    let text = text(&message.message, message.entities.as_deref(), known);
    let content = Content::of(message);
    if let Content::Text(page) = content {
        object.put_some("link_preview_options", page.and_then(|page| preview(page, message.invert_media)));
    } else {
        content.put(&mut object);
        if !text.text.is_empty() {
            object.put("caption", text.text.as_str());
            object.put_true("show_caption_above_media", message.invert_media);
        }
        if !text.entities.is_empty() {
            object.put("caption_entities", json(&text.entities));
        }
    }
    Message {
        edit_date: message.edit_date.filter(|_| !message.edit_hide).map(Into::into),
        reply_markup: message.reply_markup.as_ref().and_then(keyboard),
        kind: if matches!(content, Content::Text(_)) {
            MessageKind::Text(text)
        } else {
            MessageKind::Unknown
        },
        unmodelled: unmodelled(object),
        ..start
    }
}

fn happened(message: &types::MessageService, own: UserId, known: &Known) -> Message {
    let header = Header {
        id: message.id,
        peer: &message.peer_id,
        from: message.from_id.as_ref(),
        is_own: message.out,
        is_post: message.post,
        is_automatic_forward: false,
        reply: reply::header(message.reply_to.as_ref()),
        date: message.date,
    };
    let mut object = Object::new();
    let mut start = header.start(own, known, &mut object);
    service::put(&mut object, &message.action, &mut start, own, known);
    Message { unmodelled: unmodelled(object), ..start }
}

fn unmodelled(object: Object) -> Option<ambigram_core::types::Raw> {
    (!object.is_empty()).then(|| raw(object))
}

/// What a written message holds, as far as the vocabulary goes.
#[derive(Clone, Copy)]
enum Content<'a> {
    Text(Option<&'a types::MessageMediaWebPage>),
    Media(&'a enums::MessageMedia),
    Rich(&'a enums::RichMessage),
}

impl<'a> Content<'a> {
    fn of(message: &'a types::Message) -> Self {
        match (&message.rich_message, &message.media) {
            (Some(rich), _) => Self::Rich(rich),
            (None, Some(enums::MessageMedia::WebPage(page))) => Self::Text(Some(page)),
            (None, None | Some(enums::MessageMedia::Empty)) => Self::Text(None),
            (None, Some(media)) => Self::Media(media),
        }
    }

    fn put(self, object: &mut Object) {
        match self {
            Self::Text(_) => {}
            Self::Media(media) => object.put_tl(media),
            Self::Rich(rich) => object.put_tl(rich),
        }
    }
}

/// How the address in a text is previewed, where that was said.
/// <https://core.telegram.org/bots/api#linkpreviewoptions>
fn preview(page: &types::MessageMediaWebPage, is_above: bool) -> Option<Object> {
    let url = match &page.webpage {
        enums::WebPage::Page(page) => Some(&page.url),
        enums::WebPage::Pending(page) => page.url.as_ref(),
        enums::WebPage::Empty(page) => page.url.as_ref(),
        enums::WebPage::NotModified(_) => None,
    };
    let mut object = Object::new();
    object.put_some("url", url.filter(|_| page.manual).map(String::as_str));
    object.put_true("prefer_small_media", page.force_small_media);
    object.put_true("prefer_large_media", page.force_large_media);
    object.put_true("show_above_text", is_above);
    (!object.is_empty()).then_some(object)
}

/// A channel's post in its group of discussion is in the channel's name and says where it was saved from.
fn is_automatic_forward(message: &types::Message, forward: Option<&types::MessageFwdHeader>) -> bool {
    let Some(saved_from) = forward.and_then(|forward| forward.saved_from_peer.as_ref()) else { return false };
    let is_in_group = matches!(message.peer_id, enums::Peer::Channel(_)) && !message.post;
    is_in_group && message.from_id.as_ref() == Some(saved_from) && *saved_from != message.peer_id
}
