//! Who is in a chat, and as what.

use super::define::{object, union};
use super::{Chat, ChatAdministratorRights, ChatInviteLink, ChatPermissions, Name, User};

union! {
    /// What a user is in a chat. <https://core.telegram.org/bots/api#chatmember>
    ChatMember by "status" {
        /// The owner, who may do everything.
        Owner("creator"): Box<ChatMemberOwner>,
        /// An administrator.
        Administrator("administrator"): Box<ChatMemberAdministrator>,
        /// A member with neither more nor fewer rights than all have.
        Member("member"): Box<ChatMemberMember>,
        /// Somebody who may do less than all may, in the chat or not.
        Restricted("restricted"): Box<ChatMemberRestricted>,
        /// Nobody to the chat: one who left or never came, and may join.
        Left("left"): Box<ChatMemberLeft>,
        /// Somebody who was banned, and may neither come back nor see the chat.
        Banned("kicked"): Box<ChatMemberBanned>,
    }
}

object! {
    /// The owner of a chat. <https://core.telegram.org/bots/api#chatmemberowner>
    ChatMemberOwner {
        required {
            /// Who it is.
            user: User,
            /// Whether they are not shown as the one who acts.
            is_anonymous: bool,
        }
        optional {
            /// Their title.
            custom_title: Name,
        }
    }
}

object! {
    /// An administrator of a chat. <https://core.telegram.org/bots/api#chatmemberadministrator>
    ChatMemberAdministrator {
        required {
            /// Who it is.
            user: User,
            /// Whether the bot may change their rights.
            can_be_edited: bool,
            /// What they may do.
            #[serde(flatten)]
            rights: ChatAdministratorRights,
        }
        optional {
            /// Their title.
            custom_title: Name,
        }
    }
}

object! {
    /// A member of a chat. <https://core.telegram.org/bots/api#chatmembermember>
    ChatMemberMember {
        required {
            /// Who it is.
            user: User,
        }
        optional {
            /// Their tag.
            tag: Name,
            /// When their subscription ends, in seconds since 1970.
            until_date: i64,
        }
    }
}

object! {
    /// A user under restrictions in a supergroup. <https://core.telegram.org/bots/api#chatmemberrestricted>
    ChatMemberRestricted {
        required {
            /// Who it is.
            user: User,
            /// Whether they are in the chat at present.
            is_member: bool,
            /// What they may do: here each field is told.
            #[serde(flatten)]
            permissions: ChatPermissions,
            /// When the restrictions end, in seconds since 1970; 0 for never.
            until_date: i64,
        }
        optional {
            /// Their tag.
            tag: Name,
        }
    }
}

object! {
    /// A user who is not in a chat, and may join it. <https://core.telegram.org/bots/api#chatmemberleft>
    ChatMemberLeft {
        required {
            /// Who it is.
            user: User,
        }
    }
}

object! {
    /// A user who was banned from a chat. <https://core.telegram.org/bots/api#chatmemberbanned>
    ChatMemberBanned {
        required {
            /// Who it is.
            user: User,
            /// When the ban ends, in seconds since 1970; 0 for never.
            until_date: i64,
        }
    }
}

impl ChatMember {
    /// Who it is; `None` only for a status that this version does not know and that names nobody.
    ///
    /// ```
    /// # use ambigram_core::types::ChatMember;
    /// let json = r#"{"status":"left","user":{"id":7,"first_name":"Ada","is_bot":false}}"#;
    /// let member: ChatMember = serde_json::from_str(json).unwrap();
    /// assert_eq!(member.user().unwrap().first_name, "Ada");
    /// assert!(!member.is_present());
    /// ```
    pub fn user(&self) -> Option<&User> {
        Some(match self {
            Self::Owner(member) => &member.user,
            Self::Administrator(member) => &member.user,
            Self::Member(member) => &member.user,
            Self::Restricted(member) => &member.user,
            Self::Left(member) => &member.user,
            Self::Banned(member) => &member.user,
            Self::Unknown(_) => return None,
        })
    }

