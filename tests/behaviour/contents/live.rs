//! Locations that move.

use ambigram::prelude::*;
use ambigram_sandbox::rules::places::{Motion, Point};
use ambigram_sandbox::world::{NewContent, NewPoint};
use ambigram_tests::on_both_wires;
use serde_json::json;

use super::{Meeting, held, kind, say};
use crate::stages::act;

/// Until it is stopped.
const FOR_EVER: u32 = 0x7FFF_FFFF;

#[tokio::test]
async fn a_live_location_moves_until_it_is_stopped() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let call = bot.send_location(chat, 1.0, 2.0).live_period(60u32).heading(90u32);
        let sent = call.proximity_alert_radius(100u32).horizontal_accuracy(5.0).await.unwrap();
        assert_eq!(
            held(&sent),
            json!({
                "latitude": 1.0, "longitude": 2.0, "horizontal_accuracy": 5.0, "live_period": 60, "heading": 90,
                "proximity_alert_radius": 100,
            })
        );
        let target = (chat, sent.id);
        let moved = bot.edit_message_live_location(target, 3.0, 4.0).heading(7u32).await.unwrap();
        let expected = json!({ "latitude": 3.0, "longitude": 4.0, "live_period": 60, "heading": 7 });
        assert_eq!(held(moved.message().unwrap()), expected);
        let longer = bot.edit_message_live_location(target, 3.0, 5.0).live_period(600u32).await.unwrap();
        assert_eq!(held(longer.message().unwrap())["live_period"], json!(600));
        stage.pass(45);
        let keyboard = InlineKeyboard::row([Button::callback("Again", "again")]);
        let stopped = bot.stop_message_live_location(target).keyboard(keyboard.clone()).await.unwrap();
        let stopped = stopped.message().unwrap();
        assert_eq!((held(stopped)["latitude"].clone(), &stopped.reply_markup), (json!(3.0), &Some(keyboard)));
        let refused = bot.edit_message_live_location(target, 5.0, 6.0).await;
        assert_eq!(kind(refused), ErrorKind::MessageNotEditable);
        assert_eq!(kind(bot.stop_message_live_location(target).await), ErrorKind::MessageNotEditable);
    })
    .await;
}

#[tokio::test]
async fn a_live_location_ends_with_its_time() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let sent = bot.send_location(chat, 1.0, 2.0).live_period(60u32).await.unwrap();
        let lasting = bot.send_location(chat, 1.0, 2.0).live_period(FOR_EVER).await.unwrap();
        assert_eq!(held(&lasting)["live_period"], json!(FOR_EVER));
        stage.pass(59);
        bot.edit_message_live_location((chat, sent.id), 3.0, 4.0).await.unwrap();
        stage.pass(1);
        let refused = bot.edit_message_live_location((chat, sent.id), 5.0, 6.0).await;
        assert_eq!(kind(refused), ErrorKind::MessageNotEditable);
        assert_eq!(
            kind(bot.stop_message_live_location((chat, sent.id)).await),
            ErrorKind::MessageNotEditable
        );
        bot.edit_message_live_location((chat, lasting.id), 5.0, 6.0).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_live_location_keeps_the_buttons_that_are_given_with_it() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let keyboard = InlineKeyboard::row([Button::callback("Where?", "where")]);
        let call = bot.send_location(chat, 1.0, 2.0).live_period(600u32).keyboard(keyboard.clone());
        let target = (chat, call.await.unwrap().id);
        let moved =
            bot.edit_message_live_location(target, 3.0, 4.0).keyboard(keyboard.clone()).await.unwrap();
        assert_eq!(moved.message().unwrap().reply_markup, Some(keyboard));
        let moved = bot.edit_message_live_location(target, 4.0, 4.0).await.unwrap();
        assert_eq!(moved.message().unwrap().reply_markup, None);
        let same = bot.edit_message_live_location(target, 4.0, 4.0).await;
        assert_eq!(kind(same), ErrorKind::MessageNotModified);
    })
    .await;
}

#[tokio::test]
async fn a_users_way_is_told_step_by_step() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (alice, chat) = (meeting.alice.id, meeting.chat.clone());
        let point = |latitude| Point::new(latitude, 2.0, 0.0).unwrap();
        let motion = Some(Motion { period: 900, heading: 10, proximity_radius: 0 });
        let id = say(stage, alice, &chat, NewContent::Location { point: point(1.0), motion });
        let message = meeting.message().await;
        assert_eq!(
            (held(&message)["live_period"].clone(), held(&message)["heading"].clone()),
            (json!(900), json!(10))
        );
        stage.pass(10);
        let new = NewPoint { point: Some(point(1.5)), heading: 20, ..NewPoint::default() };
        act(stage, |world| world.edit_location(alice, chat.id(), id, new));
        let update = meeting.next().await;
        assert_eq!(update.name(), "edited_message");
        assert_eq!(held(update.message().unwrap())["latitude"], json!(1.5));
        act(stage, |world| world.edit_location(alice, chat.id(), id, NewPoint::default()));
        let update = meeting.next().await;
        assert_eq!(held(update.message().unwrap()).get("live_period"), None);
    })
    .await;
}

#[tokio::test]
async fn who_comes_near_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let bob = stage.user("Bob");
        let group = meeting.alice.supergroup("Walkers", [meeting.account.id, bob.id]);
        let live = |longitude, proximity_radius| NewContent::Location {
            point: Point::new(0.0, longitude, 0.0).unwrap(),
            motion: Some(Motion { period: 600, heading: 0, proximity_radius }),
        };
        say(stage, meeting.alice.id, &group, live(0.0, 1000));
        let id = say(stage, bob.id, &group, live(1.0, 0));
        let near = NewPoint { point: Some(Point::new(0.0, 0.005, 0.0).unwrap()), ..NewPoint::default() };
        act(stage, |world| world.edit_location(bob.id, group.id(), id, near));
        group.say("/end@test_bot");
        let updates = meeting.listening.until("/end@test_bot").await;
        let alert = updates.iter().find_map(|update| match &update.message()?.kind {
            MessageKind::ProximityAlertTriggered(alert) => Some(alert.clone()),
            _ => None,
        });
        let alert = alert.unwrap();
        assert_eq!((alert.traveler.id, alert.watcher.id, alert.distance), (bob.id, meeting.alice.id, 556));
    })
    .await;
}

#[tokio::test]
async fn what_no_live_location_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let place = || bot.send_location(chat, 1.0, 2.0);
        for call in [
            place().live_period(59u32),
            place().live_period(86_401u32),
            place().live_period(60u32).heading(361u32),
            place().live_period(60u32).proximity_alert_radius(100_001u32),
        ] {
            assert_eq!(kind(call.await), ErrorKind::BadRequest);
        }
        let still = place().await.unwrap().id;
        let text = bot.send_message(chat, "a text").await.unwrap().id;
        for target in [(chat, still), (chat, text)] {
            let edit = kind(bot.edit_message_live_location(target, 1.0, 1.0).await);
            let stop = kind(bot.stop_message_live_location(target).await);
            let wrong = ErrorKind::BadRequest;
            assert_eq!((&edit, &stop), (&wrong, &wrong), "{target:?}");
        }
        let missing = bot.edit_message_live_location((chat, MessageId(99_999)), 1.0, 1.0).await;
        assert_eq!(kind(missing), ErrorKind::MessageNotFound);
        let live = place().live_period(60u32).await.unwrap().id;
        let far = bot.edit_message_live_location((chat, live), 91.0, 1.0).await;
        assert_eq!(kind(far), ErrorKind::BadRequest);
    })
    .await;
}
