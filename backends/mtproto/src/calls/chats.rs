//! Chats as a whole: what they are, and how they are set up.

use ambigram_core::requests::{
    DeleteChatStickerSet, GetChat, GetChatMemberCount, LeaveChat, Response, SetChatDescription,
    SetChatPermissions, SetChatStickerSet, SetChatTitle,
};
use ambigram_core::types::{ChatFullInfo, ChatId, ChatKind, Message, MessageId, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions, types};

use super::refusal::{self, ask};
use super::{answer, asking, located, names, private, refused};
use crate::convert::outgoing::rights;
use crate::convert::peer::Place;
use crate::convert::{self, Known};
use crate::meeting;
use crate::wire::Wire;

/// How long a chat's title may be, in characters.
const TITLE: usize = 128;

/// How long a chat's description may be, in characters.
const DESCRIPTION: usize = 255;

/// <https://core.telegram.org/method/users.getFullUser> and its like for groups and channels.
pub(super) async fn get_chat(wire: &Wire, request: &GetChat) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let info = match place {
        Place::User(user) => user_info(wire, chat, user).await?,
        Place::Group(_) | Place::Channel(_) => {
            let told = full(wire, chat, place).await?;
            let enums::messages::ChatFull::Full(answer) = &told;
            let pinned = match convert::pinned(&answer.full_chat) {
                Some((_, id)) => message(wire, chat, MessageId(id)).await,
                None => None,
            };
            convert::chat_full(&told, pinned)
        }
    };
    match info {
        Some(info) => Ok(Response::of(info)),
        None => Err(Error::new(ErrorKind::UnexpectedAnswer, "asked about a chat, got another one")),
    }
}

async fn user_info(wire: &Wire, chat: ChatId, user: UserId) -> Result<Option<ChatFullInfo>, Error> {
    let called = functions::users::GetFullUser { id: wire.peers().input_user(user) };
    let told = match ask(wire, chat, &called).await {
        Err(error) if *error.kind() == ErrorKind::UserNotFound => {
            return Err(Error::new(ErrorKind::ChatNotFound, error.description()).because(error));
        }
        told => told?,
    };
    let enums::users::UserFull::Full(answer) = &told;
    wire.peers().learn(&answer.users, &answer.chats);
    let enums::UserFull::Full(full) = &answer.full_user;
    let pinned = match full.pinned_msg_id {
        Some(id) => message(wire, chat, MessageId(id)).await,
        None => None,
    };
    Ok(convert::user_full(&told, pinned, &Known::default()))
}

/// All that Telegram tells of a group or a channel.
///
/// # Errors
/// As on the Bot API: a group that has become a supergroup is still told of, one that was deleted too.
pub(super) async fn full(
    wire: &Wire,
    chat: ChatId,
    place: Place,
) -> Result<enums::messages::ChatFull, Error> {
    let told = match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => ask(wire, chat, &functions::channels::GetFullChannel { channel }).await?,
        (Place::Group(chat_id), None) => {
            ask(wire, chat, &functions::messages::GetFullChat { chat_id }).await?
        }
        (Place::User(_) | Place::Channel(_), None) => return refused("chat not found"),
    };
    let enums::messages::ChatFull::Full(answer) = &told;
    wire.peers().learn(&answer.users, &answer.chats);
    Ok(told)
}

/// The same of a basic group, where the bot must be in it.
///
/// # Errors
/// [`MigratedTo`](ErrorKind::MigratedTo) and the like for a group that is no more, or without the bot.
pub(super) async fn full_group(
    wire: &Wire,
    chat: ChatId,
    id: i64,
) -> Result<types::messages::ChatFull, Error> {
    let enums::messages::ChatFull::Full(told) = full(wire, chat, Place::Group(id)).await?;
    let standing = told.chats.iter().find(|chat| chat.id() == id).and_then(refusal::standing);
    match standing {
        Some(kind) => Err(Error::new(kind, "CHAT_ID_INVALID")),
        None => Ok(told),
    }
}

/// A message of a chat, if it is there.
async fn message(wire: &Wire, chat: ChatId, id: MessageId) -> Option<Message> {
    let found = meeting::told("a pinned message", asking::fetch_one(wire, chat, id).await)??;
    let whole = asking::complete(wire, chat, std::iter::once(found)).await;
    meeting::told("a pinned message", whole)?.into_iter().next()
}

/// <https://core.telegram.org/method/channels.getFullChannel>
pub(super) async fn get_chat_member_count(
    wire: &Wire,
    request: &GetChatMemberCount,
) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let count = match place {
        Place::User(user) if user == wire.own().await? => 1,
        Place::User(user) => {
            if meeting::user(wire, user).await.is_none() {
                return refused("chat not found");
            }
            2
        }
        Place::Group(id) => {
            let told = full_group(wire, chat, id).await?;
            let count = told.chats.iter().find_map(|chat| match chat {
                enums::Chat::Chat(chat) if chat.id == id => Some(chat.participants_count),
                _ => None,
            });
            count.unwrap_or_default()
        }
        Place::Channel(_) => {
            let enums::messages::ChatFull::Full(told) = full(wire, chat, place).await?;
            match told.full_chat {
                enums::ChatFull::ChannelFull(full) => full.participants_count.unwrap_or_default(),
                enums::ChatFull::Full(_) | enums::ChatFull::CommunityFull(_) => 0,
            }
        }
    };
    Ok(Response::of(u32::try_from(count).unwrap_or_default()))
}

