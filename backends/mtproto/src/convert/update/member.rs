//! What users become in a chat. <https://core.telegram.org/bots/api#chatmemberupdated>

use ambigram_core::types::{ChatId, ChatKind, ChatMember, ChatMemberUpdated, User, UserId};
use grammers_tl_types::enums;

use crate::convert::member::{barred, in_channel, in_group, member};
use crate::convert::message::Names;
use crate::convert::peer::{channel_id, group_id};
use crate::convert::{Known, invite_link};

/// A changed status.
#[derive(Debug)]
pub(super) struct Change {
    chat: ChatId,
    by: UserId,
    user: ChatId,
    date: i32,
    status: Status,
    invite: Option<enums::ExportedChatInvite>,
    is_by_folder: bool,
}

/// What the user was, and what they are.
#[derive(Debug)]
enum Status {
    /// Whether the user bars the bot, in their private chat.
    Barred(bool),
    InGroup([Option<enums::ChatParticipant>; 2]),
    InChannel(Box<[Option<enums::ChannelParticipant>; 2]>),
}

impl Change {
    /// The change that an update tells of, if it does.
    pub(super) fn of(update: &enums::Update, own: UserId) -> Option<Self> {
        Some(match update {
            enums::Update::BotStopped(update) => Self {
                chat: ChatId(update.user_id),
                by: UserId(update.user_id),
                user: own.into(),
                date: update.date,
                status: Status::Barred(update.stopped),
                invite: None,
                is_by_folder: false,
            },
            enums::Update::ChatParticipant(update) => Self {
                chat: group_id(update.chat_id),
                by: UserId(update.actor_id),
                user: ChatId(update.user_id),
                date: update.date,
                status: Status::InGroup([update.prev_participant.clone(), update.new_participant.clone()]),
                invite: update.invite.clone(),
                is_by_folder: false,
            },
            enums::Update::ChannelParticipant(update) => Self {
                chat: channel_id(update.channel_id),
                by: UserId(update.actor_id),
                user: ChatId(update.user_id),
                date: update.date,
                status: Status::InChannel(Box::new([
                    update.prev_participant.clone(),
                    update.new_participant.clone(),
                ])),
                invite: update.invite.clone(),
                is_by_folder: update.via_chatlist,
            },
            _ => return None,
        })
    }

    /// Whether it is about this account.
    pub(super) fn is_of(&self, own: UserId) -> bool {
        self.user == own.into()
    }

    /// Whether it is about a user.
    pub(super) fn is_of_user(&self) -> bool {
        self.user.is_user()
    }

    /// Names those whom it is about.
    pub(super) fn name(&self, names: &mut Names) {
        names.add_chat(self.chat);
        names.add_user(self.by);
        names.add_chat(self.user);
        names.add_users(self.invite.as_ref().and_then(invite_link::creator).map(|user| user.0));
    }

    /// The update's content.
    pub(super) fn finish(&self, known: &Known) -> ChatMemberUpdated {
        let chat = known.chat(self.chat);
        let user = known.user(UserId(self.user.0));
        let [old, new] = self.status.members(&user, &chat.kind);
        let without_link = enums::ExportedChatInvite::ChatInvitePublicJoinRequests;
        ChatMemberUpdated {
            invite_link: self
                .invite
                .as_ref()
                .and_then(|link| invite_link::invite_link(link, known))
                .map(Box::new),
            via_join_request: self.invite.as_ref() == Some(&without_link),
            via_chat_folder_invite_link: self.is_by_folder,
            ..ChatMemberUpdated::new(chat, known.user(self.by), i64::from(self.date), old, new)
        }
    }
}

impl Status {
    fn members(&self, user: &User, chat: &ChatKind) -> [ChatMember; 2] {
        match self {
            Self::Barred(is_barred) => [!is_barred, *is_barred].map(|is_barred| {
                if is_barred { barred(user.clone()) } else { member(user.clone(), None, None) }
            }),
            Self::InGroup([old, new]) => [old, new].map(|told| in_group(told.as_ref(), user.clone())),
            Self::InChannel(both) => {
                let [old, new] = &**both;
                [old, new].map(|told| in_channel(told.as_ref(), user.clone(), chat))
            }
        }
    }
}
