//! Sessions, which outlive their connections.

use grammers_tl_types::{Deserializable, Identifiable, Serializable, enums, functions, types};

use crate::client::{Client, Framing, Packets};
use crate::stage::{ack, get_config, greeting, ping, ready, sandbox};

#[tokio::test]
async fn a_ready_session_is_an_address_and_a_key() {
    let sandbox = sandbox().await;
    let session = sandbox.ready_session();
    let shown = session.to_string();
    let (key, rest) = shown.strip_prefix("mtproto://").unwrap().split_once('@').unwrap();
    assert_eq!(rest, format!("{}/2", sandbox.mtproto_address()));
    assert_eq!((key.len(), key), (512, session.auth_key_hex().as_str()));
    assert_ne!(sandbox.ready_session(), session);
    assert!(!format!("{session:?}").contains(key));
}

#[tokio::test]
async fn an_unknown_key_is_told_in_every_framing() {
    let sandbox = sandbox().await;
    for framing in Framing::ALL {
        let mut client = Client::with_key(sandbox.mtproto_address(), framing, [3; 256]).await;
        client.send(&ping(1), true).await;
        let error = client.packets.receive().await.unwrap();
        assert_eq!(error, (-404i32).to_le_bytes(), "{framing:?}");
        assert_eq!(client.packets.receive().await, None);
    }
}

#[tokio::test]
async fn a_packet_that_was_tampered_with_ends_the_connection() {
    for place in [8, 24, 60] {
        let (_sandbox, mut client) = ready().await;
        let id = client.next_id();
        let mut packet = client.encrypted(id, 1, &ping(1));
        packet[place] ^= 1;
        client.packets.send(&packet).await;
        client.expect_end().await;
    }
}

#[tokio::test]
async fn a_new_session_is_announced_once() {
    let sandbox = sandbox().await;
    let mut client = Client::ready(&sandbox, Framing::Full).await;
    client.greet().await;
    client.session = 78;
    let first = client.numbered(greeting(get_config()), true);
    let second = client.numbered(ping(2), true);
    client.send_container(&[first.clone(), second]).await;
    let message = client.expect_message::<types::NewSessionCreated>().await;
    assert_eq!((message.id & 3, message.seqno & 1), (3, 1));
    let enums::NewSession::Created(created) = message.read();
    assert_eq!((created.first_msg_id, created.server_salt), (first.id, client.salt));
    client.result(first.id).await;
    client.send(&ping(3), true).await;
    loop {
        let message = client.next().await.unwrap();
        assert_ne!(message.constructor(), types::NewSessionCreated::CONSTRUCTOR_ID);
        if message.constructor() == types::Pong::CONSTRUCTOR_ID {
            let enums::Pong::Pong(pong) = message.read();
            if pong.ping_id == 3 {
                break;
            }
        }
    }
}

#[tokio::test]
async fn a_client_says_once_who_it_is_for_all_sessions_of_its_key() {
    let (sandbox, mut client) = ready().await;
    client.session += 1_000_000;
    client.call(&get_config()).await;
    let mut stranger = Client::ready(&sandbox, Framing::Abridged).await;
    stranger.salt = 1;
    stranger.send(&ping(1), true).await;
    let bad: enums::BadMsgNotification = stranger.expect().await;
    let enums::BadMsgNotification::BadServerSalt(bad) = bad else { panic!("{bad:?}") };
    stranger.salt = bad.new_server_salt;
    assert_eq!(stranger.refused(&get_config()).await, (400, "CONNECTION_NOT_INITED".to_owned()));
}

#[tokio::test]
async fn what_was_not_acknowledged_comes_again() {
    let (sandbox, mut client) = ready().await;
    let kept = client.send(&get_config(), true).await;
    let done = client.send(&get_config(), true).await;
    let (answer, _) = client.result_message(kept).await;
    let (other, _) = client.result_message(done).await;
    client.send(&ack(vec![other.id]), false).await;
    client.call(&get_config()).await;
    client.reconnect(sandbox.mtproto_address()).await;
    client.send(&ping(1), true).await;
    let mut seen = Vec::new();
    loop {
        let message = client.next().await.unwrap();
        if message.constructor() == types::Pong::CONSTRUCTOR_ID {
            break;
        }
        seen.push(message);
    }
    assert!(seen.contains(&answer), "{seen:?}");
    assert!(!seen.contains(&other), "{seen:?}");
    assert!(seen.is_sorted_by_key(|message| message.id));
}

#[tokio::test]
async fn a_second_connection_takes_a_session_over() {
    let (sandbox, mut client) = ready().await;
    let second = Packets::open(sandbox.mtproto_address(), Framing::Padded).await;
    let mut first = std::mem::replace(&mut client.packets, second);
    client.call(&get_config()).await;
    while first.receive().await.is_some() {}
    sandbox.mtproto_faults().until_connections(1).await;
}

#[tokio::test]
async fn sessions_and_keys_are_destroyed() {
    let (_sandbox, mut client) = ready().await;
    let destroy = |session_id| functions::DestroySession { session_id }.to_bytes();
    let own = client.session;
    client.session = 5;
    client.send(&destroy(own), true).await;
    let destroyed: enums::DestroySessionRes = client.expect().await;
    assert_eq!(destroyed, types::DestroySessionOk { session_id: own }.into());
    for id in [own, 5] {
        client.send(&destroy(id), true).await;
        let destroyed: enums::DestroySessionRes = client.expect().await;
        assert_eq!(destroyed, types::DestroySessionNone { session_id: id }.into());
    }
    client.send(&functions::DestroyAuthKey {}.to_bytes(), true).await;
    let destroyed: enums::DestroyAuthKeyRes = client.expect().await;
    assert_eq!(destroyed, enums::DestroyAuthKeyRes::DestroyAuthKeyOk);
    client.send(&ping(1), true).await;
    loop {
        let packet = client.packets.receive().await.unwrap();
        if packet.len() == 4 {
            assert_eq!(i32::from_bytes(&packet).unwrap(), -404);
            break;
        }
    }
}
