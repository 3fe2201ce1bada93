//! What happened: TL, and the Bot API's JSON of the same.

use ambigram_core::types::{Message, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{is_told, message, tells_author};
use crate::convert::Known;
use crate::convert::testing::*;

const ME: UserId = UserId(BOT);

/// The JSON of what happened, without what every message has.
fn shown(place: enums::Peer, action: impl Into<enums::MessageAction>, answered: Option<Message>) -> Value {
    let tl = types::MessageService {
        from_id: Some(at_user(ALICE)),
        reply_to: Some(reply_to(5).into()),
        ..happened(9, place, action.into())
    };
    let known = Known { answered, ..known() };
    let mut json = serde_json::to_value(message(&tl.into(), ME, &known).unwrap()).unwrap();
    for name in ["message_id", "date", "from", "chat"] {
        assert!(json.as_object_mut().unwrap().remove(name).is_some());
    }
    // In a supergroup whatever answers is in a thread.
    json.as_object_mut().unwrap().remove("message_thread_id");
    json
}

fn charge() -> enums::PaymentCharge {
    types::PaymentCharge { id: "c".to_owned(), provider_charge_id: "p".to_owned() }.into()
}

fn stars(amount: i64) -> enums::StarsAmount {
    types::StarsAmount { amount, nanos: 0 }.into()
}

fn gift() -> types::StarGift {
    let emoji = types::DocumentAttributeSticker {
        mask: false,
        alt: "🎁".to_owned(),
        stickerset: enums::InputStickerSet::Empty,
        mask_coords: None,
    };
    types::StarGift {
        limited: false,
        sold_out: false,
        birthday: false,
        require_premium: false,
        limited_per_user: false,
        peer_color_available: false,
        auction: false,
        id: 77,
        sticker: file("application/x-tgsticker", vec![emoji.into()]).into(),
        stars: 50,
        availability_remains: Some(3),
        availability_total: Some(10),
        availability_resale: None,
        convert_stars: 40,
        first_sale_date: None,
        last_sale_date: None,
        upgrade_stars: None,
        resell_min_stars: None,
        title: None,
        released_by: None,
        per_user_total: None,
        per_user_remains: None,
        locked_until_date: None,
        auction_slug: None,
        gifts_per_round: None,
        auction_start_date: None,
        upgrade_variants: None,
        background: None,
    }
}

#[test]
fn it_is_told_in_the_bot_apis_fields() {
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    let bot = json!({ "id": BOT, "is_bot": true, "first_name": "Bot", "username": "test_bot" });
    let call = || types::InputGroupCall { id: 1, access_hash: 2 }.into();
    let allowed = |attach_menu, from_request, domain: Option<&str>| types::MessageActionBotAllowed {
        attach_menu,
        from_request,
        domain: domain.map(str::to_owned),
        app: None,
    };
    let option = || {
        enums::PollAnswer::from(types::PollAnswer {
            text: plain("yes"),
            option: b"a".to_vec(),
            media: None,
            added_by: None,
            date: None,
        })
    };
    let approval = |rejected, balance_too_low| types::MessageActionSuggestedPostApproval {
        rejected,
        balance_too_low,
        reject_comment: Some("no".to_owned()),
        schedule_date: Some(9),
        price: Some(stars(5)),
    };
    let price = json!({ "currency": "XTR", "amount": 5 });
    let place =
        json!({ "message_id": 5, "date": 0, "chat": { "id": -GROUP, "type": "group", "title": "Group" } });
    let channel = json!({
        "message_id": 5, "date": 0,
        "chat": { "id": -1_001_000_000_009_i64, "type": "supergroup", "title": "Supergroup" },
    });
    let messages = |stars| types::MessageActionPaidMessagesPrice { broadcast_messages_allowed: true, stars };
    let (in_group, in_supergroup) = (|| at_group(GROUP), || at_channel(SUPERGROUP));
    let table: Vec<(enums::Peer, enums::MessageAction, Value)> = vec![
        (
            in_group(),
            types::MessageActionSetMessagesTtl { period: 60, auto_setting_from: None }.into(),
            json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 60 } }),
        ),
        (in_group(), enums::MessageAction::PinMessage, json!({ "pinned_message": place })),
        (
            in_group(),
            types::MessageActionNewCreatorPending { new_creator_id: 0 }.into(),
            json!({ "chat_owner_left": {} }),
        ),
        (
            in_group(),
            types::MessageActionChangeCreator { new_creator_id: ALICE }.into(),
            json!({ "chat_owner_changed": { "new_owner": alice } }),
        ),
        (
            in_group(),
            types::MessageActionGroupCall { call: call(), duration: None }.into(),
            json!({ "video_chat_started": {} }),
        ),
        (
            in_group(),
            types::MessageActionGroupCall { call: call(), duration: Some(3) }.into(),
            json!({ "video_chat_ended": { "duration": 3 } }),
        ),
        (
            in_group(),
            types::MessageActionGroupCallScheduled { call: call(), schedule_date: 9 }.into(),
            json!({ "video_chat_scheduled": { "start_date": 9 } }),
        ),
        (
            in_group(),
            types::MessageActionInviteToGroupCall { call: call(), users: vec![ALICE] }.into(),
            json!({ "video_chat_participants_invited": { "users": [alice] } }),
        ),
        (
            in_supergroup(),
            types::MessageActionBoostApply { boosts: 2 }.into(),
            json!({ "boost_added": { "boost_count": 2 } }),
        ),
        (
            at_user(ALICE),
            types::MessageActionWebViewDataSentMe { text: "t".to_owned(), data: "d".to_owned() }.into(),
            json!({ "web_app_data": { "data": "d", "button_text": "t" } }),
        ),
        (
            in_group(),
            types::MessageActionGeoProximityReached {
                from_id: at_user(ALICE),
                to_id: at_user(BOT),
                distance: 7,
            }
            .into(),
            json!({ "proximity_alert_triggered": { "traveler": alice, "watcher": bot, "distance": 7 } }),
        ),
        (
            at_user(ALICE),
            allowed(false, true, None).into(),
            json!({ "write_access_allowed": { "from_request": true } }),
        ),
        (
            at_user(ALICE),
            allowed(true, false, None).into(),
            json!({ "write_access_allowed": { "from_attachment_menu": true } }),
        ),
        (at_user(ALICE), allowed(false, false, Some("a.b")).into(), json!({ "connected_website": "a.b" })),
        (
            at_user(ALICE),
            types::MessageActionPaymentSentMe {
                recurring_init: true,
                recurring_used: false,
                currency: "XTR".to_owned(),
                total_amount: 5,
                payload: b"x".to_vec(),
                info: None,
                shipping_option_id: None,
                charge: charge(),
                subscription_until_date: Some(9),
            }
            .into(),
            json!({
                "successful_payment": {
                    "currency": "XTR", "total_amount": 5, "invoice_payload": "x",
                    "telegram_payment_charge_id": "c", "provider_payment_charge_id": "p",
                    "subscription_expiration_date": 9, "is_first_recurring": true,
                },
            }),
        ),
        (
            at_user(ALICE),
            types::MessageActionPaymentRefunded {
                peer: at_user(BOT),
                currency: "XTR".to_owned(),
                total_amount: 5,
                payload: Some(b"x".to_vec()),
                charge: charge(),
            }
            .into(),
            json!({
                "refunded_payment": {
                    "currency": "XTR", "total_amount": 5, "invoice_payload": "x",
                    "telegram_payment_charge_id": "c", "provider_payment_charge_id": "p",
                },
            }),
        ),
        (
            at_user(ALICE),
            types::MessageActionRequestedPeerSentMe {
                button_id: 3,
                peers: vec![
                    types::RequestedPeerUser {
                        user_id: 6,
                        first_name: Some("F".to_owned()),
                        last_name: None,
                        username: None,
                        photo: None,
                    }
                    .into(),
                ],
            }
            .into(),
            json!({ "users_shared": { "request_id": 3, "users": [{ "user_id": 6, "first_name": "F" }] } }),
        ),
        (
            at_user(ALICE),
            types::MessageActionRequestedPeerSentMe {
                button_id: 3,
                peers: vec![
                    types::RequestedPeerChannel {
                        channel_id: CHANNEL,
                        title: None,
                        username: Some("u".to_owned()),
                        photo: None,
                    }
                    .into(),
                ],
            }
            .into(),
            json!({
                "chat_shared": { "request_id": 3, "chat_id": -1_001_000_000_011_i64, "username": "u" },
            }),
        ),
        (
            at_channel(CHANNEL),
            types::MessageActionGiveawayLaunch { stars: Some(500) }.into(),
            json!({ "giveaway_created": { "prize_star_count": 500 } }),
        ),
        (
            in_group(),
            types::MessageActionTodoCompletions { completed: vec![1], incompleted: vec![] }.into(),
            json!({ "checklist_tasks_done": { "marked_as_done_task_ids": [1] } }),
        ),
        (
            in_supergroup(),
            types::MessageActionPollAppendAnswer { answer: option() }.into(),
            json!({
                "poll_option_added": {
                    "poll_message": channel, "option_persistent_id": "a", "option_text": "yes",
                },
            }),
        ),
        (
            in_supergroup(),
            types::MessageActionPollDeleteAnswer { answer: option() }.into(),
            json!({
                "poll_option_deleted": {
                    "poll_message": channel, "option_persistent_id": "a", "option_text": "yes",
                },
            }),
        ),
        (
            in_supergroup(),
            approval(false, false).into(),
            json!({ "suggested_post_approved": { "send_date": 9, "price": price } }),
        ),
        (
            in_supergroup(),
            approval(false, true).into(),
            json!({ "suggested_post_approval_failed": { "price": price } }),
        ),
        (
            in_supergroup(),
            approval(true, false).into(),
            json!({ "suggested_post_declined": { "comment": "no" } }),
        ),
        (
            in_supergroup(),
            types::MessageActionSuggestedPostSuccess { price: stars(5) }.into(),
            json!({ "suggested_post_paid": { "currency": "XTR", "star_amount": { "amount": 5 } } }),
        ),
        (
            in_supergroup(),
            types::MessageActionSuggestedPostSuccess {
                price: types::StarsTonAmount { amount: 1_000_000_000 }.into(),
            }
            .into(),
            json!({ "suggested_post_paid": { "currency": "TON", "amount": 1_000_000_000 } }),
        ),
        (
            in_supergroup(),
            types::MessageActionSuggestedPostRefund { payer_initiated: true }.into(),
            json!({ "suggested_post_refunded": { "reason": "payment_refunded" } }),
        ),
        (
            in_supergroup(),
            messages(5).into(),
            json!({ "paid_message_price_changed": { "paid_message_star_count": 5 } }),
        ),
        (
            at_channel(CHANNEL),
            messages(0).into(),
            json!({ "direct_message_price_changed": { "are_direct_messages_enabled": true } }),
        ),
        (
            at_user(ALICE),
            types::MessageActionManagedBotCreated { bot_id: BOT }.into(),
            json!({ "managed_bot_created": { "bot": bot } }),
        ),
        (
            in_supergroup(),
            types::MessageActionTopicEdit { title: None, icon_emoji_id: Some(0), closed: None, hidden: None }
                .into(),
            json!({ "forum_topic_edited": { "icon_custom_emoji_id": "" } }),
        ),
        (
            at_user(ALICE),
            types::MessageActionSetChatWallPaper {
                same: false,
                for_both: false,
                wallpaper: types::WallPaperNoFile {
                    id: 1,
                    default: false,
                    dark: false,
                    settings: Some(
                        types::WallPaperSettings {
                            blur: false,
                            motion: false,
                            background_color: Some(255),
                            second_background_color: Some(16),
                            third_background_color: None,
                            fourth_background_color: None,
                            intensity: Some(30),
                            rotation: Some(45),
                            emoticon: None,
                        }
                        .into(),
                    ),
                }
                .into(),
            }
            .into(),
            json!({
                "chat_background_set": {
                    "type": {
                        "type": "fill", "dark_theme_dimming": 30,
                        "fill": {
                            "type": "gradient", "top_color": 255, "bottom_color": 16, "rotation_angle": 45,
                        },
                    },
                },
            }),
        ),
    ];
    for (place, action, expected) in table {
        assert_eq!(shown(place, action.clone(), None), expected, "{action:?}");
    }
}

