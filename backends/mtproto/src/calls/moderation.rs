//! What members may do, who may be in a chat, and who runs it.

use ambigram_core::Error;
use ambigram_core::requests::{
    BanChatMember, BanChatSenderChat, PromoteChatMember, Response, RestrictChatMember,
    SetChatAdministratorCustomTitle, SetChatMemberTag, UnbanChatMember, UnbanChatSenderChat,
};
use ambigram_core::types::{ChatId, ChatKind, ChatMember, UserId};
use grammers_tl_types::{enums, functions};

use super::refusal::ask;
use super::{answer, chats, located, members, place, private, refused};
use crate::convert::outgoing::rights;
use crate::convert::peer::Place;
use crate::wire::Wire;

/// For how long somebody is banned who is only to be put out, in seconds: long enough for Telegram to take it for a
/// ban with an end.
const MOMENT: i64 = 60;

/// <https://core.telegram.org/method/channels.editBanned>
pub(super) async fn ban_chat_member(wire: &Wire, request: &BanChatMember) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let user = request.user_id;
    match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => {
            others_only(wire, user).await?;
            let banned = rights::banned(request.until_date.unwrap_or_default());
            edit_banned(wire, chat, channel, user.into(), banned).await
        }
        (Place::Group(chat_id), None) => {
            let called = functions::messages::DeleteChatUser {
                revoke_history: request.revoke_messages,
                chat_id,
                user_id: wire.peers().input_user(user),
            };
            answer::updates(wire, ask(wire, chat, &called).await?);
            Ok(Response::done())
        }
        (Place::User(_) | Place::Channel(_), None) => {
            private(wire, chat, "can't ban members in private chats").await
        }
    }
}

/// <https://core.telegram.org/method/channels.editBanned>
pub(super) async fn unban_chat_member(wire: &Wire, request: &UnbanChatMember) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let Some(channel) = wire.peers().input_channel(chat) else { return only_channels() };
    let user = request.user_id;
    others_only(wire, user).await?;
    let member = members::member(wire, chat, place, user).await?;
    match &member {
        ChatMember::Banned(_) => {}
        _ if request.only_if_banned => return Ok(Response::done()),
        ChatMember::Left(_) | ChatMember::Unknown(_) => return Ok(Response::done()),
        ChatMember::Owner(_) => return refused("can't remove chat owner"),
        // Who is in the chat is put out thereby: there is no other way than to ban and unban them.
        _ if member.is_present() => {
            let banned = rights::banned(now().saturating_add(MOMENT));
            edit_banned(wire, chat, channel.clone(), user.into(), banned).await?;
        }
        _ => {}
    }
    edit_banned(wire, chat, channel, user.into(), rights::unbanned()).await
}

/// Seconds since 1970.
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// <https://core.telegram.org/method/channels.editBanned>
pub(super) async fn restrict_chat_member(
    wire: &Wire,
    request: &RestrictChatMember,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let channel = chats::supergroup(wire, chat).await?;
    others_only(wire, request.user_id).await?;
    let until = request.until_date.unwrap_or_default();
    let independent = request.use_independent_chat_permissions;
    let forbidden = rights::forbidden(&request.permissions, independent, until);
    edit_banned(wire, chat, channel, request.user_id.into(), forbidden).await
}

/// The bot can't do to itself what it does to others.
async fn others_only(wire: &Wire, user: UserId) -> Result<(), Error> {
    if user == wire.own().await? { refused("can't restrict self") } else { Ok(()) }
}

async fn edit_banned(
    wire: &Wire,
    chat: ChatId,
    channel: enums::InputChannel,
    who: ChatId,
    banned_rights: enums::ChatBannedRights,
) -> Result<Response, Error> {
    let participant = wire.peers().input_peer(who);
    let called = functions::channels::EditBanned { channel, participant, banned_rights };
    answer::updates(wire, ask(wire, chat, &called).await?);
    Ok(Response::done())
}

