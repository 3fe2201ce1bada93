//! What members and administrators of a chat may do.

use super::define::object;

object! {
    /// What a member who is no administrator may do in a chat. Where a request leaves a field out, Telegram takes it as
    /// not allowed. <https://core.telegram.org/bots/api#chatpermissions>
    ///
    /// ```
    /// # use ambigram_core::types::ChatPermissions;
    /// let no_polls = ChatPermissions { can_send_polls: Some(false), ..ChatPermissions::all() };
    /// assert_eq!(no_polls.can_send_photos, Some(true));
    /// ```
    ChatPermissions {
        optional {
            /// Send text messages, rich messages, contacts, giveaways, invoices, locations and venues.
            can_send_messages: bool,
            /// Send music.
            can_send_audios: bool,
            /// Send files.
            can_send_documents: bool,
            /// Send photos.
            can_send_photos: bool,
            /// Send videos.
            can_send_videos: bool,
            /// Send round video messages.
            can_send_video_notes: bool,
            /// Send voice messages.
            can_send_voice_notes: bool,
            /// Send polls and checklists.
            can_send_polls: bool,
            /// Send animations, games and stickers, and use inline bots.
            can_send_other_messages: bool,
            /// Have previews of links in messages.
            can_add_web_page_previews: bool,
            /// React to messages.
            can_react_to_messages: bool,
            /// Edit their own tag.
            can_edit_tag: bool,
            /// Change the chat's title, photo and other settings; without effect in public supergroups.
            can_change_info: bool,
            /// Invite users.
            can_invite_users: bool,
            /// Pin messages; without effect in public supergroups.
            can_pin_messages: bool,
            /// Create topics; left out, it follows `can_pin_messages`.
            can_manage_topics: bool,
        }
    }
}

impl ChatPermissions {
    /// Everything is allowed.
    pub fn all() -> Self {
        Self::each(true)
    }

    /// Nothing is allowed.
    pub fn none() -> Self {
        Self::each(false)
    }

    fn each(allowed: bool) -> Self {
        let allowed = Some(allowed);
        Self {
            can_send_messages: allowed,
            can_send_audios: allowed,
            can_send_documents: allowed,
            can_send_photos: allowed,
            can_send_videos: allowed,
            can_send_video_notes: allowed,
            can_send_voice_notes: allowed,
            can_send_polls: allowed,
            can_send_other_messages: allowed,
            can_add_web_page_previews: allowed,
            can_react_to_messages: allowed,
            can_edit_tag: allowed,
            can_change_info: allowed,
            can_invite_users: allowed,
            can_pin_messages: allowed,
            can_manage_topics: allowed,
        }
    }
}

object! {
    /// What an administrator may do in a chat. <https://core.telegram.org/bots/api#chatadministratorrights>
    ChatAdministratorRights {
        required {
            /// Whether they are not shown as the one who acts, nor in the list of administrators.
            is_anonymous: bool,
            /// See the chat's event log, boosts, hidden members and anonymous administrators, report spam, and write
            /// without regard to the slow mode and to the price of messages. Every other right brings this one.
            can_manage_chat: bool,
            /// Delete the messages of others.
            can_delete_messages: bool,
            /// Hold video chats.
            can_manage_video_chats: bool,
            /// Restrict, ban and unban members, and see statistics.
            can_restrict_members: bool,
            /// Name administrators with no more than their own rights, and dismiss those whom they named.
            can_promote_members: bool,
            /// Change the chat's title, photo and other settings.
            can_change_info: bool,
            /// Invite users.
            can_invite_users: bool,
            /// Post stories in the chat's name.
            can_post_stories: bool,
            /// Edit the stories of others, pin stories, and see the archive of stories.
            can_edit_stories: bool,
            /// Delete the stories of others.
            can_delete_stories: bool,
        }
        optional {
            /// Post in the channel, approve suggested posts and see statistics; channels only.
            can_post_messages: bool,
            /// Edit the posts of others and pin posts; channels only.
            can_edit_messages: bool,
            /// Pin messages; groups and supergroups only.
            can_pin_messages: bool,
            /// Create, rename, close and reopen topics; supergroups only.
            can_manage_topics: bool,
            /// Answer the channel's direct messages and decline suggested posts; channels only.
            can_manage_direct_messages: bool,
            /// Edit the tags of members; groups and supergroups only. Left out, it follows `can_pin_messages`.
            can_manage_tags: bool,
        }
    }
}

impl ChatAdministratorRights {
    /// No rights, to which some are then added.
    ///
    /// ```
    /// # use ambigram_core::types::ChatAdministratorRights;
    /// let rights = ChatAdministratorRights { can_delete_messages: true, ..ChatAdministratorRights::none() };
    /// assert!(!rights.can_promote_members);
    /// ```
    pub fn none() -> Self {
        Self::new(false, false, false, false, false, false, false, false, false, false, false)
    }
}
