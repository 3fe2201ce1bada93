//! The HTTP front: the Bot API's methods over the world. <https://core.telegram.org/bots/api>
//!
//! A request is read ([`request`], [`read`]), its method is looked up and run ([`methods`]), and what comes of it is
//! written ([`mod@write`], [`answer`]). The world knows nothing of all that.

mod answer;
mod downloads;
mod faults;
pub(crate) mod file_id;
mod methods;
pub(crate) mod read;
pub(crate) mod request;
mod serve;
mod session;
mod updates;
pub(crate) mod write;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ambigram_core::types::UserId;
use tokio::sync::watch;

pub(crate) use answer::Failure;
pub(crate) use faults::Fault;
pub(crate) use read::text::formatted;
pub(crate) use serve::router;
pub(crate) use session::{Activity, Session};

use crate::world::Shared;

/// The front: the world, and what it remembers of each bot.
#[derive(Debug)]
pub(crate) struct BotApi {
    world: Arc<Shared>,
    sessions: Mutex<HashMap<UserId, Arc<Session>>>,
    /// Turns true when the sandbox stops: nobody shall wait for updates then.
    stopping: watch::Receiver<bool>,
}

impl BotApi {
    pub(crate) fn new(world: Arc<Shared>, stopping: watch::Receiver<bool>) -> Self {
        Self { world, sessions: Mutex::default(), stopping }
    }

    /// What is remembered of a bot.
    pub(crate) fn session(&self, bot: UserId) -> Arc<Session> {
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(sessions.entry(bot).or_insert_with(|| Arc::new(Session::new(bot))))
    }
}
