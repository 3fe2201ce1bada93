//! Signing in.

use ambigram_core::types::UserId;
use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::RpcError;
use grammers_session::types::{UpdateState, UpdatesState};
use grammers_tl_types::{Deserializable, RemoteCall, enums, functions};
use tokio::time::{Instant, timeout_at};

use super::{Outcome, Wire, read};
use crate::convert;

/// What is named when a token is wrong: it cannot be the token itself.
const TOKEN_SHAPE: &str =
    "a bot token as @BotFather gives it, such as `123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11`";

/// By what the bot signs in. It has no `Debug`: all of it is secret.
#[derive(Clone)]
pub(crate) struct Login {
    bot: UserId,
    token: String,
    api_id: i32,
    api_hash: String,
}

impl Login {
    /// Checks the shape of what a bot signs in by.
    pub(crate) fn new(token: &str, api_id: i32, api_hash: &str) -> Result<Self, Error> {
        let wrong = |what: String| Error::new(ErrorKind::Configuration, what);
        let token = token.trim();
        let bot = bot_id(token).map_err(|got| wrong(format!("expected {TOKEN_SHAPE}, got {got}")))?;
        if api_id <= 0 {
            return Err(wrong(format!("expected an API id as my.telegram.org gives it, got {api_id}")));
        }
        let api_hash = api_hash.trim();
        if api_hash.is_empty() {
            return Err(wrong("expected an API hash as my.telegram.org gives it, got nothing".to_owned()));
        }
        Ok(Self { bot, token: token.to_owned(), api_id, api_hash: api_hash.to_owned() })
    }

    /// The bot's own number, which is the public part of its token.
    pub(crate) fn bot(&self) -> UserId {
        self.bot
    }

    pub(crate) fn api_id(&self) -> i32 {
        self.api_id
    }
}

/// The number in a token, or what is wrong with the token, without showing it.
fn bot_id(token: &str) -> Result<UserId, String> {
    let Some((id, secret)) = token.split_once(':') else {
        return Err(match token.len() {
            0 => "nothing".to_owned(),
            length => format!("{length} bytes without a `:`"),
        });
    };
    let id = id
        .parse()
        .ok()
        .filter(|id: &i64| *id > 0)
        .ok_or_else(|| "something other than a number before the `:`".to_owned())?;
    if secret.is_empty() {
        return Err("nothing after the `:`".to_owned());
    }
    Ok(UserId(id))
}

impl Wire {
    /// Signs in, unless that is done. Of all who want to, one does, and the others wait.
    pub(super) async fn sign_in(&self, until: Instant) -> Result<(), Error> {
        if let Some(error) = self.ended.get() {
            return Err(unauthorized(error));
        }
        if self.session.is_signed_in() {
            return Ok(());
        }
        let Ok(_signing_in) = timeout_at(until, self.signing_in.lock()).await else {
            return Err(Error::new(ErrorKind::Timeout, "signing in takes too long"));
        };
        if self.session.is_signed_in() {
            return Ok(());
        }
        let authorization = self.authorize(until).await?;
        let enums::auth::Authorization::Authorization(authorization) = authorization else {
            return Err(Error::new(ErrorKind::UnexpectedAnswer, "Telegram asks a bot to sign up"));
        };
        if authorization.user.id() != self.session.bot().0 {
            return Err(Error::new(ErrorKind::UnexpectedAnswer, "Telegram signed in another bot"));
        }
        self.session.peers().learn(&[authorization.user], &[]);
        let enums::updates::State::State(state) = self.call(&functions::updates::GetState {}, until).await?;
        let known = self.session.state();
        // How far updates were handled is kept over a new login, or what was missed would be skipped. Only a server
        // that has never been as far (one that was set up anew) is believed.
        if known.pts == 0 || known.pts > state.pts {
            if known.pts > 0 {
                tracing::warn!(
                    known = known.pts,
                    server = state.pts,
                    "the server's account is another than the session's: its updates are taken from now on"
                );
            }
            self.session.advance(UpdateState::All(UpdatesState {
                pts: state.pts,
                qts: state.qts,
                date: state.date,
                seq: state.seq,
                channels: Vec::new(),
            }));
        }
        self.session.set_signed_in(true);
        self.session.flush().await
    }

