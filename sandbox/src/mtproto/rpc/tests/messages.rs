//! Messages: writing, finding, deleting and pressing, and what others are told of it.

use ambigram_core::types::{Button, InlineKeyboard};

use super::*;
use crate::world::NewMessage;

fn said(peer: enums::InputPeer, text: &str, random_id: i64) -> functions::messages::SendMessage {
    functions::messages::SendMessage {
        no_webpage: false,
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer,
        reply_to: None,
        message: text.to_owned(),
        random_id,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
        rich_message: None,
    }
}

#[tokio::test]
async fn a_text_is_sent_once_and_told_in_short_to_those_who_know_its_writer() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let (writer, reader) = (stage.of(ada).await, stage.of(bob).await);
    reader.call(&functions::updates::GetState {}).await.unwrap();
    let peer = || stage.input_peer(ada, bob);
    let sent = writer.call(&said(peer(), "one", 7)).await.unwrap();
    let enums::Updates::UpdateShortSentMessage(sent) = sent else { panic!("{sent:?}") };
    assert_eq!((sent.id, sent.pts, sent.pts_count, sent.out), (1, 2, 1, true));
    let again = writer.refused(&said(peer(), "one", 7)).await;
    assert_eq!(again, refusal(500, "RANDOM_ID_DUPLICATE"));
    assert_eq!(writer.refused(&said(peer(), "one", 0)).await, refusal(400, "RANDOM_ID_EMPTY"));
    let next = || reader.caller.session.next_updates(&stage.front, &reader.caller.login);
    let first = next();
    let Some(enums::Updates::Updates(first)) = first else { panic!("{first:?}") };
    assert_eq!((first.users.len(), first.seq, first.updates.len()), (1, 0, 1));
    // What Telegram cleans, its sender is told as it is now.
    let cleaned = writer.call(&said(peer(), " two ", 8)).await.unwrap();
    let enums::Updates::Updates(cleaned) = cleaned else { panic!("{cleaned:?}") };
    let [enums::Update::MessageId(id), enums::Update::NewMessage(new)] = cleaned.updates.as_slice() else {
        panic!("{cleaned:?}")
    };
    assert_eq!((id.id, id.random_id, new.pts), (2, 8, 3));
    let second = next();
    let Some(enums::Updates::UpdateShortMessage(second)) = second else { panic!("{second:?}") };
    assert_eq!((second.message.as_str(), second.user_id, second.pts), ("two", ada.0, 3));
    assert_eq!(next(), None);
    let mut scheduled = said(peer(), "later", 9);
    scheduled.schedule_date = Some(2_000_000_000);
    assert_eq!(writer.refused(&scheduled).await, refusal(400, "SANDBOX_LACKS schedule_date"));
}

#[tokio::test]
async fn deleted_messages_move_the_row_and_are_empty_afterwards() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let client = stage.of(ada).await;
    for random_id in 1..=3 {
        client.call(&said(stage.input_peer(ada, bob), "text", random_id)).await.unwrap();
    }
    let delete = functions::messages::DeleteMessages { revoke: true, id: vec![1, 2, 99] };
    let enums::messages::AffectedMessages::Messages(affected) = client.call(&delete).await.unwrap();
    assert_eq!((affected.pts, affected.pts_count), (6, 2));
    let enums::messages::AffectedMessages::Messages(again) = client.call(&delete).await.unwrap();
    assert_eq!((again.pts, again.pts_count), (6, 0));
    let id = [1, 3].map(|id| types::InputMessageId { id }.into()).to_vec();
    let found = client.call(&functions::messages::GetMessages { id }).await.unwrap();
    let enums::messages::Messages::Messages(found) = found else { panic!("{found:?}") };
    assert!(
        matches!(found.messages.as_slice(), [enums::Message::Empty(gone), enums::Message::Message(there)]
            if gone.id == 1 && there.id == 3)
    );
}

#[tokio::test]
async fn where_nobody_can_be_there_is_no_difference() {
    let stage = Stage::new();
    let client = stage.of(stage.telegram.user("Ada").id).await;
    let ask = |pts, date| functions::updates::GetDifference {
        pts,
        pts_limit: None,
        pts_total_limit: None,
        date,
        qts: 1,
        qts_limit: None,
    };
    assert_eq!(client.refused(&ask(0, 1)).await, refusal(400, "PERSISTENT_TIMESTAMP_EMPTY"));
    assert_eq!(client.refused(&ask(99, 1)).await, refusal(400, "PERSISTENT_TIMESTAMP_INVALID"));
    assert_eq!(client.refused(&ask(1, 0)).await, refusal(400, "DATE_EMPTY"));
    let empty = client.call(&ask(1, 1)).await.unwrap();
    assert!(matches!(empty, enums::updates::Difference::Empty(_)), "{empty:?}");
}

