//! The backend: a bot's calls over HTTP.

use std::any::Any;
use std::env::{self, VarError};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ambigram_core::backend::Backend;
use ambigram_core::capability::Capability;
use ambigram_core::requests::{GetFile, Method, Request, Response, Visit};
use ambigram_core::types::FileId;
use ambigram_core::{Download, Error, ErrorKind};
use async_trait::async_trait;
use reqwest::Client;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio::sync::Semaphore;

use crate::address::Address;
use crate::answer::Answer;
use crate::error::limited;
use crate::form::Fields;
use crate::http::{self, Content};
use crate::polling::LongPolling;

/// Telegram's own server.
const TELEGRAM: &str = "https://api.telegram.org";

/// How long a call may take, its answer included.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// How many calls may be under way at once: enough to keep both ends busy. More connections take more time each.
const CONCURRENT_CALLS: usize = 64;

/// How many bytes are sent in a second at the least: the time of a call with files grows by it.
const UPLOADED_A_SECOND: u64 = 64 << 10;

/// The largest file that Telegram's own server takes. <https://core.telegram.org/bots/api#sending-files>
const MOST_UPLOADED: u64 = 50_000_000;

/// The largest file that Telegram's own server gives out. <https://core.telegram.org/bots/api#getfile>
const MOST_DOWNLOADED: u64 = 20_000_000;

/// What the wire is called.
const NAME: &str = "the Bot API";

/// Telegram's Bot API over HTTP, for one bot. Cheap to clone: clones share their connections.
///
/// It honours the environment's `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` (of the schemes `http` and `socks5`) and
/// `NO_PROXY`, except for a server on this machine, and trusts the certificates that the system trusts.
/// The token shows in no message, no error and no debug output.
#[derive(Clone)]
pub struct BotApi(Arc<Inner>);

struct Inner {
    client: Client,
    address: Address,
    request_timeout: Duration,
    /// A slot for each call that may be under way.
    calls: Semaphore,
}

/// How calls are to be made; see [`BotApi::builder`].
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct BotApiBuilder {
    token: String,
    base_url: String,
    request_timeout: Duration,
    concurrent_calls: usize,
}

impl BotApi {
    /// The bot with this token, on Telegram's own server. Nothing is asked of the server yet.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), when the token has not the form of one, and when the system has
    /// no root certificates.
    pub fn new(token: impl Into<String>) -> Result<Self, Error> {
        Self::builder(token).build()
    }

    /// The bot with this token, on a server or with times of your choice.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use ambigram_bot_api::BotApi;
    /// let api = BotApi::builder("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")
    ///     .base_url("http://127.0.0.1:8081")
    ///     .request_timeout(Duration::from_secs(10))
    ///     .build()?;
    /// assert_eq!(format!("{api:?}"), "BotApi(bot 123456 at http://127.0.0.1:8081/)");
    /// # Ok::<(), ambigram_core::Error>(())
    /// ```
    pub fn builder(token: impl Into<String>) -> BotApiBuilder {
        BotApiBuilder {
            token: token.into(),
            base_url: TELEGRAM.to_owned(),
            request_timeout: REQUEST_TIMEOUT,
            concurrent_calls: CONCURRENT_CALLS,
        }
    }

    /// The bot whose token is in the environment variable `BOT_TOKEN`, on the server whose address is in `API_URL`
    /// (Telegram's own where that is not set).
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), saying what is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_variables(|name| env::var(name))
    }

    fn from_variables(read: impl Fn(&str) -> Result<String, VarError>) -> Result<Self, Error> {
        let variable = |name: &str| match read(name) {
            // One that is empty is as good as none.
            Ok(value) => Ok(Some(value).filter(|value| !value.trim().is_empty())),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => {
                let what = format!("expected text in the environment variable {name}, got other bytes");
                Err(Error::new(ErrorKind::Configuration, what))
            }
        };
        let Some(token) = variable("BOT_TOKEN")? else {
            let what = "expected the bot's token, as @BotFather gives it, in the environment variable BOT_TOKEN, \
                        which is not set";
            return Err(Error::new(ErrorKind::Configuration, what));
        };
        let builder = Self::builder(token);
        match variable("API_URL")? {
            Some(url) => builder.base_url(url).build(),
            None => builder.build(),
        }
    }

    /// Takes the bot's updates, in the way that needs nothing set up: by [asking for them](Self::long_polling).
    pub fn updates(&self) -> LongPolling {
        self.long_polling()
    }

    /// Takes the bot's updates by asking for them.
    pub fn long_polling(&self) -> LongPolling {
        LongPolling::new(self.clone())
    }

    /// Calls a method that has no request of its own in the vocabulary, and gives its answer.
    pub(crate) async fn post(&self, method: &str, content: Content, time: Duration) -> Result<Answer, Error> {
        http::post(&self.0.client, &self.0.address, method, content, time).await
    }

    /// Reads the result out of an answer.
    pub(crate) fn read<'a, R: Deserialize<'a>>(&self, answer: &'a Answer) -> Result<R, Error> {
        answer.result(&self.0.address)
    }

    /// How long a call may take.
    pub(crate) fn request_timeout(&self) -> Duration {
        self.0.request_timeout
    }
}

impl fmt::Debug for BotApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = &self.0.address;
        write!(f, "BotApi(bot {} at {address:?})", address.bot_id())
    }
}

