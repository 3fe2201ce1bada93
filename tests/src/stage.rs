//! A Telegram of its own with one of the wires to it, and the bots that run there.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use ambigram::bot_api::BotApi;
use ambigram::dispatch::Report;
use ambigram::mtproto::MtProto;
use ambigram::types::UpdateKind;
use ambigram::{AnyBackend, Bot, Dispatcher, Router, Wire};
use ambigram_sandbox::play::{BotAccount, Progress, Telegram, UserHandle, Watched};
use ambigram_sandbox::world::{Shared, World};
use ambigram_sandbox::{Config, Sandbox};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::record::{Record, RecordedBackend, RecordedSource};

/// What the world's clock stands at in the beginning, so that the same scenario is the same in every run.
const NOW: i64 = 1_800_000_000;

/// A Telegram of its own, and a wire to it.
#[derive(Debug)]
pub struct Stage {
    sandbox: Sandbox,
    wire: Wire,
    clock: Arc<AtomicI64>,
    record: Arc<Record>,
    /// Where the bots keep their sessions.
    sessions: TempDir,
    /// What the address of the sandbox is for each bot over this wire, by its token: over MTProto each has a key of its
    /// own.
    addresses: Mutex<HashMap<String, String>>,
    backends: Mutex<HashMap<String, AnyBackend>>,
}

/// A bot that runs on a stage.
#[derive(Debug)]
pub struct Running {
    /// The bot's account.
    pub account: BotAccount,
    /// The handle that its handlers get.
    pub bot: Bot,
    progress: Progress,
    stop: oneshot::Sender<()>,
    dispatcher: JoinHandle<Result<Report, ambigram::Error>>,
}

impl Stage {
    /// An empty stage.
    pub async fn new(wire: Wire) -> Self {
        let clock = Arc::new(AtomicI64::new(NOW));
        let shown = Arc::clone(&clock);
        let world = Arc::new(Shared::new(World::new(move || shown.load(Ordering::Relaxed), 0)));
        let sandbox = Sandbox::open(Telegram::over(world), Config::default()).await.unwrap();
        let sessions = tempfile::tempdir().unwrap();
        Self {
            sandbox,
            wire,
            clock,
            record: Arc::default(),
            sessions,
            addresses: Mutex::default(),
            backends: Mutex::default(),
        }
    }

    /// The wire that is played over.
    pub fn wire(&self) -> Wire {
        self.wire
    }

