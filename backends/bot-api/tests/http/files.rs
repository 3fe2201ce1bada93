//! Files over real HTTP: how they go out, and how they come.
use ambigram_bot_api::BotApi;
use ambigram_core::requests::InputFile;
use ambigram_core::types::ChatId;
use ambigram_core::{Bot, Error, ErrorKind};
use serde_json::{Value, json};

use crate::server::{Answer, Server, TOKEN};

const MESSAGE: &str =
    r#"{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"hi"}}"#;

/// The parts of a form: their heads and their contents.
fn parts(form: &Value) -> Vec<(String, String)> {
    let form = form.as_str().unwrap();
    let (boundary, _) = form.split_once("\r\n").unwrap();
    let parts =
        form.split(boundary).filter_map(|part| part.trim_start_matches("\r\n").split_once("\r\n\r\n"));
    let parts = parts.map(|(head, content)| {
        let head = head.strip_prefix("Content-Disposition: form-data; ").unwrap();
        (head.to_owned(), content.strip_suffix("\r\n").unwrap().to_owned())
    });
    parts.collect()
}

#[tokio::test]
async fn a_file_goes_out_as_a_form_however_it_is_given() {
    let path = std::env::temp_dir().join(format!("ambigram-form-{}.txt", std::process::id()));
    std::fs::write(&path, "of a path").unwrap();
    let on_disk = path.file_name().unwrap().to_str().unwrap();
    let long = "ab".repeat(100_000);
    let reader = std::io::Cursor::new(long.clone());
    for (file, name, content) in [
        (InputFile::bytes("a \"b\".txt", "of bytes"), r#"a \"b\".txt"#, "of bytes"),
        (InputFile::bytes("\r\n", "of bytes"), "file", "of bytes"),
        (InputFile::bytes("пёс.txt", ""), "пёс.txt", ""),
        (InputFile::path(&path), on_disk, "of a path"),
        (InputFile::stream("s.bin", 200_000, reader), "s.bin", &long),
    ] {
        let server = Server::saying(MESSAGE).await;
        let part = file.as_upload().unwrap().part();
        let call =
            Bot::new(server.api()).send_document(ChatId(7), file).caption("seen").disable_notification();
        call.await.unwrap();
        let asked = server.asked();
        assert_eq!(asked[0].0, format!("/bot{TOKEN}/sendDocument"));
        let mut sent = parts(&asked[0].1);
        sent.sort();
        let text = |name: &str, text: &str| (format!("name=\"{name}\""), text.to_owned());
        let mut expected = vec![
            text("caption", "seen"),
            text("chat_id", "7"),
            text("disable_notification", "true"),
            text("document", &format!("attach://{part}")),
            (format!("name=\"{part}\"; filename=\"{name}\""), content.to_owned()),
        ];
        expected.sort();
        assert_eq!(sent, expected);
    }
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn what_telegram_has_already_goes_out_as_json() {
    let server = Server::saying(MESSAGE).await;
    Bot::new(server.api()).send_document(ChatId(7), InputFile::id("BQAC")).await.unwrap();
    assert_eq!(server.asked()[0].1, json!({"chat_id": 7, "document": "BQAC"}));
}

async fn refused(file: InputFile) -> Error {
    let server = Server::saying(MESSAGE).await;
    Bot::new(server.api()).send_document(ChatId(7), file).await.unwrap_err()
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_named() {
    let gone = refused(InputFile::path("/no such folder/cat.jpg")).await;
    let short = refused(InputFile::stream("short.txt", 10, &b"only"[..])).await;
    let long = refused(InputFile::stream("long.txt", 2, &b"more than"[..])).await;
    for (error, said) in [
        (gone, "/no such folder/cat.jpg"),
        (short, "`short.txt` cannot be read: expected 10 bytes, got 6 less"),
        (long, "`long.txt` cannot be read: expected 2 bytes, got more"),
    ] {
        assert_eq!(*error.kind(), ErrorKind::FileNotRead, "{error}");
        assert!(error.to_string().starts_with("sendDocument: the file"), "{error}");
        assert!(error.to_string().contains(said), "{error}");
        assert!(!error.is_temporary());
    }
}

#[tokio::test]
async fn a_stream_can_be_sent_once() {
    let file = InputFile::stream("s.txt", 2, &b"hi"[..]);
    let server = Server::start([(); 2].map(|()| Answer::Say(200, MESSAGE.to_owned()))).await;
    let bot = Bot::new(server.api());
    bot.send_document(ChatId(7), file.clone()).await.unwrap();
    let error = bot.send_document(ChatId(7), file).await.unwrap_err();
    assert!(error.to_string().contains("read once"), "{error}");
}

#[tokio::test]
async fn what_is_too_large_is_told_with_the_limit() {
    let too_large = r#"{"ok":false,"error_code":413,"description":"Request Entity Too Large"}"#;
    for (size, limit) in [(100, None), (50_000_001, Some(50_000_000))] {
        let server = Server::start([Answer::Say(413, too_large.to_owned())]).await;
        let bot = Bot::new(server.api());
        let sent = bot.send_document(ChatId(7), InputFile::bytes("large.bin", vec![0; size]));
        assert_eq!(*sent.await.unwrap_err().kind(), ErrorKind::TooLarge { limit });
    }
    let too_big = r#"{"ok":false,"error_code":400,"description":"Bad Request: file is too big"}"#;
    let server = Server::start([Answer::Say(400, too_big.to_owned())]).await;
    let error = Bot::new(server.api()).download("BQAC").bytes().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::TooLarge { limit: Some(20_000_000) });
    assert_eq!(error.to_string(), "download: Bad Request: file is too big");
}

fn found(path: &str) -> Answer {
    let file = json!({"file_id": "BQAC", "file_unique_id": "AgAD", "file_size": 7, "file_path": path});
    Answer::Say(200, json!({"ok": true, "result": file}).to_string())
}

#[tokio::test]
async fn a_file_comes_from_where_the_server_says_that_it_is() {
    let server = Server::start([found("documents/a b.txt"), Answer::Say(200, "content".to_owned())]).await;
    let download = Bot::new(server.api()).download("BQAC").await.unwrap();
    assert_eq!(download.size(), Some(7));
    assert_eq!(download.bytes().await.unwrap(), "content");
    let asked: Vec<_> = server.asked().into_iter().map(|(path, _)| path).collect();
    assert_eq!(asked, [format!("/bot{TOKEN}/getFile"), format!("/file/bot{TOKEN}/documents/a%20b.txt")]);
}

#[tokio::test]
async fn a_file_on_the_disk_of_a_local_server_is_read_there() {
    let path = std::env::temp_dir().join(format!("ambigram-local-{}", std::process::id()));
    std::fs::write(&path, "from disk").unwrap();
    let server = Server::start([found(path.to_str().unwrap())]).await;
    let bot = Bot::new(server.api());
    let download = bot.download("BQAC").await.unwrap();
    assert_eq!(download.size(), Some(9));
    assert_eq!(download.bytes().await.unwrap(), "from disk");
    std::fs::remove_file(&path).unwrap();
    let server = Server::start([found(path.to_str().unwrap())]).await;
    let error = Bot::new(server.api()).download("BQAC").bytes().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::FileNotRead);
    assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
}

#[tokio::test]
async fn a_file_that_is_gone_or_does_not_come_is_an_error() {
    let gone = Answer::Say(404, r#"{"ok":false,"error_code":404,"description":"Not Found"}"#.to_owned());
    let no_path = r#"{"ok":true,"result":{"file_id":"BQAC","file_unique_id":"AgAD"}}"#;
    for (answers, expected) in [
        (vec![found("a"), gone], ErrorKind::InvalidFile),
        (vec![found("a"), Answer::Say(502, "<html>Bad Gateway</html>".to_owned())], ErrorKind::Server),
        (vec![found("a"), Answer::Never], ErrorKind::Timeout),
        (vec![Answer::Say(200, no_path.to_owned())], ErrorKind::UnexpectedAnswer),
    ] {
        let patience = if matches!(answers.last(), Some(Answer::Never)) { 50 } else { 30_000 };
        let server = Server::start(answers).await;
        let api = BotApi::builder(TOKEN).base_url(server.url());
        let api = api.request_timeout(std::time::Duration::from_millis(patience)).build().unwrap();
        let error = Bot::new(api).download("BQAC").bytes().await.unwrap_err();
        assert_eq!(*error.kind(), expected, "{error}");
        assert_eq!(error.operation(), Some("download"));
        assert!(!format!("{error} {error:?}").contains(TOKEN));
    }
}

#[cfg(feature = "raw")]
#[tokio::test]
async fn all_methods_are_there_raw() {
    use std::path::PathBuf;

    use ambigram_bot_api::raw::AsyncTelegramApi;
    use ambigram_bot_api::raw::frankenstein::methods::{SendPhotoParams, VerifyUserParams};

    let blocked = r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#;
    let done = r#"{"ok":true,"result":true}"#;
    let answers = [(200, done), (403, blocked), (200, MESSAGE)];
    let server = Server::start(answers.map(|(status, body)| Answer::Say(status, body.to_owned()))).await;
    let api = server.api();
    let params = VerifyUserParams::builder().user_id(7_u64).build();
    assert!(api.verify_user(&params).await.unwrap().result);
    let error = api.verify_user(&params).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::BotBlocked);
    assert_eq!(error.operation(), Some("verifyUser"));
    let path = PathBuf::from(file!()).file_name().unwrap().to_owned();
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/http").join(&path);
    let params = SendPhotoParams::builder().chat_id(7_i64).photo(file.clone()).build();
    assert_eq!(api.send_photo(&params).await.unwrap().result.message_id, 5);
    let asked = server.asked();
    assert_eq!(asked[0], (format!("/bot{TOKEN}/verifyUser"), json!({"user_id": 7})));
    let sent = parts(&asked[2].1);
    let photo = (r#"name="photo"; filename="files.rs""#.to_owned(), std::fs::read_to_string(file).unwrap());
    assert_eq!(sent, [(r#"name="chat_id""#.to_owned(), "7".to_owned()), photo]);
}
