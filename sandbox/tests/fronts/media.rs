//! Files in messages over HTTP: sent, captioned, edited, several together, sent on.

use std::io::Cursor;

use ambigram_core::types::ChatId;
use ambigram_sandbox::play::{BotAccount, Conversation};
use ambigram_sandbox::world::files::DocumentKind;
use ambigram_sandbox::world::{Content, NewUser};
use image::{DynamicImage, ImageFormat};
use serde_json::{Value, json};

use crate::stage::Stage;

fn picture(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, 100).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The id by which the bot names a file of its own.
async fn file(stage: &Stage, kind: &str, bytes: Vec<u8>) -> String {
    let url = format!(
        "{}/files?account=@testing_bot&as={kind}&name=a{}",
        stage.sandbox.control_url(),
        ending(kind)
    );
    let heard = stage.post(&url, "application/octet-stream", bytes).await;
    assert_eq!(heard.status, 201, "{}", heard.body);
    heard.body["file_id"].as_str().unwrap().to_owned()
}

fn ending(kind: &str) -> &'static str {
    match kind {
        "photo" => ".png",
        "video" | "video_note" => ".mp4",
        "animation" => ".gif",
        "audio" => ".mp3",
        "voice" => ".ogg",
        "sticker" => ".webp",
        _ => ".pdf",
    }
}

/// Calls a method with a form that has a file in it.
async fn sent_with_file(
    stage: &Stage,
    bot: &BotAccount,
    method: &str,
    fields: &[(&str, &str)],
    file: (&str, &str, &[u8]),
) -> Value {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    let (name, file_name, bytes) = file;
    let head =
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\r\n");
    body.extend(head.into_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    let heard = stage.post(&stage.method_url(bot, method), "multipart/form-data; boundary=x", body).await;
    assert_eq!(heard.status, 200, "{method}: {}", heard.body);
    heard.body["result"].clone()
}

fn last(chat: &Conversation) -> Content {
    chat.last().content
}

#[tokio::test]
async fn a_photo_that_is_uploaded_arrives_with_its_caption_and_can_be_sent_again_by_its_id() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    let id = user.id.to_string();
    let fields = [
        ("chat_id", id.as_str()),
        ("caption", " <b>a</b> cat "),
        ("parse_mode", "HTML"),
        ("has_spoiler", "true"),
    ];
    let sent = sent_with_file(&stage, &bot, "sendPhoto", &fields, ("photo", "a.png", &picture(1000))).await;
    let widths: Vec<_> = sent["photo"].as_array().unwrap().iter().map(|size| &size["width"]).collect();
    assert_eq!(widths, [&json!(90), &json!(320), &json!(800), &json!(1000)]);
    assert_eq!((&sent["caption"], &sent["has_media_spoiler"]), (&json!("a cat"), &json!(true)));
    assert_eq!(sent["caption_entities"], json!([{ "type": "bold", "offset": 0, "length": 1 }]));
    assert_eq!((sent.get("text"), sent.get("show_caption_above_media")), (None, None));
    let seen = chat.last();
    assert_eq!(seen.text, "a cat");
    assert!(matches!(&seen.content, Content::Media(media) if media.sent.has_spoiler), "{:?}", seen.content);

    let photo = &sent["photo"][3];
    let again = stage.ok(&bot, "sendPhoto", json!({ "chat_id": user.id.0, "photo": photo["file_id"] })).await;
    assert_eq!(again["photo"][3]["file_unique_id"], photo["file_unique_id"]);
    assert_eq!((again.get("caption"), again.get("has_media_spoiler")), (None, None));
}

