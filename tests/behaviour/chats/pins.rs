//! Pinned messages.

use ambigram::prelude::*;
use ambigram::types::MaybeInaccessibleMessage;
use ambigram_sandbox::rules::Permissions;
use ambigram_sandbox::world::MessageView;
use ambigram_tests::{Stage, on_both_wires};

use super::{message, messages, refused};
use crate::stages::{Everywhere, Place, Ruled, act};

/// The texts that are pinned, as a user sees them.
fn pinned(stage: &Stage, viewer: UserId, chat: ChatId) -> Vec<String> {
    let text = |view: &MessageView| view.message.text().map(|text| text.text.clone()).unwrap_or_default();
    stage.telegram().world().read(|world| world.pinned(viewer, chat).iter().map(text).collect())
}

#[tokio::test]
async fn a_bot_pins_and_unpins_where_it_may() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let (bot, alice, account) = (&everywhere.bot, &everywhere.alice, &everywhere.account);
        let is_open = |place: &&Place| !["group", "topic"].contains(&place.name);
        for place in everywhere.places.iter().filter(is_open) {
            let chat = if place.name == "private chat" { ChatId::from(account.id) } else { place.id };
            let now = || pinned(stage, alice.id, chat);
            let mut sent = Vec::new();
            for text in ["one", "two", "three"] {
                sent.push(bot.send_message(place.id, text).await.unwrap().id);
            }
            bot.pin_chat_message(place.id, sent[0]).await.unwrap();
            bot.pin_chat_message(place.id, sent[1]).disable_notification().await.unwrap();
            bot.pin_chat_message(place.id, sent[2]).await.unwrap();
            let again = bot.pin_chat_message(place.id, sent[2]).await;
            assert_eq!(refused(again), ErrorKind::ChatNotModified, "{}", place.name);
            assert_eq!(now(), ["one", "two", "three"], "{}", place.name);
            bot.unpin_chat_message(place.id).message(sent[0]).await.unwrap();
            assert_eq!(now(), ["two", "three"], "{}", place.name);
            bot.unpin_chat_message(place.id).await.unwrap();
            assert_eq!(now(), ["two"], "{}", place.name);
            bot.pin_chat_message(place.id, sent[0]).await.unwrap();
            bot.unpin_all_chat_messages(place.id).await.unwrap();
            assert!(now().is_empty(), "{}", place.name);
            bot.unpin_all_chat_messages(place.id).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn what_users_pin_is_told_with_the_message() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::supergroup(stage).await;
        let said = ruled.chat.say("/rules");
        act(stage, |world| world.pin(ruled.alice.id, ruled.id, said, false));
        act(stage, |world| world.unpin(ruled.alice.id, ruled.id, Some(said)));
        let updates = ruled.heard().await;
        let told = message(&updates, "pinned_message");
        let MessageKind::PinnedMessage(MaybeInaccessibleMessage::Message(pinned)) = &told.kind else {
            panic!("{told:?}")
        };
        assert_eq!((pinned.id, pinned.as_text().unwrap().text.as_str()), (said, "/rules"));
        assert_eq!(told.from.as_ref().unwrap().id, ruled.alice.id);
        // To unpin is told to nobody.
        assert_eq!(messages(&updates), ["text", "pinned_message"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_pinned_in_a_private_chat_and_in_a_group_is_told() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        for name in ["private chat", "group", "channel"] {
            let place = everywhere.place(name);
            let said = place.chat.say("/rules");
            act(stage, |world| world.pin(everywhere.alice.id, place.chat.id(), said, false));
            let updates = listening.take(2).await;
            let told = message(&updates, "pinned_message");
            let MessageKind::PinnedMessage(MaybeInaccessibleMessage::Message(pinned)) = &told.kind else {
                panic!("{told:?}")
            };
            assert_eq!(pinned.as_text().unwrap().text, "/rules", "{name}");
            assert_eq!(pinned.id, message(&updates, "text").id, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_pinned_is_refused() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in everywhere.places.iter().filter(|place| place.name != "topic") {
            let expected =
                if place.name == "group" { ErrorKind::NotEnoughRights } else { ErrorKind::MessageNotFound };
            let nothing = bot.pin_chat_message(place.id, MessageId(99_999)).await;
            let nothing = refused(nothing);
            assert!(
                [ErrorKind::MessageNotFound, expected.clone()].contains(&nothing),
                "{}: {nothing:?}",
                place.name
            );
            let sent = bot.send_message(place.id, "x").await.unwrap();
            let pinned = bot.pin_chat_message(place.id, sent.id).await;
            assert_eq!(pinned.is_ok(), place.name != "group", "{}", place.name);
        }
        let supergroup = everywhere.place("supergroup").id;
        let quiet = Permissions { can_pin_messages: false, ..Permissions::ALL };
        act(stage, |world| world.set_permissions(everywhere.alice.id, supergroup, quiet));
        let sent = bot.send_message(supergroup, "y").await.unwrap();
        for kind in [
            refused(bot.pin_chat_message(supergroup, sent.id).await),
            refused(bot.unpin_chat_message(supergroup).await),
            refused(bot.unpin_all_chat_messages(supergroup).await),
        ] {
            assert_eq!(kind, ErrorKind::NotEnoughRights);
        }
    })
    .await;
}
