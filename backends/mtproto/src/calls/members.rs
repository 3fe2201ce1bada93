//! Who is in a chat, and as what.

use ambigram_core::requests::{GetChatAdministrators, GetChatMember, Response};
use ambigram_core::types::{ChatId, ChatMember, ChatMemberMember, UserId};
use ambigram_core::{Error, ErrorKind};
use grammers_tl_types::{enums, functions};

use super::refusal::ask;
use super::{chats, located, refused};
use crate::convert::peer::Place;
use crate::convert::{self, Known};
use crate::meeting;
use crate::wire::Wire;

/// How many administrators are told at most: more than a chat can have.
const AT_ONCE: i32 = 100;

/// <https://core.telegram.org/method/channels.getParticipants>
pub(super) async fn get_chat_administrators(
    wire: &Wire,
    request: &GetChatAdministrators,
) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    let own = wire.own().await?;
    let members = match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => {
            let called = functions::channels::GetParticipants {
                channel,
                filter: enums::ChannelParticipantsFilter::ChannelParticipantsAdmins,
                offset: 0,
                limit: AT_ONCE,
                hash: 0,
            };
            let told = ask(wire, chat, &called).await?;
            if let enums::channels::ChannelParticipants::Participants(told) = &told {
                wire.peers().learn(&told.users, &told.chats);
            }
            convert::members(&told, &chats::kind(wire, chat).await)
        }
        (Place::Group(id), None) => {
            let told = chats::full_group(wire, chat, id).await?;
            let known = Known::of(&told.users, &told.chats);
            match &told.full_chat {
                enums::ChatFull::Full(full) => convert::group_members(&full.participants, &known),
                enums::ChatFull::ChannelFull(_) | enums::ChatFull::CommunityFull(_) => Vec::new(),
            }
        }
        (Place::User(_) | Place::Channel(_), None) => {
            return refused("there are no administrators in the private chat");
        }
    };
    let is_told = |member: &ChatMember| {
        let is_other_bot = member.user().is_some_and(|user| user.is_bot && user.id != own);
        member.is_administrator() && (request.return_bots || !is_other_bot)
    };
    Ok(Response::of(members.into_iter().filter(is_told).collect::<Vec<_>>()))
}

/// <https://core.telegram.org/method/channels.getParticipant>
pub(super) async fn get_chat_member(wire: &Wire, request: &GetChatMember) -> Result<Response, Error> {
    let (chat, place) = located(wire, &request.chat_id).await?;
    Ok(Response::of(member(wire, chat, place, request.user_id).await?))
}

/// What a user is in a chat.
///
/// # Errors
/// [`UserNotMember`](ErrorKind::UserNotMember) for one whom the bot has not come across, and in private chats for
/// others than the two who talk there.
pub(super) async fn member(
    wire: &Wire,
    chat: ChatId,
    place: Place,
    user: UserId,
) -> Result<ChatMember, Error> {
    match (place, wire.peers().input_channel(chat)) {
        (_, Some(channel)) => in_channel(wire, chat, channel, user).await,
        (Place::Group(id), None) => {
            let told = chats::full_group(wire, chat, id).await?;
            let known = meeting::meet(wire, &[user], &[]).await;
            let Some(who) = known.users.get(&user) else { return stranger() };
            let participant = match &told.full_chat {
                enums::ChatFull::Full(full) => participant(&full.participants, user),
                enums::ChatFull::ChannelFull(_) | enums::ChatFull::CommunityFull(_) => None,
            };
            Ok(convert::in_group(participant, who.clone()))
        }
        (Place::User(peer), None) if user == peer || user == wire.own().await? => {
            let known = meeting::meet(wire, &[user, peer], &[]).await;
            if !known.users.contains_key(&peer) {
                return refused("chat not found");
            }
            match known.users.get(&user) {
                Some(who) => Ok(ChatMember::Member(Box::new(ChatMemberMember::new(who.clone())))),
                None => stranger(),
            }
        }
        (Place::User(_) | Place::Channel(_), None) => stranger(),
    }
}

async fn in_channel(
    wire: &Wire,
    chat: ChatId,
    channel: enums::InputChannel,
    user: UserId,
) -> Result<ChatMember, Error> {
    let participant = wire.peers().input_peer(user.into());
    let told = match ask(wire, chat, &functions::channels::GetParticipant { channel, participant }).await {
        Ok(told) => Some(told),
        Err(error) if *error.kind() == ErrorKind::UserNotMember => None,
        Err(error) if *error.kind() == ErrorKind::UserNotFound => {
            return Err(Error::new(ErrorKind::UserNotMember, error.description()).because(error));
        }
        Err(error) => return Err(error),
    };
    if let Some(enums::channels::ChannelParticipant::Participant(told)) = &told {
        wire.peers().learn(&told.users, &told.chats);
    }
    let known = meeting::meet(wire, &[user], &[chat]).await;
    let Some(who) = known.users.get(&user) else { return stranger() };
    let participant =
        told.as_ref().map(|enums::channels::ChannelParticipant::Participant(told)| &told.participant);
    Ok(convert::in_channel(participant, who.clone(), &chats::kind(wire, chat).await))
}

fn stranger<T>() -> Result<T, Error> {
    refused("member not found")
}

/// A user among the members of a basic group.
fn participant(participants: &enums::ChatParticipants, user: UserId) -> Option<&enums::ChatParticipant> {
    use enums::ChatParticipant as Tl;
    let is_it = |told: &&Tl| {
        let id = match told {
            Tl::Participant(told) => told.user_id,
            Tl::Creator(told) => told.user_id,
            Tl::Admin(told) => told.user_id,
        };
        id == user.0
    };
    match participants {
        enums::ChatParticipants::Participants(told) => told.participants.iter().find(is_it),
        enums::ChatParticipants::Forbidden(told) => told.self_participant.as_ref().filter(is_it),
    }
}
