//! Basic groups, supergroups and channels: making them, their members, and who may do what.
//! <https://core.telegram.org/api/channel>

mod coming;
mod forum;
mod full;
mod making;
mod participants;
mod rights;

use ambigram_core::types::{ChatId, UserId};
use grammers_tl_types::{enums, functions as f, types};

use super::Caller;
use super::table::table;
use crate::mtproto::error::RpcError;
use crate::mtproto::peers::{Names, bare};
use crate::mtproto::write;
use crate::rules::Refusal;
use crate::world::World;

pub(super) use full::common_chats;

table! {
    f::channels::CheckUsername => making::check_username,
    f::channels::CreateChannel => making::create_channel,
    f::channels::DeleteChannel => making::delete_channel,
    f::channels::EditAdmin => rights::edit_admin,
    f::channels::EditBanned => rights::edit_banned,
    f::channels::EditTitle => making::edit_title,
    f::channels::GetChannels => full::get_channels,
    f::channels::GetFullChannel => full::get_full_channel,
    f::channels::GetParticipant => participants::get_participant,
    f::channels::GetParticipants => participants::get_participants,
    f::channels::InviteToChannel => coming::invite_to_channel,
    f::channels::JoinChannel => coming::join_channel,
    f::channels::LeaveChannel => coming::leave_channel,
    f::messages::AddChatUser => coming::add_chat_user,
    f::messages::CreateChat => making::create_chat,
    f::messages::CreateForumTopic => forum::create_forum_topic,
    f::messages::DeleteChat => making::delete_chat,
    f::messages::DeleteChatUser => coming::delete_chat_user,
    f::messages::DeleteTopicHistory => forum::delete_topic_history,
    f::messages::EditChatAbout => making::edit_chat_about,
    f::messages::EditChatAdmin => rights::edit_chat_admin,
    f::messages::EditChatDefaultBannedRights => rights::edit_chat_default_banned_rights,
    f::messages::EditChatParticipantRank => rights::edit_chat_participant_rank,
    f::messages::EditChatTitle => making::edit_chat_title,
    f::messages::EditForumTopic => forum::edit_forum_topic,
    f::messages::GetChats => full::get_chats,
    f::messages::GetCommonChats => full::get_common_chats,
    f::messages::GetForumTopics => forum::get_forum_topics,
    f::messages::GetForumTopicsById => forum::get_forum_topics_by_id,
    f::messages::GetFullChat => full::get_full_chat,
    f::messages::MigrateChat => making::migrate_chat,
}

/// Has the account do something to a chat, and tells what it was told thereby: at least how the chat is now.
pub(super) fn change(
    caller: &Caller,
    account: UserId,
    command: impl FnOnce(Names<'_>) -> Result<ChatId, RpcError>,
    then: impl FnOnce(&mut World, ChatId) -> Result<(), Refusal>,
) -> Result<enums::Updates, RpcError> {
    let (chat, updates) = caller.tell(account, |world| {
        let chat = command(Names::new(&caller.front, world, account))?;
        then(world, chat).map_err(refused)?;
        Ok(chat)
    })?;
    Ok(with_chat(caller, account, updates, chat))
}

/// Adds how a chat is now, where nothing that the account was told is about it.
pub(super) fn with_chat(
    caller: &Caller,
    account: UserId,
    mut updates: enums::Updates,
    chat: ChatId,
) -> enums::Updates {
    if let enums::Updates::Updates(updates) = &mut updates
        && !updates.chats.iter().any(|known| known.id() == bare(chat))
    {
        updates.chats.push(caller.read(|world| write::chat(&caller.front, world, account, chat)));
        updates.updates.push(changed(chat));
    }
    updates
}

fn changed(chat: ChatId) -> enums::Update {
    if chat.is_channel() {
        types::UpdateChannel { channel_id: bare(chat) }.into()
    } else {
        types::UpdateChat { chat_id: bare(chat) }.into()
    }
}

/// Where the Bot API says which right is missing, MTProto only asks for an administrator.
pub(super) fn refused(refusal: Refusal) -> RpcError {
    match refusal {
        Refusal::NoRight(_) => Refusal::NeedAdministrator.into(),
        refusal => refusal.into(),
    }
}
