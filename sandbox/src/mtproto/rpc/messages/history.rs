//! Chats as they can be leafed through. <https://core.telegram.org/api/offsets>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::write;
use crate::world::{Access, MessageView, Sender, World};

/// The most messages of a page.
const PAGE: i32 = 100;

/// Which part of a list is wanted; 0 stands for nothing said.
#[derive(Debug, Clone, Copy)]
struct Page {
    offset_id: i32,
    offset_date: i32,
    add_offset: i32,
    limit: i32,
    max_id: i32,
    min_id: i32,
}

impl Page {
    /// The part of some messages, the latest first.
    fn of(self, mut messages: Vec<MessageView>) -> Vec<MessageView> {
        messages.reverse();
        messages.retain(|view| {
            (self.max_id == 0 || view.id.0 < self.max_id) && (self.min_id == 0 || view.id.0 > self.min_id)
        });
        let is_before = |view: &MessageView| {
            if self.offset_id > 0 {
                view.id.0 < self.offset_id
            } else {
                self.offset_date <= 0 || view.message.date < i64::from(self.offset_date)
            }
        };
        let base = messages.iter().position(is_before).unwrap_or(messages.len());
        let start = i64::try_from(base).unwrap_or(i64::MAX).saturating_add(i64::from(self.add_offset));
        let end = start.saturating_add(i64::from(self.limit.clamp(0, PAGE)));
        let from = usize::try_from(start).unwrap_or_default();
        let to = usize::try_from(end).unwrap_or_default();
        messages.into_iter().take(to).skip(from).collect()
    }
}

/// <https://core.telegram.org/method/messages.getHistory>
pub(super) fn get_history(
    caller: Caller,
    request: functions::messages::GetHistory,
) -> Result<enums::messages::Messages, RpcError> {
    let account = caller.user()?;
    let page = Page {
        offset_id: request.offset_id,
        offset_date: request.offset_date,
        add_offset: request.add_offset,
        limit: request.limit,
        max_id: request.max_id,
        min_id: request.min_id,
    };
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        world.reach(account, chat, Access::Read)?;
        Ok(write_page(&caller, world, account, chat, page, world.history(account, chat)))
    })
}

/// Texts of a chat that hold some words. <https://core.telegram.org/method/messages.search>
pub(super) fn search(
    caller: Caller,
    request: functions::messages::Search,
) -> Result<enums::messages::Messages, RpcError> {
    let account = caller.user()?;
    if !matches!(request.filter, enums::MessagesFilter::InputMessagesFilterEmpty) {
        return Err(RpcError::lacks("searches by a filter"));
    }
    if request.saved_peer_id.is_some() || request.saved_reaction.is_some() {
        return Err(RpcError::lacks("searches in a part of the saved messages"));
    }
    let page = Page {
        offset_id: request.offset_id,
        offset_date: 0,
        add_offset: request.add_offset,
        limit: request.limit,
        max_id: request.max_id,
        min_id: request.min_id,
    };
    let words = request.q.to_lowercase();
    caller.read(|world| {
        let names = Names::new(&caller.front, world, account);
        if matches!(request.peer, enums::InputPeer::Empty) {
            return Err(RpcError::lacks("searches in all chats"));
        }
        let chat = names.chat(&request.peer)?;
        world.reach(account, chat, Access::Read)?;
        let from = request.from_id.as_ref().map(|from| names.chat(from)).transpose()?;
        let is_meant = |view: &MessageView| {
            let message = &view.message;
            let text = message.text().map(|text| text.text.to_lowercase());
            let sender = match message.sender {
                Sender::User(user) => user.into(),
                Sender::Chat(chat) => chat,
            };
            (words.is_empty() || text.is_some_and(|text| text.contains(&words)))
                && from.is_none_or(|from| sender == from)
                && request.top_msg_id.is_none_or(|top| message.thread.is_some_and(|own| own.0 == top))
                && (request.min_date == 0 || message.date >= i64::from(request.min_date))
                && (request.max_date == 0 || message.date < i64::from(request.max_date))
        };
        let found = world.history(account, chat).into_iter().filter(is_meant).collect();
        Ok(write_page(&caller, world, account, chat, page, found))
    })
}

fn write_page(
    caller: &Caller,
    world: &World,
    account: UserId,
    chat: ChatId,
    page: Page,
    messages: Vec<MessageView>,
) -> enums::messages::Messages {
    let total = messages.len();
    let count = i32::try_from(total).unwrap_or(i32::MAX);
    let shown = page.of(messages);
    let mut named = Named::in_messages(&shown);
    named.chat(chat);
    let chats = named.chats(&caller.front, world, account);
    let users = named.users(&caller.front, world, account);
    let messages: Vec<_> = shown.iter().map(|view| write::message::message(world, view)).collect();
    let topics = Vec::new();
    if chat.is_channel() {
        return types::messages::ChannelMessages {
            inexact: false,
            pts: world.channel_pts(account, chat).unwrap_or_default(),
            count,
            offset_id_offset: None,
            messages,
            topics,
            chats,
            users,
        }
        .into();
    }
    if messages.len() == total {
        return types::messages::Messages { messages, topics, chats, users }.into();
    }
    types::messages::MessagesSlice {
        inexact: false,
        count,
        next_rate: None,
        offset_id_offset: None,
        search_flood: None,
        messages,
        topics,
        chats,
        users,
    }
    .into()
}