/// <https://core.telegram.org/method/channels.leaveChannel>
pub(super) async fn leave_chat(wire: &Wire, request: &LeaveChat) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let left = match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => ask(wire, chat, &functions::channels::LeaveChannel { channel }).await,
        (Place::Group(chat_id), _) => {
            let user_id = enums::InputUser::UserSelf;
            let called = functions::messages::DeleteChatUser { revoke_history: false, chat_id, user_id };
            ask(wire, chat, &called).await
        }
        (Place::User(_) | Place::Channel(_), None) => {
            return private(wire, chat, "can't leave private chats").await;
        }
    };
    match left {
        Ok(updates) => {
            answer::updates(wire, updates);
            Ok(Response::done())
        }
        // The user who is not in the chat is the bot.
        Err(error) if *error.kind() == ErrorKind::UserNotMember => {
            Err(Error::new(ErrorKind::BotNotMember, error.description()).because(error))
        }
        Err(error) => Err(error),
    }
}

/// <https://core.telegram.org/method/channels.editTitle>
pub(super) async fn set_chat_title(wire: &Wire, request: &SetChatTitle) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let title = names::name(&request.title, TITLE);
    if title.is_empty() {
        return refused("title must be non-empty");
    }
    let updates = match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => ask(wire, chat, &functions::channels::EditTitle { channel, title }).await,
        (Place::Group(chat_id), _) => {
            ask(wire, chat, &functions::messages::EditChatTitle { chat_id, title }).await
        }
        (Place::User(_) | Place::Channel(_), None) => {
            return private(wire, chat, "can't change private chat title").await;
        }
    };
    match updates {
        Ok(updates) => {
            answer::updates(wire, updates);
        }
        // The Bot API does not ask Telegram for a title that the chat has already.
        Err(error) if *error.kind() == ErrorKind::ChatNotModified => {}
        Err(error) => return Err(error),
    }
    Ok(Response::done())
}

/// <https://core.telegram.org/method/messages.editChatAbout>
pub(super) async fn set_chat_description(
    wire: &Wire,
    request: &SetChatDescription,
) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    if let Place::User(_) = place {
        return private(wire, chat, "can't change private chat description").await;
    }
    let about = names::text(request.description.as_deref().unwrap_or_default(), DESCRIPTION);
    let peer = wire.peers().input_peer(chat);
    ask(wire, chat, &functions::messages::EditChatAbout { peer, about }).await?;
    Ok(Response::done())
}

/// <https://core.telegram.org/method/messages.editChatDefaultBannedRights>
pub(super) async fn set_chat_permissions(
    wire: &Wire,
    request: &SetChatPermissions,
) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    if let Place::User(_) = place {
        return private(wire, chat, "can't change private chat permissions").await;
    }
    let called = functions::messages::EditChatDefaultBannedRights {
        peer: wire.peers().input_peer(chat),
        banned_rights: rights::forbidden(&request.permissions, request.use_independent_chat_permissions, 0),
    };
    answer::updates(wire, ask(wire, chat, &called).await?);
    Ok(Response::done())
}

/// <https://core.telegram.org/method/channels.setStickers>
pub(super) async fn set_chat_sticker_set(
    wire: &Wire,
    request: &SetChatStickerSet,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let short_name = request.sticker_set_name.to_string();
    if short_name.is_empty() {
        return refused("sticker_set_name is empty");
    }
    set_stickers(wire, chat, types::InputStickerSetShortName { short_name }.into()).await
}

/// <https://core.telegram.org/method/channels.setStickers>
pub(super) async fn delete_chat_sticker_set(
    wire: &Wire,
    request: &DeleteChatStickerSet,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    set_stickers(wire, chat, enums::InputStickerSet::Empty).await
}

async fn set_stickers(
    wire: &Wire,
    chat: ChatId,
    stickerset: enums::InputStickerSet,
) -> Result<Response, Error> {
    let channel = supergroup(wire, chat).await?;
    ask(wire, chat, &functions::channels::SetStickers { channel, stickerset }).await?;
    Ok(Response::done())
}

/// A supergroup as RPCs name it; other chats are refused.
pub(super) async fn supergroup(wire: &Wire, chat: ChatId) -> Result<enums::InputChannel, Error> {
    if let Some(channel) = wire.peers().input_channel(chat)
        && kind(wire, chat).await != ChatKind::Channel
    {
        return Ok(channel);
    }
    private(wire, chat, "method is available only for supergroups").await
}

/// What kind of chat it is; by its number, where the bot cannot know.
pub(super) async fn kind(wire: &Wire, chat: ChatId) -> ChatKind {
    if chat.is_user() {
        return ChatKind::Private;
    }
    let known = meeting::meet(wire, &[], &[chat]).await;
    match known.chats.get(&chat) {
        Some(chat) => chat.kind.clone(),
        None if chat.is_group() => ChatKind::Group,
        None => ChatKind::Supergroup,
    }
}
