//! What a bot's updates survive.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::Duration;

use ambigram_core::ErrorKind;
use ambigram_core::backend::UpdateSource;
use ambigram_core::delivery::Delivery;
use grammers_tl_types::{Deserializable, Identifiable, Serializable, enums, functions, types};

use super::Updates;
use crate::session::Session;
use crate::session::testing::Folder;
use crate::wire::fake::{BOT, Fake, Reply, answer, state, user};
use crate::wire::{Login, Wire};

const DIFFERENCE: u32 = functions::updates::GetDifference::CONSTRUCTOR_ID;
const STATE: u32 = functions::updates::GetState::CONSTRUCTOR_ID;
const ALICE: i64 = 7;

/// A text from Alice to the bot; its number is its pts.
fn text(pts: i32) -> types::Message {
    let mut bytes = Vec::new();
    [0, 0, pts].iter().for_each(|number: &i32| number.serialize(&mut bytes));
    enums::Peer::from(types::PeerUser { user_id: ALICE }).serialize(&mut bytes);
    1_i32.serialize(&mut bytes);
    pts.to_string().serialize(&mut bytes);
    types::Message::from_bytes(&bytes).unwrap()
}

fn people() -> Vec<enums::User> {
    vec![user(ALICE, "Alice").into(), crate::wire::fake::bot()]
}

fn packet(updates: Vec<enums::Update>) -> enums::Updates {
    types::Updates { updates, users: people(), chats: Vec::new(), date: 1, seq: 0 }.into()
}

fn new_message(pts: i32) -> enums::Update {
    types::UpdateNewMessage { message: text(pts).into(), pts, pts_count: 1 }.into()
}

/// A server where Alice has written so many texts: the state before the first is 1.
async fn telegram(last: Arc<AtomicI32>) -> Fake {
    Fake::start(move |id, nth, body| match id {
        // The bot was there before Alice wrote.
        STATE if nth == 0 => answer(&state(1)),
        STATE => answer(&state(last.load(Ordering::SeqCst))),
        DIFFERENCE => {
            let asked = functions::updates::GetDifference::from_bytes(&body[4..]).unwrap();
            let end = last.load(Ordering::SeqCst);
            let slice_end = end.min(asked.pts + 100);
            let new_messages = (asked.pts + 1..=slice_end).map(|pts| text(pts).into()).collect::<Vec<_>>();
            if new_messages.is_empty() {
                return None;
            }
            let (new_encrypted_messages, other_updates, chats) = (Vec::new(), Vec::new(), Vec::new());
            let users = people();
            answer(&if slice_end < end {
                let intermediate_state = state(slice_end);
                enums::updates::Difference::Slice(types::updates::DifferenceSlice {
                    new_messages,
                    new_encrypted_messages,
                    other_updates,
                    chats,
                    users,
                    intermediate_state,
                })
            } else {
                enums::updates::Difference::Difference(types::updates::Difference {
                    new_messages,
                    new_encrypted_messages,
                    other_updates,
                    chats,
                    users,
                    state: state(end),
                })
            })
        }
        _ => None,
    })
    .await
}

fn wire(fake: &Fake, folder: &Folder) -> Arc<Wire> {
    let login = Login::new("123456:secret", 1, "hash").unwrap();
    assert_eq!(login.bot().0, BOT);
    let session = Session::open(&folder.file(), login.bot(), Some(fake.server())).unwrap();
    Arc::new(Wire::new(Arc::new(session), login, Duration::from_secs(4)))
}

fn number(delivery: &Delivery) -> i32 {
    delivery.update.message().unwrap().id.0
}

async fn next(updates: &mut Updates) -> Delivery {
    tokio::time::timeout(Duration::from_secs(60), updates.next()).await.expect("there is an update").unwrap()
}

#[tokio::test]
async fn what_was_not_finished_and_what_was_missed_comes_after_the_start() {
    let (folder, last) = (Folder::new(), Arc::new(AtomicI32::new(4)));
    let fake = telegram(last.clone()).await;
    let mut first = Updates::new(wire(&fake, &folder));
    let mut ids = Vec::new();
    // The second is received and its handler never ends.
    for pts in [2, 3, 4] {
        let delivery = next(&mut first).await;
        assert_eq!(number(&delivery), pts);
        ids.push(delivery.update.id);
        if pts != 3 {
            delivery.receipt.settle();
        }
    }
    last.store(5, Ordering::SeqCst);
    fake.push(&packet(vec![new_message(5)]));
    next(&mut first).await.receipt.settle();
    first.close().await.unwrap();
    drop(first);

    last.store(250, Ordering::SeqCst);
    let mut second = Updates::new(wire(&fake, &folder));
    for pts in 2..=250 {
        let delivery = next(&mut second).await;
        assert_eq!(number(&delivery), pts);
        assert!(delivery.update.id > ids[ids.len() - 1], "numbers grow");
        ids.push(delivery.update.id);
        delivery.receipt.settle();
    }
    second.close().await.unwrap();
    drop(second);

    last.store(251, Ordering::SeqCst);
    let mut third = Updates::new(wire(&fake, &folder));
    assert_eq!(number(&next(&mut third).await), 251);
}

