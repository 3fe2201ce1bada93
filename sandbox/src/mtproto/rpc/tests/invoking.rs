//! What requests are wrapped in, and what is no request.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use grammers_tl_types::Identifiable;

use super::*;
use crate::rules::ChatSort;
use crate::world::NewChat;

#[tokio::test]
async fn a_session_begins_with_its_layer_and_its_program() {
    let stage = Stage::new();
    let get_config = functions::help::GetConfig {};
    let cases = [
        (wrapped(LAYER, 1, &get_config), None),
        (wrapped(LAYER - 1, 1, &get_config), None),
        (wrapped(LAYER - 2, 1, &get_config), Some("CONNECTION_LAYER_INVALID")),
        (wrapped(LAYER + 1, 1, &get_config), Some("CONNECTION_LAYER_INVALID")),
        (wrapped(LAYER, 0, &get_config), Some("API_ID_INVALID")),
        (get_config.to_bytes(), Some("CONNECTION_NOT_INITED")),
        (
            functions::InvokeWithLayer { layer: LAYER, query: Written(get_config.to_bytes()) }.to_bytes(),
            Some("CONNECTION_NOT_INITED"),
        ),
    ];
    for (body, expected) in cases {
        let answered = answer(stage.stranger().caller, &body).await;
        assert_eq!(answered.err().map(|error| error.name.into_owned()).as_deref(), expected);
    }
}

#[tokio::test]
async fn what_is_wrapped_is_answered_as_if_it_were_not() {
    let stage = Stage::new();
    let client = stage.client().await;
    let query = || Written(functions::help::GetNearestDc {}.to_bytes());
    for body in [
        functions::InvokeWithoutUpdates { query: query() }.to_bytes(),
        functions::InvokeAfterMsg { msg_id: 1, query: query() }.to_bytes(),
        functions::InvokeAfterMsgs { msg_ids: vec![1, 2], query: query() }.to_bytes(),
    ] {
        let bytes = answer(client.caller.clone(), &body).await.unwrap();
        let enums::NearestDc::Dc(dc) = enums::NearestDc::from_bytes(&bytes).unwrap();
        assert_eq!(dc.this_dc, crate::mtproto::DC_ID);
    }
    let takeout = functions::InvokeWithTakeout { takeout_id: 1, query: query() };
    let error = answer(client.caller.clone(), &takeout.to_bytes()).await.unwrap_err();
    assert_eq!(error.name, "SANDBOX_LACKS invokeWithTakeout");
}

#[tokio::test]
async fn what_is_no_request_is_refused_by_name() {
    let stage = Stage::new();
    let client = stage.client().await;
    let sticker = functions::messages::GetStickers { emoticon: "x".to_owned(), hash: 0 };
    assert_eq!(client.refused(&sticker).await, refusal(400, "SANDBOX_LACKS messages.getStickers"));
    let mut trailing = functions::help::GetConfig {}.to_bytes();
    trailing.extend([0; 4]);
    let short = functions::help::GetAppConfig { hash: 1 }.to_bytes()[..6].to_vec();
    let deep = types::InputPeerUserFromMessage { peer: enums::InputPeer::PeerSelf, msg_id: 0, user_id: 0 };
    let mut tower = functions::contacts::Block { my_stories_from: false, id: deep.into() }.to_bytes();
    let word = tower[8..12].to_vec();
    tower.splice(8..8, std::iter::repeat_n(word, 1_000_000).flatten());
    for (body, name) in [
        (vec![1, 2, 3, 4], "INPUT_METHOD_INVALID_67305985_0"),
        (vec![1, 2], "INPUT_FETCH_FAIL"),
        (Vec::new(), "INPUT_FETCH_FAIL"),
        (trailing, "INPUT_FETCH_FAIL"),
        (short, "INPUT_FETCH_FAIL"),
        (tower, "INPUT_FETCH_FAIL"),
    ] {
        let error = answer(client.caller.clone(), &body).await.unwrap_err();
        assert_eq!((error.code, error.name.as_ref()), (400, name));
    }
}

#[tokio::test]
async fn clients_find_all_data_centres_here() {
    let stage = Stage::new();
    let client = stage.client().await;
    let enums::Config::Config(config) = client.call(&functions::help::GetConfig {}).await.unwrap();
    let options: Vec<_> = config
        .dc_options
        .iter()
        .map(|enums::DcOption::Option(option)| {
            (option.id, option.ip_address.as_str(), option.port, option.r#static)
        })
        .collect();
    let expected: Vec<_> = (1..=5).map(|id| (id, "127.0.0.1", 4443, true)).collect();
    assert_eq!(options, expected);
}

#[tokio::test]
async fn a_client_of_another_layer_that_tries_again_at_once_has_to_wait() {
    let stage = Stage::new();
    let client = stage.stranger();
    let query = wrapped(LAYER - 2, 1, &functions::help::GetConfig {});
    let mut context = Context::from_waker(Waker::noop());
    let mut first = pin!(answer(client.caller.clone(), &query));
    let refused = Poll::Ready(Err(RpcError::bad_request("CONNECTION_LAYER_INVALID")));
    assert_eq!(first.as_mut().poll(&mut context), refused);
    let mut again = pin!(answer(client.caller.clone(), &query));
    assert_eq!(again.as_mut().poll(&mut context), Poll::Pending);
}

#[tokio::test]
async fn users_and_channels_may_be_named_as_peers() {
    let stage = Stage::new();
    let (alice, bob) = (stage.telegram.user("Alice").id, stage.telegram.user("Bob").id);
    let client = stage.of(alice).await;
    let group = NewChat::new(ChatSort::Supergroup, "Group");
    let chat = stage.telegram.world().write(|world| world.create_chat(alice, group).unwrap());
    let mut body = functions::channels::InviteToChannel {
        channel: stage.input_channel(alice, chat),
        users: vec![stage.input_user(alice, bob)],
    }
    .to_bytes();
    for (expected, given) in [
        (types::InputChannel::CONSTRUCTOR_ID, types::InputPeerChannel::CONSTRUCTOR_ID),
        (types::InputUser::CONSTRUCTOR_ID, types::InputPeerUser::CONSTRUCTOR_ID),
    ] {
        let at = body.windows(4).position(|word| word == expected.to_le_bytes()).unwrap();
        body[at..at + 4].copy_from_slice(&given.to_le_bytes());
    }
    assert_eq!(answer(client.caller.clone(), &body).await.map(|_| ()), Ok(()));
    let [get, vector] = [functions::users::GetUsers::CONSTRUCTOR_ID, 0x1cb5_c415].map(u32::to_le_bytes);
    let oneself = [&get[..], &vector, &1_i32.to_le_bytes(), &enums::InputPeer::PeerSelf.to_bytes()].concat();
    assert!(answer(client.caller.clone(), &oneself).await.is_ok());
    // A group is neither.
    let group = types::InputPeerChat { chat_id: 1 }.to_bytes();
    let leave = [&functions::channels::LeaveChannel::CONSTRUCTOR_ID.to_le_bytes()[..], &group].concat();
    assert_eq!(answer(client.caller.clone(), &leave).await, Err(RpcError::unreadable()));
}
