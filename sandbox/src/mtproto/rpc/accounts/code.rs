//! Users log in by their phone number and a code. <https://core.telegram.org/api/auth>
//!
//! The code is not sent anywhere: the control API shows it. A number that nobody has gets no code; any will do there.

use grammers_tl_types::{enums, functions, types};

use super::auth::authorization;
use crate::mtproto::error::RpcError;
use crate::mtproto::rpc::Caller;
use crate::mtproto::rpc::login::Asked;
use crate::world::{NewUser, World};

/// How many digits a code has.
const CODE_DIGITS: i32 = 5;

/// How a code is said to have been sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// To the user's other apps.
    App,
    Sms,
}

/// <https://core.telegram.org/method/auth.sendCode>
pub(super) fn send_code(
    caller: Caller,
    request: functions::auth::SendCode,
) -> Result<enums::auth::SentCode, RpcError> {
    if request.api_id == 0 || request.api_hash.is_empty() {
        return Err(RpcError::bad_request("API_ID_INVALID"));
    }
    let phone = digits(&request.phone_number)?;
    Ok(send(&caller, phone, By::App))
}

/// <https://core.telegram.org/method/auth.resendCode>
pub(super) fn resend_code(
    caller: Caller,
    request: functions::auth::ResendCode,
) -> Result<enums::auth::SentCode, RpcError> {
    let asked = asked(&caller, &request.phone_number, &request.phone_code_hash)?;
    Ok(send(&caller, asked.phone, By::Sms))
}

/// <https://core.telegram.org/method/auth.cancelCode>
pub(super) fn cancel_code(caller: Caller, request: functions::auth::CancelCode) -> Result<bool, RpcError> {
    let asked = asked(&caller, &request.phone_number, &request.phone_code_hash)?;
    caller.read(|world| {
        if let Some(user) = world.user_by_phone(&asked.phone) {
            caller.front.set_code(user.id, None);
        }
    });
    caller.login.set_asked(None);
    Ok(true)
}

/// <https://core.telegram.org/method/auth.signIn>
pub(super) fn sign_in(
    caller: Caller,
    request: functions::auth::SignIn,
) -> Result<enums::auth::Authorization, RpcError> {
    if request.email_verification.is_some() {
        return Err(RpcError::lacks("auth.signIn.email_verification"));
    }
    let code = request.phone_code.filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| RpcError::bad_request("PHONE_CODE_EMPTY"))?;
    let asked = asked(&caller, &request.phone_number, &request.phone_code_hash)?;
    caller.read(|world| {
        let Some(user) = world.user_by_phone(&asked.phone) else {
            let sign_up = types::auth::AuthorizationSignUpRequired { terms_of_service: None };
            return Ok(sign_up.into());
        };
        let sent = caller.front.code(user.id);
        let sent = sent.ok_or_else(|| RpcError::bad_request("PHONE_CODE_EXPIRED"))?;
        if sent != code {
            return Err(RpcError::bad_request("PHONE_CODE_INVALID"));
        }
        caller.front.set_code(user.id, None);
        caller.login.as_user(user.id, world.now());
        Ok(authorization(&caller, world, user.id))
    })
}

/// <https://core.telegram.org/method/auth.signUp>
pub(super) fn sign_up(
    caller: Caller,
    request: functions::auth::SignUp,
) -> Result<enums::auth::Authorization, RpcError> {
    let asked = asked(&caller, &request.phone_number, &request.phone_code_hash)?;
    caller.front.world.write(|world| {
        let new = NewUser {
            last_name: Some(request.last_name),
            phone: Some(asked.phone),
            ..NewUser::named(request.first_name)
        };
        let user = world.create_user(new)?.id;
        caller.login.as_user(user, world.now());
        Ok(authorization(&caller, world, user))
    })
}

/// Makes a code that voids the one before.
fn send(caller: &Caller, phone: String, by: By) -> enums::auth::SentCode {
    let hash = format!("{:016x}", rand::random::<u64>());
    caller.read(|world: &World| {
        if let Some(user) = world.user_by_phone(&phone) {
            let code = format!("{:05}", rand::random::<u32>() % 100_000);
            caller.front.set_code(user.id, Some(code));
        }
    });
    caller.login.set_asked(Some(Asked { phone, hash: hash.clone() }));
    types::auth::SentCode {
        r#type: match by {
            By::App => types::auth::SentCodeTypeApp { length: CODE_DIGITS }.into(),
            By::Sms => types::auth::SentCodeTypeSms { length: CODE_DIGITS }.into(),
        },
        phone_code_hash: hash,
        next_type: (by == By::App).then_some(enums::auth::CodeType::Sms),
        timeout: None,
    }
    .into()
}

/// The code that the client asked for, and now names.
fn asked(caller: &Caller, phone: &str, hash: &str) -> Result<Asked, RpcError> {
    let phone = digits(phone)?;
    if hash.is_empty() {
        return Err(RpcError::bad_request("PHONE_CODE_HASH_EMPTY"));
    }
    let asked = caller.login.asked().filter(|asked| asked.phone == phone && asked.hash == hash);
    asked.ok_or_else(|| RpcError::bad_request("PHONE_CODE_EXPIRED"))
}

/// A phone number as people write it, digits only.
pub(super) fn digits(phone: &str) -> Result<String, RpcError> {
    let is_filler = |character: &char| matches!(character, '+' | ' ' | '-' | '(' | ')');
    let digits: String = phone.chars().filter(|character| !is_filler(character)).collect();
    let is_number = (5..=15).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit());
    if is_number { Ok(digits) } else { Err(RpcError::bad_request("PHONE_NUMBER_INVALID")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_read_as_people_write_them() {
        for (written, number) in [
            ("+999 66 000-0001", Some("999660000001")),
            ("(999)660001", Some("999660001")),
            ("", None),
            ("+", None),
            ("1234", None),
            ("99966x000001", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(digits(written).ok().as_deref(), number, "{written}");
        }
    }
}
