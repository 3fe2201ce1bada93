//! Invoices, payments and Stars over the Bot API.

use serde_json::{Value, json};

use crate::stage::Stage;

fn stars(chat: i64, amount: i64) -> Value {
    json!({
        "chat_id": chat, "title": "Goods", "description": "Good ones", "payload": "p", "currency": "XTR",
        "prices": [{ "label": "All", "amount": amount }],
    })
}

#[tokio::test]
async fn stars_are_paid_and_paid_back() {
    let (stage, bot, user) = Stage::with_bot().await;
    let sent = stage.ok(&bot, "sendInvoice", stars(user.id.0, 5)).await;
    assert_eq!(
        sent["invoice"],
        json!({
            "title": "Goods", "description": "Good ones", "start_parameter": "", "currency": "XTR", "total_amount": 5,
        })
    );
    assert_eq!(sent["reply_markup"]["inline_keyboard"], json!([[{ "text": "Pay ⭐️5", "pay": true }]]));
    let wallet = format!("/users/{}/stars", user.id);
    let pay = format!("/users/{}/pay", user.id);
    let what = json!({ "chat": bot.id.0, "message": sent["message_id"] });
    let heard = stage.control("POST", &pay, what.clone()).await;
    assert_eq!(heard.body["got"], json!("BALANCE_TOO_LOW"));

    stage.controlled("PUT", &wallet, json!({ "balance": 12 })).await;
    let (paid, query) = tokio::join!(stage.controlled("POST", &pay, what), async {
        let updates = stage.ok(&bot, "getUpdates", json!({ "timeout": 10 })).await;
        let query = updates[0]["pre_checkout_query"].clone();
        let answer = json!({ "pre_checkout_query_id": query["id"], "ok": true });
        stage.ok(&bot, "answerPreCheckoutQuery", answer.clone()).await;
        let (_, again) = stage.refused(&bot, "answerPreCheckoutQuery", answer).await;
        assert_eq!(
            again,
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        );
        query
    });
    assert_eq!(
        (&query["currency"], &query["total_amount"], &query["invoice_payload"], &query["from"]["id"]),
        (&json!("XTR"), &json!(5), &json!("p"), &json!(user.id.0))
    );
    assert_eq!(paid["state"], json!("paid"));
    let updates = stage.updates(&bot).await;
    let payment = updates.last().unwrap()["message"]["successful_payment"].clone();
    assert_eq!((&payment["total_amount"], &payment["invoice_payload"]), (&json!(5), &json!("p")));
    let charge = payment["telegram_payment_charge_id"].clone();
    assert_eq!(stage.ok(&bot, "getMyStarBalance", json!({})).await, json!({ "amount": 5 }));
    assert_eq!(stage.controlled("GET", &wallet, Value::Null).await["balance"], json!(7));

    let refund = json!({ "user_id": user.id.0, "telegram_payment_charge_id": charge });
    let unknown = json!({ "user_id": user.id.0, "telegram_payment_charge_id": "x" });
    assert_eq!(stage.refused(&bot, "refundStarPayment", unknown).await.1, "Bad Request: CHARGE_NOT_FOUND");
    stage.ok(&bot, "refundStarPayment", refund.clone()).await;
    assert_eq!(
        stage.refused(&bot, "refundStarPayment", refund).await.1,
        "Bad Request: CHARGE_ALREADY_REFUNDED"
    );
    let updates = stage.updates(&bot).await;
    let refunded = &updates.last().unwrap()["message"]["refunded_payment"];
    assert_eq!((&refunded["telegram_payment_charge_id"], &refunded["total_amount"]), (&charge, &json!(5)));
    let listed = stage.ok(&bot, "getStarTransactions", json!({})).await;
    let told: Vec<_> =
        listed["transactions"].as_array().unwrap().iter().map(|one| (&one["id"], &one["amount"])).collect();
    assert_eq!(told, [(&charge, &json!(5)), (&charge, &json!(5))]);
    assert_eq!(listed["transactions"][0]["source"]["user"]["id"], json!(user.id.0));
    assert_eq!(listed["transactions"][1]["receiver"]["transaction_type"], json!("invoice_payment"));
    assert_eq!(stage.controlled("GET", &wallet, Value::Null).await["balance"], json!(12));
}