#[tokio::test]
async fn every_kind_of_file_is_told_by_its_field() {
    let (stage, bot, user) = Stage::with_bot().await;
    for (method, kind, expected) in [
        ("sendDocument", "document", vec!["document"]),
        ("sendAnimation", "animation", vec!["animation", "document"]),
        ("sendAudio", "audio", vec!["audio"]),
        ("sendVoice", "voice", vec!["voice"]),
        ("sendVideo", "video", vec!["video"]),
        ("sendVideoNote", "video_note", vec!["video_note"]),
        ("sendSticker", "sticker", vec!["sticker"]),
    ] {
        let bytes = if kind == "voice" { b"OggS\0\0OpusHead".to_vec() } else { b"abc".to_vec() };
        let id = file(&stage, kind, bytes).await;
        let sent = stage.ok(&bot, method, json!({ "chat_id": user.id.0, kind: id, "caption": "c" })).await;
        for field in expected {
            assert!(sent.get(field).is_some(), "{method}: {sent}");
        }
        let has_caption = !matches!(kind, "sticker" | "video_note");
        assert_eq!(sent.get("caption").is_some(), has_caption, "{method}: {sent}");
    }
    let photo = file(&stage, "photo", picture(200)).await;
    let video = file(&stage, "video", b"abc".to_vec()).await;
    let sent = stage
        .ok(&bot, "sendLivePhoto", json!({ "chat_id": user.id.0, "live_photo": video, "photo": photo }))
        .await;
    assert_eq!(sent["live_photo"]["photo"], sent["photo"], "{sent}");
    let sent = stage
        .ok(
            &bot,
            "sendVideo",
            json!({ "chat_id": user.id.0, "video": video, "cover": photo, "start_timestamp": 3 }),
        )
        .await;
    assert_eq!(sent["video"]["start_timestamp"], json!(3), "{sent}");
    assert!(sent["video"]["cover"].is_array(), "{sent}");
}

#[tokio::test]
async fn what_telegram_refuses_of_files_is_refused_in_its_words() {
    let (stage, bot, user) = Stage::with_bot().await;
    let photo = file(&stage, "photo", picture(200)).await;
    let chat = user.id.0;
    let media = |kind: &str, media: &str| json!({ "type": kind, "media": media });
    let audio = file(&stage, "audio", b"ID3".to_vec()).await;
    for (method, arguments, expected) in [
        ("sendPhoto", json!({ "chat_id": chat }), "there is no photo in the request"),
        ("sendVideoNote", json!({ "chat_id": chat }), "there is no video note in the request"),
        (
            "sendPhoto",
            json!({ "chat_id": chat, "photo": photo, "caption": "x".repeat(1025) }),
            "message caption is too long",
        ),
        ("sendVideo", json!({ "chat_id": chat, "video": photo }), "can't use file of type Photo as Video"),
        ("sendMediaGroup", json!({ "chat_id": chat }), "parameter \"media\" is required"),
        ("sendMediaGroup", json!({ "chat_id": chat, "media": [] }), "there are no messages to send"),
        (
            "sendMediaGroup",
            json!({ "chat_id": chat, "media": [media("photo", &photo), media("audio", &audio)] }),
            "audio can't be mixed with other media types",
        ),
        (
            "sendMediaGroup",
            json!({ "chat_id": chat, "media": [media("animation", "attach://x")] }),
            "can't parse InputMedia: media not found",
        ),
        (
            "sendMediaGroup",
            json!({ "chat_id": chat, "media": vec![media("photo", &photo); 11] }),
            "too many messages to send as an album",
        ),
    ] {
        let refused = stage.refused(&bot, method, arguments.clone()).await;
        assert_eq!(refused, (400, format!("Bad Request: {expected}")), "{method} {arguments}");
    }
    assert_eq!(user.open(&bot).messages().len(), 1, "nothing was sent");
}

