//! How far the bot has come: the states that updates came with, until the updates are finished.

use std::collections::VecDeque;

use ambigram_core::delivery::{Ledger, Receipt};
use grammers_session::types::{ChannelState, UpdateState, UpdatesState};
use grammers_session::updates::{MessageBox, State};

/// The updates that are open, and the states that hold once they are finished.
///
/// Updates are entered by batches. The state of a batch holds when all of it is finished, and not earlier: of what a
/// difference brings, each message carries the state after the last.
#[derive(Default)]
pub(super) struct Marks {
    ledger: Ledger<u64>,
    /// The batch that is being entered.
    batch: u64,
    /// States, and the batch that is to be finished before.
    waiting: VecDeque<(u64, UpdateState)>,
}

impl Marks {
    /// Enters a batch of so many updates.
    pub(super) fn enter(&mut self, updates: usize) -> impl Iterator<Item = Receipt> + '_ {
        if updates > 0 {
            self.batch += 1;
        }
        let (batch, ledger) = (self.batch, &self.ledger);
        (1..=updates).map(move |nth| ledger.enter(if nth == updates { batch } else { batch - 1 }))
    }

    /// Notes a state that holds once all that was entered so far is finished.
    pub(super) fn reach(&mut self, state: UpdateState) {
        if let Some((batch, last)) = self.waiting.back_mut()
            && *batch == self.batch
            && replaces(&state, last)
        {
            *last = state;
        } else {
            self.waiting.push_back((self.batch, state));
        }
    }

    /// Takes a state that holds by now, oldest first.
    pub(super) fn take_finished(&mut self) -> Option<UpdateState> {
        let finished = self.ledger.finished().unwrap_or(0);
        // Where nothing is open, all that was entered is finished, and so is what was skipped since.
        self.waiting.pop_front_if(|(batch, _)| *batch <= finished).map(|(_, state)| state)
    }

    /// Whether there are states that do not hold yet, or were not taken.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// How many updates are open.
    pub(super) fn open(&self) -> usize {
        self.ledger.open()
    }

    /// What a state will be when all that was entered is finished.
    pub(super) fn received(&self, mut handled: UpdatesState) -> UpdatesState {
        for (_, state) in &self.waiting {
            apply(&mut handled, state);
        }
        handled
    }
}

/// The state that an update came with.
pub(super) fn state_of(state: &State) -> Option<UpdateState> {
    Some(match state.message_box? {
        MessageBox::Common { pts } => UpdateState::Primary { pts, date: state.date, seq: state.seq },
        MessageBox::Secondary { qts } => UpdateState::Secondary { qts },
        MessageBox::Channel { channel_id, pts } => UpdateState::Channel { id: channel_id, pts },
    })
}

/// Whether a later state says all that an earlier one does.
fn replaces(later: &UpdateState, earlier: &UpdateState) -> bool {
    match (later, earlier) {
        (UpdateState::All(_), _)
        | (UpdateState::Primary { .. }, UpdateState::Primary { .. })
        | (UpdateState::Secondary { .. }, UpdateState::Secondary { .. }) => true,
        (UpdateState::Channel { id, .. }, UpdateState::Channel { id: other, .. }) => id == other,
        _ => false,
    }
}

fn apply(all: &mut UpdatesState, state: &UpdateState) {
    match *state {
        UpdateState::All(ref state) => all.clone_from(state),
        UpdateState::Primary { pts, date, seq } => {
            (all.pts, all.date, all.seq) = (pts, date, seq);
        }
        UpdateState::Secondary { qts } => all.qts = qts,
        UpdateState::Channel { id, pts } => match all.channels.iter_mut().find(|channel| channel.id == id) {
            Some(channel) => channel.pts = pts,
            None => all.channels.push(ChannelState { id, pts }),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel(pts: i32) -> UpdateState {
        UpdateState::Channel { id: 7, pts }
    }

    fn finished(marks: &mut Marks) -> Vec<i32> {
        std::iter::from_fn(|| marks.take_finished())
            .map(|state| match state {
                UpdateState::Channel { pts, .. } | UpdateState::Primary { pts, .. } => pts,
                _ => 0,
            })
            .collect()
    }

    #[test]
    fn the_state_of_a_batch_holds_when_all_of_it_is_finished() {
        let mut marks = Marks::default();
        let first: Vec<_> = marks.enter(1).collect();
        marks.reach(channel(1));
        let second: Vec<_> = marks.enter(3).collect();
        marks.reach(channel(4));
        let [one, two, three]: [Receipt; 3] = second.try_into().unwrap();
        three.settle();
        one.settle();
        assert!(finished(&mut marks).is_empty());
        first.into_iter().for_each(Receipt::settle);
        assert_eq!(finished(&mut marks), [1]);
        two.settle();
        assert_eq!(finished(&mut marks), [4]);
        assert!(!marks.is_waiting());
    }

    #[test]
    fn what_is_skipped_holds_with_what_came_before() {
        let mut marks = Marks::default();
        marks.reach(channel(1));
        assert_eq!(finished(&mut marks), [1]);
        let receipt = marks.enter(1).next().unwrap();
        marks.reach(channel(2));
        assert_eq!(marks.enter(0).count(), 0);
        marks.reach(channel(3));
        marks.reach(UpdateState::Primary { pts: 9, date: 1, seq: 1 });
        assert!(finished(&mut marks).is_empty());
        assert_eq!(marks.received(UpdatesState::default()).channels, [ChannelState { id: 7, pts: 3 }]);
        receipt.settle();
        assert_eq!(finished(&mut marks), [3, 9]);
    }
}
