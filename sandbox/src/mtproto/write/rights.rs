//! What administrators and members may do. <https://core.telegram.org/api/rights>

use grammers_tl_types::{enums, types};

use crate::rules::{AdministratorRights, Permissions};

/// How TL says "for ever" of a restriction.
const FOR_EVER: i32 = i32::MAX;

/// What an administrator may do.
pub(crate) fn administrator(rights: &AdministratorRights) -> enums::ChatAdminRights {
    types::ChatAdminRights {
        change_info: rights.can_change_info,
        post_messages: rights.can_post_messages,
        edit_messages: rights.can_edit_messages,
        delete_messages: rights.can_delete_messages,
        ban_users: rights.can_restrict_members,
        invite_users: rights.can_invite_users,
        pin_messages: rights.can_pin_messages,
        add_admins: rights.can_promote_members,
        anonymous: rights.is_anonymous,
        manage_call: rights.can_manage_video_chats,
        other: rights.can_manage_chat,
        manage_topics: rights.can_manage_topics,
        post_stories: rights.can_post_stories,
        edit_stories: rights.can_edit_stories,
        delete_stories: rights.can_delete_stories,
        manage_direct_messages: rights.can_manage_direct_messages,
        manage_ranks: rights.can_manage_tags,
        manage_linked_peers: false,
        manage_welcome_messages: false,
    }
    .into()
}

/// The rights that a client gives.
pub(crate) fn read_administrator(rights: &enums::ChatAdminRights) -> AdministratorRights {
    let enums::ChatAdminRights::Rights(rights) = rights;
    AdministratorRights {
        is_anonymous: rights.anonymous,
        can_manage_chat: rights.other,
        can_delete_messages: rights.delete_messages,
        can_manage_video_chats: rights.manage_call,
        can_restrict_members: rights.ban_users,
        can_promote_members: rights.add_admins,
        can_change_info: rights.change_info,
        can_invite_users: rights.invite_users,
        can_post_stories: rights.post_stories,
        can_edit_stories: rights.edit_stories,
        can_delete_stories: rights.delete_stories,
        can_post_messages: rights.post_messages,
        can_edit_messages: rights.edit_messages,
        can_pin_messages: rights.pin_messages,
        can_manage_topics: rights.manage_topics,
        can_manage_direct_messages: rights.manage_direct_messages,
        can_manage_tags: rights.manage_ranks,
    }
}

/// What is *not* allowed, until a time (0 for ever).
pub(crate) fn banned(allowed: &Permissions, until_date: i64) -> enums::ChatBannedRights {
    let others = !allowed.can_send_other_messages;
    let no_media = !(allowed.can_send_audios
        || allowed.can_send_documents
        || allowed.can_send_photos
        || allowed.can_send_videos
        || allowed.can_send_video_notes
        || allowed.can_send_voice_notes);
    let nothing = no_media && others && !allowed.can_send_messages && !allowed.can_send_polls;
    types::ChatBannedRights {
        view_messages: false,
        send_messages: nothing,
        send_media: no_media,
        send_stickers: others,
        send_gifs: others,
        send_games: others,
        send_inline: others,
        embed_links: !allowed.can_add_web_page_previews,
        send_polls: !allowed.can_send_polls,
        change_info: !allowed.can_change_info,
        invite_users: !allowed.can_invite_users,
        pin_messages: !allowed.can_pin_messages,
        manage_topics: !allowed.can_manage_topics,
        send_photos: !allowed.can_send_photos,
        send_videos: !allowed.can_send_videos,
        send_roundvideos: !allowed.can_send_video_notes,
        send_audios: !allowed.can_send_audios,
        send_voices: !allowed.can_send_voice_notes,
        send_docs: !allowed.can_send_documents,
        send_plain: !allowed.can_send_messages,
        edit_rank: !allowed.can_edit_tag,
        send_reactions: !allowed.can_react_to_messages,
        manage_linked_peers: false,
        until_date: until(until_date),
    }
    .into()
}

/// Everything is not allowed, not even to look.
pub(crate) fn barred(until_date: i64) -> enums::ChatBannedRights {
    let enums::ChatBannedRights::Rights(rights) = banned(&Permissions::NONE, until_date);
    types::ChatBannedRights { view_messages: true, ..rights }.into()
}

/// What a client leaves a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// Nothing: out of the chat, until a time (0 for ever).
    Nothing(i64),
    /// These, until a time (0 for ever).
    These(Permissions, i64),
}

/// What is left of everything after a client's bans. Those on messages and on media stand for all their kinds.
pub(crate) fn read_banned(rights: &enums::ChatBannedRights) -> Left {
    let enums::ChatBannedRights::Rights(rights) = rights;
    let until_date = if rights.until_date == FOR_EVER { 0 } else { i64::from(rights.until_date) };
    if rights.view_messages {
        return Left::Nothing(until_date);
    }
    let may_send = !rights.send_messages;
    let may_send_media = may_send && !rights.send_media;
    let banned_others = rights.send_stickers || rights.send_gifs || rights.send_games || rights.send_inline;
    let permissions = Permissions {
        can_send_messages: may_send && !rights.send_plain,
        can_send_audios: may_send_media && !rights.send_audios,
        can_send_documents: may_send_media && !rights.send_docs,
        can_send_photos: may_send_media && !rights.send_photos,
        can_send_videos: may_send_media && !rights.send_videos,
        can_send_video_notes: may_send_media && !rights.send_roundvideos,
        can_send_voice_notes: may_send_media && !rights.send_voices,
        can_send_polls: may_send && !rights.send_polls,
        can_send_other_messages: may_send && !banned_others,
        can_add_web_page_previews: may_send && !rights.embed_links,
        can_react_to_messages: !rights.send_reactions,
        can_edit_tag: !rights.edit_rank,
        can_change_info: !rights.change_info,
        can_invite_users: !rights.invite_users,
        can_pin_messages: !rights.pin_messages,
        can_manage_topics: !rights.manage_topics,
    };
    Left::These(permissions, until_date)
}

fn until(date: i64) -> i32 {
    if date == 0 { FOR_EVER } else { super::seconds(date) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_right_comes_back_as_it_went() {
        for (name, _) in AdministratorRights::ALL.fields() {
            let mut rights = AdministratorRights::NONE;
            assert!(rights.set(name, true));
            assert_eq!(read_administrator(&administrator(&rights)), rights, "{name}");
        }
        for (name, _) in Permissions::ALL.fields() {
            let mut permissions = Permissions::ALL;
            assert!(permissions.set(name, false));
            assert_eq!(read_banned(&banned(&permissions, 5)), Left::These(permissions, 5), "{name}");
        }
    }

    #[test]
    fn what_stands_for_many_bans_them_all() {
        let enums::ChatBannedRights::Rights(none) = banned(&Permissions::ALL, 0);
        let media = types::ChatBannedRights { send_media: true, ..none.clone() };
        let Left::These(left, 0) = read_banned(&media.into()) else { panic!("barred") };
        assert!(left.can_send_messages && !left.can_send_photos && !left.can_send_voice_notes);
        let all = types::ChatBannedRights { send_messages: true, ..none };
        let Left::These(left, 0) = read_banned(&all.into()) else { panic!("barred") };
        assert!(!left.can_send_messages && !left.can_send_photos && !left.can_send_polls);
        assert!(left.can_invite_users);
        assert_eq!(read_banned(&barred(0)), Left::Nothing(0));
    }
}
