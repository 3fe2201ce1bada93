//! A bot's waiting updates: which of the world's events they are, and under which numbers the bot knows them.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};

use ambigram_core::types::UserId;

use super::AllowedUpdates;
use crate::bot_api::write;
use crate::world::{Shared, World};

/// The updates of one bot, oldest first.
///
/// An event becomes an update, or is passed over, by what the bot asked for at that moment; so an event is taken in
/// before anything that the bot says counts. The events themselves stay in the world's queue until the
/// bot has confirmed them.
#[derive(Debug)]
pub(crate) struct Inbox {
    bot: UserId,
    /// What the bot asked for last.
    allowed: AllowedUpdates,
    /// The number of the last event that was taken in.
    taken: u64,
    /// The number of the next update.
    next_id: i64,
    waiting: VecDeque<Waiting>,
}

#[derive(Debug, Clone, Copy)]
struct Waiting {
    id: i64,
    /// The event's number in the world's queue.
    seq: u64,
}

impl Inbox {
    /// An empty one. Telegram starts with a number that nobody can foresee.
    pub(crate) fn new(bot: UserId) -> Self {
        let chance = RandomState::new().hash_one(bot);
        Self {
            bot,
            allowed: AllowedUpdates::default(),
            taken: 0,
            next_id: 100_000_000 + i64::try_from(chance % 800_000_000).unwrap_or_default(),
            waiting: VecDeque::new(),
        }
    }

    /// What the bot asked for last.
    pub(crate) fn allowed(&self) -> AllowedUpdates {
        self.allowed
    }

    /// How many updates wait.
    pub(crate) fn len(&mut self, world: &Shared) -> usize {
        world.read(|world| self.take_in(world));
        self.waiting.len()
    }

    /// Asks for certain kinds. It doesn't affect what happened before.
    pub(crate) fn allow(&mut self, world: &Shared, allowed: AllowedUpdates) {
        if self.allowed != allowed {
            world.read(|world| self.take_in(world));
            self.allowed = allowed;
        }
    }

    /// Confirms what an offset confirms: all that is older than it; where it is negative, all but that many.
    pub(crate) fn confirm(&mut self, world: &Shared, offset: i32) {
        world.read(|world| self.take_in(world));
        let confirmed = match offset {
            ..0 => {
                let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
                self.waiting.len().saturating_sub(kept)
            }
            0 => 0,
            // An offset far ahead comes from elsewhere, such as another bot's or an older server's state.
            _ if i64::from(offset) > self.next_id + 10 => 0,
            _ => self.waiting.partition_point(|waiting| waiting.id < i64::from(offset)),
        };
        if confirmed == 0 {
            return;
        }
        self.waiting.drain(..confirmed);
        let through = self.waiting.front().map_or(self.taken, |first| first.seq - 1);
        world.write(|world| world.queue_mut(self.bot).confirm_through(through));
    }

    /// Confirms everything.
    pub(crate) fn clear(&mut self, world: &Shared) {
        self.waiting.clear();
        self.taken = world.write(|world| {
            let queue = world.queue_mut(self.bot);
            let last = queue.last();
            queue.confirm_through(last);
            last
        });
    }

    /// The first `limit` updates, as the JSON of an array; `None` where there are none.
    pub(crate) fn first(&mut self, world: &Shared, limit: usize) -> Option<String> {
        let first = world.read(|world| {
            self.take_in(world);
            self.write_first(world, limit)
        });
        let has_any =
            |world: &World| world.queue(self.bot).is_some_and(|queue| queue.after(0).next().is_some());
        if self.waiting.is_empty() && world.read(has_any) {
            // Only events that are no updates wait: nobody else lets go of them.
            world.write(|world| world.queue_mut(self.bot).confirm_through(self.taken));
        }
        first
    }

    fn write_first(&self, world: &World, limit: usize) -> Option<String> {
        let queue = world.queue(self.bot)?;
        let mut json = String::from("[");
        for waiting in self.waiting.iter().take(limit) {
            let queued = queue.after(waiting.seq - 1).next()?;
            let update = write::update::update(world, self.bot, waiting.id, queued)?;
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(&update);
        }
        json.push(']');
        (json.len() > 2).then_some(json)
    }

    /// Numbers the events that came since the last time, and lets go of updates that are too old.
    fn take_in(&mut self, world: &World) {
        let Some(queue) = world.queue(self.bot) else { return };
        let first = queue.after(0).next().map_or(queue.last() + 1, |first| first.seq);
        let expired = self.waiting.partition_point(|waiting| waiting.seq < first);
        self.waiting.drain(..expired);
        for queued in queue.after(self.taken) {
            let kind = write::update::kind(world, self.bot, queued);
            if kind.is_some_and(|kind| self.allowed.includes(kind)) {
                self.waiting.push_back(Waiting { id: self.next_id, seq: queued.seq });
                self.next_id += 1;
            }
        }
        self.taken = queue.last();
    }
}
