//! Photos and videos that are paid for.

use ambigram::prelude::*;
use ambigram::requests::{InputPaidMedia, InputPaidMediaPhoto, InputPaidMediaVideo};
use ambigram::types::{PaidMedia, TransactionKind, TransactionPartner};
use ambigram_tests::files::{picture, video};
use ambigram_tests::on_both_wires;

use super::{Meeting, kind};
use crate::stages::act;

fn media() -> Vec<InputPaidMedia> {
    vec![
        InputPaidMediaPhoto::new(InputFile::bytes("a.png", picture(64, 48))).into(),
        InputPaidMediaVideo::new(InputFile::bytes("b.mp4", video(900))).into(),
    ]
}

#[tokio::test]
async fn what_is_bought_is_told_with_the_payload() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        let (bot, alice) = (meeting.bot.clone(), meeting.alice.id);
        act(stage, |world| world.set_stars(alice, 100));
        let call = bot.send_paid_media(meeting.id(), 30u32, media()).payload("order-1").caption("Look");
        let sent = call.await.unwrap();
        let MessageKind::PaidMedia(paid) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((paid.star_count, paid.paid_media.len()), (30, 2));
        assert!(matches!(paid.paid_media[0], PaidMedia::Photo(_)), "{paid:?}");
        let seen = meeting.chat.last().id;
        act(stage, |world| world.buy_media(alice, meeting.chat.id(), seen));
        let update = meeting.next().await;
        let UpdateKind::PurchasedPaidMedia(bought) = &update.kind else { panic!("{update:?}") };
        assert_eq!((bought.from.id, bought.paid_media_payload.as_str()), (alice, "order-1"));
        assert_eq!(bot.get_my_star_balance().await.unwrap().amount, 30);
        let listed = bot.get_star_transactions().await.unwrap().transactions;
        let Some(TransactionPartner::User(partner)) = &listed[0].source else { panic!("{listed:?}") };
        assert_eq!(partner.transaction_type, TransactionKind::PaidMediaPayment);
    })
    .await;
}

#[tokio::test]
async fn without_a_payload_nothing_is_told() {
    on_both_wires(async |stage| {
        let mut meeting = Meeting::new(stage).await;
        act(stage, |world| world.set_stars(meeting.alice.id, 100));
        meeting.bot.send_paid_media(meeting.id(), 1u32, media()).await.unwrap();
        let seen = meeting.chat.last().id;
        act(stage, |world| world.buy_media(meeting.alice.id, meeting.chat.id(), seen));
        meeting.chat.say("end");
        let told = meeting.listening.until("end").await;
        assert!(told.is_empty(), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn what_no_paid_media_can_be_is_refused() {
    on_both_wires(async |stage| {
        let meeting = Meeting::new(stage).await;
        let send = |stars: u32, media| meeting.bot.send_paid_media(meeting.id(), stars, media);
        let eleven = || -> Vec<InputPaidMedia> {
            let photo = |_| InputPaidMediaPhoto::new(InputFile::bytes("a.png", picture(8, 8))).into();
            (0..11).map(photo).collect()
        };
        for (case, call) in [
            ("for nothing", send(0, media())),
            ("too dear", send(25_001, media())),
            ("no media", send(1, Vec::new())),
            ("many media", send(1, eleven())),
            ("a long payload", send(1, media()).payload("x".repeat(129))),
        ] {
            assert_eq!(kind(call.await), ErrorKind::BadRequest, "{case}");
        }
    })
    .await;
}
