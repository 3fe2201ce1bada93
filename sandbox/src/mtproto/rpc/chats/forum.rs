//! Topics of forums. <https://core.telegram.org/api/forum>

use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};
use grammers_tl_types::{enums, functions, types};

use super::{refused, with_chat};
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, peer};
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::mtproto::write::chat::count;
use crate::mtproto::write::seconds;
use crate::rules::{ChatRefusal, Refusal};
use crate::world::{Access, GENERAL_TOPIC, MessageView, NewTopic, Queue, Sender, Topic, World};

/// <https://core.telegram.org/method/messages.createForumTopic>
pub(super) fn create_forum_topic(
    caller: Caller,
    request: functions::messages::CreateForumTopic,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let lacking = [("send_as", request.send_as.is_some()), ("title_missing", request.title_missing)];
    if let Some((what, _)) = lacking.iter().find(|(_, is_asked)| *is_asked) {
        return Err(RpcError::lacks(&format!("messages.createForumTopic.{what}")));
    }
    let ((chat, thread), mut updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let color = request.icon_color.unwrap_or_default();
        let new = NewTopic {
            name: request.title,
            icon_color: u32::try_from(color).unwrap_or_default(),
            icon: request.icon_emoji_id.filter(|icon| *icon != 0),
        };
        let thread = world.create_topic(account, chat, new).map_err(refused)?;
        Ok((chat, thread))
    })?;
    if let enums::Updates::Updates(updates) = &mut updates {
        let update = types::UpdateMessageId { id: thread.0, random_id: request.random_id };
        updates.updates.insert(0, update.into());
    }
    Ok(with_chat(&caller, account, updates, chat))
}

/// The topic with the latest message first. <https://core.telegram.org/method/messages.getForumTopics>
pub(super) fn get_forum_topics(
    caller: Caller,
    request: functions::messages::GetForumTopics,
) -> Result<enums::messages::ForumTopics, RpcError> {
    let account = caller.account()?;
    let limit = usize::try_from(request.limit).unwrap_or(0).min(100);
    let called = request.q.unwrap_or_default().to_lowercase();
    caller.read(|world| {
        let chat = forum(&caller, world, account, &request.peer)?;
        let mut topics = topics(world, account, chat);
        topics.retain(|topic| topic.topic.name.to_lowercase().contains(&called));
        topics.sort_by_key(|topic| std::cmp::Reverse(topic.top.id));
        let all = topics.len();
        let is_before = |topic: &Found| request.offset_id == 0 || topic.top.id.0 < request.offset_id;
        let page: Vec<_> = topics.into_iter().filter(is_before).take(limit).collect();
        Ok(listed(&caller, world, account, chat, page, all))
    })
}

/// <https://core.telegram.org/method/messages.getForumTopicsByID>
pub(super) fn get_forum_topics_by_id(
    caller: Caller,
    request: functions::messages::GetForumTopicsById,
) -> Result<enums::messages::ForumTopics, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let chat = forum(&caller, world, account, &request.peer)?;
        let topics = topics(world, account, chat);
        let found: Vec<_> =
            topics.into_iter().filter(|topic| request.topics.contains(&topic.beginning.id.0)).collect();
        let all = found.len();
        Ok(listed(&caller, world, account, chat, found, all))
    })
}

/// <https://core.telegram.org/method/messages.editForumTopic>
pub(super) fn edit_forum_topic(
    caller: Caller,
    request: functions::messages::EditForumTopic,
) -> Result<enums::Updates, RpcError> {
    let account = caller.account()?;
    let thread = Some(ThreadId(request.topic_id)).filter(|thread| thread.0 != GENERAL_TOPIC.0);
    let (chat, updates) = caller.tell(account, |world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let icon = request.icon_emoji_id.map(|icon| Some(icon).filter(|icon| *icon != 0));
        if request.title.is_some() || icon.is_some() {
            world.edit_topic(account, chat, thread, request.title.as_deref(), icon).map_err(refused)?;
        }
        if let Some(is_closed) = request.closed {
            world.set_topic_closed(account, chat, thread, is_closed).map_err(refused)?;
        }
        match (request.hidden, thread) {
            (Some(is_hidden), None) => {
                world.set_general_topic_hidden(account, chat, is_hidden).map_err(refused)?;
            }
            (Some(_), Some(_)) => return Err(Refusal::from(ChatRefusal::TopicInvalid).into()),
            (None, _) => {}
        }
        Ok(chat)
    })?;
    Ok(with_chat(&caller, account, updates, chat))
}

