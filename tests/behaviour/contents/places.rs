//! Points on the map and places with names.

use ambigram::prelude::*;
use ambigram_sandbox::rules::places::Point;
use ambigram_sandbox::world::{NewContent, Venue};
use ambigram_tests::on_both_wires;
use serde_json::json;

use super::{Meeting, held, kind, say};

#[tokio::test]
async fn a_location_arrives_where_it_is() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        for (latitude, longitude) in [(0.0, 0.0), (51.5, -0.125), (-90.0, 180.0), (89.999_999, -179.999_999)]
        {
            let sent = meeting.bot.send_location(meeting.id(), latitude, longitude).await.unwrap();
            assert_eq!(held(&sent), json!({ "latitude": latitude, "longitude": longitude }));
        }
    })
    .await;
}

#[tokio::test]
async fn a_location_tells_how_uncertain_it_is() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        for (given, told) in [(0.5, 1.0), (12.0, 12.0), (12.2, 13.0), (1500.0, 1500.0)] {
            let call = meeting.bot.send_location(meeting.id(), 1.5, 2.5).horizontal_accuracy(given);
            assert_eq!(held(&call.await.unwrap())["horizontal_accuracy"], json!(told), "{given}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_venue_arrives_with_what_is_known_of_it() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let venue = || meeting.bot.send_venue(meeting.id(), 1.5, 2.5, "Pub", "At the corner");
        let plain = json!({
            "location": { "latitude": 1.5, "longitude": 2.5 }, "title": "Pub", "address": "At the corner",
        });
        assert_eq!(held(&venue().await.unwrap()), plain);
        let sent = venue().foursquare_id("4b").foursquare_type("arts_entertainment/aquarium").await.unwrap();
        assert_eq!(held(&sent)["foursquare_type"], json!("arts_entertainment/aquarium"));
        let sent = venue().google_place_id("ChIJ").google_place_type("bar").await.unwrap();
        assert_eq!(held(&sent)["google_place_id"], json!("ChIJ"));
    })
    .await;
}

#[tokio::test]
async fn a_users_places_are_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let point = Point::new(48.25, 16.5, 30.0).unwrap();
        say(stage, meeting.alice.id, &meeting.chat, NewContent::Location { point, motion: None });
        let message = meeting.message().await;
        let told = json!({ "latitude": 48.25, "longitude": 16.5, "horizontal_accuracy": 30.0 });
        assert_eq!(held(&message), told);
        for (provider, id) in [("foursquare", "foursquare_id"), ("gplaces", "google_place_id")] {
            let venue = Venue {
                point: Point::new(1.0, 2.0, 0.0).unwrap(),
                title: "Café".to_owned(),
                address: "Street 1".to_owned(),
                provider: provider.to_owned(),
                id: "x".to_owned(),
                kind: "cafe".to_owned(),
            };
            say(stage, meeting.alice.id, &meeting.chat, NewContent::Venue(venue));
            let message = meeting.message().await;
            let held = held(&message);
            assert_eq!((&held["title"], &held[id]), (&json!("Café"), &json!("x")));
        }
    })
    .await;
}

#[tokio::test]
async fn no_place_on_earth_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        for (latitude, longitude) in [(90.5, 0.0), (-91.0, 0.0), (0.0, 180.5), (0.0, -181.0)] {
            assert_eq!(kind(bot.send_location(chat, latitude, longitude).await), ErrorKind::BadRequest);
            assert_eq!(
                kind(bot.send_venue(chat, latitude, longitude, "t", "a").await),
                ErrorKind::BadRequest
            );
        }
        assert_eq!(kind(bot.send_venue(chat, 1.0, 2.0, "", "a").await), ErrorKind::BadRequest);
        assert_eq!(kind(bot.send_location(ChatId(999), 1.0, 2.0).await), ErrorKind::ChatNotFound);
    })
    .await;
}