#[tokio::test]
async fn whoever_presses_a_button_waits_for_the_bot() {
    let stage = Stage::new();
    let (ada, bot) = (stage.telegram.user("Ada").id, stage.telegram.bot("hello_bot").id);
    stage.telegram.world().write(|world| {
        world.start_bot(ada, bot, None).unwrap();
        let keyboard = Some(InlineKeyboard::row([Button::callback("a", "data")]));
        world.send_message(bot, ada.into(), NewMessage { keyboard, .."press".into() }).unwrap();
    });
    let (user, answering) = (stage.of(ada).await, stage.of(bot).await);
    let press = |data: &[u8]| functions::messages::GetBotCallbackAnswer {
        game: false,
        peer: stage.input_peer(ada, bot),
        msg_id: 2,
        data: Some(data.to_vec()),
        password: None,
    };
    assert_eq!(user.refused(&press(b"other")).await, refusal(400, "DATA_INVALID"));
    let press = press(b"data");
    let answer = async {
        let query = stage.telegram.world().read(|world| world.presses_by(ada).next().unwrap().id);
        let answer = functions::messages::SetBotCallbackAnswer {
            alert: true,
            query_id: query.0,
            message: Some("well".to_owned()),
            url: None,
            cache_time: 0,
        };
        answering.call(&answer).await.unwrap();
        assert_eq!(answering.refused(&answer).await, refusal(400, "QUERY_ID_INVALID"));
    };
    let (told, ()) = tokio::join!(user.call(&press), answer);
    let enums::messages::BotCallbackAnswer::Answer(told) = told.unwrap();
    assert_eq!((told.alert, told.message.as_deref()), (true, Some("well")));
}

#[tokio::test]
async fn whoever_wrote_it_is_told_that_it_was_read_and_so_are_the_readers_other_programs() {
    let stage = Stage::new();
    let (alice, bob) = (stage.telegram.user("Alice").id, stage.telegram.user("Bob").id);
    let (writer, reader, other) = (stage.of(alice).await, stage.of(bob).await, stage.of(bob).await);
    writer.call(&said(stage.input_peer(alice, bob), "hello", 1)).await.unwrap();
    let before = writer.call(&functions::updates::GetState {}).await.unwrap();
    let other_before = other.call(&functions::updates::GetState {}).await.unwrap();

    let read = functions::messages::ReadHistory { peer: stage.input_peer(bob, alice), max_id: 0 };
    let enums::messages::AffectedMessages::Messages(affected) = reader.call(&read).await.unwrap();
    assert_eq!(affected.pts_count, 1);
    let enums::messages::AffectedMessages::Messages(again) = reader.call(&read).await.unwrap();
    assert_eq!((again.pts, again.pts_count), (affected.pts, 0), "there was nothing left to read");

    let [enums::Update::ReadHistoryOutbox(seen)] = &*missed(&writer, before).await else {
        panic!("Alice was not told")
    };
    assert_eq!((seen.peer.clone(), seen.max_id, seen.pts_count), (peer(bob), 1, 1));
    let [enums::Update::ReadHistoryInbox(seen)] = &*missed(&other, other_before).await else {
        panic!("Bob's other program was not told")
    };
    assert_eq!((seen.peer.clone(), seen.max_id, seen.still_unread_count), (peer(alice), 1, 0));
    assert_eq!(seen.pts, affected.pts);
}

fn peer(user: UserId) -> enums::Peer {
    types::PeerUser { user_id: user.0 }.into()
}

/// The updates since a state that are no messages.
async fn missed(client: &Client, since: enums::updates::State) -> Vec<enums::Update> {
    let enums::updates::State::State(since) = since;
    let difference = functions::updates::GetDifference {
        pts: since.pts,
        pts_limit: None,
        pts_total_limit: None,
        date: since.date,
        qts: since.qts,
        qts_limit: None,
    };
    match client.call(&difference).await.unwrap() {
        enums::updates::Difference::Difference(difference) => difference.other_updates,
        other => panic!("{other:?}"),
    }
}
