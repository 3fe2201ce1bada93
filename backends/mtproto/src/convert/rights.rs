//! What members and administrators may do.

use ambigram_core::types::{ChatAdministratorRights, ChatKind, ChatPermissions};
use grammers_tl_types::{enums, types};

/// The rights of an administrator that have a sense in a chat of this kind.
/// <https://core.telegram.org/bots/api#chatadministratorrights>
pub(crate) fn administrator_rights(
    rights: &enums::ChatAdminRights,
    chat: &ChatKind,
) -> ChatAdministratorRights {
    let enums::ChatAdminRights::Rights(rights) = rights;
    let read = ChatAdministratorRights::new(
        rights.anonymous,
        // Whoever is an administrator has this; of those who are none there are no others.
        *rights != NO_RIGHTS,
        rights.delete_messages,
        rights.manage_call,
        rights.ban_users,
        rights.add_admins,
        rights.change_info,
        rights.invite_users,
        rights.post_stories,
        rights.edit_stories,
        rights.delete_stories,
    );
    match chat {
        ChatKind::Channel => ChatAdministratorRights {
            can_post_messages: Some(rights.post_messages),
            can_edit_messages: Some(rights.edit_messages),
            can_manage_direct_messages: Some(rights.manage_direct_messages),
            ..read
        },
        ChatKind::Supergroup => ChatAdministratorRights {
            can_pin_messages: Some(rights.pin_messages),
            can_manage_tags: Some(rights.manage_ranks),
            can_manage_topics: Some(rights.manage_topics),
            ..read
        },
        _ => ChatAdministratorRights {
            can_pin_messages: Some(rights.pin_messages),
            can_manage_tags: Some(rights.manage_ranks),
            ..read
        },
    }
}

/// No rights at all: those of one who is no administrator.
pub(crate) const NO_RIGHTS: types::ChatAdminRights = types::ChatAdminRights {
    change_info: false,
    post_messages: false,
    edit_messages: false,
    delete_messages: false,
    ban_users: false,
    invite_users: false,
    pin_messages: false,
    add_admins: false,
    anonymous: false,
    manage_call: false,
    other: false,
    manage_topics: false,
    post_stories: false,
    edit_stories: false,
    delete_stories: false,
    manage_direct_messages: false,
    manage_ranks: false,
    manage_linked_peers: false,
    manage_welcome_messages: false,
};

/// What an administrator of a basic group may do, of whom TL says no more than that.
pub(crate) const IN_GROUP: types::ChatAdminRights = types::ChatAdminRights {
    change_info: true,
    delete_messages: true,
    ban_users: true,
    invite_users: true,
    pin_messages: true,
    manage_call: true,
    other: true,
    manage_ranks: true,
    ..NO_RIGHTS
};

/// What members may do: what is not forbidden. <https://core.telegram.org/bots/api#chatpermissions>
pub(crate) fn permissions(forbidden: &enums::ChatBannedRights) -> ChatPermissions {
    let enums::ChatBannedRights::Rights(forbidden) = forbidden;
    let media = |is_forbidden: bool| Some(!(is_forbidden || forbidden.send_media || forbidden.send_messages));
    let has_other =
        ![forbidden.send_stickers, forbidden.send_gifs, forbidden.send_games, forbidden.send_inline]
            .into_iter()
            .all(|is_forbidden| is_forbidden);
    ChatPermissions {
        can_send_messages: Some(!(forbidden.send_plain || forbidden.send_messages)),
        can_send_audios: media(forbidden.send_audios),
        can_send_documents: media(forbidden.send_docs),
        can_send_photos: media(forbidden.send_photos),
        can_send_videos: media(forbidden.send_videos),
        can_send_video_notes: media(forbidden.send_roundvideos),
        can_send_voice_notes: media(forbidden.send_voices),
        can_send_polls: Some(!forbidden.send_polls),
        can_send_other_messages: Some(has_other),
        can_add_web_page_previews: Some(!forbidden.embed_links),
        can_react_to_messages: Some(!forbidden.send_reactions),
        can_edit_tag: Some(!forbidden.edit_rank),
        can_change_info: Some(!forbidden.change_info),
        can_invite_users: Some(!forbidden.invite_users),
        can_pin_messages: Some(!forbidden.pin_messages),
        can_manage_topics: Some(!forbidden.manage_topics),
    }
}
