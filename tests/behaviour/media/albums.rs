//! Files that are sent together.

use ambigram::requests::{
    InputMediaAudio, InputMediaDocument, InputMediaGroupItem, InputMediaLivePhoto, InputMediaPhoto,
    InputMediaVideo,
};
use ambigram_sandbox::world::Content;
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::Everywhere;

fn photo() -> InputMediaPhoto {
    InputMediaPhoto::new(Kind::Photo.upload())
}

fn clip() -> InputMediaVideo {
    InputMediaVideo::new(Kind::Video.upload())
}

fn song() -> InputMediaAudio {
    InputMediaAudio::new(Kind::Audio.upload())
}

fn notes() -> InputMediaDocument {
    InputMediaDocument::new(Kind::Document.upload())
}

fn names(album: &[Message]) -> Vec<&'static str> {
    album.iter().map(|message| message.kind.name()).collect()
}

#[tokio::test]
async fn an_album_arrives_together_in_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let everywhere = Everywhere::new(stage).await;
        for place in &everywhere.places {
            let media: Vec<InputMediaGroupItem> = vec![
                photo().caption(Html::new("<b>one</b>")).into(),
                clip().has_spoiler().into(),
                photo().into(),
            ];
            let call = everywhere.bot.send_media_group(place.id, media);
            let album = match place.thread {
                Some(thread) => call.thread(thread).await.unwrap(),
                None => call.await.unwrap(),
            };
            assert_eq!(names(&album), ["photo", "video", "photo"], "{}", place.name);
            assert!(album[0].media_group_id.is_some());
            for message in &album {
                assert_eq!(message.media_group_id, album[0].media_group_id, "{}", place.name);
                assert_eq!((message.chat.id, message.thread_id), (place.id, place.thread));
            }
            assert_eq!(album.iter().map(caption).collect::<Vec<_>>(), ["one", "", ""]);
            assert!(!album[0].has_media_spoiler && album[1].has_media_spoiler);
            let seen = place.chat.messages();
            let texts: Vec<_> = seen.iter().rev().take(3).map(|seen| seen.text.as_str()).collect();
            assert_eq!(texts, ["", "", "one"], "{}", place.name);
        }
    })
    .await;
}

#[tokio::test]
async fn an_album_holds_two_to_ten() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let first = bot.send_photo(chat, Kind::Photo.upload()).await.unwrap();
        let of = |count: usize| -> Vec<InputMediaGroupItem> {
            (0..count)
                .map(|number| InputMediaPhoto::new(file(&first)).caption(number.to_string()).into())
                .collect()
        };
        for count in [2, 10] {
            let album = bot.send_media_group(chat, of(count)).await.unwrap();
            let captions: Vec<_> = album.iter().map(|message| caption(message).to_owned()).collect();
            assert_eq!(captions, (0..count).map(|number| number.to_string()).collect::<Vec<_>>());
        }
        // One alone is a message like any other.
        let alone = bot.send_media_group(chat, of(1)).await.unwrap();
        assert_eq!((alone.len(), &alone[0].media_group_id), (1, &None));
        let before = seen.messages().len();
        for count in [0, 11] {
            let error = bot.send_media_group(chat, of(count)).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{count}: {error}");
        }
        assert_eq!(seen.messages().len(), before);
    })
    .await;
}

#[tokio::test]
async fn music_and_files_stay_among_their_own() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let songs =
            vec![song().title("One").performer("A").duration(3u32).into(), song().title("Two").into()];
        let songs = bot.send_media_group(chat, songs).await.unwrap();
        assert_eq!(names(&songs), ["audio"; 2]);
        let files = vec![notes().into(), notes().caption("below all").into()];
        let files = bot.send_media_group(chat, files).await.unwrap();
        assert_eq!((names(&files), caption(&files[1])), (vec!["document"; 2], "below all"));
        // A video that is sent among files is one.
        let disguised = InputMediaDocument::new(Kind::Video.upload());
        let files = bot.send_media_group(chat, vec![notes().into(), disguised.into()]).await.unwrap();
        assert_eq!(names(&files), ["document"; 2]);

        let before = seen.messages().len();
        let wrong: [Vec<InputMediaGroupItem>; 4] = [
            vec![photo().into(), notes().into()],
            vec![song().into(), notes().into()],
            vec![clip().into(), song().into()],
            vec![song().into(), photo().into(), clip().into()],
        ];
        for (index, wrong) in wrong.into_iter().enumerate() {
            let error = bot.send_media_group(chat, wrong).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::BadRequest, "{index}: {error}");
        }
        assert_eq!(seen.messages().len(), before);
    })
    .await;
}

