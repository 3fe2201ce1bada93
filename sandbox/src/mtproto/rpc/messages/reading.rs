//! Looking at messages by their numbers, and having read them.
//! <https://core.telegram.org/method/messages.getMessages>

use ambigram_core::types::{ChatId, MessageId, UserId};
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::peers::Names;
use crate::mtproto::rpc::Caller;
use crate::mtproto::updates::Named;
use crate::mtproto::{MtProto, write};
use crate::world::{Access, MessageView, QueryId, World};

/// Messages of private chats and basic groups. <https://core.telegram.org/method/messages.getMessages>
pub(super) fn get_messages(
    caller: Caller,
    request: functions::messages::GetMessages,
) -> Result<enums::messages::Messages, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let look = |id| world.own_message(account, id);
        let found = find(world, account, None, &request.id, look)?;
        let Written { messages, chats, users } = write_found(&caller.front, world, account, None, found);
        Ok(types::messages::Messages { messages, topics: Vec::new(), chats, users }.into())
    })
}

/// <https://core.telegram.org/method/channels.getMessages>
pub(super) fn get_channel_messages(
    caller: Caller,
    request: functions::channels::GetMessages,
) -> Result<enums::messages::Messages, RpcError> {
    let account = caller.account()?;
    caller.read(|world| {
        let chat = Names::new(&caller.front, world, account).channel(&request.channel)?;
        world.reach(account, chat, Access::Read)?;
        let look = |id| world.message_as_seen_by(account, chat, id);
        let found = find(world, account, Some(chat), &request.id, look)?;
        let Written { messages, chats, users } =
            write_found(&caller.front, world, account, Some(chat), found);
        Ok(types::messages::ChannelMessages {
            inexact: false,
            pts: world.channel_pts(account, chat).unwrap_or_default(),
            count: i32::try_from(messages.len()).unwrap_or(i32::MAX),
            offset_id_offset: None,
            messages,
            topics: Vec::new(),
            chats,
            users,
        }
        .into())
    })
}

/// A message, or the number of one that is not there.
type Found = Result<MessageView, MessageId>;

fn find(
    world: &World,
    account: UserId,
    chat: Option<ChatId>,
    asked: &[enums::InputMessage],
    look: impl Fn(MessageId) -> Option<MessageView>,
) -> Result<Vec<Found>, RpcError> {
    let one = |asked: &enums::InputMessage| {
        Ok(match asked {
            enums::InputMessage::Id(asked) => look(MessageId(asked.id)).ok_or(MessageId(asked.id)),
            enums::InputMessage::ReplyTo(asked) => {
                let id = MessageId(asked.id);
                let answered = look(id).and_then(|view| {
                    let answered = view.reply_to.filter(|answered| answered.chat == view.chat)?;
                    world.view(account, answered.message.key)
                });
                answered.ok_or(id)
            }
            enums::InputMessage::CallbackQuery(asked) => {
                let query = world.callback_query(QueryId(asked.query_id));
                let query = query.filter(|query| query.bot == account);
                let query = query.ok_or_else(|| RpcError::bad_request("QUERY_ID_INVALID"))?;
                let pressed = world.view(account, query.message);
                let is_here =
                    |view: &MessageView| chat.map_or(!view.chat.is_channel(), |chat| view.chat == chat);
                pressed.filter(is_here).ok_or(MessageId(asked.id))
            }
            enums::InputMessage::Pinned => return Err(RpcError::lacks("inputMessagePinned")),
        })
    };
    asked.iter().map(one).collect()
}

struct Written {
    messages: Vec<enums::Message>,
    chats: Vec<enums::Chat>,
    users: Vec<enums::User>,
}

fn write_found(
    front: &MtProto,
    world: &World,
    account: UserId,
    chat: Option<ChatId>,
    found: Vec<Found>,
) -> Written {
    let mut named = Named::in_messages(found.iter().flatten());
    if let Some(chat) = chat {
        named.chat(chat);
    }
    let messages = found.into_iter().map(|found| match found {
        Ok(view) => write::message::message(world, &view),
        Err(id) => write::message::empty(id, chat),
    });
    Written {
        messages: messages.collect(),
        chats: named.chats(front, world, account),
        users: named.users(front, world, account),
    }
}

/// <https://core.telegram.org/method/messages.readHistory>
pub(super) fn read_history(
    caller: Caller,
    request: functions::messages::ReadHistory,
) -> Result<enums::messages::AffectedMessages, RpcError> {
    let account = caller.user()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).chat(&request.peer)?;
        if chat.is_channel() {
            return Err(RpcError::bad_request("PEER_ID_INVALID"));
        }
        let before = (world.queue_mut(account).pts(), world.queue_mut(account).last());
        world.read_through(account, chat, through(request.max_id))?;
        let queue = world.queue_mut(account);
        caller.answered(before.1 + 1..=queue.last());
        let pts = queue.pts();
        Ok(types::messages::AffectedMessages { pts, pts_count: pts - before.0 }.into())
    })
}

/// <https://core.telegram.org/method/channels.readHistory>
pub(super) fn read_channel_history(
    caller: Caller,
    request: functions::channels::ReadHistory,
) -> Result<bool, RpcError> {
    let account = caller.user()?;
    caller.front.world.write(|world| {
        let chat = Names::new(&caller.front, world, account).channel(&request.channel)?;
        let before = world.queue_mut(account).last();
        world.read_through(account, chat, through(request.max_id))?;
        caller.answered(before + 1..=world.queue_mut(account).last());
        Ok(true)
    })
}

/// 0 stands for all that there is.
fn through(max_id: i32) -> MessageId {
    MessageId(if max_id == 0 { i32::MAX } else { max_id })
}
