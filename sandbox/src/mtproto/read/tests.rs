//! What a client sends is kept, and comes back as it was sent.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, types};

use super::entities;
use super::keyboard::{Markup, markup};
use crate::mtproto::peers::{Names, access_hash};
use crate::mtproto::{MtProto, write};
use crate::world::{NewBot, NewUser, Shared, World};

/// A front, a user, and a bot.
fn front() -> (MtProto, UserId, UserId) {
    let mut world = World::new(|| 1_700_000_000, 7);
    let alice = world.create_user(NewUser::named("Alice")).unwrap().id;
    let bot = world.create_bot(NewBot::named("counting_bot")).unwrap().id;
    let (_, stopping) = tokio::sync::watch::channel(false);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 1));
    (MtProto::new(Arc::new(Shared::new(world)), address, stopping), alice, bot)
}

#[test]
fn entities_come_back_as_they_were_sent() {
    let (front, alice, bot) = front();
    let (offset, length) = (1, 2);
    let user_id =
        types::InputUser { user_id: alice.0, access_hash: access_hash(&front, bot, alice.into()) }.into();
    let date = |relative, day_of_week, long_date, short_time| {
        types::MessageEntityFormattedDate {
            relative,
            short_time,
            long_time: false,
            short_date: false,
            long_date,
            day_of_week,
            offset,
            length,
            date: 1_700_000_000,
        }
        .into()
    };
    let cases: Vec<(enums::MessageEntity, Option<enums::MessageEntity>)> = vec![
        (types::MessageEntityMention { offset, length }.into(), None),
        (types::MessageEntityUrl { offset, length }.into(), None),
        (types::MessageEntityMentionName { offset, length, user_id: alice.0 }.into(), None),
        (
            types::InputMessageEntityMentionName { offset, length, user_id }.into(),
            Some(types::MessageEntityMentionName { offset, length, user_id: alice.0 }.into()),
        ),
    ];
    let unchanged: Vec<enums::MessageEntity> = vec![
        types::MessageEntityBold { offset, length }.into(),
        types::MessageEntityItalic { offset, length }.into(),
        types::MessageEntityUnderline { offset, length }.into(),
        types::MessageEntityStrike { offset, length }.into(),
        types::MessageEntitySpoiler { offset, length }.into(),
        types::MessageEntityCode { offset, length }.into(),
        types::MessageEntityPre { offset, length, language: "rust".to_owned() }.into(),
        types::MessageEntityPre { offset, length, language: String::new() }.into(),
        types::MessageEntityTextUrl { offset, length, url: "https://a.example/".to_owned() }.into(),
        types::MessageEntityBlockquote { collapsed: false, offset, length }.into(),
        types::MessageEntityBlockquote { collapsed: true, offset, length }.into(),
        types::MessageEntityCustomEmoji { offset, length, document_id: -7 }.into(),
        date(true, false, false, false),
        date(false, true, true, true),
        date(false, false, false, false),
    ];
    let unchanged = unchanged.into_iter().map(|entity| (entity.clone(), Some(entity)));
    front.world.read(|world| {
        let names = Names::new(&front, world, bot);
        for (sent, expected) in cases.into_iter().chain(unchanged) {
            let read = entities(names, Some(vec![sent.clone()])).unwrap();
            let written = write::entity::entities(&read);
            assert_eq!(written, expected.map(|entity| vec![entity]), "{sent:?}");
        }
        let outside = types::MessageEntityBold { offset: -1, length }.into();
        let refused = entities(names, Some(vec![outside])).unwrap_err();
        assert_eq!(refused.name, "ENTITY_BOUNDS_INVALID");
    });
}

#[test]
fn buttons_come_back_as_they_were_sent() {
    let (front, alice, bot) = front();
    let text = |text: &str| text.to_owned();
    let kinds: Vec<enums::InlineButtonType> = vec![
        types::InlineButtonTypeCallback { requires_password: false, data: b"data".to_vec() }.into(),
        types::InlineButtonTypeUrl { url: text("https://a.example/") }.into(),
        types::InlineButtonTypeWebView { url: text("https://a.example/") }.into(),
        types::InlineButtonTypeSwitchInline { same_peer: false, query: text("q"), peer_types: None }.into(),
        types::InlineButtonTypeSwitchInline { same_peer: true, query: text("q"), peer_types: None }.into(),
        types::InlineButtonTypeSwitchInline {
            same_peer: false,
            query: text("q"),
            peer_types: Some(vec![enums::InlineQueryPeerType::Pm, enums::InlineQueryPeerType::Broadcast]),
        }
        .into(),
        types::InlineButtonTypeCopy { copy_text: text("copied") }.into(),
        types::InlineButtonTypeUserProfile { user_id: alice.0 }.into(),
        enums::InlineButtonType::Buy,
        enums::InlineButtonType::Game,
    ];
    let style = |bg_danger, icon| {
        types::KeyboardButtonStyle { bg_primary: false, bg_danger, bg_success: false, icon }.into()
    };
    front.world.read(|world| {
        let names = Names::new(&front, world, bot);
        for kind in kinds {
            for style in [None, Some(style(true, None)), Some(style(false, Some(7)))] {
                let button =
                    types::KeyboardInlineButton { style, text: text("a"), r#type: kind.clone() }.into();
                let rows = vec![types::KeyboardInlineButtonRow { buttons: vec![button] }.into()];
                let sent: enums::ReplyMarkup = types::ReplyInlineMarkup { force_reply: false, rows }.into();
                let Ok(Markup::Inline(keyboard)) = markup(names, sent.clone()) else { panic!("{sent:?}") };
                assert_eq!(write::keyboard::inline(&keyboard), sent);
            }
        }
    });
}
