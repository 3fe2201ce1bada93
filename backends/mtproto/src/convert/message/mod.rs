//! Messages.

mod action;
#[cfg(test)]
mod action_tests;
mod named;
mod names;
mod origin;
mod reply;
mod sender;
#[cfg(test)]
mod tests;

use ambigram_core::types::{
    ChatId, ChatKind, DirectMessagesTopic, EffectId, MediaGroupId, Message, MessageKind, UserId,
};
use grammers_tl_types::{enums, types};

use super::entity::text;
use super::keyboard::keyboard;
use super::media::{self, Content, content, vanishes};
use super::peer::chat_id;
use super::raw::{Object, Put, raw};
use super::{Known, given, place, preview, rich, suggested_post};

pub(super) use action::{is_told, tells_author};
pub(crate) use names::Names;
pub(crate) use reply::replied;

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

/// Whether bots are told of what a message holds, and of one like it.
pub(super) fn is_shown(message: &types::Message) -> bool {
    let is_imported = forward(message).is_some_and(|forward| forward.imported);
    let is_shown = message.media.as_ref().is_none_or(|media| {
        !matches!(media, enums::MessageMedia::Unsupported | enums::MessageMedia::VideoStream(_))
            && !vanishes(media)
    });
    is_shown && !is_imported
}

/// Whether a bot is told of a message of its own: of giveaways only, which Telegram sends in a channel's name.
pub(super) fn is_told_to_author(message: &types::Message) -> bool {
    matches!(message.media, Some(enums::MessageMedia::Giveaway(_) | enums::MessageMedia::GiveawayResults(_)))
}

/// What messages that were written share with those that tell of something that happened.
#[derive(Clone, Copy)]
struct Header<'a> {
    id: i32,
    peer: &'a enums::Peer,
    from: Option<&'a enums::Peer>,
    saved: Option<&'a enums::Peer>,
    is_own: bool,
    is_post: bool,
    /// Whether a channel's post was taken over into its group of discussion.
    is_automatic_forward: bool,
    reply: Option<&'a enums::MessageReplyHeader>,
    date: i32,
}

impl Header<'_> {
    fn chat_id(&self) -> ChatId {
        chat_id(self.peer)
    }

    fn is_in_channel(&self, known: &Known) -> bool {
        self.is_post || known.chat(self.chat_id()).kind == ChatKind::Channel
    }

    /// The message without its content.
    fn start(&self, own: UserId, known: &Known) -> Message {
        let thread = reply::thread(self, known);
        let (from, sender_chat) = sender::sender(self, own, known);
        let chat = known.chat(self.chat_id());
        let topic = self.saved.filter(|_| chat.is_direct_messages).map(chat_id);
        let mut message = Message {
            thread_id: thread.map(|(thread, _)| thread),
            is_topic_message: thread.is_some_and(|(_, is_topic)| is_topic),
            direct_messages_topic: topic.map(|topic| {
                let user = known.either(topic).0;
                Box::new(DirectMessagesTopic { user, ..DirectMessagesTopic::new(topic.0) })
            }),
            from,
            sender_chat: sender_chat.map(Box::new),
            date: self.date.into(),
            ..Message::new(self.id, chat, MessageKind::Unknown)
        };
        reply::put(self, known, &mut message);
        message
    }
}

fn forward(message: &types::Message) -> Option<&types::MessageFwdHeader> {
    message.fwd_from.as_ref().map(|enums::MessageFwdHeader::Header(forward)| forward)
}

