//! Each kind of file, sent to each kind of chat: uploaded, and once more by its id.

use ambigram::types::MessageKind;
use ambigram_sandbox::world::Content;
use ambigram_tests::files::{gif, picture};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::Everywhere;

#[tokio::test]
async fn each_kind_arrives_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for place in &everywhere.places {
            for kind in Kind::ALL {
                let target = (place.id, place.thread);
                let sent = send(&everywhere.bot, target, kind, kind.upload()).await.unwrap();
                assert_eq!(sent.kind.name(), kind.name(), "{}", place.name);
                assert_eq!((sent.chat.id, sent.thread_id), target, "{kind:?}");
                assert_eq!(sent.from.is_none(), place.is_channel(), "{kind:?}");
                assert!(matches!(place.chat.last().content, Content::Media(_)), "{kind:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn by_its_id_a_file_is_sent_again_and_stays_the_same() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for kind in Kind::ALL {
            let home = everywhere.place("private chat");
            let first = send(&everywhere.bot, (home.id, None), kind, kind.upload()).await.unwrap();
            let (id, unique) = ids(&first);
            let seen = home.chat.last().content;
            for place in &everywhere.places {
                let target = (place.id, place.thread);
                let again = send(&everywhere.bot, target, kind, (&id).into()).await.unwrap();
                assert_eq!(again.kind, first.kind, "{kind:?} in {}", place.name);
                assert_eq!(ids(&again).1, unique, "{kind:?} in {}", place.name);
                // The very same file: nothing was uploaded.
                assert_eq!(place.chat.last().content, seen, "{kind:?} in {}", place.name);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn two_uploads_of_the_same_bytes_are_two_files() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        for kind in Kind::ALL {
            let one = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let other = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            assert_ne!(ids(&one).1, ids(&other).1, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_comes_in_sizes_none_larger_than_itself() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let table = [
            ((60, 40), vec![(60, 40)]),
            ((320, 200), vec![(90, 56), (320, 200)]),
            ((700, 1000), vec![(63, 90), (224, 320), (560, 800), (700, 1000)]),
        ];
        for ((width, height), expected) in table {
            let photo = InputFile::bytes("a.png", picture(width, height));
            let sent = bot.send_photo(chat, photo).await.unwrap();
            let MessageKind::Photo(photo) = &sent.kind else { panic!("{sent:?}") };
            let sizes: Vec<_> = photo.sizes.iter().map(|size| (size.width, size.height)).collect();
            assert_eq!(sizes, expected);
            assert!(photo.sizes.iter().all(|size| size.file_size.is_some_and(|size| size > 0)));
            for size in &photo.sizes {
                let again = bot.send_photo(chat, &size.file_id).await.unwrap();
                assert_eq!(again.kind, sent.kind);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_file_is_decides_what_it_is_sent_as() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let target = (chat, None);
        let table = [
            (Kind::Document, InputFile::bytes("a.gif", gif(64, 48)), "animation"),
            (Kind::Document, InputFile::bytes("a.mp4", Kind::Video.bytes()), "video"),
            (Kind::Document, InputFile::bytes("a.mp3", Kind::Audio.bytes()), "audio"),
            (Kind::Document, InputFile::bytes("a.png", picture(64, 48)), "document"),
            (Kind::Animation, InputFile::bytes("a.gif", gif(64, 48)), "animation"),
            (Kind::Video, InputFile::bytes("a.gif", gif(64, 48)), "animation"),
            (Kind::Video, InputFile::bytes("a.txt", "words"), "document"),
            (Kind::Audio, InputFile::bytes("a.ogg", Kind::Voice.bytes()), "voice"),
            (Kind::Audio, InputFile::bytes("a.txt", "words"), "document"),
            (Kind::Voice, InputFile::bytes("a.mp3", Kind::Audio.bytes()), "voice"),
            (Kind::Voice, InputFile::bytes("a.flac", "sound"), "audio"),
            (Kind::Sticker, InputFile::bytes("a.webp", sticker()), "sticker"),
            (Kind::VideoNote, InputFile::bytes("a.txt", "words"), "video_note"),
        ];
        for (index, (kind, file, expected)) in table.into_iter().enumerate() {
            let sent = send(&bot, target, kind, file).await.unwrap();
            assert_eq!(sent.kind.name(), expected, "{index}: {kind:?}");
        }
        for name in ["a.gif", "a.mp4", "a.mp3", "a.ogg"] {
            let file = InputFile::bytes(name, "whatever is in it");
            let sent = bot.send_document(chat, file).disable_content_type_detection().await.unwrap();
            let MessageKind::Document(document) = &sent.kind else { panic!("{sent:?}") };
            assert_eq!(document.file_name.as_deref(), Some(name));
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_moves_is_a_photo_and_its_video() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let (moving, still) = (Kind::Video.upload(), Kind::Photo.upload());
        let sent = bot.send_live_photo(chat, moving, still).caption("it moves").has_spoiler().await.unwrap();
        let MessageKind::LivePhoto(live) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(live.photo.as_ref().unwrap().largest().unwrap().width, 320);
        assert_eq!((caption(&sent), sent.has_media_spoiler), ("it moves", true));
        let still = live.photo.as_ref().unwrap().largest().unwrap().file_id.clone();
        let again = bot.send_live_photo(chat, &live.file_id, &still).await.unwrap();
        assert_eq!(again.kind, sent.kind);
    })
    .await;
}

#[tokio::test]
async fn files_are_sent_as_any_message_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let first = bot.send_message(chat, "which?").await.unwrap();
        let keyboard = InlineKeyboard::row([Button::callback("This one", "this")]);
        let sent = bot
            .send_document(chat, Kind::Document.upload())
            .caption("this?")
            .reply_to(first.id)
            .keyboard(keyboard.clone())
            .disable_notification()
            .protect_content()
            .effect("5104841245755180586")
            .await
            .unwrap();
        assert_eq!(sent.reply_to_message.as_ref().unwrap().id, first.id);
        assert_eq!((sent.reply_markup, sent.has_protected_content), (Some(keyboard), true));
        assert_eq!(sent.effect_id, Some("5104841245755180586".into()));
        let last = seen.last();
        assert_eq!((last.text.as_str(), last.buttons), ("this?", vec![vec!["This one".to_owned()]]));
        assert_eq!(last.reply_to, seen.messages().iter().rev().nth(1).map(|asked| asked.id));
    })
    .await;
}
