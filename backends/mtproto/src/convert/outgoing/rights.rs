//! What members and administrators may do, as TL has it.

use ambigram_core::requests::PromoteChatMember;
use ambigram_core::types::{ChatAdministratorRights, ChatPermissions};
use grammers_tl_types::{enums, types};

use crate::convert::NO_RIGHTS;

/// What is forbidden to those who have some permissions only, until some time (0 is never).
///
/// What is not said is not allowed. Unless each permission is taken by itself, some bring others with them.
pub(crate) fn forbidden(
    permissions: &ChatPermissions,
    independent: bool,
    until: i64,
) -> enums::ChatBannedRights {
    let given = |permission: Option<bool>| permission.unwrap_or_default();
    let brings_media = !independent
        && (given(permissions.can_send_other_messages) || given(permissions.can_add_web_page_previews));
    let may_pin = given(permissions.can_pin_messages);
    let may_write = given(permissions.can_send_messages)
        || brings_media
        || (!independent && given(permissions.can_send_polls));
    let no_media = |permission: Option<bool>| !(given(permission) || brings_media);
    let no_other = !given(permissions.can_send_other_messages);
    types::ChatBannedRights {
        view_messages: false,
        send_messages: false,
        send_media: false,
        send_stickers: no_other,
        send_gifs: no_other,
        send_games: no_other,
        send_inline: no_other,
        embed_links: !given(permissions.can_add_web_page_previews),
        send_polls: !given(permissions.can_send_polls),
        change_info: !given(permissions.can_change_info),
        invite_users: !given(permissions.can_invite_users),
        pin_messages: !may_pin,
        manage_topics: !permissions.can_manage_topics.unwrap_or(may_pin),
        send_photos: no_media(permissions.can_send_photos),
        send_videos: no_media(permissions.can_send_videos),
        send_roundvideos: no_media(permissions.can_send_video_notes),
        send_audios: no_media(permissions.can_send_audios),
        send_voices: no_media(permissions.can_send_voice_notes),
        send_docs: no_media(permissions.can_send_documents),
        send_plain: !may_write,
        edit_rank: !permissions.can_edit_tag.unwrap_or(may_pin),
        send_reactions: !permissions.can_react_to_messages.unwrap_or(given(permissions.can_send_messages)),
        manage_linked_peers: false,
        until_date: date(until),
    }
    .into()
}

/// What is forbidden to one who is banned until some time (0 is never).
pub(crate) fn banned(until: i64) -> enums::ChatBannedRights {
    let enums::ChatBannedRights::Rights(rights) = forbidden(&ChatPermissions::none(), true, until);
    types::ChatBannedRights { view_messages: true, ..rights }.into()
}

/// Nothing is forbidden: neither a ban nor restrictions are left.
pub(crate) fn unbanned() -> enums::ChatBannedRights {
    forbidden(&ChatPermissions::all(), true, 0)
}

/// A time as TL has it: 0 for one that is none, or beyond all others.
fn date(seconds: i64) -> i32 {
    i32::try_from(seconds).ok().filter(|date| *date >= 0 && *date != i32::MAX).unwrap_or_default()
}

/// The rights that somebody is given.
pub(crate) fn given(request: &PromoteChatMember, is_broadcast: bool) -> enums::ChatAdminRights {
    let given = |right: Option<bool>| right.unwrap_or_default();
    let asked = types::ChatAdminRights {
        change_info: given(request.can_change_info),
        post_messages: given(request.can_post_messages),
        edit_messages: given(request.can_edit_messages),
        delete_messages: given(request.can_delete_messages),
        ban_users: given(request.can_restrict_members),
        invite_users: given(request.can_invite_users),
        pin_messages: given(request.can_pin_messages),
        add_admins: given(request.can_promote_members),
        anonymous: given(request.is_anonymous),
        manage_call: given(request.can_manage_video_chats),
        other: given(request.can_manage_chat),
        manage_topics: given(request.can_manage_topics),
        post_stories: given(request.can_post_stories),
        edit_stories: given(request.can_edit_stories),
        delete_stories: given(request.can_delete_stories),
        manage_direct_messages: given(request.can_manage_direct_messages),
        manage_ranks: given(request.can_manage_tags),
        manage_linked_peers: false,
        manage_welcome_messages: false,
    };
    let is_promoted = asked != NO_RIGHTS;
    let rights = of(asked, is_broadcast);
    // Administrators of a channel may restrict its subscribers unless it is said that they may not.
    let ban_users =
        rights.ban_users || (is_broadcast && is_promoted && request.can_restrict_members.is_none());
    types::ChatAdminRights { ban_users, other: rights.other || ban_users, ..rights }.into()
}