#[tokio::test]
async fn several_files_share_a_number_and_keep_it_when_they_are_sent_on() {
    let (stage, bot, user) = Stage::with_bot().await;
    let photo = file(&stage, "photo", picture(200)).await;
    let video = file(&stage, "video", b"abc".to_vec()).await;
    let media = json!([
        { "type": "photo", "media": photo, "caption": "one" },
        { "type": "video", "media": video, "has_spoiler": true },
    ]);
    let sent = stage.ok(&bot, "sendMediaGroup", json!({ "chat_id": user.id.0, "media": media })).await;
    let group = sent[0]["media_group_id"].as_str().unwrap();
    assert_eq!(sent[1]["media_group_id"], json!(group));
    assert_eq!((&sent[0]["caption"], &sent[1]["has_media_spoiler"]), (&json!("one"), &json!(true)));

    let ids = json!([sent[0]["message_id"], sent[1]["message_id"]]);
    let arguments = json!({ "chat_id": user.id.0, "from_chat_id": user.id.0, "message_ids": ids });
    let forwarded = stage.ok(&bot, "forwardMessages", arguments.clone()).await;
    assert_eq!(forwarded.as_array().unwrap().len(), 2);
    let groups: Vec<_> = stage.sandbox.telegram().world().read(|world| {
        let history = world.history(bot.id, ChatId::from(user.id));
        history.iter().filter_map(|view| view.message.group).collect()
    });
    assert_eq!(
        (groups.len(), groups[0] == groups[1], groups[2] == groups[3], groups[1] == groups[2]),
        (4, true, true, false)
    );

    let mut copy = arguments;
    copy["remove_caption"] = json!(true);
    stage.ok(&bot, "copyMessages", copy).await;
    let texts: Vec<_> = user.open(&bot).messages().into_iter().map(|seen| seen.text).collect();
    assert_eq!(texts, ["/start", "one", "", "one", "", "", ""]);
    let one = json!([{ "type": "photo", "media": photo }]);
    let alone = stage.ok(&bot, "sendMediaGroup", json!({ "chat_id": user.id.0, "media": one })).await;
    assert_eq!(alone[0].get("media_group_id"), None);
}

#[tokio::test]
async fn captions_and_files_are_edited_and_texts_are_not_captions() {
    let (stage, bot, user) = Stage::with_bot().await;
    let photo = file(&stage, "photo", picture(200)).await;
    let sent =
        stage.ok(&bot, "sendPhoto", json!({ "chat_id": user.id.0, "photo": photo, "caption": "old" })).await;
    let target = |fields: Value| {
        let mut target = json!({ "chat_id": user.id.0, "message_id": sent["message_id"] });
        target.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        target
    };
    let edited = stage
        .ok(&bot, "editMessageCaption", target(json!({ "caption": "new", "show_caption_above_media": true })))
        .await;
    assert_eq!((&edited["caption"], &edited["show_caption_above_media"]), (&json!("new"), &json!(true)));
    assert!(edited["edit_date"].is_number());
    let refused = stage.refused(&bot, "editMessageText", target(json!({ "text": "x" }))).await;
    assert_eq!(refused.1, "Bad Request: there is no text in the message to edit");
    let document = file(&stage, "document", b"%PDF".to_vec()).await;
    let media = json!({ "type": "document", "media": document, "caption": "paper" });
    let edited = stage.ok(&bot, "editMessageMedia", target(json!({ "media": media }))).await;
    assert_eq!((edited["document"].is_object(), &edited["caption"]), (true, &json!("paper")));
    assert_eq!(edited.get("photo"), None);
    let refused = stage.refused(&bot, "editMessageMedia", target(json!({ "media": media }))).await;
    assert!(refused.1.starts_with("Bad Request: message is not modified"), "{}", refused.1);

    let text = stage.ok(&bot, "sendMessage", json!({ "chat_id": user.id.0, "text": "plain" })).await;
    let arguments = json!({ "chat_id": user.id.0, "message_id": text["message_id"], "caption": "x" });
    let refused = stage.refused(&bot, "editMessageCaption", arguments).await;
    assert_eq!(refused.1, "Bad Request: there is no caption in the message to edit");
}

