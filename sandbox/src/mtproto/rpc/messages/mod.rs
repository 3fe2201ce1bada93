//! Messages: writing, changing and taking them back, finding them, and pressing their buttons.
//! <https://core.telegram.org/methods#working-with-messages>

mod business;
mod checkout;
mod deleting;
mod dialogs;
mod editing;
mod games;
mod history;
mod inline;
mod polls;
mod pressing;
mod reading;
mod sending;
mod telling;

use grammers_tl_types::functions::{account, channels, messages};

use super::table::table;

table! {
    messages::SendMessage => sending::send_message,
    messages::SendMedia => sending::send_media,
    messages::SendMultiMedia => sending::send_multi_media,
    messages::ForwardMessages => sending::forward_messages,
    messages::StartBot => sending::start_bot,
    messages::SetTyping => sending::set_typing,
    messages::EditMessage => editing::edit_message,
    messages::EditInlineBotMessage => editing::edit_inline_bot_message,
    messages::DeleteMessages => deleting::delete_messages,
    messages::DeleteHistory => deleting::delete_history,
    channels::DeleteMessages => deleting::delete_channel_messages,
    messages::GetMessages => reading::get_messages,
    channels::GetMessages => reading::get_channel_messages,
    messages::ReadHistory => reading::read_history,
    channels::ReadHistory => reading::read_channel_history,
    messages::GetHistory => history::get_history,
    messages::Search => history::search,
    messages::GetDialogs => dialogs::get_dialogs,
    messages::GetPeerDialogs => dialogs::get_peer_dialogs,
    messages::GetPinnedDialogs => dialogs::get_pinned_dialogs,
    messages::GetBotCallbackAnswer => pressing::get_bot_callback_answer,
    messages::SendVote => polls::send_vote,
    messages::GetPollResults => polls::get_poll_results,
    messages::GetPollVotes => polls::get_poll_votes,
    messages::AddPollAnswer => polls::add_poll_answer,
    messages::DeletePollAnswer => polls::delete_poll_answer,
    messages::SetGameScore => games::set_game_score,
    messages::GetGameHighScores => games::get_game_high_scores,
    messages::SetBotPrecheckoutResults => checkout::set_precheckout_results,
    messages::SetBotShippingResults => checkout::set_shipping_results,
    messages::SetBotCallbackAnswer => pressing::set_bot_callback_answer,
    messages::GetInlineBotResults => inline::get_inline_bot_results,
    messages::SetInlineBotResults => inline::set_inline_bot_results,
    messages::SendInlineBotResult => inline::send_inline_bot_result,
    messages::RequestWebView => inline::request_web_view,
    messages::SendWebViewResultMessage => inline::send_web_view_result_message,
    messages::SetBotGuestChatResult => inline::set_bot_guest_chat_result,
    messages::SendWebViewData => telling::send_web_view_data,
    messages::SendBotRequestedPeer => telling::send_bot_requested_peer,
    messages::ToggleTodoCompleted => telling::toggle_todo_completed,
    messages::AppendTodoList => telling::append_todo_list,
    account::GetBotBusinessConnection => inline::get_bot_business_connection,
}

/// Whether a request may be made in the name of a business account.
pub(super) fn may_be_of_business(id: u32) -> bool {
    use grammers_tl_types::Identifiable;
    [messages::SendMessage::CONSTRUCTOR_ID, messages::SendMedia::CONSTRUCTOR_ID].contains(&id)
}
