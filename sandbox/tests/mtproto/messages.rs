//! Messages, and messages about them.

use grammers_tl_types::{Deserializable, Identifiable, Serializable, enums, functions, types};

use crate::client::{Client, Framing, GZIP_PACKED, Message, id_at, packed, unpacked};
use crate::stage::{ack, get_config, greeting, ping, ready, sandbox};

#[tokio::test]
async fn requests_are_answered_in_a_container_and_out_of_it() {
    let (_sandbox, mut client) = ready().await;
    let (one, two) = (client.numbered(get_config(), true), client.numbered(ping(7), true));
    let acknowledged = client.numbered(ack(vec![1, 2]), false);
    client.send_container(&[one.clone(), two.clone(), acknowledged]).await;
    let mut pong = None;
    let mut result = None;
    while pong.is_none() || result.is_none() {
        let message = client.next().await.unwrap();
        match message.constructor() {
            types::Pong::CONSTRUCTOR_ID => pong = Some(message),
            0xf35c_6d01 => result = Some(message),
            _ => {}
        }
    }
    let pong = enums::Pong::from_bytes(&pong.unwrap().body).unwrap();
    assert_eq!(pong, types::Pong { msg_id: two.id, ping_id: 7 }.into());
    assert_eq!(result.unwrap().body[4..12], one.id.to_le_bytes());
}

#[tokio::test]
async fn what_is_packed_is_unpacked_wherever_it_stands() {
    let sandbox = sandbox().await;
    let mut client = Client::ready(&sandbox, Framing::Intermediate).await;
    client.greet().await;
    // A whole message, a request in its wrapping, and a container.
    client.call(&packed(&get_config())).await;
    client.call(&greeting(packed(&get_config()))).await;
    let message = client.numbered(packed(&get_config()), true);
    client.send_container(std::slice::from_ref(&message)).await;
    client.result(message.id).await;
}

#[tokio::test]
async fn long_answers_are_packed_and_short_ones_are_not() {
    let (_sandbox, mut client) = ready().await;
    let id = client.send(&get_config(), true).await;
    let (_, result) = client.result_message(id).await;
    let config = unpacked(&result);
    assert_eq!(result.len() < config.len(), config.len() >= 1024, "{} of {}", result.len(), config.len());
    assert!(matches!(enums::Config::from_bytes(&config), Ok(enums::Config::Config(_))));
    let id = client.send(&[1, 2, 3, 4], true).await;
    let (_, result) = client.result_message(id).await;
    assert_ne!(u32::from_bytes(&result).unwrap(), GZIP_PACKED);
}

#[tokio::test]
async fn unknown_methods_are_refused_by_number() {
    let (_sandbox, mut client) = ready().await;
    let (code, name) = client.refused(&[1, 2, 3, 4]).await;
    assert_eq!((code, name.as_str()), (400, "INPUT_METHOD_INVALID_67305985_0"));
    let mut broken = GZIP_PACKED.to_bytes();
    vec![1u8, 2, 3].serialize(&mut broken);
    assert_eq!(client.refused(&broken).await, (400, "INPUT_FETCH_FAIL".to_owned()));
}

#[tokio::test]
async fn wrong_numbers_are_named() {
    let (_sandbox, mut client) = ready().await;
    let request = client.numbered(get_config(), true);
    client.send_as(request.id, request.seqno, &request.body).await;
    client.result(request.id).await;
    let Message { id, seqno, .. } = request;
    let table = [
        ("old", id_at(-400), seqno + 2, get_config(), 16),
        ("early", id_at(100), seqno + 2, get_config(), 17),
        ("not a client's", id + 401, seqno + 2, get_config(), 18),
        ("seqno too low", id_at(0), seqno, get_config(), 32),
        ("seqno too high", id - 4000, seqno + 2, get_config(), 33),
        ("seqno not even", id_at(0), seqno + 2, ack(vec![1]), 34),
        ("seqno not odd", id_at(0), seqno + 1, get_config(), 35),
        ("no container", id_at(0), seqno + 1, vec![0xdc, 0xf8, 0xf1, 0x73, 9, 0, 0, 0], 64),
    ];
    for (what, id, seqno, body, code) in table {
        client.send_as(id, seqno, &body).await;
        let bad: enums::BadMsgNotification = client.expect().await;
        let expected = types::BadMsgNotification { bad_msg_id: id, bad_msg_seqno: seqno, error_code: code };
        assert_eq!(bad, expected.into(), "{what}");
    }
    // None of that did any harm.
    client.call(&get_config()).await;
}

#[tokio::test]
async fn a_container_in_a_container_is_none() {
    let (_sandbox, mut client) = ready().await;
    let inner = client.numbered(vec![0xdc, 0xf8, 0xf1, 0x73, 0, 0, 0, 0], false);
    let id = client.send_container(&[inner]).await;
    let bad: enums::BadMsgNotification = client.expect().await;
    let enums::BadMsgNotification::Notification(bad) = bad else { panic!("{bad:?}") };
    assert_eq!((bad.bad_msg_id, bad.error_code), (id, 64));
    // The same container twice.
    let message = client.numbered(ping(1), true);
    let (id, seqno) = (client.next_id(), client.next_seqno(false));
    let mut body = vec![0xdc, 0xf8, 0xf1, 0x73, 1, 0, 0, 0];
    message.id.serialize(&mut body);
    message.seqno.serialize(&mut body);
    (message.body.len() as i32).serialize(&mut body);
    body.extend(&message.body);
    client.send_as(id, seqno, &body).await;
    client.send_as(id, seqno, &body).await;
    let bad: enums::BadMsgNotification = client.expect().await;
    let enums::BadMsgNotification::Notification(bad) = bad else { panic!("{bad:?}") };
    assert_eq!((bad.bad_msg_id, bad.error_code), (id, 19));
}