#[test]
fn a_gift_comes_with_what_can_be_done_with_it() {
    let mut shown = shown(
        at_user(ALICE),
        types::MessageActionStarGift {
            name_hidden: true,
            saved: false,
            converted: false,
            upgraded: false,
            refunded: false,
            can_upgrade: true,
            prepaid_upgrade: false,
            upgrade_separate: false,
            auction_acquired: false,
            gift: gift().into(),
            message: Some(plain("for you")),
            convert_stars: Some(40),
            upgrade_msg_id: None,
            upgrade_stars: None,
            from_id: None,
            peer: None,
            saved_id: None,
            prepaid_upgrade_hash: None,
            gift_msg_id: None,
            to_id: None,
            gift_num: None,
        },
        None,
    );
    assert_eq!(shown["gift"]["gift"]["sticker"].take()["emoji"], "🎁");
    assert_eq!(
        shown,
        json!({
            "gift": {
                "gift": {
                    "id": "77", "sticker": null, "star_count": 50, "total_count": 10, "remaining_count": 3,
                },
                "owned_gift_id": "9", "convert_star_count": 40, "text": "for you", "can_be_upgraded": true,
                "is_private": true,
            },
        })
    );
}

#[test]
fn what_it_happened_to_stands_within() {
    let list = message(&written(5, at_group(GROUP), "list").into(), ME, &known());
    let done = types::MessageActionTodoCompletions { completed: vec![], incompleted: vec![1] };
    let shown = shown(at_group(GROUP), done, list);
    assert_eq!(shown["checklist_tasks_done"]["checklist_message"]["text"], "list");
    assert_eq!(shown.get("reply_to_message"), None);
}

#[test]
fn who_did_it_is_told_only_of_what_others_could_have_done() {
    use enums::MessageAction as Action;
    let title = || Action::from(types::MessageActionChatEditTitle { title: "x".to_owned() });
    let added = || Action::from(types::MessageActionChatAddUser { users: vec![ALICE] });
    let score = || Action::from(types::MessageActionGameScore { game_id: 1, score: 2 });
    let table = [
        (title(), true, true),
        (Action::PinMessage, true, true),
        (added(), true, false),
        (score(), false, false),
        (Action::ScreenshotTaken, false, false),
    ];
    for (action, told, told_to_author) in table {
        assert_eq!((is_told(&action), tells_author(&action)), (told, told_to_author), "{action:?}");
    }
}
