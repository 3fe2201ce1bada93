//! Media that take the place of others in messages that are there.

use ambigram::requests::{
    InputMedia, InputMediaAnimation, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo,
};
use ambigram_tests::files::jpeg;
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::Everywhere;

/// What an edit may put into a message.
const EDITABLE: [Kind; 5] = [Kind::Photo, Kind::Video, Kind::Animation, Kind::Audio, Kind::Document];

fn medium(kind: Kind, file: InputFile, caption: &str) -> InputMedia {
    match kind {
        Kind::Photo => InputMediaPhoto::new(file).caption(caption).into(),
        Kind::Video => InputMediaVideo::new(file).caption(caption).into(),
        Kind::Animation => InputMediaAnimation::new(file).caption(caption).into(),
        Kind::Audio => InputMediaAudio::new(file).caption(caption).into(),
        Kind::Document => InputMediaDocument::new(file).caption(caption).into(),
        Kind::Voice | Kind::VideoNote | Kind::Sticker => panic!("{kind:?}"),
    }
}

#[tokio::test]
async fn each_kind_takes_the_place_of_each_by_upload_and_by_id() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        for from in EDITABLE {
            let sent = send(&bot, (chat, None), from, from.upload()).await.unwrap();
            let target = (chat, sent.id);
            for to in EDITABLE {
                let words = format!("{from:?} to {to:?}");
                let edited = bot.edit_message_media(target, medium(to, to.upload(), &words)).await.unwrap();
                let edited = edited.message().unwrap();
                assert_eq!((edited.kind.name(), caption(edited)), (to.name(), words.as_str()));
                assert!(edited.edit_date.is_some(), "{words}");
                assert_eq!(seen.last().text, words);
            }
            let again = bot.edit_message_media(target, medium(from, file(&sent).into(), "")).await.unwrap();
            let again = again.message().unwrap();
            assert_eq!((&again.kind, caption(again)), (&sent.kind, ""));
        }
    })
    .await;
}

#[tokio::test]
async fn media_are_changed_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        let bot = &everywhere.bot;
        for place in &everywhere.places {
            let sent = send(bot, (place.id, place.thread), Kind::Photo, Kind::Photo.upload()).await.unwrap();
            let target = (place.id, sent.id);
            let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
            let video = InputMediaVideo::new(Kind::Video.upload()).caption("a video");
            let edited = bot.edit_message_media(target, video).keyboard(keyboard.clone()).await.unwrap();
            let edited = edited.message().unwrap();
            assert_eq!((edited.kind.name(), edited.thread_id), ("video", place.thread), "{}", place.name);
            assert_eq!(edited.reply_markup, Some(keyboard));
            let edited = bot.edit_message_caption(target).caption("a film").await.unwrap();
            assert_eq!(caption(edited.message().unwrap()), "a film");
            let last = place.chat.last();
            assert_eq!((last.text.as_str(), last.is_edited, last.labels().count()), ("a film", true, 0));
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_said_of_a_new_medium_is_kept() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent = bot.send_photo(chat, Kind::Photo.upload()).await.unwrap();
        let target = (chat, sent.id);
        let thumbnail = || InputFile::bytes("thumb.jpg", jpeg(90, 60));
        let video = InputMediaVideo::new(Kind::Video.upload())
            .thumbnail(thumbnail())
            .cover(Kind::Photo.upload())
            .width(64u32)
            .height(48u32)
            .duration(30u32)
            .start_timestamp(3u32)
            .supports_streaming()
            .has_spoiler()
            .caption(Html::new("<b>bold</b>"))
            .show_caption_above_media();
        let edited = bot.edit_message_media(target, video).await.unwrap();
        let edited = edited.message().unwrap();
        let MessageKind::Video(video) = &edited.kind else { panic!("{edited:?}") };
        assert_eq!((video.width, video.height, video.duration), (64, 48, 30));
        assert!(video.cover.is_some() && video.thumbnail.is_some(), "{video:?}");
        assert_eq!(video.start_timestamp, Some(3));
        assert!(edited.has_media_spoiler && edited.show_caption_above_media);
        assert_eq!(edited.caption.as_ref().unwrap().entities.len(), 1);

        let song = InputMediaAudio::new(Kind::Audio.upload()).title("T").performer("P").duration(7u32);
        let edited = bot.edit_message_media(target, song.thumbnail(thumbnail())).await.unwrap();
        let edited = edited.message().unwrap();
        let MessageKind::Audio(audio) = &edited.kind else { panic!("{edited:?}") };
        assert_eq!(
            (audio.title.as_deref(), audio.performer.as_deref(), audio.duration),
            (Some("T"), Some("P"), 7)
        );
        assert!(!edited.has_media_spoiler && !edited.show_caption_above_media && edited.caption.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_text_becomes_a_medium_and_a_medium_no_text() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let text = bot.send_message(chat, "a text").await.unwrap();
        let photo = medium(Kind::Photo, Kind::Photo.upload(), "a photo");
        let edited = bot.edit_message_media((chat, text.id), photo).await.unwrap();
        assert_eq!(edited.message().unwrap().kind.name(), "photo");
        let error = bot.edit_message_text((chat, text.id), "a text again").await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        assert_eq!(seen.last().text, "a photo");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_changed_is_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let mut refused = Vec::new();
        for kind in [Kind::Sticker, Kind::VideoNote, Kind::Voice] {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let photo = medium(Kind::Photo, Kind::Photo.upload(), "");
            let error = bot.edit_message_media((chat, sent.id), photo).await.unwrap_err();
            refused.push((kind, error.kind().clone()));
            assert!(!seen.last().is_edited);
        }
        let bad = |kind| (kind, ErrorKind::BadRequest);
        assert_eq!(refused, [bad(Kind::Sticker), bad(Kind::VideoNote), bad(Kind::Voice)]);

        let theirs = seen.send_photo(Kind::Photo.bytes(), "mine").unwrap();
        let _ = theirs;
        let sent = bot.send_photo(chat, Kind::Photo.upload()).caption("same").await.unwrap();
        let photo = || medium(Kind::Photo, Kind::Photo.upload(), "");
        let table = [
            // What Alice sent stands right before.
            (MessageId(sent.id.0 - 1), photo(), ErrorKind::MessageNotEditable),
            (MessageId(99_999), photo(), ErrorKind::MessageNotFound),
            (sent.id, medium(Kind::Photo, file(&sent).into(), "same"), ErrorKind::MessageNotModified),
            (sent.id, medium(Kind::Photo, InputFile::bytes("a.png", "no image"), ""), ErrorKind::BadRequest),
            (sent.id, medium(Kind::Photo, InputFile::id("AgAD"), ""), ErrorKind::InvalidFile),
            (
                sent.id,
                medium(Kind::Photo, Kind::Photo.upload(), &"x".repeat(1025)),
                ErrorKind::MessageTooLong,
            ),
        ];
        for (index, (message, medium, expected)) in table.into_iter().enumerate() {
            let error = bot.edit_message_media((chat, message), medium).await.unwrap_err();
            assert_eq!(*error.kind(), expected, "{index}: {error}");
        }
        assert_eq!((seen.last().text.as_str(), seen.last().is_edited), ("same", false));
    })
    .await;
}
