//! Files in messages: alone, several together, changed, and sent on.

use std::io::Cursor;

use ambigram_core::types::UserId;
use grammers_tl_types::functions::messages;
use image::{DynamicImage, ImageFormat};

use super::*;
use crate::world::files::{FileName, GivenFile, Upload};

/// A photo that an account has, as its client names it.
fn photo(stage: &Stage, account: UserId) -> enums::InputMedia {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(200, 100).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let upload = Upload { name: "a.png".to_owned(), bytes: bytes.into_inner().into() };
    let world = stage.telegram.world();
    let ready = GivenFile::Upload(upload).as_photo(world).unwrap();
    world.write(|world| {
        let crate::world::files::File::Photo(photo) = world.keep(account, ready).unwrap() else { panic!() };
        let FileName { id, access_hash } = FileName { id: photo.id, access_hash: photo.access_hash(account) };
        let file_reference = photo.file_reference(world, account);
        let id = types::InputPhoto { id, access_hash, file_reference }.into();
        types::InputMediaPhoto { spoiler: true, live_photo: false, id, ttl_seconds: None, video: None }.into()
    })
}

fn sent(
    peer: enums::InputPeer,
    media: enums::InputMedia,
    message: &str,
    random_id: i64,
) -> messages::SendMedia {
    messages::SendMedia {
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: true,
        allow_paid_floodskip: false,
        peer,
        reply_to: None,
        media,
        message: message.to_owned(),
        random_id,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
    }
}

fn grouped(peer: enums::InputPeer, media: Vec<enums::InputMedia>) -> messages::SendMultiMedia {
    let one = |(random_id, media)| {
        types::InputSingleMedia { media, random_id, message: random_id.to_string(), entities: None }.into()
    };
    messages::SendMultiMedia {
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer,
        reply_to: None,
        multi_media: (21..).zip(media).map(one).collect(),
        schedule_date: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
    }
}

fn forwarded(
    from_peer: enums::InputPeer,
    id: Vec<i32>,
    to_peer: enums::InputPeer,
) -> messages::ForwardMessages {
    messages::ForwardMessages {
        silent: false,
        background: false,
        with_my_score: false,
        drop_author: false,
        drop_media_captions: false,
        noforwards: false,
        allow_paid_floodskip: false,
        from_ephemeral: false,
        from_peer,
        random_id: (1..).zip(&id).map(|(number, id)| 100 * i64::from(*id) + number).collect(),
        id,
        to_peer,
        top_msg_id: None,
        reply_to: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        video_timestamp: None,
        allow_paid_stars: None,
        suggested_post: None,
    }
}

/// The messages that an answer tells of, after the numbers under which they were sent.
fn told(answer: enums::Updates) -> Vec<types::Message> {
    let enums::Updates::Updates(answer) = answer else { panic!("{answer:?}") };
    let message = |update| match update {
        enums::Update::NewMessage(types::UpdateNewMessage {
            message: enums::Message::Message(message),
            ..
        })
        | enums::Update::EditMessage(types::UpdateEditMessage {
            message: enums::Message::Message(message),
            ..
        }) => Some(message),
        _ => None,
    };
    answer.updates.into_iter().filter_map(message).collect()
}

#[tokio::test]
async fn a_photo_is_sent_with_its_caption_and_both_are_changed() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let writer = stage.of(ada).await;
    let peer = || stage.input_peer(ada, bob);
    let first = told(writer.call(&sent(peer(), photo(&stage, ada), "see", 7)).await.unwrap());
    let Some(enums::MessageMedia::Photo(media)) = &first[0].media else { panic!("{first:?}") };
    assert!(media.spoiler && first[0].invert_media && media.photo.is_some());
    assert_eq!((first[0].message.as_str(), first[0].grouped_id), ("see", None));
    let edit = |message: Option<&str>, media| messages::EditMessage {
        no_webpage: false,
        invert_media: false,
        peer: peer(),
        id: first[0].id,
        message: message.map(str::to_owned),
        media,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        quick_reply_shortcut_id: None,
        rich_message: None,
    };
    let changed = told(writer.call(&edit(Some("look"), None)).await.unwrap());
    assert_eq!((changed[0].message.as_str(), changed[0].media.is_some()), ("look", true));
    let changed = told(writer.call(&edit(Some("again"), Some(photo(&stage, ada)))).await.unwrap());
    assert_ne!(changed[0].media, first[0].media);
    assert_eq!(changed[0].message, "again");
    let of_others = writer.refused(&sent(peer(), photo(&stage, bob), "", 8)).await;
    assert_eq!(of_others, refusal(400, "MEDIA_EMPTY"));
    let long = "x".repeat(1025);
    let too_long = writer.refused(&sent(peer(), photo(&stage, ada), &long, 9)).await;
    assert_eq!(too_long, refusal(400, "MEDIA_CAPTION_TOO_LONG"));
    let nothing = writer.refused(&sent(peer(), enums::InputMedia::Empty, "", 10)).await;
    assert_eq!(nothing, refusal(400, "MEDIA_EMPTY"));
}

