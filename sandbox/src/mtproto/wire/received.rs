//! The messages that a session has received, so that none is taken twice.

use std::collections::BTreeMap;

use tokio::task::AbortHandle;

use super::message::{Message, code};

/// How many messages are remembered.
const REMEMBERED: usize = 4096;

/// What was received, by message id.
#[derive(Debug, Default)]
pub(super) struct Received {
    messages: BTreeMap<i64, Entry>,
    /// Ids up to this one are forgotten.
    forgotten: i64,
}

#[derive(Debug)]
struct Entry {
    seqno: i32,
    progress: Progress,
}

/// What has become of a message.
#[derive(Debug, Clone)]
pub(super) enum Progress {
    /// There is nothing to answer.
    Taken,
    /// It is being answered.
    Running,
    /// The same, by a task of its own.
    Waiting(AbortHandle),
    /// It was answered.
    Answered,
}

/// What kind of seqno a message ought to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parity {
    /// It needs no acknowledgment.
    Even,
    /// It does.
    Odd,
    /// Clients differ.
    Any,
}

/// Whether a message is to be taken.
#[derive(Debug)]
pub(super) enum Verdict {
    New,
    Again(Progress),
    Bad(i32),
}

impl Received {
    /// Judges a message, and remembers it where it is new.
    pub(super) fn take(&mut self, message: &Message, parity: Parity) -> Verdict {
        if let Some(entry) = self.messages.get(&message.id) {
            return Verdict::Again(entry.progress.clone());
        }
        match self.check(message, parity) {
            Err(code) => Verdict::Bad(code),
            Ok(()) => {
                let entry = Entry { seqno: message.seqno, progress: Progress::Taken };
                self.messages.insert(message.id, entry);
                while self.messages.len() > REMEMBERED {
                    if let Some((id, _)) = self.messages.pop_first() {
                        self.forgotten = id;
                    }
                }
                Verdict::New
            }
        }
    }

    fn check(&self, message: &Message, parity: Parity) -> Result<(), i32> {
        let (id, seqno, is_odd) = (message.id, message.seqno, message.seqno & 1 == 1);
        // Only those count that are to be acknowledged: clients number the others rather loosely.
        let counts = |(_, entry): (&i64, &Entry)| Some(entry.seqno).filter(|seqno| seqno & 1 == 1);
        let before = self.messages.range(..id).rev().find_map(counts);
        let after = self.messages.range(id..).find_map(counts);
        match () {
            () if id & 3 != 0 => Err(code::ID_NOT_OF_A_CLIENT),
            () if id <= self.forgotten => Err(code::ID_TOO_OLD),
            () if parity == Parity::Even && is_odd => Err(code::SEQNO_NOT_EVEN),
            () if parity == Parity::Odd && !is_odd => Err(code::SEQNO_NOT_ODD),
            () if before.is_some_and(|before| before > seqno || before == seqno && is_odd) => {
                Err(code::SEQNO_TOO_LOW)
            }
            () if after.is_some_and(|after| after < seqno || after == seqno && is_odd) => {
                Err(code::SEQNO_TOO_HIGH)
            }
            () => Ok(()),
        }
    }

    /// What has become of a message; `None` where it is not known.
    pub(super) fn progress(&mut self, id: i64) -> Option<&mut Progress> {
        self.messages.get_mut(&id).map(|entry| &mut entry.progress)
    }

    /// How many messages tasks of their own are answering.
    pub(super) fn waiting(&self) -> usize {
        self.messages.values().filter(|entry| matches!(entry.progress, Progress::Waiting(_))).count()
    }

    /// What is known of a message, as `msgs_state_info` says it.
    pub(super) fn state(&self, id: i64) -> u8 {
        const NOT_KNOWN: u8 = 1;
        const NOT_RECEIVED: u8 = 2;
        const NOT_RECEIVED_YET: u8 = 3;
        const RECEIVED: u8 = 4;
        const NEEDS_NO_ACKNOWLEDGMENT: u8 = 16;
        const IS_RUN: u8 = 32;
        const IS_ANSWERED: u8 = 64;
        match self.messages.get(&id) {
            None if id <= self.forgotten => NOT_KNOWN,
            None if self.messages.last_key_value().is_none_or(|(last, _)| id > *last) => NOT_RECEIVED_YET,
            None => NOT_RECEIVED,
            Some(entry) => match entry.progress {
                Progress::Taken if entry.seqno & 1 == 0 => RECEIVED | NEEDS_NO_ACKNOWLEDGMENT,
                Progress::Taken => RECEIVED,
                Progress::Running | Progress::Waiting(_) => RECEIVED | IS_RUN,
                Progress::Answered => RECEIVED | IS_RUN | IS_ANSWERED,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(id: i64, seqno: i32) -> Message {
        Message { id, seqno, body: Vec::new() }
    }

    #[test]
    fn messages_are_judged_by_their_numbers() {
        let mut received = Received::default();
        for (id, seqno) in [(400, 1), (800, 3), (1200, 4)] {
            assert!(matches!(received.take(&message(id, seqno), Parity::Any), Verdict::New));
        }
        let table = [
            (801, 5, Parity::Any, code::ID_NOT_OF_A_CLIENT),
            (1600, 3, Parity::Any, code::SEQNO_TOO_LOW),
            (1000, 3, Parity::Odd, code::SEQNO_TOO_LOW),
            (600, 3, Parity::Odd, code::SEQNO_TOO_HIGH),
            (600, 5, Parity::Odd, code::SEQNO_TOO_HIGH),
            (1600, 5, Parity::Even, code::SEQNO_NOT_EVEN),
            (1600, 6, Parity::Odd, code::SEQNO_NOT_ODD),
        ];
        for (id, seqno, parity, expected) in table {
            let verdict = received.take(&message(id, seqno), parity);
            assert!(matches!(verdict, Verdict::Bad(code) if code == expected), "{id} {seqno}: {verdict:?}");
        }
        assert!(matches!(received.take(&message(600, 2), Parity::Even), Verdict::New));
        assert!(matches!(received.take(&message(600, 2), Parity::Even), Verdict::Again(Progress::Taken)));
    }

    #[test]
    fn what_was_long_ago_is_forgotten() {
        let mut received = Received::default();
        for number in 1..=i32::try_from(REMEMBERED).unwrap_or(0) + 1 {
            received.take(&message(i64::from(number) * 4, number * 2), Parity::Any);
        }
        assert!(matches!(received.take(&message(4, 2), Parity::Any), Verdict::Bad(code::ID_TOO_OLD)));
        assert_eq!([received.state(4), received.state(8), received.state(i64::MAX)], [1, 20, 3]);
    }
}
