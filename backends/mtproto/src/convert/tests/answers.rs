//! What calls answer.

use ambigram_core::identity::{FileType, PhotoSizeSource, RemoteFile, RemoteLocation};
use ambigram_core::types::{ChatId, ChatKind, FileId};
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{picture_file, take_file};
use crate::convert::{self, Known, testing::*};

fn status(history: Vec<types::StarsTransaction>) -> enums::payments::StarsStatus {
    types::payments::StarsStatus {
        balance: types::StarsAmount { amount: 7, nanos: 5 }.into(),
        subscriptions: None,
        subscriptions_next_offset: None,
        subscriptions_missing_balance: None,
        history: Some(history.into_iter().map(Into::into).collect()),
        next_offset: None,
        chats: vec![],
        users: vec![user(ALICE, "Alice").into()],
    }
    .into()
}

fn transaction(amount: i64, peer: enums::StarsTransactionPeer) -> types::StarsTransaction {
    types::StarsTransaction {
        refund: false,
        pending: false,
        failed: false,
        gift: false,
        reaction: false,
        stargift_upgrade: false,
        business_transfer: false,
        stargift_resale: false,
        posts_search: false,
        stargift_prepaid_upgrade: false,
        stargift_drop_original_details: false,
        phonegroup_message: false,
        stargift_auction_bid: false,
        offer: false,
        id: "t".to_owned(),
        amount: types::StarsAmount { amount, nanos: 0 }.into(),
        date: 5,
        peer,
        title: None,
        description: None,
        photo: None,
        transaction_date: None,
        transaction_url: None,
        bot_payload: None,
        msg_id: None,
        extended_media: None,
        subscription_period: None,
        giveaway_post_id: None,
        stargift: None,
        floodskip_number: None,
        starref_commission_permille: None,
        starref_peer: None,
        starref_amount: None,
        paid_messages: None,
        premium_gift_months: None,
        ads_proceeds_from_date: None,
        ads_proceeds_to_date: None,
    }
}

#[test]
fn transactions_tell_with_whom_and_for_what() {
    let with_alice = || types::StarsTransactionPeer { peer: at_user(ALICE) }.into();
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    let of = |tl: types::StarsTransaction| {
        let told = convert::star_transactions(&status(vec![tl]), &Known::default());
        serde_json::to_value(&told).unwrap()["transactions"][0].take()
    };
    let table = [
        (
            types::StarsTransaction { bot_payload: Some(b"p".to_vec()), ..transaction(5, with_alice()) },
            json!({
                "id": "t", "amount": 5, "date": 5,
                "source": {
                    "type": "user", "transaction_type": "invoice_payment", "user": alice, "invoice_payload": "p",
                },
            }),
        ),
        (
            types::StarsTransaction { refund: true, ..transaction(-5, with_alice()) },
            json!({
                "id": "t", "amount": 5, "date": 5,
                "receiver": { "type": "user", "transaction_type": "invoice_payment", "user": alice },
            }),
        ),
        (
            types::StarsTransaction {
                transaction_date: Some(9),
                transaction_url: Some("https://a.b/".to_owned()),
                ..transaction(-5, enums::StarsTransactionPeer::Fragment)
            },
            json!({
                "id": "t", "amount": 5, "date": 5,
                "receiver": {
                    "type": "fragment",
                    "withdrawal_state": { "type": "succeeded", "date": 9, "url": "https://a.b/" },
                },
            }),
        ),
        (
            types::StarsTransaction {
                floodskip_number: Some(3),
                ..transaction(-5, enums::StarsTransactionPeer::Api)
            },
            json!({
                "id": "t", "amount": 5, "date": 5, "receiver": { "type": "telegram_api", "request_count": 3 },
            }),
        ),
    ];
    for (tl, expected) in table {
        assert_eq!(of(tl), expected);
    }
    let balance = convert::star_balance(&status(vec![])).unwrap();
    assert_eq!((balance.amount, balance.nanostar_amount), (7, Some(5)));
}

#[test]
fn the_photos_of_a_profile_are_counted_in_all() {
    let some = types::photos::PhotosSlice { count: 5, photos: vec![picture().into()], users: vec![] };
    let photos = convert::profile_photos(&some.into());
    let mut json = serde_json::to_value(photos).unwrap();
    assert_eq!(json["total_count"], 5);
    assert_eq!(take_file(&mut json["photos"][0][0]), picture_file());
}

