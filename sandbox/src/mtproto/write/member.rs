//! Who is in a chat, and as what. <https://core.telegram.org/api/channel#participants>
//!
//! By whom and when somebody was taken in is not kept: it is said to have been the owner, as the chat was made.

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use super::rights;
use super::seconds;
use crate::mtproto::peers::peer;
use crate::rules::MemberStatus;
use crate::world::{Chat, MemberDetails, World};

/// The owner of a chat; 0 where the chat has none.
fn owner(world: &World, chat: &Chat) -> i64 {
    let owner = chat.members(world.now()).find(|(_, status)| matches!(status, MemberStatus::Creator { .. }));
    owner.map_or(0, |(owner, _)| owner.0)
}

/// A member of a basic group; `None` for who is not in it.
pub(crate) fn chat_participant(
    world: &World,
    chat: ChatId,
    user: UserId,
    status: &MemberStatus,
    details: &MemberDetails,
) -> Option<enums::ChatParticipant> {
    let chat = world.chat(chat)?;
    let (user_id, inviter_id, date) = (user.0, owner(world, chat), seconds(chat.date));
    let rank = details.rank.clone();
    Some(match status {
        MemberStatus::Creator { .. } => types::ChatParticipantCreator { user_id, rank }.into(),
        MemberStatus::Administrator { .. } => {
            types::ChatParticipantAdmin { user_id, inviter_id, date, rank }.into()
        }
        _ if status.is_in_chat() => types::ChatParticipant { user_id, inviter_id, date, rank }.into(),
        _ => return None,
    })
}

/// What an account is in a supergroup or channel; `None` for who is not in it and free to join.
pub(crate) fn channel_participant(
    world: &World,
    viewer: UserId,
    chat: ChatId,
    user: UserId,
    status: &MemberStatus,
    details: &MemberDetails,
) -> Option<enums::ChannelParticipant> {
    let chat = world.chat(chat)?;
    let (user_id, owner, date) = (user.0, owner(world, chat), seconds(chat.date));
    let rank = details.rank.clone();
    let subscription_until_date = details.paid_until.map(seconds);
    let restricted = |left, banned_rights, rank| {
        let peer = peer(user.into());
        types::ChannelParticipantBanned { left, peer, kicked_by: owner, date, banned_rights, rank }.into()
    };
    Some(match status {
        MemberStatus::Creator { .. } => types::ChannelParticipantCreator {
            user_id,
            admin_rights: rights::administrator(&status.rights()),
            rank,
        }
        .into(),
        MemberStatus::Administrator { rights } => types::ChannelParticipantAdmin {
            can_edit: chat.may_edit_one_of(viewer, details, world.now()),
            is_self: viewer == user,
            user_id,
            inviter_id: (viewer == user).then_some(owner),
            promoted_by: details.promoted_by.map_or(owner, |by| by.0),
            date,
            admin_rights: rights::administrator(rights),
            rank,
        }
        .into(),
        MemberStatus::Member if viewer == user => types::ChannelParticipantSelf {
            via_request: false,
            user_id,
            inviter_id: owner,
            date,
            subscription_until_date,
            rank,
        }
        .into(),
        MemberStatus::Member => {
            types::ChannelParticipant { user_id, date, subscription_until_date, rank }.into()
        }
        MemberStatus::Restricted { is_member, permissions, until_date } => {
            restricted(!is_member, rights::banned(permissions, *until_date), rank)
        }
        MemberStatus::Banned { until_date } => restricted(true, rights::barred(*until_date), None),
        MemberStatus::Left => return None,
    })
}
