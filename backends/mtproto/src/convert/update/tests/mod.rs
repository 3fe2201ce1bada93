//! Updates: which are told, as what, and where they belong.

mod business;
mod events;
mod members;

use ambigram_core::types::{MaybeInaccessibleMessage, Message, Update, UpdateKind, UserId};
use grammers_tl_types::{enums, types};
use serde_json::json;

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

#[test]
fn a_message_of_those_who_are_not_known_is_told_all_the_same() {
    let incoming = incoming(new(written(1, at_channel(999), "x")), ME).unwrap();
    let update = incoming.finish(1.into(), ME, &Known::default());
    let message: &Message = update.message().unwrap();
    assert_eq!(message.chat.kind.as_str(), "supergroup");
}