#[tokio::test]
async fn a_forward_tells_who_wrote_it_first_and_a_copy_does_not() {
    let (stage, bot, alice) = Stage::with_bot().await;
    let hidden =
        stage.sandbox.telegram().user_with(NewUser { hides_forwards: true, ..NewUser::named("Hidden") });
    let group = alice.supergroup("Friends", [bot.id, hidden.id]);
    let channel = alice.channel("News", [bot.id]);
    let said = group.say("/hello@testing_bot");
    let whispered = hidden.chat(group.id()).say("/psst@testing_bot");
    let posted = channel.say("news");
    let forward =
        |from: ChatId, id| json!({ "chat_id": alice.id.0, "from_chat_id": from.0, "message_id": id });
    let of_alice = stage.ok(&bot, "forwardMessage", forward(group.id(), said.0)).await;
    assert_eq!(of_alice["forward_origin"]["type"], json!("user"));
    assert_eq!(of_alice["forward_origin"]["sender_user"]["id"], json!(alice.id.0));
    assert_eq!(of_alice["forward_from"]["id"], json!(alice.id.0));
    assert_eq!(of_alice["text"], json!("/hello@testing_bot"));
    let of_hidden = stage.ok(&bot, "forwardMessage", forward(group.id(), whispered.0)).await;
    assert_eq!(of_hidden["forward_origin"]["sender_user_name"], json!("Hidden"));
    assert_eq!(of_hidden["forward_sender_name"], json!("Hidden"));
    let of_channel = stage.ok(&bot, "forwardMessage", forward(channel.id(), posted.0)).await;
    assert_eq!(of_channel["forward_origin"]["type"], json!("channel"));
    assert_eq!(of_channel["forward_from_message_id"], json!(posted.0));
    // Sent on once more it still comes from the channel.
    let again = forward(alice.id.into(), of_channel["message_id"].as_i64().unwrap() as i32);
    let again = stage.ok(&bot, "forwardMessage", again).await;
    assert_eq!(again["forward_origin"]["chat"]["id"], json!(channel.id().0));
    let refused = stage.refused(&bot, "forwardMessage", forward(group.id(), 999)).await;
    assert_eq!(refused, (400, "Bad Request: message to forward not found".to_owned()));

    let mut copy = forward(channel.id(), posted.0);
    copy["reply_markup"] = json!({ "inline_keyboard": [[{ "text": "b", "callback_data": "d" }]] });
    let copied = stage.ok(&bot, "copyMessage", copy).await;
    assert_eq!(copied.as_object().unwrap().len(), 1, "{copied}");
    let seen = alice.open(&bot).last();
    assert_eq!((seen.text.as_str(), seen.buttons), ("news", vec![vec!["b".to_owned()]]));
    let is_forward = stage
        .sandbox
        .telegram()
        .world()
        .read(|world| world.history(alice.id, bot.id.into()).last().unwrap().message.forward.is_some());
    assert!(!is_forward);
}

#[tokio::test]
async fn a_protected_message_is_not_forwarded_but_a_bot_copies_it() {
    let (stage, bot, user) = Stage::with_bot().await;
    let arguments = json!({ "chat_id": user.id.0, "text": "secret", "protect_content": true });
    let sent = stage.ok(&bot, "sendMessage", arguments).await;
    let again = json!({ "chat_id": user.id.0, "from_chat_id": user.id.0, "message_id": sent["message_id"] });
    let refused = stage.refused(&bot, "forwardMessage", again.clone()).await;
    assert_eq!(refused, (400, "Bad Request: the message can't be forwarded".to_owned()));
    stage.ok(&bot, "copyMessage", again).await;
    assert_eq!(user.open(&bot).last().text, "secret");
}

#[tokio::test]
async fn a_channels_posts_come_to_its_discussion_group_by_themselves() {
    let (stage, bot, alice) = Stage::with_bot().await;
    let channel = alice.channel("News", [bot.id]);
    let group = alice.supergroup("Talk", []);
    stage.sandbox.telegram().world().write(|world| {
        world.add_member(alice.id, group.id(), bot.id).unwrap();
        world.set_privacy_mode(bot.id, false).unwrap();
    });
    let path = format!("/chats/{}/discussion", channel.id());
    stage.controlled("PUT", &path, json!({ "group": group.id().0 })).await;
    stage.confirm_all(&bot).await;
    let posted = stage.ok(&bot, "sendMessage", json!({ "chat_id": channel.id().0, "text": "news" })).await;
    let update = stage.only_update(&bot).await;
    let brought = &update["message"];
    assert_eq!((&brought["text"], &brought["is_automatic_forward"]), (&json!("news"), &json!(true)));
    assert_eq!(brought["forward_origin"]["message_id"], posted["message_id"]);
    assert_eq!(
        (&brought["sender_chat"]["id"], &brought["from"]["id"]),
        (&json!(channel.id().0), &json!(777_000))
    );
}

