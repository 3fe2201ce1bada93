//! Updates: which are told, as what, and where they belong.

use ambigram_core::types::{MaybeInaccessibleMessage, Message, Raw, Update, UpdateKind, UpdateOrder, UserId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::incoming;
use crate::convert::testing::*;
use crate::convert::{Known, message};

const ME: UserId = UserId(BOT);

fn told(update: impl Into<enums::Update>) -> Option<Update> {
    Some(incoming(update.into(), ME)?.finish(1.into(), ME, &known()))
}

fn new(message: impl Into<enums::Message>) -> enums::Update {
    types::UpdateNewMessage { message: message.into(), pts: 1, pts_count: 1 }.into()
}

fn edited(message: impl Into<enums::Message>) -> enums::Update {
    types::UpdateEditChannelMessage { message: message.into(), pts: 1, pts_count: 1 }.into()
}

fn own(message: types::Message) -> types::Message {
    types::Message { out: true, ..message }
}

#[test]
fn messages_and_posts_new_and_edited_are_told_apart() {
    let text = |place| written(1, place, "x");
    let changed = |edit_hide| types::Message { edit_date: Some(5), edit_hide, ..text(at_user(ALICE)) };
    let titled = |out| types::MessageService {
        out,
        ..happened(1, at_group(GROUP), types::MessageActionChatEditTitle { title: "x".to_owned() }.into())
    };
    let added = types::MessageActionChatAddUser { users: vec![ALICE] };
    let table = [
        (new(text(at_user(ALICE))), Some("message")),
        (new(text(at_group(GROUP))), Some("message")),
        (new(text(at_channel(SUPERGROUP))), Some("message")),
        (new(text(at_channel(CHANNEL))), Some("channel_post")),
        (edited(changed(false)), Some("edited_message")),
        (
            edited(types::Message { edit_date: Some(5), ..text(at_channel(CHANNEL)) }),
            Some("edited_channel_post"),
        ),
        // Reactions and views make new versions too.
        (edited(changed(true)), None),
        (new(own(text(at_user(ALICE)))), None),
        (edited(own(changed(false))), None),
        (new(types::MessageEmpty { id: 1, peer_id: None }), None),
        // What others could have done as well is told even of the bot itself.
        (new(titled(true)), Some("message")),
        (new(titled(false)), Some("message")),
        (new(types::MessageService { out: true, ..happened(1, at_group(GROUP), added.into()) }), None),
        (
            types::UpdateUserStatus {
                user_id: ALICE,
                status: enums::UserStatus::Recently(types::UserStatusRecently { by_me: false }),
            }
            .into(),
            None,
        ),
        (types::UpdateReadChannelOutbox { channel_id: CHANNEL, max_id: 1 }.into(), None),
    ];
    for (update, expected) in table {
        let name = told(update.clone()).map(|update| update.name().to_owned());
        assert_eq!(name.as_deref(), expected, "{update:?}");
    }
}

#[test]
fn an_update_says_whom_it_names_and_what_it_answers() {
    let tl = types::Message {
        from_id: Some(at_user(ALICE)),
        reply_to: Some(reply_to(5).into()),
        ..written(9, at_channel(SUPERGROUP), "x")
    };
    let incoming = incoming(new(tl), ME).unwrap();
    let chat = (-1_001_000_000_009).into();
    assert_eq!((&*incoming.names().users, &*incoming.names().chats), (&[ME, UserId(ALICE)][..], &[chat][..]));
    assert_eq!((incoming.replied(), incoming.pressed()), (Some((chat, 5.into())), None));
}

fn press() -> types::UpdateBotCallbackQuery {
    types::UpdateBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        peer: at_group(GROUP),
        msg_id: 5,
        chat_instance: -3,
        data: Some(b"data".to_vec()),
        game_short_name: None,
    }
}

#[test]
fn a_press_comes_with_its_message_or_its_place() {
    let incoming = || incoming(press().into(), ME).unwrap();
    assert_eq!(incoming().pressed(), Some(((-GROUP).into(), 5.into(), 77)));
    let pressed = message(&own(written(5, at_group(GROUP), "x")).into(), ME, &known());
    let known = Known { pressed: pressed.clone(), ..known() };
    let UpdateKind::CallbackQuery(query) = incoming().finish(1.into(), ME, &known).kind else { panic!() };
    assert_eq!(query.message, pressed.map(|pressed| MaybeInaccessibleMessage::Message(Box::new(pressed))));

    let update = told(press()).unwrap();
    assert_eq!(
        serde_json::to_value(&update).unwrap()["callback_query"],
        json!({
            "id": "77",
            "from": { "id": ALICE, "is_bot": false, "first_name": "Alice" },
            "message": {
                "message_id": 5,
                "chat": { "id": -GROUP, "type": "group", "title": "Group" },
                "date": 0,
            },
            "chat_instance": "-3",
            "data": "data",
        })
    );
}

