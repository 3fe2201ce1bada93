//! Messages that tell of something that happened, and which messages of groups a bot is told at all.

use ambigram::prelude::*;
use ambigram::types::Update;
use ambigram_sandbox::rules::{AdministratorRights, ChatSort};
use ambigram_sandbox::world::{NewChat, NewMessage};
use ambigram_tests::on_both_wires;

use crate::stages::{Listening, act};

/// The texts that came, or what else their messages tell.
fn told(updates: &[Update]) -> Vec<String> {
    let messages = updates.iter().filter(|update| update.name() != "my_chat_member");
    let tell = |update: &Update| {
        let message = update.message().unwrap();
        message.as_text().map_or_else(|| message.kind.name().to_owned(), |text| text.text.clone())
    };
    messages.map(tell).collect()
}

#[tokio::test]
async fn what_happens_in_groups_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let public = NewChat {
            username: Some("public_group".to_owned()),
            ..NewChat::new(ChatSort::Supergroup, "Public").with([account.id])
        };
        let group = NewChat::new(ChatSort::Group, "Group").with([account.id]);
        for new in [group, public] {
            let group = alice.create(new);
            let id = group.id();
            act(stage, |world| world.add_member(alice.id, id, bob.id));
            act(stage, |world| world.set_title(alice.id, id, "Best friends"));
            act(stage, |world| world.leave(bob.id, id));
            act(stage, |world| world.add_member(alice.id, id, bob.id));
            act(stage, |world| world.remove_member(alice.id, id, bob.id));
            group.say("/end@test_bot");
            let updates = listening.until("/end@test_bot").await;
            let told = told(&updates);
            let (beginning, then) = told.split_first().unwrap();
            assert!(["group_chat_created", "new_chat_members"].contains(&beginning.as_str()), "{told:?}");
            let expected = [
                "new_chat_members",
                "new_chat_title",
                "left_chat_member",
                "new_chat_members",
                "left_chat_member",
            ];
            assert_eq!(then, expected);
        }
        let carol = stage.user("Carol");
        let public =
            stage.telegram().world().read(|world| world.chat_by_username("public_group").unwrap().id);
        act(stage, |world| world.join(carol.id, public));
        alice.chat(public).say("/end@test_bot");
        assert_eq!(told(&listening.until("/end@test_bot").await), ["new_chat_members"]);
    })
    .await;
}

#[tokio::test]
async fn what_happens_in_a_channel_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let channel = alice.channel("Channel", [account.id]);
        act(stage, |world| world.set_title(alice.id, channel.id(), "News"));
        // Who reads a channel is told to nobody.
        act(stage, |world| world.add_member(alice.id, channel.id(), bob.id));
        act(stage, |world| world.leave(bob.id, channel.id()));
        let post = channel.say("a post");
        channel.edit(post, "a better post").unwrap();
        channel.delete(post).unwrap();
        channel.say("end");
        let updates = listening.until("end").await;
        assert_eq!(told(&updates), ["new_chat_title", "a post", "a better post"]);
    })
    .await;
}

#[tokio::test]
async fn topics_are_told_with_their_messages() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let forum = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
        let forum = alice.create(forum.with([account.id]));
        let topic = act(stage, |world| world.create_topic(alice.id, forum.id(), "Topic"));
        let say = |text: &str, thread| {
            let new = NewMessage { thread, ..NewMessage::from(text) };
            act(stage, |world| world.send_message(alice.id, forum.id(), new));
        };
        say("/in@test_bot", Some(topic));
        say("/out@test_bot", None);
        say("/end@test_bot", None);
        let updates = listening.until("/end@test_bot").await;
        let told = told(&updates);
        assert_eq!(told[told.len() - 3..], ["forum_topic_created", "/in@test_bot", "/out@test_bot"]);
        let thread = |text: &str| {
            let found = updates.iter().find_map(|update| {
                update.message().filter(|message| message.as_text().is_some_and(|said| said.text == text))
            });
            found.unwrap().thread_id
        };
        assert_eq!((thread("/in@test_bot"), thread("/out@test_bot")), (Some(topic), None));
    })
    .await;
}

