//! The buttons under messages: what they may be, and how they come back.

use ambigram::prelude::*;
use ambigram::types::{ButtonKind, ButtonStyle};
use ambigram_tests::on_both_wires;

use crate::stages::{Everywhere, Place};

fn unmodelled(json: &str) -> ButtonKind {
    ButtonKind::Unknown(json.parse().unwrap())
}

/// A button of each kind that can be sent, and as what it comes back.
fn buttons(place: &Place, user: UserId) -> Vec<(Button, Button)> {
    let same = |button: Button| (button.clone(), button);
    let url = |sent: &str, kept: &str| (Button::url("url", sent), Button::url("url", kept));
    let mut buttons = vec![
        same(Button::callback("callback", "data")),
        same(Button::callback("64 bytes", "😀".repeat(16))),
        url("example.com", "http://example.com/"),
        url("https://Example.com/A?b=c#d", "https://example.com/A?b=c#d"),
        url("tg://resolve?domain=test_bot", "tg://resolve?domain=test_bot"),
        same(Button::url("profile", format!("tg://user?id={}", user.0))),
        same(Button::copy_text("copy", "é".repeat(256))),
        same(Button::callback("red", "a").style(ButtonStyle::Danger)),
        same(Button::callback("green", "a").style(ButtonStyle::Success)),
        same(Button::url("blue", "https://example.com/").style(ButtonStyle::Primary)),
        same(Button::callback("icon", "a").icon("5368324170671202286")),
        same(Button::copy_text("both", "a").style(ButtonStyle::Danger).icon("5368324170671202286")),
        (
            Button::login("login", "https://example.com/login"),
            Button::url("login", "https://example.com/login"),
        ),
    ];
    if !place.is_channel() {
        buttons.extend(
            [
                ButtonKind::SwitchInlineQuery(String::new()),
                ButtonKind::SwitchInlineQuery("query".into()),
                ButtonKind::SwitchInlineQueryCurrentChat("query".into()),
            ]
            .map(|kind| same(Button::new("switch", kind))),
        );
    }
    if place.name == "private chat" {
        let app = ButtonKind::WebApp("https://example.com/app".into());
        buttons.push(same(Button::new("app", app)));
    }
    buttons
}

#[tokio::test]
async fn each_kind_of_button_is_sent_edited_and_removed() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let rows = |side: fn((Button, Button)) -> Button| InlineKeyboard {
                rows: buttons(place, everywhere.alice.id).into_iter().map(|pair| vec![side(pair)]).collect(),
            };
            let (given, kept) = (rows(|(given, _)| given), rows(|(_, kept)| kept));
            let sent = place.send(bot, "buttons").keyboard(given.clone()).await.unwrap();
            assert_eq!(sent.reply_markup.as_ref(), Some(&kept), "{}", place.name);
            let labels: Vec<_> = kept.buttons().map(|button| button.text.clone()).collect();
            assert_eq!(place.chat.last().labels().collect::<Vec<_>>(), labels);

            let target = (place.id, sent.id);
            let reversed = |keyboard: &InlineKeyboard| InlineKeyboard {
                rows: keyboard.rows.iter().rev().cloned().collect(),
            };
            let edited = bot.edit_message_reply_markup(target).keyboard(reversed(&given)).await.unwrap();
            assert_eq!(edited.message().unwrap().reply_markup, Some(reversed(&kept)), "{}", place.name);
            let edited = bot.edit_message_text(target, "text").keyboard(given).await.unwrap();
            assert_eq!(edited.message().unwrap().reply_markup, Some(kept), "{}", place.name);
            bot.edit_message_text(target, "bare").await.unwrap();
            assert_eq!(place.chat.last().labels().count(), 0, "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_keyboard_is_none() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let place = everywhere.place("private chat");
        for keyboard in [
            InlineKeyboard::default(),
            InlineKeyboard::row(Vec::<Button>::new()).and_row(Vec::<Button>::new()),
        ] {
            let sent = place.send(&everywhere.bot, "bare").keyboard(keyboard).await.unwrap();
            assert_eq!(sent.reply_markup, None);
        }
        let many = (0..13).map(|n| Button::callback(n.to_string(), "x"));
        let wide = InlineKeyboard::row(many);
        let sent = place.send(&everywhere.bot, "wide").keyboard(wide).await.unwrap();
        assert_eq!(sent.reply_markup.unwrap().rows[0].len(), 12, "Telegram keeps twelve of a row");
    })
    .await;
}

#[tokio::test]
async fn a_button_that_cannot_be_is_refused_alike() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let web_app = |url: &str| Button::new("a", ButtonKind::WebApp(url.to_owned()));
        for place in &everywhere.places {
            let is_private = place.name == "private chat";
            let mut refused = vec![
                Button::url("a", "localhost"),
                // Somebody whom the bot has never met.
                Button::url("a", "tg://user?id=1"),
                Button::url("a", "ftp://example.com"),
                Button::url("a", "https://"),
                Button::url("a", "exa mple.com"),
                web_app("http://example.com/"),
                web_app("nowhere"),
                Button::copy_text("a", ""),
                Button::copy_text("a", "x".repeat(257)),
                Button::callback("a", ""),
                Button::callback("a", "x".repeat(65)),
                Button::new("a", ButtonKind::Pay),
                Button::callback("a", "b").style(ButtonStyle::Unknown("plaid".into())),
                Button::callback("a", "b").icon("icon"),
                Button::new("a", unmodelled(r#"{"teleport":{}}"#)),
                Button::new("a", unmodelled("{}")),
            ];
            if !is_private {
                refused.push(web_app("https://example.com/"));
            }
            if place.is_channel() {
                refused.push(Button::new("a", ButtonKind::SwitchInlineQuery("q".into())));
                refused.push(Button::new("a", ButtonKind::SwitchInlineQueryCurrentChat("q".into())));
            }
            let plain = place.send(bot, "plain").await.unwrap();
            for button in refused {
                let keyboard = InlineKeyboard::row([Button::callback("ok", "ok"), button.clone()]);
                let sent = place.send(bot, "x").keyboard(keyboard.clone()).await.unwrap_err();
                assert_eq!(*sent.kind(), ErrorKind::InvalidButton, "{button:?} in a {}: {sent}", place.name);
                let edited = bot.edit_message_reply_markup((place.id, plain.id)).keyboard(keyboard.clone());
                let edited = edited.await.unwrap_err();
                assert_eq!(
                    *edited.kind(),
                    ErrorKind::InvalidButton,
                    "{button:?} in a {}: {edited}",
                    place.name
                );
                let edited = bot.edit_message_text((place.id, plain.id), "y").keyboard(keyboard);
                assert_eq!(*edited.await.unwrap_err().kind(), ErrorKind::InvalidButton, "{button:?}");
            }
            let rows = (0..101).map(|n| vec![Button::callback(n.to_string(), "x")]).collect();
            let refused = place.send(bot, "x").keyboard(InlineKeyboard { rows }).await.unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::InvalidButton, "{refused}");
        }
    })
    .await;
}
