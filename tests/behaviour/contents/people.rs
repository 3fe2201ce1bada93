//! Phone contacts.

use ambigram::prelude::*;
use ambigram_sandbox::play::Telegram;
use ambigram_sandbox::world::{Contact, NewContent, NewUser};
use ambigram_tests::on_both_wires;
use serde_json::json;

use super::{Meeting, held, kind, say};

fn with_phone(telegram: &Telegram) -> ambigram::types::UserId {
    let new = NewUser { phone: Some("4366412345".to_owned()), ..NewUser::named("Known") };
    telegram.user_with(new).id
}

#[tokio::test]
async fn a_contact_arrives_with_all_that_is_given() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let known = with_phone(stage.telegram());
        let (bot, chat) = (&meeting.bot, meeting.id());
        let sent = bot.send_contact(chat, "+1 555 0100", "Bob").await.unwrap();
        assert_eq!(held(&sent), json!({ "phone_number": "+1 555 0100", "first_name": "Bob" }));
        let card = "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD";
        let sent = bot.send_contact(chat, "+43 664 12345", "Kn").last_name("Own").vcard(card).await.unwrap();
        assert_eq!(
            held(&sent),
            json!({
                "phone_number": "+43 664 12345", "first_name": "Kn", "last_name": "Own", "vcard": card,
                "user_id": known.0,
            })
        );
    })
    .await;
}

#[tokio::test]
async fn a_users_contact_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let known = with_phone(stage.telegram());
        let contact = |number: &str| Contact {
            phone_number: number.to_owned(),
            first_name: "Kn".to_owned(),
            last_name: "Own".to_owned(),
            ..Contact::default()
        };
        for (number, user) in [("4366412345", Some(known)), ("15550100", None)] {
            say(stage, meeting.alice.id, &meeting.chat, NewContent::Contact(contact(number)));
            let message = meeting.message().await;
            let MessageKind::Contact(contact) = &message.kind else { panic!("{message:?}") };
            assert_eq!((contact.phone_number.as_str(), contact.user_id), (number, user));
        }
    })
    .await;
}

#[tokio::test]
async fn a_contact_without_a_number_or_a_name_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let (bot, chat) = (&meeting.bot, meeting.id());
        let long = "x".repeat(2049);
        for (case, call) in [
            ("no number", bot.send_contact(chat, "", "Bob")),
            ("no digits", bot.send_contact(chat, "call me", "Bob")),
            ("no name", bot.send_contact(chat, "+1 555", "")),
            ("long card", bot.send_contact(chat, "+1 555", "Bob").vcard(long)),
        ] {
            assert_eq!(kind(call.await), ErrorKind::BadRequest, "{case}");
        }
    })
    .await;
}
