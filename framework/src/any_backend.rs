//! Either wire, chosen when the program starts.

use std::env::{self, VarError};

use ambigram_bot_api::BotApi;
use ambigram_core::backend::{Backend, UpdateSource};
use ambigram_core::capability::Capability;
use ambigram_core::requests::{Request, Response};
use ambigram_core::{Error, ErrorKind};
use ambigram_mtproto::MtProto;
use async_trait::async_trait;

/// The variable that picks the wire.
const VARIABLE: &str = "AMBIGRAM_BACKEND";

/// Either wire, for programs that are built with both. The compiler grants what both can; for the rest take
/// `Option`s.
#[derive(Debug, Clone)]
pub enum AnyBackend {
    /// The Bot API.
    BotApi(BotApi),
    /// MTProto.
    MtProto(MtProto),
}

impl AnyBackend {
    /// The wire that the environment variable `AMBIGRAM_BACKEND` picks (`bot-api` or `mtproto`; the first where it is
    /// not set), set up from the environment as [`run`](crate::run) says.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), saying what is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        if picks_mtproto(env::var(VARIABLE))? {
            MtProto::from_env().map(Self::MtProto)
        } else {
            BotApi::from_env().map(Self::BotApi)
        }
    }

    /// Takes the bot's updates.
    pub fn updates(&self) -> Box<dyn UpdateSource> {
        match self {
            Self::BotApi(backend) => Box::new(backend.updates()),
            Self::MtProto(backend) => Box::new(backend.updates()),
        }
    }
}

fn picks_mtproto(variable: Result<String, VarError>) -> Result<bool, Error> {
    let got = match variable {
        Ok(name) => match name.trim() {
            "" | "bot-api" => return Ok(false),
            "mtproto" => return Ok(true),
            _ => format!("`{name}`"),
        },
        Err(VarError::NotPresent) => return Ok(false),
        Err(VarError::NotUnicode(_)) => "other bytes".to_owned(),
    };
    let what = format!("expected `bot-api` or `mtproto` in the environment variable {VARIABLE}, got {got}");
    Err(Error::new(ErrorKind::Configuration, what))
}

impl From<BotApi> for AnyBackend {
    fn from(backend: BotApi) -> Self {
        Self::BotApi(backend)
    }
}

impl From<MtProto> for AnyBackend {
    fn from(backend: MtProto) -> Self {
        Self::MtProto(backend)
    }
}

#[async_trait]
impl Backend for AnyBackend {
    fn name(&self) -> &'static str {
        match self {
            Self::BotApi(backend) => backend.name(),
            Self::MtProto(backend) => backend.name(),
        }
    }

    fn can(&self, capability: Capability) -> bool {
        match self {
            Self::BotApi(backend) => backend.can(capability),
            Self::MtProto(backend) => backend.can(capability),
        }
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        match self {
            Self::BotApi(backend) => backend.call(request).await,
            Self::MtProto(backend) => backend.call(request).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_picks_the_wire() {
        for (value, expected) in [
            (None, Ok(false)),
            (Some(""), Ok(false)),
            (Some("bot-api"), Ok(false)),
            (Some(" mtproto "), Ok(true)),
            (Some("MTProto"), Err("expected `bot-api` or `mtproto` in the environment variable AMBIGRAM_BACKEND, got `MTProto`")),
        ] {
            let picked = picks_mtproto(value.map(str::to_owned).ok_or(VarError::NotPresent));
            assert_eq!(picked.as_ref().map_err(Error::description), expected.as_ref().map_err(|text| *text), "{value:?}");
        }
    }
}
