//! Connections that are cut, hang and keep silent, and what calls notice of it.

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::ErrorKind;
use ambigram_core::types::UserId;
use grammers_tl_types::{Deserializable, Identifiable, Serializable, enums, functions, types};

use super::fake::{Fake, Reply, answer, bot, state};
use super::{Login, Wire};
use crate::session::Session;
use crate::session::testing::Folder;

/// A call's time: enough for a machine that is busy, and no longer, as some wait for a part of it.
const TIME: Duration = Duration::from_secs(4);

fn wire(fake: &Fake, folder: &Folder) -> Wire {
    let login = Login::new("123456:secret", 1, "hash").unwrap();
    let session = Session::open(&folder.file(), login.bot(), Some(fake.server())).unwrap();
    Wire::new(Arc::new(session), login, TIME)
}

fn get_users() -> functions::users::GetUsers {
    functions::users::GetUsers { id: vec![enums::InputUser::UserSelf] }
}

const GET_USERS: u32 = functions::users::GetUsers::CONSTRUCTOR_ID;
const SEND: u32 = functions::messages::SendMessage::CONSTRUCTOR_ID;
const SIGN_IN: u32 = functions::auth::ImportBotAuthorization::CONSTRUCTOR_ID;
const CONFIG: u32 = functions::help::GetConfig::CONSTRUCTOR_ID;
const STATE: u32 = functions::updates::GetState::CONSTRUCTOR_ID;
const PING: u32 = functions::Ping::CONSTRUCTOR_ID;

fn send() -> functions::messages::SendMessage {
    let peer = enums::InputPeer::PeerSelf.to_bytes();
    let mut bytes = 0_i32.to_bytes();
    bytes.extend(peer);
    "hi".to_owned().serialize(&mut bytes);
    7_i64.serialize(&mut bytes);
    functions::messages::SendMessage::from_bytes(&bytes).unwrap()
}

fn sent() -> Option<Reply> {
    let short = types::UpdateShortSentMessage {
        out: true,
        id: 1,
        pts: 2,
        pts_count: 1,
        date: 1,
        media: None,
        entities: None,
        ttl_period: None,
    };
    answer(&enums::Updates::from(short))
}

#[tokio::test]
async fn the_bot_signs_in_once_and_stays_signed_in() {
    let folder = Folder::new();
    let fake = Fake::start(|id, _, _| (id == GET_USERS).then(|| answer(&vec![bot()]))?).await;
    for _ in 0..2 {
        let wire = wire(&fake, &folder);
        let (one, two) = tokio::join!(wire.own(), wire.own());
        assert_eq!((one.unwrap(), two.unwrap()), (UserId(123_456), UserId(123_456)));
        let request = get_users();
        assert_eq!(wire.invoke(&request).await.unwrap()[0].id(), 123_456);
    }
    assert_eq!(fake.asked::<functions::auth::ImportBotAuthorization>(), 1);
}

#[tokio::test]
async fn a_connection_may_be_cut_at_any_point_of_a_call_and_of_signing_in() {
    for cut in [CONFIG, SIGN_IN, STATE, GET_USERS] {
        let folder = Folder::new();
        let fake = Fake::start(move |id, nth, _| match id {
            _ if id == cut && nth < 3 => Some(Reply::Cut),
            GET_USERS => answer(&vec![bot()]),
            _ => None,
        })
        .await;
        let wire = wire(&fake, &folder);
        let request = get_users();
        assert_eq!(wire.invoke(&request).await.unwrap().len(), 1, "{cut:x}");
    }
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_counts_as_sent() {
    let folder = Folder::new();
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (SEND, 0) => Some(Reply::Cut),
        (SEND, _) => Some(Reply::Refuse(500, "RANDOM_ID_DUPLICATE")),
        _ => None,
    })
    .await;
    let wire = wire(&fake, &folder);
    assert!(wire.invoke_once(&send()).await.unwrap().is_none());
    assert_eq!(fake.asked::<functions::messages::SendMessage>(), 2);
    // The same refusal of a message that was sent once is what it says.
    assert!(wire.invoke_once(&send()).await.is_err());
}

