//! The task that takes what Telegram pushes, asks for what is missing, and keeps the bot's place.
//!
//! grammers' message boxes tell which updates are next and when some are missing. They are fed here rather than by
//! grammers' own receiver: calls then have their time, a connection may be replaced without forgetting what was
//! received, and what there is no room for is put off.

mod difference;

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use ambigram_core::delivery::Delivery;
use ambigram_core::types::UserId;
use ambigram_core::{Error, ErrorKind};
use grammers_session::types::{UpdateState, UpdatesState};
use grammers_session::updates::{MessageBoxes, UpdateAndPeers, UpdatesLike};
use grammers_tl_types::enums;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use difference::answer;

use super::complete::{Completed, Completion};
use super::gaps::{self, PutOff};
use super::marks::{Marks, state_of};
use super::uncounted::Uncounted;
use super::wanted::Wanted;
use super::{Item, READY};
use crate::convert;
use crate::wire::{Incoming, Listener, Wire};

/// How often the bot's place is written down, at most.
const COMMIT: Duration = Duration::from_millis(100);

/// After how much silence it is asked whether the connection still works.
const SILENCE: Duration = Duration::from_secs(60);

/// How many updates may be open. One that never finishes lets so many more in, and then holds up the bot.
const MOST_OPEN: usize = 10_000;

pub(super) struct Feed {
    wire: Arc<Wire>,
    wanted: Wanted,
    boxes: MessageBoxes,
    marks: Marks,
    completion: Completion,
    own: UserId,
    /// Updates that there was no room for in the queue.
    overflow: VecDeque<Item>,
    put_off: PutOff,
    uncounted: Uncounted,
    /// Whether packets are put off, to be asked for when there is room.
    is_behind: bool,
    /// How often in a row a difference could not be had.
    failures: u32,
    /// When to ask again.
    not_before: Option<Instant>,
    last_heard: Instant,
    commit_at: Instant,
}

impl Feed {
    pub(super) fn new(wire: Arc<Wire>, wanted: Wanted) -> Self {
        let own = wire.session().bot();
        Self {
            wanted,
            boxes: MessageBoxes::new(),
            marks: Marks::default(),
            completion: Completion::new(wire.clone(), own),
            own,
            overflow: VecDeque::new(),
            put_off: PutOff::default(),
            uncounted: Uncounted::default(),
            is_behind: false,
            failures: 0,
            not_before: None,
            last_heard: Instant::now(),
            commit_at: Instant::now(),
            wire,
        }
    }

    /// Feeds the queue until told to stop, or until there is no use in going on.
    pub(super) async fn run(
        mut self,
        listener: Listener,
        queue: mpsc::Sender<Item>,
        mut stop: oneshot::Receiver<()>,
    ) -> Result<(), Error> {
        tokio::select! {
            biased;
            _ = &mut stop => {}
            failed = self.feed(listener, &queue) => {
                // Whoever waits for updates is told why there are none.
                let _ = queue.send(Item::Failed(failed)).await;
                let _ = stop.await;
            }
        }
        self.commit();
        self.wire.session().flush().await
    }