#[tokio::test]
async fn goods_are_shipped_where_the_bot_can_send_them() {
    let (stage, bot, user) = Stage::with_bot().await;
    let invoice = json!({
        "title": "Goods", "description": "Good ones", "payload": "p", "currency": "EUR", "provider_token": "1:TEST:2",
        "prices": [{ "label": "All", "amount": 1000 }], "is_flexible": true, "need_name": true, "max_tip_amount": 100,
    });
    let link = stage.ok(&bot, "createInvoiceLink", invoice).await;
    let link = link.as_str().unwrap().to_owned();
    assert!(link.starts_with("https://t.me/$"), "{link}");
    let address = json!({
        "country_code": "DE", "state": "", "city": "Berlin", "street_line1": "A 1", "street_line2": "", "post_code": "1",
    });
    let info = json!({ "name": "Alice", "shipping_address": address });
    let what = json!({ "link": link, "info": info, "tip": 50, "shipping_option": "post" });
    let pay = format!("/users/{}/pay", user.id);
    let (paid, ()) = tokio::join!(stage.controlled("POST", &pay, what), async {
        let updates = stage.ok(&bot, "getUpdates", json!({ "timeout": 10 })).await;
        let query = &updates[0]["shipping_query"];
        assert_eq!((&query["shipping_address"], &query["invoice_payload"]), (&address, &json!("p")));
        let options =
            json!([{ "id": "post", "title": "Post", "prices": [{ "label": "Stamp", "amount": 80 }] }]);
        let answer = json!({ "shipping_query_id": query["id"], "ok": true, "shipping_options": options });
        stage.ok(&bot, "answerShippingQuery", answer).await;
        let offset = updates[0]["update_id"].as_i64().unwrap() + 1;
        let updates = stage.ok(&bot, "getUpdates", json!({ "timeout": 10, "offset": offset })).await;
        let query = &updates[0]["pre_checkout_query"];
        assert_eq!(
            (&query["total_amount"], &query["shipping_option_id"], &query["order_info"]),
            (&json!(1130), &json!("post"), &info)
        );
        let answer = json!({ "pre_checkout_query_id": query["id"], "ok": true });
        stage.ok(&bot, "answerPreCheckoutQuery", answer).await;
    });
    assert_eq!(paid["message"]["successful_payment"]["order_info"], info);
}

#[tokio::test]
async fn a_bot_that_says_no_or_nothing_is_not_paid() {
    let (stage, bot, user) = Stage::with_bot().await;
    stage.controlled("PUT", &format!("/users/{}/stars", user.id), json!({ "balance": 10 })).await;
    let sent = stage.ok(&bot, "sendInvoice", stars(user.id.0, 5)).await;
    let pay = format!("/users/{}/pay", user.id);
    let what = json!({ "chat": bot.id.0, "message": sent["message_id"] });
    let (heard, ()) = tokio::join!(stage.controlled("POST", &pay, what.clone()), async {
        let updates = stage.ok(&bot, "getUpdates", json!({ "timeout": 10 })).await;
        let id = &updates[0]["pre_checkout_query"]["id"];
        let answer = json!({ "pre_checkout_query_id": id, "ok": false, "error_message": "Sold out" });
        stage.ok(&bot, "answerPreCheckoutQuery", answer).await;
        stage.confirm_all(&bot).await;
    });
    assert_eq!(heard, json!({ "state": "refused", "reason": "Sold out" }));
    let (heard, ()) = tokio::join!(stage.controlled("POST", &pay, what), async {
        let updates = stage.ok(&bot, "getUpdates", json!({ "timeout": 10 })).await;
        let id = &updates[0]["pre_checkout_query"]["id"];
        stage.pass(10);
        let late = json!({ "pre_checkout_query_id": id, "ok": true });
        let (code, _) = stage.refused(&bot, "answerPreCheckoutQuery", late).await;
        assert_eq!(code, 400);
    });
    assert_eq!(heard, json!({ "state": "timed_out" }));
    assert_eq!(stage.ok(&bot, "getMyStarBalance", json!({})).await, json!({ "amount": 0 }));
}

#[tokio::test]
async fn invoices_are_refused_in_telegrams_words() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (change, expected) in [
        (json!({ "title": "" }), "parameter \"title\" is required"),
        (json!({ "prices": [] }), "there must be at least one price"),
        (
            json!({ "prices": [{ "label": "a", "amount": 1 }, { "label": "b", "amount": 2 }] }),
            "STARS_INVOICE_INVALID",
        ),
        (
            json!({ "prices": [{ "label": "", "amount": 1 }] }),
            "can't parse labeled price: LabeledPrice label must be non-empty",
        ),
        (json!({ "currency": "EUR" }), "PAYMENT_PROVIDER_INVALID"),
        (json!({ "max_tip_amount": "x" }), "can't parse \"max_tip_amount\" as Number"),
        (
            json!({ "reply_markup": { "inline_keyboard": [[{ "text": "x", "url": "https://example.com" }]] } }),
            "BUTTON_POS_INVALID",
        ),
    ] {
        let mut invoice = stars(user.id.0, 5);
        invoice.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (code, text) = stage.refused(&bot, "sendInvoice", invoice).await;
        assert_eq!((code, text), (400, format!("Bad Request: {expected}")), "{change}");
    }
}