impl BotApiBuilder {
    /// Another server, such as your own: <https://github.com/tdlib/telegram-bot-api>. The path before `/bot…`
    /// may be part of it. An `http` address goes unencrypted, token and all.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// How long a call may take, its answer included; 30 seconds unless said otherwise. One that sends files has a
    /// second more for each 64 KiB, and each piece of a file that is fetched has this time anew. Asking for updates has
    /// a time of its own.
    pub fn request_timeout(mut self, timeout: Duration) -> Self {
        self.request_timeout = timeout;
        self
    }

    /// How many calls are under way at once, at most; 64 unless said otherwise. Each has a connection of its own,
    /// and the next waits for one of them to end. Asking for updates does not count.
    pub fn concurrent_calls(mut self, calls: usize) -> Self {
        self.concurrent_calls = calls;
        self
    }

    /// The bot.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), when the token or the address has not the form of one, and when
    /// the system has no root certificates to check an `https` server by.
    pub fn build(self) -> Result<BotApi, Error> {
        let address = Address::new(&self.base_url, &self.token)?;
        let client = http::client(&address)?;
        let calls = Semaphore::new(self.concurrent_calls.clamp(1, Semaphore::MAX_PERMITS));
        Ok(BotApi(Arc::new(Inner { client, address, request_timeout: self.request_timeout, calls })))
    }
}

impl fmt::Debug for BotApiBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BotApiBuilder")
            .field("request_timeout", &self.request_timeout)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Backend for BotApi {
    fn name(&self) -> &'static str {
        NAME
    }

    fn wire(&self) -> Option<&dyn Any> {
        Some(self)
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        let method = request.name();
        self.carry(request).await.map_err(|error| error.during(method))
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        self.fetch(file).await
    }
}

impl BotApi {
    /// Carries out a request.
    pub(crate) async fn carry(&self, request: Request) -> Result<Response, Error> {
        let Prepared { method, needs, body } = request.visit(Prepare)?;
        if needs.is_some_and(|capability| !self.can(capability)) {
            return Err(Error::unsupported(method, NAME));
        }
        let answer = self.ask(method, body).await?;
        if let Some(result) = answer.plain_result() {
            return Ok(Response::Json(result));
        }
        let limit = if method == GetFile::NAME { Some(MOST_DOWNLOADED) } else { answer.limit };
        self.read(&answer).map(Response::Json).map_err(|error| limited(error, limit))
    }

    /// Makes a call when its turn comes, and gives its answer.
    pub(crate) async fn ask(&self, method: &str, body: Body) -> Result<Answer, Error> {
        // Never closed, so there is always a slot in the end.
        let _slot = self.0.calls.acquire().await;
        let time = self.0.request_timeout;
        match body {
            Body::Json(body) => self.post(method, Content::Json(body), time).await,
            Body::Form(fields) => {
                let (form, size) = fields.open().await?;
                let time = time.saturating_add(Duration::from_secs(size / UPLOADED_A_SECOND));
                let mut answer = self.post(method, Content::Form(form), time).await?;
                // Less than that is too large for a proxy on the way, whose limit is its own.
                answer.limit = (size > MOST_UPLOADED).then_some(MOST_UPLOADED);
                Ok(answer)
            }
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.0.client
    }

    pub(crate) fn address(&self) -> &Address {
        &self.0.address
    }
}

/// A request in its wire form.
struct Prepared {
    method: &'static str,
    needs: Option<Capability>,
    body: Body,
}

/// What goes along with a call, its files not opened yet.
#[derive(Debug)]
pub(crate) enum Body {
    /// An object.
    Json(Vec<u8>),
    /// An object, and files.
    Form(Fields),
}

struct Prepare;

impl Visit for Prepare {
    type Out = Result<Prepared, Error>;

    fn visit<M: Method>(self, request: &M) -> Self::Out {
        let uploads = request.uploads();
        let body = if uploads.is_empty() {
            serde_json::to_vec(request).map(Body::Json)
        } else {
            let files = uploads.into_iter().map(|upload| (upload.part(), upload.clone())).collect();
            fields(request).map(|texts| Body::Form(Fields { texts, files }))
        };
        Ok(Prepared { method: M::NAME, needs: M::NEEDS, body: body.map_err(unwritable)? })
    }
}

/// The fields of what is an object in JSON.
pub(crate) fn fields(value: &impl Serialize) -> Result<Map<String, Value>, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}

/// The error of a request that has no JSON form.
pub(crate) fn unwritable(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::BadRequest, format!("the request cannot be written as JSON: {error}"))
        .because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_which_bot_and_where() {
        let api = |token: Option<&str>, url: Option<&str>| {
            let api = BotApi::from_variables(|name| {
                let value = match name {
                    "BOT_TOKEN" => token,
                    "API_URL" => url,
                    _ => None,
                };
                value.map(str::to_owned).ok_or(VarError::NotPresent)
            });
            api.map_or_else(|error| error.to_string(), |api| format!("{api:?}"))
        };
        let local = Some("http://127.0.0.1:8081");
        for (token, url, expected) in [
            (Some("123456:ABC"), local, "bot 123456 at http://127.0.0.1:8081/"),
            (Some("123456:ABC"), None, "bot 123456 at https://api.telegram.org/"),
            (Some("123456:ABC"), Some(""), "bot 123456 at https://api.telegram.org/"),
            (None, local, "BOT_TOKEN, which is not set"),
            (Some(" "), local, "BOT_TOKEN, which is not set"),
            (Some("nonsense"), local, "expected a bot token"),
            (Some("123456:ABC"), Some("nonsense"), "expected the address of a Bot API server"),
        ] {
            let got = api(token, url);
            assert!(got.contains(expected), "{got}");
        }
    }
}
