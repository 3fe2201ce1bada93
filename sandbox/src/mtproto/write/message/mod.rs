//! Messages. <https://core.telegram.org/constructor/message>

mod content;
mod forward;
mod group;
mod reply;
mod service;
mod special;
mod written;

use ambigram_core::types::{ChatId, MessageId};
use grammers_tl_types as tl;

use super::entity::entities;
use super::keyboard;
use super::seconds;
use crate::mtproto::peers::peer;
use crate::world::special::{Currency, Special};
use crate::world::{Chat, Content, MessageView, Place, Sender, World};

/// A message as its viewer sees it.
pub(crate) fn message(world: &World, view: &MessageView) -> tl::enums::Message {
    match &view.message.content {
        Content::Service(service) => {
            service_message(world, view, service::action(world, view, service)).into()
        }
        Content::Special(happened) if happened.is_service() => {
            service_message(world, view, special::action(world, view, happened)).into()
        }
        _ => written(world, view).into(),
    }
}

/// What stands in the place of a message that is not there.
pub(crate) fn empty(id: MessageId, chat: Option<ChatId>) -> tl::enums::Message {
    tl::types::MessageEmpty { id: id.0, peer_id: chat.map(peer) }.into()
}

/// Whether Telegram says that the viewer wrote it: it does not among saved messages.
pub(crate) fn is_out(view: &MessageView) -> bool {
    view.is_outgoing() && !is_saved(view)
}

/// Among saved messages, whose they are; among the direct messages of a channel, in whose topic they stand.
fn saved_peer(view: &MessageView) -> Option<tl::enums::Peer> {
    let topic = view.message.extra.as_ref().and_then(|extra| extra.direct_messages_topic);
    topic.map(|user| peer(user.into())).or_else(|| is_saved(view).then(|| peer(view.chat)))
}

fn is_saved(view: &MessageView) -> bool {
    matches!(view.message.place, Place::Private(one, other) if one == other)
}

fn is_post(world: &World, view: &MessageView) -> bool {
    world.chat(view.chat).is_some_and(Chat::is_channel)
}

/// Who wrote it, where the chat alone does not say so: posts and what comes in in a private chat name nobody.
fn from_id(world: &World, view: &MessageView) -> Option<tl::enums::Peer> {
    let says_itself = is_post(world, view) || (view.chat.is_user() && !view.is_outgoing());
    (!says_itself).then(|| sender(view.message.sender))
}

fn sender(sender: Sender) -> tl::enums::Peer {
    match sender {
        Sender::User(id) => peer(id.into()),
        Sender::Chat(id) => peer(id),
    }
}

fn written(world: &World, view: &MessageView) -> tl::types::Message {
    let message = &view.message;
    let app_keyboard = message.app_keyboard.as_ref().map(keyboard::app);
    let extra = message.extra.as_deref();
    let paid_in = extra.and_then(|extra| extra.paid_post);
    tl::types::Message {
        out: is_out(view),
        mentioned: false,
        media_unread: false,
        silent: message.is_silent,
        post: is_post(world, view),
        from_scheduled: false,
        legacy: false,
        edit_hide: false,
        pinned: world.is_pinned(message),
        noforwards: message.is_protected,
        invert_media: content::is_inverted(message),
        offline: extra.is_some_and(|extra| extra.is_from_offline),
        video_processing_pending: false,
        paid_suggested_post_stars: paid_in == Some(Currency::Stars),
        paid_suggested_post_ton: paid_in == Some(Currency::Toncoin),
        id: view.id.0,
        from_id: from_id(world, view),
        from_boosts_applied: extra.and_then(|extra| extra.sender_boost_count),
        from_rank: extra.and_then(|extra| extra.sender_tag.clone()),
        peer_id: peer(view.chat),
        saved_peer_id: saved_peer(view),
        fwd_from: message.forward.as_ref().map(forward::header),
        via_bot_id: message.via_bot.map(|bot| bot.0),
        via_business_bot_id: extra.and_then(|extra| extra.business_bot).map(|bot| bot.0),
        guestchat_via_from: extra.and_then(|extra| extra.guest_caller).map(|user| peer(user.into())),
        reply_to: reply::header(world, view),
        date: seconds(message.date),
        message: message.text().map(|text| text.text.clone()).unwrap_or_default(),
        media: content::media(world, view),
        reply_markup: message.keyboard.as_ref().map(keyboard::inline).or(app_keyboard),
        entities: message.text().and_then(|text| entities(&text.entities)),
        views: None,
        forwards: None,
        replies: None,
        edit_date: message.edit_date.map(seconds),
        post_author: extra.and_then(|extra| extra.author_signature.clone()),
        grouped_id: message.group,
        reactions: reactions(world, view),
        restriction_reason: None,
        ttl_period: None,
        quick_reply_shortcut_id: None,
        effect: message.effect,
        factcheck: None,
        report_delivery_until_date: None,
        paid_message_stars: extra.and_then(|extra| extra.paid_star_count),
        suggested_post: extra.and_then(|extra| extra.suggested_post.as_ref()).map(special::suggested_post),
        schedule_repeat_period: None,
        summary_from_language: None,
        rich_message: rich(view),
    }
}

/// What is written in blocks.
fn rich(view: &MessageView) -> Option<tl::enums::RichMessage> {
    match &view.message.content {
        Content::Special(special) => match special.as_ref() {
            Special::RichMessage(given) => Some(special::rich::message(given)),
            _ => None,
        },
        _ => None,
    }
}

/// The reactions under it, where there are any.
fn reactions(world: &World, view: &MessageView) -> Option<tl::enums::MessageReactions> {
    let key = view.message.key;
    let has_any = !world.reactions(key).is_empty();
    has_any.then(|| super::group::reactions(world, view.viewer, key).into())
}

fn service_message(
    world: &World,
    view: &MessageView,
    action: tl::enums::MessageAction,
) -> tl::types::MessageService {
    let message = &view.message;
    tl::types::MessageService {
        out: is_out(view),
        mentioned: false,
        media_unread: false,
        reactions_are_possible: false,
        silent: message.is_silent,
        post: is_post(world, view),
        legacy: false,
        id: view.id.0,
        from_id: from_id(world, view),
        peer_id: peer(view.chat),
        saved_peer_id: saved_peer(view),
        reply_to: reply::header(world, view),
        date: seconds(message.date),
        action,
        reactions: None,
        ttl_period: None,
    }
}
