//! All contents but files and rich messages.

use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{read, shown};
use crate::convert::{self, testing::*};

fn point() -> enums::GeoPoint {
    types::GeoPoint { long: 2.5, lat: 1.5, access_hash: 0, accuracy_radius: None }.into()
}

#[test]
fn all_else_is_told_as_on_the_bot_api() {
    let channel = json!({ "id": -1_001_000_000_011_i64, "type": "channel", "title": "Channel" });
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    let place = json!({ "latitude": 1.5, "longitude": 2.5 });
    let live = |period| types::MessageMediaGeoLive {
        geo: point(),
        heading: Some(90),
        period,
        proximity_notification_radius: None,
    };
    let task = |id, text| types::TodoItem { id, title: plain(text) }.into();
    let preview =
        types::MessageExtendedMediaPreview { w: Some(4), h: Some(3), thumb: None, video_duration: None };
    let table: [(enums::MessageMedia, &str, Value); 14] = [
        (types::MessageMediaGeo { geo: point() }.into(), "", json!({ "location": place })),
        (
            live(60).into(),
            "",
            json!({ "location": { "latitude": 1.5, "longitude": 2.5, "live_period": 60, "heading": 90 } }),
        ),
        (
            types::MessageMediaVenue {
                geo: point(),
                title: "T".to_owned(),
                address: "A".to_owned(),
                provider: "foursquare".to_owned(),
                venue_id: "v".to_owned(),
                venue_type: String::new(),
            }
            .into(),
            "",
            json!({
                "venue": { "location": place, "title": "T", "address": "A", "foursquare_id": "v" },
                "location": place,
            }),
        ),
        (
            types::MessageMediaContact {
                phone_number: "1".to_owned(),
                first_name: "A".to_owned(),
                last_name: String::new(),
                vcard: String::new(),
                user_id: ALICE,
            }
            .into(),
            "",
            json!({ "contact": { "phone_number": "1", "first_name": "A", "user_id": ALICE } }),
        ),
        (
            types::MessageMediaDice { value: 3, emoticon: "🎲".to_owned(), game_outcome: None }.into(),
            "",
            json!({ "dice": { "emoji": "🎲", "value": 3 } }),
        ),
        (
            types::MessageMediaInvoice {
                shipping_address_requested: false,
                test: false,
                title: "T".to_owned(),
                description: "D".to_owned(),
                photo: None,
                receipt_msg_id: None,
                currency: "XTR".to_owned(),
                total_amount: 5,
                start_param: "s".to_owned(),
                extended_media: None,
            }
            .into(),
            "",
            json!({
                "invoice": {
                    "title": "T", "description": "D", "start_parameter": "s", "currency": "XTR", "total_amount": 5,
                },
            }),
        ),
        (
            types::MessageMediaStory { via_mention: false, peer: at_channel(CHANNEL), id: 4, story: None }
                .into(),
            "",
            json!({ "story": { "chat": channel, "id": 4 } }),
        ),
        (
            types::MessageMediaPaidMedia { stars_amount: 5, extended_media: vec![preview.into()] }.into(),
            "words",
            json!({
                "paid_media": {
                    "star_count": 5, "paid_media": [{ "type": "preview", "width": 4, "height": 3 }],
                },
                "caption": "words",
            }),
        ),
        (
            types::MessageMediaGiveaway {
                only_new_subscribers: true,
                winners_are_visible: false,
                channels: vec![CHANNEL],
                countries_iso2: None,
                prize_description: None,
                quantity: 2,
                months: Some(3),
                stars: None,
                until_date: 9,
            }
            .into(),
            "",
            json!({
                "giveaway": {
                    "chats": [channel], "winners_selection_date": 9, "winner_count": 2, "only_new_members": true,
                    "premium_subscription_month_count": 3,
                },
            }),
        ),
        (
            types::MessageMediaGiveawayResults {
                only_new_subscribers: false,
                refunded: false,
                channel_id: CHANNEL,
                additional_peers_count: None,
                launch_msg_id: 4,
                winners_count: 1,
                unclaimed_count: 0,
                winners: vec![ALICE],
                months: None,
                stars: Some(500),
                prize_description: None,
                until_date: 9,
            }
            .into(),
            "",
            json!({
                "giveaway_winners": {
                    "chat": channel, "giveaway_message_id": 4, "winners_selection_date": 9, "winner_count": 1,
                    "winners": [alice], "prize_star_count": 500,
                },
            }),
        ),
        (
            types::MessageMediaToDo {
                todo: types::TodoList {
                    others_can_append: true,
                    others_can_complete: false,
                    title: plain("list"),
                    list: vec![task(1, "a"), task(2, "b")],
                }
                .into(),
                completions: Some(vec![
                    types::TodoCompletion { id: 2, completed_by: at_user(ALICE), date: 9 }.into(),
                ]),
            }
            .into(),
            "",
            json!({
                "checklist": {
                    "title": "list", "others_can_add_tasks": true,
                    "tasks": [
                        { "id": 1, "text": "a" },
                        { "id": 2, "text": "b", "completed_by_user": alice, "completion_date": 9 },
                    ],
                },
            }),
        ),
        (
            types::MessageMediaPoll { poll: poll().into(), results: results().into(), attached_media: None }
                .into(),
            "about",
            json!({
                "poll": {
                    "id": "1", "question": "q", "total_voter_count": 2, "is_closed": false, "is_anonymous": true,
                    "type": "quiz", "allows_multiple_answers": false, "allows_revoting": true,
                    "members_only": false, "correct_option_ids": [1], "explanation": "because",
                    "description": "about",
                    "options": [
                        { "persistent_id": "a", "text": "yes", "voter_count": 2 },
                        { "persistent_id": "b", "text": "no", "voter_count": 0 },
                    ],
                },
            }),
        ),
        (
            types::MessageMediaGame {
                game: types::Game {
                    id: 1,
                    access_hash: 2,
                    short_name: "g".to_owned(),
                    title: "T".to_owned(),
                    description: "D".to_owned(),
                    photo: types::PhotoEmpty { id: 1 }.into(),
                    document: None,
                }
                .into(),
            }
            .into(),
            "words",
            json!({ "game": { "title": "T", "description": "D", "photo": [], "text": "words" } }),
        ),
        (
            types::MessageMediaPaidMedia {
                stars_amount: 5,
                extended_media: vec![types::MessageExtendedMedia { media: live(1).into() }.into()],
            }
            .into(),
            "",
            json!({ "paid_media": { "star_count": 5, "paid_media": [{ "type": "other" }] } }),
        ),
    ];
    for (media, words, expected) in table {
        assert_eq!(shown(media, words), expected);
    }
}

#[test]
fn a_place_that_is_no_longer_followed_is_a_place() {
    let live = types::MessageMediaGeoLive {
        geo: point(),
        heading: None,
        period: 60,
        proximity_notification_radius: None,
    };
    let at = |edit_date| {
        let tl =
            types::Message { media: Some(live.clone().into()), edit_date, ..written(1, at_user(ALICE), "") };
        serde_json::to_value(read(tl, &known())).unwrap()["location"]["live_period"].clone()
    };
    assert_eq!((at(None), at(Some(1_700_000_059))), (json!(60), json!(60)));
    assert_eq!(at(Some(1_700_000_060)), Value::Null);
}

#[test]
fn bytes_that_are_no_text_name_options_in_base64() {
    let answer = |option: &[u8]| types::PollAnswer {
        text: plain("x"),
        option: option.to_vec(),
        media: None,
        added_by: None,
        date: None,
    };
    let tl = types::Poll { answers: vec![answer(b"a").into(), answer(&[0xff]).into()], ..poll() };
    let poll = convert::poll(&tl.into(), &results().into(), &known());
    let ids: Vec<_> = poll.options.iter().map(|option| option.persistent_id.as_str()).collect();
    assert_eq!(ids, ["YQ==", "/w=="]);
}