/// <https://core.telegram.org/method/channels.editAdmin>
pub(super) async fn promote_chat_member(wire: &Wire, request: &PromoteChatMember) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let Some(channel) = wire.peers().input_channel(chat) else { return only_channels() };
    let given = rights::given(request, chats::kind(wire, chat).await == ChatKind::Channel);
    let user = request.user_id;
    // Who is no administrator can't be made none.
    if given == rights::none() && !members::member(wire, chat, place, user).await?.is_administrator() {
        return Ok(Response::done());
    }
    let called = functions::channels::EditAdmin {
        channel,
        user_id: wire.peers().input_user(user),
        admin_rights: given,
        rank: None,
    };
    answer::updates(wire, ask(wire, chat, &called).await?);
    Ok(Response::done())
}

fn only_channels<T>() -> Result<T, Error> {
    refused("method is available for supergroup and channel chats only")
}

/// <https://core.telegram.org/method/messages.editChatParticipantRank>
pub(super) async fn set_chat_administrator_custom_title(
    wire: &Wire,
    request: &SetChatAdministratorCustomTitle,
) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    only_groups(wire, chat).await?;
    match members::member(wire, chat, place, request.user_id).await? {
        ChatMember::Owner(_) => return refused("only the owner can edit their custom title"),
        ChatMember::Administrator(administrator) if administrator.can_be_edited => {}
        ChatMember::Administrator(_) => {
            return refused("not enough rights to change custom title of the user");
        }
        _ => return refused("user is not an administrator"),
    }
    edit_rank(wire, chat, request.user_id, request.custom_title.to_string()).await
}

/// <https://core.telegram.org/method/messages.editChatParticipantRank>
pub(super) async fn set_chat_member_tag(wire: &Wire, request: &SetChatMemberTag) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    only_groups(wire, chat).await?;
    let tag = request.tag.as_deref().unwrap_or_default().to_owned();
    edit_rank(wire, chat, request.user_id, tag).await
}

async fn only_groups(wire: &Wire, chat: ChatId) -> Result<(), Error> {
    match chats::kind(wire, chat).await {
        ChatKind::Group | ChatKind::Supergroup => Ok(()),
        _ => refused("method is available only for groups and supergroups"),
    }
}

async fn edit_rank(wire: &Wire, chat: ChatId, user: UserId, rank: String) -> Result<Response, Error> {
    let called = functions::messages::EditChatParticipantRank {
        peer: wire.peers().input_peer(chat),
        participant: wire.peers().input_peer(user.into()),
        rank,
    };
    answer::updates(wire, ask(wire, chat, &called).await?);
    Ok(Response::done())
}

/// <https://core.telegram.org/method/channels.editBanned>
pub(super) async fn ban_chat_sender_chat(
    wire: &Wire,
    request: &BanChatSenderChat,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let channel = wire.peers().input_channel(chat);
    edit_sender(wire, chat, channel, request.sender_chat_id, rights::banned(0)).await
}

/// <https://core.telegram.org/method/channels.editBanned>
pub(super) async fn unban_chat_sender_chat(
    wire: &Wire,
    request: &UnbanChatSenderChat,
) -> Result<Response, Error> {
    let (chat, _) = located(wire, &request.chat_id).await?;
    let channel = wire.peers().input_channel(chat);
    edit_sender(wire, chat, channel, request.sender_chat_id, rights::unbanned()).await
}

async fn edit_sender(
    wire: &Wire,
    chat: ChatId,
    channel: Option<enums::InputChannel>,
    sender: ChatId,
    banned_rights: enums::ChatBannedRights,
) -> Result<Response, Error> {
    match (channel, place(sender)?) {
        (Some(channel), Place::Channel(_)) => edit_banned(wire, chat, channel, sender, banned_rights).await,
        (Some(_), Place::User(_) | Place::Group(_)) => refused("can't restrict the chat"),
        (None, _) if chat.is_user() => private(wire, chat, "can't ban members in private chats").await,
        (None, _) => refused("can't ban chats in basic groups"),
    }
}
