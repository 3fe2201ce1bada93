//! Connections that are cut in every phase, requests that fail, doors that stay shut.

use ambigram_sandbox::{FaultEffect, MtProtoDoor, MtProtoFault, Sandbox};
use grammers_tl_types::{Identifiable, enums, types};

use crate::client::{Client, Framing, Packets};
use crate::exchange::{Padding, exchange};
use crate::stage::{get_config, ping, ready, sandbox};

fn add(sandbox: &Sandbox, method: &str, effect: FaultEffect, times: u32) {
    sandbox.mtproto_faults().add(MtProtoFault { method: Some(method.to_owned()), effect, times });
}

#[tokio::test]
async fn all_connections_are_cut_at_once() {
    let (sandbox, mut client) = ready().await;
    let mut other = Client::ready(&sandbox, Framing::Full).await;
    other.greet().await;
    sandbox.mtproto_faults().cut_all();
    client.expect_end().await;
    other.expect_end().await;
    client.reconnect(sandbox.mtproto_address()).await;
    client.call(&get_config()).await;
}

#[tokio::test]
async fn every_step_of_the_key_exchange_can_be_cut() {
    let sandbox = sandbox().await;
    for effect in [FaultEffect::CutBefore, FaultEffect::CutAfter] {
        for method in ["req_pq_multi", "req_DH_params", "set_client_DH_params"] {
            add(&sandbox, method, effect.clone(), 1);
            let packets = Packets::open(sandbox.mtproto_address(), Framing::Abridged).await;
            let failed = tokio::spawn(exchange(packets, Padding::New)).await;
            assert!(failed.is_err(), "{method}");
            assert_eq!(sandbox.mtproto_faults().list(), []);
        }
    }
    let packets = Packets::open(sandbox.mtproto_address(), Framing::Abridged).await;
    exchange(packets, Padding::New).await;
}

#[tokio::test]
async fn a_request_is_cut_before_it_is_run_or_after() {
    let (sandbox, mut client) = ready().await;
    add(&sandbox, "HELP.getConfig", FaultEffect::CutBefore, 1);
    let id = client.send(&get_config(), true).await;
    client.expect_end().await;
    client.reconnect(sandbox.mtproto_address()).await;
    // Nothing was run, so nothing comes.
    client.send(&ping(1), true).await;
    loop {
        let message = client.next().await.unwrap();
        assert_ne!(message.body.get(4..12), Some(id.to_le_bytes().as_slice()));
        if message.constructor() == types::Pong::CONSTRUCTOR_ID {
            break;
        }
    }
    add(&sandbox, "help.getConfig", FaultEffect::CutAfter, 1);
    let id = client.send(&get_config(), true).await;
    client.expect_end().await;
    client.reconnect(sandbox.mtproto_address()).await;
    client.send(&ping(2), true).await;
    client.result(id).await;
}

#[tokio::test]
async fn requests_are_refused_as_often_as_they_are_to_be() {
    let (sandbox, mut client) = ready().await;
    let error = FaultEffect::Error { code: 420, message: "FLOOD_WAIT_3".to_owned() };
    add(&sandbox, "help.getConfig", error, 2);
    for _ in 0..2 {
        assert_eq!(client.refused(&get_config()).await, (420, "FLOOD_WAIT_3".to_owned()));
    }
    client.call(&get_config()).await;
    let error = FaultEffect::Error { code: 500, message: "INTERDC_2_CALL_ERROR".to_owned() };
    sandbox.mtproto_faults().add(MtProtoFault { method: None, effect: error, times: 1 });
    assert_eq!(client.refused(&get_config()).await.0, 500);
    client.call(&get_config()).await;
}

#[tokio::test]
async fn a_silent_door_is_served_once_it_opens_and_a_shut_one_never() {
    let (sandbox, mut client) = ready().await;
    let faults = sandbox.mtproto_faults();
    faults.set_door(MtProtoDoor::Shut);
    let mut refused = Client::ready(&sandbox, Framing::Abridged).await;
    refused.send(&ping(1), true).await;
    refused.expect_end().await;
    faults.set_door(MtProtoDoor::Silent);
    let mut silent = Client::ready(&sandbox, Framing::Abridged).await;
    silent.send(&ping(1), true).await;
    faults.until_connections(2).await;
    // Those who were there before are served as ever.
    client.call(&get_config()).await;
    faults.set_door(MtProtoDoor::Open);
    let bad: enums::BadMsgNotification = silent.expect().await;
    assert!(matches!(bad, enums::BadMsgNotification::BadServerSalt(_)));
}

#[tokio::test]
async fn stopping_ends_connections_and_frees_the_port() {
    let (sandbox, mut client) = ready().await;
    let address = sandbox.mtproto_address();
    sandbox.stop().await;
    client.expect_end().await;
    std::net::TcpListener::bind(address).unwrap();
}
