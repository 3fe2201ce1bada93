//! What happens, as it happens.

use grammers_tl_types::{Deserializable, Identifiable, Serializable, enums, functions, types};

use crate::client::{Client, Message};
use crate::stage::{ack, bot, get_config, greeting, ping};

/// The texts of new messages in what came.
fn texts(message: &Message) -> Vec<String> {
    let Ok(updates) = enums::Updates::from_bytes(&message.body) else { return Vec::new() };
    let updates = match updates {
        enums::Updates::Updates(updates) => updates.updates,
        enums::Updates::UpdateShort(update) => vec![update.update],
        enums::Updates::UpdateShortMessage(message) => return vec![message.message],
        _ => return Vec::new(),
    };
    let text = |update: enums::Update| match update {
        enums::Update::NewMessage(types::UpdateNewMessage {
            message: enums::Message::Message(message),
            ..
        }) => Some(message.message),
        _ => None,
    };
    updates.into_iter().filter_map(text).collect()
}

/// Reads texts until there are so many.
async fn read(client: &mut Client, count: usize) -> Vec<String> {
    let mut read = Vec::new();
    while read.len() < count {
        let message = client.next().await.unwrap();
        let texts = texts(&message);
        if !texts.is_empty() {
            assert_eq!((message.id & 3, message.seqno & 1), (3, 1), "an update's numbers");
        }
        read.extend(texts);
    }
    read
}

#[tokio::test]
async fn updates_are_pushed_in_order() {
    let (sandbox, mut client, bot) = bot().await;
    let chat = sandbox.telegram().user("Alice").open(&bot);
    let expected: Vec<_> = (0..500).map(|number| format!("number {number}")).collect();
    for text in &expected {
        chat.say(text.as_str());
    }
    assert_eq!(read(&mut client, expected.len()).await, expected);
}

#[tokio::test]
async fn what_happened_before_an_answer_comes_before_it() {
    let (sandbox, mut client, bot) = bot().await;
    let chat = sandbox.telegram().user("Alice").open(&bot);
    for round in 0..50 {
        let text = format!("round {round}");
        chat.say(text.as_str());
        let id = client.send(&get_config(), true).await;
        let mut told = Vec::new();
        loop {
            let message = client.next().await.unwrap();
            if message.constructor() == 0xf35c_6d01 && message.body[4..12] == id.to_le_bytes() {
                break;
            }
            told.extend(texts(&message));
        }
        assert_eq!(told, [text]);
    }
}

#[tokio::test]
async fn a_session_that_wants_no_updates_gets_none() {
    let (sandbox, mut client, bot) = bot().await;
    let chat = sandbox.telegram().user("Alice").open(&bot);
    client.session = 99;
    let mut quiet = functions::InvokeWithoutUpdates::<grammers_tl_types::Blob>::CONSTRUCTOR_ID.to_bytes();
    quiet.extend(get_config());
    client.call(&greeting(quiet)).await;
    chat.say("nobody listens");
    client.send(&ping(1), true).await;
    loop {
        let message = client.next().await.unwrap();
        assert_eq!(texts(&message), [] as [String; 0]);
        if message.constructor() == types::Pong::CONSTRUCTOR_ID {
            break;
        }
    }
}

#[tokio::test]
async fn updates_that_were_not_acknowledged_come_again_to_the_same_session() {
    let (sandbox, mut client, bot) = bot().await;
    let chat = sandbox.telegram().user("Alice").open(&bot);
    chat.say("one");
    let first = loop {
        let message = client.next().await.unwrap();
        if !texts(&message).is_empty() {
            break message;
        }
    };
    chat.say("two");
    assert_eq!(read(&mut client, 1).await, ["two"]);
    client.send(&ack(vec![first.id]), false).await;
    client.call(&get_config()).await;
    sandbox.mtproto_faults().cut_all();
    client.expect_end().await;
    chat.say("three");
    client.reconnect(sandbox.mtproto_address()).await;
    client.send(&ping(1), true).await;
    assert_eq!(read(&mut client, 2).await, ["two", "three"]);
}

#[tokio::test]
async fn a_client_that_does_not_read_costs_little_and_misses_nothing() {
    let (sandbox, mut client, bot) = bot().await;
    let chat = sandbox.telegram().user("Alice").open(&bot);
    let long = "x".repeat(4000);
    let count = 6000;
    for number in 0..count {
        chat.say(format!("{number} {long}"));
    }
    let told = read(&mut client, count).await;
    let numbers: Vec<usize> =
        told.iter().map(|text| text.split(' ').next().unwrap().parse().unwrap()).collect();
    assert_eq!(numbers, (0..count).collect::<Vec<_>>());
}
