//! The questions of long polling, and how they are put to Telegram over HTTP.

use std::pin::Pin;
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use bytes::Bytes;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::answer::Answer;
use crate::bot_api::BotApi;
use crate::http::Content;

/// How much longer than Telegram's own time an answer may be under way.
const ON_THE_WAY: Duration = Duration::from_secs(10);

/// A question that is under way: it lives by itself, so that whoever waits for it may stop and come back.
pub(super) type Asking<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// What long polling asks of Telegram.
pub(super) trait Telegram: Send + 'static {
    /// Asks for updates: each as it came, unread.
    fn get_updates(&self, question: &GetUpdates<'_>) -> Asking<Vec<Bytes>>;

    /// Has the webhook taken away.
    fn delete_webhook(&self, drop_pending: bool) -> Asking<()>;
}

/// <https://core.telegram.org/bots/api#getupdates>
#[derive(Debug, Serialize)]
pub(super) struct GetUpdates<'a> {
    /// The first update to give; all before it are confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) offset: Option<i64>,
    /// How many to give at most.
    pub(super) limit: u8,
    /// For how many seconds to wait until there is one.
    pub(super) timeout: u64,
    /// Which kinds to give from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) allowed_updates: Option<&'a [String]>,
}

/// <https://core.telegram.org/bots/api#deletewebhook>
#[derive(Serialize)]
struct DeleteWebhook {
    drop_pending_updates: bool,
}

impl Telegram for BotApi {
    fn get_updates(&self, question: &GetUpdates<'_>) -> Asking<Vec<Bytes>> {
        let time = Duration::from_secs(question.timeout) + ON_THE_WAY;
        ask(self.clone(), "getUpdates", question, time, |api, answer| {
            let updates: Vec<&RawValue> = api.read(answer)?;
            // A piece of the body each, not a copy.
            Ok(updates.into_iter().map(|update| answer.body.slice_ref(update.get().as_bytes())).collect())
        })
    }

    fn delete_webhook(&self, drop_pending: bool) -> Asking<()> {
        let question = DeleteWebhook { drop_pending_updates: drop_pending };
        ask(self.clone(), "deleteWebhook", &question, self.request_timeout(), |api, answer| {
            api.read::<bool>(answer).map(drop)
        })
    }
}

/// Puts a question, and reads the answer. The future borrows nothing.
fn ask<T: 'static>(
    api: BotApi,
    method: &'static str,
    question: &impl Serialize,
    time: Duration,
    read: fn(&BotApi, &Answer) -> Result<T, Error>,
) -> Asking<T> {
    let body = serde_json::to_vec(question);
    Box::pin(async move {
        let asked = async {
            let body = body.map_err(|error| Error::new(ErrorKind::BadRequest, error.to_string()))?;
            read(&api, &api.post(method, Content::Json(body), time).await?)
        };
        asked.await.map_err(|error| error.during(method))
    })
}
