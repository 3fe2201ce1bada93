//! Topics of forums, and what is told of them.

use ambigram::prelude::*;
use ambigram::types::{CustomEmojiId, ForumTopic, ThreadId, Update};
use ambigram_sandbox::world::NewMessage;
use ambigram_tests::on_both_wires;

use super::{message, messages, refused};
use crate::stages::{Everywhere, Ruled, act};

/// Some custom emoji's number.
const ICON: &str = "5368324170671202286";

/// The messages that tell of topics, and where each stands.
fn told(updates: &[Update]) -> Vec<(&'static str, Option<ThreadId>)> {
    let messages = updates.iter().filter_map(Update::message);
    let of_topics = messages.filter(|message| message.kind.name().contains("forum_topic"));
    of_topics.map(|message| (message.kind.name(), message.thread_id)).collect()
}

#[tokio::test]
async fn a_topic_is_created_and_written_in() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::forum(stage).await;
        let (bot, id) = (ruled.bot.clone(), ruled.id);
        let plain = bot.create_forum_topic(id, "News").await.unwrap();
        assert_eq!((plain.name.as_str(), plain.icon_color), ("News", 0x6f_b9_f0));
        let call = bot.create_forum_topic(id, "Red").icon_color(0xfb_6f_5f_u32).icon(ICON);
        let red = call.await.unwrap();
        assert_eq!(
            (red.icon_color, &red.icon_custom_emoji_id),
            (0xfb_6f_5f, &Some(CustomEmojiId::from(ICON)))
        );
        let sent = bot.send_message(id, "Hot off the press").thread(plain.message_thread_id).await.unwrap();
        assert_eq!(sent.thread_id, Some(plain.message_thread_id));
        assert!(sent.is_topic_message);
        // Of its own topics a bot is told, unlike of what it writes.
        let updates = ruled.heard().await;
        let created = |topic: &ForumTopic| ("forum_topic_created", Some(topic.message_thread_id));
        assert_eq!(told(&updates), [created(&plain), created(&red)]);
        assert!(!messages(&updates).contains(&"text"));
        let seen = ruled.chat.messages();
        assert!(seen.iter().any(|message| message.text == "Hot off the press"));
    })
    .await;
}

#[tokio::test]
async fn a_bot_runs_a_topic_from_its_beginning_to_its_end() {
    on_both_wires(async |stage| {
        let ruled = Ruled::forum(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (&ruled.bot, ruled.id);
        let thread = bot.create_forum_topic(id, "News").await.unwrap().message_thread_id;
        let seen = || stage.telegram().world().read(|world| world.topic(id, Some(thread)).cloned());
        bot.edit_forum_topic(id, thread).name("Old news").icon(ICON).await.unwrap();
        let topic = seen().unwrap();
        assert_eq!((topic.name.as_str(), topic.icon), ("Old news", ICON.parse().ok()));
        bot.edit_forum_topic(id, thread).icon("").await.unwrap();
        assert_eq!(seen().unwrap().icon, None);
        bot.close_forum_topic(id, thread).await.unwrap();
        let write = |text: &str| {
            let new = NewMessage { thread: Some(thread), ..NewMessage::from(text) };
            stage.telegram().world().write(|world| world.send_message(bob.id, id, new))
        };
        assert!(write("closed?").is_err());
        assert_eq!(refused(bot.close_forum_topic(id, thread).await), ErrorKind::ChatNotModified);
        bot.reopen_forum_topic(id, thread).await.unwrap();
        write("open again").unwrap();
        bot.delete_forum_topic(id, thread).await.unwrap();
        assert!(seen().is_none());
        assert!(!ruled.chat.messages().iter().any(|message| message.text == "open again"));
        let gone = bot.send_message(id, "x").thread(thread).await;
        assert_eq!(refused(gone), ErrorKind::TopicNotFound);
    })
    .await;
}

#[tokio::test]
async fn the_general_topic_is_renamed_closed_and_hidden() {
    on_both_wires(async |stage| {
        let ruled = Ruled::forum(stage).await;
        let bob = ruled.member(stage, "Bob");
        let (bot, id) = (&ruled.bot, ruled.id);
        let seen = || stage.telegram().world().read(|world| world.topic(id, None).cloned()).unwrap();
        bot.edit_general_forum_topic(id, "Lobby").await.unwrap();
        assert_eq!(seen().name, "Lobby");
        bot.close_general_forum_topic(id).await.unwrap();
        assert!(bob.chat(id).try_say("closed?").is_err());
        assert_eq!(refused(bot.close_general_forum_topic(id).await), ErrorKind::ChatNotModified);
        bot.reopen_general_forum_topic(id).await.unwrap();
        bob.chat(id).say("open again");
        bot.hide_general_forum_topic(id).await.unwrap();
        assert!(seen().is_hidden && seen().is_closed);
        assert_eq!(refused(bot.hide_general_forum_topic(id).await), ErrorKind::ChatNotModified);
        bot.unhide_general_forum_topic(id).await.unwrap();
        assert!(!seen().is_hidden);
    })
    .await;
}

#[tokio::test]
async fn what_users_do_with_topics_is_told() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::forum(stage).await;
        let (by, id) = (ruled.alice.id, ruled.id);
        let thread = act(stage, |world| world.create_topic(by, id, "News"));
        act(stage, |world| world.edit_topic(by, id, Some(thread), Some("Old news"), None));
        act(stage, |world| world.edit_topic(by, id, Some(thread), None, Some(ICON.parse().ok())));
        act(stage, |world| world.edit_topic(by, id, Some(thread), None, Some(None)));
        act(stage, |world| world.set_topic_closed(by, id, thread, true));
        act(stage, |world| world.set_topic_closed(by, id, thread, false));
        act(stage, |world| world.edit_topic(by, id, None, Some("Lobby"), None));
        act(stage, |world| world.set_topic_closed(by, id, None, true));
        act(stage, |world| world.set_topic_closed(by, id, None, false));
        act(stage, |world| world.set_general_topic_hidden(by, id, true));
        act(stage, |world| world.set_general_topic_hidden(by, id, false));
        let updates = ruled.heard().await;
        let here = Some(thread);
        let expected = [
            ("forum_topic_created", here),
            ("forum_topic_edited", here),
            ("forum_topic_edited", here),
            ("forum_topic_edited", here),
            ("forum_topic_closed", here),
            ("forum_topic_reopened", here),
            ("forum_topic_edited", None),
            ("forum_topic_closed", None),
            ("forum_topic_reopened", None),
            ("general_forum_topic_hidden", None),
            ("general_forum_topic_unhidden", None),
        ];
        assert_eq!(told(&updates), expected);
        let MessageKind::ForumTopicCreated(created) = &message(&updates, "forum_topic_created").kind else {
            panic!()
        };
        assert_eq!(created.name.as_str(), "News");
        let MessageKind::ForumTopicEdited(edited) = &message(&updates, "forum_topic_edited").kind else {
            panic!()
        };
        assert_eq!((edited.name.as_deref(), &edited.icon_custom_emoji_id), (Some("Old news"), &None));
    })
    .await;
}

