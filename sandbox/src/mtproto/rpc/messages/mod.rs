//! Messages: writing, changing and taking them back, finding them, and pressing their buttons.
//! <https://core.telegram.org/methods#working-with-messages>

mod deleting;
mod dialogs;
mod editing;
mod history;
mod pressing;
mod reading;
mod sending;

use grammers_tl_types::functions::{channels, messages};

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
    messages::SetBotCallbackAnswer => pressing::set_bot_callback_answer,
}
