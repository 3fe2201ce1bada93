//! How far a bot of this process has come with what it was told, whichever wire tells it.

use std::sync::{Arc, Mutex, PoisonError};

use ambigram_core::Error;
use ambigram_core::backend::UpdateSource;
use ambigram_core::delivery::{Delivery, Receipt, Settle};
use ambigram_core::types::UserId;
use async_trait::async_trait;
use tokio::sync::watch;

use super::{BotAccount, Telegram};
use crate::world::{Event, Queued, World};

/// A source of updates that counts what its bot has done with.
///
/// What a bot confirms to Telegram says little about that: over MTProto it confirms what it has received.
#[derive(Debug)]
pub struct Watched<S> {
    source: S,
    done: Arc<watch::Sender<usize>>,
}

/// How many updates a bot has done with.
#[derive(Debug, Clone)]
pub struct Progress(Arc<watch::Sender<usize>>);

impl<S> Watched<S> {
    /// Watches the bot that takes its updates from here.
    pub fn new(source: S) -> Self {
        Self { source, done: Arc::new(watch::Sender::new(0)) }
    }

    /// How far the bot has come.
    pub fn progress(&self) -> Progress {
        Progress(Arc::clone(&self.done))
    }
}

#[async_trait]
impl<S: UpdateSource> UpdateSource for Watched<S> {
    async fn next(&mut self) -> Result<Delivery, Error> {
        let Delivery { update, receipt } = self.source.next().await?;
        let settled = Settled { receipt: Mutex::new(Some(receipt)), done: Arc::clone(&self.done) };
        Ok(Delivery { update, receipt: Receipt::new(Arc::new(settled), 0) })
    }

    async fn close(&mut self) -> Result<(), Error> {
        self.source.close().await
    }
}

/// One update's receipt, and what its settling is counted on.
struct Settled {
    receipt: Mutex<Option<Receipt>>,
    done: Arc<watch::Sender<usize>>,
}

impl Settle for Settled {
    fn settle(&self, _: u64) {
        if let Some(receipt) = self.receipt.lock().unwrap_or_else(PoisonError::into_inner).take() {
            receipt.settle();
            self.done.send_modify(|done| *done += 1);
        }
    }
}

impl Progress {
    /// How many updates the bot has done with.
    pub fn done(&self) -> usize {
        *self.0.borrow()
    }

    /// Waits until the bot has done with so many.
    pub async fn until(&self, updates: usize) {
        // Never fails: `self` keeps the sender.
        let _ = self.0.subscribe().wait_for(|done| *done >= updates).await;
    }
}

impl Telegram {
    /// Waits until a bot has done with all that it was told since it was made, as far as its
    /// progress shows: it must have been watched from its first update on.
    pub async fn until_done(&self, bot: &BotAccount, progress: &Progress) {
        progress.until(self.world().read(|world| updates(world, bot.id))).await;
    }
}

/// How many updates a bot has been told of, on either wire, unless it asked for more or fewer kinds.
fn updates(world: &World, bot: UserId) -> usize {
    let is_update = |queued: &&Queued| match &queued.event {
        _ if queued.is_own => false,
        Event::NewMessage(_) | Event::EditedMessage(_) | Event::CallbackQuery { .. } => true,
        Event::MemberChanged(change) => change.user == bot,
        _ => false,
    };
    world.queue(bot).map_or(0, |queue| queue.since(0).filter(is_update).count())
}