#[tokio::test]
async fn an_answer_in_a_topic_names_the_message_that_it_answers() {
    on_both_wires(async |stage| {
        let mut ruled = Ruled::forum(stage).await;
        let (by, id) = (ruled.alice.id, ruled.id);
        let thread = act(stage, |world| world.create_topic(by, id, "News"));
        let new = NewMessage { thread: Some(thread), ..NewMessage::from("question") };
        let asked = act(stage, |world| world.send_message(by, id, new)).id;
        let answer = ruled.bot.send_message(id, "answer").thread(thread).reply_to(asked).await.unwrap();
        assert_eq!(answer.reply_to_message.as_ref().unwrap().id, asked);
        assert_eq!((answer.thread_id, answer.is_topic_message), (Some(thread), true));
        let updates = ruled.heard().await;
        let question = message(&updates, "text");
        assert_eq!(question.thread_id, Some(thread));
        assert!(messages(&updates).contains(&"forum_topic_created"));
    })
    .await;
}

#[tokio::test]
async fn the_pins_of_a_topic_are_taken_off_by_themselves() {
    on_both_wires(async |stage| {
        let ruled = Ruled::forum(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let thread = bot.create_forum_topic(id, "News").await.unwrap().message_thread_id;
        let inside = bot.send_message(id, "inside").thread(thread).await.unwrap();
        let outside = bot.send_message(id, "outside").await.unwrap();
        for message in [inside.id, outside.id] {
            bot.pin_chat_message(id, message).await.unwrap();
        }
        let pinned = || -> Vec<MessageId> {
            let pins = stage.telegram().world().read(|world| world.pinned(ruled.alice.id, id));
            pins.iter().map(|view| view.id).collect()
        };
        assert_eq!(pinned(), [inside.id, outside.id]);
        bot.unpin_all_forum_topic_messages(id, thread).await.unwrap();
        assert_eq!(pinned(), [outside.id]);
        bot.unpin_all_general_forum_topic_messages(id).await.unwrap();
        assert!(pinned().is_empty());
    })
    .await;
}

#[tokio::test]
async fn topics_that_cannot_be_are_refused() {
    on_both_wires(async |stage| {
        let ruled = Ruled::forum(stage).await;
        let (bot, id) = (&ruled.bot, ruled.id);
        let nowhere = ThreadId(4242);
        let kinds = [
            refused(bot.create_forum_topic(id, "").await),
            refused(bot.edit_forum_topic(id, nowhere).name("x").await),
            refused(bot.close_forum_topic(id, nowhere).await),
            refused(bot.reopen_forum_topic(id, nowhere).await),
            refused(bot.delete_forum_topic(id, nowhere).await),
            refused(bot.unpin_all_forum_topic_messages(id, nowhere).await),
        ];
        let unknown = ErrorKind::TopicNotFound;
        let expected = [
            ErrorKind::BadRequest,
            unknown.clone(),
            unknown.clone(),
            unknown.clone(),
            unknown.clone(),
            unknown,
        ];
        assert_eq!(kinds, expected);
        assert!(bot.get_forum_topic_icon_stickers().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn where_there_are_no_topics_none_are_made() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in places.iter().filter(|place| !["topic", "forum"].contains(&place.name)) {
            assert_eq!(
                refused(bot.create_forum_topic(place.id, "x").await),
                ErrorKind::BadRequest,
                "{}",
                place.name
            );
            let closed = bot.close_general_forum_topic(place.id).await;
            assert_eq!(refused(closed), ErrorKind::BadRequest, "{}", place.name);
        }
    })
    .await;
}