#[tokio::test]
async fn a_group_becomes_a_supergroup() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let group = alice.group("Friends", [account.id]);
        let sent = bot.send_message(group.id(), "before").await.unwrap();
        let supergroup = act(stage, |world| world.upgrade_to_supergroup(alice.id, group.id()));
        alice.chat(supergroup).say("/end@test_bot");
        let updates = listening.until("/end@test_bot").await;
        let told = told(&updates);
        assert!(told.contains(&"migrate_to_chat_id".to_owned()), "{told:?}");
        assert!(told.contains(&"migrate_from_chat_id".to_owned()), "{told:?}");

        let moved = ErrorKind::MigratedTo(supergroup);
        let old = group.id();
        let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
        assert_eq!(*bot.send_message(old, "x").await.unwrap_err().kind(), moved);
        assert_eq!(*bot.send_chat_action(old, ChatAction::Typing).await.unwrap_err().kind(), moved);
        assert_eq!(*bot.edit_message_text((old, sent.id), "x").await.unwrap_err().kind(), moved);
        let edit = bot.edit_message_reply_markup((old, sent.id)).keyboard(keyboard);
        assert_eq!(*edit.await.unwrap_err().kind(), moved);
        assert_eq!(*bot.delete_message(old, sent.id).await.unwrap_err().kind(), moved);
        assert_eq!(*bot.delete_message(old, MessageId(99_999)).await.unwrap_err().kind(), moved);
        bot.send_message(supergroup, "after").await.unwrap();
        assert_eq!(alice.chat(supergroup).last().text, "after");
    })
    .await;
}

#[tokio::test]
async fn an_anonymous_administrator_writes_in_the_groups_name() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let group = alice.supergroup("Friends", [account.id, bob.id]);
        let hidden = AdministratorRights { is_anonymous: true, ..AdministratorRights::USUAL };
        act(stage, |world| world.promote(alice.id, group.id(), bob.id, hidden));
        let said = group.seen_by(bob.id).say("/who@test_bot");
        group.seen_by(bob.id).edit(said, "/who@test_bot am I").unwrap();
        group.say("/end@test_bot");
        let updates = listening.until("/end@test_bot").await;
        let message = updates.iter().rev().find_map(|update| update.message()).unwrap();
        assert_eq!(message.sender_chat.as_ref().unwrap().id, group.id());
        assert_eq!(message.from.as_ref().unwrap().username.as_deref(), Some("GroupAnonymousBot"));
    })
    .await;
}

#[tokio::test]
async fn in_privacy_mode_a_bot_is_told_what_is_meant_for_it() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        for group in [alice.group("Group", [account.id]), alice.supergroup("Supergroup", [account.id])] {
            bot.send_message(group.id(), "hello").await.unwrap();
            let theirs = group.last().id;
            let talk = || {
                let quiet = group.say("nobody is meant");
                group.edit(quiet, "still nobody").unwrap();
                group.say("/mine@test_bot");
                group.say("/theirs@rival_bot");
                group.say("/anybodys");
                group.say("hey @test_bot");
                group.reply(theirs, "an answer").unwrap();
                group.reply(quiet, "an answer to nobody").unwrap();
                group.say("/end@test_bot");
            };
            talk();
            let heard = told(&listening.until("/end@test_bot").await);
            let hears = ["/mine@test_bot", "/anybodys", "hey @test_bot", "an answer"];
            assert_eq!(heard[heard.len() - 4..], hears);
            assert!(!heard.iter().any(|text| text.contains("nobody")), "{heard:?}");

            act(stage, |world| world.set_privacy_mode(account.id, false));
            talk();
            let heard = told(&listening.until("/end@test_bot").await);
            let hears = [
                "nobody is meant",
                "still nobody",
                "/mine@test_bot",
                "/theirs@rival_bot",
                "/anybodys",
                "hey @test_bot",
                "an answer",
                "an answer to nobody",
            ];
            assert_eq!(heard, hears);
            act(stage, |world| world.set_privacy_mode(account.id, true));
        }
    })
    .await;
}

#[tokio::test]
async fn what_other_bots_write_is_not_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let rival = stage.account("rival_bot").await;
        act(stage, |world| world.set_privacy_mode(account.id, false));
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let group = alice.supergroup("Friends", [account.id]);
        act(stage, |world| world.add_member(alice.id, group.id(), rival.id));
        stage.bot(&rival).send_message(group.id(), "/hello@test_bot").await.unwrap();
        let theirs = group.last().id;
        group.reply(theirs, "what did it say?").unwrap();
        group.say("end");
        let updates = listening.until("end").await;
        let told = told(&updates);
        assert_eq!(told[told.len() - 2..], ["new_chat_members", "what did it say?"]);
    })
    .await;
}
