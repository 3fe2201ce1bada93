//! What the bot becomes in a chat. <https://core.telegram.org/bots/api#chatmemberupdated>

use ambigram_core::types::{Chat, ChatId, ChatKind, UpdateKind, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use crate::convert::Known;
use crate::convert::message::Names;
use crate::convert::peer::{channel_id, group_id};
use crate::convert::raw::{Object, Put, json};

/// A changed status.
#[derive(Debug)]
pub(super) struct Change {
    chat: ChatId,
    by: UserId,
    user: ChatId,
    date: i32,
    old: Status,
    new: Status,
}

/// What an account is in a chat. <https://core.telegram.org/bots/api#chatmember>
#[derive(Debug, PartialEq)]
enum Status {
    Creator { is_anonymous: bool, title: Option<String> },
    Administrator { can_be_edited: bool, rights: types::ChatAdminRights, title: Option<String> },
    Member { until: i32 },
    Restricted { is_member: bool, rights: types::ChatBannedRights },
    Left,
    Banned { until: i32 },
}

impl Change {
    /// The change that an update tells of, if it does.
    pub(super) fn of(update: &enums::Update, own: UserId) -> Option<Self> {
        Some(match update {
            enums::Update::BotStopped(update) => {
                let barred = |is_barred| {
                    if is_barred { Status::Banned { until: 0 } } else { Status::Member { until: 0 } }
                };
                Self {
                    chat: ChatId(update.user_id),
                    by: UserId(update.user_id),
                    user: own.into(),
                    date: update.date,
                    old: barred(!update.stopped),
                    new: barred(update.stopped),
                }
            }
            enums::Update::ChatParticipant(update) => Self {
                chat: group_id(update.chat_id),
                by: UserId(update.actor_id),
                user: ChatId(update.user_id),
                date: update.date,
                old: Status::in_group(update.prev_participant.as_ref()),
                new: Status::in_group(update.new_participant.as_ref()),
            },
            enums::Update::ChannelParticipant(update) => Self {
                chat: channel_id(update.channel_id),
                by: UserId(update.actor_id),
                user: ChatId(update.user_id),
                date: update.date,
                old: Status::in_channel(update.prev_participant.as_ref()),
                new: Status::in_channel(update.new_participant.as_ref()),
            },
            _ => return None,
        })
    }

    /// Whether it is about this account.
    pub(super) fn is_of(&self, own: UserId) -> bool {
        self.user == own.into()
    }

    /// Names those whom it is about.
    pub(super) fn name(&self, names: &mut Names) {
        names.add_chat(self.chat);
        names.add_user(self.by);
        names.add_chat(self.user);
    }

    /// The update's content.
    pub(super) fn finish(&self, known: &Known) -> UpdateKind {
        let chat = known.chat(self.chat);
        let user = json(&known.user(UserId(self.user.0)));
        let member = |status: &Status| {
            let mut object = status.object(&chat.kind);
            object.put("user", user.clone());
            object
        };
        let mut content = Object::new();
        content.put("chat", place(&chat));
        content.put("from", json(&known.user(self.by)));
        content.put("date", self.date);
        content.put("old_chat_member", member(&self.old));
        content.put("new_chat_member", member(&self.new));
        super::unknown("my_chat_member", content)
    }
}

/// The chat with what the Bot API adds to basic groups.
fn place(chat: &Chat) -> Value {
    let mut place = json(chat);
    if let (ChatKind::Group, Some(object)) = (&chat.kind, place.as_object_mut()) {
        // Nobody gives gifts to a basic group. The other field says since 2018 that members may do everything, of
        // which no update tells; so it is unless somebody changed that.
        let gifts = json!({
            "unlimited_gifts": false,
            "limited_gifts": false,
            "unique_gifts": false,
            "premium_subscription": false,
            "gifts_from_channels": false,
        });
        object.put("accepted_gift_types", gifts);
        object.put("all_members_are_administrators", true);
    }
    place
}

impl Status {
    fn in_group(participant: Option<&enums::ChatParticipant>) -> Self {
        match participant {
            None => Self::Left,
            Some(enums::ChatParticipant::Participant(_)) => Self::Member { until: 0 },
            Some(enums::ChatParticipant::Creator(creator)) => {
                Self::Creator { is_anonymous: false, title: creator.rank.clone() }
            }
            Some(enums::ChatParticipant::Admin(admin)) => Self::Administrator {
                can_be_edited: false,
                rights: GROUP_ADMINISTRATOR,
                title: admin.rank.clone(),
            },
        }
    }

    fn in_channel(participant: Option<&enums::ChannelParticipant>) -> Self {
        use enums::ChannelParticipant as Tl;
        match participant {
            None | Some(Tl::Left(_)) => Self::Left,
            Some(Tl::Participant(member)) => {
                Self::Member { until: member.subscription_until_date.unwrap_or_default() }
            }
            Some(Tl::ParticipantSelf(member)) => {
                Self::Member { until: member.subscription_until_date.unwrap_or_default() }
            }
            Some(Tl::Creator(creator)) => {
                let enums::ChatAdminRights::Rights(rights) = &creator.admin_rights;
                Self::Creator { is_anonymous: rights.anonymous, title: creator.rank.clone() }
            }
            Some(Tl::Admin(admin)) => {
                let enums::ChatAdminRights::Rights(rights) = &admin.admin_rights;
                let (rights, title) = (rights.clone(), admin.rank.clone());
                Self::Administrator { can_be_edited: admin.can_edit, rights, title }
            }
            Some(Tl::Banned(banned)) => {
                let enums::ChatBannedRights::Rights(rights) = &banned.banned_rights;
                if rights.view_messages {
                    Self::Banned { until: until(rights.until_date) }
                } else {
                    Self::Restricted { is_member: !banned.left, rights: rights.clone() }
                }
            }
        }
    }

    fn object(&self, chat: &ChatKind) -> Object {
        let mut object = Object::new();
        let title = |title: &Option<String>| title.clone().filter(|title| !title.is_empty());
        object.put(
            "status",
            match self {
                Self::Creator { .. } => "creator",
                Self::Administrator { .. } => "administrator",
                Self::Member { .. } => "member",
                // Only supergroups restrict a member by name.
                Self::Restricted { .. } if *chat == ChatKind::Supergroup => "restricted",
                Self::Restricted { is_member: true, .. } => "member",
                Self::Restricted { .. } | Self::Left => "left",
                Self::Banned { .. } => "kicked",
            },
        );
        match self {
            Self::Creator { is_anonymous, title: custom } => {
                object.put("is_anonymous", *is_anonymous);
                object.put_some("custom_title", title(custom));
            }
            Self::Administrator { can_be_edited, rights, title: custom } => {
                object.put("can_be_edited", *can_be_edited);
                put_rights(&mut object, chat, rights);
                object.put_some("custom_title", title(custom));
            }
            Self::Member { until } => {
                object.put_some("until_date", Some(*until).filter(|until| *until != 0));
            }
            Self::Restricted { is_member, rights } if *chat == ChatKind::Supergroup => {
                object.put("until_date", until(rights.until_date));
                object.put("is_member", *is_member);
                put_permissions(&mut object, rights);
            }
            Self::Banned { until } => object.put("until_date", *until),
            Self::Restricted { .. } | Self::Left => {}
        }
        object
    }
}

/// For ever is 0 on the Bot API.
fn until(date: i32) -> i32 {
    if date == i32::MAX { 0 } else { date }
}

/// What an administrator of a basic group may do, of whom TL says no more than that.
const GROUP_ADMINISTRATOR: types::ChatAdminRights = types::ChatAdminRights {
    change_info: true,
    post_messages: false,
    edit_messages: false,
    delete_messages: true,
    ban_users: true,
    invite_users: true,
    pin_messages: true,
    add_admins: false,
    anonymous: false,
    manage_call: true,
    other: true,
    manage_topics: false,
    post_stories: false,
    edit_stories: false,
    delete_stories: false,
    manage_direct_messages: false,
    manage_ranks: true,
    manage_linked_peers: false,
    manage_welcome_messages: false,
};

/// The rights that have a sense in a chat of this kind.
/// <https://core.telegram.org/bots/api#chatmemberadministrator>
fn put_rights(object: &mut Object, chat: &ChatKind, rights: &types::ChatAdminRights) {
    for (name, value) in [
        ("is_anonymous", rights.anonymous),
        // Whoever is an administrator has this.
        ("can_manage_chat", true),
        ("can_delete_messages", rights.delete_messages),
        ("can_manage_video_chats", rights.manage_call),
        ("can_manage_voice_chats", rights.manage_call),
        ("can_restrict_members", rights.ban_users),
        ("can_promote_members", rights.add_admins),
        ("can_change_info", rights.change_info),
        ("can_invite_users", rights.invite_users),
        ("can_post_stories", rights.post_stories),
        ("can_edit_stories", rights.edit_stories),
        ("can_delete_stories", rights.delete_stories),
    ] {
        object.put(name, value);
    }
    let kinds: &[(&str, bool)] = match chat {
        ChatKind::Channel => &[
            ("can_post_messages", rights.post_messages),
            ("can_edit_messages", rights.edit_messages),
            ("can_manage_direct_messages", rights.manage_direct_messages),
        ],
        ChatKind::Supergroup => &[
            ("can_pin_messages", rights.pin_messages),
            ("can_manage_tags", rights.manage_ranks),
            ("can_manage_topics", rights.manage_topics),
        ],
        _ => &[("can_pin_messages", rights.pin_messages), ("can_manage_tags", rights.manage_ranks)],
    };
    for (name, value) in kinds {
        object.put(name, *value);
    }
}

/// What a restricted member may do: what is not forbidden. <https://core.telegram.org/bots/api#chatmemberrestricted>
fn put_permissions(object: &mut Object, forbidden: &types::ChatBannedRights) {
    let media = |is_forbidden: bool| !(is_forbidden || forbidden.send_media || forbidden.send_messages);
    let files = [
        ("can_send_audios", media(forbidden.send_audios)),
        ("can_send_documents", media(forbidden.send_docs)),
        ("can_send_photos", media(forbidden.send_photos)),
        ("can_send_videos", media(forbidden.send_videos)),
        ("can_send_video_notes", media(forbidden.send_roundvideos)),
        ("can_send_voice_notes", media(forbidden.send_voices)),
    ];
    let has_other =
        ![forbidden.send_stickers, forbidden.send_gifs, forbidden.send_games, forbidden.send_inline]
            .into_iter()
            .all(|is_forbidden| is_forbidden);
    let others = [
        ("can_send_media_messages", files.iter().any(|(_, is_allowed)| *is_allowed)),
        ("can_send_messages", !(forbidden.send_plain || forbidden.send_messages)),
        ("can_send_polls", !forbidden.send_polls),
        ("can_send_other_messages", has_other),
        ("can_add_web_page_previews", !forbidden.embed_links),
        ("can_react_to_messages", !forbidden.send_reactions),
        ("can_edit_tag", !forbidden.edit_rank),
        ("can_change_info", !forbidden.change_info),
        ("can_invite_users", !forbidden.invite_users),
        ("can_pin_messages", !forbidden.pin_messages),
        ("can_manage_topics", !forbidden.manage_topics),
    ];
    for (name, is_allowed) in files.into_iter().chain(others) {
        object.put(name, is_allowed);
    }
}
