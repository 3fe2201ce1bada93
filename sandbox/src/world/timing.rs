//! What happens by itself once its time has come.

use super::{QueryId, World};

/// Something that ends at its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// A poll is over.
    Poll(i64),
    /// A bot has not said in time whether it takes a payment.
    PreCheckout(QueryId),
    /// A bot has not said in time how goods are sent.
    Shipping(QueryId),
}

impl World {
    /// Whether the time has come for something.
    pub fn is_due(&self) -> bool {
        self.ends.first().is_some_and(|(date, _)| *date <= self.now())
    }

    /// Lets all happen whose time has come. Whoever changes a shared world does this first.
    pub fn pass_time(&mut self) {
        while self.is_due() {
            let Some((_, end)) = self.ends.pop_first() else { return };
            match end {
                End::Poll(poll) => self.close_poll(poll),
                End::PreCheckout(query) => self.time_out_checkout(query),
                End::Shipping(query) => self.time_out_shipping(query),
            }
        }
    }

    pub(super) fn end_at(&mut self, date: i64, end: End) {
        self.ends.insert((date, end));
    }
}