#[tokio::test]
async fn a_cut_connection_and_a_gap_lose_nothing_and_repeat_nothing() {
    let (folder, last) = (Folder::new(), Arc::new(AtomicI32::new(2)));
    let fake = telegram(last.clone()).await;
    let mut updates = Updates::new(wire(&fake, &folder));
    next(&mut updates).await.receipt.settle();
    for round in 0..3 {
        let before = last.load(Ordering::SeqCst);
        fake.cut();
        // Written while nobody was connected; then one that is pushed, after one that was lost on the way.
        last.store(before + 3, Ordering::SeqCst);
        for pts in before + 1..=before + 3 {
            let delivery = next(&mut updates).await;
            assert_eq!(number(&delivery), pts, "{round}");
            delivery.receipt.settle();
        }
        last.store(before + 6, Ordering::SeqCst);
        fake.push(&packet(vec![new_message(before + 4)]));
        fake.push(&packet(vec![new_message(before + 6)]));
        for pts in before + 4..=before + 6 {
            let delivery = next(&mut updates).await;
            assert_eq!(number(&delivery), pts, "{round}");
            delivery.receipt.settle();
        }
    }
}

#[tokio::test]
async fn a_flood_is_handled_in_order_and_not_kept_in_memory() {
    const FLOOD: i32 = 30_000;
    let (folder, last) = (Folder::new(), Arc::new(AtomicI32::new(1)));
    let fake = telegram(last.clone()).await;
    let wire = wire(&fake, &folder);
    let mut updates = Updates::new(wire.clone());
    last.store(2, Ordering::SeqCst);
    next(&mut updates).await.receipt.settle();
    last.store(FLOOD, Ordering::SeqCst);
    for pts in 3..=FLOOD {
        fake.push(&packet(vec![new_message(pts)]));
    }
    for pts in 3..=FLOOD {
        let delivery = next(&mut updates).await;
        assert_eq!(number(&delivery), pts);
        delivery.receipt.settle();
    }
    updates.close().await.unwrap();
    assert_eq!(wire.session().state().pts, FLOOD);
}

#[tokio::test]
async fn a_press_that_comes_in_a_packet_too_early_is_not_lost() {
    let (folder, last) = (Folder::new(), Arc::new(AtomicI32::new(2)));
    let fake = telegram(last.clone()).await;
    let mut updates = Updates::new(wire(&fake, &folder));
    next(&mut updates).await.receipt.settle();
    let press = types::UpdateInlineBotCallbackQuery {
        query_id: 5,
        user_id: ALICE,
        msg_id: types::InputBotInlineMessageId { dc_id: 2, id: 1, access_hash: 1 }.into(),
        chat_instance: 1,
        data: Some(b"x".to_vec()),
        game_short_name: None,
    };
    let early =
        types::Updates { updates: vec![press.into()], users: people(), chats: vec![], date: 1, seq: 9 };
    fake.push(&early.into());
    let delivery = next(&mut updates).await;
    assert_eq!(delivery.update.name(), "callback_query");
}

#[tokio::test]
async fn one_source_at_a_time_takes_the_updates() {
    let (folder, last) = (Folder::new(), Arc::new(AtomicI32::new(3)));
    let fake = telegram(last.clone()).await;
    let wire = wire(&fake, &folder);
    let mut first = Updates::new(wire.clone());
    let _open = next(&mut first).await;
    let mut second = Updates::new(wire);
    assert_eq!(*second.next().await.unwrap_err().kind(), ErrorKind::Conflict);
    first.close().await.unwrap();
    drop(first);
    assert_eq!(number(&next(&mut second).await), 2);
}

#[tokio::test]
async fn a_server_in_trouble_is_waited_for_and_a_refusal_is_told() {
    let folder = Folder::new();
    let is_well = Arc::new(AtomicBool::new(false));
    let fake = Fake::start({
        let is_well = is_well.clone();
        move |id, nth, _| match id {
            DIFFERENCE if nth == 0 => Some(Reply::Refuse(500, "INTERNAL")),
            DIFFERENCE => {
                is_well.store(true, Ordering::SeqCst);
                Some(Reply::Refuse(401, "SESSION_REVOKED"))
            }
            _ => None,
        }
    })
    .await;
    let mut updates = Updates::new(wire(&fake, &folder));
    assert_eq!(*updates.next().await.unwrap_err().kind(), ErrorKind::Unauthorized);
    assert!(is_well.load(Ordering::SeqCst));
    updates.close().await.unwrap();
}