#[tokio::test]
async fn a_user_sends_files_and_sends_messages_on() {
    let (stage, bot, user) = Stage::with_bot().await;
    let chat = user.open(&bot);
    chat.send_photo(picture(200), "mine").unwrap();
    let heard = stage.only_update(&bot).await;
    assert_eq!((&heard["message"]["caption"], heard["message"]["photo"].is_array()), (&json!("mine"), true));
    let file = chat.send_file("a.pdf", b"%PDF".to_vec(), DocumentKind::General, "").unwrap();
    let heard = stage.only_update(&bot).await;
    assert_eq!(heard["message"]["document"]["file_name"], json!("a.pdf"));
    let id = heard["message"]["document"]["file_id"].as_str().unwrap();
    assert_eq!(stage.ok(&bot, "getFile", json!({ "file_id": id })).await["file_size"], json!(4));
    chat.forward(file, bot.id.into()).unwrap();
    let heard = stage.only_update(&bot).await;
    assert_eq!(heard["message"]["forward_from"]["id"], json!(user.id.0));

    let url = format!("{}/files?account={}&as=photo", stage.sandbox.control_url(), user.id);
    let uploaded = stage.post(&url, "application/octet-stream", picture(200)).await;
    let id = &uploaded.body["file_id"];
    let place = format!("/users/{}/chats/{}", user.id, bot.id);
    let album =
        json!({ "files": [{ "file": id, "caption": "<i>one</i>", "parse_mode": "HTML" }, { "file": id }] });
    let sent = stage.controlled("POST", &format!("{place}/albums"), album).await;
    assert_eq!(sent["messages"][0]["media_group_id"], sent["messages"][1]["media_group_id"]);
    let sent =
        stage.controlled("POST", &format!("{place}/messages"), json!({ "file": id, "caption": "x" })).await;
    let path = format!("{place}/messages/{}", sent["message_id"]);
    let edited = stage.controlled("PATCH", &path, json!({ "caption": "y" })).await;
    assert_eq!(edited["caption"], json!("y"));
    let forwards = json!({ "from": bot.id.0, "messages": [sent["message_id"]], "as_copy": true });
    let copied = stage.controlled("POST", &format!("{place}/forwards"), forwards).await;
    assert_eq!(
        (&copied["messages"][0]["caption"], copied["messages"][0].get("forward_origin")),
        (&json!("y"), None)
    );
    let last = last(&chat);
    assert!(matches!(&last, Content::Media(media) if media.caption.text == "y"), "{last:?}");
}

#[tokio::test]
async fn paid_files_are_shown_to_who_sent_them_and_to_nobody_who_has_not_paid() {
    let (stage, bot, user) = Stage::with_bot().await;
    let photo = file(&stage, "photo", picture(200)).await;
    let media = json!([{ "type": "photo", "media": photo }]);
    let arguments = json!({ "chat_id": user.id.0, "star_count": 5, "media": media, "caption": "pay" });
    let sent = stage.ok(&bot, "sendPaidMedia", arguments).await;
    assert_eq!((&sent["paid_media"]["star_count"], &sent["caption"]), (&json!(5), &json!("pay")));
    assert_eq!(sent["paid_media"]["paid_media"][0]["type"], json!("photo"));
    let path = format!("/users/{}/chats/{}/messages", user.id, bot.id);
    let seen = stage.controlled("GET", &path, Value::Null).await;
    let last = seen["messages"].as_array().unwrap().last().unwrap().clone();
    let preview = json!({ "type": "preview", "width": 200, "height": 100 });
    assert_eq!(last["paid_media"]["paid_media"], json!([preview]));
    for (field, value, expected) in [
        ("star_count", json!(0), "invalid media price specified"),
        ("media", json!([]), "invalid number of paid media specified"),
        (
            "media",
            json!([{ "type": "audio", "media": photo }]),
            "can't parse InputPaidMedia: type \"audio\" is unsupported",
        ),
    ] {
        let mut arguments = json!({ "chat_id": user.id.0, "star_count": 5, "media": media });
        arguments[field] = value;
        let refused = stage.refused(&bot, "sendPaidMedia", arguments).await;
        assert_eq!(refused, (400, format!("Bad Request: {expected}")));
    }
}