    async fn feed(&mut self, mut listener: Listener, queue: &mpsc::Sender<Item>) -> Error {
        if let Err(error) = self.begin().await {
            return error;
        }
        let mut incoming = None;
        let mut asked = None;
        let wake = sleep_until(Instant::now());
        tokio::pin!(wake);
        loop {
            self.give(queue);
            // This notices what has been missing for too long.
            let deadline = Instant::from_std(self.boxes.check_deadlines());
            if asked.is_none() {
                self.catch_up();
                asked = self.ask();
            }
            let is_waiting = asked.is_some() || self.wants_difference();
            let tick = self.next_tick(deadline, asked.is_some());
            if tick < wake.deadline() || wake.is_elapsed() {
                wake.as_mut().reset(tick);
            }
            tokio::select! {
                biased;
                permit = queue.reserve(), if !self.overflow.is_empty() => match permit {
                    Ok(permit) => if let Some(item) = self.overflow.pop_front() {
                        permit.send(item);
                    },
                    Err(_) => return Error::new(ErrorKind::Network, "nobody takes updates any more"),
                },
                difference = answer(&mut asked) => {
                    asked = None;
                    self.last_heard = Instant::now();
                    if let Err(error) = self.take_difference(difference) {
                        return error;
                    }
                }
                Some(new) = listener.recv() => {
                    if let Some(mut old) = incoming.replace(new) {
                        while let Ok(packet) = old.try_recv() {
                            self.take(packet);
                        }
                        self.take(UpdatesLike::ConnectionClosed);
                    }
                }
                packet = receive(&mut incoming), if !is_waiting || !self.has_room() => match packet {
                    Some(packet) => {
                        self.last_heard = Instant::now();
                        self.take(packet);
                        self.take_more(incoming.as_mut());
                    }
                    None => {
                        incoming = None;
                        self.take(UpdatesLike::ConnectionClosed);
                    }
                },
                () = &mut wake => self.tick(),
            }
        }
    }

    /// Signs in, and goes to where the bot was.
    async fn begin(&mut self) -> Result<(), Error> {
        while let Err(error) = self.wire.own().await {
            self.wait_after(error)?;
            if let Some(until) = self.not_before {
                sleep_until(until).await;
            }
        }
        self.wait_no_more();
        self.boxes = MessageBoxes::load(self.wire.session().state());
        Ok(())
    }

    /// Gives the queue what it has room for.
    fn give(&mut self, queue: &mpsc::Sender<Item>) {
        while !self.overflow.is_empty()
            && let Ok(permit) = queue.try_reserve()
            && let Some(item) = self.overflow.pop_front()
        {
            permit.send(item);
        }
    }

    /// Whether more updates may be taken up.
    fn has_room(&self) -> bool {
        self.overflow.len() < READY && self.marks.open() < MOST_OPEN
    }

    /// Whether something is known to be missing.
    fn wants_difference(&self) -> bool {
        self.boxes.get_difference().is_some() || self.boxes.get_channel_difference().is_some()
    }

    /// Takes a packet that was pushed.
    fn take(&mut self, mut packet: UpdatesLike) {
        let is_news = !matches!(packet, UpdatesLike::ConnectionClosed | UpdatesLike::MalformedUpdates);
        // What is pushed while a difference is open would be handled twice.
        if is_news && (self.is_behind || !self.has_room() || self.wants_difference()) {
            self.is_behind = true;
            let boxes = &mut self.boxes;
            self.put_off.put_off(packet, |channel, pts| boxes.try_set_channel_state(channel, pts));
            return;
        }
        let boxes = &mut self.boxes;
        gaps::keep_place(gaps::updates_of(&mut packet), |channel| boxes.try_set_channel_state(channel, 1));
        let fleeting = gaps::take_fleeting(&mut packet);
        self.uncounted.replace(gaps::updates_of(&mut packet));
        for part in gaps::rows(packet) {
            self.process(part);
        }
        if let Some(fleeting) = fleeting {
            self.process(fleeting);
        }
    }

    /// Takes what else there is, without waiting for it.
    fn take_more(&mut self, incoming: Option<&mut Incoming>) {
        let Some(incoming) = incoming else { return };
        if incoming.len() >= incoming.max_capacity() - 1 {
            tracing::debug!("more was pushed than fits: what was lost is asked for");
            self.is_behind = true;
            self.put_off
                .channels
                .extend(self.boxes.session_state().channels.iter().map(|channel| channel.id));
        }
        for _ in 0..READY {
            if self.wants_difference() && self.has_room() {
                return;
            }
            let Ok(packet) = incoming.try_recv() else { return };
            self.take(packet);
        }
    }