/// All at once: nothing is left to be deleted. <https://core.telegram.org/method/messages.deleteTopicHistory>
pub(super) fn delete_topic_history(
    caller: Caller,
    request: functions::messages::DeleteTopicHistory,
) -> Result<enums::messages::AffectedHistory, RpcError> {
    let account = caller.account()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        let before = world.queue_mut(account).last();
        let gone = world.delete_topic(account, chat, ThreadId(request.top_msg_id)).map_err(refused)?;
        let last = world.queue(account).map_or(before, Queue::last);
        caller.answered(before + 1..=last);
        let pts = world.channel_pts(account, chat).unwrap_or(1);
        Ok(types::messages::AffectedHistory { pts, pts_count: count(gone), offset: 0 }.into())
    })
}

/// A topic, with its first and its last message.
struct Found {
    topic: Topic,
    beginning: MessageView,
    top: MessageView,
}

fn forum(
    caller: &Caller,
    world: &World,
    account: UserId,
    peer: &enums::InputPeer,
) -> Result<ChatId, RpcError> {
    let chat = Names::new(&caller.front, world, account).chat(peer)?;
    world.reach(account, chat, Access::Read).map_err(refused)?;
    let is_forum = world.chat(chat).is_some_and(|chat| chat.is_forum);
    if is_forum { Ok(chat) } else { Err(Refusal::NotForum.into()) }
}

/// All topics whose beginning is still there. What stands in none is in the topic “General”, which begins with the forum.
fn topics(world: &World, account: UserId, chat: ChatId) -> Vec<Found> {
    const GENERAL: ThreadId = ThreadId(GENERAL_TOPIC.0);
    let history = world.history(account, chat);
    let Some(general) = world.topic(chat, None).cloned() else { return Vec::new() };
    let own = world.chat(chat).into_iter().flat_map(|chat| &chat.topics);
    let all = own.map(|(thread, topic)| (*thread, topic.clone())).chain([(GENERAL, general)]);
    all.filter_map(|(thread, topic)| {
        let beginning = world.message_as_seen_by(account, chat, MessageId(thread.0))?;
        let of_topic = |view: &&MessageView| match view.message.thread {
            Some(own) if view.message.is_topic_message => own == thread,
            _ => thread == GENERAL,
        };
        let top = history.iter().rev().find(of_topic).cloned().unwrap_or_else(|| beginning.clone());
        Some(Found { topic, beginning, top })
    })
    .collect()
}

fn listed(
    caller: &Caller,
    world: &World,
    account: UserId,
    chat: ChatId,
    topics: Vec<Found>,
    all: usize,
) -> enums::messages::ForumTopics {
    let mut named = Named::in_messages(topics.iter().flat_map(|topic| [&topic.top, &topic.beginning]));
    named.chat(chat);
    types::messages::ForumTopics {
        order_by_create_date: false,
        count: count(all),
        messages: topics.iter().map(|topic| write::message::message(world, &topic.top)).collect(),
        topics: topics.iter().map(|topic| forum_topic(account, chat, topic)).collect(),
        chats: named.chats(&caller.front, world, account),
        users: named.users(&caller.front, world, account),
        pts: world.channel_pts(account, chat).unwrap_or(1),
    }
    .into()
}

fn forum_topic(account: UserId, chat: ChatId, found: &Found) -> enums::ForumTopic {
    let message = &found.beginning.message;
    types::ForumTopic {
        my: message.author == account,
        closed: found.topic.is_closed,
        pinned: false,
        short: false,
        hidden: found.topic.is_hidden,
        title_missing: false,
        id: found.beginning.id.0,
        date: seconds(message.date),
        peer: peer(chat),
        title: found.topic.name.clone(),
        icon_color: i32::try_from(found.topic.icon_color).unwrap_or_default(),
        icon_emoji_id: found.topic.icon,
        top_message: found.top.id.0,
        read_inbox_max_id: 0,
        read_outbox_max_id: 0,
        unread_count: 0,
        unread_mentions_count: 0,
        unread_reactions_count: 0,
        unread_poll_votes_count: 0,
        from_id: match message.sender {
            Sender::User(user) => peer(user.into()),
            Sender::Chat(chat) => peer(chat),
        },
        notify_settings: write::settings::notifications(),
        draft: None,
    }
    .into()
}
