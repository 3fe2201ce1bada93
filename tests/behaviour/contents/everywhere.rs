//! All these contents in every kind of chat: with buttons, as answers, copied and sent on.

use ambigram::prelude::*;
use ambigram::types::{PollKind, ThreadId};
use ambigram_sandbox::rules::Permissions;
use ambigram_sandbox::world::Content;
use ambigram_tests::{Stage, on_both_wires};

use super::games::create;
use super::invoices::price;
use super::polls::options;
use super::{Meeting, kind};
use crate::stages::{Everywhere, act};

/// What comes of sending each content, by its name, with options of the caller's.
macro_rules! each_content {
    ($bot:expr, $chat:expr, |$call:ident| $with:expr) => {{
        let (bot, chat) = (&$bot, $chat);
        each_content!(
            $call, $with,
            "location" = bot.send_location(chat, 1.5, 2.5);
            "location" = bot.send_location(chat, 1.5, 2.5).live_period(60u32);
            "venue" = bot.send_venue(chat, 1.5, 2.5, "Pub", "Corner");
            "contact" = bot.send_contact(chat, "+1 555 0100", "Bob");
            "dice" = bot.send_dice(chat).emoji("🏀");
            "poll" = bot.send_poll(chat, "Which?", options(["A", "B"]));
            "poll" = bot.send_poll(chat, "1?", options(["A", "B"])).kind(PollKind::Quiz).correct_option_ids(vec![0]);
        )
    }};
    ($call:ident, $with:expr, $($name:literal = $made:expr;)+) => {
        vec![$({
            let $call = $made;
            ($name, $with.await)
        },)+]
    };
}

/// How many contents there are.
const CONTENTS: usize = 7;

/// What each content became when it was sent here.
async fn sent(bot: &Bot, chat: ChatId, thread: Option<ThreadId>) -> Vec<Message> {
    let results = match thread {
        Some(thread) => each_content!(bot, chat, |call| call.thread(thread)),
        None => each_content!(bot, chat, |call| call),
    };
    let message = |(name, result): (&str, ambigram::Result<Message, ambigram::Error>)| {
        let message = result.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(message.kind.name(), name);
        message
    };
    results.into_iter().map(message).collect()
}

/// A bot that has a game, in every kind of chat.
async fn with_game(stage: &Stage) -> Everywhere {
    let everywhere = Everywhere::new(stage).await;
    create(stage, everywhere.account.id, "chess");
    everywhere
}

