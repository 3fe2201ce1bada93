//! Files in messages: uploaded, by their ids, several together, changed and sent on.

use ambigram::prelude::*;
use ambigram::requests::{
    InputFile, InputMediaDocument, InputMediaGroupItem, InputMediaPhoto, InputMediaVideo, InputText,
};
use ambigram::types::{FileId, MessageKind};
use ambigram_tests::files::{jpeg, music, picture, video, voice};
use ambigram_tests::on_both_wires;

use super::{Meeting, file, meeting};

#[tokio::test]
async fn each_kind_of_file_arrives_as_what_it_was_sent_as_and_once_more_by_its_id() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let thumbnail = || InputFile::bytes("thumb.jpg", jpeg(90, 60));
        let photo = InputFile::bytes("a.png", picture(320, 200));
        let sent = bot.send_photo(chat, photo).caption("a <photo>").has_spoiler().await.unwrap();
        assert!(matches!(&sent.kind, MessageKind::Photo(_)), "{sent:?}");
        assert_eq!(
            (sent.caption.as_ref().unwrap().text.as_str(), sent.has_media_spoiler),
            ("a <photo>", true)
        );
        let again = bot.send_photo(chat, file(&sent)).await.unwrap();
        assert!(matches!(&again.kind, MessageKind::Photo(_)), "{again:?}");

        let document = InputFile::bytes("notes.txt", "buy milk");
        let sent = bot.send_document(chat, document).thumbnail(thumbnail()).await.unwrap();
        let MessageKind::Document(document) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(document.file_name.as_deref(), Some("notes.txt"));
        let again = bot.send_document(chat, file(&sent)).await.unwrap();
        assert!(matches!(&again.kind, MessageKind::Document(_)), "{again:?}");

        let clip = InputFile::bytes("a.mp4", video(2000));
        let call = bot.send_video(chat, clip).duration(3u32).width(64u32).height(48u32).supports_streaming();
        let sent = call.thumbnail(thumbnail()).await.unwrap();
        let MessageKind::Video(clip) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((clip.duration, clip.width, clip.height), (3, 64, 48));
        let again = bot.send_video(chat, file(&sent)).start_timestamp(2u32).await.unwrap();
        assert!(matches!(&again.kind, MessageKind::Video(_)), "{again:?}");

        let song = InputFile::bytes("a.mp3", music(2000));
        let sent = bot.send_audio(chat, song).duration(9u32).performer("P").title("T").await.unwrap();
        let MessageKind::Audio(song) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(
            (song.duration, song.performer.as_deref(), song.title.as_deref()),
            (9, Some("P"), Some("T"))
        );
        bot.send_audio(chat, file(&sent)).await.unwrap();

        let sent = bot.send_voice(chat, InputFile::bytes("a.ogg", voice(2000))).duration(4u32).await.unwrap();
        assert!(matches!(&sent.kind, MessageKind::Voice(_)), "{sent:?}");
        bot.send_voice(chat, file(&sent)).caption("again").await.unwrap();

        let note = InputFile::bytes("note.mp4", video(3000));
        let sent = bot.send_video_note(chat, note).duration(4u32).length(240u32).await.unwrap();
        assert!(matches!(&sent.kind, MessageKind::VideoNote(_)), "{sent:?}");
        bot.send_video_note(chat, file(&sent)).await.unwrap();

        let clip = InputFile::bytes("funny.mp4", video(1500));
        let sent = bot.send_animation(chat, clip).width(64u32).height(48u32).await.unwrap();
        assert!(matches!(&sent.kind, MessageKind::Animation(_)), "{sent:?}");
        bot.send_animation(chat, file(&sent)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_large_file_arrives_whole() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        // Of parts of 512 KiB: the last one is short.
        let bytes = video(12 * 1024 * 1024 + 77);
        let sent = bot.send_document(chat, InputFile::bytes("large.bin", bytes.clone())).await.unwrap();
        let MessageKind::Document(document) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(document.file_size, Some(12 * 1024 * 1024 + 77));
        let reader = std::io::Cursor::new(bytes);
        let stream = InputFile::stream("stream.bin", 12 * 1024 * 1024 + 77, reader);
        let streamed = bot.send_document(chat, stream).await.unwrap();
        assert_ne!(streamed.id, sent.id);
    })
    .await;
}

