//! The raw door: every method of the Bot API, typed by the [`frankenstein`] crate, on [`BotApi`].
//!
//! A handler that takes a [`BotApi`] has them all. It compiles for this wire alone; one that takes an
//! `Option<BotApi>` compiles for all and gets `None` over another.
//!
//! ```
//! use ambigram_bot_api::BotApi;
//! use ambigram_bot_api::raw::{AsyncTelegramApi, frankenstein::methods::VerifyUserParams};
//!
//! async fn verify(api: BotApi) -> Result<(), ambigram_core::Error> {
//!     api.verify_user(&VerifyUserParams::builder().user_id(7_u64).build()).await?;
//!     Ok(())
//! }
//! ```

use std::fmt::Debug;
use std::path::PathBuf;

pub use frankenstein::{self, AsyncTelegramApi};

use ambigram_core::backend::Backend;
use ambigram_core::extract::{FromUpdate, OptionalFromUpdate};
use ambigram_core::requests::InputFile;
use ambigram_core::{Context, Error, ErrorKind};
use async_trait::async_trait;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::answer::Answer;
use crate::bot_api::{Body, BotApi, fields, unwritable};
use crate::form::Fields;

#[async_trait]
impl AsyncTelegramApi for BotApi {
    type Error = Error;

    async fn request<Params, Output>(&self, method: &str, params: Option<Params>) -> Result<Output, Error>
    where
        Params: Serialize + Debug + Send,
        Output: DeserializeOwned,
    {
        let body = match params {
            Some(params) => serde_json::to_vec(&params).map_err(unwritable),
            None => Ok(b"{}".to_vec()),
        };
        let asked = async { whole(self, &self.ask(method, Body::Json(body?)).await?) };
        asked.await.map_err(|error| error.during(method.to_owned()))
    }

    async fn request_with_form_data<Params, Output>(
        &self,
        method: &str,
        params: Params,
        files: Vec<(&str, PathBuf)>,
    ) -> Result<Output, Error>
    where
        Params: Serialize + Debug + Send,
        Output: DeserializeOwned,
    {
        let texts = fields(&params).map_err(unwritable);
        let files = files.into_iter().filter_map(|(name, path)| match InputFile::path(path) {
            InputFile::Upload(upload) => Some((name.to_owned(), upload)),
            _ => None,
        });
        let files: Vec<_> = files.collect();
        let asked = async {
            let mut texts = texts?;
            // A file that has a field of its own is the field.
            texts.retain(|name, _| files.iter().all(|(file, _)| file != name));
            whole(self, &self.ask(method, Body::Form(Fields { texts, files })).await?)
        };
        asked.await.map_err(|error| error.during(method.to_owned()))
    }
}

/// The answer with all that is around its result; a refusal is an error.
fn whole<Output: DeserializeOwned>(api: &BotApi, answer: &Answer) -> Result<Output, Error> {
    api.read::<IgnoredAny>(answer)?;
    serde_json::from_slice(&answer.body).map_err(|error| {
        Error::new(ErrorKind::UnexpectedAnswer, format!("the result cannot be read: {error}")).because(error)
    })
}

/// The wire is always the Bot API; a handler that takes [`BotApi`] needs it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not always the Bot API",
    label = "takes `BotApi`, which `{Self}` may lack",
    note = "build with the `bot-api` feature alone, or take `Option<BotApi>`, which is `None` over another wire"
)]
pub trait OverBotApi: Backend {}

impl OverBotApi for BotApi {}

impl<S: Sync, B: OverBotApi> FromUpdate<S, B> for BotApi {
    async fn from_update(cx: &Context, _: &S) -> ambigram_core::Result<Self> {
        let bot = cx.bot();
        let api = bot.wire::<Self>().cloned();
        Ok(api.ok_or_else(|| Error::unsupported("the raw door of the Bot API", bot.backend().name()))?)
    }
}

impl<S: Sync, B> OptionalFromUpdate<S, B> for BotApi {
    async fn from_update(cx: &Context, _: &S) -> ambigram_core::Result<Option<Self>> {
        Ok(cx.bot().wire::<Self>().cloned())
    }
}
