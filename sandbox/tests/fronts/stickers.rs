//! Sets of stickers and photos of accounts over HTTP.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use serde_json::{Value, json};

use crate::stage::Stage;

fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(800, 700).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn sticker(stage: &Stage) -> Value {
    let url = format!("{}/files?account=@testing_bot&as=sticker&name=a.webp", stage.sandbox.control_url());
    stage.post(&url, "application/octet-stream", b"RIFF".to_vec()).await.body["file_id"].clone()
}

#[tokio::test]
async fn a_set_is_got_by_its_name_and_its_stickers_tell_of_it() {
    let (stage, bot, user) = Stage::with_bot().await;
    let file = sticker(&stage).await;
    let cat = json!([{ "file": file, "emoji": ["🐈", "🐱"] }]);
    let new = json!({ "account": "@testing_bot", "name": "Cats", "title": "All cats", "stickers": cat });
    stage.controlled("POST", "/sticker_sets", new.clone()).await;
    let set = stage.ok(&bot, "getStickerSet", json!({ "name": "cats" })).await;
    assert_eq!((&set["name"], &set["title"]), (&json!("Cats"), &json!("All cats")));
    assert_eq!((&set["sticker_type"], &set["contains_masks"]), (&json!("regular"), &json!(false)));
    let one = &set["stickers"][0];
    assert_eq!(
        (&one["emoji"], &one["set_name"], &one["type"]),
        (&json!("🐈"), &json!("Cats"), &json!("regular"))
    );
    let sent =
        stage.ok(&bot, "sendSticker", json!({ "chat_id": user.id.0, "sticker": one["file_id"] })).await;
    assert_eq!((&sent["sticker"]["set_name"], &sent["sticker"]["emoji"]), (&json!("Cats"), &json!("🐈")));
    let refused = stage.refused(&bot, "getStickerSet", json!({ "name": "dogs" })).await;
    assert_eq!(refused, (400, "Bad Request: STICKERSET_INVALID".to_owned()));
    for (name, value, expected) in [
        ("name", json!("cats"), "Bad Request: sticker set name is already occupied"),
        ("name", json!("1"), "Bad Request: invalid sticker set name is specified"),
        ("title", json!(""), "Bad Request: PACK_TITLE_INVALID"),
        ("stickers", json!([]), "Bad Request: STICKERS_EMPTY"),
        ("stickers", json!([{ "file": file, "emoji": [] }]), "Bad Request: STICKER_EMOJI_INVALID"),
    ] {
        let mut another = new.clone();
        another["name"] = json!("More");
        another[name] = value.clone();
        let heard = stage.control("POST", "/sticker_sets", another).await;
        assert_eq!(heard.body["error"], json!(expected), "{name}: {value}");
    }
}

#[tokio::test]
async fn custom_emoji_are_got_by_their_numbers() {
    let (stage, bot, _) = Stage::with_bot().await;
    let file = sticker(&stage).await;
    let new = json!({
        "account": "@testing_bot", "name": "Faces", "title": "Faces", "type": "custom_emoji",
        "takes_text_color": true, "stickers": [{ "file": file, "emoji": ["🙂"] }],
    });
    let set = stage.controlled("POST", "/sticker_sets", new).await;
    let id = &set["stickers"][0]["custom_emoji_id"];
    let got = stage.ok(&bot, "getCustomEmojiStickers", json!({ "custom_emoji_ids": [id, "7"] })).await;
    assert_eq!(got.as_array().unwrap().len(), 1, "{got}");
    assert_eq!((&got[0]["type"], &got[0]["needs_repainting"]), (&json!("custom_emoji"), &json!(true)));
    for (ids, expected) in [
        (json!([7]), "custom emoji identifier must be of type String"),
        (json!(["x"]), "invalid custom emoji identifier specified"),
        (json!("x"), "can't parse custom emoji identifiers JSON object"),
        (json!(""), "parameter \"custom_emoji_ids\" is required"),
    ] {
        let refused = stage.refused(&bot, "getCustomEmojiStickers", json!({ "custom_emoji_ids": ids })).await;
        assert_eq!(refused.1, format!("Bad Request: {expected}"), "{ids}");
    }
}

#[tokio::test]
async fn photos_of_accounts_are_told_the_newest_first() {
    let (stage, bot, user) = Stage::with_bot().await;
    let url = format!("{}/accounts/{}/photo", stage.sandbox.control_url(), user.id);
    for _ in 0..2 {
        let heard = crate::stage::client().put(&url).body(picture()).send().await.unwrap();
        assert_eq!(heard.status(), 200);
    }
    let ask = |fields: Value| {
        let mut ask = json!({ "user_id": user.id.0 });
        ask.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        ask
    };
    let photos = stage.ok(&bot, "getUserProfilePhotos", ask(json!({}))).await;
    assert_eq!((&photos["total_count"], photos["photos"].as_array().unwrap().len()), (&json!(2), 2));
    let widths: Vec<_> =
        photos["photos"][0].as_array().unwrap().iter().map(|size| size["width"].as_i64().unwrap()).collect();
    assert_eq!(widths, [160, 320, 640]);
    stage.ok(&bot, "getFile", json!({ "file_id": photos["photos"][0][2]["file_id"] })).await;
    let second = stage.ok(&bot, "getUserProfilePhotos", ask(json!({ "offset": 1, "limit": 1 }))).await;
    assert_eq!((&second["total_count"], &second["photos"][0]), (&json!(2), &photos["photos"][1]));
    stage.controlled("DELETE", &format!("/accounts/{}/photo", user.id), Value::Null).await;
    let left = stage.ok(&bot, "getUserProfilePhotos", ask(json!({}))).await;
    assert_eq!((&left["total_count"], &left["photos"][0]), (&json!(1), &photos["photos"][1]));
    let stranger = stage.user("Stranger");
    let refused = stage.refused(&bot, "getUserProfilePhotos", json!({ "user_id": stranger.id.0 })).await;
    assert_eq!(refused, (400, "Bad Request: user not found".to_owned()));
}

#[tokio::test]
async fn a_bot_changes_its_own_photo() {
    let (stage, bot, _) = Stage::with_bot().await;
    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"photo\"\r\n\r\n\
        {\"type\":\"static\",\"photo\":\"attach://me\"}\r\n\
        --x\r\nContent-Disposition: form-data; name=\"me\"; filename=\"me.png\"\r\n\r\n"
        .to_vec();
    body.extend(picture());
    body.extend(b"\r\n--x--\r\n");
    let url = stage.method_url(&bot, "setMyProfilePhoto");
    let heard = stage.post(&url, "multipart/form-data; boundary=x", body).await;
    assert_eq!(heard.body["result"], json!(true), "{}", heard.body);
    let count = async || {
        stage.ok(&bot, "getUserProfilePhotos", json!({ "user_id": bot.id.0 })).await["total_count"].clone()
    };
    assert_eq!(count().await, json!(1));
    stage.ok(&bot, "removeMyProfilePhoto", json!({})).await;
    assert_eq!(count().await, json!(0));
    for (photo, expected) in [
        (json!(""), "photo isn't specified"),
        (json!([]), "object expected as profile photo"),
        (json!({ "type": "static", "photo": "x" }), "photo must be uploaded as a file"),
        (json!({ "type": "moving" }), "invalid profile photo type specified"),
    ] {
        let refused = stage.refused(&bot, "setMyProfilePhoto", json!({ "photo": photo })).await;
        assert_eq!(refused, (400, format!("Bad Request: {expected}")), "{photo}");
    }
}
