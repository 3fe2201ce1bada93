//! What a bot says of a file that it sends: how long, how large, by whom, with which picture.

use ambigram::types::PhotoSize;
use ambigram_sandbox::world::Content;
use ambigram_tests::files::jpeg;
use ambigram_tests::on_both_wires;

use super::*;

fn thumbnail() -> InputFile {
    InputFile::bytes("thumb.jpg", jpeg(90, 60))
}

fn size(thumbnail: Option<&PhotoSize>) -> (u32, u32) {
    thumbnail.map_or((0, 0), |size| (size.width, size.height))
}

#[tokio::test]
async fn a_video_is_what_its_sender_says() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let sent = bot
            .send_video(chat, Kind::Video.upload())
            .duration(75u32)
            .width(640u32)
            .height(360u32)
            .supports_streaming()
            .thumbnail(thumbnail())
            .cover(Kind::Photo.upload())
            .start_timestamp(12u32)
            .await
            .unwrap();
        let MessageKind::Video(video) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((video.duration, video.width, video.height), (75, 640, 360));
        assert_eq!(video.file_name.as_deref(), Some("video.mp4"));
        assert_eq!((video.mime_type.as_deref(), video.file_size), (Some("video/mp4"), Some(2000)));
        assert_eq!(size(video.thumbnail.as_deref()), (90, 60));
        assert_eq!(video.cover.as_ref().unwrap().largest().unwrap().height, 200);
        assert_eq!(video.start_timestamp, Some(12));
        let Content::Media(media) = seen.last().content else { panic!() };
        assert_eq!(media.sent.start, Some(std::time::Duration::from_secs(12)));

        // The cover and the start are the message's own, not the file's.
        let again = bot.send_video(chat, &video.file_id).await.unwrap();
        let MessageKind::Video(again) = &again.kind else { panic!("{again:?}") };
        assert_eq!((again.cover.as_ref(), again.start_timestamp), (None, None));
        assert_eq!((again.duration, &again.thumbnail), (75, &video.thumbnail));
    })
    .await;
}

#[tokio::test]
async fn music_has_a_title_a_performer_and_a_length() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let upload = Kind::Audio.upload();
        let sent =
            bot.send_audio(chat, upload).duration(215u32).performer("Ana Alm").title("Öl").await.unwrap();
        let MessageKind::Audio(audio) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((audio.performer.as_deref(), audio.title.as_deref()), (Some("Ana Alm"), Some("Öl")));
        assert_eq!((audio.duration, audio.file_name.as_deref()), (215, Some("music.mp3")));
        assert_eq!((audio.mime_type.as_deref(), audio.file_size), (Some("audio/mpeg"), Some(1700)));

        let bare = bot.send_audio(chat, Kind::Audio.upload()).await.unwrap();
        let MessageKind::Audio(audio) = &bare.kind else { panic!("{bare:?}") };
        assert_eq!((audio.duration, &audio.performer, &audio.title), (0, &None, &None));
        // What is said beside an id is not heard: the file is there already.
        let again = bot.send_audio(chat, &audio.file_id).title("Another").duration(9u32).await.unwrap();
        assert_eq!(again.kind, bare.kind);
    })
    .await;
}

#[tokio::test]
async fn voices_notes_and_animations_have_a_length_and_a_size() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent = bot.send_voice(chat, Kind::Voice.upload()).duration(14u32).await.unwrap();
        let MessageKind::Voice(voice) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((voice.duration, voice.mime_type.as_deref()), (14, Some("audio/ogg")));
        assert_eq!(voice.file_size, Some(1400));

        let note = Kind::VideoNote.upload();
        let sent = bot.send_video_note(chat, note).duration(8u32).length(384u32).await.unwrap();
        let MessageKind::VideoNote(note) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((note.duration, note.length, note.file_size), (8, 384, Some(1200)));

        let clip = Kind::Animation.upload();
        let sent = bot.send_animation(chat, clip).duration(2u32).width(99u32).height(77u32).await.unwrap();
        let MessageKind::Animation(clip) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!((clip.duration, clip.width, clip.height), (2, 99, 77));
        assert_eq!(clip.file_name.as_deref(), Some("funny.mp4"));
    })
    .await;
}

#[tokio::test]
async fn a_thumbnail_stands_for_each_kind_that_can_have_one() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let video = bot.send_video(chat, Kind::Video.upload()).thumbnail(thumbnail()).await.unwrap();
        let audio = bot.send_audio(chat, Kind::Audio.upload()).thumbnail(thumbnail()).await.unwrap();
        let file = bot.send_document(chat, Kind::Document.upload()).thumbnail(thumbnail()).await.unwrap();
        let note = bot.send_video_note(chat, Kind::VideoNote.upload()).thumbnail(thumbnail()).await.unwrap();
        let clip = bot.send_animation(chat, Kind::Animation.upload()).thumbnail(thumbnail()).await.unwrap();
        for message in [video, audio, file, note, clip] {
            let found = match &message.kind {
                MessageKind::Video(video) => video.thumbnail.as_deref(),
                MessageKind::Audio(audio) => audio.thumbnail.as_deref(),
                MessageKind::Document(document) => document.thumbnail.as_deref(),
                MessageKind::VideoNote(note) => note.thumbnail.as_deref(),
                MessageKind::Animation(animation) => animation.thumbnail.as_deref(),
                other => panic!("{other:?}"),
            };
            let found = found.unwrap_or_else(|| panic!("{message:?}"));
            assert_eq!(size(Some(found)), (90, 60), "{}", message.kind.name());
            let bytes = bot.download(&found.file_id).bytes().await.unwrap();
            assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]), "no JPEG: {}", message.kind.name());
            assert_eq!(found.file_size, Some(bytes.len().try_into().unwrap()));
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_seen_in_the_chat_can_be_hidden_at_first() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let photo = bot.send_photo(chat, Kind::Photo.upload()).has_spoiler().await.unwrap();
        let video = bot.send_video(chat, Kind::Video.upload()).has_spoiler().await.unwrap();
        let clip = bot.send_animation(chat, Kind::Animation.upload()).has_spoiler().await.unwrap();
        for message in [&photo, &video, &clip] {
            assert!(message.has_media_spoiler, "{}", message.kind.name());
        }
        for seen in &seen.messages()[1..] {
            let Content::Media(media) = &seen.content else { panic!("{seen:?}") };
            assert!(media.sent.has_spoiler);
        }
        // That is the message's own as well.
        let again = bot.send_photo(chat, file(&photo)).await.unwrap();
        assert!(!again.has_media_spoiler);
        let again = bot.send_video(chat, file(&video)).has_spoiler().await.unwrap();
        assert!(again.has_media_spoiler);
    })
    .await;
}

#[tokio::test]
async fn a_sticker_stands_for_an_emoji() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent = bot.send_sticker(chat, Kind::Sticker.upload()).emoji("🐧").await.unwrap();
        let MessageKind::Sticker(sticker) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(sticker.emoji.as_deref(), Some("🐧"));
        assert_eq!((sticker.width, sticker.height), (512, 256));
        assert_eq!((sticker.is_animated, sticker.is_video, &sticker.set_name), (false, false, &None));
        let again = bot.send_sticker(chat, &sticker.file_id).await.unwrap();
        assert_eq!(again.kind, sent.kind);
    })
    .await;
}