    /// Lets so many seconds pass, with all that happens by itself.
    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
        self.telegram().world().write(World::pass_time);
    }

    /// What the clock shows, in seconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    /// Telegram, to make people and look around.
    pub fn telegram(&self) -> &Telegram {
        self.sandbox.telegram()
    }

    /// The sandbox with its doors.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// A person.
    pub fn user(&self, name: &str) -> UserHandle {
        self.telegram().user(name)
    }

    /// A bot's account that has signed in: over MTProto a bot is told what happens from then on.
    pub async fn account(&self, username: &str) -> BotAccount {
        let account = self.telegram().bot(username);
        Bot::new(self.backend(&account)).get_me().await.unwrap();
        account
    }

    /// The wire for a bot's account; the same each time.
    pub fn backend(&self, account: &BotAccount) -> AnyBackend {
        let mut backends = self.backends.lock().unwrap();
        let backend = backends.entry(account.token.clone());
        backend.or_insert_with(|| self.backend_with_token(&account.token)).clone()
    }

    /// The file in which a bot keeps its session.
    pub fn session(&self, account: &BotAccount) -> PathBuf {
        self.sessions.path().join(&account.username)
    }

    /// Has an account use a wire that was set up in another way.
    pub fn adopt(&self, account: &BotAccount, backend: AnyBackend) {
        self.backends.lock().unwrap().insert(account.token.clone(), backend);
    }

    fn address(&self, token: &str) -> String {
        let mut addresses = self.addresses.lock().unwrap();
        let address = addresses.entry(token.to_owned()).or_insert_with(|| match self.wire {
            Wire::Http => self.sandbox.bot_api_url(),
            _ => self.sandbox.ready_session().to_string(),
        });
        address.clone()
    }

    /// A bot's account over a wire of the test's choice, with a session of its own where the wire has sessions.
    pub fn backend_over(&self, wire: Wire, account: &BotAccount) -> AnyBackend {
        match wire {
            Wire::Http => {
                BotApi::builder(&account.token).base_url(self.sandbox.bot_api_url()).build().unwrap().into()
            }
            _ => {
                let server = self.sandbox.ready_session().to_string().parse().unwrap();
                let session = self.sessions.path().join(format!("{}.other", account.username));
                let builder = MtProto::builder(&account.token, 1, "hash").server(server);
                builder.session(session).build().unwrap().into()
            }
        }
    }

    /// The wire with any token.
    pub fn backend_with_token(&self, token: &str) -> AnyBackend {
        let address = self.address(token);
        match self.wire {
            Wire::Http => BotApi::builder(token).base_url(&address).build().unwrap().into(),
            _ => {
                let session = self.sessions.path().join(format!("{}.session", token.replace(':', "-")));
                let server = address.parse().unwrap();
                MtProto::builder(token, 1, "hash").server(server).session(session).build().unwrap().into()
            }
        }
    }

    /// Lets go of an account's wire, so that another program can have its session.
    pub fn release(&self, account: &BotAccount) {
        self.backends.lock().unwrap().remove(&account.token);
    }

    /// The environment in which a program is this bot.
    pub fn environment(&self, account: &BotAccount) -> Vec<(&'static str, String)> {
        vec![
            ("AMBIGRAM_BACKEND", self.wire.name().to_owned()),
            ("BOT_TOKEN", account.token.clone()),
            ("API_URL", self.address(&account.token)),
            ("API_ID", "1".to_owned()),
            ("API_HASH", "hash".to_owned()),
            ("SESSION", self.session(account).display().to_string()),
        ]
    }

    /// A bot's handle whose calls are recorded.
    pub fn bot(&self, account: &BotAccount) -> Bot {
        Bot::new(RecordedBackend { backend: self.backend(account), record: self.record.clone() })
    }

    /// The updates of an account, recorded.
    pub fn updates(&self, account: &BotAccount) -> impl ambigram::backend::UpdateSource + use<> {
        RecordedSource { source: self.backend(account).updates(), record: self.record.clone() }
    }

    /// The updates of an account, recorded, with those that are told on request only.
    pub fn all_updates(&self, account: &BotAccount) -> impl ambigram::backend::UpdateSource + use<> {
        let source: Box<dyn ambigram::backend::UpdateSource> = match self.backend(account) {
            AnyBackend::BotApi(api) => {
                Box::new(api.long_polling().allowed_updates(UpdateKind::NAMES.to_vec()))
            }
            AnyBackend::MtProto(wire) => Box::new(wire.updates().allowed_updates(UpdateKind::NAMES.to_vec())),
        };
        RecordedSource { source, record: self.record.clone() }
    }

    /// Runs a bot with an account of its own.
    pub async fn run(&self, router: Router) -> Running {
        let account = self.account("test_bot").await;
        self.run_as(account, router)
    }

    /// Runs a bot with an account that is there.
    pub fn run_as(&self, account: BotAccount, router: Router) -> Running {
        let updates = Watched::new(self.updates(&account));
        let progress = updates.progress();
        let record = self.record.clone();
        let dispatcher = Dispatcher::new(router, self.backend(&account))
            .unwrap()
            .layer(|backend| RecordedBackend { backend, record });
        let bot = dispatcher.bot().clone();
        let (stop, stopped) = oneshot::channel();
        let dispatcher = tokio::spawn(dispatcher.run_until(updates, async {
            let _ = stopped.await;
        }));
        Running { account, bot, progress, stop, dispatcher }
    }

    /// Waits until the bot has done with all that it was told.
    pub async fn until_quiet(&self, running: &Running) {
        self.telegram().until_done(&running.account, &running.progress).await;
    }

    /// What happened.
    pub(crate) fn record(&self) -> Value {
        self.record.with_what_is_seen(self.telegram())
    }
}

impl Running {
    /// How far it has come.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Stops the bot as a signal would.
    pub async fn stop(self) -> Report {
        drop(self.stop);
        self.dispatcher.await.unwrap().unwrap()
    }
}
