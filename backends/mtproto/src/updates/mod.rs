//! The source of updates.
//!
//! - [`feed`]: the task that takes what Telegram pushes, asks for what is missing, and keeps the bot's place
//! - [`gaps`]: updates that are put off, or that say that something is missing
//! - [`marks`]: how far the bot has come
//! - [`complete`]: what an update lacks, asked for
//! - [`uncounted`]: updates that grammers does not count
//! - [`wanted`]: which kinds of updates the bot is told of

mod complete;
mod feed;
mod gaps;
mod marks;
#[cfg(test)]
mod tests;
mod uncounted;
mod wanted;

use std::fmt;
use std::sync::Arc;

use ambigram_core::backend::UpdateSource;
use ambigram_core::delivery::{Delivery, Receipt};
use ambigram_core::types::Update;
use ambigram_core::{Error, ErrorKind};
use async_trait::async_trait;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::wire::Wire;
use feed::Feed;
use wanted::Wanted;

/// How many updates are ready for who handles them.
const READY: usize = 1024;

/// A bot's updates, as Telegram pushes them.
///
/// How far the bot has come is written to its session only when an update and all before it are finished: what was
/// being handled when the bot died comes again, and so does what happened while it was away. Presses of buttons that
/// happened meanwhile do not, as Telegram does not keep them.
///
/// Bots that are slower than their users lose nothing: what does not fit into memory is asked for again.
pub struct Updates {
    wire: Arc<Wire>,
    wanted: Wanted,
    feed: Option<Running>,
    /// The update that is being completed.
    next: Option<(JoinHandle<Update>, Receipt)>,
}

struct Running {
    items: mpsc::Receiver<Item>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), Error>>,
}

/// What the feed gives.
enum Item {
    /// An update.
    Ready(Delivery),
    /// An update that is being completed.
    Lacking(JoinHandle<Update>, Receipt),
    /// Why there are no more.
    Failed(Error),
}

impl Updates {
    pub(crate) fn new(wire: Arc<Wire>) -> Self {
        Self { wire, wanted: Wanted::default(), feed: None, next: None }
    }

    /// Which kinds of updates the bot is told of, by their names on the Bot API, such as `message`; the others are left
    /// out. None, or an empty list, means all kinds but `chat_member`, `message_reaction` and
    /// `message_reaction_count`, as on the Bot API. Said before the first update is taken.
    #[must_use]
    pub fn allowed_updates<K: Into<String>>(mut self, kinds: impl IntoIterator<Item = K>) -> Self {
        self.wanted = Wanted::of(kinds);
        self
    }

    /// Starts the feed, unless it is running.
    fn start(&mut self) -> Result<&mut Running, Error> {
        let feed = match self.feed.take() {
            Some(feed) => feed,
            None => {
                let listener = self.wire.listen().ok_or_else(|| {
                    let what = "the bot's updates are already taken by another source of this program";
                    Error::new(ErrorKind::Conflict, what)
                })?;
                let (sender, items) = mpsc::channel(READY);
                let (stop, stopped) = oneshot::channel();
                let task = tokio::spawn(
                    Feed::new(self.wire.clone(), self.wanted.clone()).run(listener, sender, stopped),
                );
                Running { items, stop, task }
            }
        };
        Ok(self.feed.insert(feed))
    }
}

#[async_trait]
impl UpdateSource for Updates {
    async fn next(&mut self) -> Result<Delivery, Error> {
        loop {
            if let Some((completing, _)) = &mut self.next {
                let update = completing.await;
                let Some((_, receipt)) = self.next.take() else { continue };
                match update {
                    Ok(update) => return Ok(Delivery { update, receipt }),
                    // What panics would panic again: it is not worth standing still for.
                    Err(error) if error.is_panic() => {
                        tracing::error!("an update is left out: completing it panicked");
                        receipt.settle();
                    }
                    Err(_) => return Err(Error::new(ErrorKind::Panicked, "the runtime is shutting down")),
                }
                continue;
            }
            match self.start()?.items.recv().await {
                Some(Item::Ready(delivery)) => return Ok(delivery),
                Some(Item::Lacking(completing, receipt)) => self.next = Some((completing, receipt)),
                Some(Item::Failed(error)) => return Err(error),
                None => return Err(Error::new(ErrorKind::Panicked, "the task that takes updates has ended")),
            }
        }
    }

    async fn close(&mut self) -> Result<(), Error> {
        let Some(Running { items, stop, task }) = self.feed.take() else {
            return self.wire.session().flush().await;
        };
        let _ = stop.send(());
        drop(items);
        task.await.unwrap_or_else(|error| {
            Err(Error::new(ErrorKind::Panicked, "the task that takes updates panicked").because(error))
        })
    }
}

impl fmt::Debug for Updates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Updates({:?})", self.wire)
    }
}
