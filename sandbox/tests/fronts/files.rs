//! Files over HTTP: what bots get, what is too big, and what the control API takes.

use serde_json::{Value, json};

use crate::stage::Stage;

/// What the control API makes of a file.
async fn uploaded(stage: &Stage, path: &str, bytes: Vec<u8>) -> Value {
    let heard = stage
        .post(&format!("{}{path}", stage.sandbox.control_url()), "application/octet-stream", bytes)
        .await;
    assert_eq!(heard.status, 201, "{}", heard.body);
    heard.body
}

#[tokio::test]
async fn a_file_is_told_with_its_ids_and_got_under_its_path() {
    let (stage, bot, _) = Stage::with_bot().await;
    let shown = uploaded(&stage, "/files?account=@testing_bot&name=Song.MP3&as=audio", b"ID3".to_vec()).await;
    let audio = &shown["audio"];
    assert_eq!((&audio["mime_type"], &audio["duration"]), (&json!("audio/mpeg"), &json!(0)));
    assert_eq!((&audio["file_name"], &audio["file_size"]), (&json!("Song.MP3"), &json!(3)));
    let file = stage.ok(&bot, "getFile", json!({ "file_id": audio["file_id"] })).await;
    assert_eq!(file["file_unique_id"], audio["file_unique_id"]);
    assert_eq!((&file["file_size"], &file["file_path"]), (&json!(3), &json!("music/file_0.mp3")));
    let again = stage.ok(&bot, "getFile", json!({ "file_id": shown["file_id"] })).await;
    assert_eq!(again, file);
    let url = |token: &str, path: &str| format!("{}/file/bot{token}/{path}", stage.sandbox.bot_api_url());
    assert_eq!(stage.get(&url(&bot.token, "music/file_0.mp3")).await.body, json!("ID3"));
    for (token, path) in [
        (bot.token.as_str(), "music/file_1.mp3"),
        (bot.token.as_str(), "../music/file_0.mp3"),
        ("1:nobody", "music/file_0.mp3"),
    ] {
        let heard = stage.get(&url(token, path)).await;
        assert_eq!((heard.status, &heard.body["description"]), (404, &json!("Not Found")), "{token} {path}");
    }
    let other = stage.bot("other_bot");
    assert_eq!(stage.get(&url(&other.token, "music/file_0.mp3")).await.status, 404);
    let refused = stage.refused(&other, "getFile", json!({ "file_id": audio["file_id"] })).await;
    assert_eq!(
        refused,
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable".to_owned())
    );
}

#[tokio::test]
async fn what_is_no_file_id_or_too_big_is_refused() {
    let (stage, bot, _) = Stage::with_bot().await;
    for id in ["", "x", "https://example.com/a.jpg", "****"] {
        let refused = stage.refused(&bot, "getFile", json!({ "file_id": id })).await;
        assert_eq!(refused, (400, "Bad Request: invalid file_id".to_owned()), "{id}");
    }
    let path = "/files?account=@testing_bot&name=a.bin";
    let fits = uploaded(&stage, path, vec![1; 20 << 20]).await;
    stage.ok(&bot, "getFile", json!({ "file_id": fits["file_id"] })).await;
    let big = uploaded(&stage, path, vec![1; (20 << 20) + 1]).await;
    let refused = stage.refused(&bot, "getFile", json!({ "file_id": big["file_id"] })).await;
    assert_eq!(refused, (400, "Bad Request: file is too big".to_owned()));
}

#[tokio::test]
async fn stickers_are_uploaded_only_as_files_and_for_somebody() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (arguments, expected) in [
        (json!({}), "Bad Request: invalid user_id specified"),
        (json!({ "user_id": user.id.0, "sticker": "x" }), "Bad Request: invalid sticker format specified"),
        (
            json!({ "user_id": user.id.0, "sticker": "x", "sticker_format": "static" }),
            "Bad Request: inputFile is not specified",
        ),
        (json!({ "user_id": user.id.0 }), "Bad Request: inputFile is not specified"),
    ] {
        let refused = stage.refused(&bot, "uploadStickerFile", arguments.clone()).await;
        assert_eq!(refused, (400, expected.to_owned()), "{arguments}");
    }
}

#[tokio::test]
async fn what_the_control_api_is_given_must_be_what_it_is_said_to_be() {
    let (stage, _, user) = Stage::with_bot().await;
    let url = stage.sandbox.control_url();
    for (path, bytes, status, expected) in [
        ("/files?account=1", b"x" as &[u8], 404, "not found"),
        ("/files?name=x", b"x", 400, "can't read `account`"),
        ("/files?account={}&as=film", b"x", 400, "can't read `as`"),
        ("/files?account={}&as=photo", b"x", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("/files?account={}", b"", 400, "Bad Request: file must be non-empty"),
        ("/web?url=here", b"x", 400, "can't read `url`"),
    ] {
        let path = path.replace("{}", &user.id.to_string());
        let heard = stage.post(&format!("{url}{path}"), "application/octet-stream", bytes).await;
        assert_eq!((heard.status, heard.body["error"].as_str()), (status, Some(expected)), "{path}");
    }
    uploaded(&stage, "/web?url=http://Example.com/a", b"x".to_vec()).await;
    stage.controlled("DELETE", "/web?url=http://example.com/a%23part", Value::Null).await;
    let heard = stage.control("DELETE", "/web?url=http://example.com/a", Value::Null).await;
    assert_eq!(heard.status, 404);
}