    /// Shows the token, in the data centre where the bot lives.
    async fn authorize(&self, until: Instant) -> Result<enums::auth::Authorization, Error> {
        let request = functions::auth::ImportBotAuthorization {
            flags: 0,
            api_id: self.login.api_id,
            api_hash: self.login.api_hash.clone(),
            bot_auth_token: self.login.token.clone(),
        };
        match self.ask(&request, until).await? {
            Err(error) if error.code == 303 => {
                let Some(dc) = error.value.and_then(|dc| i32::try_from(dc).ok()) else {
                    return Err(convert::error::rpc(&error));
                };
                self.pools.current().handle().disconnect_from_dc(self.session.home_dc());
                self.session.move_home(dc);
                self.ask(&request, until).await?.map_err(|error| refused(&error))
            }
            answer => answer.map_err(|error| refused(&error)),
        }
    }

    /// A call that needs no signing in.
    async fn call<R: RemoteCall>(&self, request: &R, until: Instant) -> Result<R::Return, Error> {
        self.ask(request, until).await?.map_err(|error| convert::error::rpc(&error))
    }

    async fn ask<R>(&self, request: &R, until: Instant) -> Result<Result<R::Return, RpcError>, Error>
    where
        R: RemoteCall<Return: Deserializable>,
    {
        match self.carry_unsigned(&request.to_bytes(), until).await.outcome {
            Outcome::Answered(bytes) => read(&bytes).map(Ok),
            Outcome::Refused(error) => Ok(Err(error)),
            Outcome::Failed(error) => Err(error),
        }
    }
}

/// What Telegram means when it does not let the bot in.
fn refused(error: &RpcError) -> Error {
    let (kind, what) = match error.name.as_str() {
        "ACCESS_TOKEN_INVALID" | "ACCESS_TOKEN_EXPIRED" | "USER_DEACTIVATED" | "USER_DEACTIVATED_BAN" => {
            (ErrorKind::Unauthorized, "Telegram does not accept the bot's token")
        }
        "API_ID_INVALID" | "API_ID_PUBLISHED_FLOOD" => {
            (ErrorKind::Configuration, "Telegram does not accept the API id and hash")
        }
        _ => return convert::error::rpc(error),
    };
    Error::new(kind, format!("{what}: {}", error.name)).because(error.clone())
}

/// What Telegram means when it has ended the session.
fn unauthorized(error: &RpcError) -> Error {
    let what = format!("Telegram has ended the bot's session: {}", error.name);
    Error::new(ErrorKind::Unauthorized, what).because(error.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_bot_and_is_never_shown() {
        assert_eq!(
            Login::new(" 123456:ABC\n", 1, "hash").ok().map(|login| login.bot()),
            Some(UserId(123_456))
        );
        for (token, api_id, api_hash, got) in [
            ("", 1, "hash", "nothing"),
            ("secret", 1, "hash", "6 bytes without a `:`"),
            ("@secret:secret", 1, "hash", "other than a number"),
            ("0:secret", 1, "hash", "other than a number"),
            ("123456:", 1, "hash", "nothing after"),
            ("123456:secret", 0, "hash", "got 0"),
            ("123456:secret", 1, " ", "got nothing"),
        ] {
            let error = Login::new(token, api_id, api_hash).err().unwrap();
            assert_eq!(*error.kind(), ErrorKind::Configuration);
            let text = error.to_string();
            assert!(text.contains(got), "{text}");
            assert!(!text.contains("secret"), "{text}");
        }
    }
}
