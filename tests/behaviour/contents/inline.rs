//! Live locations, games and invoices that were sent by way of inline mode.

use ambigram::Bot;
use ambigram::prelude::*;
use ambigram::requests::{
    InlineQueryResult, InlineQueryResultArticle, InlineQueryResultContact, InlineQueryResultGame,
    InlineQueryResultLocation, InlineQueryResultVenue, InputContactMessageContent,
    InputInvoiceMessageContent, InputLocationMessageContent, InputMessageContent, InputVenueMessageContent,
};
use ambigram::types::{InlineMessageId, InlineQueryId};
use ambigram_sandbox::world::payments::{CheckoutState, InvoiceName};
use ambigram_sandbox::world::{Content, NewBot};
use ambigram_tests::{Stage, on_both_wires};

use super::games::create;
use super::invoices::price;
use super::payments::{pay, state};
use super::{Meeting, kind};
use crate::stages::act;

/// A bot with inline mode that is told what was chosen.
async fn meeting(stage: &Stage) -> Meeting {
    let new = NewBot { supports_inline_queries: true, inline_feedback: true, ..NewBot::named("test_bot") };
    let account = stage.telegram().bot_with(new);
    Bot::new(stage.backend(&account)).get_me().await.unwrap();
    Meeting::with(stage, account).await
}

impl Meeting {
    /// Alice asks the bot in the chat with it, and sends what it offers; what the message is named by.
    async fn choose(&mut self, offered: InlineQueryResult) -> InlineMessageId {
        let asked = self.chat.ask_inline(self.account.id, "").unwrap();
        let update = self.next().await;
        let UpdateKind::InlineQuery(query) = &update.kind else { panic!("{update:?}") };
        let id: InlineQueryId = query.id.clone();
        self.bot.answer_inline_query(id, vec![offered]).cache_time(0u32).await.unwrap();
        self.chat.choose(asked, "one").unwrap();
        loop {
            let update = self.next().await;
            if let UpdateKind::ChosenInlineResult(chosen) = &update.kind {
                return chosen.inline_message_id.clone().unwrap();
            }
        }
    }

    fn last(&self) -> Content {
        self.chat.last().content
    }
}

fn buttons() -> InlineKeyboard {
    InlineKeyboard::row([Button::callback("Press", "pressed")])
}

#[tokio::test]
async fn places_and_contacts_are_chosen() {
    on_both_wires(async |stage| {
        let mut meeting = meeting(stage).await;
        let offers: Vec<(&str, InlineQueryResult)> = vec![
            ("location", InlineQueryResultLocation::new("one", 1.5, 2.5, "Here").keyboard(buttons()).into()),
            (
                "venue",
                InlineQueryResultVenue::new("one", 1.5, 2.5, "Pub", "Corner").keyboard(buttons()).into(),
            ),
            ("contact", InlineQueryResultContact::new("one", "+1 555", "Bob").keyboard(buttons()).into()),
        ];
        for (name, offer) in offers {
            meeting.choose(offer).await;
            let is_it = match (name, meeting.last()) {
                ("location", Content::Location(location)) => location.point.latitude == 1.5,
                ("venue", Content::Venue(venue)) => venue.title == "Pub",
                ("contact", Content::Contact(contact)) => contact.first_name == "Bob",
                _ => false,
            };
            assert!(is_it, "{name}: {:?}", meeting.last());
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_sends_another_content() {
    on_both_wires(async |stage| {
        let mut meeting = meeting(stage).await;
        let article = |content: InputMessageContent| {
            InlineQueryResultArticle::new("one", "A title", content).keyboard(buttons()).into()
        };
        meeting
            .choose(article(InputLocationMessageContent::new(3.5, 4.5).horizontal_accuracy(9.0).into()))
            .await;
        assert!(matches!(meeting.last(), Content::Location(location) if location.point.accuracy == 9));
        let venue = InputVenueMessageContent::new(3.5, 4.5, "Café", "Street").google_place_id("g");
        meeting.choose(article(venue.into())).await;
        assert!(matches!(meeting.last(), Content::Venue(venue) if venue.id == "g"));
        meeting
            .choose(article(InputContactMessageContent::new("+1 555", "Bob").last_name("B.").into()))
            .await;
        assert!(matches!(meeting.last(), Content::Contact(contact) if contact.last_name == "B."));
    })
    .await;
}

#[tokio::test]
async fn an_inline_live_location_moves_until_it_is_stopped() {
    on_both_wires(async |stage| {
        let mut meeting = meeting(stage).await;
        let offer = InlineQueryResultLocation::new("one", 1.0, 2.0, "Here").live_period(600u32);
        let id = meeting.choose(offer.keyboard(buttons()).into()).await;
        let bot = meeting.bot.clone();
        let moved = bot.edit_message_live_location(id.clone(), 3.0, 4.0).heading(7u32).keyboard(buttons());
        assert_eq!(moved.await.unwrap(), ambigram::requests::Edited::Inline);
        let Content::Location(location) = meeting.last() else { panic!("{:?}", meeting.last()) };
        assert_eq!((location.point.latitude, location.motion.map(|motion| motion.heading)), (3.0, Some(7)));
        bot.stop_message_live_location(id.clone()).await.unwrap();
        let again = bot.edit_message_live_location(id, 5.0, 6.0).await;
        assert_eq!(kind(again), ErrorKind::MessageNotEditable);
    })
    .await;
}

#[tokio::test]
async fn an_inline_game_is_started() {
    on_both_wires(async |stage| {
        let mut meeting = meeting(stage).await;
        create(stage, meeting.account.id, "chess");
        let id = meeting.choose(InlineQueryResultGame::new("one", "chess").into()).await;
        let label = meeting.chat.last().buttons[0][0].clone();
        meeting.chat.press(&label).unwrap();
        let update = meeting.next().await;
        let UpdateKind::CallbackQuery(query) = &update.kind else { panic!("{update:?}") };
        assert_eq!(query.game_short_name.as_deref(), Some("chess"));
        assert_eq!(query.inline_message_id.as_ref(), Some(&id));
    })
    .await;
}

#[tokio::test]
async fn an_inline_invoice_is_paid() {
    on_both_wires(async |stage| {
        let mut meeting = meeting(stage).await;
        act(stage, |world| world.set_stars(meeting.alice.id, 50));
        let invoice = InputInvoiceMessageContent::new("Goods", "Good ones", "p", "XTR", price(5));
        let offer = InlineQueryResultArticle::new("one", "Buy", invoice);
        meeting.choose(offer.into()).await;
        assert!(matches!(meeting.last(), Content::Invoice(_)), "{:?}", meeting.last());
        let invoice = InvoiceName::Message { chat: meeting.chat.id(), message: meeting.chat.last().id };
        let paying = pay(stage, meeting.alice.id, &invoice, |purchase| purchase);
        let query = meeting.asked_to_take().await;
        assert_eq!(query.invoice_payload, "p");
        meeting.bot.answer_pre_checkout_query(query.id, true).await.unwrap();
        assert!(matches!(state(stage, paying), CheckoutState::Paid(_)));
    })
    .await;
}
