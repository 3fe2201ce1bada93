//! Basic groups, supergroups and channels. <https://core.telegram.org/api/channel>

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, types};

use super::rights;
use super::seconds;
use crate::mtproto::MtProto;
use crate::mtproto::peers::{access_hash, bare};
use crate::rules::{ChatSort, MemberStatus};
use crate::world::files::DC_ID;
use crate::world::{Chat, World};

pub(crate) use super::member::{channel_participant, chat_participant};

/// A chat as an account sees it, with the hash by which that account names it.
pub(crate) fn chat(front: &MtProto, world: &World, viewer: UserId, id: ChatId) -> enums::Chat {
    let Some(chat) = world.chat(id) else { return types::ChatEmpty { id: bare(id) }.into() };
    let status = chat.status(viewer, world.now());
    if chat.sort == ChatSort::Group {
        group(front, world, viewer, chat, &status)
    } else {
        channel(front, world, viewer, chat, &status)
    }
}

fn group(front: &MtProto, world: &World, viewer: UserId, chat: &Chat, status: &MemberStatus) -> enums::Chat {
    if status.is_banned() {
        return types::ChatForbidden { id: bare(chat.id), title: chat.title.clone() }.into();
    }
    types::Chat {
        creator: is_creator(status),
        left: !status.is_in_chat(),
        // TDLib takes a group that is inactive, and became nothing else, for a deleted one.
        deactivated: chat.migrated_to.is_some() || chat.is_deleted,
        call_active: false,
        call_not_empty: false,
        noforwards: chat.settings.is_protected,
        id: bare(chat.id),
        title: chat.title.clone(),
        photo: photo(world, chat.id),
        participants_count: count(chat.members(world.now()).count()),
        date: seconds(chat.date),
        version: 1,
        migrated_to: chat.migrated_to.map(|supergroup| {
            let access_hash = access_hash(front, viewer, supergroup);
            types::InputChannel { channel_id: bare(supergroup), access_hash }.into()
        }),
        admin_rights: own_rights(status),
        default_banned_rights: Some(rights::banned(&chat.permissions, 0)),
    }
    .into()
}

fn channel(
    front: &MtProto,
    world: &World,
    viewer: UserId,
    chat: &Chat,
    status: &MemberStatus,
) -> enums::Chat {
    let hash = access_hash(front, viewer, chat.id);
    let broadcast = chat.is_channel();
    let until_date = match status {
        MemberStatus::Banned { until_date } => Some(*until_date).filter(|date| *date != 0),
        _ => None,
    };
    if chat.is_deleted || status.is_banned() || !(status.is_in_chat() || chat.is_public()) {
        return types::ChannelForbidden {
            broadcast,
            megagroup: !broadcast,
            monoforum: false,
            id: bare(chat.id),
            access_hash: hash,
            title: chat.title.clone(),
            until_date: until_date.map(seconds),
        }
        .into();
    }
    types::Channel {
        creator: is_creator(status),
        left: !status.is_in_chat(),
        broadcast,
        verified: false,
        megagroup: !broadcast,
        restricted: false,
        signatures: false,
        min: false,
        scam: false,
        has_link: false,
        has_geo: false,
        slowmode_enabled: chat.settings.slow_mode > 0,
        call_active: false,
        call_not_empty: false,
        fake: false,
        gigagroup: false,
        noforwards: chat.settings.is_protected,
        join_to_send: chat.settings.join_to_send,
        join_request: chat.settings.join_by_request,
        forum: chat.is_forum,
        stories_hidden: false,
        stories_hidden_min: false,
        stories_unavailable: true,
        signature_profiles: false,
        autotranslation: false,
        broadcast_messages_allowed: false,
        monoforum: false,
        forum_tabs: false,
        id: bare(chat.id),
        access_hash: Some(hash),
        title: chat.title.clone(),
        username: chat.username.clone(),
        photo: photo(world, chat.id),
        date: seconds(chat.date),
        restriction_reason: None,
        admin_rights: own_rights(status),
        banned_rights: match status {
            MemberStatus::Restricted { permissions, until_date, .. } => {
                Some(rights::banned(permissions, *until_date))
            }
            _ => None,
        },
        default_banned_rights: (!broadcast).then(|| rights::banned(&chat.permissions, 0)),
        participants_count: Some(count(chat.members(world.now()).count())),
        usernames: None,
        stories_max_id: None,
        color: None,
        profile_color: None,
        emoji_status: None,
        level: None,
        subscription_until_date: None,
        bot_verification_icon: None,
        send_paid_messages_stars: None,
        linked_monoforum_id: None,
        linked_community_id: None,
    }
    .into()
}

/// <https://core.telegram.org/constructor/chatPhoto>
fn photo(world: &World, chat: ChatId) -> enums::ChatPhoto {
    match world.profile_photo(chat) {
        Some(photo) => {
            let (photo_id, dc_id) = (photo.id, DC_ID);
            types::ChatPhoto { has_video: false, photo_id, stripped_thumb: None, dc_id }.into()
        }
        None => enums::ChatPhoto::Empty,
    }
}

fn is_creator(status: &MemberStatus) -> bool {
    matches!(status, MemberStatus::Creator { .. })
}

fn own_rights(status: &MemberStatus) -> Option<enums::ChatAdminRights> {
    status.is_administrator().then(|| rights::administrator(&status.rights()))
}

/// A number of members as TL writes it.
pub(crate) fn count(members: usize) -> i32 {
    i32::try_from(members).unwrap_or(i32::MAX)
}
