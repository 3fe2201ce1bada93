//! What a bot is told of chats and of who is in them.

use ambigram::prelude::*;
use ambigram::types::ChatMember;
use ambigram_tests::on_both_wires;

use crate::stages::Everywhere;

#[tokio::test]
async fn a_chat_is_told_of_in_full() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for place in &everywhere.places {
            let chat = everywhere.bot.get_chat(place.id).await.unwrap();
            assert_eq!(chat.chat.id, place.id, "{}", place.name);
        }
        let stranger = everywhere.bot.get_chat(ChatId(424_242)).await.unwrap_err();
        assert_eq!(*stranger.kind(), ErrorKind::ChatNotFound);
    })
    .await;
}

#[tokio::test]
async fn members_are_counted_and_told_one_by_one() {
    on_both_wires(async |stage| {
        let Everywhere { bot, alice, account, places } = Everywhere::new(stage).await;
        let bob = stage.user("Bob");
        bob.open(&account).say("/start");
        for place in &places {
            let name = place.name;
            assert_eq!(bot.get_chat_member_count(place.id).await.unwrap(), 2, "{name}");
            let creator = bot.get_chat_member(place.id, alice.id).await.unwrap();
            let own = bot.get_chat_member(place.id, account.id).await.unwrap();
            assert!(creator.is_present() && own.is_present(), "{name}");
            assert_eq!(matches!(creator, ChatMember::Owner(_)), name != "private chat", "{name}");
            match bot.get_chat_member(place.id, bob.id).await {
                Ok(outside) => assert!(!outside.is_present(), "{name}"),
                // In a private chat there is nobody else.
                Err(error) => assert_eq!((*error.kind()).clone(), ErrorKind::UserNotMember, "{name}"),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn administrators_are_told_except_where_there_are_none() {
    on_both_wires(async |stage| {
        let Everywhere { bot, alice, places, .. } = Everywhere::new(stage).await;
        for place in &places {
            match bot.get_chat_administrators(place.id).await {
                Ok(members) => {
                    let ids: Vec<_> = members.iter().filter_map(|member| Some(member.user()?.id)).collect();
                    assert!(ids.contains(&alice.id), "{}", place.name);
                }
                Err(error) => assert_eq!((*error.kind()).clone(), ErrorKind::BadRequest, "{}", place.name),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_bot_leaves_and_is_in_the_chat_no_more() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in places.iter().filter(|place| place.name != "topic") {
            let left = bot.leave_chat(place.id).await;
            assert_eq!(left.is_ok(), place.name != "private chat", "{}: {left:?}", place.name);
            if left.is_ok() {
                let sent = bot.send_message(place.id, "x").await.unwrap_err();
                assert_eq!(*sent.kind(), ErrorKind::BotNotMember, "{}", place.name);
            }
        }
    })
    .await;
}
