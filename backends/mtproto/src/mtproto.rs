//! The backend: a bot's calls over MTProto.

use std::any::Any;
use std::env::{self, VarError};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use ambigram_core::backend::Backend;
use ambigram_core::capability::{Capability, FetchMessages};
use ambigram_core::requests::{Request, Response};
use ambigram_core::types::FileId;
use ambigram_core::{Download, Error, ErrorKind};
use async_trait::async_trait;

use crate::calls;
use crate::server::Server;
use crate::session::Session;
use crate::updates::Updates;
use crate::wire::{Login, Wire};

/// How long a call may take, its answer included.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// Telegram over MTProto, for one bot. Cheap to clone: clones share their connection.
///
/// It connects and signs in when it is first used, and keeps what it must know the next time in its session's file:
/// who has that file can act as the bot. The token, the API hash and the keys show in no message, no error and no
/// debug output.
///
/// A call whose connection fails is made again, within its time: a message is not sent twice for that.
#[derive(Clone)]
pub struct MtProto(Arc<Wire>);

/// How the bot is to connect; see [`MtProto::builder`].
#[derive(Clone)]
#[must_use = "a builder does nothing until it is built"]
pub struct MtProtoBuilder {
    token: String,
    api_id: i32,
    api_hash: String,
    session: Option<PathBuf>,
    server: Option<Server>,
    request_timeout: Duration,
}

impl MtProto {
    /// The bot with this token, in a program with this API id and hash, from <https://my.telegram.org/apps>.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use ambigram_mtproto::MtProto;
    /// let wire = MtProto::builder("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", 1234, "0123456789abcdef")
    ///     .session("my_bot.session")
    ///     .request_timeout(Duration::from_secs(10))
    ///     .build()?;
    /// # Ok::<(), ambigram_core::Error>(())
    /// ```
    pub fn builder(token: impl Into<String>, api_id: i32, api_hash: impl Into<String>) -> MtProtoBuilder {
        MtProtoBuilder {
            token: token.into(),
            api_id,
            api_hash: api_hash.into(),
            session: None,
            server: None,
            request_timeout: REQUEST_TIMEOUT,
        }
    }

    /// The bot that the environment describes: `BOT_TOKEN`, `API_ID` and `API_HASH`; `API_URL` for a [`Server`]
    /// other than Telegram's own, and `SESSION` for the session's file (`<bot id>.session` in the current folder
    /// where that is not set).
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), saying all that is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        MtProtoBuilder::from_variables(|name| env::var(name))?.build()
    }

    /// The connection beneath.
    #[cfg(feature = "raw")]
    pub(crate) fn connection(&self) -> &Wire {
        &self.0
    }

    /// Takes the bot's updates. One at a time can: a second fails until the first is dropped.
    pub fn updates(&self) -> Updates {
        Updates::new(self.0.clone())
    }
}

impl fmt::Debug for MtProto {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MtProto({:?})", self.0)
    }
}

impl MtProtoBuilder {
    fn from_variables(read: impl Fn(&str) -> Result<String, VarError>) -> Result<Self, Error> {
        let mut wrong = Vec::new();
        let mut variable = |name: &str| match read(name) {
            // One that is empty is as good as none.
            Ok(value) => Some(value).filter(|value| !value.trim().is_empty()),
            Err(VarError::NotPresent) => None,
            Err(VarError::NotUnicode(_)) => {
                wrong.push(format!("expected text in the environment variable {name}, got other bytes"));
                None
            }
        };
        let [token, api_id, api_hash] = ["BOT_TOKEN", "API_ID", "API_HASH"].map(&mut variable);
        let [server, session] = ["API_URL", "SESSION"].map(&mut variable);
        for (name, what, value) in [
            ("BOT_TOKEN", "the bot's token, as @BotFather gives it", &token),
            ("API_ID", "the program's API id, as my.telegram.org gives it", &api_id),
            ("API_HASH", "the program's API hash, as my.telegram.org gives it", &api_hash),
        ] {
            if value.is_none() && !wrong.iter().any(|said| said.contains(name)) {
                wrong.push(format!("expected {what}, in the environment variable {name}, which is not set"));
            }
        }
        let api_id = api_id.map(|text| text.trim().parse::<i32>().map_err(|_| text));
        if let Some(Err(text)) = &api_id {
            wrong.push(format!("expected a number in the environment variable API_ID, got `{text}`"));
        }
        let server = server.map(|url| url.parse::<Server>());
        if let Some(Err(error)) = &server {
            wrong.push(format!("{error} (in the environment variable API_URL)"));
        }
        // What is there is checked as well, so that everything is said at once.
        let sound = match &token {
            Some(token) => {
                let api_id = api_id.as_ref().and_then(|id| id.as_ref().ok()).copied();
                Login::new(token, api_id.unwrap_or(1), api_hash.as_deref().unwrap_or("unknown")).map(drop)
            }
            None => Ok(()),
        };
        if let Err(error) = &sound {
            wrong.push(error.description().to_owned());
        }
        match (token, api_id, api_hash) {
            (Some(token), Some(Ok(api_id)), Some(api_hash)) if wrong.is_empty() => Ok(Self {
                session: session.map(PathBuf::from),
                server: server.transpose()?,
                ..MtProto::builder(token, api_id, api_hash)
            }),
            _ => Err(Error::new(ErrorKind::Configuration, wrong.join("; "))),
        }
    }

