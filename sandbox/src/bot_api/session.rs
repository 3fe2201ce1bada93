//! What the front remembers of one bot: its waiting updates, who polls for them, and what it is doing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;
use tokio::sync::watch;
use tokio::time::Instant;

use super::downloads::Downloads;
use super::faults::Faults;
use super::updates::Inbox;

/// One bot's side of the front.
#[derive(Debug)]
pub(crate) struct Session {
    inbox: Mutex<Inbox>,
    /// Counts the long polls: one that is not the last any more is over.
    polls: watch::Sender<u64>,
    activity: watch::Sender<Activity>,
    faults: Faults,
    downloads: Downloads,
}

/// What a bot is doing, as far as it shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Activity {
    /// How many of its requests are being served, those aside that wait for updates.
    pub(crate) calls: usize,
    /// How many of its requests wait for updates.
    pub(crate) polls: usize,
    /// When a request came or was answered last.
    pub(crate) last: Instant,
}

impl Session {
    pub(crate) fn new(bot: UserId) -> Self {
        Self {
            inbox: Mutex::new(Inbox::new(bot)),
            polls: watch::Sender::new(0),
            activity: watch::Sender::new(Activity { calls: 0, polls: 0, last: Instant::now() }),
            faults: Faults::default(),
            downloads: Downloads::default(),
        }
    }

    /// The waiting updates. Not to be held across an `await`.
    pub(crate) fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is put in the way of its requests.
    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The files that it can download.
    pub(crate) fn downloads(&self) -> &Downloads {
        &self.downloads
    }

    /// Waits for updates from now on; whoever waited before is told that it is over.
    pub(crate) fn poll(self: &Arc<Self>) -> Poll {
        let mut receiver = self.polls.subscribe();
        self.polls.send_modify(|count| *count += 1);
        let own = *receiver.borrow_and_update();
        Poll { receiver, own, _under_way: UnderWay::new(self, |activity| &mut activity.polls) }
    }

    /// Ends the long poll that waits, if one does.
    pub(crate) fn end_poll(&self) {
        self.polls.send_modify(|count| *count += 1);
    }

    /// A request is being served until the returned value is dropped.
    pub(crate) fn call(self: &Arc<Self>) -> UnderWay {
        UnderWay::new(self, |activity| &mut activity.calls)
    }

    /// What the bot is doing, and every change of it.
    pub(crate) fn activity(&self) -> watch::Receiver<Activity> {
        self.activity.subscribe()
    }
}

/// A request that waits for updates.
#[derive(Debug)]
pub(crate) struct Poll {
    receiver: watch::Receiver<u64>,
    own: u64,
    _under_way: UnderWay,
}

impl Poll {
    /// Waits until another request takes this one's place.
    pub(crate) async fn superseded(&mut self) {
        let own = self.own;
        if self.receiver.wait_for(|last| *last != own).await.is_err() {
            // The session is gone, and with it whoever could take the place.
            std::future::pending::<()>().await;
        }
    }
}

/// Counts something as going on until it is dropped, which it also is where the client hangs up.
#[derive(Debug)]
pub(crate) struct UnderWay {
    session: Arc<Session>,
    count: fn(&mut Activity) -> &mut usize,
}

impl UnderWay {
    fn new(session: &Arc<Session>, count: fn(&mut Activity) -> &mut usize) -> Self {
        session.activity.send_modify(|activity| {
            *count(activity) += 1;
            activity.last = Instant::now();
        });
        Self { session: Arc::clone(session), count }
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.session.activity.send_modify(|activity| {
            let count = (self.count)(activity);
            *count = count.saturating_sub(1);
            activity.last = Instant::now();
        });
    }
}