    /// Telegram's name of the status, such as `creator` or `kicked`; `unknown` for one that this version does not know.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Owner(_) => "creator",
            Self::Administrator(_) => "administrator",
            Self::Member(_) => "member",
            Self::Restricted(_) => "restricted",
            Self::Left(_) => "left",
            Self::Banned(_) => "kicked",
            Self::Unknown(_) => "unknown",
        }
    }

    /// Whether the user is in the chat.
    pub fn is_present(&self) -> bool {
        match self {
            Self::Owner(_) | Self::Administrator(_) | Self::Member(_) => true,
            Self::Restricted(member) => member.is_member,
            Self::Left(_) | Self::Banned(_) | Self::Unknown(_) => false,
        }
    }

    /// Whether the user is the owner or an administrator.
    pub fn is_administrator(&self) -> bool {
        matches!(self, Self::Owner(_) | Self::Administrator(_))
    }
}

object! {
    /// A user became something else in a chat than they were. <https://core.telegram.org/bots/api#chatmemberupdated>
    ChatMemberUpdated {
        required {
            /// The chat.
            chat: Chat,
            /// Who made the change: the user themselves, or an administrator.
            from: User,
            /// When, in seconds since 1970.
            date: i64,
            /// What the user was.
            old_chat_member: ChatMember,
            /// What the user is now.
            new_chat_member: ChatMember,
        }
        optional {
            /// The link by which the user joined.
            invite_link: Box<ChatInviteLink>,
        }
        flags {
            /// Whether the user asked to join without a link, and an administrator let them in.
            via_join_request,
            /// Whether the user joined by the link of a folder of chats.
            via_chat_folder_invite_link,
        }
    }
}

impl ChatMemberUpdated {
    /// Whether the user came into the chat.
    pub fn has_joined(&self) -> bool {
        !self.old_chat_member.is_present() && self.new_chat_member.is_present()
    }

    /// Whether the user left the chat or was removed from it.
    pub fn has_left(&self) -> bool {
        self.old_chat_member.is_present() && !self.new_chat_member.is_present()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(json: &str) -> ChatMember {
        let user = r#""user":{"id":7,"first_name":"Ada","is_bot":false}"#;
        serde_json::from_str(&json.replace("USER", user)).unwrap()
    }

    #[test]
    fn a_status_tells_who_is_in_the_chat() {
        let restricted =
            r#"{"status":"restricted",USER,"until_date":0,"can_send_polls":false,"is_member":IS}"#;
        let table = [
            (r#"{"status":"creator",USER,"is_anonymous":true}"#.to_owned(), true),
            (r#"{"status":"member",USER}"#.to_owned(), true),
            (restricted.replace("IS", "true"), true),
            (restricted.replace("IS", "false"), false),
            (r#"{"status":"left",USER}"#.to_owned(), false),
            (r#"{"status":"kicked",USER,"until_date":0}"#.to_owned(), false),
        ];
        for (json, is_present) in table {
            let member = member(&json);
            assert!(json.contains(&format!("\"{}\"", member.status())), "{member:?}");
            assert_eq!(member.is_present(), is_present, "{json}");
            assert_eq!(member.user().unwrap().first_name, "Ada");
        }
    }

    #[test]
    fn what_a_restricted_member_may_do_is_read_beside_who_they_are() {
        let json = r#"{"status":"restricted","user":{"id":7,"first_name":"Ada","is_bot":false},"is_member":true,"can_send_messages":true,"can_send_polls":false,"until_date":9}"#;
        let member = member(json);
        let ChatMember::Restricted(restricted) = &member else { panic!("{member:?}") };
        assert_eq!(restricted.permissions.can_send_messages, Some(true));
        assert_eq!(restricted.permissions.can_send_polls, Some(false));
        assert_eq!(serde_json::to_string(&member).unwrap(), json);
    }
}