#[test]
fn a_sticker_set_names_itself_in_its_stickers() {
    let emoji = types::DocumentAttributeSticker {
        mask: false,
        alt: "😀".to_owned(),
        stickerset: types::InputStickerSetId { id: 1, access_hash: 2 }.into(),
        mask_coords: None,
    };
    let thumb = types::PhotoSize { r#type: "s".to_owned(), w: 100, h: 100, size: 9 };
    let set = types::StickerSet {
        archived: false,
        official: false,
        masks: false,
        emojis: false,
        text_color: false,
        channel_emoji_status: false,
        creator: false,
        installed_date: None,
        id: 1,
        access_hash: 2,
        title: "T".to_owned(),
        short_name: "set".to_owned(),
        thumbs: Some(vec![thumb.into()]),
        thumb_dc_id: Some(4),
        thumb_version: Some(3),
        thumb_document_id: None,
        count: 1,
        hash: 0,
    };
    let tl = types::messages::StickerSet {
        set: set.into(),
        packs: vec![],
        keywords: vec![],
        documents: vec![file("image/webp", vec![emoji.into()]).into()],
    };
    let mut json = serde_json::to_value(convert::sticker_set(&tl.into()).unwrap()).unwrap();
    assert_eq!(json["stickers"][0]["set_name"], "set");
    let expected = RemoteFile {
        kind: FileType::Thumbnail,
        dc_id: 4,
        file_reference: vec![],
        location: RemoteLocation::Photo {
            id: 0,
            access_hash: 0,
            source: PhotoSizeSource::StickerSetThumbnail { set_id: 1, access_hash: 2, version: 3 },
        },
    };
    assert_eq!(take_file(&mut json["thumbnail"]), expected);
    assert_eq!((&json["name"], &json["sticker_type"]), (&json!("set"), &json!("regular")));
}

#[test]
fn a_chats_photo_is_fetched_by_the_chat() {
    let photo = types::ChatPhoto { has_video: false, photo_id: 5, stripped_thumb: None, dc_id: 2 };
    let chat = ChatId(-1_001_000_000_009);
    let read = crate::convert::photo::photo_of_chat(chat, 6, &photo.into()).unwrap();
    let decode = |id: &FileId| RemoteFile::decode(id).unwrap();
    for (id, big) in [(&read.small_file_id, false), (&read.big_file_id, true)] {
        let source = PhotoSizeSource::DialogPhoto { chat_id: chat, access_hash: 6, big };
        let location = RemoteLocation::Photo { id: 5, access_hash: 0, source };
        assert_eq!((decode(id).kind, decode(id).location), (FileType::ProfilePhoto, location));
    }
}

#[test]
fn members_are_told_as_on_the_bot_api() {
    let rights = types::ChatBannedRights { send_polls: true, until_date: 9, ..nothing_forbidden() };
    let banned = |left, rights: types::ChatBannedRights| {
        enums::ChannelParticipant::from(types::ChannelParticipantBanned {
            left,
            peer: at_user(ALICE),
            kicked_by: BOT,
            date: 5,
            banned_rights: rights.into(),
            rank: Some("tag".to_owned()),
        })
    };
    let alice = || convert::user(&user(ALICE, "Alice").into()).unwrap();
    let of = |tl: Option<enums::ChannelParticipant>, chat| {
        let mut json: Value = serde_json::to_value(convert::in_channel(tl.as_ref(), alice(), &chat)).unwrap();
        json.as_object_mut().unwrap().remove("user");
        json
    };
    let restricted = of(Some(banned(false, rights.clone())), ChatKind::Supergroup);
    let told = ["status", "is_member", "tag", "until_date", "can_send_polls", "can_send_messages"];
    assert_eq!(
        told.map(|name| restricted[name].clone()),
        [json!("restricted"), json!(true), json!("tag"), json!(9), json!(false), json!(true)]
    );
    // Channels know no restrictions.
    assert_eq!(
        of(Some(banned(false, rights.clone())), ChatKind::Channel),
        json!({ "status": "member", "tag": "tag" })
    );
    assert_eq!(of(Some(banned(true, rights.clone())), ChatKind::Channel), json!({ "status": "left" }));
    let forever = types::ChatBannedRights { view_messages: true, until_date: i32::MAX, ..rights };
    let kicked = json!({ "status": "kicked", "until_date": 0 });
    assert_eq!(of(Some(banned(true, forever)), ChatKind::Supergroup), kicked);
    assert_eq!(of(None, ChatKind::Supergroup), json!({ "status": "left" }));
}
