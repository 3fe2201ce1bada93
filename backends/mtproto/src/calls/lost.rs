//! A message that was sent while the connection failed: Telegram knows it, and the answer that numbered it is lost.

use ambigram_core::types::ChatId;
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use crate::convert::peer::chat_id;
use crate::wire::Wire;

/// How far back the message is looked for, in events: far enough for what else happened in the meantime.
const BACK: i32 = 50;

/// The bot's newest message of that kind in a chat, among what happened last; `None` where it isn't found.
pub(super) async fn find(
    wire: &Wire,
    chat: ChatId,
    is_it: impl Fn(&types::Message) -> bool,
) -> Option<enums::Message> {
    own(wire, chat).await.into_iter().rev().find(|message| is_it(message)).map(Into::into)
}

/// The bot's newest album of so many messages in a chat; nothing where it isn't found.
pub(super) async fn find_album(wire: &Wire, chat: ChatId, size: usize) -> Vec<enums::Message> {
    let own = own(wire, chat).await;
    let Some(album) = own.iter().rev().find_map(|message| message.grouped_id) else { return Vec::new() };
    let found: Vec<_> = own.into_iter().filter(|message| message.grouped_id == Some(album)).collect();
    if found.len() == size { found.into_iter().map(Into::into).collect() } else { Vec::new() }
}

/// The bot's newest messages in a chat, the last one last.
pub(super) async fn own(wire: &Wire, chat: ChatId) -> Vec<types::Message> {
    let happened = match wire.peers().input_channel(chat) {
        Some(channel) => in_channel(wire, channel).await,
        None => elsewhere(wire).await,
    };
    let messages = happened.unwrap_or_else(|error| {
        tracing::warn!(%chat, %error, "a message was sent, and its number cannot be found out");
        Vec::new()
    });
    let mut own: Vec<_> = messages
        .into_iter()
        .filter_map(|message| match message {
            enums::Message::Message(message) if message.out && chat_id(&message.peer_id) == chat => {
                Some(message)
            }
            _ => None,
        })
        .collect();
    own.sort_by_key(|message| message.id);
    own
}

/// <https://core.telegram.org/method/updates.getDifference>
async fn elsewhere(wire: &Wire) -> Result<Vec<enums::Message>, Error> {
    let enums::updates::State::State(now) = wire.invoke(&functions::updates::GetState {}).await?;
    let called = functions::updates::GetDifference {
        pts: now.pts.saturating_sub(BACK).max(1),
        pts_limit: None,
        pts_total_limit: None,
        date: now.date,
        qts: now.qts,
        qts_limit: None,
    };
    let (messages, users, chats) = match wire.invoke(&called).await? {
        enums::updates::Difference::Difference(answer) => (answer.new_messages, answer.users, answer.chats),
        enums::updates::Difference::Slice(answer) => (answer.new_messages, answer.users, answer.chats),
        enums::updates::Difference::Empty(_) | enums::updates::Difference::TooLong(_) => {
            return Ok(Vec::new());
        }
    };
    wire.peers().learn(&users, &chats);
    Ok(messages)
}

/// <https://core.telegram.org/method/updates.getChannelDifference>
async fn in_channel(wire: &Wire, channel: enums::InputChannel) -> Result<Vec<enums::Message>, Error> {
    let full = wire.invoke(&functions::channels::GetFullChannel { channel: channel.clone() }).await?;
    let enums::messages::ChatFull::Full(full) = full;
    let enums::ChatFull::ChannelFull(full) = full.full_chat else {
        return Err(Error::new(ErrorKind::UnexpectedAnswer, "asked about a channel, got another chat"));
    };
    let called = functions::updates::GetChannelDifference {
        force: true,
        channel,
        filter: enums::ChannelMessagesFilter::Empty,
        pts: full.pts.saturating_sub(BACK).max(1),
        limit: 2 * BACK,
    };
    let (messages, users, chats) = match wire.invoke(&called).await? {
        enums::updates::ChannelDifference::Difference(answer) => {
            (answer.new_messages, answer.users, answer.chats)
        }
        enums::updates::ChannelDifference::TooLong(types::updates::ChannelDifferenceTooLong {
            messages,
            users,
            chats,
            ..
        }) => (messages, users, chats),
        enums::updates::ChannelDifference::Empty(_) => return Ok(Vec::new()),
    };
    wire.peers().learn(&users, &chats);
    Ok(messages)
}