    /// Asks for what was put off, once there is room for it.
    fn catch_up(&mut self) {
        if self.wants_difference() {
            return;
        }
        if !self.is_behind {
            if let Some(fleeting) = self.put_off.take_fleeting() {
                self.process(fleeting);
            }
            return;
        }
        if self.overflow.len() > READY / 2 || self.marks.open() > MOST_OPEN / 2 {
            return;
        }
        self.is_behind = false;
        self.process(UpdatesLike::ConnectionClosed);
        let channels = std::mem::take(&mut self.put_off.channels);
        if !channels.is_empty() {
            self.process(gaps::channels_too_long(channels));
        }
    }

    fn process(&mut self, packet: UpdatesLike) {
        let boxes = &mut self.boxes;
        match panic::catch_unwind(AssertUnwindSafe(|| boxes.process_updates(packet))) {
            Ok(Ok(batch)) => self.enter(batch, false),
            // The difference that is needed is asked for next.
            Ok(Err(_)) => {}
            Err(_) => self.recover(|_| {}),
        }
    }

    /// Starts anew from what was received, after grammers panicked.
    fn recover(&mut self, skip: impl FnOnce(&mut UpdatesState)) {
        tracing::error!("grammers panicked at updates; what was received since is asked for again");
        let mut state = self.marks.received(self.wire.session().state());
        skip(&mut state);
        self.boxes = MessageBoxes::load(state);
    }

    /// Takes up updates in their order. Those of a difference are followed by where it led.
    fn enter(&mut self, (updates, users, chats): UpdateAndPeers, is_difference: bool) {
        let session = self.wire.session();
        session.peers().learn(&users, &chats);
        let mut states = Vec::new();
        let mut told = Vec::with_capacity(updates.len());
        for (update, state) in updates {
            if !is_difference {
                states.extend(state_of(&state));
            }
            let Some(update) = self.uncounted.put_back(update) else { continue };
            let by = message_number(&update);
            let incoming = convert::incoming(update, self.own);
            told.extend(incoming.filter(|told| self.wanted.has(told.name())).map(|incoming| (incoming, by)));
        }
        for (receipt, (incoming, by)) in self.marks.enter(told.len()).zip(told) {
            self.overflow.push_back(match self.completion.complete(incoming, session.number(), by) {
                Completed::Ready(update) => Item::Ready(Delivery { update, receipt }),
                Completed::Lacking(completing) => Item::Lacking(completing, receipt),
            });
        }
        if is_difference {
            let state = self.boxes.session_state();
            self.uncounted.forget_through(state.qts);
            states.push(UpdateState::All(state));
        }
        for state in states {
            self.marks.reach(state);
        }
    }

    /// When there is something to do though nothing comes.
    fn next_tick(&self, deadline: Instant, is_asking: bool) -> Instant {
        let mut tick = self.last_heard + SILENCE;
        if self.wants_difference() {
            tick = self.not_before.filter(|_| !is_asking).map_or(tick, |until| tick.min(until));
        } else {
            tick = tick.min(deadline);
        }
        if self.marks.is_waiting() {
            tick = tick.min(self.commit_at);
        }
        tick
    }

    fn tick(&mut self) {
        self.commit();
        let now = Instant::now();
        self.commit_at = now + COMMIT;
        if self.last_heard + SILENCE <= now {
            self.last_heard = now;
            let wire = self.wire.clone();
            tokio::spawn(async move { wire.check().await });
        }
    }

    /// Writes down how far the bot has come.
    fn commit(&mut self) {
        while let Some(state) = self.marks.take_finished() {
            self.wire.session().advance(state);
        }
    }
}

async fn receive(incoming: &mut Option<Incoming>) -> Option<UpdatesLike> {
    match incoming {
        Some(incoming) => incoming.recv().await,
        None => std::future::pending().await,
    }
}

/// The number of the message that an update brings.
fn message_number(update: &enums::Update) -> Option<i32> {
    use enums::Update as Tl;
    match update {
        Tl::NewMessage(update) => Some(update.message.id()),
        Tl::NewChannelMessage(update) => Some(update.message.id()),
        Tl::EditMessage(update) => Some(update.message.id()),
        Tl::EditChannelMessage(update) => Some(update.message.id()),
        _ => None,
    }
}
