//! All other updates, and the Bot API's JSON of the same.

use ambigram_core::types::{Raw, UpdateKind};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{ME, incoming, told};
use crate::convert::testing::*;

fn alice() -> Value {
    json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" })
}

fn group() -> Value {
    json!({ "id": -GROUP, "type": "group", "title": "Group" })
}

#[test]
fn all_else_is_told_as_on_the_bot_api() {
    let thumb = || types::ReactionEmoji { emoticon: "👍".to_owned() }.into();
    let address = || types::PostAddress {
        street_line1: "1".to_owned(),
        street_line2: String::new(),
        city: "c".to_owned(),
        state: String::new(),
        country_iso2: "IS".to_owned(),
        post_code: "3".to_owned(),
    };
    let boost = |expires| types::Boost {
        gift: false,
        giveaway: false,
        unclaimed: false,
        id: "b".to_owned(),
        user_id: Some(ALICE),
        giveaway_msg_id: None,
        date: 5,
        expires,
        used_gift_slug: None,
        multiplier: None,
        stars: None,
    };
    let boosted =
        |expires| types::UpdateBotChatBoost { peer: at_group(GROUP), boost: boost(expires).into(), qts: 1 };
    let source = json!({ "source": "premium", "user": alice() });
    let table: [(enums::Update, &str, Value); 15] = [
        (
            types::UpdateBotInlineQuery {
                query_id: 1,
                user_id: ALICE,
                query: "q".to_owned(),
                geo: None,
                peer_type: Some(enums::InlineQueryPeerType::SameBotPm),
                offset: "o".to_owned(),
            }
            .into(),
            "inline_query",
            json!({ "id": "1", "from": alice(), "query": "q", "offset": "o", "chat_type": "sender" }),
        ),
        (
            types::UpdateBotInlineSend {
                user_id: ALICE,
                query: "q".to_owned(),
                geo: None,
                id: "r".to_owned(),
                msg_id: Some(
                    types::InputBotInlineMessageId { dc_id: 2, id: 0x0102_0304, access_hash: -1 }.into(),
                ),
            }
            .into(),
            "chosen_inline_result",
            json!({
                "result_id": "r", "from": alice(), "query": "q",
                "inline_message_id": "AgAAAAQDAgEAAAAA__________8",
            }),
        ),
        (
            types::UpdateBotShippingQuery {
                query_id: 1,
                user_id: ALICE,
                payload: b"p".to_vec(),
                shipping_address: address().into(),
            }
            .into(),
            "shipping_query",
            json!({
                "id": "1", "from": alice(), "invoice_payload": "p",
                "shipping_address": {
                    "country_code": "IS", "state": "", "city": "c", "street_line1": "1", "street_line2": "",
                    "post_code": "3",
                },
            }),
        ),
        (
            types::UpdateBotPrecheckoutQuery {
                query_id: 1,
                user_id: ALICE,
                payload: b"p".to_vec(),
                info: None,
                shipping_option_id: None,
                currency: "XTR".to_owned(),
                total_amount: 5,
            }
            .into(),
            "pre_checkout_query",
            json!({ "id": "1", "from": alice(), "currency": "XTR", "total_amount": 5, "invoice_payload": "p" }),
        ),
        (
            types::UpdateBotPurchasedPaidMedia { user_id: ALICE, payload: "p".to_owned(), qts: 1 }.into(),
            "purchased_paid_media",
            json!({ "from": alice(), "paid_media_payload": "p" }),
        ),
        (
            types::UpdateMessagePollVote {
                poll_id: 1,
                peer: at_user(ALICE),
                options: vec![b"a".to_vec()],
                positions: vec![2],
                qts: 1,
            }
            .into(),
            "poll_answer",
            json!({ "poll_id": "1", "option_ids": [2], "option_persistent_ids": ["a"], "user": alice() }),
        ),
        (
            types::UpdateBotMessageReaction {
                peer: at_group(GROUP),
                msg_id: 1,
                date: 5,
                actor: at_user(ALICE),
                old_reactions: vec![],
                new_reactions: vec![thumb()],
                qts: 1,
            }
            .into(),
            "message_reaction",
            json!({
                "chat": group(), "message_id": 1, "date": 5, "old_reaction": [], "user": alice(),
                "new_reaction": [{ "type": "emoji", "emoji": "👍" }],
            }),
        ),
        (
            types::UpdateBotMessageReactions {
                peer: at_group(GROUP),
                msg_id: 1,
                date: 5,
                reactions: vec![
                    types::ReactionCount { chosen_order: None, reaction: enums::Reaction::Paid, count: 3 }
                        .into(),
                ],
                qts: 1,
            }
            .into(),
            "message_reaction_count",
            json!({
                "chat": group(), "message_id": 1, "date": 5,
                "reactions": [{ "type": { "type": "paid" }, "total_count": 3 }],
            }),
        ),
        (
            boosted(9).into(),
            "chat_boost",
            json!({
                "chat": group(),
                "boost": { "boost_id": "b", "add_date": 5, "expiration_date": 9, "source": source },
            }),
        ),
        (
            boosted(0).into(),
            "removed_chat_boost",
            json!({ "chat": group(), "boost_id": "b", "remove_date": 5, "source": source }),
        ),
        (
            types::UpdateBotChatInviteRequester {
                peer: at_group(GROUP),
                date: 5,
                user_id: ALICE,
                about: "me".to_owned(),
                invite: enums::ExportedChatInvite::ChatInvitePublicJoinRequests,
                qts: 1,
                query_id: Some(4),
            }
            .into(),
            "chat_join_request",
            json!({
                "chat": group(), "from": alice(), "user_chat_id": ALICE, "date": 5, "bio": "me", "query_id": "4",
            }),
        ),
        (
            types::UpdateBotBusinessConnect {
                connection: types::BotBusinessConnection {
                    disabled: false,
                    connection_id: "c".to_owned(),
                    user_id: ALICE,
                    dc_id: 2,
                    date: 5,
                    rights: None,
                }
                .into(),
                qts: 1,
            }
            .into(),
            "business_connection",
            json!({ "id": "c", "user": alice(), "user_chat_id": ALICE, "date": 5, "is_enabled": true }),
        ),
        (
            types::UpdateBotDeleteBusinessMessage {
                connection_id: "c".to_owned(),
                peer: at_user(ALICE),
                messages: vec![1, 2],
                qts: 1,
            }
            .into(),
            "deleted_business_messages",
            json!({
                "business_connection_id": "c", "message_ids": [1, 2],
                "chat": { "id": ALICE, "type": "private", "first_name": "Alice" },
            }),
        ),
        (
            types::UpdateManagedBot { user_id: ALICE, bot_id: BOT, qts: 1 }.into(),
            "managed_bot",
            json!({
                "user": alice(),
                "bot": { "id": BOT, "is_bot": true, "first_name": "Bot", "username": "test_bot" },
            }),
        ),
        (
            types::UpdateMessagePoll {
                peer: None,
                msg_id: None,
                top_msg_id: None,
                poll_id: 1,
                poll: Some(poll().into()),
                results: results().into(),
            }
            .into(),
            "poll",
            json!({
                "id": "1",
                "question": "q",
                "options": [
                    { "persistent_id": "a", "text": "yes", "voter_count": 2 },
                    { "persistent_id": "b", "text": "no", "voter_count": 0 },
                ],
                "total_voter_count": 2,
                "is_closed": false,
                "is_anonymous": true,
                "type": "quiz",
                "allows_multiple_answers": false,
                "allows_revoting": true,
                "members_only": false,
                "correct_option_ids": [1],
                "explanation": "because",
            }),
        ),
    ];
    for (tl, name, expected) in table {
        let incoming = incoming(tl.clone(), ME).unwrap();
        assert_eq!(incoming.name(), name);
        let update = incoming.finish(1.into(), ME, &known());
        assert_eq!(serde_json::to_value(&update).unwrap()[name], expected, "{tl:?}");
    }
}

#[test]
fn what_nothing_can_be_made_from_is_kept_whole() {
    let update = types::UpdateMessagePoll {
        peer: None,
        msg_id: None,
        top_msg_id: None,
        poll_id: 1,
        poll: None,
        results: results().into(),
    };
    let UpdateKind::Unknown { name, content, error: None } = told(update).unwrap().kind else { panic!() };
    assert_eq!(&*name, "poll");
    assert_eq!(content.field::<String>("@type").unwrap().as_deref(), Some("updateMessagePoll"));
    assert!(content.field::<Raw>("@tl").unwrap().is_some());
}
