//! Chats that a bot cannot (any longer) write in: each request is refused for the same reason over both wires.

use ambigram::prelude::*;
use ambigram::types::{BotCommand, BotCommandScope, ThreadId};
use ambigram::{Bot, Error};
use ambigram_sandbox::rules::{AdministratorRights, Permissions};
use ambigram_tests::{Stage, on_both_wires};

use crate::stages::{Everywhere, act};

/// What comes of sending, an action, both edits, deleting, deleting what isn't there, and a menu.
async fn tried(bot: &Bot, chat: ChatId, message: MessageId) -> [Option<ErrorKind>; 7] {
    fn kind<T>(result: std::result::Result<T, Error>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind().clone())
    }
    let keyboard = InlineKeyboard::row([Button::callback("new", "new")]);
    let target = (chat, message);
    [
        kind(bot.send_message(chat, "x").await),
        kind(bot.send_chat_action(chat, ChatAction::Typing).await),
        kind(bot.edit_message_text(target, "edited").await),
        kind(bot.edit_message_reply_markup(target).keyboard(keyboard).await),
        kind(bot.delete_message(chat, message).await),
        kind(bot.delete_message(chat, MessageId(99_999)).await),
        kind(
            bot.set_my_commands([BotCommand::new("a", "b")])
                .scope(BotCommandScope::Chat { chat_id: chat })
                .await,
        ),
    ]
}

/// The same for each request.
fn all(kind: ErrorKind) -> [Option<ErrorKind>; 7] {
    std::array::from_fn(|_| Some(kind.clone()))
}

/// In a group, a supergroup and a channel, after something was done there.
async fn after(
    stage: &Stage,
    deed: impl Fn(&Stage, UserId, ChatId, UserId),
) -> Vec<(&'static str, [Option<ErrorKind>; 7])> {
    let everywhere = Everywhere::new(stage).await;
    let mut kinds = Vec::new();
    for name in ["group", "supergroup", "forum", "channel"] {
        let place = everywhere.place(name);
        let sent = place.send(&everywhere.bot, "before").await.unwrap();
        deed(stage, everywhere.alice.id, place.id, everywhere.account.id);
        kinds.push((name, tried(&everywhere.bot, place.id, sent.id).await));
    }
    kinds
}

