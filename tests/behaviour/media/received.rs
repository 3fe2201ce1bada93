//! Files that users send: what the bot is told of them.

use std::time::Duration;

use ambigram_sandbox::world::files::{
    Audio, DocumentAttributes, DocumentKind, DocumentWish, GivenFile, Upload, Video,
};
use ambigram_sandbox::world::{NewCaption, NewContent, NewMessage, ReadyMedia};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::{Everywhere, Listening, act};

/// A file as a user's app sends it.
fn ready(stage: &Stage, kind: Kind, caption: &str) -> ReadyMedia {
    let upload = Upload { name: kind.file_name().to_owned(), bytes: kind.bytes().into() };
    let given = GivenFile::Upload(upload);
    let world = stage.telegram().world();
    let video = Video { duration: Duration::from_secs(9), width: 64, height: 48, ..Video::default() };
    let audio = Audio {
        duration: Duration::from_secs(8),
        title: Some("T".to_owned()),
        performer: Some("P".to_owned()),
        ..Audio::default()
    };
    let (wanted, attributes) = match kind {
        Kind::Photo => {
            let photo = given.as_photo(world).unwrap();
            return ReadyMedia { caption: caption.into(), ..photo.into() };
        }
        Kind::Video => (DocumentKind::Video, DocumentAttributes { video: Some(video), ..<_>::default() }),
        Kind::VideoNote => {
            (DocumentKind::VideoNote, DocumentAttributes { video: Some(video), ..<_>::default() })
        }
        Kind::Animation => {
            (DocumentKind::Animation, DocumentAttributes { video: Some(video), ..<_>::default() })
        }
        Kind::Audio => (DocumentKind::Audio, DocumentAttributes { audio: Some(audio), ..<_>::default() }),
        Kind::Voice => (DocumentKind::Voice, DocumentAttributes { audio: Some(audio), ..<_>::default() }),
        Kind::Document => (DocumentKind::General, DocumentAttributes::default()),
        Kind::Sticker => (DocumentKind::Sticker, DocumentAttributes::default()),
    };
    let file = given.as_document(world, DocumentWish { attributes, ..wanted.into() }).unwrap();
    ReadyMedia { caption: caption.into(), ..file.into() }
}

/// Sends it to a chat, or a topic of it.
fn put(stage: &Stage, chat: &Conversation, thread: Option<ThreadId>, ready: ReadyMedia) {
    act(stage, |world| {
        let media = NewContent::Media(ready.keep(world, chat.user())?);
        world.send_message(chat.user(), chat.id(), NewMessage { thread, ..NewMessage::new(media) })
    });
}

#[tokio::test]
async fn each_kind_is_told_from_every_kind_of_chat() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        act(stage, |world| world.set_privacy_mode(everywhere.account.id, false));
        for place in &everywhere.places {
            for kind in Kind::ALL {
                put(stage, &place.chat, place.thread, ready(stage, kind, "words"));
                let updates = listening.take(1).await;
                let expected = if place.is_channel() { "channel_post" } else { "message" };
                assert_eq!(updates[0].name(), expected);
                let message = updates[0].message().unwrap();
                assert_eq!(message.kind.name(), kind.name(), "{}", place.name);
                assert_eq!((message.chat.id, message.thread_id), (place.id, place.thread), "{kind:?}");
                let has_caption = Kind::CAPTIONED.contains(&kind);
                assert_eq!(caption(message), if has_caption { "words" } else { "" }, "{kind:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_users_send_is_fetched_and_sent_back() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let bot = stage.bot(&account);
        let mut listening = Listening::new(stage, &account).await;
        let alice = stage.user("Alice");
        let chat = alice.open(&account);
        for kind in Kind::ALL {
            put(stage, &chat, None, ready(stage, kind, ""));
            let sent = chat.last().content;
            let updates = listening.take(1).await;
            let message = updates[0].message().unwrap();
            let got = bot.download(file(message)).bytes().await.unwrap();
            assert_eq!(got == kind.bytes(), kind != Kind::Photo, "{kind:?}");
            let back = send(&bot, (alice.id.into(), None), kind, file(message).into()).await.unwrap();
            assert_eq!((&back.kind, ids(&back).1), (&message.kind, ids(message).1), "{kind:?}");
            assert_eq!(chat.last().content, sent, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn albums_of_users_are_told_one_by_one_and_as_one() {
    on_both_wires(async |stage| {
        let (everywhere, mut listening) = Everywhere::listening(stage).await;
        act(stage, |world| world.set_privacy_mode(everywhere.account.id, false));
        for place in &everywhere.places {
            let files = [Kind::Photo, Kind::Video, Kind::Photo].map(|kind| ready(stage, kind, kind.name()));
            act(stage, |world| {
                let mut new = Vec::new();
                for file in files {
                    let media = NewContent::Media(file.keep(world, place.chat.user())?);
                    new.push(NewMessage { thread: place.thread, ..NewMessage::new(media) });
                }
                world.send_group(place.chat.user(), place.chat.id(), new)
            });
            let updates = listening.take(3).await;
            let messages: Vec<_> = updates.iter().map(|update| update.message().unwrap()).collect();
            let captions: Vec<_> = messages.iter().map(|message| caption(message)).collect();
            assert_eq!(captions, ["photo", "video", "photo"], "{}", place.name);
            let group = messages[0].media_group_id.as_ref().unwrap();
            assert!(messages.iter().all(|message| message.media_group_id.as_ref() == Some(group)));
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_user_changes_is_told() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let chat = stage.user("Alice").open(&account);
        let sent = chat.send_photo(Kind::Photo.bytes(), "befor").unwrap();
        let new = NewCaption { text: "before".into(), is_above: true, keyboard: None };
        act(stage, |world| world.edit_caption(chat.user(), chat.id(), sent, new));
        let updates = listening.take(2).await;
        assert_eq!(updates[1].name(), "edited_message");
        let (first, edited) = (updates[0].message().unwrap(), updates[1].message().unwrap());
        assert_eq!((caption(first), caption(edited)), ("befor", "before"));
        assert_eq!((first.id, &first.kind), (edited.id, &edited.kind));
        assert!(edited.show_caption_above_media && edited.edit_date.is_some());
    })
    .await;
}

#[tokio::test]
async fn hidden_moving_and_covered_files_are_told_as_such() {
    on_both_wires(async |stage| {
        let account = stage.account("test_bot").await;
        let mut listening = Listening::new(stage, &account).await;
        let chat = stage.user("Alice").open(&account);
        let picture = ready(stage, Kind::Photo, "").file;
        let video = ready(stage, Kind::Video, "");
        put(stage, &chat, None, ReadyMedia { has_spoiler: true, ..ready(stage, Kind::Photo, "") });
        put(
            stage,
            &chat,
            None,
            ReadyMedia {
                cover: Some(picture.clone()),
                start: Some(Duration::from_secs(5)),
                caption_above: true,
                caption: "above".into(),
                ..video.clone()
            },
        );
        put(stage, &chat, None, ReadyMedia { live: Some(video.file), ..picture.into() });
        let updates = listening.take(3).await;
        let messages: Vec<_> = updates.iter().map(|update| update.message().unwrap()).collect();
        assert!(messages[0].has_media_spoiler);
        assert!(messages[1].show_caption_above_media);
        let MessageKind::Video(video) = &messages[1].kind else { panic!("{messages:?}") };
        assert_eq!((video.start_timestamp, video.cover.is_some(), video.duration), (Some(5), true, 9));
        assert_eq!(messages[2].kind.name(), "live_photo");
    })
    .await;
}
