//! Paying: the bot is asked once more, and has ten seconds. <https://core.telegram.org/bots/api#precheckoutquery>

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::charge::Payment;
use super::{InvoiceName, Offer, OrderInfo, ShippingOption, ShippingState};
use crate::rules::payments::ANSWER_SECONDS;
use crate::rules::{ContentRefusal, Refusal};
use crate::world::timing::End;
use crate::world::{Event, MessageKey, QueryId, World};

/// A user who pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    /// What for.
    pub invoice: InvoiceName,
    /// The form that was opened for it; it can be used once.
    pub form: i64,
    /// What the user told before, where the invoice asks for something.
    pub info: Option<QueryId>,
    /// How the goods are to be sent.
    pub shipping_option: Option<String>,
    /// What is given beside the price.
    pub tip: i64,
    /// Whether it is paid with Stars rather than with money.
    pub with_stars: bool,
}

/// A payment that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkout {
    /// The number of the bot's query.
    pub id: QueryId,
    /// Who pays.
    pub user: UserId,
    /// For what.
    pub offer: Offer,
    /// How much, in all.
    pub total: i64,
    /// What the user told.
    pub info: Option<OrderInfo>,
    /// How the goods are sent.
    pub shipping_option: Option<String>,
    /// How it stands.
    pub state: CheckoutState,
}

/// How a payment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckoutState {
    /// The bot is asked.
    Waiting,
    /// The bot does not take it, for this reason.
    Refused(String),
    /// The bot did not answer in time.
    TimedOut,
    /// It was taken, but could not be paid.
    Failed(Refusal),
    /// It is paid; the message that tells so.
    Paid(MessageKey),
}

impl World {
    /// A user pays. The bot is asked whether it takes the payment; see [`checkout`](Self::checkout) for what comes of it.
    ///
    /// # Errors
    /// When the invoice cannot be paid so.
    pub fn pay(&mut self, user: UserId, purchase: Purchase) -> Result<QueryId, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let offer = self.offer(user, &purchase.invoice)?;
        let form = self.payments.forms.get(&purchase.form).ok_or(ContentRefusal::FormInvalid)?;
        if *form != (user, offer.clone()) {
            return Err(ContentRefusal::FormInvalid.into());
        }
        let invoice = &offer.invoice;
        if invoice.is_for_stars() != purchase.with_stars {
            return Err(ContentRefusal::FormUnsupported.into());
        }
        if !(0..=invoice.max_tip).contains(&purchase.tip) {
            return Err(ContentRefusal::TipInvalid.into());
        }
        let (info, option) = self.chosen(user, &offer, &purchase)?;
        let shipped = option.iter().flat_map(|option| &option.prices).map(|price| price.amount);
        let total = shipped.fold(invoice.total().saturating_add(purchase.tip), i64::saturating_add);
        if purchase.with_stars && self.stars(user) < total {
            return Err(ContentRefusal::BalanceTooLow.into());
        }
        self.payments.forms.remove(&purchase.form);
        let id = self.new_query_id();
        let bot = offer.bot;
        let checkout = Arc::new(Checkout {
            id,
            user,
            offer,
            total,
            info: info.filter(|info| !info.is_empty()),
            shipping_option: option.map(|option| option.id),
            state: CheckoutState::Waiting,
        });
        self.payments.checkouts.insert(id, Arc::clone(&checkout));
        self.end_at(self.now() + ANSWER_SECONDS, End::PreCheckout(id));
        self.meet(bot, user);
        self.tell(bot, Event::PreCheckoutQuery(checkout));
        Ok(id)
    }

    /// What a buyer told, and how the goods are sent.
    fn chosen(
        &self,
        user: UserId,
        offer: &Offer,
        purchase: &Purchase,
    ) -> Result<(Option<OrderInfo>, Option<ShippingOption>), Refusal> {
        let asks = offer.invoice.asks;
        let asks_for_something = asks.name || asks.phone || asks.email || asks.address;
        let Some(told) = purchase.info else {
            return if asks_for_something {
                Err(ContentRefusal::RequestedInfoUnknown.into())
            } else {
                Ok((None, None))
            };
        };
        let told = self.shipping(told).filter(|told| told.user == user && told.offer == *offer);
        let told = told.ok_or(ContentRefusal::RequestedInfoUnknown)?;
        let ShippingState::Options(options) = &told.state else {
            return Err(ContentRefusal::RequestedInfoUnknown.into());
        };
        let option = match &purchase.shipping_option {
            Some(id) => Some(
                options
                    .iter()
                    .find(|option| option.id == *id)
                    .ok_or(ContentRefusal::ShippingOptionInvalid)?,
            ),
            None if options.is_empty() => None,
            None => return Err(ContentRefusal::ShippingOptionInvalid.into()),
        };
        Ok((Some(told.info.clone()), option.cloned()))
    }

    /// A payment that is, or was, under way.
    pub fn checkout(&self, id: QueryId) -> Option<&Arc<Checkout>> {
        self.payments.checkouts.get(&id)
    }

    /// A bot takes a payment, or says why it does not.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#answerprecheckoutquery) refuses.
    pub fn answer_pre_checkout(
        &mut self,
        bot: UserId,
        id: QueryId,
        answer: Result<(), String>,
    ) -> Result<(), Refusal> {
        let is_waiting =
            |checkout: &&Arc<Checkout>| checkout.offer.bot == bot && checkout.state == CheckoutState::Waiting;
        let checkout = self.checkout(id).filter(is_waiting).cloned().ok_or(Refusal::QueryInvalid)?;
        let state = match answer {
            Err(reason) => CheckoutState::Refused(reason),
            Ok(()) => match self.settle(&checkout) {
                Ok(message) => CheckoutState::Paid(message),
                Err(refusal) => CheckoutState::Failed(refusal),
            },
        };
        self.set_checkout_state(id, state);
        Ok(())
    }

    pub(in crate::world) fn time_out_checkout(&mut self, id: QueryId) {
        if self.checkout(id).is_some_and(|checkout| checkout.state == CheckoutState::Waiting) {
            self.set_checkout_state(id, CheckoutState::TimedOut);
        }
    }

    fn set_checkout_state(&mut self, id: QueryId, state: CheckoutState) {
        if let Some(checkout) = self.payments.checkouts.get_mut(&id) {
            Arc::make_mut(checkout).state = state;
        }
    }

    /// Moves the money, and tells both.
    fn settle(&mut self, checkout: &Checkout) -> Result<MessageKey, Refusal> {
        let charge = self.new_charge(checkout)?;
        let subscription_until =
            checkout.offer.invoice.subscription_period.map(|period| self.now().saturating_add(period));
        let payment = Payment {
            user: checkout.user,
            offer: checkout.offer.clone(),
            total: checkout.total,
            info: checkout.info.clone(),
            shipping_option: checkout.shipping_option.clone(),
            charge,
            subscription_until,
        };
        Ok(self.tell_of_payment(payment))
    }
}
