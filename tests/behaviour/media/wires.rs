//! Files of a bot that changes wires: what one of them names, the other knows.

use ambigram::Wire;
use ambigram::requests::InputMediaPhoto;
use ambigram_tests::files::jpeg;

use super::*;

/// A bot over either wire, at once.
struct Both {
    /// The wire that is used first, and then the other.
    bots: [Bot; 2],
    chat: ChatId,
    seen: Conversation,
}

async fn both(stage: &Stage, first: Wire, second: Wire) -> Both {
    let account = stage.telegram().bot("test_bot");
    let alice = stage.user("Alice");
    let bots = [first, second].map(|wire| Bot::new(stage.backend_over(wire, &account)));
    for bot in &bots {
        bot.get_me().await.unwrap();
    }
    let seen = alice.open(&account);
    seen.say("/start");
    Both { bots, chat: alice.id.into(), seen }
}

const WAYS: [(Wire, Wire); 2] = [(Wire::Http, Wire::Mtproto), (Wire::Mtproto, Wire::Http)];

#[tokio::test]
async fn each_kind_is_sent_over_the_other_wire_by_the_id_that_one_gave() {
    for (first, second) in WAYS {
        let stage = Stage::new(first).await;
        let Both { bots: [one, other], chat, seen } = both(&stage, first, second).await;
        for kind in Kind::ALL {
            let sent = send(&one, (chat, None), kind, kind.upload()).await.unwrap();
            let content = seen.last().content;
            let again = send(&other, (chat, None), kind, file(&sent).into()).await.unwrap();
            // The same file by the same names.
            assert_eq!(again.kind, sent.kind, "{kind:?}: {first:?} to {second:?}");
            assert_eq!(seen.last().content, content, "{kind:?}: {first:?} to {second:?}");
        }
    }
}

#[tokio::test]
async fn each_kind_is_fetched_over_the_other_wire() {
    for (first, second) in WAYS {
        let stage = Stage::new(first).await;
        let Both { bots: [one, other], chat, .. } = both(&stage, first, second).await;
        for kind in Kind::ALL {
            let sent = send(&one, (chat, None), kind, kind.upload()).await.unwrap();
            let id = file(&sent);
            let (here, there) = (one.get_file(&id).await.unwrap(), other.get_file(&id).await.unwrap());
            assert_eq!(here.file_unique_id, there.file_unique_id);
            let here = one.download(&id).bytes().await.unwrap();
            let there = other.download(&id).bytes().await.unwrap();
            assert!(here == there && !here.is_empty(), "{kind:?}: {first:?} to {second:?}");
        }
    }
}

#[tokio::test]
async fn sizes_thumbnails_and_covers_keep_their_names_as_well() {
    for (first, second) in WAYS {
        let stage = Stage::new(first).await;
        let Both { bots: [one, other], chat, .. } = both(&stage, first, second).await;
        let thumbnail = InputFile::bytes("thumb.jpg", jpeg(90, 60));
        let call = one.send_video(chat, Kind::Video.upload()).thumbnail(thumbnail);
        let sent = call.cover(Kind::Photo.upload()).await.unwrap();
        let MessageKind::Video(video) = &sent.kind else { panic!("{sent:?}") };
        let cover = video.cover.as_ref().unwrap();
        let sizes = cover.sizes.iter().chain(video.thumbnail.as_deref());
        for size in sizes {
            let here = one.download(&size.file_id).bytes().await.unwrap();
            assert!(here == other.download(&size.file_id).bytes().await.unwrap(), "{first:?}: {size:?}");
        }
        let again = other.send_photo(chat, &cover.largest().unwrap().file_id).await.unwrap();
        assert_eq!(again.kind, MessageKind::Photo(cover.clone()));
    }
}

#[tokio::test]
async fn an_album_of_one_wire_is_sent_on_and_edited_over_the_other() {
    for (first, second) in WAYS {
        let stage = Stage::new(first).await;
        let Both { bots: [one, other], chat, seen } = both(&stage, first, second).await;
        let photo = || InputMediaPhoto::new(Kind::Photo.upload());
        let album =
            one.send_media_group(chat, vec![photo().caption("a").into(), photo().into()]).await.unwrap();
        let edited = other.edit_message_caption((chat, album[1].id)).caption("b").await.unwrap();
        let edited = edited.message().unwrap();
        assert_eq!((&edited.media_group_id, &edited.kind), (&album[0].media_group_id, &album[1].kind));
        let media = InputMediaPhoto::new(file(&album[1]));
        let replaced = other.edit_message_media((chat, album[0].id), media).await.unwrap();
        assert_eq!(replaced.message().unwrap().kind, album[1].kind);
        let sent = other.forward_messages(chat, chat, vec![album[0].id, album[1].id]).await.unwrap();
        assert_eq!(sent.len(), 2);
        assert_eq!(seen.last().text, "b", "{first:?} to {second:?}");
    }
}
