//! Telegram Stars: who has how many, and where they came from. <https://core.telegram.org/api/stars>

use ambigram_core::types::UserId;

use crate::rules::{ContentRefusal, Refusal};
use crate::world::files::SentFile;
use crate::world::{Event, World};

/// An account's Stars.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    balance: i64,
    transactions: Vec<StarTransaction>,
}

/// Stars that came or went. <https://core.telegram.org/bots/api#startransaction>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarTransaction {
    /// Its name: that of the payment, also where it is paid back.
    pub id: String,
    /// How many came; less than 0 where they went.
    pub amount: i64,
    /// When, in seconds since 1970.
    pub date: i64,
    /// From whom, or to whom.
    pub partner: Partner,
    /// Whether it is the paying back of another.
    pub(super) is_refund: bool,
}

/// From whom Stars came, or to whom they went. <https://core.telegram.org/bots/api#transactionpartner>
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Partner {
    /// Another account, which paid or was paid.
    Account {
        /// Which.
        account: UserId,
        /// What the bot wrote into the invoice, or beside its paid media.
        payload: Vec<u8>,
        /// What was sold; may be empty.
        title: String,
        /// How long a subscription it pays for, in seconds.
        subscription_period: Option<i64>,
        /// The photos and videos that it pays for; empty where it pays for something else.
        media: Vec<SentFile>,
    },
    /// Elsewhere: they were bought, say.
    Other,
}

impl World {
    /// How many Stars an account has.
    pub fn stars(&self, account: UserId) -> i64 {
        self.payments.ledgers.get(&account).map_or(0, |ledger| ledger.balance)
    }

    /// What came to an account and went from it, the oldest first.
    pub fn star_transactions(&self, account: UserId) -> &[StarTransaction] {
        self.payments.ledgers.get(&account).map(|ledger| ledger.transactions.as_slice()).unwrap_or_default()
    }

    /// Gives an account so many Stars, or takes them, until it has `balance` of them.
    ///
    /// # Errors
    /// When there is no such account, or the balance is below 0.
    pub fn set_stars(&mut self, account: UserId, balance: i64) -> Result<(), Refusal> {
        self.account(account).ok_or(Refusal::UserNotFound)?;
        if balance < 0 {
            return Err(ContentRefusal::BalanceTooLow.into());
        }
        let amount = balance - self.stars(account);
        if amount != 0 {
            let id = self.random_name(32);
            self.book(
                account,
                StarTransaction { id, amount, date: self.now(), partner: Partner::Other, is_refund: false },
            );
        }
        Ok(())
    }

    /// Stars go from one account to another. `partner` tells of the other, for each of the two.
    pub(super) fn move_stars(
        &mut self,
        (from, to): (UserId, UserId),
        amount: i64,
        id: &str,
        partner: impl Fn(UserId) -> Partner,
    ) -> Result<(), Refusal> {
        if self.stars(from) < amount {
            return Err(ContentRefusal::BalanceTooLow.into());
        }
        let is_refund = self.star_transactions(from).iter().any(|known| known.id == id);
        let date = self.now();
        for (account, other, amount) in [(from, to, -amount), (to, from, amount)] {
            let id = id.to_owned();
            self.book(account, StarTransaction { id, amount, date, partner: partner(other), is_refund });
        }
        Ok(())
    }

    fn book(&mut self, account: UserId, transaction: StarTransaction) {
        let ledger = self.payments.ledgers.entry(account).or_default();
        ledger.balance = ledger.balance.saturating_add(transaction.amount);
        let balance = ledger.balance;
        ledger.transactions.push(transaction);
        let is_user = self.account(account).is_some_and(|account| !account.is_bot());
        if is_user {
            self.tell(account, Event::StarsChanged { balance });
        }
    }
}
