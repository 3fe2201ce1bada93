//! Files that are fetched.

use ambigram::Wire;
use ambigram_tests::files::{jpeg, video};
use ambigram_tests::on_both_wires;
use tokio::io::AsyncReadExt;

use super::*;

#[tokio::test]
async fn each_kind_is_told_of_and_fetched_as_it_was_sent() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        for kind in Kind::ALL {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let (id, unique) = ids(&sent);
            let told = bot.get_file(&id).await.unwrap();
            assert_eq!(told.file_unique_id, unique, "{kind:?}");
            let got = bot.download(&id).bytes().await.unwrap();
            // Over MTProto there is no address, and nobody says how large a file is that is named by its id.
            let size = (stage.wire() == Wire::Http).then(|| got.len().try_into().unwrap());
            assert_eq!((told.file_size, told.file_path.is_some()), (size, size.is_some()), "{kind:?}");
            assert_eq!(bot.download(&told.file_id).bytes().await.unwrap(), got, "{kind:?}");
            if kind != Kind::Photo {
                assert_eq!(got, kind.bytes(), "{kind:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn each_size_of_a_photo_is_a_picture_of_that_size() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent = bot.send_photo(chat, InputFile::bytes("a.jpg", jpeg(1000, 500))).await.unwrap();
        let MessageKind::Photo(photo) = &sent.kind else { panic!("{sent:?}") };
        assert!(photo.sizes.len() > 2, "{photo:?}");
        for size in &photo.sizes {
            let bytes = bot.download(&size.file_id).bytes().await.unwrap();
            let picture = image::load_from_memory(&bytes).unwrap();
            assert_eq!((picture.width(), picture.height()), (size.width, size.height));
            let told = bot.get_file(&size.file_id).await.unwrap();
            assert_eq!(told.file_unique_id, size.file_unique_id);
        }
    })
    .await;
}

#[tokio::test]
async fn a_download_goes_to_memory_to_a_file_or_is_read() {
    let folder = tempfile::tempdir().unwrap();
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let bytes = video(3 * 1024 * 1024 + 5);
        let sent = bot.send_document(chat, InputFile::bytes("a.bin", bytes.clone())).await.unwrap();
        let id = file(&sent);
        let path = folder.path().join("a.bin");
        assert_eq!(bot.download(&id).to_path(&path).await.unwrap(), bytes.len() as u64);
        assert!(std::fs::read(&path).unwrap() == bytes);
        let mut download = bot.download(&id).await.unwrap();
        let size = download.size();
        assert!(size.is_none_or(|size| size == bytes.len() as u64), "{size:?}");
        let mut read = Vec::new();
        download.read_to_end(&mut read).await.unwrap();
        assert!(read == bytes);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_file_is_not_fetched() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let sent = bot.send_document(chat, Kind::Document.upload()).await.unwrap();
        let id = file(&sent);
        let cut = id.as_str().get(..id.as_str().len() - 8).unwrap();
        let unique = ids(&sent).1;
        for wrong in ["", "nonsense", "AgADBAAD", cut, unique.as_str()] {
            let error = bot.get_file(wrong).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::InvalidFile, "{wrong:?}: {error}");
            let error = bot.download(wrong).bytes().await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::InvalidFile, "{wrong:?}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn anothers_ids_are_of_no_use() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, .. } = meeting(stage).await;
        let rival_account = stage.account("rival_bot").await;
        let rival = stage.bot(&rival_account);
        let alice = stage.telegram().user_by_id(ambigram::types::UserId(chat.0)).unwrap();
        alice.open(&rival_account).say("/start");
        for kind in Kind::ALL {
            let sent = send(&bot, (chat, None), kind, kind.upload()).await.unwrap();
            let error = rival.download(file(&sent)).bytes().await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::InvalidFile, "{kind:?}: {error}");
            let error = send(&rival, (chat, None), kind, file(&sent).into()).await.unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::BadRequest | ErrorKind::InvalidFile),
                "{kind:?}: {error}"
            );
        }
    })
    .await;
}
