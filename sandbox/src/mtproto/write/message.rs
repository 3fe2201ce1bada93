//! Messages. <https://core.telegram.org/constructor/message>

use ambigram_core::types::{ChatId, MessageId, UserId};
use grammers_tl_types as tl;

use super::entity::entities;
use super::keyboard;
use super::seconds;
use crate::mtproto::peers::{bare, peer};
use crate::rules::text::first_link;
use crate::world::{Chat, Content, Message, MessageView, Place, Sender, Service, World};

/// A message as its viewer sees it.
pub(crate) fn message(world: &World, view: &MessageView) -> tl::enums::Message {
    match &view.message.content {
        Content::Text(_) => text(world, view).into(),
        Content::Service(service) => service_message(world, view, service).into(),
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

fn text(world: &World, view: &MessageView) -> tl::types::Message {
    let message = &view.message;
    let app_keyboard = message.app_keyboard.as_ref().map(keyboard::app);
    tl::types::Message {
        out: is_out(view),
        mentioned: false,
        media_unread: false,
        silent: message.is_silent,
        post: is_post(world, view),
        from_scheduled: false,
        legacy: false,
        edit_hide: false,
        pinned: false,
        noforwards: message.is_protected,
        invert_media: message.link_preview.as_ref().is_some_and(|preview| preview.show_above_text),
        offline: false,
        video_processing_pending: false,
        paid_suggested_post_stars: false,
        paid_suggested_post_ton: false,
        id: view.id.0,
        from_id: from_id(world, view),
        from_boosts_applied: None,
        from_rank: None,
        peer_id: peer(view.chat),
        saved_peer_id: is_saved(view).then(|| peer(view.chat)),
        fwd_from: None,
        via_bot_id: message.via_bot.map(|bot| bot.0),
        via_business_bot_id: None,
        guestchat_via_from: None,
        reply_to: reply_header(view),
        date: seconds(message.date),
        message: message.text().map(|text| text.text.clone()).unwrap_or_default(),
        media: link_preview(message),
        reply_markup: message.keyboard.as_ref().map(keyboard::inline).or(app_keyboard),
        entities: message.text().and_then(|text| entities(&text.entities)),
        views: None,
        forwards: None,
        replies: None,
        edit_date: message.edit_date.map(seconds),
        post_author: None,
        grouped_id: None,
        reactions: None,
        restriction_reason: None,
        ttl_period: None,
        quick_reply_shortcut_id: None,
        effect: message.effect,
        factcheck: None,
        report_delivery_until_date: None,
        paid_message_stars: None,
        suggested_post: None,
        schedule_repeat_period: None,
        summary_from_language: None,
        rich_message: None,
    }
}

fn service_message(world: &World, view: &MessageView, service: &Service) -> tl::types::MessageService {
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
        saved_peer_id: is_saved(view).then(|| peer(view.chat)),
        reply_to: reply_header(view),
        date: seconds(message.date),
        action: action(message.author, service),
        reactions: None,
        ttl_period: None,
    }
}

/// What happened. <https://core.telegram.org/type/MessageAction>
fn action(author: UserId, service: &Service) -> tl::enums::MessageAction {
    let ids = |users: &[UserId]| users.iter().map(|user| user.0).collect();
    match service {
        Service::GroupCreated { title, members } => {
            let users = std::iter::once(author.0).chain(members.iter().map(|member| member.0)).collect();
            tl::types::MessageActionChatCreate { title: title.clone(), users }.into()
        }
        Service::SupergroupCreated { title } | Service::ChannelCreated { title } => {
            tl::types::MessageActionChannelCreate { title: title.clone() }.into()
        }
        Service::MembersAdded(members) => tl::types::MessageActionChatAddUser { users: ids(members) }.into(),
        Service::MemberLeft(member) => tl::types::MessageActionChatDeleteUser { user_id: member.0 }.into(),
        Service::TitleChanged(title) => tl::types::MessageActionChatEditTitle { title: title.clone() }.into(),
        Service::MigratedTo(chat) => tl::types::MessageActionChatMigrateTo { channel_id: bare(*chat) }.into(),
        Service::MigratedFrom { chat, title } => {
            tl::types::MessageActionChannelMigrateFrom { title: title.clone(), chat_id: bare(*chat) }.into()
        }
        Service::TopicCreated { name, icon_color } => tl::types::MessageActionTopicCreate {
            title_missing: false,
            title: name.clone(),
            icon_color: i32::try_from(*icon_color).unwrap_or_default(),
            icon_emoji_id: None,
        }
        .into(),
    }
}

/// What a message answers, and the topic or thread that it stands in.
/// <https://core.telegram.org/constructor/messageReplyHeader>
fn reply_header(view: &MessageView) -> Option<tl::enums::MessageReplyHeader> {
    let message = &view.message;
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
        todo_item_id: None,
        poll_option: None,
    };
    match answered {
        Some(answered) if answered.chat == view.chat => header.reply_to_msg_id = Some(answered.id.0),
        Some(answered) => {
            header.reply_from = Some(origin(answered));
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

/// Where an answered message of another chat comes from.
fn origin(answered: &MessageView) -> tl::enums::MessageFwdHeader {
    let is_post = answered.message.sender == Sender::Chat(answered.chat);
    tl::types::MessageFwdHeader {
        imported: false,
        saved_out: false,
        from_id: Some(sender(answered.message.sender)),
        from_name: None,
        date: seconds(answered.message.date),
        channel_post: is_post.then_some(answered.id.0),
        post_author: None,
        saved_from_peer: None,
        saved_from_msg_id: None,
        saved_from_id: None,
        saved_from_name: None,
        saved_date: None,
        psa_type: None,
    }
    .into()
}

/// How a link is previewed, where that was said. The page itself nobody has looked at.
fn link_preview(message: &Message) -> Option<tl::enums::MessageMedia> {
    let preview = message.link_preview.as_ref().filter(|preview| !preview.is_disabled)?;
    let text = message.text()?;
    let url = preview.url.as_deref().or_else(|| first_link(text))?.to_owned();
    let media = tl::types::MessageMediaWebPage {
        force_large_media: preview.prefer_large_media,
        force_small_media: preview.prefer_small_media,
        manual: preview.url.is_some(),
        safe: false,
        webpage: tl::types::WebPageEmpty { id: 0, url: Some(url) }.into(),
    };
    Some(media.into())
}