    /// The session's file, which is made where there is none; `<bot id>.session` in the current folder unless said
    /// otherwise. One bot has one, and one program at a time opens it.
    pub fn session(mut self, path: impl Into<PathBuf>) -> Self {
        self.session = Some(path.into());
        self
    }

    /// A server other than Telegram's own.
    pub fn server(mut self, server: Server) -> Self {
        self.server = Some(server);
        self
    }

    /// How long a call may take, its answer and further attempts included; 30 seconds unless said otherwise.
    pub fn request_timeout(mut self, timeout: Duration) -> Self {
        self.request_timeout = timeout;
        self
    }

    /// The bot. Opens the session's file; nothing is asked of Telegram yet.
    ///
    /// # Errors
    /// [`Configuration`](ErrorKind::Configuration), when the token has not the form of one, and when the file is
    /// another bot's, no session, or in use.
    pub fn build(self) -> Result<MtProto, Error> {
        let login = Login::new(&self.token, self.api_id, &self.api_hash)?;
        let path = self.session.unwrap_or_else(|| PathBuf::from(format!("{}.session", login.bot())));
        let session = Session::open(&path, login.bot(), self.server)?;
        Ok(MtProto(Arc::new(Wire::new(Arc::new(session), login, self.request_timeout))))
    }
}

impl fmt::Debug for MtProtoBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MtProtoBuilder")
            .field("session", &self.session)
            .field("server", &self.server)
            .field("request_timeout", &self.request_timeout)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Backend for MtProto {
    fn name(&self) -> &'static str {
        "MTProto"
    }

    fn can(&self, capability: Capability) -> bool {
        capability == Capability::FetchMessages
    }

    fn wire(&self) -> Option<&dyn Any> {
        Some(self)
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        let method = request.name();
        calls::call(&self.0, request).await.map_err(|error| error.during(method))
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        calls::download(self.0.clone(), file).await
    }
}

impl FetchMessages for MtProto {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_which_bot_and_where() {
        let url = format!("mtproto://{}@127.0.0.1:4430/2", "5e".repeat(256));
        let url = url.as_str();
        const TOKEN: &str = "123456:secret";
        for (variables, expected) in [
            (&[("BOT_TOKEN", TOKEN), ("API_ID", "1"), ("API_HASH", "ab")][..], &["session: None"][..]),
            (
                &[
                    ("BOT_TOKEN", TOKEN),
                    ("API_ID", " 1 "),
                    ("API_HASH", "ab"),
                    ("SESSION", "s"),
                    ("API_URL", url),
                ],
                &["Some(\"s\")", "@127.0.0.1:4430/2"],
            ),
            (&[("API_URL", "")], &["BOT_TOKEN, which is not set", "API_ID, which", "API_HASH, which"]),
            (
                &[("BOT_TOKEN", "secret"), ("API_ID", "x"), ("API_HASH", "ab"), ("API_URL", "http://x")],
                &["got 6 bytes without a `:`", "API_ID, got `x`", "the scheme `http`", "API_URL"],
            ),
            (&[("BOT_TOKEN", TOKEN), ("API_ID", "-1"), ("API_HASH", "ab")], &["an API id", "got -1"]),
        ] {
            let read = |name: &str| {
                let value = variables.iter().find(|(key, _)| *key == name);
                value.map(|(_, value)| (*value).to_owned()).ok_or(VarError::NotPresent)
            };
            let got = match MtProtoBuilder::from_variables(read) {
                Ok(builder) => format!("{builder:?}"),
                Err(error) => format!("{error} {error:?}"),
            };
            for expected in expected {
                assert!(got.contains(expected), "{got}");
            }
            assert!(!got.contains("secret") && !got.contains("5e5e"), "{got}");
        }
    }

    #[test]
    fn a_variable_of_other_bytes_is_said_to_be_one() {
        let error = MtProtoBuilder::from_variables(|_| Err(VarError::NotUnicode("x".into()))).unwrap_err();
        let said = error.to_string();
        assert_eq!(said.matches("other bytes").count(), 5, "{said}");
        assert!(!said.contains("not set"), "{said}");
    }
}