#[tokio::test]
async fn several_photos_are_sent_together_and_sent_on() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let writer = stage.of(ada).await;
    let peer = || stage.input_peer(ada, bob);
    let media = vec![photo(&stage, ada), photo(&stage, ada)];
    let answer = writer.call(&grouped(peer(), media.clone())).await.unwrap();
    let enums::Updates::Updates(updates) = &answer else { panic!("{answer:?}") };
    let ids: Vec<_> = updates
        .updates
        .iter()
        .filter_map(|update| match update {
            enums::Update::MessageId(id) => Some((id.random_id, id.id)),
            _ => None,
        })
        .collect();
    assert_eq!(ids, [(21, 1), (22, 2)]);
    let group = told(answer);
    assert_eq!((group[0].message.as_str(), group[1].message.as_str()), ("21", "22"));
    assert!(group[0].grouped_id.is_some() && group[0].grouped_id == group[1].grouped_id);
    let again = writer.refused(&grouped(peer(), media)).await;
    assert_eq!(again, refusal(500, "RANDOM_ID_DUPLICATE"));

    let saved = told(writer.call(&forwarded(peer(), vec![1, 2], enums::InputPeer::PeerSelf)).await.unwrap());
    assert_eq!(saved.len(), 2);
    assert!(saved[0].grouped_id.is_some() && saved[0].grouped_id != group[0].grouped_id);
    let Some(enums::MessageFwdHeader::Header(header)) = &saved[1].fwd_from else { panic!("{saved:?}") };
    assert_eq!(header.from_id, Some(types::PeerUser { user_id: ada.0 }.into()));
    assert_eq!((header.saved_from_msg_id, header.date), (Some(2), group[1].date));
    let mut copy = forwarded(peer(), vec![1], peer());
    (copy.drop_author, copy.drop_media_captions, copy.random_id) = (true, true, vec![5]);
    let copy = told(writer.call(&copy).await.unwrap());
    assert_eq!((copy[0].fwd_from.is_none(), copy[0].message.as_str(), copy[0].grouped_id), (true, "", None));
    for (ids, random_ids, expected) in [
        (vec![99], 1, "MESSAGE_ID_INVALID"),
        (vec![], 0, "MESSAGE_IDS_EMPTY"),
        (vec![1, 2], 1, "RANDOM_ID_INVALID"),
    ] {
        let mut wrong = forwarded(peer(), ids, peer());
        wrong.random_id.truncate(random_ids);
        wrong.random_id.iter_mut().for_each(|id| *id += 7_000);
        assert_eq!(writer.refused(&wrong).await, refusal(400, expected));
    }
}

#[tokio::test]
async fn what_is_protected_is_not_sent_on() {
    let stage = Stage::new();
    let (ada, bob) = (stage.telegram.user("Ada").id, stage.telegram.user("Bob").id);
    let (writer, reader) = (stage.of(ada).await, stage.of(bob).await);
    let secret = messages::SendMedia {
        noforwards: true,
        ..sent(stage.input_peer(ada, bob), photo(&stage, ada), "secret", 7)
    };
    writer.call(&secret).await.unwrap();
    let forward = forwarded(stage.input_peer(bob, ada), vec![1], enums::InputPeer::PeerSelf);
    assert_eq!(reader.refused(&forward).await, refusal(400, "CHAT_FORWARDS_RESTRICTED"));
}

#[tokio::test]
async fn sets_of_stickers_are_named_by_number_or_name() {
    let stage = Stage::new();
    let ada = stage.telegram.user("Ada").id;
    let client = stage.of(ada).await;
    let set = stage.telegram.world().write(|world| {
        let document = world.add_document(crate::world::files::NewDocument {
            bytes: b"RIFF".to_vec().into(),
            mime_type: "image/webp".to_owned(),
            ..Default::default()
        });
        let new = crate::world::NewStickerSet {
            name: "Cats".to_owned(),
            title: "All cats".to_owned(),
            kind: crate::world::files::StickerKind::Regular,
            stickers: vec![(document, vec!["🐈".to_owned(), "🐱".to_owned()])],
        };
        world.create_sticker_set(new).unwrap().clone()
    });
    let get = |stickerset, hash| messages::GetStickerSet { stickerset, hash };
    let name = |name: &str| types::InputStickerSetShortName { short_name: name.to_owned() }.into();
    let by_name = client.call(&get(name("cats"), 0)).await.unwrap();
    let enums::messages::StickerSet::Set(by_name) = by_name else { panic!("{by_name:?}") };
    let enums::StickerSet::Set(told) = &by_name.set;
    assert_eq!((told.id, told.short_name.as_str(), told.count), (set.id.0, "Cats", 1));
    assert_eq!((by_name.packs.len(), by_name.documents.len()), (2, 1));
    let by_number = |access_hash| types::InputStickerSetId { id: told.id, access_hash }.into();
    let same = client.call(&get(by_number(told.access_hash), told.hash)).await.unwrap();
    assert_eq!(same, enums::messages::StickerSet::NotModified);
    let invalid = refusal(406, "STICKERSET_INVALID");
    assert_eq!(client.refused(&get(by_number(1), 0)).await, invalid);
    assert_eq!(client.refused(&get(name("dogs"), 0)).await, invalid);
}
