//! What a session is to be sent, and what it was sent and has not acknowledged.

use std::collections::{BTreeMap, VecDeque};

use grammers_tl_types::{Serializable, enums, types};

use super::clock;
use super::message::{CONTAINER, MAX_CONTAINED};

/// How many messages are kept that were not acknowledged.
const MAX_KEPT: usize = 10_000;

/// How many bytes of them.
const MAX_KEPT_BYTES: usize = 32 << 20;

/// How long a container gets before the rest goes into the next.
const CONTAINER_BYTES: usize = 256 << 10;

/// How many acknowledgments one message holds.
const MAX_ACKNOWLEDGED: usize = 8192;

/// A message without its numbers, which it gets when it goes.
#[derive(Debug)]
pub(super) struct Outgoing {
    pub(super) body: Vec<u8>,
    /// Which request it answers.
    pub(super) answers: Option<i64>,
    /// Whether the client is to acknowledge it; until then it is kept.
    pub(super) is_content: bool,
}

#[derive(Debug)]
struct Kept {
    seqno: i32,
    answers: Option<i64>,
    body: Vec<u8>,
}

/// A session's outgoing messages.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    acknowledgments: Vec<i64>,
    again: VecDeque<i64>,
    updates: VecDeque<Vec<u8>>,
    queue: VecDeque<Outgoing>,
    queued_bytes: usize,
    kept: BTreeMap<i64, Kept>,
    kept_bytes: usize,
    last_id: i64,
    /// How many messages went that are to be acknowledged.
    content: i32,
}

impl Outbox {
    pub(super) fn push(&mut self, outgoing: Outgoing) {
        self.queued_bytes += outgoing.body.len();
        self.queue.push_back(outgoing);
    }

    /// An update, which goes before all that has not gone yet.
    pub(super) fn push_update(&mut self, body: Vec<u8>) {
        self.updates.push_back(body);
    }

    /// A message of the client's was received.
    pub(super) fn acknowledge(&mut self, id: i64) {
        self.acknowledgments.push(id);
    }

    /// The client received a message.
    pub(super) fn acknowledged(&mut self, id: i64) {
        if let Some(kept) = self.kept.remove(&id) {
            self.kept_bytes -= kept.body.len();
        }
    }

    /// Sends a message again; whether it is still there.
    pub(super) fn send_again(&mut self, id: i64) -> bool {
        let is_kept = self.kept.contains_key(&id);
        if is_kept && !self.again.contains(&id) {
            self.again.push_back(id);
        }
        is_kept
    }

    /// Sends all again that was not acknowledged.
    pub(super) fn send_all_again(&mut self) {
        self.again = self.kept.keys().copied().collect();
    }

    /// The message by which a request was answered, where it is still there.
    pub(super) fn answer_to(&self, request: i64) -> Option<i64> {
        self.kept.iter().rev().find(|(_, kept)| kept.answers == Some(request)).map(|(id, _)| *id)
    }

    /// Takes back the answer to a request, where it has not been acknowledged: its id, which is 0 where it has not gone,
    /// its seqno and its length.
    pub(super) fn take_back(&mut self, request: i64) -> Option<(i64, i32, usize)> {
        if let Some(index) = self.queue.iter().position(|queued| queued.answers == Some(request)) {
            let length = self.queue.remove(index)?.body.len();
            self.queued_bytes -= length;
            return Some((0, 0, length));
        }
        let id = self.answer_to(request)?;
        let kept = self.kept.remove(&id)?;
        self.kept_bytes -= kept.body.len();
        Some((id, kept.seqno, kept.body.len()))
    }

    /// How many bytes wait to go, updates aside.
    pub(super) fn waiting_bytes(&self) -> usize {
        self.queued_bytes
    }

    /// The next message to go, numbers and all: one, or a container of several. `with_answers` lets more go than
    /// updates.
    pub(super) fn next(&mut self, with_answers: bool) -> Option<Vec<u8>> {
        let (mut messages, mut count) = (Vec::new(), 0);
        while count < MAX_CONTAINED && messages.len() < CONTAINER_BYTES {
            if !self.put_next(with_answers, &mut messages) {
                break;
            }
            count += 1;
        }
        if count < 2 {
            return (count == 1).then_some(messages);
        }
        let mut container = Vec::with_capacity(messages.len() + 24);
        self.next_id(false).serialize(&mut container);
        (self.content * 2).serialize(&mut container);
        length(messages.len() + 8).serialize(&mut container);
        CONTAINER.serialize(&mut container);
        length(count).serialize(&mut container);
        container.append(&mut messages);
        Some(container)
    }

    /// Writes one message; whether there was one.
    fn put_next(&mut self, with_answers: bool, messages: &mut Vec<u8>) -> bool {
        while let Some(id) = self.again.pop_front() {
            if let Some(kept) = self.kept.get(&id) {
                put(id, kept.seqno, &kept.body, messages);
                return true;
            }
        }
        if let Some(body) = self.updates.pop_front() {
            self.put_new(Outgoing { body, answers: None, is_content: true }, messages);
            return true;
        }
        if !self.acknowledgments.is_empty() {
            let rest = self.acknowledgments.split_off(self.acknowledgments.len().min(MAX_ACKNOWLEDGED));
            let msg_ids = std::mem::replace(&mut self.acknowledgments, rest);
            let body = enums::MsgsAck::Ack(types::MsgsAck { msg_ids }).to_bytes();
            self.put_new(Outgoing { body, answers: None, is_content: false }, messages);
            return true;
        }
        let Some(outgoing) = self.queue.pop_front_if(|_| with_answers) else { return false };
        self.queued_bytes -= outgoing.body.len();
        self.put_new(outgoing, messages);
        true
    }

    /// Numbers and writes a message, and keeps it where it is to be acknowledged.
    fn put_new(&mut self, outgoing: Outgoing, messages: &mut Vec<u8>) {
        let Outgoing { body, answers, is_content } = outgoing;
        let id = self.next_id(answers.is_some());
        let seqno = self.content * 2 + i32::from(is_content);
        put(id, seqno, &body, messages);
        if is_content {
            self.content += 1;
            self.kept_bytes += body.len();
            self.kept.insert(id, Kept { seqno, answers, body });
            while self.kept.len() > MAX_KEPT || self.kept_bytes > MAX_KEPT_BYTES {
                let Some((_, oldest)) = self.kept.pop_first() else { break };
                self.kept_bytes -= oldest.body.len();
            }
        }
    }

    fn next_id(&mut self, is_answer: bool) -> i64 {
        self.last_id = message_id(self.last_id, is_answer);
        self.last_id
    }
}

/// The id of a message after the last: the time, growing, and what it is in the lowest bits.
pub(super) fn message_id(last: i64, is_answer: bool) -> i64 {
    let now = clock::now();
    let seconds = i64::try_from(now.as_secs()).unwrap_or_default();
    let fraction = (i64::from(now.subsec_nanos()) << 32) / 1_000_000_000;
    let time = (seconds << 32) + fraction;
    let kind = if is_answer { 1 } else { 3 };
    (time.max(last + 4) & !3) | kind
}

fn put(id: i64, seqno: i32, body: &[u8], messages: &mut Vec<u8>) {
    messages.reserve(body.len() + 16);
    id.serialize(messages);
    seqno.serialize(messages);
    length(body.len()).serialize(messages);
    messages.extend(body);
}

fn length(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}
