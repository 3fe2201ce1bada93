//! A message put together from what was sent and the short answer that Telegram gives in private chats.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use super::sending::{Content, Envelope};
use crate::convert::peer::Place;

/// The message as Telegram would have written it out.
pub(super) fn whole(
    envelope: &Envelope,
    content: &Content,
    short: types::UpdateShortSentMessage,
    own: UserId,
) -> Option<enums::Message> {
    let message = types::Message {
        out: short.out,
        mentioned: false,
        media_unread: false,
        silent: envelope.is_silent,
        post: false,
        from_scheduled: false,
        legacy: false,
        edit_hide: false,
        pinned: false,
        noforwards: envelope.is_protected,
        invert_media: content.invert_media,
        offline: false,
        video_processing_pending: false,
        paid_suggested_post_stars: false,
        paid_suggested_post_ton: false,
        id: short.id,
        from_id: Some(types::PeerUser { user_id: own.0 }.into()),
        from_boosts_applied: None,
        from_rank: None,
        peer_id: peer(envelope.chat)?,
        saved_peer_id: None,
        fwd_from: None,
        via_bot_id: None,
        via_business_bot_id: None,
        guestchat_via_from: None,
        reply_to: envelope.reply_to.as_ref().and_then(reply_header),
        date: short.date,
        message: content.text.text.clone(),
        media: short.media,
        reply_markup: buttons(envelope),
        entities: short.entities,
        views: None,
        forwards: None,
        replies: None,
        edit_date: None,
        post_author: None,
        grouped_id: None,
        reactions: None,
        restriction_reason: None,
        ttl_period: short.ttl_period,
        quick_reply_shortcut_id: None,
        effect: envelope.effect,
        factcheck: None,
        report_delivery_until_date: None,
        paid_message_stars: None,
        suggested_post: None,
        schedule_repeat_period: None,
        summary_from_language: None,
        rich_message: None,
    };
    Some(message.into())
}

/// The buttons under it; what it does to the keyboard of its reader's app is not shown to bots.
fn buttons(envelope: &Envelope) -> Option<enums::ReplyMarkup> {
    envelope.reply_markup.clone().filter(|markup| matches!(markup, enums::ReplyMarkup::ReplyInlineMarkup(_)))
}

fn peer(chat: ChatId) -> Option<enums::Peer> {
    Some(match Place::of(chat)? {
        Place::User(user) => types::PeerUser { user_id: user.0 }.into(),
        Place::Group(chat_id) => types::PeerChat { chat_id }.into(),
        Place::Channel(channel_id) => types::PeerChannel { channel_id }.into(),
    })
}

/// What was answered in the same chat.
fn reply_header(reply: &enums::InputReplyTo) -> Option<enums::MessageReplyHeader> {
    let enums::InputReplyTo::Message(reply) = reply else { return None };
    let header = types::MessageReplyHeader {
        reply_to_scheduled: false,
        forum_topic: reply.top_msg_id.is_some(),
        quote: reply.quote_text.is_some(),
        reply_to_ephemeral: false,
        reply_to_msg_id: Some(reply.reply_to_msg_id),
        reply_to_peer_id: None,
        reply_from: None,
        reply_media: None,
        reply_to_top_id: reply.top_msg_id.filter(|top| *top != reply.reply_to_msg_id),
        quote_text: reply.quote_text.clone(),
        quote_entities: reply.quote_entities.clone(),
        quote_offset: reply.quote_offset,
        todo_item_id: reply.todo_item_id,
        poll_option: reply.poll_option.clone(),
    };
    Some(header.into())
}
