//! The bot's Stars.

use ambigram::prelude::*;
use ambigram::types::{PaymentChargeId, TransactionKind, TransactionPartner, UserId};
use ambigram_tests::{Stage, on_both_wires};

use super::invoices::price;
use super::payments::{latest, pay, payment};
use super::{Meeting, kind};
use crate::stages::act;

impl Meeting {
    /// Alice pays so many Stars; by what that is known.
    async fn earn(&mut self, stage: &Stage, amount: i64) -> PaymentChargeId {
        act(stage, |world| world.set_stars(self.alice.id, amount));
        self.bot.send_invoice(self.id(), "Goods", "Good ones", "p", "XTR", price(amount)).await.unwrap();
        pay(stage, self.alice.id, &latest(self), |purchase| purchase);
        let query = self.asked_to_take().await;
        self.bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = self.message().await;
        payment(&message).telegram_payment_charge_id.clone()
    }
}

#[tokio::test]
async fn a_bot_knows_how_many_stars_it_has() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        assert_eq!(meeting.bot.get_my_star_balance().await.unwrap().amount, 0);
        meeting.earn(stage, 5).await;
        meeting.earn(stage, 8).await;
        assert_eq!(meeting.bot.get_my_star_balance().await.unwrap().amount, 13);
    })
    .await;
}

#[tokio::test]
async fn where_stars_came_from_is_listed() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        assert!(meeting.bot.get_star_transactions().await.unwrap().transactions.is_empty());
        let charges =
            [meeting.earn(stage, 5).await, meeting.earn(stage, 8).await, meeting.earn(stage, 9).await];
        let listed = meeting.bot.get_star_transactions().await.unwrap().transactions;
        let ids: Vec<_> = listed.iter().map(|one| one.id.clone()).collect();
        assert_eq!(ids, charges);
        let Some(TransactionPartner::User(partner)) = &listed[0].source else { panic!("{listed:?}") };
        assert_eq!(partner.transaction_type, TransactionKind::InvoicePayment);
        assert_eq!((partner.user.id, partner.invoice_payload.as_deref()), (meeting.alice.id, Some("p")));
        let page = meeting.bot.get_star_transactions().offset(1u32).limit(1u32).await.unwrap().transactions;
        assert_eq!(page.iter().map(|one| one.amount).collect::<Vec<_>>(), [8]);
        // What is too little or too much is taken for the least or the most.
        for (limit, count) in [(0u32, 1), (101, 3)] {
            let listed = meeting.bot.get_star_transactions().limit(limit).await.unwrap();
            assert_eq!(listed.transactions.len(), count, "{limit}");
        }
    })
    .await;
}

#[tokio::test]
async fn stars_are_paid_back_once() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let charge = meeting.earn(stage, 5).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        bot.refund_star_payment(alice, &charge).await.unwrap();
        let message = meeting.message().await;
        let MessageKind::RefundedPayment(refunded) = &message.kind else { panic!("{message:?}") };
        assert_eq!((&refunded.telegram_payment_charge_id, refunded.total_amount), (&charge, 5));
        assert_eq!(stage.telegram().world().read(|world| world.stars(alice)), 5);
        assert_eq!(kind(bot.refund_star_payment(alice, &charge).await), ErrorKind::AlreadyRefunded);
        let listed = bot.get_star_transactions().await.unwrap().transactions;
        assert!(listed[0].source.is_some() && listed[1].receiver.is_some(), "{listed:?}");
        assert_eq!(bot.get_my_star_balance().await.unwrap().amount, 0);
        assert_eq!(kind(bot.refund_star_payment(alice, "nothing").await), ErrorKind::BadRequest);
        let nobody = kind(bot.refund_star_payment(UserId(999), &charge).await);
        assert!(matches!(nobody, ErrorKind::UserNotFound | ErrorKind::BadRequest), "{nobody:?}");
    })
    .await;
}

#[tokio::test]
async fn stars_that_are_spent_cannot_be_paid_back() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let charge = meeting.earn(stage, 5).await;
        act(stage, |world| world.set_stars(meeting.account.id, 3));
        let refused = meeting.bot.refund_star_payment(meeting.alice.id, &charge).await;
        assert_eq!(kind(refused), ErrorKind::BalanceTooLow);
        let listed = meeting.bot.get_star_transactions().await.unwrap().transactions;
        assert_eq!(listed.len(), 2);
    })
    .await;
}
