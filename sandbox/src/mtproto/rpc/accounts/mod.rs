//! Accounts: logging in, what is known of users, bots' menus, and what a program asks first.

mod auth;
mod code;
mod commands;
mod contacts;
mod help;
mod own;
mod profile;
mod users;

use grammers_tl_types::functions as f;

use super::table::table;

pub(super) use contacts::is_called;
pub(super) use own::is_free;

table! {
    f::account::CheckUsername => own::check_username,
    f::account::GetAuthorizations => own::get_authorizations,
    f::account::GetPassword => own::get_password,
    f::account::ResetAuthorization => own::reset_authorization,
    f::account::UpdateStatus => own::update_status,
    f::auth::CancelCode => code::cancel_code,
    f::auth::ExportAuthorization => auth::export_authorization,
    f::auth::ImportAuthorization => auth::import_authorization,
    f::auth::ImportBotAuthorization => auth::import_bot_authorization,
    f::auth::LogOut => auth::log_out,
    f::auth::ResendCode => code::resend_code,
    f::auth::ResetAuthorizations => own::reset_authorizations,
    f::auth::SendCode => code::send_code,
    f::auth::SignIn => code::sign_in,
    f::auth::SignUp => code::sign_up,
    f::bots::GetBotCommands => commands::get_bot_commands,
    f::bots::GetBotInfo => profile::get_bot_info,
    f::bots::GetBotMenuButton => profile::get_bot_menu_button,
    f::bots::ResetBotCommands => commands::reset_bot_commands,
    f::bots::SetBotBroadcastDefaultAdminRights => profile::set_bot_broadcast_default_admin_rights,
    f::bots::SetBotCommands => commands::set_bot_commands,
    f::bots::SetBotGroupDefaultAdminRights => profile::set_bot_group_default_admin_rights,
    f::bots::SetBotInfo => profile::set_bot_info,
    f::bots::SetBotMenuButton => profile::set_bot_menu_button,
    f::contacts::Block => contacts::block,
    f::contacts::GetBlocked => contacts::get_blocked,
    f::contacts::GetContacts => contacts::get_contacts,
    f::contacts::ResolvePhone => contacts::resolve_phone,
    f::contacts::ResolveUsername => contacts::resolve_username,
    f::contacts::Search => contacts::search,
    f::contacts::Unblock => contacts::unblock,
    f::help::GetAppConfig => help::get_app_config,
    f::help::GetConfig => help::get_config,
    f::help::GetNearestDc => help::get_nearest_dc,
    f::help::GetTermsOfServiceUpdate => help::get_terms_of_service_update,
    f::users::GetFullUser => users::get_full_user,
    f::users::GetUsers => users::get_users,
}
