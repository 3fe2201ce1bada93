//! A Telegram without a network, for tests: a queue of updates that behaves as the Bot API server's does.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use bytes::Bytes;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

use super::telegram::{Asking, GetUpdates, Telegram};

/// The server; clones are the same one.
#[derive(Clone, Default)]
pub(super) struct FakeTelegram {
    state: Arc<Mutex<State>>,
    arrived: Arc<Notify>,
}

#[derive(Default)]
pub(super) struct State {
    /// The numbers of the updates that are not confirmed.
    pub(super) queue: VecDeque<i64>,
    /// What was asked and given, question by question.
    pub(super) questions: Vec<Asked>,
    /// What goes wrong with the next questions.
    pub(super) faults: VecDeque<Error>,
    /// How long answers are under way.
    pub(super) latency: Duration,
    /// Updates that are not plain messages.
    pub(super) odd: HashMap<i64, &'static str>,
    /// Whether a question without an answer is answered at once, by nothing.
    pub(super) never_waits: bool,
    /// Whether a webhook takes the updates.
    pub(super) has_webhook: bool,
    /// How often a webhook was taken away.
    pub(super) deletions: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) at: Instant,
    pub(super) offset: Option<i64>,
    pub(super) limit: u8,
    pub(super) timeout: u64,
    pub(super) allowed_updates: Option<Vec<String>>,
    pub(super) given: Vec<i64>,
}

impl FakeTelegram {
    pub(super) fn with(updates: impl IntoIterator<Item = i64>) -> Self {
        let fake = Self::default();
        fake.push(updates);
        fake
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Updates arrive.
    pub(super) fn push(&self, updates: impl IntoIterator<Item = i64>) {
        self.lock().queue.extend(updates);
        self.arrived.notify_waiters();
    }

    pub(super) fn fail(&self, kind: ErrorKind, description: &str) {
        self.lock().faults.push_back(Error::new(kind, description));
    }

    /// How many questions there have been.
    pub(super) fn questions(&self) -> usize {
        self.lock().questions.len()
    }

    /// How many updates were given more than once.
    pub(super) fn repeated(&self) -> usize {
        let mut given: Vec<i64> =
            self.lock().questions.iter().flat_map(|asked| asked.given.clone()).collect();
        let total = given.len();
        given.sort_unstable();
        given.dedup();
        total - given.len()
    }

    /// Confirms, and sets the terms of a question by the server's rules against haste.
    fn accept(&self, asked: &mut Asked) {
        let mut state = self.lock();
        if let Some(offset) = asked.offset
            && state.queue.iter().any(|&id| id >= offset)
        {
            state.queue.retain(|&id| id >= offset);
        } else if asked
            .offset
            .is_some_and(|offset| state.queue.back().is_some_and(|&last| offset == last + 1))
        {
            state.queue.clear();
        }
        if let Some(last) = state.questions.last().filter(|last| last.offset == asked.offset) {
            let since = asked.at.duration_since(last.at);
            if since < Duration::from_secs(3) {
                asked.timeout = asked.timeout.max(3);
            }
            if since < Duration::from_millis(500) {
                asked.limit = 1;
            }
        }
        state.questions.push(asked.clone());
    }

    /// What there is to give.
    fn take(&self, limit: u8, index: usize) -> Vec<Bytes> {
        let mut state = self.lock();
        let given: Vec<i64> = state.queue.iter().copied().take(limit.into()).collect();
        let json = given.iter().map(|id| match state.odd.get(id) {
            Some(json) => Bytes::from_static(json.as_bytes()),
            None => Bytes::from(format!(
                r#"{{"update_id":{id},"message":{{"message_id":{id},"date":1,"chat":{{"id":{id},"type":"private"}},"text":"hi"}}}}"#
            )),
        });
        let json = json.collect();
        state.questions[index].given = given;
        json
    }
}

impl Telegram for FakeTelegram {
    fn get_updates(&self, question: &GetUpdates<'_>) -> Asking<Vec<Bytes>> {
        let fake = self.clone();
        let mut asked = Asked {
            at: Instant::now(),
            offset: question.offset,
            limit: question.limit,
            timeout: question.timeout,
            allowed_updates: question.allowed_updates.map(<[String]>::to_vec),
            given: Vec::new(),
        };
        Box::pin(async move {
            fake.accept(&mut asked);
            let index = fake.questions() - 1;
            let fault = fake.lock().faults.pop_front();
            if let Some(fault) = fault {
                return Err(fault);
            }
            if fake.lock().has_webhook {
                let words = "Conflict: can't use getUpdates method while webhook is active";
                return Err(Error::new(ErrorKind::Conflict, words));
            }
            let until = asked.at + Duration::from_secs(asked.timeout);
            let mut updates = fake.take(asked.limit, index);
            while updates.is_empty() && !fake.lock().never_waits {
                if timeout_at(until, fake.arrived.notified()).await.is_err() {
                    break;
                }
                updates = fake.take(asked.limit, index);
            }
            let latency = fake.lock().latency;
            sleep(latency).await;
            Ok(updates)
        })
    }

    fn delete_webhook(&self, drop_pending: bool) -> Asking<()> {
        let fake = self.clone();
        Box::pin(async move {
            let mut state = fake.lock();
            if let Some(fault) = state.faults.pop_front() {
                return Err(fault);
            }
            state.has_webhook = false;
            state.deletions += 1;
            if drop_pending {
                state.queue.clear();
            }
            Ok(())
        })
    }
}
