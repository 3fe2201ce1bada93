//! What users are in a chat. <https://core.telegram.org/bots/api#chatmember>

use ambigram_core::types::{
    ChatAdministratorRights, ChatId, ChatKind, ChatMember, ChatMemberAdministrator, ChatMemberBanned,
    ChatMemberLeft, ChatMemberMember, ChatMemberOwner, ChatMemberRestricted, Name, User, UserId,
};
use grammers_tl_types::{enums, types};

use super::peer::chat_id;
use super::rights::{self, administrator_rights, permissions};
use super::{Known, given};

/// Somebody in a basic group; `None` for nobody in particular stands for one who is not in it.
pub(crate) fn in_group(participant: Option<&enums::ChatParticipant>, user: User) -> ChatMember {
    use enums::ChatParticipant as Tl;
    match participant {
        None => left(user),
        Some(Tl::Participant(member)) => self::member(user, member.rank.as_deref(), None),
        Some(Tl::Creator(creator)) => owner(user, creator.rank.as_deref(), false),
        Some(Tl::Admin(admin)) => {
            let rights = administrator_rights(&rights::IN_GROUP.into(), &ChatKind::Group);
            administrator(user, admin.rank.as_deref(), false, rights)
        }
    }
}

/// Somebody in a supergroup or a channel of this kind.
pub(crate) fn in_channel(
    participant: Option<&enums::ChannelParticipant>,
    user: User,
    chat: &ChatKind,
) -> ChatMember {
    use enums::ChannelParticipant as Tl;
    match participant {
        None | Some(Tl::Left(_)) => left(user),
        Some(Tl::Participant(told)) => member(user, told.rank.as_deref(), told.subscription_until_date),
        Some(Tl::ParticipantSelf(told)) => member(user, told.rank.as_deref(), told.subscription_until_date),
        Some(Tl::Creator(creator)) => {
            let enums::ChatAdminRights::Rights(rights) = &creator.admin_rights;
            owner(user, creator.rank.as_deref(), rights.anonymous)
        }
        Some(Tl::Admin(admin)) => {
            let rights = administrator_rights(&admin.admin_rights, chat);
            let rights = ChatAdministratorRights { can_manage_chat: true, ..rights };
            administrator(user, admin.rank.as_deref(), admin.can_edit, rights)
        }
        Some(Tl::Banned(told)) => banned(told, user, chat),
    }
}

/// Who a member of a supergroup or a channel is; a chat may be banned as a user may.
pub(crate) fn participant(participant: &enums::ChannelParticipant) -> ChatId {
    use enums::ChannelParticipant as Tl;
    match participant {
        Tl::Participant(member) => ChatId(member.user_id),
        Tl::ParticipantSelf(member) => ChatId(member.user_id),
        Tl::Creator(creator) => ChatId(creator.user_id),
        Tl::Admin(admin) => ChatId(admin.user_id),
        Tl::Banned(banned) => chat_id(&banned.peer),
        Tl::Left(left) => chat_id(&left.peer),
    }
}

/// The members of an answer, as far as they are users. <https://core.telegram.org/bots/api#getchatadministrators>
pub(crate) fn members(
    participants: &enums::channels::ChannelParticipants,
    chat: &ChatKind,
) -> Vec<ChatMember> {
    let enums::channels::ChannelParticipants::Participants(told) = participants else { return Vec::new() };
    let known = Known::of(&told.users, &told.chats);
    let read = |tl| {
        let id = participant(tl);
        id.is_user().then(|| in_channel(Some(tl), known.user(UserId(id.0)), chat))
    };
    told.participants.iter().filter_map(read).collect()
}

/// The members of a basic group. Those of one that the bot is not in are not told.
pub(crate) fn group_members(participants: &enums::ChatParticipants, known: &Known) -> Vec<ChatMember> {
    use enums::ChatParticipant as Tl;
    let enums::ChatParticipants::Participants(told) = participants else { return Vec::new() };
    let read = |tl: &Tl| {
        let id = match tl {
            Tl::Participant(member) => member.user_id,
            Tl::Creator(creator) => creator.user_id,
            Tl::Admin(admin) => admin.user_id,
        };
        in_group(Some(tl), known.user(UserId(id)))
    };
    told.participants.iter().map(read).collect()
}

/// Nobody to the chat.
pub(crate) fn left(user: User) -> ChatMember {
    ChatMember::Left(Box::new(ChatMemberLeft::new(user)))
}

fn title(rank: Option<&str>) -> Option<Name> {
    rank.and_then(given::name)
}

fn owner(user: User, rank: Option<&str>, is_anonymous: bool) -> ChatMember {
    let owner = ChatMemberOwner::new(user, is_anonymous);
    ChatMember::Owner(Box::new(ChatMemberOwner { custom_title: title(rank), ..owner }))
}

fn administrator(
    user: User,
    rank: Option<&str>,
    can_be_edited: bool,
    rights: ChatAdministratorRights,
) -> ChatMember {
    let administrator = ChatMemberAdministrator::new(user, can_be_edited, rights);
    ChatMember::Administrator(Box::new(ChatMemberAdministrator {
        custom_title: title(rank),
        ..administrator
    }))
}

/// A member with neither more nor fewer rights than all have, until a date that is not 0.
pub(super) fn member(user: User, rank: Option<&str>, until: Option<i32>) -> ChatMember {
    let until_date = until.filter(|until| *until != 0).map(Into::into);
    ChatMember::Member(Box::new(ChatMemberMember {
        tag: title(rank),
        until_date,
        ..ChatMemberMember::new(user)
    }))
}

/// Somebody who may neither come back nor see the chat, for ever.
pub(super) fn barred(user: User) -> ChatMember {
    ChatMember::Banned(Box::new(ChatMemberBanned::new(user, 0)))
}

fn banned(told: &types::ChannelParticipantBanned, user: User, chat: &ChatKind) -> ChatMember {
    let enums::ChatBannedRights::Rights(rights) = &told.banned_rights;
    // For ever is 0 on the Bot API.
    let until = if rights.until_date == i32::MAX { 0 } else { i64::from(rights.until_date) };
    if rights.view_messages {
        return ChatMember::Banned(Box::new(ChatMemberBanned::new(user, until)));
    }
    match (chat, told.left) {
        // Only supergroups restrict a member by name.
        (ChatKind::Supergroup, left) => {
            let allowed = permissions(&told.banned_rights);
            let restricted = ChatMemberRestricted::new(user, !left, allowed, until);
            let tag = title(told.rank.as_deref());
            ChatMember::Restricted(Box::new(ChatMemberRestricted { tag, ..restricted }))
        }
        (_, true) => left(user),
        (_, false) => member(user, told.rank.as_deref(), None),
    }
}
