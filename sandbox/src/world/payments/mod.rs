//! Payments: invoices by link, forms, what bots are asked before money flows, and what flows.
//! <https://core.telegram.org/api/payments>

mod buying;
mod charge;
mod media;
mod offer;
mod shipping;
mod stars;

use std::collections::BTreeMap;
use std::sync::Arc;

use ambigram_core::types::UserId;

pub use buying::{Checkout, CheckoutState, Purchase};
pub use charge::{Charge, Payment};
pub use offer::{InvoiceName, Offer};
pub use shipping::{Address, OrderInfo, Shipping, ShippingOption, ShippingState};
pub use stars::{Partner, StarTransaction};

use super::QueryId;

/// All that is asked for, under way and paid.
#[derive(Debug, Default)]
pub(super) struct Payments {
    /// Invoices by link: whose they are.
    links: BTreeMap<String, Offer>,
    /// The forms that users opened: whose, and for what.
    forms: BTreeMap<i64, (UserId, Offer)>,
    shippings: BTreeMap<QueryId, Arc<Shipping>>,
    checkouts: BTreeMap<QueryId, Arc<Checkout>>,
    charges: BTreeMap<String, Charge>,
    ledgers: BTreeMap<UserId, stars::Ledger>,
}
