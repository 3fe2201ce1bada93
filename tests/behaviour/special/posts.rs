//! Posts that are suggested to channels, and what becomes of them.

use ambigram_sandbox::world::Extra;
use ambigram_tests::on_both_wires;
use serde_json::{Value, json};

use super::{Case, Cast, about_this, are_told, has};

pub(super) fn posts(_: &Cast) -> Vec<Case> {
    let stars = json!({ "currency": "XTR", "amount": 5 });
    let ton = json!({ "currency": "TON", "amount": 70 });
    let date = 1_900_000_000;
    let case = |name, given, mut told: Value| {
        told["suggested_post_message"] = about_this();
        Case::new(name, "channel", given, told).about_another()
    };
    vec![
        case(
            "suggested_post_approved",
            json!({ "send_date": date, "price": stars }),
            json!({ "send_date": date, "price": stars }),
        ),
        case(
            "suggested_post_approved",
            json!({ "send_date": date, "price": ton }),
            json!({ "send_date": date, "price": ton }),
        ),
        case("suggested_post_approved", json!({ "send_date": date }), json!({ "send_date": date })),
        case("suggested_post_approval_failed", json!({ "price": stars }), json!({ "price": stars })),
        case("suggested_post_approval_failed", json!({ "price": ton }), json!({ "price": ton })),
        case("suggested_post_declined", json!({ "comment": "not now" }), json!({ "comment": "not now" })),
        case("suggested_post_declined", json!({}), json!({})),
        case(
            "suggested_post_paid",
            json!({ "price": stars }),
            json!({ "currency": "XTR", "star_amount": { "amount": 5 } }),
        ),
        case("suggested_post_paid", json!({ "price": ton }), json!({ "currency": "TON", "amount": 70 })),
        case(
            "suggested_post_refunded",
            json!({ "is_payment_refunded": true }),
            json!({ "reason": "payment_refunded" }),
        ),
        case("suggested_post_refunded", json!({}), json!({ "reason": "post_deleted" })),
    ]
}

#[tokio::test]
async fn what_becomes_of_a_suggested_post_is_told() {
    are_told(posts).await;
}

#[tokio::test]
async fn a_suggested_post_tells_its_price_its_date_and_its_state() {
    on_both_wires(async |stage| {
        let mut cast = Cast::new(stage).await;
        for state in ["pending", "approved", "declined"] {
            for price in [
                None,
                Some(json!({ "currency": "XTR", "amount": 5 })),
                Some(json!({ "currency": "TON", "amount": 70 })),
            ] {
                let post = json!({ "state": state, "price": price, "send_date": 1_900_000_000 });
                let extra: Extra = serde_json::from_value(json!({ "suggested_post": post })).unwrap();
                cast.everywhere.place("supergroup").chat.say_with("my post", extra).unwrap();
                let update = cast.listening.take(1).await.remove(0);
                let told = serde_json::to_value(update.message().unwrap()).unwrap();
                let mut expected = json!({ "state": state, "send_date": 1_900_000_000 });
                if let Some(price) = price {
                    expected["price"] = price;
                }
                assert!(has(&told["suggested_post_info"], &expected), "{told}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_paid_post_says_so() {
    on_both_wires(async |stage| {
        let mut cast = Cast::new(stage).await;
        for currency in ["XTR", "TON"] {
            let extra: Extra = serde_json::from_value(json!({ "paid_post": currency })).unwrap();
            cast.everywhere.place("channel").chat.say_with("a paid post", extra).unwrap();
            let update = cast.listening.take(1).await.remove(0);
            assert!(update.message().unwrap().is_paid_post, "{update:?}");
            assert_eq!(update.message().unwrap().chat.id, cast.everywhere.place("channel").id);
        }
    })
    .await;
}