#[test]
fn a_press_under_an_inline_message_names_it_by_its_id() {
    let update = told(types::UpdateInlineBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        msg_id: types::InputBotInlineMessageId { dc_id: 2, id: 0x0102_0304, access_hash: -1 }.into(),
        chat_instance: 3,
        data: None,
        game_short_name: Some("game".to_owned()),
    });
    let UpdateKind::CallbackQuery(query) = update.unwrap().kind else { panic!() };
    let id = query.inline_message_id.unwrap();
    assert_eq!((id.as_str(), query.message), ("AgAAAAQDAgEAAAAA__________8", None));
    assert_eq!((query.data, query.game_short_name.as_deref()), (None, Some("game")));
}

fn status(update: impl Into<enums::Update>) -> Option<(Value, Value, Value)> {
    let update = told(update)?;
    assert_eq!(update.name(), "my_chat_member");
    let mut content = serde_json::to_value(&update).unwrap()["my_chat_member"].take();
    let mut member = |name: &str| {
        let mut member = content[name].take();
        let user = member.as_object_mut().unwrap().remove("user").unwrap();
        assert_eq!(user["id"], BOT);
        member
    };
    let (old, new) = (member("old_chat_member"), member("new_chat_member"));
    Some((content, old, new))
}

fn in_channel(
    channel_id: i64,
    user_id: i64,
    old: Option<enums::ChannelParticipant>,
    new: Option<enums::ChannelParticipant>,
) -> enums::Update {
    types::UpdateChannelParticipant {
        via_chatlist: false,
        channel_id,
        date: 5,
        actor_id: ALICE,
        user_id,
        prev_participant: old,
        new_participant: new,
        invite: None,
        qts: 1,
    }
    .into()
}

fn member() -> enums::ChannelParticipant {
    let member =
        types::ChannelParticipant { user_id: BOT, date: 5, subscription_until_date: None, rank: None };
    enums::ChannelParticipant::Participant(member)
}

fn banned(left: bool, rights: types::ChatBannedRights) -> Option<enums::ChannelParticipant> {
    let banned = types::ChannelParticipantBanned {
        left,
        peer: at_user(BOT),
        kicked_by: ALICE,
        date: 5,
        banned_rights: rights.into(),
        rank: None,
    };
    Some(banned.into())
}

#[test]
fn what_the_bot_becomes_is_told_as_on_the_bot_api() {
    let stopped = |stopped| types::UpdateBotStopped { user_id: ALICE, date: 5, stopped, qts: 1 };
    let (content, old, new) = status(stopped(true)).unwrap();
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    let private = json!({ "id": ALICE, "type": "private", "first_name": "Alice" });
    assert_eq!((&content["chat"], &content["from"], &content["date"]), (&private, &alice, &json!(5)));
    let (is_member, is_out) = (json!({ "status": "member" }), json!({ "status": "left" }));
    let is_barred = json!({ "status": "kicked", "until_date": 0 });
    assert_eq!((old, new), (is_member.clone(), is_barred.clone()));
    assert_eq!(status(stopped(false)).unwrap().2, is_member);

    let forbidden =
        types::ChatBannedRights { view_messages: true, until_date: i32::MAX, ..nothing_forbidden() };
    let admin = types::ChannelParticipantAdmin {
        can_edit: false,
        is_self: true,
        user_id: BOT,
        inviter_id: Some(ALICE),
        promoted_by: ALICE,
        date: 5,
        admin_rights: types::ChatAdminRights { post_messages: true, other: true, ..no_rights() }.into(),
        rank: Some("boss".to_owned()),
    };
    let table = [
        (None, Some(member()), is_out.clone(), is_member.clone()),
        (Some(member()), banned(true, forbidden), is_member.clone(), is_barred),
        (Some(member()), None, is_member, is_out),
    ];
    for (old, new, expected_old, expected_new) in table {
        let (_, old, new) = status(in_channel(SUPERGROUP, BOT, old, new)).unwrap();
        assert_eq!((old, new), (expected_old, expected_new));
    }
    let (_, _, new) = status(in_channel(CHANNEL, BOT, None, Some(admin.into()))).unwrap();
    assert_eq!((&new["status"], &new["custom_title"]), (&json!("administrator"), &json!("boss")));
    assert_eq!((&new["can_post_messages"], &new["can_delete_messages"]), (&json!(true), &json!(false)));
    assert_eq!(new.get("can_pin_messages"), None, "that has no sense in a channel");
}

#[test]
fn a_restricted_bot_is_told_what_is_left_to_it() {
    let rights = types::ChatBannedRights { send_media: true, pin_messages: true, ..nothing_forbidden() };
    let (_, _, new) = status(in_channel(SUPERGROUP, BOT, None, banned(false, rights))).unwrap();
    assert_eq!((&new["status"], &new["is_member"]), (&json!("restricted"), &json!(true)));
    for (name, is_allowed) in [
        ("can_send_messages", true),
        ("can_send_photos", false),
        ("can_pin_messages", false),
        ("can_invite_users", true),
    ] {
        assert_eq!(new[name], is_allowed, "{name}");
    }
}

