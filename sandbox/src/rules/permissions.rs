//! What members and administrators are allowed, and what a member of a chat can be.

/// Defines a set of named flags under Telegram's names.
macro_rules! flags {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: bool,)*
        }

        impl $name {
            /// Everything.
            pub const ALL: Self = Self { $($field: true,)* };
            /// Nothing.
            pub const NONE: Self = Self { $($field: false,)* };

            /// Every flag by the Bot API's name, in the Bot API's order.
            pub fn fields(&self) -> impl Iterator<Item = (&'static str, bool)> + use<> {
                [$((stringify!($field), self.$field),)*].into_iter()
            }

            /// Sets a flag by the Bot API's name; `false` where there is none of that name.
            pub fn set(&mut self, name: &str, value: bool) -> bool {
                match name {
                    $(stringify!($field) => self.$field = value,)*
                    _ => return false,
                }
                true
            }
        }
    };
}

flags! {
    /// What members of a chat, or one restricted member, may do. <https://core.telegram.org/bots/api#chatpermissions>
    Permissions {
        /// Text, contacts, locations and the like.
        can_send_messages,
        /// Music.
        can_send_audios,
        /// Files.
        can_send_documents,
        /// Photos.
        can_send_photos,
        /// Videos.
        can_send_videos,
        /// Round videos.
        can_send_video_notes,
        /// Voice messages.
        can_send_voice_notes,
        /// Polls and checklists.
        can_send_polls,
        /// Animations, games, stickers, inline bots.
        can_send_other_messages,
        /// Previews of links.
        can_add_web_page_previews,
        /// Reactions.
        can_react_to_messages,
        /// One's own tag.
        can_edit_tag,
        /// Title, photo and other settings.
        can_change_info,
        /// Inviting others.
        can_invite_users,
        /// Pinning messages.
        can_pin_messages,
        /// Creating topics.
        can_manage_topics,
    }
}

flags! {
    /// What an administrator may do. <https://core.telegram.org/bots/api#chatadministratorrights>
    AdministratorRights {
        /// Whether their presence is hidden.
        is_anonymous,
        /// What every administrator may: see the log, anonymous administrators, hidden members, ignore slow mode.
        can_manage_chat,
        /// Deleting others' messages.
        can_delete_messages,
        /// Video chats.
        can_manage_video_chats,
        /// Restricting, banning and unbanning.
        can_restrict_members,
        /// Making administrators.
        can_promote_members,
        /// Title, photo and other settings.
        can_change_info,
        /// Inviting others.
        can_invite_users,
        /// Posting stories.
        can_post_stories,
        /// Editing others' stories.
        can_edit_stories,
        /// Deleting others' stories.
        can_delete_stories,
        /// Posting in a channel.
        can_post_messages,
        /// Editing others' posts in a channel.
        can_edit_messages,
        /// Pinning messages, in groups.
        can_pin_messages,
        /// Topics, in forums.
        can_manage_topics,
        /// Direct messages of a channel.
        can_manage_direct_messages,
        /// Members' tags.
        can_manage_tags,
    }
}

impl Default for Permissions {
    /// What members of a new group may do: everything.
    fn default() -> Self {
        Self::ALL
    }
}

impl AdministratorRights {
    /// What the apps tick for a new administrator: all but anonymity and making further administrators.
    pub const USUAL: Self = Self { is_anonymous: false, can_promote_members: false, ..Self::ALL };

    /// Whether all of these rights are among `others`: nobody can give what they lack.
    pub fn are_within(&self, others: &Self) -> bool {
        self.fields().zip(others.fields()).all(|((_, mine), (_, theirs))| !mine || theirs)
    }
}

impl Permissions {
    /// What is allowed by both.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (name, allowed) in other.fields() {
            if !allowed {
                self.set(name, false);
            }
        }
        self
    }
}

/// What an account is in a chat. <https://core.telegram.org/bots/api#chatmember>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberStatus {
    /// Owns the chat.
    Creator {
        /// Whether their presence is hidden.
        is_anonymous: bool,
    },
    /// Has rights that members lack.
    Administrator {
        /// Which.
        rights: AdministratorRights,
    },
    /// An ordinary member.
    Member,
    /// May do less than others.
    Restricted {
        /// Whether they are in the chat at the moment.
        is_member: bool,
        /// What they may do.
        permissions: Permissions,
        /// When that ends, in seconds since 1970; 0 for never.
        until_date: i64,
    },
    /// Not in the chat, free to join.
    Left,
    /// Not in the chat and barred from it.
    Banned {
        /// When that ends, in seconds since 1970; 0 for never.
        until_date: i64,
    },
}

