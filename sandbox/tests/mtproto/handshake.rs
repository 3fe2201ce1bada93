//! Coming to share a key.

use grammers_tl_types::{Identifiable, enums, functions, types};

use crate::client::{Client, Framing, Packets};
use crate::exchange::{Exchange, Padding, exchange, plain};
use crate::stage::{get_config, sandbox};

#[tokio::test]
async fn a_key_is_agreed_on_in_every_framing_and_with_both_paddings() {
    let sandbox = sandbox().await;
    for framing in Framing::ALL {
        for padding in [Padding::New, Padding::Old] {
            let packets = Packets::open(sandbox.mtproto_address(), framing).await;
            let (packets, key) = exchange(packets, padding).await;
            let mut client = Client::over(packets, key);
            client.greet().await;
            assert!(!client.call(&get_config()).await.is_empty(), "{framing:?} {padding:?}");
            // The key is good on other connections too.
            Client::with_key(sandbox.mtproto_address(), framing, key).await.greet().await;
        }
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn all_forms_of_the_secret_are_understood() {
    let sandbox = sandbox().await;
    for request in [functions::ReqPq::CONSTRUCTOR_ID, functions::ReqPqMulti::CONSTRUCTOR_ID] {
        let begin = async || {
            let packets = Packets::open(sandbox.mtproto_address(), Framing::Intermediate).await;
            Exchange::begin(packets, request).await
        };
        type Form = fn(types::PQInnerDataDc) -> enums::PQInnerData;
        let forms: [Form; 4] = [
            |inner| inner.into(),
            |types::PQInnerDataDc { pq, p, q, nonce, server_nonce, new_nonce, .. }| {
                types::PQInnerData { pq, p, q, nonce, server_nonce, new_nonce }.into()
            },
            |types::PQInnerDataDc { pq, p, q, nonce, server_nonce, new_nonce, .. }| {
                types::PQInnerDataTemp { pq, p, q, nonce, server_nonce, new_nonce, expires_in: 3600 }.into()
            },
            |types::PQInnerDataDc { pq, p, q, nonce, server_nonce, new_nonce, dc }| {
                let expires_in = 3600;
                types::PQInnerDataTempDc { pq, p, q, nonce, server_nonce, new_nonce, dc, expires_in }.into()
            },
        ];
        for form in forms {
            let mut exchange = begin().await;
            let params = exchange.offer(&form(exchange.inner()), Padding::New).await.unwrap();
            let (answer, key) = exchange.agree(params).await;
            assert!(matches!(answer, Some(enums::SetClientDhParamsAnswer::DhGenOk(_))), "{answer:?}");
            Client::over(exchange.packets, key).greet().await;
        }
    }
}

#[tokio::test]
async fn a_secret_that_does_not_fit_is_refused() {
    let sandbox = sandbox().await;
    let begin = async || {
        let packets = Packets::open(sandbox.mtproto_address(), Framing::Abridged).await;
        Exchange::begin(packets, functions::ReqPqMulti::CONSTRUCTOR_ID).await
    };
    // Inside the encrypted part: the front knows the new nonce, and proves it.
    let table: [fn(&mut types::PQInnerDataDc); 5] = [
        |inner| inner.nonce[0] ^= 1,
        |inner| inner.server_nonce[0] ^= 1,
        |inner| inner.pq[7] ^= 1,
        |inner| inner.p[3] ^= 1,
        |inner| std::mem::swap(&mut inner.p, &mut inner.q),
    ];
    for spoil in table {
        for padding in [Padding::New, Padding::Old] {
            let mut exchange = begin().await;
            let mut inner = exchange.inner();
            spoil(&mut inner);
            let answer = exchange.offer(&inner.into(), padding).await.unwrap();
            assert!(matches!(answer, enums::ServerDhParams::Fail(_)), "{answer:?}");
        }
    }
    // Outside of it nothing is known.
    let table: [fn(&mut Exchange); 4] = [
        |exchange| exchange.nonce[0] ^= 1,
        |exchange| exchange.server_nonce[0] ^= 1,
        |exchange| exchange.p[3] ^= 2,
        |exchange| std::mem::swap(&mut exchange.p, &mut exchange.q),
    ];
    for spoil in table {
        let mut exchange = begin().await;
        let inner = exchange.inner().into();
        spoil(&mut exchange);
        assert_eq!(exchange.offer(&inner, Padding::New).await, None);
    }
}

#[tokio::test]
async fn a_half_that_gives_the_secret_away_is_refused() {
    let sandbox = sandbox().await;
    for half in [vec![0], vec![1], vec![2; 248], vec![0xff; 256]] {
        let packets = Packets::open(sandbox.mtproto_address(), Framing::Abridged).await;
        let mut exchange = Exchange::begin(packets, functions::ReqPqMulti::CONSTRUCTOR_ID).await;
        exchange.offer(&exchange.inner().into(), Padding::New).await.unwrap();
        let answer = exchange.answer(half, 0).await;
        assert!(matches!(answer, Some(enums::SetClientDhParamsAnswer::DhGenFail(_))), "{answer:?}");
    }
}

#[tokio::test]
async fn steps_out_of_turn_end_the_connection() {
    let sandbox = sandbox().await;
    let mut packets = Packets::open(sandbox.mtproto_address(), Framing::Full).await;
    let mut body = functions::SetClientDhParams::CONSTRUCTOR_ID.to_le_bytes().to_vec();
    body.resize(64, 0);
    assert_eq!(plain::<enums::SetClientDhParamsAnswer>(&mut packets, &body).await, None);
    assert_eq!(packets.receive().await, None);
}
