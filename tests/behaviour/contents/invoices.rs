//! Invoices in messages and under links.

use ambigram::prelude::*;
use ambigram::requests::LabeledPrice;
use ambigram_tests::on_both_wires;
use serde_json::json;

use super::{Meeting, held, kind};

/// A price in one part.
pub(super) fn price(amount: i64) -> Vec<LabeledPrice> {
    vec![LabeledPrice::new("All", amount)]
}

/// What the provider gave the bot.
pub(super) const PROVIDER: &str = "123:TEST:abc";

#[tokio::test]
async fn an_invoice_for_stars_arrives_with_its_button() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let sent = bot.send_invoice(chat, "Goods", "Good ones", "p", "XTR", price(5)).await.unwrap();
        assert_eq!(
            held(&sent),
            json!({
                "title": "Goods", "description": "Good ones", "start_parameter": "", "currency": "XTR",
                "total_amount": 5,
            })
        );
        assert_eq!(meeting.chat.last().labels().count(), 1);
        let keyboard = InlineKeyboard::row([Button::pay("Pay 5 ⭐"), Button::callback("Why?", "why")]);
        let call = bot.send_invoice(chat, "Goods", "Good ones", "p", "XTR", price(5)).keyboard(keyboard);
        call.start_parameter("goods-1").await.unwrap();
        let labels: Vec<_> = meeting.chat.last().labels().map(str::to_owned).collect();
        assert!(labels[0].starts_with("Pay 5"), "{labels:?}");
        assert_eq!(labels[1], "Why?");
    })
    .await;
}

#[tokio::test]
async fn an_invoice_for_money_has_every_field() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let prices = vec![LabeledPrice::new("Goods", 1500), LabeledPrice::new("Discount", -500)];
        let call = meeting.bot.send_invoice(meeting.id(), "Goods", "Good ones", "p", "EUR", prices);
        let call = call.provider_token(PROVIDER).provider_data(r#"{"shop":1}"#).start_parameter("goods");
        let call = call.max_tip_amount(500).suggested_tip_amounts(vec![100, 200, 500]);
        let call = call.photo_url("https://example.com/goods.jpg").photo_size(1000u64);
        let call = call.photo_width(300u32).photo_height(200u32);
        let call = call.need_name().need_phone_number().need_email().need_shipping_address();
        let call = call.send_phone_number_to_provider().send_email_to_provider().is_flexible();
        let sent = call.await.unwrap();
        assert_eq!(
            held(&sent),
            json!({
                "title": "Goods", "description": "Good ones", "start_parameter": "goods", "currency": "EUR",
                "total_amount": 1000,
            })
        );
    })
    .await;
}

#[tokio::test]
async fn an_invoice_has_a_link() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let link = || meeting.bot.create_invoice_link("Goods", "Good ones", "p", "XTR", price(5));
        for made in [link().await, link().subscription_period(2_592_000u32).await] {
            let made = made.unwrap();
            assert!(made.starts_with("https://t.me/$"), "{made}");
        }
        let money = meeting.bot.create_invoice_link("Goods", "Good ones", "p", "USD", price(500));
        let money = money.provider_token(PROVIDER).need_email().await.unwrap();
        assert!(money.starts_with("https://t.me/$"), "{money}");
    })
    .await;
}

#[tokio::test]
async fn what_no_invoice_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let stars = |title: &str, description: &str, payload: &str, prices: Vec<LabeledPrice>| {
            bot.send_invoice(chat, title, description, payload, "XTR", prices)
        };
        let euros = |prices: Vec<LabeledPrice>| {
            bot.send_invoice(chat, "t", "d", "p", "EUR", prices).provider_token(PROVIDER)
        };
        let two = vec![LabeledPrice::new("a", 1), LabeledPrice::new("b", 2)];
        let wrong_button = InlineKeyboard::row([Button::callback("Why?", "why"), Button::pay("Pay")]);
        for (case, call) in [
            ("no title", stars("", "d", "p", price(1))),
            ("long title", stars(&"x".repeat(33), "d", "p", price(1))),
            ("no description", stars("t", "", "p", price(1))),
            ("long description", stars("t", &"x".repeat(256), "p", price(1))),
            ("no payload", stars("t", "d", "", price(1))),
            ("long payload", stars("t", "d", &"x".repeat(129), price(1))),
            ("no price", stars("t", "d", "p", Vec::new())),
            ("nothing to pay", stars("t", "d", "p", price(0))),
            ("two prices in Stars", stars("t", "d", "p", two)),
            ("a provider for Stars", stars("t", "d", "p", price(1)).provider_token(PROVIDER)),
            ("a currency that is none", bot.send_invoice(chat, "t", "d", "p", "ABC", price(100))),
            ("money without a provider", bot.send_invoice(chat, "t", "d", "p", "EUR", price(100))),
            ("tips beyond the most", euros(price(500)).max_tip_amount(10).suggested_tip_amounts(vec![20])),
            ("tips out of order", euros(price(500)).max_tip_amount(90).suggested_tip_amounts(vec![20, 10])),
            ("five tips", euros(price(500)).max_tip_amount(90).suggested_tip_amounts(vec![1, 2, 3, 4, 5])),
            ("data that are no JSON", euros(price(500)).provider_data("{")),
            ("a parameter that is none", stars("t", "d", "p", price(1)).start_parameter("a b")),
            ("another first button", stars("t", "d", "p", price(1)).keyboard(wrong_button)),
        ] {
            let kind = kind(call.await);
            assert!(matches!(kind, ErrorKind::BadRequest | ErrorKind::InvalidButton), "{case}: {kind:?}");
        }
        let link = || bot.create_invoice_link("t", "d", "p", "XTR", price(5));
        assert_eq!(kind(link().subscription_period(86_400u32).await), ErrorKind::BadRequest);
        let dear = bot.create_invoice_link("t", "d", "p", "XTR", price(10_001));
        assert_eq!(kind(dear.subscription_period(2_592_000u32).await), ErrorKind::BadRequest);
    })
    .await;
}
