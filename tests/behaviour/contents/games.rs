//! Games: they are sent, started and won.

use ambigram::prelude::*;
use ambigram_sandbox::world::NewContent;
use ambigram_sandbox::world::files::{File, GivenFile, Upload};
use ambigram_tests::files::picture;
use ambigram_tests::{Stage, on_both_wires};

use super::{Meeting, kind, say};
use crate::stages::act;

/// A game, as @BotFather makes it.
pub(super) fn create(stage: &Stage, bot: UserId, name: &str) {
    let upload = Upload { name: String::new(), bytes: picture(640, 360).into() };
    let ready = GivenFile::Upload(upload).as_photo(stage.telegram().world()).unwrap();
    act(stage, |world| {
        let File::Photo(photo) = world.keep(bot, ready)? else { panic!("no photo") };
        world.create_game(bot, name, ("Chess", "Two kings"), photo, None)
    });
}

#[tokio::test]
async fn a_game_is_sent_and_started() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        create(stage, meeting.account.id, "chess");
        let sent = meeting.bot.send_game(meeting.id(), "chess").await.unwrap();
        let MessageKind::Game(game) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((game.title.as_str(), game.description.as_str()), ("Chess", "Two kings"));
        let label = meeting.chat.last().buttons[0][0].clone();
        let press = meeting.chat.press(&label).unwrap();
        let update = meeting.next().await;
        let UpdateKind::CallbackQuery(query) = &update.kind else { panic!("{update:?}") };
        assert_eq!((query.game_short_name.as_deref(), query.from.id), (Some("chess"), meeting.alice.id));
        assert_eq!(query.data, None);
        meeting.bot.answer_callback_query(&query.id).url("https://example.com/chess").await.unwrap();
        let answer = stage
            .telegram()
            .world()
            .read(|world| world.callback_query(press).and_then(|query| query.answer.clone()));
        assert_eq!(answer.unwrap().url.as_deref(), Some("https://example.com/chess"));
    })
    .await;
}

#[tokio::test]
async fn a_game_has_the_buttons_that_are_given() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        create(stage, meeting.account.id, "chess");
        let keyboard = InlineKeyboard::row([Button::game("Play Chess"), Button::callback("Rules", "rules")]);
        let sent = meeting.bot.send_game(meeting.id(), "chess").keyboard(keyboard.clone()).await.unwrap();
        assert_eq!(sent.reply_markup, Some(keyboard));
        for keyboard in [
            InlineKeyboard::row([Button::callback("Rules", "rules"), Button::game("Play")]),
            InlineKeyboard::row([Button::callback("Rules", "rules")]),
        ] {
            let refused = kind(meeting.bot.send_game(meeting.id(), "chess").keyboard(keyboard).await);
            assert!(matches!(refused, ErrorKind::BadRequest | ErrorKind::InvalidButton), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn scores_are_kept_and_listed() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        create(stage, meeting.account.id, "chess");
        let (bot, alice, bob) = (meeting.bot.clone(), meeting.alice.id, stage.user("Bob"));
        let group = meeting.alice.supergroup("Players", [meeting.account.id, bob.id]);
        group.say("/ready@test_bot");
        bob.chat(group.id()).say("/me@test_bot");
        meeting.listening.until("/me@test_bot").await;
        let sent = bot.send_game(group.id(), "chess").await.unwrap();
        let target = (group.id(), sent.id);
        let scored = bot.set_game_score(alice, 10u32, target).await.unwrap();
        let MessageKind::Game(game) = &scored.message().unwrap().kind else { panic!("{scored:?}") };
        assert!(game.text.as_deref().is_some_and(|text| text.contains("10")), "{game:?}");
        bot.set_game_score(bob.id, 30u32, target).await.unwrap();
        let lower = bot.set_game_score(bob.id, 20u32, target).await;
        assert_eq!(kind(lower), ErrorKind::ScoreNotModified);
        let same = bot.set_game_score(bob.id, 30u32, target).force().await;
        assert_eq!(kind(same), ErrorKind::ScoreNotModified);
        bot.set_game_score(bob.id, 5u32, target).force().disable_edit_message().await.unwrap();
        let table = bot.get_game_high_scores(alice, target).await.unwrap();
        let told: Vec<_> = table.iter().map(|row| (row.position, row.user.id, row.score)).collect();
        assert_eq!(told, [(1, alice, 10), (2, bob.id, 5)]);
        group.say("/end@test_bot");
        meeting.listening.until("/end@test_bot").await;
    })
    .await;
}

#[tokio::test]
async fn a_users_game_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let bot = meeting.account.id;
        create(stage, bot, "chess");
        let game = NewContent::Game { bot, short_name: "chess".to_owned() };
        say(stage, meeting.alice.id, &meeting.chat, game);
        let message = meeting.message().await;
        let MessageKind::Game(game) = &message.kind else { panic!("{message:?}") };
        assert_eq!(game.title.as_str(), "Chess");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_game_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        create(stage, meeting.account.id, "chess");
        let rival = stage.account("rival_bot").await;
        create(stage, rival.id, "draughts");
        let (bot, chat, alice) = (&meeting.bot, meeting.id(), meeting.alice.id);
        for name in ["", "none", "draughts"] {
            assert_eq!(kind(bot.send_game(chat, name).await), ErrorKind::BadRequest, "{name:?}");
        }
        let channel = meeting.alice.channel("Channel", [meeting.account.id]);
        assert_eq!(kind(bot.send_game(channel.id(), "chess").await), ErrorKind::BadRequest);
        let text = bot.send_message(chat, "a text").await.unwrap().id;
        for id in [text, MessageId(99_999)] {
            let score = kind(bot.set_game_score(alice, 1u32, (chat, id)).await);
            let list = kind(bot.get_game_high_scores(alice, (chat, id)).await);
            assert!(matches!(score, ErrorKind::MessageNotFound | ErrorKind::BadRequest), "{score:?}");
            assert!(matches!(list, ErrorKind::MessageNotFound | ErrorKind::BadRequest), "{list:?}");
        }
        let game = bot.send_game(chat, "chess").await.unwrap().id;
        let nobody = bot.set_game_score(UserId(999), 1u32, (chat, game)).await;
        assert_eq!(kind(nobody), ErrorKind::UserNotFound);
    })
    .await;
}