#[tokio::test]
async fn a_call_that_was_sent_once_is_not_said_to_be_sent_again() {
    let folder = Folder::new();
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (SEND, 1) => Some(Reply::Cut),
        (SEND, _) => sent(),
        _ => None,
    })
    .await;
    let wire = wire(&fake, &folder);
    assert!(!wire.attempt(&send()).await.resent);
    let attempted = wire.attempt(&send()).await;
    assert!(attempted.resent && attempted.answer.is_ok());
}

#[tokio::test]
async fn a_server_that_falls_silent_is_connected_to_anew_once_for_all_calls() {
    let folder = Folder::new();
    // The first connection's calls and pings go unanswered.
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (GET_USERS, 0..20) | (PING, 0) => Some(Reply::Silence),
        (GET_USERS, _) => answer(&vec![bot()]),
        _ => None,
    })
    .await;
    let wire = Arc::new(wire(&fake, &folder));
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let wire = wire.clone();
            tokio::spawn(async move { wire.invoke(&get_users()).await.map(|users| users.len()) })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), 1);
    }
    assert_eq!(fake.connections(), 2);
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_is_left() {
    let folder = Folder::new();
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (CONFIG, 0) => Some(Reply::Silence),
        (GET_USERS, _) => answer(&vec![bot()]),
        _ => None,
    })
    .await;
    assert_eq!(wire(&fake, &folder).invoke(&get_users()).await.unwrap().len(), 1);
    assert_eq!(fake.connections(), 2);

    let folder = Folder::new();
    let fake = Fake::start(|id, _, _| (id == CONFIG).then_some(Reply::Silence)).await;
    let error = wire(&fake, &folder).own().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Timeout, "{error}");
}

#[tokio::test]
async fn a_call_that_is_lost_on_a_connection_that_lives_is_made_once_more() {
    let folder = Folder::new();
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (SEND, 0) | (GET_USERS, _) => Some(Reply::Silence),
        (SEND, _) => sent(),
        _ => None,
    })
    .await;
    let wire = wire(&fake, &folder);
    let attempted = wire.attempt(&send()).await;
    assert!(attempted.resent && attempted.answer.is_ok());
    let error = wire.invoke(&get_users()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Timeout);
    assert_eq!((fake.asked::<functions::users::GetUsers>(), fake.connections()), (2, 1));
}

#[tokio::test]
async fn a_key_that_the_server_forgot_is_signed_in_again_without_moving_the_place() {
    let folder = Folder::new();
    let fake = Fake::start(|id, nth, _| match (id, nth) {
        (GET_USERS, 0) => Some(Reply::Refuse(401, "AUTH_KEY_UNREGISTERED")),
        (GET_USERS, _) => answer(&vec![bot()]),
        (STATE, 0) => answer(&state(5)),
        (STATE, _) => answer(&state(9)),
        _ => None,
    })
    .await;
    let wire = wire(&fake, &folder);
    assert_eq!(wire.invoke(&get_users()).await.unwrap().len(), 1);
    assert_eq!(fake.asked::<functions::auth::ImportBotAuthorization>(), 2);
    assert_eq!(wire.session().state().pts, 5);
}

#[tokio::test]
async fn what_no_waiting_mends_is_said_at_once() {
    for (refused, code, name, kind) in [
        (GET_USERS, 401, "AUTH_KEY_UNREGISTERED", ErrorKind::Unauthorized),
        (GET_USERS, 401, "SESSION_REVOKED", ErrorKind::Unauthorized),
        (SIGN_IN, 400, "ACCESS_TOKEN_INVALID", ErrorKind::Unauthorized),
        (SIGN_IN, 400, "API_ID_INVALID", ErrorKind::Configuration),
        (GET_USERS, 420, "FLOOD_WAIT_7", ErrorKind::RetryAfter(Duration::from_secs(7))),
    ] {
        let folder = Folder::new();
        let fake = Fake::start(move |id, _, _| (id == refused).then_some(Reply::Refuse(code, name))).await;
        let error = wire(&fake, &folder).invoke(&get_users()).await.unwrap_err();
        assert_eq!(*error.kind(), kind, "{error:?}");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_an_error() {
    let folder = Folder::new();
    let fake =
        Fake::start(|id, _, _| (id == GET_USERS).then(|| Reply::Answer(vec![1, 2, 3, 4, 5, 6, 7, 8]))).await;
    let error = wire(&fake, &folder).invoke(&get_users()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::UnexpectedAnswer);
}
