//! A stage for bots: a Telegram of its own, and bots that run in it over the real wire.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a stage that cannot be set fails its test")]

use ambigram::bot_api::BotApi;
use ambigram::dispatch::Report;
use ambigram::{Bot, Dispatcher, Router};
use ambigram_sandbox::play::{BotAccount, Telegram, UserHandle};
use ambigram_sandbox::{Config, Sandbox};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A Telegram of its own.
#[derive(Debug)]
pub struct Stage {
    sandbox: Sandbox,
}

/// A bot that runs on a stage.
#[derive(Debug)]
pub struct Running {
    /// The bot's account.
    pub account: BotAccount,
    /// The handle that its handlers get.
    pub bot: Bot,
    stop: oneshot::Sender<()>,
    dispatcher: JoinHandle<Result<Report, ambigram::Error>>,
}

impl Stage {
    /// An empty stage.
    pub async fn new() -> Self {
        Self { sandbox: Sandbox::start(Config::default()).await.unwrap() }
    }

    /// Telegram, to make people and look around.
    pub fn telegram(&self) -> &Telegram {
        self.sandbox.telegram()
    }

    /// A person.
    pub fn user(&self, name: &str) -> UserHandle {
        self.telegram().user(name)
    }

    /// Where the Bot API is.
    pub fn bot_api_url(&self) -> String {
        self.sandbox.bot_api_url()
    }

    /// The wire for a bot's account.
    pub fn wire(&self, account: &BotAccount) -> BotApi {
        self.wire_with_token(&account.token)
    }

    /// The wire with any token.
    pub fn wire_with_token(&self, token: &str) -> BotApi {
        BotApi::builder(token).base_url(self.bot_api_url()).build().unwrap()
    }

    /// Runs a bot with an account of its own.
    pub fn run(&self, router: Router) -> Running {
        self.run_as(self.telegram().bot("test_bot"), router)
    }

    /// Runs a bot with an account that is there.
    pub fn run_as(&self, account: BotAccount, router: Router) -> Running {
        let wire = self.wire(&account);
        let updates = wire.long_polling();
        let dispatcher = Dispatcher::new(router, wire).unwrap();
        let bot = dispatcher.bot().clone();
        let (stop, stopped) = oneshot::channel();
        let dispatcher = tokio::spawn(dispatcher.run_until(updates, async {
            let _ = stopped.await;
        }));
        Running { account, bot, stop, dispatcher }
    }

    /// Waits until the bot has done with all that it was told.
    pub async fn until_quiet(&self, running: &Running) {
        self.telegram().until_quiet(&running.account).await;
    }
}

impl Running {
    /// Stops the bot as a signal would.
    pub async fn stop(self) -> Report {
        drop(self.stop);
        self.dispatcher.await.unwrap().unwrap()
    }
}
