//! What an account is told, in order, and by which numbers its programs notice that they missed something.

use std::collections::{HashMap, VecDeque};

use ambigram_core::types::{ChatId, UserId};

use super::{Event, GroupEvent, World};
use crate::rules::limits;

/// The events of one account of the last day.
///
/// A front keeps its own cursor. The Bot API reads what [waits](Queue::after) and [confirms](Queue::confirm_through)
/// it, once and for all. MTProto reads what [happened](Queue::since), which the other's confirmations do not touch: each
/// of an account's programs gets everything.
#[derive(Debug, Clone)]
pub struct Queue {
    entries: VecDeque<Queued>,
    last: u64,
    confirmed: u64,
    /// The last number of each row; those of channels as far as this account was told.
    pts: i32,
    qts: i32,
    seq: i32,
    channels: HashMap<ChatId, i32>,
}

/// An event with its number in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    /// The number: 1 for the account's first event, and growing by one.
    pub seq: u64,
    /// When it happened, in seconds since 1970.
    pub date: i64,
    /// Whether the account did it itself, so that the Bot API says nothing of it: MTProto does, so that all sessions of
    /// the account agree.
    pub is_own: bool,
    /// Its place in the row that it belongs to.
    pub row: Row,
    /// What happened.
    pub event: Event,
}

/// The rows in which MTProto numbers events: whoever knows the number before, and how many an event counts for, sees
/// whether something is missing. <https://core.telegram.org/api/updates>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Messages of private chats and basic groups: the number afterwards, and how many events it is.
    Common {
        /// The number afterwards.
        pts: i32,
        /// By how much it grew.
        count: i32,
    },
    /// Messages of a supergroup or channel, in a row of its own that all members share. What an account is not shown
    /// (a bot in privacy mode, say) is counted with the next event that it is.
    Channel {
        /// The supergroup or channel.
        chat: ChatId,
        /// The number afterwards.
        pts: i32,
        /// By how much it grew since this account was last told.
        count: i32,
    },
    /// What only bots are told of chats and members.
    Secondary {
        /// The number afterwards.
        qts: i32,
    },
    /// What changes the account's view of others.
    Account {
        /// The number afterwards.
        seq: i32,
    },
    /// Nobody notices when it is missing: presses, and what people appear to be doing.
    None,
}

/// The number of each row before anything happened: 0 would mean that nothing is known.
const FIRST: i32 = 1;

impl Default for Queue {
    fn default() -> Self {
        Self {
            entries: VecDeque::new(),
            last: 0,
            confirmed: 0,
            pts: FIRST,
            qts: FIRST,
            seq: FIRST,
            channels: HashMap::new(),
        }
    }
}

impl Queue {
    /// The number of the latest event, whether it still waits or not; 0 where there was none.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// How many events wait that others caused.
    pub fn waiting(&self) -> usize {
        self.after(0).filter(|entry| !entry.is_own).count()
    }

    /// Whether everything that others caused was confirmed.
    pub fn is_quiet(&self) -> bool {
        self.after(0).all(|entry| entry.is_own)
    }

    /// The events that wait to be confirmed, from the first whose number is greater than `seq`.
    pub fn after(&self, seq: u64) -> impl DoubleEndedIterator<Item = &Queued> {
        self.since(seq.max(self.confirmed))
    }

    /// The events of the last day, confirmed or not, from the first whose number is greater than `seq`.
    pub fn since(&self, seq: u64) -> impl DoubleEndedIterator<Item = &Queued> {
        let start = self.entries.partition_point(|entry| entry.seq <= seq);
        self.entries.range(start..)
    }

    /// Confirms all events up to and including number `seq`.
    pub fn confirm_through(&mut self, seq: u64) {
        self.confirmed = self.confirmed.max(seq.min(self.last));
        self.forget();
    }

    /// The last number of the common row.
    pub fn pts(&self) -> i32 {
        self.pts
    }

    /// The last number of the secondary row.
    pub fn qts(&self) -> i32 {
        self.qts
    }

    /// The last number of the account's row.
    pub fn seq(&self) -> i32 {
        self.seq
    }

    fn push(&mut self, date: i64, is_own: bool, row: Row, event: Event) {
        self.last += 1;
        self.entries.push_back(Queued { seq: self.last, date, is_own, row, event });
        self.forget();
    }

