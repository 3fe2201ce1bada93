//! Either wire, chosen when the program starts.

use std::any::Any;

use ambigram_bot_api::BotApi;
use ambigram_core::backend::{Backend, UpdateSource};
use ambigram_core::capability::Capability;
use ambigram_core::requests::{Request, Response};
use ambigram_core::types::FileId;
use ambigram_core::{Download, Error};
use ambigram_mtproto::MtProto;
use async_trait::async_trait;

use crate::Wire;

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
    /// The [wire](Wire) that the environment picks, set up from the environment as [`run`](crate::run) says.
    ///
    /// # Errors
    /// [`Configuration`](crate::ErrorKind::Configuration), saying what is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        match Wire::from_env()? {
            Wire::Http => BotApi::from_env().map(Self::BotApi),
            Wire::Mtproto => MtProto::from_env().map(Self::MtProto),
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

    fn wire(&self) -> Option<&dyn Any> {
        match self {
            Self::BotApi(backend) => backend.wire(),
            Self::MtProto(backend) => backend.wire(),
        }
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        match self {
            Self::BotApi(backend) => backend.call(request).await,
            Self::MtProto(backend) => backend.call(request).await,
        }
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        match self {
            Self::BotApi(backend) => backend.download(file).await,
            Self::MtProto(backend) => backend.download(file).await,
        }
    }
}
