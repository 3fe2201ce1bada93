//! The requests about messages, in every kind of chat.

use ambigram::prelude::*;
use ambigram::requests::ReplyParameters;
use ambigram::types::LinkPreviewOptions;
use ambigram::types::{EntityKind, MessageEntity};
use ambigram_sandbox::play::Happening;
use ambigram_sandbox::world::{MessageView, NewMessage, ReplyTo};
use ambigram_tests::{Stage, on_both_wires};

use crate::stages::{Everywhere, Place, act};

/// A message as Alice's account has it, in full.
fn kept(stage: &Stage, place: &Place, text: &str) -> MessageView {
    let history = stage.telegram().world().read(|world| world.history(place.chat.user(), place.chat.id()));
    let is_it = |view: &MessageView| view.message.text().is_some_and(|kept| kept.text == text);
    history.into_iter().rev().find(is_it).unwrap()
}

#[tokio::test]
async fn a_message_is_sent_edited_and_deleted_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
            let sent = place.send(bot, Html::new("<b>one</b> 😀")).keyboard(keyboard.clone()).await.unwrap();
            assert_eq!((sent.chat.id, sent.thread_id), (place.id, place.thread), "{}", place.name);
            assert_eq!(sent.from.is_none(), place.is_channel(), "{}", place.name);
            assert_eq!(sent.sender_chat.is_some(), place.is_channel(), "{}", place.name);
            let target = (place.id, sent.id);
            let edited = bot.edit_message_text(target, "two").await.unwrap();
            assert_eq!(edited.message().unwrap().reply_markup, None);
            let edited = bot.edit_message_reply_markup(target).keyboard(keyboard).await.unwrap();
            assert_eq!(edited.message().unwrap().as_text().unwrap().text, "two");
            let seen = place.chat.last();
            assert_eq!((seen.text.as_str(), seen.is_edited, seen.labels().count()), ("two", true, 1));
            let gone = place.send(bot, "gone").await.unwrap();
            bot.delete_message(place.id, gone.id).await.unwrap();
            assert_eq!(place.chat.last().text, "two", "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn actions_are_seen_wherever_somebody_can_write() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for place in &everywhere.places {
            let mut happenings = place.chat.events();
            for action in [ChatAction::Typing, ChatAction::UploadDocument, ChatAction::RecordVideoNote] {
                let call = everywhere.bot.send_chat_action(place.id, action);
                match place.thread {
                    Some(thread) => call.thread(thread).await.unwrap(),
                    None => call.await.unwrap(),
                }
                let seen = (!place.is_channel()).then_some(Happening::Acting(action));
                assert_eq!(happenings.try_next(), seen, "{}", place.name);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_quotes_what_it_answers() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let first = place.send(bot, Html::new("😀 one <i>and <b>two</b></i> and one")).await.unwrap();
            let part = Text::try_from(Html::new("<i>and <b>two</b></i>")).unwrap();
            // Telegram keeps formatting in its own order and pieces.
            let part = part.normalized().unwrap();
            let reply = ReplyParameters::from(first.id).quote(part.clone());
            let answer = place.send(bot, "an answer").reply_to(reply).await.unwrap();
            assert_eq!(answer.reply_to_message.unwrap().id, first.id, "{}", place.name);
            let view = kept(stage, place, "an answer");
            let quote = view.message.reply.as_ref().unwrap().quote.clone().unwrap();
            assert_eq!((quote.text, quote.position), (part, 7), "{}", place.name);

            let again = place.send(bot, "an answer to the answer").reply_to(answer.id).await.unwrap();
            let root =
                if place.name == "supergroup" { Some(first.id.0) } else { place.thread.map(|at| at.0) };
            assert_eq!(again.thread_id.map(|thread| thread.0), root, "{}", place.name);

            let other = ReplyParameters::from(first.id).quote("three");
            let refused = place.send(bot, "x").reply_to(other).await.unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::BadRequest, "{}", place.name);
            let missing = ReplyParameters::from(MessageId(99_999));
            let refused = place.send(bot, "x").reply_to(missing.clone()).await.unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::MessageNotFound, "{}", place.name);
            let alone = place.send(bot, "alone").reply_to(missing.or_without()).await.unwrap();
            assert_eq!(alone.thread_id, place.thread, "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn a_message_is_answered_in_another_chat() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for from in ["supergroup", "channel", "topic"] {
            let place = everywhere.place(from);
            let asked = place.send(bot, "asked here").await.unwrap();
            let mut reply = ReplyParameters::from(asked.id);
            reply.chat_id = Some(place.id.into());
            let text = format!("answered there: {from}");
            let there = everywhere.place("private chat");
            let answer = there.send(bot, text.as_str()).reply_to(reply.quote("asked")).await.unwrap();
            assert_eq!(answer.reply_to_message, None);
            let view = kept(stage, there, &text);
            assert_eq!(view.reply_to.unwrap().chat, place.id);
        }
    })
    .await;
}

