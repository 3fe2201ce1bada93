//! What is asked of Telegram when, and what becomes of the answers.

use std::fmt;
use std::time::Duration;

use ambigram_core::delivery::Delivery;
use ambigram_core::types::Update;
use ambigram_core::{Error, ErrorKind};
use bytes::Bytes;
use tokio::select;
use tokio::time::{Instant, sleep_until, timeout};
use tracing::{debug, error, warn};

use super::holdup::Holdup;
use super::pace::Pace;
use super::patience::Patience;
use super::telegram::{Asking, GetUpdates, Telegram};
use super::window::Window;
use super::{Settings, Webhook};

/// A server that has nothing to say and doesn't wait until it has is asked once in this time.
const EMPTY_ANSWERS: Duration = Duration::from_secs(1);

/// A question that has been under way for so long has arrived, and confirmed what it confirms.
const SURELY_ARRIVED: Duration = Duration::from_secs(1);

/// How long the last confirmation may take. Telegram lets a question that repeats the last one wait for three seconds.
const LAST_WORD: Duration = Duration::from_secs(5);

/// The state of long polling.
///
/// Everything lives here rather than in the future of [`next`](Self::next), which may be dropped at any time.
pub(super) struct Poller<T> {
    telegram: T,
    settings: Settings,
    window: Window,
    pace: Pace,
    holdup: Holdup,
    patience: Patience,
    /// Nothing is asked before this moment.
    not_before: Instant,
    /// The question that is under way.
    question: Option<Question>,
    /// The deletion of the webhook that is under way.
    deletion: Option<Asking<()>>,
    /// The offset that Telegram is known to have been told.
    told: Option<i64>,
}

struct Question {
    offset: Option<i64>,
    /// Whether Telegram waits until there is an update, as nothing was open.
    is_long: bool,
    asked: Instant,
    answer: Asking<Vec<Bytes>>,
}

impl<T: Telegram> Poller<T> {
    pub(super) fn new(telegram: T, settings: Settings) -> Self {
        let now = Instant::now();
        Self {
            telegram,
            settings,
            window: Window::new(),
            pace: Pace::new(now),
            holdup: Holdup::default(),
            patience: Patience::default(),
            not_before: now,
            question: None,
            deletion: None,
            told: None,
        }
    }