#[tokio::test]
async fn from_where_the_bot_was_removed() {
    on_both_wires(async |stage| {
        let kinds =
            after(stage, |stage, alice, chat, bot| act(stage, |world| world.ban(alice, chat, bot, 0)));
        for (name, kinds) in kinds.await {
            let mut expected = all(ErrorKind::BotNotMember);
            if name == "group" {
                // A menu is for a group as long as the bot knows it, and private chats and groups are numbered
                // together.
                expected[6] = None;
            }
            assert_eq!(kinds, expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn from_where_the_bot_left_of_itself() {
    on_both_wires(async |stage| {
        let kinds = after(stage, |stage, _, chat, bot| act(stage, |world| world.leave(bot, chat)));
        for (name, kinds) in kinds.await {
            let mut expected = all(ErrorKind::BotNotMember);
            if name == "group" {
                expected[6] = None;
            }
            assert_eq!(kinds, expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_chat_that_was_deleted() {
    on_both_wires(async |stage| {
        let kinds = after(stage, |stage, alice, chat, _| act(stage, |world| world.delete_chat(alice, chat)));
        for (name, kinds) in kinds.await {
            let mut expected = all(ErrorKind::BotNotMember);
            if name == "group" {
                expected = all(ErrorKind::ChatNotFound);
                expected[6] = None;
            }
            assert_eq!(kinds, expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_chat_where_nobody_may_write() {
    on_both_wires(async |stage| {
        let kinds = after(stage, |stage, alice, chat, bot| {
            let is_channel = stage.telegram().world().read(|world| world.chat(chat).unwrap().is_channel());
            if is_channel {
                let reads = AdministratorRights { can_invite_users: true, ..AdministratorRights::NONE };
                act(stage, |world| world.promote(alice, chat, bot, reads));
            } else {
                let mute = Permissions { can_send_messages: false, ..Permissions::ALL };
                act(stage, |world| world.set_permissions(alice, chat, mute));
            }
        });
        for (name, kinds) in kinds.await {
            let refused = Some(ErrorKind::NotEnoughRights);
            assert_eq!(kinds[0], refused, "{name}");
            let missing = Some(ErrorKind::MessageNotFound);
            assert_eq!(kinds[5], missing, "{name}");
            let (edits, deletes) = match name {
                "channel" => (Some(ErrorKind::MessageNotEditable), Some(ErrorKind::MessageNotDeletable)),
                _ => (None, None),
            };
            assert_eq!((&kinds[2], &kinds[3], &kinds[4]), (&edits, &edits, &deletes), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_bot_that_may_not_write() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let place = everywhere.place("supergroup");
        let sent = place.send(&everywhere.bot, "before").await.unwrap();
        let (alice, bot) = (everywhere.alice.id, everywhere.account.id);
        act(stage, |world| world.restrict(alice, place.id, bot, Permissions::NONE, 0));
        let kinds = tried(&everywhere.bot, place.id, sent.id).await;
        assert_eq!(kinds[0], Some(ErrorKind::NotEnoughRights));
        assert_eq!(kinds[2..5], [None, None, None]);
    })
    .await;
}

#[tokio::test]
async fn people_who_cannot_be_written_to() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let rival = stage.telegram().bot("rival_bot");
        let friends = ["Blocker", "Leaver", "Shy"].map(|name| stage.user(name));
        let [blocker, leaver, shy] = &friends;
        let mut sent = Vec::new();
        for user in [blocker, leaver] {
            user.open(&account).say("/start");
            sent.push(bot.send_message(user.id, "before").await.unwrap().id);
        }
        // The bot has come across this one, who never wrote to it.
        let group = shy.group("Friends", [account.id]);
        group.say("/hello@test_bot");
        blocker.block(&account);
        act(stage, |world| world.delete_account(leaver.id));
        let stranger = stage.user("Stranger");

        let kinds = tried(&bot, blocker.id.into(), sent[0]).await;
        assert_eq!(kinds[0], Some(ErrorKind::BotBlocked));
        let kinds = tried(&bot, leaver.id.into(), sent[1]).await;
        assert_eq!(kinds[0], Some(ErrorKind::UserDeactivated));
        let kinds = tried(&bot, shy.id.into(), MessageId(77_777)).await;
        assert_eq!(kinds[0], Some(ErrorKind::BotCantInitiate));
        assert_eq!(kinds[5], Some(ErrorKind::MessageNotFound));
        let kinds = tried(&bot, rival.id.into(), MessageId(77_777)).await;
        assert_eq!(kinds[0], Some(ErrorKind::Forbidden));
        let unknown = [stranger.id.into(), ChatId(999), ChatId(-999), ChatId(-1_000_000_000_999)];
        for chat in unknown.into_iter().chain([0, i64::MIN, i64::MAX, -1_000_000_000_000].map(ChatId)) {
            assert_eq!(tried(&bot, chat, MessageId(1)).await, all(ErrorKind::ChatNotFound), "{chat}");
        }
        let _ = tried(&bot, account.id.into(), MessageId(1)).await;
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_is_closed_or_missing() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let place = everywhere.place("topic");
        let asked = place.send(bot, "asked").await.unwrap();
        let topic = place.thread.unwrap();
        act(stage, |world| world.set_topic_closed(everywhere.alice.id, place.id, topic, true));
        let refused = place.send(bot, "x").await.unwrap_err();
        assert_eq!(*refused.kind(), ErrorKind::TopicClosed, "{refused}");
        let refused = bot.send_message(place.id, "x").reply_to(asked.id).await.unwrap_err();
        assert_eq!(*refused.kind(), ErrorKind::TopicClosed, "{refused}");
        bot.edit_message_text((place.id, asked.id), "edited").await.unwrap();
        act(stage, |world| world.set_topic_closed(everywhere.alice.id, place.id, topic, false));
        place.send(bot, "open again").await.unwrap();

        // A topic is looked for in forums and private chats only.
        for place in &everywhere.places {
            let nowhere = bot.send_message(place.id, "nowhere").thread(ThreadId(99_999)).await;
            let there_may_be = ["topic", "forum", "private chat"].contains(&place.name);
            let expected = there_may_be.then_some(ErrorKind::TopicNotFound);
            assert_eq!(nowhere.err().map(|error| error.kind().clone()), expected, "{}", place.name);
            let asked = place.send(bot, "asked").await.unwrap();
            let both = bot.send_message(place.id, "x").thread(ThreadId(99_999)).reply_to(asked.id).await;
            assert_eq!(both.err().map(|error| error.kind().clone()), expected, "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn messages_that_are_not_the_bots() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        act(stage, |world| world.set_privacy_mode(everywhere.account.id, false));
        for place in &everywhere.places {
            place.chat.say("/mine@test_bot");
            let theirs = stage.telegram().world().read(|world| {
                let history = world.history(everywhere.account.id, place.id);
                history.last().unwrap().id
            });
            let first = stage
                .telegram()
                .world()
                .read(|world| world.history(everywhere.account.id, place.id).first().unwrap().id);
            let keyboard = || InlineKeyboard::row([Button::callback("a", "b")]);
            for message in [theirs, first] {
                let target = (place.id, message);
                let text = bot.edit_message_text(target, "x").await;
                let buttons = bot.edit_message_reply_markup(target).keyboard(keyboard()).await;
                let deleted = bot.delete_message(place.id, message).await;
                let is_admin_here = place.is_channel();
                if message == theirs && !is_admin_here {
                    assert_eq!(*text.unwrap_err().kind(), ErrorKind::MessageNotEditable, "{}", place.name);
                    assert_eq!(*buttons.unwrap_err().kind(), ErrorKind::MessageNotEditable, "{}", place.name);
                    let kind = deleted.err().map(|error| error.kind().clone());
                    let expected = (!place.id.is_user()).then_some(ErrorKind::MessageNotDeletable);
                    assert_eq!(kind, expected, "{}", place.name);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn edits_that_change_nothing_or_have_nothing_to_change() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let keyboard = || InlineKeyboard::row([Button::callback("a", "b")]);
            let sent = place.send(bot, Html::new("<b>same</b> ")).keyboard(keyboard()).await.unwrap();
            let target = (place.id, sent.id);
            let kind = |result: std::result::Result<ambigram::requests::Edited, Error>| {
                result.err().map(|error| error.kind().clone())
            };
            let same = Some(ErrorKind::MessageNotModified);
            let edit = bot.edit_message_text(target, Html::new(" <b>same</b>")).keyboard(keyboard());
            assert_eq!(kind(edit.await), same, "{}", place.name);
            assert_eq!(kind(bot.edit_message_reply_markup(target).keyboard(keyboard()).await), same);
            assert_eq!(kind(bot.edit_message_text(target, "same").keyboard(keyboard()).await), None);
            assert_eq!(kind(bot.edit_message_reply_markup(target).await), None);
            assert_eq!(kind(bot.edit_message_reply_markup(target).await), same);
            assert_eq!(kind(bot.edit_message_text(target, "").await), Some(ErrorKind::MessageEmpty));
            let long = "x".repeat(4097);
            assert_eq!(kind(bot.edit_message_text(target, long).await), Some(ErrorKind::MessageTooLong));
            for id in [0, -1, 99_999, i32::MAX] {
                let missing = (place.id, MessageId(id));
                let expected = Some(ErrorKind::MessageNotFound);
                assert_eq!(kind(bot.edit_message_text(missing, "x").await), expected, "{id}");
                assert_eq!(kind(bot.edit_message_reply_markup(missing).await), expected, "{id}");
                let deleted = bot.delete_message(place.id, MessageId(id)).await.unwrap_err();
                assert_eq!(*deleted.kind(), ErrorKind::MessageNotFound, "{id} in a {}", place.name);
            }
        }
    })
    .await;
}
