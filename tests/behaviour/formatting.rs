//! Formatting and what Telegram finds in texts, from users to bots and back.

use ambigram::prelude::*;
use ambigram::types::{CustomEmojiId, EntityKind, MessageEntity};
use ambigram_tests::on_both_wires;

use crate::stages::Everywhere;

/// A stretch of each kind that a writer chooses: `x😀` in a text that begins with an emoji.
fn chosen(user: &User) -> Vec<EntityKind> {
    vec![
        EntityKind::Bold,
        EntityKind::Italic,
        EntityKind::Underline,
        EntityKind::Strikethrough,
        EntityKind::Spoiler,
        EntityKind::Blockquote,
        EntityKind::ExpandableBlockquote,
        EntityKind::Code,
        EntityKind::Pre { language: None },
        EntityKind::Pre { language: Some("rust".to_owned()) },
        EntityKind::TextLink { url: "https://example.com/?a=b#c".to_owned() },
        EntityKind::TextMention { user: Box::new(user.clone()) },
        EntityKind::CustomEmoji { custom_emoji_id: CustomEmojiId::from("5368324170671202286") },
        EntityKind::DateTime { unix_time: 1_700_000_000, format: Some("wDT".to_owned()) },
        EntityKind::DateTime { unix_time: 1_700_000_000, format: Some("r".to_owned()) },
        EntityKind::DateTime { unix_time: 1_700_000_000, format: None },
    ]
}

#[tokio::test]
async fn each_kind_of_formatting_comes_and_goes_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let alice = stage.telegram().world().read(|world| {
            world.account(everywhere.alice.id).map(ambigram_sandbox::world::Account::as_user).unwrap()
        });
        for place in &everywhere.places {
            for kind in chosen(&alice) {
                let (text, at) = match kind {
                    EntityKind::CustomEmoji { .. } => ("😀 say 😀 done @test_bot", 7),
                    _ => ("😀 say x😀 done @test_bot", 7),
                };
                let length = if matches!(kind, EntityKind::CustomEmoji { .. }) { 2 } else { 3 };
                let said = Text {
                    text: text.to_owned(),
                    entities: vec![MessageEntity::new(at, length, kind.clone())],
                };
                place.chat.say(said);
                let come = listening.take(1).await.remove(0);
                let come = come.message().unwrap().as_text().unwrap().clone();
                let come_as = match kind.clone() {
                    // Bots are told of a date that is shown as written by an empty format.
                    EntityKind::DateTime { unix_time, format: None } => {
                        EntityKind::DateTime { unix_time, format: Some(String::new()) }
                    }
                    kind => kind,
                };
                assert_eq!(come.entities[0], MessageEntity::new(at, length, come_as), "{}", place.name);
                assert_eq!(come.entities.len(), 2, "the mention was found: {:?}", come.entities);
                let echo = place.send(&everywhere.bot, come.clone()).await.unwrap();
                assert_eq!(echo.as_text(), Some(&come), "{}", place.name);
                let seen = place.chat.last();
                assert_eq!((seen.text, seen.entities.len()), (come.text, 2), "{}", place.name);
                let as_written = matches!(kind, EntityKind::DateTime { format: None, .. });
                if !as_written {
                    assert_eq!(seen.entities, come.entities, "{}", place.name);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_telegram_finds_in_a_text_is_the_same_on_both_sides() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let place = everywhere.place("private chat");
        let table = [
            ("😀 @test_bot", "mention"),
            ("😀 #hashtag", "hashtag"),
            ("😀 #hashtag@durov", "hashtag"),
            ("😀 $USD", "cashtag"),
            ("/start@test_bot 😀", "bot_command"),
            ("😀 example.com/😀", "url"),
            ("😀 https://example.com/a?b=c", "url"),
            ("😀 someone@example.com", "email"),
            ("😀 +12125550123", "phone_number"),
        ];
        for (text, name) in table {
            place.chat.say(text);
            let come = listening.take(1).await.remove(0);
            let come = come.message().unwrap().as_text().unwrap().clone();
            let names: Vec<_> = come.entities.iter().map(|entity| entity.kind.name()).collect();
            assert_eq!(names, [name], "{text}");
            let sent = place.send(&everywhere.bot, text).await.unwrap();
            assert_eq!(sent.as_text(), Some(&come), "{text}");
        }
        // A card's number is nobody's business.
        place.chat.say("4242 4242 4242 4242");
        let come = listening.take(1).await.remove(0);
        assert_eq!(come.message().unwrap().as_text().unwrap().entities, []);
        let sent = place.send(&everywhere.bot, "4242 4242 4242 4242").await.unwrap();
        assert_eq!(sent.as_text().unwrap().entities, []);
    })
    .await;
}