    pub(super) fn settings(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// Waits for the next update.
    pub(super) async fn next(&mut self) -> Result<Delivery, Error> {
        loop {
            if let Some(delivery) = self.window.pop() {
                return Ok(delivery);
            }
            if let Err(error) = self.receive().await {
                self.bear(error)?;
            }
        }
    }

    /// Asks once, when it is time to, and takes in what is answered.
    async fn receive(&mut self) -> Result<(), Error> {
        sleep_until(self.not_before).await;
        if let Webhook::Delete { drop_pending } = self.settings.webhook {
            let deletion = self.deletion.get_or_insert_with(|| self.telegram.delete_webhook(drop_pending));
            let deleted = deletion.await;
            self.deletion = None;
            deleted?;
            self.patience.restore();
            self.settings.webhook = Webhook::Keep;
        }
        if self.question.is_none() {
            self.wait_for_handlers().await;
            self.question = Some(self.ask());
        }
        // It stays in its place meanwhile, for whoever stops waiting and comes back.
        let Some(question) = &mut self.question else { return Ok(()) };
        let answer = (&mut question.answer).await;
        let Some(question) = self.question.take() else { return Ok(()) };
        self.read(&question, answer?);
        Ok(())
    }

    /// Waits until all that was received is finished, or until it is time to look for updates of other chats.
    async fn wait_for_handlers(&mut self) {
        let ledger = self.window.ledger();
        let limit = usize::from(self.settings.limit);
        let mut open_before = ledger.open();
        loop {
            let (now, open) = (Instant::now(), ledger.open());
            if open < open_before {
                self.pace.moved(now);
                open_before = open;
            }
            let is_full = open >= limit;
            if let Some(age) = self.holdup.look(now, ledger.oldest_open()) {
                warn!(
                    update_id = ledger.oldest_open(),
                    open_for = ?age,
                    received_since = open.saturating_sub(1),
                    "an update is still not finished: none after it can be confirmed{}",
                    if is_full { ", and no more can be received" } else { "" }
                );
            }
            if open == 0 {
                return;
            }
            // With a full window an answer would repeat what is open, and nothing else.
            let next = (!is_full).then(|| self.pace.next(self.window.offset()));
            if next.is_some_and(|next| next <= now) {
                return;
            }
            let alarm = next.into_iter().chain(self.holdup.due()).min();
            // Not woken at every step: that handlers are at work is seen when the time has come.
            let enough = if is_full { limit.saturating_sub(1) } else { 0 };
            select! {
                () = ledger.until_open(enough) => {}
                () = sleep_until(alarm.unwrap_or(now)), if alarm.is_some() => {}
            }
        }
    }

    /// Puts a question to Telegram.
    fn ask(&mut self) -> Question {
        self.window.forget_finished();
        let is_long = self.window.ledger().open() == 0;
        let (asked, offset) = (Instant::now(), self.window.offset());
        let answer = self.telegram.get_updates(&GetUpdates {
            offset,
            limit: self.settings.limit,
            timeout: if is_long { self.settings.timeout.as_secs() } else { 0 },
            allowed_updates: self.settings.allowed_updates.as_deref(),
        });
        self.pace.asked(asked, offset);
        Question { offset, is_long, asked, answer }
    }

    /// Takes in an answer.
    fn read(&mut self, question: &Question, updates: Vec<Bytes>) {
        let (now, received) = (Instant::now(), updates.len());
        let mut new = 0;
        for json in updates {
            match Update::read(json.clone()) {
                Ok(update) => new += usize::from(self.window.take(update)),
                // Without a number it cannot even be confirmed; the next one that has a number does that.
                Err(error) => {
                    error!(%error, json = %String::from_utf8_lossy(&json), "skipped an update without a number");
                }
            }
        }
        debug!(received, new, offset = question.offset, "received updates");
        self.told = question.offset;
        self.pace.answered(now, received, new);
        if new > 0 || received == 0 {
            self.patience.restore();
        }
        if question.is_long && new == 0 {
            self.not_before = match received {
                0 => question.asked + EMPTY_ANSWERS,
                _ => now + self.patience.longer(),
            };
        }
    }

    /// Waits out what passes; whatever else there is, is an error of the source.
    fn bear(&mut self, error: Error) -> Result<(), Error> {
        let Some(wait) = self.patience.after(&error) else { return Err(error) };
        self.not_before = Instant::now() + wait;
        if *error.kind() == ErrorKind::Conflict {
            warn!(%error, again_in = ?wait, "another program takes this bot's updates; only one can");
        } else {
            warn!(%error, again_in = ?wait, "updates cannot be received");
        }
        Ok(())
    }

    /// Confirms what is finished, unless Telegram has been told.
    pub(super) async fn close(&mut self) -> Result<(), Error> {
        let question = self.question.take();
        let Some(offset) = self.window.confirming() else { return Ok(()) };
        let is_told = self.told == Some(offset)
            || question.is_some_and(|question| {
                question.offset == Some(offset) && question.asked.elapsed() >= SURELY_ARRIVED
            });
        if is_told {
            return Ok(());
        }
        let last = GetUpdates { offset: Some(offset), limit: 1, timeout: 0, allowed_updates: None };
        match timeout(LAST_WORD, self.telegram.get_updates(&last)).await {
            Ok(answer) => answer.map(|_| self.told = Some(offset)),
            Err(elapsed) => {
                let what = format!("no answer to the last confirmation within {LAST_WORD:?}");
                Err(Error::new(ErrorKind::Timeout, what).because(elapsed).during("getUpdates"))
            }
        }
    }
}

impl<T> fmt::Debug for Poller<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller")
            .field("settings", &self.settings)
            .field("offset", &self.window.offset())
            .field("open", &self.window.ledger().open())
            .finish_non_exhaustive()
    }
}
