//! Photos and videos that are seen by those who pay.

use ambigram::requests::{InputPaidMedia, InputPaidMediaLivePhoto, InputPaidMediaPhoto, InputPaidMediaVideo};
use ambigram::types::{PaidMedia, PaidMediaInfo};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::Everywhere;

fn paid(message: &Message) -> &PaidMediaInfo {
    match &message.kind {
        MessageKind::PaidMedia(paid) => paid,
        other => panic!("{other:?}"),
    }
}

fn photo() -> InputPaidMedia {
    InputPaidMediaPhoto::new(Kind::Photo.upload()).into()
}

#[tokio::test]
async fn paid_media_arrive_in_every_kind_of_chat_and_can_be_sent_on() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for name in ["private chat", "supergroup", "channel", "topic"] {
            let place = everywhere.place(name);
            let video =
                InputPaidMediaVideo::new(Kind::Video.upload()).duration(4u32).width(64u32).height(48u32);
            let call =
                bot.send_paid_media(place.id, 25u32, vec![photo(), video.into()]).caption("pay to see");
            let sent = match place.thread {
                Some(thread) => call.thread(thread).await,
                None => call.await,
            };
            let sent = sent.unwrap();
            let info = paid(&sent);
            assert_eq!((info.star_count, info.paid_media.len()), (25, 2), "{name}");
            assert!(matches!(info.paid_media[0], PaidMedia::Photo(_)), "{name}: {info:?}");
            assert!(matches!(info.paid_media[1], PaidMedia::Video(_)), "{name}: {info:?}");
            assert_eq!(caption(&sent), "pay to see");
            let forwarded = bot.forward_message(everywhere.alice.id, place.id, sent.id).await.unwrap();
            assert_eq!(paid(&forwarded).star_count, 25, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_paid_for_has_a_number_and_a_price() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let of = |count: usize| (0..count).map(|_| photo()).collect::<Vec<_>>();
        let before = seen.messages().len();
        for (stars, count) in [(0u32, 1), (5, 0), (5, 11), (25_001, 1)] {
            let error = bot.send_paid_media(chat, stars, of(count)).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{stars} for {count}: {error}");
        }
        assert_eq!(seen.messages().len(), before);
        let live = InputPaidMediaLivePhoto::new(Kind::Video.upload(), Kind::Photo.upload());
        let sent = bot.send_paid_media(chat, 1u32, vec![live.into()]).await.unwrap();
        assert!(matches!(paid(&sent).paid_media[0], PaidMedia::LivePhoto(_)), "{sent:?}");
        let again = bot.send_photo(chat, Kind::Photo.upload()).await.unwrap();
        let by_id = InputPaidMediaPhoto::new(file(&again));
        let sent = bot.send_paid_media(chat, 1u32, vec![by_id.into()]).await.unwrap();
        let PaidMedia::Photo(found) = &paid(&sent).paid_media[0] else { panic!("{sent:?}") };
        assert_eq!(found.photo.largest().unwrap().file_unique_id, ids(&again).1);
    })
    .await;
}