    /// Drops what is a day old, as Telegram does.
    fn expire(&mut self, now: i64) {
        let expired = self.entries.partition_point(|entry| entry.date + limits::UPDATE_SECONDS <= now);
        self.entries.drain(..expired);
    }

    /// Of what was confirmed, keeps as much as a program that comes back may ask for.
    fn forget(&mut self) {
        while self.entries.len() > limits::KEPT_EVENTS
            && self.entries.front().is_some_and(|first| first.seq <= self.confirmed)
        {
            self.entries.pop_front();
        }
    }
}

impl World {
    /// What an account was told; `None` where nothing ever was.
    pub fn queue(&self, account: UserId) -> Option<&Queue> {
        self.queues.get(&account)
    }

    /// What an account was told, to confirm it. What is older than a day is dropped here.
    pub fn queue_mut(&mut self, account: UserId) -> &mut Queue {
        let now = self.now();
        let queue = self.queues.entry(account).or_default();
        queue.expire(now);
        queue
    }

    /// The number of a supergroup's or channel's row, as far as an account was told; `None` for other chats.
    pub fn channel_pts(&self, account: UserId, chat: ChatId) -> Option<i32> {
        let told = self.queue(account).and_then(|queue| queue.channels.get(&chat)).copied();
        told.or_else(|| Some(self.chat(chat).filter(|_| chat.is_channel())?.mailbox.pts()))
    }

    /// Tells an account what another did, or what happened to it.
    pub(super) fn tell(&mut self, account: UserId, event: Event) {
        self.enqueue(account, false, event);
    }

    /// Tells an account what `by` did.
    pub(super) fn tell_deed(&mut self, account: UserId, by: UserId, event: Event) {
        self.enqueue(account, account == by, event);
    }

    pub(super) fn enqueue(&mut self, account: UserId, is_own: bool, event: Event) {
        let now = self.now();
        let row = self.next_in_row(account, &event);
        let queue = self.queues.entry(account).or_default();
        queue.expire(now);
        queue.push(now, is_own, row, event);
    }

    /// Numbers an event for an account. A channel's own number was moved by whoever changed something there.
    fn next_in_row(&mut self, account: UserId, event: &Event) -> Row {
        let (chat, count) = match event {
            Event::NewMessage(view) | Event::EditedMessage(view) => (view.chat, 1),
            Event::DeletedMessages { chat, messages }
            | Event::Group(GroupEvent::Pinned { chat, messages, .. }) => (*chat, messages.len()),
            Event::Read { chat, .. } if !chat.is_channel() => (*chat, 1),
            _ => return self.next_without_message(account, event),
        };
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        let row = self.chat(chat).filter(|_| chat.is_channel()).map(|chat| chat.mailbox.pts());
        let queue = self.queues.entry(account).or_default();
        match row {
            Some(pts) => {
                let told = queue.channels.insert(chat, pts);
                Row::Channel { chat, pts, count: told.map_or(count, |told| pts - told) }
            }
            None => {
                queue.pts += count;
                Row::Common { pts: queue.pts, count }
            }
        }
    }

    fn next_without_message(&mut self, account: UserId, event: &Event) -> Row {
        let is_bot = self.account(account).is_some_and(super::Account::is_bot);
        let queue = self.queues.entry(account).or_default();
        match event {
            Event::MemberChanged(_)
            | Event::PollVote { .. }
            | Event::PaidMediaPurchased { .. }
            | Event::GuestQuery(_)
            | Event::BusinessConnection(_)
            | Event::BusinessMessage { .. }
            | Event::BusinessDeleted { .. }
            | Event::ManagedBot { .. }
            | Event::Group(
                GroupEvent::JoinRequested(_)
                | GroupEvent::Reacted(_)
                | GroupEvent::ReactionsCounted { .. }
                | GroupEvent::Boosted { .. },
            ) if is_bot => {
                queue.qts += 1;
                Row::Secondary { qts: queue.qts }
            }
            Event::MemberChanged(_) | Event::CommandsChanged { .. } => {
                queue.seq += 1;
                Row::Account { seq: queue.seq }
            }
            _ => Row::None,
        }
    }
}
