//! Bots log in by their token; anybody logs out. <https://core.telegram.org/api/auth>

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, functions, types};

use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::Caller;
use crate::mtproto::{DC_ID, write};
use crate::world::World;

/// <https://core.telegram.org/method/auth.importBotAuthorization>
pub(super) fn import_bot_authorization(
    caller: Caller,
    request: functions::auth::ImportBotAuthorization,
) -> Result<enums::auth::Authorization, RpcError> {
    if request.api_id == 0 || request.api_hash.is_empty() {
        return Err(RpcError::bad_request("API_ID_INVALID"));
    }
    caller.read(|world| {
        let Some(bot) = world.bot_by_token(&request.bot_auth_token) else {
            let is_revoked = world.is_revoked_token(&request.bot_auth_token);
            let name = if is_revoked { "ACCESS_TOKEN_EXPIRED" } else { "ACCESS_TOKEN_INVALID" };
            return Err(RpcError::bad_request(name));
        };
        caller.login.as_bot(bot.id, request.bot_auth_token.clone(), world.now());
        Ok(authorization(&caller, world, bot.id))
    })
}

/// The other sessions of the account stay. <https://core.telegram.org/method/auth.logOut>
pub(super) fn log_out(
    caller: Caller,
    _: functions::auth::LogOut,
) -> Result<enums::auth::LoggedOut, RpcError> {
    caller.account()?;
    caller.login.end();
    Ok(types::auth::LoggedOut { future_auth_token: None }.into())
}

/// <https://core.telegram.org/method/auth.exportAuthorization>
pub(super) fn export_authorization(
    caller: Caller,
    request: functions::auth::ExportAuthorization,
) -> Result<enums::auth::ExportedAuthorization, RpcError> {
    let account = caller.account()?;
    if request.dc_id == DC_ID || !super::help::DC_IDS.contains(&request.dc_id) {
        return Err(RpcError::bad_request("DC_ID_INVALID"));
    }
    let bytes = rand::random::<[u8; 16]>().to_vec();
    caller.login.export(bytes.clone());
    Ok(types::auth::ExportedAuthorization { id: account.0, bytes }.into())
}

/// What was exported is good for one import. <https://core.telegram.org/method/auth.importAuthorization>
pub(super) fn import_authorization(
    caller: Caller,
    request: functions::auth::ImportAuthorization,
) -> Result<enums::auth::Authorization, RpcError> {
    let mut logins = caller.front.logins().into_iter();
    let Some(login) = logins.find(|login| login.take_exported(&request.bytes)) else {
        return Err(RpcError::bad_request("AUTH_BYTES_INVALID"));
    };
    caller.read(|world| {
        let account = login.account(world)?;
        if account.0 != request.id {
            return Err(RpcError::bad_request("USER_ID_INVALID"));
        }
        caller.login.become_as(&login, world.now());
        Ok(authorization(&caller, world, account))
    })
}

/// The account is logged in.
pub(super) fn authorization(caller: &Caller, world: &World, account: UserId) -> enums::auth::Authorization {
    types::auth::Authorization {
        setup_password_required: false,
        otherwise_relogin_days: None,
        tmp_sessions: None,
        future_auth_token: None,
        user: write::user(&caller.front, world, account, account),
    }
    .into()
}