#[tokio::test]
async fn how_a_message_is_sent_is_kept() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            place.send(bot, "plain").await.unwrap();
            place.send(bot, "silent").disable_notification().await.unwrap();
            place.send(bot, "protected").protect_content().await.unwrap();
            let effect = place.send(bot, "effect").effect("5104841245755180586").await;
            let has_effects = place.name == "private chat";
            assert_eq!(effect.is_ok(), has_effects, "{}", place.name);

            let view = |text| kept(stage, place, text).message;
            assert!(!view("plain").is_silent && view("silent").is_silent, "{}", place.name);
            assert!(!view("plain").is_protected && view("protected").is_protected, "{}", place.name);
            if has_effects {
                assert_eq!(view("effect").effect, Some(5_104_841_245_755_180_586));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn links_are_previewed_as_was_asked() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        let url = "https://example.org/other".to_owned();
        let of = |change: fn(&mut LinkPreviewOptions)| {
            let mut options = LinkPreviewOptions::default();
            change(&mut options);
            options
        };
        let kinds = [
            ("disabled", LinkPreviewOptions::disabled()),
            ("another", LinkPreviewOptions { url: Some(url.clone()), ..LinkPreviewOptions::default() }),
            ("large", of(|options| options.prefer_large_media = true)),
            ("small", of(|options| options.prefer_small_media = true)),
            ("above", of(|options| options.show_above_text = true)),
            (
                "small, above, another",
                LinkPreviewOptions {
                    url: Some(url),
                    prefer_small_media: true,
                    show_above_text: true,
                    ..LinkPreviewOptions::default()
                },
            ),
        ];
        // A size is for the first address in the text where none is given.
        let told = |options: &LinkPreviewOptions| {
            let mut told = options.clone();
            if options.url.is_none() && (options.prefer_large_media || options.prefer_small_media) {
                told.url = Some("https://example.com/a".to_owned());
            }
            told
        };
        for place in &everywhere.places {
            for (name, options) in &kinds {
                let text = format!("{name}: https://example.com/a and https://example.com/b");
                let sent = place.send(bot, text.as_str()).link_preview(options.clone()).await.unwrap();
                assert_eq!(kept(stage, place, &text).message.link_preview, Some(told(options)), "{name}");
                let edited = format!("{name}, edited: https://example.com/a");
                let target = (place.id, sent.id);
                bot.edit_message_text(target, edited.as_str()).link_preview(options.clone()).await.unwrap();
                assert_eq!(kept(stage, place, &edited).message.link_preview, Some(told(options)), "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn users_messages_arrive_from_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        // So that all that is written is told.
        act(stage, |world| world.set_privacy_mode(everywhere.account.id, false));
        for place in &everywhere.places {
            let asked = place.send(&everywhere.bot, Html::new("what is <u>this</u>?")).await.unwrap();
            let theirs = place.chat.messages().last().unwrap().id;
            let say = |new: NewMessage| {
                let new = NewMessage { thread: place.thread, ..new };
                act(stage, |world| world.send_message(place.chat.user(), place.chat.id(), new)).id
            };
            let first = say("😀 one".into());
            place.chat.edit(first, "😀 two").unwrap();
            let quote = Text {
                text: "is this".to_owned(),
                entities: vec![MessageEntity::new(3, 4, EntityKind::Underline)],
            };
            let reply_to = Some(ReplyTo { quote: Some((quote, 5)), ..ReplyTo::from(theirs) });
            say(NewMessage { reply_to, ..NewMessage::from("a quoting answer") });
            say(NewMessage { reply_to: Some(first.into()), ..NewMessage::from("to myself") });
            say(NewMessage { is_protected: true, is_silent: true, ..NewMessage::from("whispered") });
            let updates = listening.take(5).await;
            let names: Vec<_> = updates.iter().map(ambigram::types::Update::name).collect();
            let expected = match place.is_channel() {
                true => {
                    ["channel_post", "edited_channel_post", "channel_post", "channel_post", "channel_post"]
                }
                false => ["message", "edited_message", "message", "message", "message"],
            };
            assert_eq!(names, expected, "{}", place.name);
            let message = updates[0].message().unwrap();
            assert_eq!((message.chat.id, message.thread_id), (place.id, place.thread), "{}", place.name);
            assert_eq!(message.from.is_none(), place.is_channel(), "{}", place.name);
            assert_eq!(updates[1].message().unwrap().as_text().unwrap().text, "😀 two");
            let answer = updates[2].message().unwrap();
            assert_eq!(answer.reply_to_message.as_ref().unwrap().id, asked.id, "{}", place.name);
            let answer = updates[3].message().unwrap();
            assert_eq!(answer.reply_to_message.as_ref().unwrap().as_text().unwrap().text, "😀 two");
        }
    })
    .await;
}
