//! An account's own affairs: where it is logged in, its name, its password.

use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::login::Program;
use crate::mtproto::rpc::{Caller, Login};
use crate::mtproto::write::seconds;
use crate::rules::names;

/// <https://core.telegram.org/method/account.getAuthorizations>
pub(super) fn get_authorizations(
    caller: Caller,
    _: functions::account::GetAuthorizations,
) -> Result<enums::account::Authorizations, RpcError> {
    let own = own_logins(&caller)?;
    let authorizations = own.iter().map(|login| authorization(&caller, login)).collect();
    Ok(types::account::Authorizations { authorization_ttl_days: 365, authorizations }.into())
}

/// <https://core.telegram.org/method/account.resetAuthorization>
pub(super) fn reset_authorization(
    caller: Caller,
    request: functions::account::ResetAuthorization,
) -> Result<bool, RpcError> {
    let own = own_logins(&caller)?;
    let Some(login) = own.iter().find(|login| request.hash != 0 && login.hash() == request.hash) else {
        return Err(RpcError::bad_request("HASH_INVALID"));
    };
    login.revoke();
    Ok(true)
}

/// All but this one. <https://core.telegram.org/method/auth.resetAuthorizations>
pub(super) fn reset_authorizations(
    caller: Caller,
    _: functions::auth::ResetAuthorizations,
) -> Result<bool, RpcError> {
    for login in own_logins(&caller)? {
        if !std::sync::Arc::ptr_eq(&login, &caller.login) {
            login.revoke();
        }
    }
    Ok(true)
}

/// Everybody is said to have been here recently, so there is nothing to note.
/// <https://core.telegram.org/method/account.updateStatus>
pub(super) fn update_status(caller: Caller, _: functions::account::UpdateStatus) -> Result<bool, RpcError> {
    caller.user()?;
    Ok(true)
}

/// There is none. <https://core.telegram.org/method/account.getPassword>
pub(super) fn get_password(
    caller: Caller,
    _: functions::account::GetPassword,
) -> Result<enums::account::Password, RpcError> {
    caller.user()?;
    Ok(types::account::Password {
        has_recovery: false,
        has_secure_values: false,
        has_password: false,
        current_algo: None,
        srp_b: None,
        srp_id: None,
        hint: None,
        email_unconfirmed_pattern: None,
        new_algo: enums::PasswordKdfAlgo::Unknown,
        new_secure_algo: enums::SecurePasswordKdfAlgo::Unknown,
        secure_random: rand::random::<[u8; 32]>().to_vec(),
        pending_reset_date: None,
        login_email_pattern: None,
    }
    .into())
}

/// Whether a public name is free. <https://core.telegram.org/method/account.checkUsername>
pub(super) fn check_username(
    caller: Caller,
    request: functions::account::CheckUsername,
) -> Result<bool, RpcError> {
    caller.user()?;
    is_free(&caller, &request.username)
}

/// Whether a public name is free.
///
/// # Errors
/// Where it cannot be one.
pub(in crate::mtproto::rpc) fn is_free(caller: &Caller, username: &str) -> Result<bool, RpcError> {
    if !names::is_username(username) {
        return Err(RpcError::bad_request("USERNAME_INVALID"));
    }
    Ok(caller.read(|world| {
        world.account_by_username(username).is_none() && world.chat_by_username(username).is_none()
    }))
}

/// Where the user is logged in.
fn own_logins(caller: &Caller) -> Result<Vec<std::sync::Arc<Login>>, RpcError> {
    let user = caller.user()?;
    let mut logins = caller.front.logins();
    caller.read(|world| logins.retain(|login| login.account(world) == Ok(user)));
    Ok(logins)
}

fn authorization(caller: &Caller, login: &std::sync::Arc<Login>) -> enums::Authorization {
    let current = std::sync::Arc::ptr_eq(login, &caller.login);
    let Program { api_id, device_model, system_version, app_version, created, active } = login.program();
    types::Authorization {
        current,
        official_app: false,
        password_pending: false,
        encrypted_requests_disabled: false,
        call_requests_disabled: false,
        unconfirmed: false,
        // The current one is always 0.
        hash: if current { 0 } else { login.hash() },
        device_model,
        platform: String::new(),
        system_version,
        api_id,
        app_name: String::new(),
        app_version,
        date_created: seconds(created),
        date_active: seconds(active),
        ip: caller.front.address.ip().to_string(),
        country: String::new(),
        region: String::new(),
    }
    .into()
}