#[tokio::test]
async fn an_album_is_of_ids_and_uploads_alike() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let known = bot.send_photo(chat, Kind::Photo.upload()).await.unwrap();
        let clip_known = bot.send_video(chat, Kind::Video.upload()).duration(4u32).await.unwrap();
        let media: Vec<InputMediaGroupItem> = vec![
            InputMediaPhoto::new(file(&known)).into(),
            clip().width(32u32).height(16u32).duration(5u32).supports_streaming().into(),
            InputMediaVideo::new(file(&clip_known)).cover(file(&known)).start_timestamp(1u32).into(),
            InputMediaLivePhoto::new(Kind::Video.upload(), Kind::Photo.upload()).into(),
        ];
        let album = bot.send_media_group(chat, media).await.unwrap();
        assert_eq!(names(&album), ["photo", "video", "video", "live_photo"]);
        assert_eq!(album[0].kind, known.kind);
        assert_eq!(ids(&album[2]).1, ids(&clip_known).1);
        let MessageKind::Video(video) = &album[1].kind else { panic!("{album:?}") };
        assert_eq!((video.width, video.height, video.duration), (32, 16, 5));
        let MessageKind::Video(video) = &album[2].kind else { panic!("{album:?}") };
        assert!(video.cover.is_some() && video.start_timestamp == Some(1), "{video:?}");
    })
    .await;
}

#[tokio::test]
async fn an_album_is_sent_as_any_message_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let asked = bot.send_message(chat, "which?").await.unwrap();
        let media = vec![photo().into(), clip().into()];
        let call = bot.send_media_group(chat, media).reply_to(asked.id).protect_content();
        let album = call.disable_notification().await.unwrap();
        for message in &album {
            assert_eq!(message.reply_to_message.as_ref().unwrap().id, asked.id);
            assert!(message.has_protected_content);
        }
        assert!(seen.last().reply_to.is_some());
        let missing = bot.send_media_group(chat, vec![photo().into(), photo().into()]);
        let error = missing.reply_to(MessageId(99_999)).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::MessageNotFound, "{error}");
    })
    .await;
}

#[tokio::test]
async fn captions_of_an_album_stand_above_all_or_below_all() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let above = || photo().caption("up").show_caption_above_media();
        let album = bot.send_media_group(chat, vec![above().into(), above().into()]).await.unwrap();
        assert!(album.iter().all(|message| message.show_caption_above_media));
        let Content::Media(media) = seen.last().content else { panic!() };
        assert!(media.caption_above);
        let error = bot.send_media_group(chat, vec![above().into(), photo().into()]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        let long = photo().caption("x".repeat(1025));
        let error = bot.send_media_group(chat, vec![photo().into(), long.into()]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::MessageTooLong, "{error}");
        assert_eq!(seen.messages().len(), 1 + 2);
    })
    .await;
}

#[tokio::test]
async fn one_of_an_album_is_changed_alone() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let album = bot.send_media_group(chat, vec![photo().into(), clip().into()]).await.unwrap();
        let edited = bot.edit_message_caption((chat, album[1].id)).caption("second").await.unwrap();
        assert_eq!(edited.message().unwrap().media_group_id, album[0].media_group_id);
        assert_eq!(seen.last().text, "second");
        let edited = bot.edit_message_media((chat, album[0].id), clip()).await.unwrap();
        let edited = edited.message().unwrap();
        assert_eq!((edited.kind.name(), &edited.media_group_id), ("video", &album[0].media_group_id));
        // A file has no place among photos.
        let error = bot.edit_message_media((chat, album[0].id), notes()).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        bot.delete_message(chat, album[0].id).await.unwrap();
        assert_eq!(seen.messages().len(), 1 + 1);
    })
    .await;
}
