//! What was paid, and is paid back. <https://core.telegram.org/bots/api#successfulpayment>

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::stars::{Partner, StarTransaction};
use super::{Checkout, Offer, OrderInfo};
use crate::rules::{ContentRefusal, Refusal};
use crate::world::{Access, Account, Content, Message, MessageKey, Place, Reply, Sender, Service, World};

/// A payment that went through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Who paid.
    pub user: UserId,
    /// For what.
    pub offer: Offer,
    /// How much, in all.
    pub total: i64,
    /// What the user told.
    pub info: Option<OrderInfo>,
    /// How the goods are sent.
    pub shipping_option: Option<String>,
    /// By what it can be paid back.
    pub charge: Charge,
    /// When the subscription ends, in seconds since 1970.
    pub subscription_until: Option<i64>,
}

/// By what a payment is known afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Telegram's name of it.
    pub id: String,
    /// The provider's name of it.
    pub provider_id: String,
    /// Who paid.
    pub user: UserId,
    /// Who was paid.
    pub bot: UserId,
    /// The currency.
    pub currency: String,
    /// How much.
    pub total: i64,
    /// What the bot wrote into the invoice.
    pub payload: Vec<u8>,
    /// Whether it was paid back.
    pub is_refunded: bool,
    /// When the subscription that it is for ends, and whether it ends then for good.
    pub subscription: Option<(i64, bool)>,
}

impl World {
    pub(super) fn new_charge(&mut self, checkout: &Checkout) -> Result<Charge, Refusal> {
        let invoice = Arc::clone(&checkout.offer.invoice);
        let (user, bot, total) = (checkout.user, checkout.offer.bot, checkout.total);
        let id = self.random_name(32);
        let provider_id = if invoice.is_for_stars() {
            format!("{}_{}", user.0, checkout.id.0)
        } else {
            self.random_name(24)
        };
        if invoice.is_for_stars() {
            let partner = |account| Partner::Account {
                account,
                payload: invoice.payload.clone(),
                title: invoice.title.clone(),
                subscription_period: invoice.subscription_period,
                media: Vec::new(),
            };
            self.move_stars((user, bot), total, &id, partner)?;
        }
        let subscription =
            invoice.subscription_period.map(|period| (self.now().saturating_add(period), false));
        let charge = Charge {
            id: id.clone(),
            provider_id,
            user,
            bot,
            currency: invoice.currency.clone(),
            total,
            payload: invoice.payload.clone(),
            is_refunded: false,
            subscription,
        };
        self.payments.charges.insert(id, charge.clone());
        Ok(charge)
    }

    /// Writes of a payment into the private chat of both.
    pub(super) fn tell_of_payment(&mut self, payment: Payment) -> MessageKey {
        let (user, bot) = (payment.user, payment.offer.bot);
        let place = Place::private(user, bot);
        let invoice = payment
            .offer
            .message
            .filter(|key| self.message(*key).is_some_and(|message| message.place == place));
        let service = Service::Paid(Arc::new(payment));
        let message = Message::new(place, user, Sender::User(user), self.now(), Content::Service(service));
        self.dialogs.entry((user, bot)).or_default().has_written = true;
        self.post(Message { reply: invoice.map(|message| Reply { message, quote: None }), ..message })
    }

    /// A payment by Telegram's name of it.
    pub fn charge(&self, id: &str) -> Option<&Charge> {
        self.payments.charges.get(id)
    }

    /// A bot pays Stars back.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#refundstarpayment) refuses.
    pub fn refund(&mut self, bot: UserId, user: UserId, id: &str) -> Result<MessageKey, Refusal> {
        if !self.account(bot).is_some_and(Account::is_bot) {
            return Err(Refusal::OnlyBots);
        }
        self.reach(bot, user.into(), Access::Read).map_err(|_| Refusal::UserNotFound)?;
        let is_it = |charge: &&Charge| {
            charge.bot == bot && charge.user == user && charge.currency == crate::rules::payments::STARS
        };
        let charge = self.charge(id).filter(is_it).cloned().ok_or(ContentRefusal::ChargeNotFound)?;
        if charge.is_refunded {
            return Err(ContentRefusal::ChargeRefunded.into());
        }
        let partner = |account| Partner::Account {
            account,
            payload: charge.payload.clone(),
            title: String::new(),
            subscription_period: None,
            media: Vec::new(),
        };
        self.move_stars((bot, user), charge.total, id, partner)?;
        if let Some(charge) = self.payments.charges.get_mut(id) {
            charge.is_refunded = true;
        }
        let service = Service::Refunded(Arc::new(charge));
        Ok(self.post_service(Place::private(bot, user), bot, service))
    }

    /// A bot ends a user's subscription after the time that is paid for, or lets it go on after all.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#edituserstarsubscription) refuses.
    pub fn set_subscription_cancelled(
        &mut self,
        bot: UserId,
        user: UserId,
        id: &str,
        is_cancelled: bool,
    ) -> Result<(), Refusal> {
        let charge = self.payments.charges.get_mut(id);
        let charge = charge.filter(|charge| charge.bot == bot && charge.user == user);
        let charge = charge.ok_or(ContentRefusal::ChargeNotFound)?;
        let (_, own) = charge.subscription.as_mut().ok_or(ContentRefusal::NotASubscription)?;
        *own = is_cancelled;
        Ok(())
    }
}

/// What an owner's list tells of a payment.
impl StarTransaction {
    /// Whether it is the paying back of another.
    pub fn is_refund(&self) -> bool {
        self.is_refund
    }
}
