//! What buyers tell, and how goods are sent to them.

use ambigram::prelude::*;
use ambigram::requests::{LabeledPrice, ShippingOption};
use ambigram::types::{ShippingQuery, ShippingQueryId};
use ambigram_sandbox::world::QueryId;
use ambigram_sandbox::world::payments::{Address, InvoiceName, OrderInfo, Purchase, ShippingState};
use ambigram_tests::{Stage, on_both_wires};

use super::invoices::{PROVIDER, price};
use super::payments::{latest, pay, payment};
use super::{Meeting, kind};
use crate::stages::act;

fn told() -> OrderInfo {
    let address = Address {
        country_code: "AT".to_owned(),
        state: "W".to_owned(),
        city: "Vienna".to_owned(),
        street_line1: "Ring 1".to_owned(),
        street_line2: "Door 2".to_owned(),
        post_code: "1010".to_owned(),
    };
    OrderInfo {
        name: Some("Alice".to_owned()),
        phone_number: Some("4366412345".to_owned()),
        email: Some("alice@example.com".to_owned()),
        address: Some(address),
    }
}

impl Meeting {
    /// An invoice whose price depends on where the goods are sent, as its reader names it.
    async fn offer_goods(&self) -> InvoiceName {
        let call = self.bot.send_invoice(self.id(), "Goods", "Good ones", "p", "EUR", price(1000));
        let call = call.provider_token(PROVIDER).need_name().need_phone_number().need_email();
        call.need_shipping_address().is_flexible().await.unwrap();
        latest(self)
    }

    /// The next update, which asks how goods can be sent.
    async fn asked_to_ship(&mut self) -> ShippingQuery {
        let update = self.next().await;
        match &update.kind {
            UpdateKind::ShippingQuery(query) => ShippingQuery::clone(query),
            other => panic!("no query: {other:?}"),
        }
    }
}

fn ways() -> Vec<ShippingOption> {
    let way = |id: &str, amount: i64| {
        ShippingOption::new(id, id.to_uppercase(), vec![LabeledPrice::new("Way", amount)])
    };
    vec![way("post", 80), way("bird", 900)]
}

fn state(stage: &Stage, query: QueryId) -> ShippingState {
    stage.telegram().world().read(|world| world.shipping(query).unwrap().state.clone())
}

#[tokio::test]
async fn goods_are_paid_and_sent_in_the_way_that_was_chosen() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        let invoice = meeting.offer_goods().await;
        let info = act(stage, |world| world.tell_order_info(alice, &invoice, told()));
        let query = meeting.asked_to_ship().await;
        assert_eq!((query.from.id, query.invoice_payload.as_str()), (alice, "p"));
        let address = &query.shipping_address;
        assert_eq!((address.country_code.as_str(), address.street_line2.as_str()), ("AT", "Door 2"));
        bot.answer_shipping_query(query.id, true).shipping_options(ways()).await.unwrap();
        let ShippingState::Options(options) = state(stage, info) else { panic!("no options") };
        assert_eq!(options.len(), 2);
        let by_post = Some("post".to_owned());
        pay(stage, alice, &invoice, |purchase| Purchase {
            info: Some(info),
            shipping_option: by_post,
            with_stars: false,
            ..purchase
        });
        let query = meeting.asked_to_take().await;
        assert_eq!((query.total_amount, query.shipping_option_id.as_deref()), (1080, Some("post")));
        let order = query.order_info.as_ref().unwrap();
        assert_eq!(order.email.as_deref(), Some("alice@example.com"));
        assert_eq!(order.shipping_address.as_ref().unwrap().city.as_str(), "Vienna");
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = meeting.message().await;
        let paid = payment(&message);
        assert_eq!((paid.total_amount, paid.shipping_option_id.as_deref()), (1080, Some("post")));
        assert_eq!(paid.order_info.as_ref().unwrap().name.as_deref(), Some("Alice"));
    })
    .await;
}

#[tokio::test]
async fn where_goods_cannot_be_sent_the_buyer_is_told_why() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        let invoice = meeting.offer_goods().await;
        let info = act(stage, |world| world.tell_order_info(alice, &invoice, told()));
        let query = meeting.asked_to_ship().await;
        bot.answer_shipping_query(&query.id, false).error_message("Too far").await.unwrap();
        assert_eq!(state(stage, info), ShippingState::Refused("Too far".to_owned()));
        let again = bot.answer_shipping_query(&query.id, true).shipping_options(ways()).await;
        assert_eq!(kind(again), ErrorKind::QueryExpired);
    })
    .await;
}

#[tokio::test]
async fn what_no_answer_can_be_is_refused() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        let invoice = meeting.offer_goods().await;
        let info = act(stage, |world| world.tell_order_info(alice, &invoice, told()));
        let query = meeting.asked_to_ship().await;
        let nothing = bot.answer_shipping_query(&query.id, true).shipping_options(Vec::new()).await;
        assert_eq!(kind(nothing), ErrorKind::BadRequest);
        stage.pass(10);
        let late = bot.answer_shipping_query(&query.id, true).shipping_options(ways()).await;
        assert_eq!(kind(late), ErrorKind::QueryExpired);
        assert_eq!(state(stage, info), ShippingState::TimedOut);
        let unknown =
            bot.answer_shipping_query(ShippingQueryId::from("12345"), false).error_message("No").await;
        assert_eq!(kind(unknown), ErrorKind::QueryExpired);
    })
    .await;
}

#[tokio::test]
async fn what_a_buyer_tells_is_told_where_the_price_is_fixed() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        let call = bot.send_invoice(meeting.id(), "Goods", "Good ones", "p", "EUR", price(1000));
        call.provider_token(PROVIDER).need_email().await.unwrap();
        let invoice = latest(&meeting);
        let info = act(stage, |world| world.tell_order_info(alice, &invoice, told()));
        pay(stage, alice, &invoice, |purchase| Purchase { info: Some(info), with_stars: false, ..purchase });
        let query = meeting.asked_to_take().await;
        let order = query.order_info.unwrap();
        assert_eq!((order.email.as_deref(), order.name), (Some("alice@example.com"), None));
        bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        let message = meeting.message().await;
        assert!(payment(&message).order_info.is_some());
    })
    .await;
}