#[tokio::test]
async fn an_album_stays_together() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let first = bot.send_photo(chat, InputFile::bytes("a.png", picture(64, 64))).await.unwrap();
        let media: Vec<InputMediaGroupItem> = vec![
            InputMediaPhoto::new(file(&first)).caption(Html::new("<b>one</b>")).into(),
            InputMediaPhoto::new(InputFile::bytes("b.png", picture(80, 64))).has_spoiler().into(),
            InputMediaVideo::new(InputFile::bytes("c.mp4", video(900))).caption("three").into(),
        ];
        let album = bot.send_media_group(chat, media).await.unwrap();
        assert_eq!(album.len(), 3);
        assert!(album.iter().all(|message| message.media_group_id == album[0].media_group_id));
        assert!(album[0].media_group_id.is_some());
        let captions: Vec<_> =
            album.iter().map(|message| message.caption.as_ref().map(|text| text.text.as_str())).collect();
        assert_eq!(captions, [Some("one"), None, Some("three")]);

        let mixed: Vec<InputMediaGroupItem> = vec![
            InputMediaPhoto::new(file(&first)).into(),
            InputMediaDocument::new(InputFile::bytes("a.txt", "a")).into(),
        ];
        bot.send_media_group(chat, mixed).await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn a_medium_is_edited_as_what_it_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent =
            bot.send_photo(chat, InputFile::bytes("a.png", picture(64, 64))).caption("one").await.unwrap();
        let target = (chat, sent.id);
        let edited = bot.edit_message_caption(target).caption(Html::new("<i>two</i>")).await.unwrap();
        assert_eq!(edited.message().unwrap().caption.as_ref().unwrap().text, "two");
        let edited = bot.edit_message_caption(target).await.unwrap();
        assert_eq!(edited.message().unwrap().caption, None);
        bot.edit_message_text(target, "three").await.unwrap_err();
        let medium = InputMediaVideo::new(InputFile::bytes("c.mp4", video(900))).caption("four");
        let edited = bot.edit_message_media(target, medium).await.unwrap();
        let message = edited.message().unwrap();
        assert!(matches!(&message.kind, MessageKind::Video(_)), "{message:?}");
        assert_eq!(message.caption.as_ref().unwrap().text, "four");

        let text = bot.send_message(chat, "a text").await.unwrap();
        bot.edit_message_caption((chat, text.id)).caption("five").await.unwrap_err();
        bot.edit_message_text((chat, text.id), "six").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn messages_are_sent_on_and_copied() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let text = bot.send_message(chat, Html::new("a <b>text</b>")).await.unwrap();
        let photo = InputFile::bytes("a.png", picture(64, 64));
        let photo = bot.send_photo(chat, photo).caption("a photo").await.unwrap();
        let forwarded = bot.forward_message(chat, chat, text.id).await.unwrap();
        assert!(forwarded.forward_origin.is_some(), "{forwarded:?}");
        let both = bot.forward_messages(chat, chat, vec![text.id, photo.id]).await.unwrap();
        assert_eq!(both.len(), 2);
        bot.copy_message(chat, chat, text.id).await.unwrap();
        bot.copy_message(chat, chat, photo.id).caption("a copy").await.unwrap();
        let keyboard = InlineKeyboard::row([Button::callback("a", "b")]);
        bot.copy_message(chat, chat, photo.id).keyboard(keyboard).await.unwrap();
        let both = bot.copy_messages(chat, chat, vec![text.id, photo.id]).remove_caption().await.unwrap();
        assert_eq!(both.len(), 2);
        bot.forward_messages(chat, chat, vec![photo.id, text.id]).await.unwrap_err();
        bot.delete_messages(chat, vec![text.id, photo.id, forwarded.id]).await.unwrap();
        bot.forward_message(chat, chat, text.id).await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn what_is_no_file_is_refused() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let document = bot.send_document(chat, InputFile::bytes("notes.txt", "buy milk")).await.unwrap();
        bot.send_photo(chat, file(&document)).await.unwrap_err();
        bot.send_photo(chat, FileId::from("AgAD")).await.unwrap_err();
        bot.send_document(chat, InputFile::bytes("empty.txt", "")).await.unwrap_err();
        let long = InputText::from("a".repeat(1025));
        bot.send_document(chat, file(&document)).caption(long).await.unwrap_err();
    })
    .await;
}