#[tokio::test]
async fn each_content_arrives_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = Everywhere::new(stage).await;
        for place in &places {
            let before = place.chat.messages().len();
            let messages = sent(&bot, place.id, place.thread).await;
            assert!(messages.iter().all(|message| message.chat.id == place.id), "{}", place.name);
            assert!(messages.iter().all(|message| message.thread_id == place.thread), "{}", place.name);
            assert_eq!(place.chat.messages().len(), before + CONTENTS, "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn games_and_invoices_arrive_where_they_can() {
    on_both_wires(async |stage| {
        let Everywhere { bot, places, .. } = with_game(stage).await;
        for place in &places {
            let game = bot.send_game(place.id, "chess");
            let invoice = bot.send_invoice(place.id, "Goods", "Good ones", "p", "XTR", price(5));
            let (game, invoice) = match place.thread {
                Some(thread) => (game.thread(thread).await, invoice.thread(thread).await),
                None => (game.await, invoice.await),
            };
            assert_eq!(game.is_ok(), !place.is_channel(), "{}: {game:?}", place.name);
            let invoice = invoice.unwrap_or_else(|error| panic!("{}: {error}", place.name));
            assert_eq!(invoice.kind.name(), "invoice");
            assert!(matches!(place.chat.last().content, Content::Invoice(_)));
        }
    })
    .await;
}

#[tokio::test]
async fn each_content_has_buttons() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let keyboard = InlineKeyboard::row([
            Button::callback("Press", "pressed"),
            Button::url("Look", "https://example.com/"),
        ]);
        let (bot, chat) = (meeting.bot.clone(), meeting.id());
        for (name, result) in each_content!(bot, chat, |call| call.keyboard(keyboard.clone())) {
            let message = result.unwrap();
            assert_eq!(message.reply_markup.as_ref(), Some(&keyboard), "{name}");
        }
        let below =
            meeting.chat.messages().iter().rev().take(CONTENTS).map(|seen| seen.id).collect::<Vec<_>>();
        for id in below {
            meeting.chat.press_under(id, "Press").unwrap();
            let update = meeting.next().await;
            let UpdateKind::CallbackQuery(query) = &update.kind else { panic!("{update:?}") };
            assert_eq!(query.data.as_deref(), Some("pressed"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_buttons_of_each_content_are_replaced() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        for message in sent(bot, chat, None).await {
            let keyboard = InlineKeyboard::row([Button::callback("New", "new")]);
            let edit = bot.edit_message_reply_markup((chat, message.id)).keyboard(keyboard.clone());
            let edited = edit.await.unwrap_or_else(|error| panic!("{}: {error}", message.kind.name()));
            let edited = edited.message().unwrap();
            assert_eq!((edited.kind.name(), &edited.reply_markup), (message.kind.name(), &Some(keyboard)));
            let text = kind(bot.edit_message_text((chat, message.id), "a text").await);
            assert!(matches!(text, ErrorKind::BadRequest | ErrorKind::MessageNotEditable), "{text:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_content_is_an_answer_and_arrives_as_it_was_asked_to() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let asked = bot.send_message(chat, "What?").await.unwrap();
        let results = each_content!(bot, chat, |call| {
            call.reply_to(asked.id).disable_notification().protect_content()
        });
        for (name, result) in results {
            let message = result.unwrap();
            assert_eq!(
                message.reply_to_message.as_ref().map(|answered| answered.id),
                Some(asked.id),
                "{name}"
            );
            assert!(message.has_protected_content, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_content_is_copied_and_sent_on() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let group = meeting.alice.supergroup("Friends", [meeting.account.id]);
        for message in sent(bot, chat, None).await {
            let name = message.kind.name();
            let copied = bot.copy_message(group.id(), chat, message.id).await;
            let copied = copied.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(group.last().id, copied.id, "{name}");
            let forwarded = bot.forward_message(group.id(), chat, message.id).await;
            let forwarded = forwarded.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!((forwarded.kind.name(), forwarded.forward_origin.is_some()), (name, true));
        }
    })
    .await;
}

#[tokio::test]
async fn an_invoice_is_sent_on() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let invoice = bot.send_invoice(chat, "Goods", "Good ones", "p", "XTR", price(5)).await.unwrap();
        let group = meeting.alice.supergroup("Friends", [meeting.account.id]);
        let forwarded = bot.forward_message(group.id(), chat, invoice.id).await.unwrap();
        assert_eq!(forwarded.kind.name(), "invoice");
    })
    .await;
}

#[tokio::test]
async fn each_content_is_kept_out_where_nobody_may_write() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        create(stage, meeting.account.id, "chess");
        let group = meeting.alice.supergroup("Quiet", [meeting.account.id]);
        act(stage, |world| world.set_permissions(meeting.alice.id, group.id(), Permissions::NONE));
        let (bot, chat) = (&meeting.bot, group.id());
        let mut results: Vec<_> = each_content!(bot, chat, |call| call);
        results.push(("game", bot.send_game(chat, "chess").await));
        results.push(("invoice", bot.send_invoice(chat, "t", "d", "p", "XTR", price(5)).await));
        for (name, result) in results {
            assert_eq!(kind(result), ErrorKind::NotEnoughRights, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_content_is_deleted_but_dice_stay_for_a_day() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let before = meeting.chat.messages().len();
        let mut dice = None;
        for message in sent(bot, chat, None).await {
            let deleted = bot.delete_message(chat, message.id).await;
            if message.kind.name() == "dice" {
                assert_eq!(kind(deleted), ErrorKind::MessageNotDeletable);
                dice = Some(message.id);
            } else {
                deleted.unwrap();
            }
        }
        assert_eq!(meeting.chat.messages().len(), before + 1);
        stage.pass(24 * 60 * 60 + 1);
        bot.delete_message(chat, dice.unwrap()).await.unwrap();
        assert_eq!(meeting.chat.messages().len(), before);
    })
    .await;
}