#[tokio::test]
async fn states_are_told() {
    let (_sandbox, mut client) = ready().await;
    let answered = client.send(&get_config(), true).await;
    client.result(answered).await;
    let acknowledged = client.send(&ack(vec![4]), false).await;
    let never = id_at(20) & !3;
    let between = answered - 4;
    let request = enums::MsgsStateReq::from(types::MsgsStateReq {
        msg_ids: vec![answered, acknowledged, never, between],
    });
    let id = client.send(&request.to_bytes(), true).await;
    let enums::MsgsStateInfo::Info(info) = client.expect().await;
    assert_eq!((info.req_msg_id, info.info), (id, vec![4 + 32 + 64, 4 + 16, 3, 2]));
}

#[tokio::test]
async fn answers_are_sent_again_on_request_and_to_the_same_message() {
    let (_sandbox, mut client) = ready().await;
    let request = client.numbered(get_config(), true);
    client.send_as(request.id, request.seqno, &request.body).await;
    let (answer, _) = client.result_message(request.id).await;
    // The same message is not run again: the same answer comes, with the same numbers.
    client.send_as(request.id, request.seqno, &request.body).await;
    assert_eq!(client.result_message(request.id).await.0, answer);
    let again = enums::MsgResendReq::Req(types::MsgResendReq { msg_ids: vec![answer.id] }).to_bytes();
    client.send(&again, true).await;
    assert_eq!(client.result_message(request.id).await.0, answer);
    let again = types::MsgResendAnsReq { msg_ids: vec![request.id] };
    client.send(&enums::MsgResendReq::from(again).to_bytes(), true).await;
    assert_eq!(client.result_message(request.id).await.0, answer);
    // Once it is acknowledged it is forgotten, and the states are told instead.
    client.send(&ack(vec![answer.id]), false).await;
    let again = enums::MsgResendReq::Req(types::MsgResendReq { msg_ids: vec![answer.id] }).to_bytes();
    let id = client.send(&again, true).await;
    let enums::MsgsStateInfo::Info(info) = client.expect().await;
    assert_eq!((info.req_msg_id, info.info.len()), (id, 1));
    client.send_as(request.id, request.seqno, &request.body).await;
    loop {
        let enums::MsgsAck::Ack(ack) = client.expect().await;
        if ack.msg_ids.contains(&request.id) {
            break;
        }
    }
}

#[tokio::test]
async fn answers_are_dropped() {
    let (sandbox, mut client) = ready().await;
    let drop = |req_msg_id| functions::RpcDropAnswer { req_msg_id }.to_bytes();
    let read = |answer: Vec<u8>| enums::RpcDropAnswer::from_bytes(&answer).unwrap();
    assert_eq!(read(client.call(&drop(4)).await), enums::RpcDropAnswer::RpcAnswerUnknown);

    let request = client.send(&get_config(), true).await;
    let (answer, _) = client.result_message(request).await;
    let dropped = read(client.call(&drop(request)).await);
    let enums::RpcDropAnswer::RpcAnswerDropped(dropped) = dropped else { panic!("{dropped:?}") };
    assert_eq!((dropped.msg_id, dropped.seq_no), (answer.id, answer.seqno));
    assert_eq!(dropped.bytes as usize, answer.body.len());
    assert_eq!(read(client.call(&drop(request)).await), enums::RpcDropAnswer::RpcAnswerUnknown);

    // One that is still being answered: both are told.
    sandbox.mtproto_faults().add(ambigram_sandbox::MtProtoFault {
        method: Some("help.getConfig".to_owned()),
        effect: ambigram_sandbox::FaultEffect::Ignore,
        times: 1,
    });
    let request = client.send(&get_config(), true).await;
    let dropping = client.send(&drop(request), true).await;
    for id in [request, dropping] {
        assert_eq!(read(client.result(id).await), enums::RpcDropAnswer::RpcAnswerDroppedRunning);
    }
}

#[tokio::test]
async fn salts_are_told_and_hold() {
    let (_sandbox, mut client) = ready().await;
    let id = client.send(&functions::GetFutureSalts { num: 3 }.to_bytes(), true).await;
    let enums::FutureSalts::Salts(salts) = client.expect().await;
    assert_eq!((salts.req_msg_id, salts.salts.0.len()), (id, 3));
    assert!(salts.salts.0.iter().all(|salt| salt.valid_until > salts.now && salt.salt != 0));
    client.salt = salts.salts.0[0].salt;
    client.call(&get_config()).await;
    client.salt ^= 1;
    let id = client.send(&get_config(), true).await;
    let bad: enums::BadMsgNotification = client.expect().await;
    let enums::BadMsgNotification::BadServerSalt(bad) = bad else { panic!("{bad:?}") };
    assert_eq!((bad.bad_msg_id, bad.error_code), (id, 48));
    client.salt = bad.new_server_salt;
    client.call(&get_config()).await;
}

#[tokio::test]
async fn a_connection_is_closed_when_no_ping_comes_in_time() {
    let (_sandbox, mut client) = ready().await;
    let ping = |ping_id, disconnect_delay| functions::PingDelayDisconnect { ping_id, disconnect_delay };
    client.send(&ping(1, 75).to_bytes(), true).await;
    let enums::Pong::Pong(pong) = client.expect().await;
    assert_eq!(pong.ping_id, 1);
    client.send(&ping(2, 0).to_bytes(), true).await;
    client.expect_end().await;
}