/// The rights that are suggested for a bot.
pub(crate) fn suggested(
    rights: Option<&ChatAdministratorRights>,
    is_broadcast: bool,
) -> enums::ChatAdminRights {
    let Some(rights) = rights else { return none() };
    let given = |right: Option<bool>| right.unwrap_or_default();
    let asked = types::ChatAdminRights {
        change_info: rights.can_change_info,
        post_messages: given(rights.can_post_messages),
        edit_messages: given(rights.can_edit_messages),
        delete_messages: rights.can_delete_messages,
        ban_users: rights.can_restrict_members,
        invite_users: rights.can_invite_users,
        pin_messages: given(rights.can_pin_messages),
        add_admins: rights.can_promote_members,
        anonymous: rights.is_anonymous,
        manage_call: rights.can_manage_video_chats,
        other: rights.can_manage_chat,
        manage_topics: given(rights.can_manage_topics),
        post_stories: rights.can_post_stories,
        edit_stories: rights.can_edit_stories,
        delete_stories: rights.can_delete_stories,
        manage_direct_messages: given(rights.can_manage_direct_messages),
        manage_ranks: given(rights.can_manage_tags),
        manage_linked_peers: false,
        manage_welcome_messages: false,
    };
    of(asked, is_broadcast).into()
}

/// No rights: those of one who is no administrator.
pub(crate) fn none() -> enums::ChatAdminRights {
    NO_RIGHTS.into()
}

/// Those of the rights that there are in such a chat. Any of them brings the one to manage the chat.
fn of(rights: types::ChatAdminRights, is_broadcast: bool) -> types::ChatAdminRights {
    let rights = if is_broadcast {
        types::ChatAdminRights {
            pin_messages: false,
            manage_topics: false,
            manage_ranks: false,
            anonymous: false,
            ..rights
        }
    } else {
        types::ChatAdminRights {
            post_messages: false,
            edit_messages: false,
            manage_direct_messages: false,
            ..rights
        }
    };
    types::ChatAdminRights { other: rights != NO_RIGHTS, ..rights }
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::{ChatId, UserId};

    use super::*;

    fn read(rights: enums::ChatBannedRights) -> types::ChatBannedRights {
        let enums::ChatBannedRights::Rights(rights) = rights;
        rights
    }

    #[test]
    fn some_permissions_bring_others_unless_each_is_taken_by_itself() {
        let other = ChatPermissions { can_send_other_messages: Some(true), ..ChatPermissions::new() };
        let polls = ChatPermissions { can_send_polls: Some(true), ..ChatPermissions::new() };
        let told = |permissions: &ChatPermissions, independent| {
            let rights = read(forbidden(permissions, independent, 0));
            (rights.send_stickers, rights.send_photos, rights.send_plain, rights.send_polls)
        };
        for (permissions, independent, expected) in [
            (&other, false, (false, false, false, true)),
            (&other, true, (false, true, true, true)),
            (&polls, false, (true, true, false, false)),
            (&polls, true, (true, true, true, false)),
        ] {
            assert_eq!(told(permissions, independent), expected, "{permissions:?} {independent}");
        }
    }

    #[test]
    fn what_is_left_out_follows_another_permission() {
        let pins = ChatPermissions { can_pin_messages: Some(true), ..ChatPermissions::new() };
        let rights = read(forbidden(&pins, true, 0));
        assert!(!rights.manage_topics && !rights.edit_rank && rights.send_reactions);
        let writes = ChatPermissions { can_send_messages: Some(true), ..ChatPermissions::new() };
        let rights = read(forbidden(&writes, true, 0));
        assert!(rights.manage_topics && rights.edit_rank && !rights.send_reactions);
    }

    #[test]
    fn a_ban_forbids_everything_and_lifting_it_nothing() {
        let banned = read(banned(1_700_000_000));
        assert!(banned.view_messages && banned.send_plain && banned.send_photos && banned.pin_messages);
        assert_eq!(banned.until_date, 1_700_000_000);
        let nothing = read(unbanned());
        let expected =
            types::ChatBannedRights { until_date: 0, ..read(forbidden(&ChatPermissions::all(), false, 0)) };
        assert!(!nothing.view_messages && !nothing.send_plain && !nothing.manage_topics);
        assert_eq!(nothing, expected);
    }

    #[test]
    fn a_time_that_is_none_is_for_ever() {
        for (seconds, expected) in [(0, 0), (-1, 0), (i64::MAX, 0), (i64::from(i32::MAX), 0), (5, 5)] {
            assert_eq!(date(seconds), expected);
        }
    }

    #[test]
    fn rights_are_those_that_there_are_in_the_chat() {
        let request = PromoteChatMember::new(ChatId(-1_000_000_000_007), UserId(7));
        let told = |request: &PromoteChatMember, is_broadcast| {
            let enums::ChatAdminRights::Rights(rights) = given(request, is_broadcast);
            (rights.pin_messages, rights.post_messages, rights.ban_users, rights.other)
        };
        let both = request.clone().can_pin_messages(true).can_post_messages(true);
        for (request, is_broadcast, expected) in [
            (&request, false, (false, false, false, false)),
            (&request, true, (false, false, false, false)),
            (&both, false, (true, false, false, true)),
            (&both, true, (false, true, true, true)),
            (&both.clone().can_restrict_members(false), true, (false, true, false, true)),
        ] {
            assert_eq!(told(request, is_broadcast), expected, "{request:?} {is_broadcast}");
        }
    }
}
