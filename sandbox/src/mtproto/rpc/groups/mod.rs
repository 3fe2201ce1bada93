//! What is done to chats beside making them and their members: links, requests, settings, pins, reactions, boosts.

mod boosts;
mod invites;
mod pinning;
mod reactions;
mod settings;

use grammers_tl_types::functions as f;

use super::table::table;

table! {
    f::channels::EditPhoto => settings::edit_photo,
    f::channels::SetStickers => settings::set_stickers,
    f::channels::ToggleForum => settings::toggle_forum,
    f::channels::ToggleJoinRequest => settings::toggle_join_request,
    f::channels::ToggleJoinToSend => settings::toggle_join_to_send,
    f::channels::TogglePreHistoryHidden => settings::toggle_pre_history_hidden,
    f::channels::ToggleSlowMode => settings::toggle_slow_mode,
    f::channels::UpdateUsername => settings::update_username,
    f::messages::CheckChatInvite => invites::check_chat_invite,
    f::messages::DeleteExportedChatInvite => invites::delete_exported_chat_invite,
    f::messages::DeleteParticipantReaction => reactions::delete_participant_reaction,
    f::messages::DeleteParticipantReactions => reactions::delete_participant_reactions,
    f::messages::EditChatPhoto => settings::edit_chat_photo,
    f::messages::EditExportedChatInvite => invites::edit_exported_chat_invite,
    f::messages::ExportChatInvite => invites::export_chat_invite,
    f::messages::GetChatInviteImporters => invites::get_chat_invite_importers,
    f::messages::GetExportedChatInvite => invites::get_exported_chat_invite,
    f::messages::GetExportedChatInvites => invites::get_exported_chat_invites,
    f::messages::GetMessageReactionsList => reactions::get_message_reactions_list,
    f::messages::GetMessagesReactions => reactions::get_messages_reactions,
    f::messages::HideChatJoinRequest => invites::hide_chat_join_request,
    f::messages::ImportChatInvite => invites::import_chat_invite,
    f::messages::SendReaction => reactions::send_reaction,
    f::messages::SetChatAvailableReactions => settings::set_chat_available_reactions,
    f::messages::SetHistoryTtl => settings::set_history_ttl,
    f::messages::ToggleNoForwards => settings::toggle_no_forwards,
    f::messages::UnpinAllMessages => pinning::unpin_all_messages,
    f::messages::UpdatePinnedMessage => pinning::update_pinned_message,
    f::premium::ApplyBoost => boosts::apply_boost,
    f::premium::GetBoostsList => boosts::get_boosts_list,
    f::premium::GetBoostsStatus => boosts::get_boosts_status,
    f::premium::GetUserBoosts => boosts::get_user_boosts,
}
