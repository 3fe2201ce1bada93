//! What is missing: asked for, taken up, waited for.

use std::error::Error as _;
use std::panic::{self, AssertUnwindSafe};
use std::pin::Pin;
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use grammers_mtsender::RpcError;
use grammers_session::types::UpdateState;
use grammers_session::updates::PrematureEndReason;
use grammers_tl_types::enums;
use tokio::time::Instant;

use super::Feed;
use crate::convert::peer::channel_id;
use crate::updates::gaps;

/// How much of a channel's past is asked for at once. Telegram gives bots as much.
const CHANNEL_LIMIT: i32 = 100_000;

/// How much of the past is asked for in a channel where the bot has not been before.
const NEW_CHANNEL_LIMIT: i32 = 1000;

/// How often a channel's difference may be refused before the bot goes on without it.
const PATIENCE: u32 = 3;

/// The first and the longest wait after a difference that could not be had.
const WAITS: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));

/// What was asked for.
pub(super) enum Difference {
    Common(Result<enums::updates::Difference, Error>),
    Channel(i64, Result<Box<enums::updates::ChannelDifference>, Error>),
}

pub(super) type Asked = Pin<Box<dyn Future<Output = Difference> + Send>>;

impl Feed {
    /// Asks for what is missing.
    pub(super) fn ask(&self) -> Option<Asked> {
        if !self.has_room() || self.not_before.is_some_and(|until| Instant::now() < until) {
            return None;
        }
        let wire = self.wire.clone();
        if let Some(request) = self.boxes.get_difference() {
            return Some(Box::pin(async move { Difference::Common(wire.invoke(&request).await) }));
        }
        let mut request = self.boxes.get_channel_difference()?;
        let channel = bare_id(&request.channel);
        if let Some(input) = wire.peers().input_channel(channel_id(channel)) {
            request.channel = input;
        }
        request.limit = if request.pts > 1 { CHANNEL_LIMIT } else { NEW_CHANNEL_LIMIT };
        Some(Box::pin(async move { Difference::Channel(channel, wire.invoke(&request).await.map(Box::new)) }))
    }

    pub(super) fn take_difference(&mut self, difference: Difference) -> Result<(), Error> {
        match difference {
            Difference::Common(Ok(difference)) => self.take_common(difference),
            Difference::Channel(channel, Ok(difference)) => self.take_channel(channel, *difference),
            Difference::Common(Err(error)) => return self.wait_after(error),
            Difference::Channel(channel, Err(error)) => return self.give_up_or_wait(channel, error),
        }
        Ok(())
    }

    fn take_common(&mut self, mut difference: enums::updates::Difference) {
        self.wait_no_more();
        let boxes = &mut self.boxes;
        let missing = |channel| boxes.try_set_channel_state(channel, 1);
        let mut after = None;
        match &mut difference {
            enums::updates::Difference::Difference(difference) => {
                gaps::keep_place(&mut difference.other_updates, missing);
                after = Some(difference.state.clone());
            }
            enums::updates::Difference::Slice(difference) => {
                gaps::keep_place(&mut difference.other_updates, missing);
                after = Some(difference.intermediate_state.clone());
            }
            enums::updates::Difference::TooLong(_) => {
                tracing::warn!(
                    "Telegram no longer has all updates since the bot was last there: some are lost"
                );
            }
            enums::updates::Difference::Empty(_) => {}
        }
        match panic::catch_unwind(AssertUnwindSafe(|| boxes.apply_difference(difference))) {
            Ok(batch) => self.enter(batch, true),
            // It would panic again, so it is skipped.
            Err(_) => self.recover(|state| {
                if let Some(enums::updates::State::State(after)) = after {
                    (state.pts, state.qts) = (after.pts, after.qts);
                    (state.date, state.seq) = (after.date, after.seq);
                }
            }),
        }
    }

    fn take_channel(&mut self, channel: i64, mut difference: enums::updates::ChannelDifference) {
        use enums::updates::ChannelDifference as Tl;

        self.wait_no_more();
        let boxes = &mut self.boxes;
        let after = match &mut difference {
            Tl::Difference(difference) => {
                gaps::keep_place(&mut difference.other_updates, |_| {});
                Some(difference.pts)
            }
            Tl::TooLong(difference) => {
                tracing::warn!(
                    channel,
                    "too much happened in a channel since the bot was last there: some is lost"
                );
                match &difference.dialog {
                    enums::Dialog::Dialog(dialog) => dialog.pts,
                    _ => None,
                }
            }
            Tl::Empty(difference) => Some(difference.pts),
        };
        let Some(after) = after else {
            boxes.end_channel_difference(PrematureEndReason::Banned);
            return;
        };
        match panic::catch_unwind(AssertUnwindSafe(|| boxes.apply_channel_difference(difference))) {
            Ok(batch) => self.enter(batch, true),
            Err(_) => self.recover(|state| {
                if let Some(known) = state.channels.iter_mut().find(|known| known.id == channel) {
                    known.pts = after;
                }
            }),
        }
    }

    /// Does without the rest of a channel that the bot was shut out of; waits for one in trouble, for a while.
    fn give_up_or_wait(&mut self, channel: i64, error: Error) -> Result<(), Error> {
        let refusal = error.source().and_then(|source| source.downcast_ref::<RpcError>());
        let is_in_trouble = refusal
            .is_none_or(|error| error.code >= 420 || error.code < 0 || error.is("PERSISTENT_TIMESTAMP*"));
        if !is_in_trouble {
            tracing::info!(
                channel,
                error = &error as &dyn std::error::Error,
                "a channel's updates cannot be had"
            );
            self.boxes.end_channel_difference(PrematureEndReason::Banned);
            self.marks.reach(UpdateState::All(self.boxes.session_state()));
            self.wait_no_more();
            return Ok(());
        }
        // A connection that fails, fails for all. A channel that does must not hold up the others.
        if refusal.is_some() && self.failures >= PATIENCE {
            tracing::warn!(
                channel,
                error = &error as &dyn std::error::Error,
                "a channel's updates cannot be had for now: they are asked for when more come"
            );
            self.boxes.end_channel_difference(PrematureEndReason::TemporaryServerIssues);
            self.wait_no_more();
            return Ok(());
        }
        self.wait_after(error)
    }

    /// Waits after an error that may pass, longer each time.
    pub(super) fn wait_after(&mut self, error: Error) -> Result<(), Error> {
        if matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Configuration) {
            return Err(error);
        }
        let (shortest, longest) = WAITS;
        let wait = match error.kind() {
            ErrorKind::RetryAfter(wait) => *wait,
            _ => shortest.saturating_mul(1_u32.checked_shl(self.failures).unwrap_or(u32::MAX)).min(longest),
        };
        self.failures = self.failures.saturating_add(1);
        self.not_before = Some(Instant::now() + wait);
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            ?wait,
            "updates cannot be had; trying again"
        );
        Ok(())
    }

    pub(super) fn wait_no_more(&mut self) {
        self.failures = 0;
        self.not_before = None;
    }
}

/// Waits for what was asked for; for ever where nothing was.
pub(super) async fn answer(asked: &mut Option<Asked>) -> Difference {
    match asked {
        Some(asked) => asked.await,
        None => std::future::pending().await,
    }
}

fn bare_id(channel: &enums::InputChannel) -> i64 {
    match channel {
        enums::InputChannel::Channel(channel) => channel.channel_id,
        enums::InputChannel::FromMessage(channel) => channel.channel_id,
        enums::InputChannel::Empty => 0,
    }
}