fn written(message: &types::Message, own: UserId, known: &Known) -> Message {
    let forward = forward(message);
    let header = Header {
        id: message.id,
        peer: &message.peer_id,
        from: message.from_id.as_ref(),
        saved: message.saved_peer_id.as_ref(),
        is_own: message.out,
        is_post: message.post,
        is_automatic_forward: is_automatic_forward(message, forward),
        reply: message.reply_to.as_ref(),
        date: message.date,
    };
    let mut read = header.start(own, known);
    if let Some(forward) = forward {
        read.forward_origin = Some(Box::new(origin::origin(forward, known)));
        read.is_automatic_forward = header.is_automatic_forward;
    }
    let user = |id: Option<i64>| id.map(|id| Box::new(known.user(UserId(id))));
    read.via_bot = user(message.via_bot_id);
    read.sender_business_bot = user(message.via_business_bot_id);
    if let Some(caller) = &message.guestchat_via_from {
        (read.guest_bot_caller_user, read.guest_bot_caller_chat) = known.either(chat_id(caller));
    }
    read.has_protected_content = message.noforwards;
    read.is_from_offline = message.offline;
    read.is_paid_post = message.paid_suggested_post_stars || message.paid_suggested_post_ton;
    read.effect_id = message.effect.map(|effect| EffectId::from(effect.to_string()));
    read.media_group_id = message.grouped_id.map(|group| MediaGroupId::from(group.to_string()));
    read.author_signature = message.post_author.as_deref().and_then(given::name);
    read.sender_tag = message.from_rank.as_deref().and_then(given::name);
    read.sender_boost_count = given::some(message.from_boosts_applied);
    read.paid_star_count =
        given::amount(message.paid_message_stars).and_then(|stars| u32::try_from(stars).ok());
    read.suggested_post_info =
        message.suggested_post.as_ref().map(|post| Box::new(suggested_post::info(post)));
    read.edit_date = message.edit_date.filter(|_| !message.edit_hide).map(Into::into);
    read.reply_markup = message.reply_markup.as_ref().and_then(keyboard);
    put_content(message, known, &mut read);
    read
}

/// Puts what a written message holds; TL's form where the Bot API has none.
fn put_content(message: &types::Message, known: &Known, read: &mut Message) {
    let words = text(&message.message, message.entities.as_deref(), known);
    if let Some(rich) = &message.rich_message {
        read.kind = MessageKind::RichMessage(Box::new(rich::rich_message(rich, known)));
        return;
    }
    match &message.media {
        None | Some(enums::MessageMedia::Empty) => read.kind = MessageKind::Text(words),
        Some(enums::MessageMedia::WebPage(page)) => {
            read.link_preview_options = preview::options(page, message.invert_media);
            read.kind = MessageKind::Text(words);
        }
        Some(media) => {
            let content = match media {
                // Whether it is followed still, only the message can tell.
                enums::MessageMedia::GeoLive(live) => {
                    let now = message.edit_date.unwrap_or(message.date);
                    let place = place::live_location(live, message.date, now);
                    Content { kind: media::location(place), caption: None, has_spoiler: false }
                }
                media => content(media, words, known),
            };
            read.show_caption_above_media = message.invert_media && content.caption.is_some();
            read.caption = content.caption;
            read.has_media_spoiler = content.has_spoiler;
            match content.kind {
                Some(kind) => read.kind = kind,
                None => read.unmodelled = kept(|object| object.put_tl(media)),
            }
        }
    }
}

fn happened(message: &types::MessageService, own: UserId, known: &Known) -> Message {
    let header = Header {
        id: message.id,
        peer: &message.peer_id,
        from: message.from_id.as_ref(),
        saved: message.saved_peer_id.as_ref(),
        is_own: message.out,
        is_post: message.post,
        is_automatic_forward: false,
        reply: message.reply_to.as_ref(),
        date: message.date,
    };
    let mut read = header.start(own, known);
    // What it answers is a part of what happened, or nothing.
    let answered = read.reply_to_message.take();
    match action::content(message, &read, answered, known) {
        Some(kind) => read.kind = kind,
        None => read.unmodelled = kept(|object| object.put_tl(&message.action)),
    }
    if let enums::MessageAction::TopicCreate(_) = message.action {
        // The topic has the number of the message that it begins with.
        read.thread_id = Some(message.id.into());
        read.is_topic_message = true;
    }
    read
}

fn kept(put: impl FnOnce(&mut Object)) -> Option<ambigram_core::types::Raw> {
    let mut object = Object::new();
    put(&mut object);
    Some(raw(object))
}

/// A channel's post in its group of discussion is in the channel's name and says where it was saved from.
fn is_automatic_forward(message: &types::Message, forward: Option<&types::MessageFwdHeader>) -> bool {
    let Some(saved_from) = forward.and_then(|forward| forward.saved_from_peer.as_ref()) else { return false };
    let is_in_group = matches!(message.peer_id, enums::Peer::Channel(_)) && !message.post;
    is_in_group && message.from_id.as_ref() == Some(saved_from) && *saved_from != message.peer_id
}
