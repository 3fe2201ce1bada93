//! Messages that are sent on, with the name of who wrote them first.

use ambigram::requests::{InputMediaPhoto, InputMediaVideo};
use ambigram::types::MessageOrigin;
use ambigram_sandbox::rules::AdministratorRights;
use ambigram_sandbox::world::{NewUser, Origin};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::{Everywhere, Listening, act};

#[tokio::test]
async fn each_kind_is_sent_on_as_it_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, account } = meeting(stage).await;
        for kind in Kind::ALL {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let original = seen.last().content;
            let forwarded = bot.forward_message(chat, chat, sent.id).await.unwrap();
            assert_eq!(forwarded.kind, sent.kind, "{kind:?}");
            let Some(MessageOrigin::User(origin)) = forwarded.forward_origin.as_deref() else {
                panic!("{forwarded:?}")
            };
            assert_eq!((origin.sender_user.id, origin.date), (account.id, sent.date));
            assert_eq!(seen.last().content, original, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn messages_go_from_each_kind_of_chat_to_each() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for from in &everywhere.places {
            let photo = send(bot, (from.id, from.thread), Kind::Photo, Kind::Photo.upload()).await.unwrap();
            let text = from.send(bot, Html::new("a <b>text</b>")).await.unwrap();
            for to in &everywhere.places {
                let name = format!("{} to {}", from.name, to.name);
                for message in [&photo, &text] {
                    let call = bot.forward_message(to.id, from.id, message.id);
                    let forwarded = match to.thread {
                        Some(thread) => call.thread(thread).await.unwrap(),
                        None => call.await.unwrap(),
                    };
                    assert_eq!((forwarded.chat.id, forwarded.thread_id), (to.id, to.thread), "{name}");
                    assert_eq!(forwarded.kind, message.kind, "{name}");
                    match forwarded.forward_origin.as_deref() {
                        Some(MessageOrigin::Channel(origin)) => {
                            assert!(from.is_channel(), "{name}");
                            assert_eq!((origin.chat.id, origin.message_id), (from.id, message.id));
                        }
                        Some(MessageOrigin::User(origin)) => {
                            assert!(!from.is_channel(), "{name}");
                            assert_eq!(origin.sender_user.id, everywhere.account.id);
                        }
                        other => panic!("{name}: {other:?}"),
                    }
                }
                assert_eq!(to.chat.last().text, "a text", "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn users_who_hide_are_told_by_name_alone() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let shy = stage.telegram().user_with(NewUser {
            last_name: Some("Secret".to_owned()),
            hides_forwards: true,
            ..NewUser::named("Sophie")
        });
        let open = stage.user("Olga");
        for user in [&shy, &open] {
            let chat = user.open(&account);
            chat.say("/start");
            chat.send_photo(Kind::Photo.bytes(), "mine").unwrap();
            let updates = listening.take(2).await;
            let photo = updates[1].message().unwrap();
            let forwarded = bot.forward_message(user.id, user.id, photo.id).await.unwrap();
            match forwarded.forward_origin.as_deref() {
                Some(MessageOrigin::HiddenUser(origin)) if user.id == shy.id => {
                    assert_eq!(origin.sender_user_name, "Sophie Secret");
                }
                Some(MessageOrigin::User(origin)) if user.id == open.id => {
                    assert_eq!(origin.sender_user.id, open.id);
                }
                other => panic!("{other:?}"),
            }
            // What was sent on tells its first author, however often.
            let twice = bot.forward_message(user.id, user.id, forwarded.id).await.unwrap();
            assert_eq!(twice.forward_origin, forwarded.forward_origin);
        }
    })
    .await;
}

#[tokio::test]
async fn who_writes_in_a_groups_name_is_told_as_the_group() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        act(stage, |world| world.set_privacy_mode(account.id, false));
        let mut listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let group = alice.supergroup("Friends", [account.id, bob.id]);
        let hidden = AdministratorRights { is_anonymous: true, ..AdministratorRights::USUAL };
        act(stage, |world| world.promote(alice.id, group.id(), bob.id, hidden));
        group.seen_by(bob.id).say("in our name");
        listening.until("in our name").await;
        let id = group.last().id;
        let forwarded = bot.forward_message(group.id(), group.id(), id).await.unwrap();
        let Some(MessageOrigin::Chat(origin)) = forwarded.forward_origin.as_deref() else {
            panic!("{forwarded:?}")
        };
        assert_eq!(origin.sender_chat.id, group.id());
    })
    .await;
}

