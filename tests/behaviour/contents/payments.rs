//! Paying: bots are asked, and answer in time or not.

use ambigram::prelude::*;
use ambigram::types::{Message, PreCheckoutQuery, PreCheckoutQueryId, SuccessfulPayment, UserId};
use ambigram_sandbox::world::QueryId;
use ambigram_sandbox::world::payments::{CheckoutState, InvoiceName, Purchase};
use ambigram_tests::{Stage, on_both_wires};

use super::invoices::{PROVIDER, price};
use super::{Meeting, kind};
use crate::stages::act;

/// A user pays, with nothing told.
pub(super) fn purchase(invoice: InvoiceName, form: i64) -> Purchase {
    Purchase { invoice, form, info: None, shipping_option: None, tip: 0, with_stars: true }
}

/// A user opens the form of an invoice and sends it.
#[track_caller]
pub(super) fn pay(
    stage: &Stage,
    user: UserId,
    invoice: &InvoiceName,
    fill: impl FnOnce(Purchase) -> Purchase,
) -> QueryId {
    act(stage, |world| {
        let (form, _) = world.payment_form(user, invoice)?;
        world.pay(user, fill(purchase(invoice.clone(), form)))
    })
}

/// The latest message of the chat with the bot, as its reader names it.
pub(super) fn latest(meeting: &Meeting) -> InvoiceName {
    InvoiceName::Message { chat: meeting.chat.id(), message: meeting.chat.last().id }
}

/// How a payment stands.
pub(super) fn state(stage: &Stage, query: QueryId) -> CheckoutState {
    stage.telegram().world().read(|world| world.checkout(query).unwrap().state.clone())
}

/// What a link names.
pub(super) fn linked(link: &str) -> InvoiceName {
    InvoiceName::Slug(link.strip_prefix("https://t.me/$").unwrap().to_owned())
}

/// The payment that a message tells of.
pub(super) fn payment(message: &Message) -> &SuccessfulPayment {
    match &message.kind {
        MessageKind::SuccessfulPayment(payment) => payment,
        other => panic!("no payment: {other:?}"),
    }
}

impl Meeting {
    /// The next update, which asks whether a payment is taken.
    pub(super) async fn asked_to_take(&mut self) -> PreCheckoutQuery {
        let update = self.next().await;
        match &update.kind {
            UpdateKind::PreCheckoutQuery(query) => PreCheckoutQuery::clone(query),
            other => panic!("no query: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_payment_that_is_taken_goes_through() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        act(stage, |world| world.set_stars(alice, 12));
        bot.send_invoice(meeting.id(), "Goods", "Good ones", "p-1", "XTR", price(5)).await.unwrap();
        let paying = pay(stage, alice, &latest(&meeting), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        assert_eq!((query.currency.as_str(), query.total_amount, query.from.id), ("XTR", 5, alice));
        assert_eq!(query.invoice_payload, "p-1");
        assert_eq!(state(stage, paying), CheckoutState::Waiting);
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        assert!(matches!(state(stage, paying), CheckoutState::Paid(_)));
        let message = meeting.message().await;
        let paid = payment(&message);
        assert_eq!((paid.total_amount, paid.invoice_payload.as_str(), paid.is_recurring), (5, "p-1", false));
        assert!(!paid.telegram_payment_charge_id.as_str().is_empty());
        assert_eq!(stage.telegram().world().read(|world| world.stars(alice)), 7);
    })
    .await;
}

#[tokio::test]
async fn a_payment_that_is_not_taken_tells_why() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        act(stage, |world| world.set_stars(alice, 12));
        bot.send_invoice(meeting.id(), "Goods", "Good ones", "p", "XTR", price(5)).await.unwrap();
        let paying = pay(stage, alice, &latest(&meeting), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        bot.answer_pre_checkout_query(&query.id, false).error_message("Sold out").await.unwrap();
        assert_eq!(state(stage, paying), CheckoutState::Refused("Sold out".to_owned()));
        let again = bot.answer_pre_checkout_query(&query.id, true).await;
        assert_eq!(kind(again), ErrorKind::QueryExpired);
        assert_eq!(stage.telegram().world().read(|world| world.stars(alice)), 12);
    })
    .await;
}

#[tokio::test]
async fn an_answer_comes_within_ten_seconds_or_too_late() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        act(stage, |world| world.set_stars(alice, 12));
        bot.send_invoice(meeting.id(), "Goods", "Good ones", "p", "XTR", price(5)).await.unwrap();
        let late = pay(stage, alice, &latest(&meeting), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        stage.pass(10);
        assert_eq!(state(stage, late), CheckoutState::TimedOut);
        assert_eq!(kind(bot.answer_pre_checkout_query(query.id, true).await), ErrorKind::QueryExpired);
        let unknown = bot.answer_pre_checkout_query(PreCheckoutQueryId::from("12345"), true).await;
        assert_eq!(kind(unknown), ErrorKind::QueryExpired);

        let timely = pay(stage, alice, &latest(&meeting), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        stage.pass(9);
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        assert!(matches!(state(stage, timely), CheckoutState::Paid(_)));
    })
    .await;
}

#[tokio::test]
async fn money_is_paid_with_a_tip() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        let call = bot.send_invoice(meeting.id(), "Goods", "Good ones", "p", "EUR", price(1000));
        call.provider_token(PROVIDER).max_tip_amount(100).await.unwrap();
        let tipped = |purchase| Purchase { tip: 50, with_stars: false, ..purchase };
        let paying = pay(stage, alice, &latest(&meeting), tipped);
        let query = meeting.asked_to_take().await;
        assert_eq!((query.currency.as_str(), query.total_amount), ("EUR", 1050));
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = meeting.message().await;
        let paid = payment(&message);
        assert_eq!((paid.currency.as_str(), paid.total_amount), ("EUR", 1050));
        assert!(!paid.provider_payment_charge_id.is_empty());
        assert!(matches!(state(stage, paying), CheckoutState::Paid(_)));
    })
    .await;
}

#[tokio::test]
async fn an_invoice_under_a_link_is_paid() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, bob) = (meeting.bot.clone(), stage.user("Bob"));
        act(stage, |world| world.set_stars(bob.id, 100));
        let link = bot.create_invoice_link("Goods", "Good ones", "p", "XTR", price(7)).await.unwrap();
        pay(stage, bob.id, &linked(&link), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        // Whoever pays need never have met the bot.
        assert_eq!(query.from.id, bob.id);
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = meeting.message().await;
        assert_eq!((payment(&message).total_amount, message.chat.id), (7, bob.id.into()));
    })
    .await;
}

#[tokio::test]
async fn a_subscription_tells_until_when_it_is_paid() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        act(stage, |world| world.set_stars(alice, 100));
        let link = bot.create_invoice_link("Month", "All of it", "sub", "XTR", price(50));
        let link = link.subscription_period(2_592_000u32).await.unwrap();
        pay(stage, alice, &linked(&link), |purchase| purchase);
        let query = meeting.asked_to_take().await;
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = meeting.message().await;
        let paid = payment(&message);
        assert_eq!(paid.subscription_expiration_date, Some(stage.now() + 2_592_000));
        assert!(paid.is_recurring && paid.is_first_recurring);
        let charge = &paid.telegram_payment_charge_id;
        for is_canceled in [true, false] {
            bot.edit_user_star_subscription(alice, charge, is_canceled).await.unwrap();
        }
        let unknown = bot.edit_user_star_subscription(alice, "nothing", true).await;
        assert_eq!(kind(unknown), ErrorKind::BadRequest);
    })
    .await;
}
