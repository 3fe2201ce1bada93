//! Long polling: asking Telegram for updates, again and again.
//!
//! - [`poller`]: what is asked when, and what becomes of the answers
//! - [`window`]: what was received and may come again
//! - [`pace`]: how soon to ask again while updates are open
//! - [`holdup`]: when to say that an update holds up the rest
//! - [`patience`]: which errors pass, and how long to wait for that
//! - [`telegram`]: the questions, and how they are put over HTTP

#[cfg(test)]
mod fake;
mod holdup;
mod pace;
mod patience;
mod poller;
mod telegram;
#[cfg(test)]
mod tests;
mod window;

use std::fmt;
use std::time::Duration;

use ambigram_core::Error;
use ambigram_core::backend::UpdateSource;
use ambigram_core::delivery::Delivery;
use async_trait::async_trait;

use crate::bot_api::BotApi;
use poller::Poller;

/// How long Telegram may hold a question back until there is something to answer, unless said otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The longest that Telegram does.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(50);

/// The most updates that Telegram gives at once.
const MOST_UPDATES: u8 = 100;

/// A bot's updates, by asking for them. <https://core.telegram.org/bots/api#getupdates>
///
/// Updates are confirmed to Telegram when they and all before them are finished, and not earlier: what was being
/// handled when the bot died comes again.
///
/// While all that was received is finished in good time, a question is answered as soon as there is an update.
/// While one is not, Telegram repeats it, and all after it, in every answer; so the bot asks at a measured pace,
/// takes what is new, and the updates of other chats arrive up to a second later. An update that never finishes lets
/// 100 more in (as many as Telegram gives at once) and then holds up the bot: a warning says so, with its number.
///
/// What passes is waited out: a network or a server in trouble, too many requests, another program that polls.
/// [`next`](UpdateSource::next) fails when waiting is in vain: the token is refused, or a webhook is set.
pub struct LongPolling {
    poller: Poller<BotApi>,
}

/// How to ask.
#[derive(Debug, Clone)]
struct Settings {
    /// How long Telegram may hold a question back.
    timeout: Duration,
    /// How many updates there may be in an answer.
    limit: u8,
    /// The kinds of updates to name, where they are to be named.
    allowed_updates: Option<Vec<String>>,
    /// What becomes of a webhook before the first question.
    webhook: Webhook,
}

/// What becomes of a webhook, and of the updates that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Webhook {
    /// Left as it is.
    Keep,
    /// Taken away.
    Delete {
        /// Whether the updates that wait are thrown away with it.
        drop_pending: bool,
    },
}

impl Default for Settings {
    fn default() -> Self {
        Self { timeout: TIMEOUT, limit: MOST_UPDATES, allowed_updates: None, webhook: Webhook::Keep }
    }
}

impl LongPolling {
    pub(crate) fn new(api: BotApi) -> Self {
        Self { poller: Poller::new(api, Settings::default()) }
    }

    /// How long Telegram may hold a question back until there is an update, in whole seconds; 30 unless said
    /// otherwise, 50 at most.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings().timeout = Duration::from_secs(timeout.min(LONGEST_TIMEOUT).as_secs());
        self
    }

    /// How many updates may be received at once, and open at once: 1 to 100, which it is unless said otherwise.
    #[must_use]
    pub fn limit(mut self, limit: u8) -> Self {
        self.settings().limit = limit.clamp(1, MOST_UPDATES);
        self
    }

    /// Which kinds of updates Telegram shall give, by their names, such as `message`.
    ///
    /// Telegram remembers the list: where none is named, the last one named holds, even if an earlier run of the
    /// bot named it. An empty list means all kinds but `chat_member`, `message_reaction` and
    /// `message_reaction_count`, as does none if there has never been one.
    #[must_use]
    pub fn allowed_updates<K: Into<String>>(mut self, kinds: impl IntoIterator<Item = K>) -> Self {
        self.settings().allowed_updates = Some(kinds.into_iter().map(Into::into).collect());
        self
    }

    /// Takes away the bot's webhook first, if it has one. Without this, a webhook makes
    /// [`next`](UpdateSource::next) fail: it may well be that of a bot at work.
    /// <https://core.telegram.org/bots/api#deletewebhook>
    #[must_use]
    pub fn delete_webhook(mut self) -> Self {
        let webhook = &mut self.settings().webhook;
        if *webhook == Webhook::Keep {
            *webhook = Webhook::Delete { drop_pending: false };
        }
        self
    }

    /// Throws away the updates that wait at Telegram, once, before the first is asked for; and the webhook, which is
    /// deleted by the same call.
    #[must_use]
    pub fn drop_pending(mut self) -> Self {
        self.settings().webhook = Webhook::Delete { drop_pending: true };
        self
    }

    fn settings(&mut self) -> &mut Settings {
        self.poller.settings()
    }
}

impl fmt::Debug for LongPolling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LongPolling").field(&self.poller).finish()
    }
}

#[async_trait]
impl UpdateSource for LongPolling {
    async fn next(&mut self) -> Result<Delivery, Error> {
        self.poller.next().await
    }

    async fn close(&mut self) -> Result<(), Error> {
        self.poller.close().await
    }
}
