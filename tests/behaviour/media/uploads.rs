//! Where uploads come from: memory, the disk, a stream.

use std::io::Cursor;

use ambigram_tests::files::{jpeg, video};
use ambigram_tests::{on_both_wires, on_each_wire};

use super::*;

#[tokio::test]
async fn bytes_a_path_and_a_stream_arrive_alike() {
    let folder = tempfile::tempdir().unwrap();
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        for kind in Kind::ALL {
            let (name, bytes) = (kind.file_name(), kind.bytes());
            let path = folder.path().join(name);
            std::fs::write(&path, &bytes).unwrap();
            let size = bytes.len().try_into().unwrap();
            let uploads = [
                InputFile::bytes(name, bytes.clone()),
                // Requests are compared: a path names what the bytes name.
                InputFile::path(&path),
                InputFile::stream(name, size, Cursor::new(bytes.clone())),
            ];
            for upload in uploads {
                let sent = send(&bot, (chat, None), kind, upload).await.unwrap();
                assert_eq!(sent.kind.name(), kind.name());
                let got = bot.download(file(&sent)).bytes().await.unwrap();
                // Photos are made anew, in several sizes.
                assert_eq!(got == bytes, kind != Kind::Photo, "{kind:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_jpeg_of_a_photos_size_stays_as_it_is() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let bytes = jpeg(640, 400);
        let sent = bot.send_photo(chat, InputFile::bytes("a.jpg", bytes.clone())).await.unwrap();
        assert_eq!(bot.download(file(&sent)).bytes().await.unwrap(), bytes);
    })
    .await;
}

#[tokio::test]
async fn an_upload_is_called_what_its_sender_calls_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.txt");
    std::fs::write(&path, "buy milk").unwrap();
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let renamed = InputFile::path(&path).as_upload().unwrap().clone().named("Einkauf für Ärzte “1”.txt");
        let table = [
            (InputFile::path(&path), "kept.txt", "text/plain"),
            (renamed.into(), "Einkauf für Ärzte “1”.txt", "text/plain"),
            (InputFile::bytes("list", "buy milk"), "list", "application/octet-stream"),
            (InputFile::bytes("a.b.pdf", "%PDF"), "a.b.pdf", "application/pdf"),
        ];
        for (upload, name, mime_type) in table {
            let sent = bot.send_document(chat, upload).await.unwrap();
            let MessageKind::Document(document) = &sent.kind else { panic!("{sent:?}") };
            assert_eq!(document.file_name.as_deref(), Some(name));
            assert_eq!(document.mime_type.as_deref(), Some(mime_type));
        }
    })
    .await;
}

#[tokio::test]
async fn files_of_any_number_of_parts_arrive_whole() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        const PART: usize = 512 * 1024;
        for size in [1, PART - 1, PART, PART + 1, 3 * PART, 10 * 1024 * 1024, 10 * 1024 * 1024 + 1] {
            let bytes = video(size.max(64))[..size].to_vec();
            let sent = bot.send_document(chat, InputFile::bytes("a.bin", bytes.clone())).await.unwrap();
            let MessageKind::Document(document) = &sent.kind else { panic!("{sent:?}") };
            assert_eq!(document.file_size, Some(size.try_into().unwrap()));
            let got = bot.download(&document.file_id).bytes().await.unwrap();
            assert!(got == bytes, "{size}: {} bytes came back", got.len());
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let missing = InputFile::path(folder.path().join("missing.txt"));
        let error = bot.send_document(chat, missing).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::FileNotRead, "{error}");
        assert!(error.to_string().contains("missing.txt"), "{error}");
        // It promises more than there is.
        let short = InputFile::stream("a.txt", 100, Cursor::new(b"too little".to_vec()));
        let error = bot.send_document(chat, short).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::FileNotRead, "{error}");
        let once = InputFile::stream("a.txt", 4, Cursor::new(b"once".to_vec()));
        bot.send_document(chat, once.clone()).await.unwrap();
        let error = bot.send_document(chat, once).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::FileNotRead, "{error}");
        // The start, and the stream that was read once.
        assert_eq!(seen.messages().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn files_are_uploaded_side_by_side() {
    on_each_wire(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        let sends = (0..6_usize).map(|number| {
            let bytes = video(300_000 * (number + 1));
            let name = format!("{number}.bin");
            let call = bot.send_document(chat, InputFile::bytes(name.as_str(), bytes.clone()));
            let bot = bot.clone();
            tokio::spawn(async move {
                let sent = call.await.unwrap();
                assert!(bot.download(file(&sent)).bytes().await.unwrap() == bytes, "{name}");
            })
        });
        for sent in sends.collect::<Vec<_>>() {
            sent.await.unwrap();
        }
        assert_eq!(seen.messages().len(), 1 + 6);
    })
    .await;
}