#[tokio::test]
async fn texts_are_cleaned_as_telegram_does() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        let place = everywhere.place("private chat");
        let bold = |text: &str, offset, length| Text {
            text: text.to_owned(),
            entities: vec![MessageEntity::new(offset, length, EntityKind::Bold)],
        };
        let table = [
            (bold("  \n hi \n ", 4, 4), "hi", Some((0, 2))),
            // What is formatted is not cut from the front.
            (bold("  \n hi \n ", 0, 9), "  \n hi", Some((0, 6))),
            (bold("a\r\nb", 0, 4), "a\nb", Some((0, 3))),
            (bold("a\u{b}b\tc", 0, 3), "a b c", Some((0, 3))),
            (bold("a    ", 2, 2), "a", None),
            (bold("😀\u{200b}😀 x", 0, 7), "😀\u{200b}😀 x", Some((0, 7))),
            (bold("x \u{202e}y", 0, 4), "x y", Some((0, 3))),
            ("\u{feff}hi".into(), "\u{feff}hi", None),
        ];
        for (text, cleaned, bold) in table {
            place.chat.say(text.clone());
            let come = listening.take(1).await.remove(0);
            let come = come.message().unwrap().as_text().unwrap().clone();
            let sent = place.send(&everywhere.bot, text.clone()).await.unwrap();
            assert_eq!(sent.as_text(), Some(&come), "{text:?}");
            assert_eq!(come.text, cleaned, "{text:?}");
            let found = come.entities.first().map(|entity| (entity.offset, entity.length));
            assert_eq!(found, bold, "{text:?}");
            let seen = place.chat.last();
            assert_eq!((seen.text, seen.entities), (come.text, come.entities));
        }
        for nothing in ["", "   ", "\n\n", "\t \u{b}"] {
            let refused = place.send(&everywhere.bot, nothing).await.unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::MessageEmpty, "{nothing:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn formatting_that_overlaps_is_kept_alike() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let place = everywhere.place("group");
        let texts = [
            Html::new("<b>a<i>b<u>c<s>d</s></u></i></b><tg-spoiler>e<code>f</code></tg-spoiler>"),
            Html::new("<blockquote>one\n<b>two</b></blockquote>three"),
            Html::new("<b>a </b> <b> b</b><i></i>"),
            Html::new("<a href='tg://user?id=1'>nobody</a> <a href='example.com'>x</a>"),
            Html::new("<pre><code class='language-c'>a</code></pre>b<code>c</code>"),
        ];
        for text in texts {
            let sent = place.send(&everywhere.bot, text).await.unwrap();
            let seen = place.chat.last();
            assert_eq!((seen.text, seen.entities), {
                let sent = sent.as_text().unwrap();
                (sent.text.clone(), sent.entities.clone())
            });
        }
        let crossing = Text {
            text: "one two three".to_owned(),
            entities: vec![
                MessageEntity::new(0, 7, EntityKind::Bold),
                MessageEntity::new(4, 9, EntityKind::Italic),
                MessageEntity::new(8, 5, EntityKind::Underline),
            ],
        };
        place.send(&everywhere.bot, crossing.clone()).await.unwrap();
        let expected = crossing.clone().normalized().unwrap();
        assert_eq!(place.chat.last().entities, expected.entities);
        let beyond = Text { entities: vec![MessageEntity::new(90, 5, EntityKind::Code)], ..crossing };
        let refused = place.send(&everywhere.bot, beyond).await.unwrap_err();
        assert_eq!(*refused.kind(), ErrorKind::BadRequest);
    })
    .await;
}
