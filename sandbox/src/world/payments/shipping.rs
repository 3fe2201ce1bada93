//! What a buyer tells, and how goods can be sent: bots are asked where the price depends on it.
//! <https://core.telegram.org/bots/api#shippingquery>

use std::sync::Arc;

use ambigram_core::types::UserId;

use super::{InvoiceName, Offer};
use crate::rules::payments::{ANSWER_SECONDS, Invoice, Price, check_prices};
use crate::rules::{ContentRefusal, Refusal};
use crate::world::timing::End;
use crate::world::{Event, QueryId, World};

/// Where goods are to be sent. <https://core.telegram.org/bots/api#shippingaddress>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Two letters of ISO 3166-1.
    pub country_code: String,
    /// May be empty.
    pub state: String,
    /// The city.
    pub city: String,
    /// The street.
    pub street_line1: String,
    /// May be empty.
    pub street_line2: String,
    /// The post code.
    pub post_code: String,
}

/// What a buyer told. <https://core.telegram.org/bots/api#orderinfo>
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderInfo {
    /// The name.
    pub name: Option<String>,
    /// The phone number.
    pub phone_number: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Where the goods are to be sent.
    pub address: Option<Address>,
}

/// A way in which goods can be sent. <https://core.telegram.org/bots/api#shippingoption>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippingOption {
    /// By what it is chosen.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it costs beside the goods.
    pub prices: Vec<Price>,
}

/// What a buyer told of themselves, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shipping {
    /// Its number: that of the bot's query, where it is asked.
    pub id: QueryId,
    /// Who buys.
    pub user: UserId,
    /// What.
    pub offer: Offer,
    /// What they told.
    pub info: OrderInfo,
    /// What came of it.
    pub state: ShippingState,
}

/// What came of what a buyer told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShippingState {
    /// The bot is asked.
    Waiting,
    /// It can be paid: in one of these ways, or just so where there is none.
    Options(Vec<ShippingOption>),
    /// The bot cannot send the goods, for this reason.
    Refused(String),
    /// The bot did not answer in time.
    TimedOut,
}

impl OrderInfo {
    /// Only what an invoice asks for, if all of it is there.
    fn accept(self, invoice: &Invoice) -> Result<Self, Refusal> {
        let asks = invoice.asks;
        let text = |given: Option<String>, is_asked: bool, refusal: ContentRefusal| match given {
            _ if !is_asked => Ok(None),
            Some(text) if !text.trim().is_empty() => Ok(Some(text)),
            _ => Err(Refusal::from(refusal)),
        };
        let email = text(self.email, asks.email, ContentRefusal::EmailMissing)?;
        if email.as_ref().is_some_and(|email| !email.contains('@')) {
            return Err(ContentRefusal::EmailMissing.into());
        }
        let address = self.address.filter(|_| asks.address);
        let is_country = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if asks.address && !address.as_ref().is_some_and(|address| is_country(&address.country_code)) {
            return Err(ContentRefusal::AddressMissing.into());
        }
        Ok(Self {
            name: text(self.name, asks.name, ContentRefusal::NameMissing)?,
            phone_number: text(self.phone_number, asks.phone, ContentRefusal::PhoneMissing)?,
            email,
            address,
        })
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl World {
    /// A buyer tells what an invoice asks for. Where the price depends on it the bot is asked, and answers later.
    ///
    /// # Errors
    /// When there is no such invoice, or something is missing.
    pub fn tell_order_info(
        &mut self,
        user: UserId,
        name: &InvoiceName,
        info: OrderInfo,
    ) -> Result<QueryId, Refusal> {
        if self.account(user).ok_or(Refusal::UserNotFound)?.is_bot() {
            return Err(Refusal::BotsCannot);
        }
        let offer = self.offer(user, name)?;
        let info = info.accept(&offer.invoice)?;
        let id = self.new_query_id();
        let is_asked = offer.invoice.is_flexible;
        let state = if is_asked { ShippingState::Waiting } else { ShippingState::Options(Vec::new()) };
        let bot = offer.bot;
        let shipping = Arc::new(Shipping { id, user, offer, info, state });
        self.payments.shippings.insert(id, Arc::clone(&shipping));
        if is_asked {
            self.end_at(self.now() + ANSWER_SECONDS, End::Shipping(id));
            self.meet(bot, user);
            self.tell(bot, Event::ShippingQuery(shipping));
        }
        Ok(id)
    }

    /// What a buyer told, and what came of it.
    pub fn shipping(&self, id: QueryId) -> Option<&Arc<Shipping>> {
        self.payments.shippings.get(&id)
    }

    /// A bot says how goods can be sent, or why they cannot.
    ///
    /// # Errors
    /// Whatever [Telegram](https://core.telegram.org/bots/api#answershippingquery) refuses.
    pub fn answer_shipping(
        &mut self,
        bot: UserId,
        id: QueryId,
        answer: Result<Vec<ShippingOption>, String>,
    ) -> Result<(), Refusal> {
        let is_waiting = |shipping: &&mut Arc<Shipping>| {
            shipping.offer.bot == bot && shipping.state == ShippingState::Waiting
        };
        if let Ok(options) = &answer {
            if options.is_empty() {
                return Err(ContentRefusal::ShippingOptionInvalid.into());
            }
            options.iter().try_for_each(|option| check_prices(&option.prices))?;
        }
        let shipping =
            self.payments.shippings.get_mut(&id).filter(is_waiting).ok_or(Refusal::QueryInvalid)?;
        Arc::make_mut(shipping).state = match answer {
            Ok(options) => ShippingState::Options(options),
            Err(reason) => ShippingState::Refused(reason),
        };
        Ok(())
    }

    pub(in crate::world) fn time_out_shipping(&mut self, id: QueryId) {
        let shipping = self.payments.shippings.get_mut(&id);
        if let Some(shipping) = shipping.filter(|shipping| shipping.state == ShippingState::Waiting) {
            Arc::make_mut(shipping).state = ShippingState::TimedOut;
        }
    }
}