impl MemberStatus {
    /// The Bot API's name of the status.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Creator { .. } => "creator",
            Self::Administrator { .. } => "administrator",
            Self::Member => "member",
            Self::Restricted { .. } => "restricted",
            Self::Left => "left",
            Self::Banned { .. } => "kicked",
        }
    }

    /// Whether the account is in the chat.
    pub fn is_in_chat(&self) -> bool {
        match self {
            Self::Creator { .. } | Self::Administrator { .. } | Self::Member => true,
            Self::Restricted { is_member, .. } => *is_member,
            Self::Left | Self::Banned { .. } => false,
        }
    }

    /// Whether the account is barred from the chat.
    pub fn is_banned(&self) -> bool {
        matches!(self, Self::Banned { .. })
    }

    /// Whether the account is the owner or an administrator.
    pub fn is_administrator(&self) -> bool {
        matches!(self, Self::Creator { .. } | Self::Administrator { .. })
    }

    /// The administrator's rights: all for the owner, none for those who are no administrators.
    pub fn rights(&self) -> AdministratorRights {
        match self {
            Self::Creator { is_anonymous } => {
                AdministratorRights { is_anonymous: *is_anonymous, ..AdministratorRights::ALL }
            }
            Self::Administrator { rights } => *rights,
            _ => AdministratorRights::NONE,
        }
    }

    /// What the account may do where `common` holds for everybody.
    pub fn permissions(&self, common: &Permissions) -> Permissions {
        match self {
            Self::Creator { .. } => Permissions::ALL,
            Self::Administrator { rights } => Permissions {
                can_change_info: rights.can_change_info || common.can_change_info,
                can_invite_users: rights.can_invite_users || common.can_invite_users,
                can_pin_messages: rights.can_pin_messages || common.can_pin_messages,
                can_manage_topics: rights.can_manage_topics || common.can_manage_topics,
                ..Permissions::ALL
            },
            Self::Member => *common,
            Self::Restricted { is_member: true, permissions, .. } => permissions.and(common),
            Self::Restricted { .. } | Self::Left | Self::Banned { .. } => Permissions::NONE,
        }
    }

    /// The status at a moment: a ban or a restriction that has run out is over.
    #[must_use]
    pub fn at(self, now: i64) -> Self {
        match self {
            Self::Restricted { is_member, until_date, .. } if until_date != 0 && until_date <= now => {
                if is_member {
                    Self::Member
                } else {
                    Self::Left
                }
            }
            Self::Banned { until_date } if until_date != 0 && until_date <= now => Self::Left,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read_and_set_by_telegram_s_names() {
        let mut permissions = Permissions::NONE;
        assert!(permissions.set("can_send_polls", true));
        assert!(!permissions.set("can_fly", true));
        let set: Vec<_> = permissions.fields().filter(|(_, value)| *value).collect();
        assert_eq!(set, [("can_send_polls", true)]);
        assert_eq!((Permissions::ALL.fields().count(), AdministratorRights::ALL.fields().count()), (16, 17));
    }

    #[test]
    fn what_each_may_do_where_nobody_may_write() {
        let common = Permissions { can_send_messages: false, can_pin_messages: false, ..Permissions::ALL };
        let pins = AdministratorRights { can_pin_messages: true, ..AdministratorRights::NONE };
        let restricted =
            |is_member| MemberStatus::Restricted { is_member, permissions: Permissions::ALL, until_date: 0 };
        let cases = [
            (MemberStatus::Creator { is_anonymous: false }, true, true),
            (MemberStatus::Administrator { rights: pins }, true, true),
            (MemberStatus::Administrator { rights: AdministratorRights::NONE }, true, false),
            (MemberStatus::Member, false, false),
            (restricted(true), false, false),
            (restricted(false), false, false),
            (MemberStatus::Left, false, false),
            (MemberStatus::Banned { until_date: 0 }, false, false),
        ];
        for (status, writes, pins) in cases {
            let own = status.permissions(&common);
            assert_eq!((own.can_send_messages, own.can_pin_messages), (writes, pins), "{status:?}");
        }
    }

    #[test]
    fn rights_are_within_others_when_none_is_missing_there() {
        let deleter = AdministratorRights { can_delete_messages: true, ..AdministratorRights::NONE };
        for (rights, others, are_within) in [
            (AdministratorRights::NONE, AdministratorRights::NONE, true),
            (deleter, AdministratorRights::ALL, true),
            (deleter, AdministratorRights::NONE, false),
            (AdministratorRights::ALL, deleter, false),
        ] {
            assert_eq!(rights.are_within(&others), are_within);
        }
    }
}