#[test]
fn in_a_basic_group_tl_says_less() {
    let update = types::UpdateChatParticipant {
        chat_id: GROUP,
        date: 5,
        actor_id: ALICE,
        user_id: BOT,
        prev_participant: None,
        new_participant: Some(
            types::ChatParticipantAdmin { user_id: BOT, inviter_id: ALICE, date: 5, rank: None }.into(),
        ),
        invite: None,
        qts: 1,
    };
    let (_, old, new) = status(update).unwrap();
    assert_eq!((&old["status"], &new["status"]), (&json!("left"), &json!("administrator")));
    assert_eq!((&new["can_restrict_members"], &new["can_promote_members"]), (&json!(true), &json!(false)));
}

#[test]
fn what_others_become_is_told_under_its_own_name() {
    let update = in_channel(SUPERGROUP, ALICE, None, Some(member()));
    assert_eq!(incoming(update.clone(), ME).unwrap().name(), "chat_member");
    let UpdateKind::ChatMember(change) = told(update).unwrap().kind else { panic!() };
    assert!(change.has_joined());
    let banned = types::ChannelParticipantBanned {
        left: true,
        peer: at_channel(CHANNEL),
        kicked_by: ALICE,
        date: 5,
        banned_rights: nothing_forbidden().into(),
        rank: None,
    };
    assert_eq!(told(in_channel(SUPERGROUP, -1_001_000_000_011, None, Some(banned.into()))), None);
}

#[test]
fn the_link_by_which_a_member_came_is_told() {
    let link = types::ChatInviteExported {
        revoked: false,
        permanent: false,
        request_needed: false,
        link: "https://t.me/+abc".to_owned(),
        admin_id: ALICE,
        date: 5,
        start_date: None,
        expire_date: Some(9),
        usage_limit: Some(3),
        usage: None,
        requested: None,
        subscription_expired: None,
        title: None,
        subscription_pricing: None,
    };
    let by = |invite: enums::ExportedChatInvite| {
        let enums::Update::ChannelParticipant(update) = in_channel(SUPERGROUP, 999, None, Some(member()))
        else {
            panic!()
        };
        let update = types::UpdateChannelParticipant { invite: Some(invite), ..update };
        let UpdateKind::ChatMember(change) = told(update).unwrap().kind else { panic!() };
        (change.invite_link.map(|link| serde_json::to_value(&link).unwrap()), change.via_join_request)
    };
    let told = json!({
        "invite_link": "https://t.me/+abc",
        "creator": { "id": ALICE, "is_bot": false, "first_name": "Alice" },
        "creates_join_request": false,
        "is_primary": false,
        "is_revoked": false,
        "expire_date": 9,
        "member_limit": 3,
    });
    assert_eq!(by(link.into()), (Some(told), false));
    assert_eq!(by(enums::ExportedChatInvite::ChatInvitePublicJoinRequests), (None, true));
}

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

#[test]
fn messages_of_a_business_account_come_with_what_they_answer() {
    let answered = || enums::Message::from(written(4, at_user(ALICE), "question"));
    let message = || types::Message { reply_to: Some(reply_to(4).into()), ..written(5, at_user(ALICE), "x") };
    let new = types::UpdateBotNewBusinessMessage {
        connection_id: "c".to_owned(),
        message: types::Message { out: true, ..message() }.into(),
        reply_to_message: Some(answered()),
        qts: 1,
    };
    let update = told(new).unwrap();
    assert_eq!((update.name(), update.order()), ("business_message", UpdateOrder::Chat(ALICE.into())));
    let told_of = |message: &Message| {
        let answered = message.reply_to_message.as_ref();
        (
            message.business_connection_id.as_ref().map(|id| id.as_str().to_owned()),
            answered.and_then(|answered| answered.as_text()).map(|text| text.text.clone()),
        )
    };
    let expected = (Some("c".to_owned()), Some("question".to_owned()));
    assert_eq!(told_of(update.message().unwrap()), expected);

    let press = types::UpdateBusinessBotCallbackQuery {
        query_id: 77,
        user_id: ALICE,
        connection_id: "c".to_owned(),
        message: message().into(),
        reply_to_message: Some(answered()),
        chat_instance: 3,
        data: Some(b"data".to_vec()),
    };
    let UpdateKind::CallbackQuery(query) = told(press).unwrap().kind else { panic!() };
    assert_eq!((query.data.as_deref(), query.from.id), (Some("data"), UserId(ALICE)));
    assert_eq!(told_of(query.message.unwrap().message().unwrap()), expected);

    let guest = types::UpdateBotGuestChatQuery {
        query_id: 9,
        message: message().into(),
        reference_messages: Some(vec![answered()]),
        qts: 1,
    };
    let UpdateKind::GuestMessage(message) = told(guest).unwrap().kind else { panic!() };
    assert_eq!(message.guest_query_id.as_ref().map(|id| id.as_str()), Some("9"));
    assert_eq!(told_of(&message), (None, expected.1));
}

#[test]
fn a_message_of_those_who_are_not_known_is_told_all_the_same() {
    let incoming = incoming(new(written(1, at_channel(999), "x")), ME).unwrap();
    let update = incoming.finish(1.into(), ME, &Known::default());
    let message: &Message = update.message().unwrap();
    assert_eq!(message.chat.kind.as_str(), "supergroup");
}