#[tokio::test]
async fn several_go_at_once_and_albums_stay_together() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let from = everywhere.place("supergroup");
        let text = from.send(bot, "first").await.unwrap();
        let media = vec![
            InputMediaPhoto::new(Kind::Photo.upload()).caption("a").into(),
            InputMediaVideo::new(Kind::Video.upload()).caption("b").into(),
        ];
        let album = bot.send_media_group(from.id, media).await.unwrap();
        let last = from.send(bot, "last").await.unwrap();
        let ids = || vec![text.id, album[0].id, album[1].id, last.id];
        for to in &everywhere.places {
            let call = bot.forward_messages(to.id, from.id, ids());
            let sent = match to.thread {
                Some(thread) => call.thread(thread).await.unwrap(),
                None => call.await.unwrap(),
            };
            assert_eq!(sent.len(), 4, "{}", to.name);
            assert!(sent.is_sorted_by_key(|sent| sent.id), "{}", to.name);
            let views = stage.telegram().world().read(|world| world.history(to.chat.user(), to.chat.id()));
            let views: Vec<_> = views.iter().rev().take(4).rev().map(|view| &view.message).collect();
            let texts: Vec<_> = views.iter().map(|message| message.text().unwrap().text.as_str()).collect();
            assert_eq!(texts, ["first", "a", "b", "last"], "{}", to.name);
            assert!(views[1].group.is_some() && views[1].group == views[2].group, "{}", to.name);
            assert_eq!((views[0].group, views[3].group), (None, None));
            let origins = views.iter().map(|message| &message.forward.as_ref().unwrap().origin);
            assert!(origins.into_iter().all(|origin| *origin == Origin::User(everywhere.account.id)));
        }
        // Half an album is a message like others.
        let half = bot.forward_messages(from.id, from.id, vec![album[0].id]).await.unwrap();
        assert_eq!(half.len(), 1);
        let views = stage.telegram().world().read(|world| world.history(from.chat.user(), from.chat.id()));
        assert_eq!(views.last().unwrap().message.group, None);
    })
    .await;
}

#[tokio::test]
async fn what_is_gone_or_protected_does_not_go_on() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let open = bot.send_photo(chat, Kind::Photo.upload()).caption("open").await.unwrap();
        let kept =
            bot.send_photo(chat, Kind::Photo.upload()).caption("kept").protect_content().await.unwrap();
        let gone = bot.send_message(chat, "gone").await.unwrap();
        bot.delete_message(chat, gone.id).await.unwrap();
        let table = [
            (kept.id, ErrorKind::MessageNotForwardable),
            (gone.id, ErrorKind::MessageNotFound),
            (MessageId(99_999), ErrorKind::MessageNotFound),
        ];
        for (message, expected) in table {
            let error = bot.forward_message(chat, chat, message).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{message:?}: {error}");
        }
        // Of several those go that can.
        let sent = bot.forward_messages(chat, chat, vec![open.id, kept.id, gone.id]).await.unwrap();
        assert_eq!((sent.len(), seen.last().text.as_str()), (1, "open"));
        bot.forward_messages(chat, chat, vec![gone.id]).await.unwrap_err();
        let error = bot.forward_message(chat, ChatId(999), open.id).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::ChatNotFound, "{error}");
        let protected = bot.forward_message(chat, chat, open.id).protect_content().await.unwrap();
        assert!(protected.has_protected_content);
        assert_eq!(seen.messages().len(), 1 + 2 + 2);
    })
    .await;
}

#[tokio::test]
async fn posts_come_into_the_group_where_they_are_discussed() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        act(stage, |world| world.set_privacy_mode(account.id, false));
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let channel = alice.channel("Channel", [account.id]);
        let group = alice.supergroup("Discussion", [account.id]);
        group.say("ready");
        listening.until("ready").await;
        act(stage, |world| world.link_discussion(channel.id(), Some(group.id())));
        channel.send_photo(Kind::Photo.bytes(), "a post").unwrap();
        let updates = listening.take(2).await;
        let find = |name: &str| {
            let found = updates.iter().find(|update| update.name() == name);
            found.unwrap_or_else(|| panic!("{name}: {updates:?}")).message().unwrap()
        };
        let (post, brought) = (find("channel_post"), find("message"));
        assert!(brought.is_automatic_forward);
        assert_eq!(brought.sender_chat.as_ref().unwrap().id, channel.id());
        assert_eq!((brought.chat.id, brought.kind == post.kind), (group.id(), true));
        let Some(MessageOrigin::Channel(origin)) = brought.forward_origin.as_deref() else {
            panic!("{brought:?}")
        };
        assert_eq!((origin.chat.id, origin.message_id), (channel.id(), post.id));
        let comment = bot.send_message(group.id(), "a comment").reply_to(brought.id).await.unwrap();
        assert_eq!(comment.thread_id.map(|thread| thread.0), Some(brought.id.0));
    })
    .await;
}

#[tokio::test]
async fn what_users_send_on_tells_where_it_is_from() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let home = everywhere.place("private chat");
        for from in ["channel", "supergroup", "group"] {
            let place = everywhere.place(from);
            let sent =
                send(&everywhere.bot, (place.id, None), Kind::Video, Kind::Video.upload()).await.unwrap();
            let id = place.chat.last().id;
            place.chat.forward(id, home.chat.id()).unwrap();
            let updates = listening.take(1).await;
            let message = updates[0].message().unwrap();
            assert_eq!((message.chat.id, &message.kind), (home.id, &sent.kind), "{from}");
            let is_channel = matches!(message.forward_origin.as_deref(), Some(MessageOrigin::Channel(_)));
            assert_eq!(is_channel, place.is_channel(), "{from}: {message:?}");
        }
    })
    .await;
}
